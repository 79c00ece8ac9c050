calendar-all-name = Concord : tous les événements
calendar-cancelled-title = Annulé : { $title }
calendar-title = Ajoutez l’événement à votre agenda
calendar-download = Télécharger une fois
calendar-follow = Suivre dans mon agenda
calendar-address = Adresse d’abonnement
calendar-note = Si vous vous abonnez, tout changement d’heure ou de lieu arrive tout seul dans votre agenda. Google ne regarde qu’une ou deux fois par jour.
follow-all = Suivez tous les événements dans votre agenda

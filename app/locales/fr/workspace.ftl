# The organisers' pages: where one is, what there is, how full it is.
workspace-home = Organiser
workspace-account = Votre compte
workspace-events = Événements
workspace-members = Membres
workspace-audit = Historique
workspace-overview = Vue d’ensemble
workspace-edit = Modifier
workspace-registrations = Qui vient
workspace-trail-label = Vous êtes ici
workspace-tabs-label = Rubriques
workspace-none-title = Vous ne faites encore partie d’aucune organisation
workspace-none-text = Demandez à une personne responsable de votre organisation de vous envoyer une invitation à l’adresse de votre compte.
workspace-drafts-count =
    { $count ->
        [one] { $count } brouillon
       *[other] { $count } brouillons
    }
workspace-undelivered =
    { $count ->
        [one] { $count } courriel n’a pas pu être remis
       *[other] { $count } courriels n’ont pas pu être remis
    }
workspace-nothing-soon = Rien n’est annoncé pour le moment.
workspace-all-events = Tous les événements
workspace-which-label = Quels événements
workspace-upcoming = À venir
workspace-upcoming-none = Rien n’est annoncé pour le moment.
workspace-drafts = Brouillons
workspace-drafts-none = Il n’y a aucun brouillon.
workspace-past = Passés
workspace-past-none = Rien n’est encore terminé.
workspace-no-date = Pas encore de date
workspace-dates =
    { $count ->
        [one] { $count } date
       *[other] { $count } dates
    }
workspace-taken = Places prises : { $taken } sur { $capacity }
workspace-taken-of-any = Places prises : { $taken }
status-draft = Brouillon
status-published = Publié
status-postponed = Reporté
status-cancelled = Annulé
overview-public = Voir la page publique
overview-tickets = Places selon la façon de participer
menu-organise = Pour vous qui organisez
numbers-title = Les inscriptions jour après jour
numbers-chart = Personnes ayant une place, jour après jour, du { $from } au { $until }. À la fin : { $coming }.
numbers-table = Les chiffres
numbers-day = Jour
numbers-registered = Inscriptions
numbers-given-back = Places libérées
numbers-coming = Viennent
numbers-languages = Langues des personnes qui viennent

register = S’inscrire
register-title = Inscrivez-vous
contact-name = Votre nom
contact-email = Votre adresse électronique
contact-email-hint = Nous y envoyons votre billet, avec un lien pour le revoir et pour libérer des places. Rien d’autre.
people-title = Qui vient ?
attendee-name = Nom
attendee-ticket = À quel titre
attendee-add = Ajouter une personne
attendee-remove = Retirer
attendee-gone = Place libérée
person = Personne { $number }
person-remove = Retirer la personne { $number }
ticket-option = { $ticket } · { $places }
form-privacy = Seules les personnes qui organisent cet événement voient vos réponses.
form-privacy-more = Ce que nous faisons de vos réponses
form-trap = Laissez ce champ vide
form-sending = Un instant
title-with-mistakes = Erreur : { $title }
mistakes =
    { $number ->
        [one] Un point demande votre attention
       *[other] { $number } points demandent votre attention
    }

invalid-required = Remplissez ce champ.
invalid-too-long = C’est trop long. Un nom peut compter 100 caractères, une adresse 254.
invalid-control = Ce champ contient un caractère invisible. Effacez tout et recommencez.
invalid-no-letters = Il faut au moins une lettre.
invalid-email = Cette adresse doit contenir un @ et un domaine, comme nom@example.org.
invalid-email-ascii = Nous ne pouvons pas écrire à une adresse qui contient d’autres lettres que a à z. Donnez une autre adresse.
invalid-attendee-count = Inscrivez de 1 à 10 personnes à la fois. Au-delà, faites une nouvelle inscription.
invalid-unknown-ticket = Choisissez à quel titre cette personne vient.
invalid-ticket-full = Il ne reste pas assez de places de ce type. Choisissez-en un autre, ou inscrivez moins de personnes.
invalid-full = Il reste moins de places que vous n’en demandez. Inscrivez moins de personnes, ou cherchez une autre date.
invalid-past = À cette date, l’événement a commencé ou est terminé : il n’est plus possible de s’inscrire.
invalid-cancelled = Cet événement est annulé.
invalid-postponed = Cet événement est reporté. Vous pourrez vous inscrire quand la nouvelle date sera connue.
invalid-reused = Ce formulaire a déjà été envoyé avec d’autres réponses. Rechargez la page pour inscrire d’autres personnes.
invalid-too-often = Cette adresse a servi à de nombreuses inscriptions au cours de la dernière heure. Réessayez plus tard.
invalid-unreadable = Une partie de ce formulaire s’est abîmée en route. Rechargez la page.
invalid-busy = Nous n’avons pas pu répondre à temps, et rien n’a été modifié. Réessayez.

manage-title = Votre inscription
manage-text = Voici votre billet. Présentez le code à l’entrée, sur votre téléphone ou sur papier.
manage-new-title = Votre inscription est confirmée
manage-new-text = Votre billet est en route : nous l’envoyons à { $email }. Présentez ce code à l’entrée, sur votre téléphone ou sur papier.
manage-given-back-text = La place est de nouveau libre, et quelqu’un d’autre peut la prendre. Nous avons envoyé une confirmation à { $email }.
manage-cancelled-title = Vous avez libéré vos places
manage-cancelled-text = Merci de nous avoir prévenus : quelqu’un d’autre peut venir. Nous avons envoyé une confirmation à { $email }.
ticket-label = Billet
ticket-qr-label = Code pour l’entrée
ticket-reference = Référence
attendees-title = Qui vient
give-back-one = Libérer cette place
give-back-one-text = { $name } ne vient plus, et quelqu’un d’autre peut aussitôt prendre la place. Si vous changez d’avis, faites une nouvelle inscription.
give-back-one-button = Libérer la place
give-back-all-title = Vous ne pouvez pas venir ?
give-back-all-intro = Libérez vos places, et quelqu’un d’autre pourra les prendre.
give-back-all = Libérer toutes les places
give-back-all-text =
    { $count ->
        [one] La place est aussitôt libre pour quelqu’un d’autre. Nous le confirmons par courriel.
       *[other] Les { $count } places sont aussitôt libres pour d’autres. Nous le confirmons par courriel.
    }
give-back-all-button = Tout libérer
register-again = S’inscrire de nouveau

# States of registrations: waiting, offers, the word of an organiser, the address.
places-waitlist = Complet, avec liste d’attente
places-some = Places libres
notice-waitlist = Toutes les places sont prises ou attendues. Inscrivez-vous sur la liste d’attente, ou cherchez autre chose.
wait-title = S’inscrire sur la liste d’attente
wait-button = Rejoindre la liste d’attente
wait-note = Vous attendez ensemble : quand il y a des places pour vous tous, nous vous les proposons par courriel.
wait-legend = S’il faut attendre
wait-partly = Certains d’entre nous viendraient sans les autres. Les places vont aux premiers de la liste, et les autres n’attendent alors plus.
wait-also = Ces dates conviendraient aussi :
confirms-address-note =
    { $count ->
        [one] Nous vous envoyons un lien. Vos places sont gardées { $count } minute, le temps de l’ouvrir et de confirmer votre adresse.
       *[other] Nous vous envoyons un lien. Vos places sont gardées { $count } minutes, le temps de l’ouvrir et de confirmer votre adresse.
    }
confirms-approval-note = Les organisateurs décident qui vient. Vos places sont gardées jusque-là, et vous recevez un courriel.
manage-pending-email-title = Confirmez votre adresse
manage-pending-email-text = Nous avons envoyé un lien à { $email }. Ouvrez-le et appuyez sur le bouton : vos places sont gardées jusqu’à { $moment }.
manage-pending-approval-title = Votre inscription est chez les organisateurs
manage-pending-approval-text = Vos places sont gardées jusqu’à leur décision. Nous écrivons à { $email }.
manage-waitlisted-title = Vous êtes sur la liste d’attente
manage-waitlisted-text = Quand il y aura des places pour vous, nous écrirons à { $email }. Vous n’avez rien à faire d’ici là.
manage-offered-title = Il y a des places pour vous
manage-offered-text = Elles vous sont gardées jusqu’à { $moment }. Ensuite, elles sont proposées aux suivants.
manage-offered-by-mail-text = Elles vous sont gardées jusqu’à { $moment }. Acceptez-les par le lien du courriel envoyé à { $email }.
manage-declined-title = Les organisateurs ont dit non
manage-declined-text = Ils n’ont pas pu retenir votre inscription cette fois-ci.
manage-expired-title = Le délai est passé
manage-expired-text = Vos places sont maintenant libres pour d’autres. Vous pouvez vous réinscrire, s’il y a des places ou une liste d’attente.
confirm-address = Confirmer mon adresse
offer-accept = Accepter les places
queue-title = Votre place dans la file
queue-position = Numéro { $position } dans la file
queue-partly = Des places pour une partie d’entre vous sont aussi proposées.
queue-rule-title = Comment les places sont proposées
queue-rule-order = Dans l’ordre d’arrivée : les places libres sont proposées aux premiers à qui elles suffisent, tous ensemble.
queue-rule-fair = Qui a été dépassé { $count } fois, faute de places pour tout le groupe, est attendu : les places libres lui sont alors gardées jusqu’à ce qu’il y en ait assez.
queue-rule-offer =
    { $count ->
        [one] Une proposition dure { $count } heure, ou jusqu’au début. Ensuite, on demande aux suivants.
       *[other] Une proposition dure { $count } heures, ou jusqu’au début. Ensuite, on demande aux suivants.
    }
leave-title = Vous ne voulez plus venir ?
leave = Renoncer
leave-text = Votre inscription prend fin, et d’autres sont invités. Nous le confirmons par courriel.
leave-button = Renoncer pour de bon
place-pending-email = Adresse non confirmée
place-pending-approval = Attend votre accord
place-waitlisted = Sur la liste d’attente
place-offered = Places proposées
place-declined = Refusé
place-expired = Délai passé
attendance-has-no-place = { $name } n’a pas encore de place et n’est pas attendu.
decision-until = Prend fin de soi-même :
decision-approve = Approuver
decision-decline = Refuser
decision-decline-button = Refuser et leur écrire
decision-reason = Pourquoi
decision-reason-hint = Ils le lisent dans leur courriel. Peut rester vide.
registration-approved = Approuvé. Ils reçoivent leur billet par courriel.
registration-declined = Refusé. Ils reçoivent un courriel, et leurs places sont libres.
today-approvals =
    { $count ->
        [one] Une inscription attend votre accord
       *[other] { $count } inscriptions attendent votre accord
    }
editor-choices = Qui a une place
editor-choices-text = Ce qui a commencé sous d’autres règles continue comme annoncé : qui a une place la garde, qui attend continue d’attendre.
editor-confirms = Les gens ont leur place
confirms-at-once = tout de suite
confirms-address = une fois leur adresse confirmée par un lien dans un courriel
confirms-approval = une fois que vous avez approuvé
editor-hold-minutes = Les places sont gardées jusqu’à la confirmation de l’adresse, pendant
editor-people = Personnes par inscription, au plus
editor-waitlist = Quand il n’y a plus de places, on peut attendre
editor-waitlist-text = On demande dans l’ordre, familles et équipes entières ensemble. Qui a été dépassé trois fois est attendu. Tant que quelqu’un attend, les nouveaux attendent derrière.
editor-offer-hours = Ce qui est proposé est gardé
editor-hides-places = Ne pas montrer combien de places sont libres
choice-minutes =
    { $count ->
        [one] { $count } minute
       *[other] { $count } minutes
    }
choice-hours =
    { $count ->
        [one] { $count } heure
       *[other] { $count } heures
    }
history-confirms = Avoir une place
history-hold-minutes = Minutes pour confirmer l’adresse
history-waitlist = Liste d’attente
history-offer-hours = Heures que dure une proposition
history-people = Personnes par inscription
history-hides-places = Nombre de places libres caché
act-wait = A rejoint la liste d’attente
act-confirm-address = A confirmé l’adresse
act-approve = A approuvé
act-decline = A refusé
act-offer = A proposé des places
act-accept = A accepté des places
act-expire = Le délai a expiré
act-write-choices = A écrit qui a une place
invalid-too-many-people = Cet événement accepte moins de personnes par inscription. Inscrivez-en moins.
invalid-state-changed = Cette inscription a changé entre-temps. Regardez où elle en est.
mail-kind-confirm-address = Lien pour confirmer l’adresse
mail-confirm-address-subject = Confirmez votre adresse : { $event }
mail-confirm-address-opening = des places pour { $event } vous sont gardées. Confirmez votre adresse, et elles sont à vous.
mail-kind-pending-approval = Chez les organisateurs
mail-pending-approval-subject = Votre inscription est chez les organisateurs : { $event }
mail-pending-approval-opening = vous avez demandé des places pour { $event }. Elles vous sont gardées jusqu’à la décision des organisateurs ; nous vous écrirons alors.
mail-kind-declined = Refus
mail-declined-subject = Pas cette fois : { $event }
mail-declined-opening = les organisateurs de { $event } n’ont pas pu retenir votre inscription. Nous le regrettons.
mail-kind-waitlisted = Sur la liste d’attente
mail-waitlisted-subject = Vous êtes sur la liste d’attente : { $event }
mail-waitlisted-opening = vous attendez des places pour { $event }. Quand il y en aura pour vous, nous vous écrirons. Vous n’avez rien à faire d’ici là.
mail-kind-offered = Places proposées
mail-offered-subject = Il y a des places pour vous : { $event }
mail-offered-opening = des places pour { $event } se sont libérées, et elles vous sont gardées un moment. Dites si vous venez.
mail-kind-offer-expired = Proposition expirée
mail-offer-expired-subject = Les places sont allées à d’autres : { $event }
mail-offer-expired-opening = nous n’avons pas eu de réponse à temps, et les places pour { $event } sont proposées aux suivants. Vous pouvez vous réinscrire.
mail-kind-wait-over = Aucune place libérée
mail-wait-over-subject = Aucune place ne s’est libérée : { $event }
mail-wait-over-opening = { $event } a commencé, et aucune place ne s’est libérée pour vous. Nous le regrettons, et espérons vous voir une autre fois.
mail-kind-withdrawn = Inscription terminée
mail-withdrawn-subject = Votre inscription a pris fin : { $event }
mail-withdrawn-opening = vous ne demandez plus de places pour { $event }. Merci de nous l’avoir dit.
mail-kind-reduced = Moins de personnes
mail-reduced-subject = Votre inscription a changé : { $event } (moins de personnes)
mail-reduced-opening = vous demandez maintenant moins de places pour { $event }. Voici pour qui vous en demandez encore.
mail-for-whom = Pour qui
mail-held-until = Gardées pour vous jusqu’à
mail-offer-until = À vous si vous acceptez avant
mail-position = Votre numéro dans la file
mail-declined-reason = Ce qu’ils disent
mail-confirm-address = Confirmer mon adresse
mail-confirm-address-note = Le lien ouvre une page avec un bouton : appuyez dessus. Gardez le lien pour vous.
mail-confirm-address-reason = Vous recevez ce courriel parce que quelqu’un s’est inscrit avec votre adresse. Si ce n’était pas vous, ne faites rien : les places seront bientôt libres.
mail-offer = Accepter, ou renoncer
mail-offer-note = Le lien ouvre une page où vous dites oui ou non. Gardez-le pour vous.
mail-event-changed-waiting = quelque chose a changé pour { $event }, où vous avez demandé des places. Voici ce qu’il en est.
mail-event-postponed-waiting = { $event }, où vous avez demandé des places, est reporté. La nouvelle date n’est pas encore connue.

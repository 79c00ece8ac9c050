# Ce qui est dit aux personnes inscrites quand un événement change.
editor-telling =
    { $count ->
        [one] Une inscription est concernée. Si l’heure, le lieu ou l’état change, un courriel part dix minutes après le premier enregistrement.
       *[other] { $count } inscriptions sont concernées. Si l’heure, le lieu ou l’état change, chacune reçoit un courriel dix minutes après le premier enregistrement.
    }
editor-telling-not = Ne pas leur écrire
mail-kind-event-changed = Nouvelles de l’événement
mail-event-changed-subject = Changement : { $event }
mail-event-changed-opening = quelque chose a changé pour { $event }. Voici ce qui vaut désormais ; vos places restent les vôtres.
mail-event-postponed-subject = Reporté : { $event }
mail-event-postponed-opening = { $event } est reporté. La nouvelle date n’est pas encore connue ; nous vous écrirons dès qu’elle le sera. Vos places restent les vôtres.
mail-event-cancelled-subject = Annulé : { $event }
mail-event-cancelled-opening = { $event } n’aura pas lieu à cette date. Nous en sommes désolés. Vous n’avez rien à faire.
mail-when-before = C’était prévu
mail-where-before = C’était prévu à

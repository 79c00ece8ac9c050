# What everyone who registered is told when an event changes.
editor-telling =
    { $count ->
        [one] One registration is concerned. If time, place or state change, they get a mail ten minutes after the first save.
       *[other] { $count } registrations are concerned. If time, place or state change, each gets one mail ten minutes after the first save.
    }
editor-telling-not = Do not write to them
mail-kind-event-changed = News about the event
mail-event-changed-subject = Changed: { $event }
mail-event-changed-opening = something has changed about { $event }. This is how it stands now, and your places stay yours.
mail-event-postponed-subject = Postponed: { $event }
mail-event-postponed-opening = { $event } is postponed. The new date is not known yet; we write to you when it is. Your places stay yours.
mail-event-cancelled-subject = Cancelled: { $event }
mail-event-cancelled-opening = { $event } will not take place on this date. We are sorry. You do not have to do anything.
mail-when-before = It was to be
mail-where-before = It was to be at

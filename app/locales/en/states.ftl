# States of registrations: waiting, offers, the word of an organiser, the address.
places-waitlist = Full, with a waitlist
places-some = Places free
notice-waitlist = All places are taken or waited for. Join the waitlist, or look for something else.
wait-title = Join the waitlist
wait-button = Join the waitlist
wait-note = You wait together: when there are places for all of you, we offer them to you by mail.
wait-legend = If you have to wait
wait-partly = Some of us would come without the others. Places go to the first of the list, and the others then no longer wait.
wait-also = These dates would do as well:
confirms-address-note =
    { $count ->
        [one] We send you a link. Your places are kept for { $count } minute, until you open it and confirm your address.
       *[other] We send you a link. Your places are kept for { $count } minutes, until you open it and confirm your address.
    }
confirms-approval-note = The organisers decide who comes. Your places are kept until they do, and you get a mail.
manage-pending-email-title = Confirm your address
manage-pending-email-text = We sent a link to { $email }. Open it and press the button there: your places are kept until { $moment }.
manage-pending-approval-title = Your registration is with the organisers
manage-pending-approval-text = Your places are kept until they decide. We write to { $email }.
manage-waitlisted-title = You are on the waitlist
manage-waitlisted-text = When there are places for you, we write to { $email }. You do not have to do anything until then.
manage-offered-title = There are places for you
manage-offered-text = They are kept for you until { $moment }. Then they are offered to the next.
manage-offered-by-mail-text = They are kept for you until { $moment }. Accept them by the link in the mail that we sent to { $email }.
manage-declined-title = The organisers said no
manage-declined-text = They could not take your registration this time.
manage-expired-title = The time is over
manage-expired-text = Your places are free for others now. You can register again, if there are places or a waitlist.
confirm-address = Confirm my address
offer-accept = Accept the places
queue-title = Your place in the queue
queue-position = Number { $position } in the queue
queue-partly = Places for some of you are offered, too.
queue-rule-title = How places are offered
queue-rule-order = In the order in which people came: free places are offered to the first whom they are enough for, all together.
queue-rule-fair = Who was passed over { $count } times, because there were too few places for all of them, is waited for: free places are then kept for them until there are enough.
queue-rule-offer =
    { $count ->
        [one] An offer lasts { $count } hour, or until the date begins. Then the next are asked.
       *[other] An offer lasts { $count } hours, or until the date begins. Then the next are asked.
    }
leave-title = You do not want to come any more?
leave = Leave
leave-text = Your registration ends, and others are asked. We confirm it by mail.
leave-button = Leave for good
place-pending-email = Address not confirmed
place-pending-approval = Waits for your word
place-waitlisted = On the waitlist
place-offered = Places offered
place-declined = Declined
place-expired = Time ran out
attendance-has-no-place = { $name } has no place yet and is not expected.
decision-until = Ends by itself:
decision-approve = Approve
decision-decline = Decline
decision-decline-button = Decline and write to them
decision-reason = Why
decision-reason-hint = They read it in their mail. May stay empty.
registration-approved = Approved. They get their ticket by mail.
registration-declined = Declined. They get a mail, and their places are free.
today-approvals =
    { $count ->
        [one] One registration waits for your word
       *[other] { $count } registrations wait for your word
    }
editor-choices = Who gets a place
editor-choices-text = What was begun under other rules goes on as it was told: who has a place keeps it, who waits goes on waiting.
editor-confirms = People have their places
confirms-at-once = at once
confirms-address = once they confirmed their address by a link in a mail
confirms-approval = once you approved
editor-hold-minutes = Places are kept until the address is confirmed, for
editor-people = People in one registration, at most
editor-waitlist = Where there are no places, people can wait
editor-waitlist-text = Who waits is asked in order, whole families and teams together. Who was passed over three times is waited for. While somebody waits, whoever comes waits behind them.
editor-offer-hours = What is offered is kept for
editor-hides-places = Do not show how many places are free
choice-minutes =
    { $count ->
        [one] { $count } minute
       *[other] { $count } minutes
    }
choice-hours =
    { $count ->
        [one] { $count } hour
       *[other] { $count } hours
    }
history-confirms = Having a place
history-hold-minutes = Minutes until the address is confirmed
history-waitlist = Waitlist
history-offer-hours = Hours that an offer lasts
history-people = People in one registration
history-hides-places = Number of free places hidden
act-wait = Joined the waitlist
act-confirm-address = Confirmed the address
act-approve = Approved
act-decline = Declined
act-offer = Offered places
act-accept = Accepted places
act-expire = The time ran out
act-write-choices = Wrote who gets a place
invalid-too-many-people = This event takes fewer people in one registration. Register fewer.
invalid-state-changed = This registration has changed meanwhile. Look at how it stands now.
mail-kind-confirm-address = Link to confirm the address
mail-confirm-address-subject = Confirm your address: { $event }
mail-confirm-address-opening = places for { $event } are kept for you. Confirm your address, and they are yours.
mail-kind-pending-approval = With the organisers
mail-pending-approval-subject = Your registration is with the organisers: { $event }
mail-pending-approval-opening = you asked for places for { $event }. They are kept for you until the organisers decide; then we write to you.
mail-kind-declined = Declined
mail-declined-subject = Not this time: { $event }
mail-declined-opening = the organisers of { $event } could not take your registration. We are sorry.
mail-kind-waitlisted = On the waitlist
mail-waitlisted-subject = You are on the waitlist: { $event }
mail-waitlisted-opening = you wait for places for { $event }. When there are some for you, we write to you. You do not have to do anything until then.
mail-kind-offered = Places offered
mail-offered-subject = There are places for you: { $event }
mail-offered-opening = places for { $event } came free, and they are kept for you for a while. Say whether you come.
mail-kind-offer-expired = Offer ran out
mail-offer-expired-subject = The places went to others: { $event }
mail-offer-expired-opening = we did not hear from you in time, and the places for { $event } are offered to the next. You can register again.
mail-kind-wait-over = No place came free
mail-wait-over-subject = No place came free: { $event }
mail-wait-over-opening = { $event } has begun, and no place for you came free. We are sorry, and hope to see you another time.
mail-kind-withdrawn = Registration ended
mail-withdrawn-subject = Your registration has ended: { $event }
mail-withdrawn-opening = you do not ask for places for { $event } any more. Thank you for telling us.
mail-kind-reduced = Fewer people
mail-reduced-subject = Your registration has changed: { $event } (fewer people)
mail-reduced-opening = you ask for fewer places for { $event } now. Below are those for whom you still do.
mail-for-whom = For whom
mail-held-until = Kept for you until
mail-offer-until = Yours if you accept until
mail-position = Your number in the queue
mail-declined-reason = What they say
mail-confirm-address = Confirm my address
mail-confirm-address-note = The link opens a page with a button: press it there. Keep the link to yourself.
mail-confirm-address-reason = You get this mail because someone registered with your address. If it was not you, do nothing: the places are free again soon.
mail-offer = Accept, or leave
mail-offer-note = The link opens a page where you say yes or no. Keep it to yourself.
mail-event-changed-waiting = something has changed about { $event }, for which you asked for places. This is how it stands now.
mail-event-postponed-waiting = { $event }, for which you asked for places, is postponed. The new date is not known yet.

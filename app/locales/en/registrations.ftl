# The form, the ticket, giving places back.
register = Register
register-title = Register
contact-name = Your name
contact-email = Your e-mail address
contact-email-hint = We send your ticket there, with a link to see it and to give places back. Nothing else.
people-title = Who is coming?
attendee-name = Name
attendee-ticket = Comes as
attendee-add = Add a person
attendee-remove = Remove
attendee-gone = Place given back
person = Person { $number }
person-remove = Remove person { $number }
ticket-option = { $ticket } · { $places }
form-privacy = Only the people who hold this event see your answers.
form-privacy-more = How we treat what you tell us
form-trap = Leave this empty
form-sending = One moment
title-with-mistakes = Error: { $title }
mistakes =
    { $number ->
        [one] One thing needs your attention
       *[other] { $number } things need your attention
    }

invalid-required = Fill this in.
invalid-too-long = This is too long. A name may have 100 characters, an address 254.
invalid-control = This holds a character that cannot be seen. Delete it and type it again.
invalid-no-letters = This needs at least one letter.
invalid-email = This address needs an @ and a domain, like name@example.org.
invalid-email-ascii = We cannot send mail to an address with letters other than a to z. Give another address.
invalid-attendee-count = Register 1 to 10 people at once. For more, register again.
invalid-unknown-ticket = Choose one of the ways to come.
invalid-ticket-full = There are fewer places of this kind left. Choose another, or register fewer people.
invalid-full = There are fewer places left than you asked for. Register fewer people, or look for another date.
invalid-past = This date has begun or is over, so you can no longer register for it.
invalid-cancelled = This event is cancelled.
invalid-postponed = This event is postponed. You can register when the new date is known.
invalid-reused = This form was sent before with other answers. Load the page again to register more people.
invalid-too-often = There were many registrations with this address in the last hour. Try again later.
invalid-unreadable = Something in this form was damaged on the way. Load the page again.
invalid-busy = We could not answer in time, and nothing was changed. Try again.

manage-title = Your registration
manage-text = This is your ticket. Show the code at the door, on the phone or on paper.
manage-new-title = You are registered
manage-new-text = Your ticket is on its way to { $email }. Show this code at the door, on the phone or on paper.
manage-given-back-text = The place is free again, and somebody else can have it. We sent a confirmation to { $email }.
manage-cancelled-title = You gave your places back
manage-cancelled-text = Thank you for telling us: somebody else can come now. We sent a confirmation to { $email }.
ticket-label = Ticket
ticket-qr-label = Code for the door
ticket-reference = Reference
attendees-title = Who is coming
give-back-one = Give back this place
give-back-one-text = { $name } no longer comes, and somebody else can have the place at once. If you change your mind, register again.
give-back-one-button = Give back the place
give-back-all-title = You cannot come?
give-back-all-intro = Give the places back, and somebody else can have them.
give-back-all = Give back everything
give-back-all-text =
    { $count ->
        [one] The place is free for others at once. We confirm it by mail.
       *[other] All { $count } places are free for others at once. We confirm it by mail.
    }
give-back-all-button = Give everything back
register-again = Register again

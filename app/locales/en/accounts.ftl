# Signing in, invitations, members, the account.
sign-in-title = Sign in
sign-in-text = For those who hold events. To come to an event you need no account.
sign-in-ask-title = Get a link by mail
sign-in-email = Your e-mail address
sign-in-email-hint = We send a link to it that works for ten minutes, in this browser.
sign-in-ask = Send me a link
sign-in-sent-title = Look into your mailbox
sign-in-sent-text = If this address belongs to an organiser, a mail is on its way. Open its link in this browser, or type the code from the mail here.
sign-in-code = Code from the mail
sign-in-code-hint = Eight digits. They work for ten minutes.
sign-in-button = Sign in
sign-in-again-title = No mail?
sign-in-link-title = Nearly there
sign-in-link-text = Press the button, and this browser is signed in.

sign-in-passkey = Sign in with a passkey

passkeys-title = Passkeys
passkeys-text = With a passkey you sign in as you unlock this device: by finger, face or code. No mail is needed.
passkey-make = Make a passkey on this device
passkey-since = Made { $time }
passkey-used = Last used { $time }
passkey-forget = Forget it
passkey-failed = That did not work. Try again, or sign in by mail.

signed-out-title = Sign in first
signed-out-text = This page is for those who hold events. Sign in, then come back.
forbidden-title = This is not yours to do
forbidden-text = Your role in this organisation does not reach this page. An owner can give you another one.
conflict-title = Somebody was faster
conflict-text = Someone else changed this while you were looking at it, so nothing of yours was written. Go back, load the page again, and look at what changed.

role-owner = Owner
role-owner-text = An owner does everything: events, registrations, and who else belongs to the organisation.
role-organiser = Organiser
role-organiser-text = An organiser writes events, publishes them and looks after registrations.
role-door-staff = Door staff
role-door-staff-text = Door staff see names, and say who has arrived.
role-viewer = Viewer
role-viewer-text = A viewer looks, and changes nothing.
role-in-event = { $role }, for { $event } only

invitation-title = You are invited to
invitation-text = You are asked to join as: { $role }. The invitation is for { $email }.
invitation-accept = Accept the invitation

members-invited = Invited
members-invited-until = until { $day }
members-invitation-sent = The invitation is on its way.
members-role-of = Role of { $email }
members-change = Change
members-remove = Remove
members-leave = Leave
members-remove-text = The role ends at once. A new invitation is possible at any time.
members-withdraw = Take back
members-invite = Invite someone
members-invite-text = They get a mail with a link that works once, within a week.
members-email = E-mail address
members-role = Role
members-invite-button = Send the invitation

account-title = Your account
account-email = You are signed in as { $email }.
account-sign-out = Sign out
account-browsers = Signed in here
account-browsers-text = A browser is signed out after a day without a visit, and after two weeks in any case. Is one of these not yours? Sign it out.
account-this = This browser
account-seen = Last seen { $time }
account-end = Sign it out
account-unknown-browser = A browser
instant = { $day }, { $time } UTC

invalid-link-over = This link or code was used already, is too old, or was replaced by a newer one. Ask for a new one.
invalid-other-browser = This link was asked for in another browser. Open it there, or ask for a new one here.
invalid-wrong-code = This is not the code from the mail. Look again.
invalid-unknown-choice = Choose one of the list.
invalid-already-member = This person belongs to the organisation already.
invalid-last-owner = An organisation needs an owner. Make someone else an owner first.
invalid-other-address = This invitation is for another address than the one you are signed in with. Sign out, then open it again.

# Showing again who one is, apps that make codes, another address, signing in through a provider.
confirm-title = Show that it is you
confirm-text = What comes next changes who may do what, or takes data out of the house. It is more than ten minutes since you showed who you are.
confirm-passkey = Show it with a passkey
confirm-no-passkey = No passkey on this device? Sign in again.
confirm-button = Go on
confirm-mail = Send me a code by mail
confirm-mail-again = Send another code
confirm-done-title = Thank you, that was you
confirm-done-text = Your file is ready.
confirm-file = Get the file

second-step-title = One more code
second-step-text = Your account is protected by an app. Open it and type its code.
second-step-other = Begin again

authenticator-title = An app that makes codes
authenticator-text = Instead of a passkey: an app on your phone makes a new code every half minute. From then on, signing in by mail asks for its code too.
authenticator-there = It is set up.
authenticator-make = Set up an app
authenticator-replace = Set up another app
authenticator-forget = Forget the app
authenticator-scan = Open the app, and let it read this picture.
authenticator-qr = QR code with the secret for your app
authenticator-open = The app is on this device? Open it.
authenticator-secret = If the app cannot read it, type this into the app:
authenticator-first-code = The code that the app shows now
authenticator-keep = Use this app
authenticator-code = Code of the app
authenticator-code-hint = Six digits. If you have lost the app, type one of your recovery codes.

recovery-title = Your recovery codes
recovery-text = Write these down, or print them, and keep them apart from your phone. Each stands in for the app once. You see them here this one time.
recovery-left = Recovery codes left: { $number }
recovery-renew = Make new recovery codes
recovery-done = I have kept them

address-title = Change your address
address-name-title = The new address
address-again-title = No mail, or another address?
address-text = We send a code to both addresses. With both codes the address changes, and every other browser is signed out.
address-new = New e-mail address
address-ask = Send both codes
address-sent = One code is on its way to { $old }, another to { $new }. They work for ten minutes, in this browser.
address-old-code = Code from the mail to the old address
address-new-code = Code from the mail to the new address
address-change = Change the address
address-changed = Your address was changed.

provider-button = Sign in with { $name }
provider-stranger-title = We do not know you yet
provider-stranger-text = Signing in worked, but nobody here has this address, and it has no open invitation. Ask an owner of your organisation to invite you, with this address.
provider-unverified-title = This address is not confirmed
provider-unverified-text = Where you signed in, your address was not confirmed. Confirm it there, then try again, or get a link by mail.
provider-failed-title = That did not work
provider-failed-text = You were not signed in, or the answer came too late. Try again, or get a link by mail.

invalid-wrong-app-code = This is not the code of your app, or it was used already. Wait for the next one.
invalid-too-many-tries = That was too often in a short time. Wait a quarter of an hour, then try again.
invalid-same-address = This is your address already.

mail-account-action = See your account
mail-proof-subject = Your code for Concord
mail-proof-opening = Type this code where you were asked for it. It works once, within ten minutes:
mail-proof-reason = You get this mail because someone who is signed in with your address wants to do something important. If it was not you, sign that browser out on the page of your account.
mail-address-old-subject = Your address is to be changed
mail-address-old-opening = Your account at Concord is to get another address. If you want that, type this code within ten minutes, together with the one that was sent to the new address:
mail-address-old-reason = You get this mail because someone who is signed in with your address asked for it. If it was not you, sign that browser out on the page of your account.
mail-address-new-subject = Is this your new address?
mail-address-new-opening = This is to be the new address of an account at Concord. If you want that, type this code within ten minutes, together with the one that was sent to the old address:
mail-address-new-reason = You get this mail because someone typed your address. If it was not you, do nothing: without the code nothing happens.
mail-address-changed-subject = Your address was changed
mail-address-changed-opening = The address of your account at Concord was changed, and every other browser was signed out. This mail goes to the old and to the new address:
mail-address-changed-reason = You get this mail so that no address is changed behind your back. If it was not you, write at once to an owner of your organisation.

# The HTTP interface.
api-key = This request needs the header Idempotency-Key: 16 to 255 letters of ASCII that nobody can guess, such as a random UUID.
api-key-reused = This Idempotency-Key came before with another request. Send a new one with a new request.
api-key-in-use = The first request with this Idempotency-Key is being worked on. Send it again in a moment.
api-not-json = Send JSON, and say so: Content-Type: application/json.
api-unreadable = This is not JSON that can be read.
api-parameter = This parameter of the address cannot be read.
api-wrong-type = This is of another type than it has to be.
api-unknown-member = There is no member of this name here.
api-method = This address does not know this method.
mail-renamed-subject = A name in your registration has changed: { $event }
mail-renamed-opening = a name in your registration for { $event } was changed. Below are those who come, as your ticket now says. If it was not you, write to the organisers.
act-rename = Changed names
mail-kind-renamed = A name was changed

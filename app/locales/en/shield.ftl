# While machines press on an event.
register-code = Code from the mail
invalid-quick = That was sooner than anyone can type. Nothing was changed: press the button once more.
invalid-code-mailed = Very many forms are coming for this event. We sent a code to your address; type it below, and press the button again.
invalid-code-over = This code is over, or was mistaken too often. Delete it, and press the button for a new one.
api-proof = Machines press on this event. Prove the challenge, and send the same again with the proof.
mail-code-subject = Your code to register
mail-code-opening = here is the code to register with. Type it where you filled in the form. It works for half an hour:
mail-code-action = How we treat what you tell us
mail-code-reason = You get this mail because someone filled in a form with your address. If it was not you, do nothing: without the code nobody is registered.

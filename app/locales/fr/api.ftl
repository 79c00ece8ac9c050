# L’interface HTTP.
api-key = Cette requête a besoin de l’en-tête Idempotency-Key : 16 à 255 caractères ASCII que personne ne peut deviner, par exemple un UUID aléatoire.
api-key-reused = Cette Idempotency-Key est déjà venue avec une autre requête. Envoyez-en une nouvelle avec une nouvelle requête.
api-key-in-use = La première requête avec cette Idempotency-Key est en cours de traitement. Renvoyez-la dans un instant.
api-not-json = Envoyez du JSON, et dites-le : Content-Type: application/json.
api-unreadable = Ce n’est pas du JSON lisible.
api-parameter = Ce paramètre de l’adresse est illisible.
api-wrong-type = Ceci n’est pas du type attendu.
api-unknown-member = Aucun membre ne porte ce nom ici.
api-method = Cette adresse ne connaît pas cette méthode.
mail-renamed-subject = Un nom a changé dans votre inscription : { $event }
mail-renamed-opening = un nom a été changé dans votre inscription à « { $event } ». Voici les personnes qui viennent, telles que votre billet les indique désormais. Si ce n’était pas vous, écrivez aux organisateurs.
act-rename = Noms changés
mail-kind-renamed = Un nom a été changé

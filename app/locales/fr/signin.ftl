# Confirmer son identité, applications de codes, changement d’adresse, connexion par un fournisseur.
confirm-title = Confirmez que c’est bien vous
confirm-text = L’étape suivante touche aux droits d’accès ou fait sortir des données. Vous avez confirmé votre identité il y a plus de dix minutes.
confirm-passkey = Confirmer avec une clé d’accès
confirm-no-passkey = Pas de clé d’accès sur cet appareil ? Reconnectez-vous.
confirm-button = Continuer
confirm-mail = Recevoir un code par courriel
confirm-mail-again = Recevoir un autre code
confirm-done-title = Merci, c’est confirmé
confirm-done-text = Votre fichier est prêt.
confirm-file = Télécharger le fichier

second-step-title = Encore un code
second-step-text = Une application protège votre compte. Ouvrez-la et saisissez son code.
second-step-other = Recommencer

authenticator-title = Une application qui crée des codes
authenticator-text = À la place d’une clé d’accès : une application sur votre téléphone crée un code toutes les trente secondes. Dès lors, la connexion par courriel demande aussi ce code.
authenticator-there = Elle est configurée.
authenticator-make = Configurer une application
authenticator-replace = Configurer une autre application
authenticator-forget = Retirer l’application
authenticator-scan = Ouvrez l’application et faites-lui lire cette image.
authenticator-qr = Code QR contenant le secret pour votre application
authenticator-open = L’application est sur cet appareil ? Ouvrez-la.
authenticator-secret = Si l’application ne peut pas le lire, saisissez-y ceci :
authenticator-first-code = Le code que l’application affiche maintenant
authenticator-keep = Utiliser cette application
authenticator-code = Code de l’application
authenticator-code-hint = Six chiffres. Si vous n’avez plus l’application, saisissez un de vos codes de secours.

recovery-title = Vos codes de secours
recovery-text = Notez-les ou imprimez-les, et gardez-les ailleurs que dans votre téléphone. Chacun remplace l’application une fois. Ils ne sont affichés que cette fois-ci.
recovery-left = Codes de secours restants : { $number }
recovery-renew = Créer de nouveaux codes de secours
recovery-done = Je les ai conservés

address-title = Changer d’adresse
address-name-title = La nouvelle adresse
address-again-title = Pas de courriel, ou une autre adresse ?
address-text = Nous envoyons un code aux deux adresses. Avec les deux codes, l’adresse change et tous les autres navigateurs sont déconnectés.
address-new = Nouvelle adresse électronique
address-ask = Envoyer les deux codes
address-sent = Un code est en route vers { $old }, un autre vers { $new }. Ils fonctionnent pendant dix minutes, dans ce navigateur.
address-old-code = Code reçu à l’ancienne adresse
address-new-code = Code reçu à la nouvelle adresse
address-change = Changer l’adresse
address-changed = Votre adresse a été changée.

provider-button = Se connecter avec { $name }
provider-stranger-title = Nous ne vous connaissons pas encore
provider-stranger-text = La connexion a réussi, mais personne ici n’a cette adresse, et aucune invitation ne l’attend. Demandez à une personne propriétaire de votre organisation de vous inviter à cette adresse.
provider-unverified-title = Cette adresse n’est pas confirmée
provider-unverified-text = Là où vous vous êtes identifié(e), votre adresse n’est pas confirmée. Confirmez-la, puis réessayez, ou recevez un lien par courriel.
provider-failed-title = Cela n’a pas fonctionné
provider-failed-text = La connexion n’a pas abouti, ou la réponse est arrivée trop tard. Réessayez, ou recevez un lien par courriel.

invalid-wrong-app-code = Ce n’est pas le code de votre application, ou il a déjà servi. Attendez le suivant.
invalid-too-many-tries = Trop d’essais en peu de temps. Attendez un quart d’heure, puis réessayez.
invalid-same-address = C’est déjà votre adresse.

mail-account-action = Voir votre compte
mail-proof-subject = Votre code pour Concord
mail-proof-opening = Saisissez ce code là où il vous a été demandé. Il fonctionne une seule fois, pendant dix minutes :
mail-proof-reason = Vous recevez ce courriel parce qu’une personne connectée avec votre adresse s’apprête à faire quelque chose d’important. Si ce n’est pas vous, déconnectez ce navigateur sur la page de votre compte.
mail-address-old-subject = Votre adresse va être changée
mail-address-old-opening = Votre compte Concord va recevoir une autre adresse. Si c’est ce que vous voulez, saisissez ce code dans les dix minutes, avec celui envoyé à la nouvelle adresse :
mail-address-old-reason = Vous recevez ce courriel parce qu’une personne connectée avec votre adresse l’a demandé. Si ce n’est pas vous, déconnectez ce navigateur sur la page de votre compte.
mail-address-new-subject = Est-ce votre nouvelle adresse ?
mail-address-new-opening = Cette adresse va devenir celle d’un compte Concord. Si c’est ce que vous voulez, saisissez ce code dans les dix minutes, avec celui envoyé à l’ancienne adresse :
mail-address-new-reason = Vous recevez ce courriel parce que quelqu’un a saisi votre adresse. Si ce n’était pas vous, ne faites rien : sans le code, rien ne se passe.
mail-address-changed-subject = Votre adresse a été changée
mail-address-changed-opening = L’adresse de votre compte Concord a été changée, et tous les autres navigateurs ont été déconnectés. Ce courriel est envoyé à l’ancienne et à la nouvelle adresse :
mail-address-changed-reason = Vous recevez ce courriel pour qu’aucune adresse ne change à votre insu. Si ce n’était pas vous, écrivez tout de suite à une personne propriétaire de votre organisation.

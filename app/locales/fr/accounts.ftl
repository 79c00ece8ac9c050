# Signing in, invitations, members, the account.
sign-in-title = Connectez-vous
sign-in-text = Pour celles et ceux qui organisent des événements. Pour venir à un événement, aucun compte n’est nécessaire.
sign-in-ask-title = Recevez un lien par courriel
sign-in-email = Votre adresse électronique
sign-in-email-hint = Nous y envoyons un lien qui fonctionne pendant dix minutes, dans ce navigateur.
sign-in-ask = Recevoir un lien
sign-in-sent-title = Consultez votre messagerie
sign-in-sent-text = Si cette adresse est celle d’une personne qui organise des événements, un courriel est en route. Ouvrez son lien dans ce navigateur, ou saisissez ici le code du courriel.
sign-in-code = Code reçu par courriel
sign-in-code-hint = Huit chiffres. Ils fonctionnent pendant dix minutes.
sign-in-button = Se connecter
sign-in-again-title = Pas de courriel ?
sign-in-link-title = C’est presque fait
sign-in-link-text = Appuyez sur le bouton pour vous connecter dans ce navigateur.

signed-out-title = Connectez-vous d’abord
signed-out-text = Cette page est destinée à celles et ceux qui organisent des événements. Connectez-vous, puis revenez.
forbidden-title = Votre rôle ne le permet pas
forbidden-text = Votre rôle dans cette organisation ne donne pas accès à cette page. Une personne responsable peut vous en donner un autre.
conflict-title = Quelqu’un a été plus rapide
conflict-text = Quelqu’un d’autre a modifié ceci pendant que vous le consultiez, et rien de ce que vous avez saisi n’a été enregistré. Revenez en arrière, rechargez la page et regardez ce qui a changé.

role-owner = Responsable
role-owner-text = Ce rôle permet de tout faire : s’occuper des événements, des inscriptions et des membres de l’organisation.
role-organiser = Organisateur ou organisatrice
role-organiser-text = Ce rôle permet de rédiger des événements, de les publier et de s’occuper des inscriptions.
role-door-staff = Accueil à l’entrée
role-door-staff-text = Ce rôle permet de voir les noms et de noter qui est arrivé.
role-viewer = Lecture seule
role-viewer-text = Ce rôle permet de consulter, sans rien modifier.
role-in-event = { $role }, pour « { $event } » uniquement

invitation-title = Invitation à rejoindre
invitation-text = L’organisation vous propose ce rôle : { $role }. L’invitation est destinée à { $email }.
invitation-accept = Accepter l’invitation

members-invited = Invitations en attente
members-invited-until = jusqu’au { $day }
members-invitation-sent = L’invitation est en route.
members-role-of = Rôle de { $email }
members-change = Modifier
members-remove = Retirer
members-leave = Se retirer
members-remove-text = Le rôle prend fin aussitôt. Une nouvelle invitation reste possible à tout moment.
members-withdraw = Retirer l’invitation
members-invite = Invitez quelqu’un
members-invite-text = La personne reçoit un courriel avec un lien qui fonctionne une seule fois, pendant une semaine.
members-email = Adresse électronique
members-role = Rôle
members-invite-button = Envoyer l’invitation

account-title = Votre compte
account-email = Vous utilisez Concord avec l’adresse { $email }.
account-sign-out = Se déconnecter
account-browsers = Navigateurs connectés
account-browsers-text = Un navigateur est déconnecté après un jour sans visite, et dans tous les cas après deux semaines. L’un d’eux n’est pas à vous ? Déconnectez-le.
account-this = Ce navigateur
account-seen = Dernière visite : { $time }
account-end = Déconnecter
account-unknown-browser = Un navigateur
instant = { $day }, { $time } UTC

invalid-link-over = Ce lien ou ce code a déjà servi, est trop ancien ou a été remplacé par un plus récent. Demandez-en un nouveau.
invalid-other-browser = Ce lien a été demandé dans un autre navigateur. Ouvrez-le dans celui-là, ou demandez-en un nouveau ici.
invalid-wrong-code = Ce n’est pas le code du courriel. Vérifiez-le et réessayez.
invalid-unknown-choice = Choisissez un élément de la liste.
invalid-already-member = Cette personne fait déjà partie de l’organisation.
invalid-last-owner = Une organisation a besoin d’une personne responsable. Donnez d’abord ce rôle à quelqu’un d’autre.
invalid-other-address = Cette invitation est destinée à une autre adresse que celle de votre compte. Déconnectez-vous, puis ouvrez-la de nouveau.

# Numbers to look at, files to take away, and what needs a look today.
workspace-numbers = Chiffres
attendance-export-sheet = Télécharger la liste au format Excel
act-export-record = Historique téléchargé

audit-who = Qui
audit-anyone = Tout le monde
audit-what = Quoi
audit-anything = Toutes les actions
audit-from = Du
audit-until = Au
audit-count =
    { $count ->
        [one] { $count } action
       *[other] { $count } actions
    }
audit-export = Télécharger l’historique au format CSV
audit-chain-title = L’historique est-il intact ?
audit-chain-text = Chaque action porte une empreinte d’elle-même et de l’action précédente. Si quelqu’un modifie, retire ou ajoute une action dans la base de données, les empreintes ne concordent plus, et cette page dit où. Pour pouvoir le prouver plus tard, gardez une copie de l’historique.
audit-chain-whole =
    { $count ->
        [one] L’historique est intact : { $count } action, telle qu’elle a été écrite.
       *[other] L’historique est intact : { $count } actions, chacune telle qu’elle a été écrite.
    }
audit-chain-broken = L’historique n’est pas intact. L’action { $number } a été modifiée ou manque. Prévenez l’équipe qui gère ce site et conservez ce que vous avez.
audit-back = Retour à l’historique
audit-number = Numéro
audit-when = Quand
audit-code = Code
audit-kind = Type d’objet
audit-object = Objet
audit-detail = Détails
audit-hash = Empreinte

numbers-link = Inscriptions et présences en chiffres
numbers-none = Personne ne s’est encore inscrit. Les chiffres apparaîtront ici dès la première inscription.
numbers-places = La ligne indique le nombre de places : { $places }. Elle est tracée dès qu’elle est à portée.
numbers-given-back-title = Places libérées
numbers-given-back-chart = Places libérées, jour après jour. En tout : { $count }.
numbers-who = Qui vient
numbers-tickets = À quel titre
numbers-arrivals = Arrivées
numbers-arrivals-chart = Personnes arrivées, par quart d’heure, de { $from } à { $until }.
numbers-here-of = sur place, pour { $expected } places prises
numbers-again = Actualiser
numbers-live = Les chiffres se mettent à jour d’eux-mêmes.
numbers-quarter = Quart d’heure à partir de
numbers-expected = Attendus
numbers-came = Venus
numbers-missing = Absents
numbers-share = Part
numbers-percent = { $share } %
numbers-came-title = Qui est venu
numbers-came-of = { $came } personnes sur { $expected } sont venues. Absentes : { $missing }.
numbers-door-not-kept = Personne n’a été enregistré à l’entrée : on ne sait donc pas qui est venu.
numbers-not-known = inconnu
numbers-dates = Comparer les dates
numbers-dates-chart = Personnes ayant une place à chaque date, la première date d’abord.
numbers-capacity = Places

today-attention = À regarder
today-calm = Rien à regarder aujourd’hui.
today-next = Prochainement
today-first-title = Votre premier événement
today-first-text = Donnez-lui un titre, une date et un lieu, puis annoncez-le. Personne ne le voit avant.
today-late =
    { $count ->
        [one] { $count } message en retard attend encore d’être envoyé
       *[other] { $count } messages en retard attendent encore d’être envoyés
    }
today-more =
    { $count ->
        [one] et { $count } autre
       *[other] et { $count } autres
    }
today-not-announced = Commence bientôt et n’est pas annoncé
today-full = Complet
today-nearly-full = Presque complet : { $taken } places prises sur { $capacity }
today-untranslated =
    { $count ->
        [one] Il manque { $count } langue que parle votre organisation
       *[other] Il manque { $count } langues que parle votre organisation
    }

# The record: who did what.
audit-lead = Tout ce qui a été fait ici, par qui et quand. Personne ne peut le modifier ni le supprimer.
audit-search = Rechercher dans l’historique
audit-none = Rien n’a encore été fait, ou rien ne correspond à la recherche.
audit-participant = Une personne inscrite
audit-operator = L’équipe qui gère ce site
act-register = Inscription faite
act-give-back = Places libérées
act-invite = Invitation envoyée
act-join = Invitation acceptée
act-withdraw = Invitation retirée
act-change-role = Rôle modifié
act-remove = Rôle retiré
act-add = Organisation accueillie

# Quand des machines se pressent.
register-code = Code du courriel
invalid-quick = C’était plus rapide que quiconque ne peut écrire. Rien n’a été changé : appuyez encore une fois sur le bouton.
invalid-code-mailed = De très nombreux formulaires arrivent pour cet événement. Nous avons envoyé un code à votre adresse : saisissez-le ci-dessous et appuyez de nouveau sur le bouton.
invalid-code-over = Ce code n’est plus valable, ou a été mal saisi trop souvent. Effacez-le et appuyez sur le bouton pour en recevoir un autre.
api-proof = Des machines se pressent sur cet événement. Prouvez le défi et renvoyez la même requête avec la preuve.
mail-code-subject = Votre code pour vous inscrire
mail-code-opening = voici le code pour vous inscrire. Saisissez-le là où vous avez rempli le formulaire. Il est valable une demi-heure :
mail-code-action = Comment nous traitons ce que vous nous dites
mail-code-reason = Vous recevez ce courriel parce que quelqu’un a rempli un formulaire avec votre adresse. Si ce n’était pas vous, ne faites rien : sans le code, personne n’est inscrit.

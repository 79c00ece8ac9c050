# Pages que le public lit, telles que leurs auteurs les écrivent.
workspace-page = Notre page
editor-preview = Voir l’aperçu
editor-picture = Image
editor-organisation-facts = Qui vous êtes et où vous trouver
editor-logo = Logo

writing-marks-label = Mettre le texte en forme
writing-bold = Gras
writing-italic = Italique
writing-heading = Titre
writing-list = Liste
writing-numbers = Liste numérotée
writing-link = Lien
writing-shown = Voici ce que cela donne

picture-file = Fichier
picture-file-hint = PNG, JPEG ou WebP, jusqu’à 10 Mo. Le lieu de la prise de vue et tout ce que le fichier révèle d’autre est retiré.
picture-alt = Ce que l’on voit, pour celles et ceux qui ne le voient pas : { $of }
picture-focus-x = L’essentiel, de gauche à droite
picture-focus-x-hint = En pour cent : 0 est le bord gauche, 50 le milieu.
picture-focus-y = L’essentiel, de haut en bas
picture-focus-y-hint = En pour cent : 0 est le bord supérieur, 50 le milieu.
picture-remove = Supprimer
editor-picture-text = Elle remplace le motif, sur la page et dans les listes. Ne montrez que des personnes qui ont donné leur accord.
editor-picture-now = L’image actuelle
editor-picture-unseen = Pas encore affichée en : { $languages }. Dites-y ce que l’on voit.
editor-picture-remove-text = L’image est supprimée. Le motif reprend sa place.
history-picture = Image
history-alt = Ce que l’on voit
history-focus = L’essentiel de l’image

preview-note = Voici ce que voit le public. Le formulaire d’inscription et les liens du calendrier n’apparaissent que sur la page publique.
preview-no-date = Il n’y a pas encore de date, donc rien à voir. Ajoutez d’abord une date.
preview-back = Retour à l’événement
preview-title = Aperçu : { $title }
preview-language-label = Langue du public
preview-label = Aperçu

organisation-name = Nom
organisation-name-hint = 120 caractères au plus.
organisation-summary = En bref
organisation-summary-hint = Une ou deux phrases, 300 caractères au plus.
organisation-description = Ce que vous faites
organisation-description-hint = Une ligne vide commence un nouveau paragraphe. Vous pouvez écrire **gras**, *italique*, # titre, - liste et [des mots](https://example.org).
organisation-kind = Type d’organisation
organisation-email = Adresse électronique
organisation-email-hint = Tout le monde peut la voir et y écrire.
organisation-links = Liens
organisation-links-text = Vos propres pages, chacune commençant par https://. Laissez vide ce dont vous n’avez pas besoin.
organisation-link = Lien { $of }
organisation-logo-text = Il figure en tête de votre page. Les parties transparentes le restent.
organisation-logo-remove-text = Le logo est supprimé. Un motif prend sa place.

act-write-picture = A changé l’image de
act-remove-picture = A supprimé l’image de
act-write-organisation = A changé ce que l’organisation dit d’elle-même
act-write-organisation-text = A écrit un texte de l’organisation
act-remove-organisation-text = A supprimé un texte de l’organisation
act-write-logo = A changé le logo de l’organisation
act-remove-logo = A supprimé le logo de l’organisation

invalid-last-language = C’est la seule langue, elle doit donc rester.
invalid-picture-kind = Ce n’est pas une image PNG, JPEG ou WebP. Choisissez un autre fichier.
invalid-picture-broken = Cette image est endommagée ou incomplète. Choisissez un autre fichier.
invalid-picture-large = Ce fichier dépasse 10 Mo. Réduisez-le ou choisissez-en un autre.
invalid-picture-pixels = Cette image compte plus de 40 mégapixels. Réduisez-la ou choisissez-en une autre.
invalid-picture-moves = Cette image est animée. Choisissez une image fixe.
invalid-picture-quota = Votre organisation a 200 images, le maximum. Supprimez-en d’abord une.
invalid-percent = Il faut un nombre entier de 0 à 100.

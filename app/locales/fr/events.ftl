home-title = À l’affiche
home-lead = Du sport, de la musique et du divertissement qui rapprochent les communautés. Trouvez un événement près de chez vous et réservez une place en moins d’une minute.
home-next = Prochains événements
home-nothing = Rien n’est annoncé pour le moment. Revenez bientôt.
home-all = Tous les événements
home-categories = De quoi avez-vous envie ?

category-sports = Sport
category-music = Musique
category-entertainment = Divertissement

list-title = Événements
list-count =
    { $count ->
        [0] Aucun événement
        [one] { $count } événement
       *[other] { $count } événements
    }
list-nothing = Aucun résultat. Essayez avec moins de mots, une autre catégorie ou d’autres dates.
filters = Filtres
filter-category = Catégorie
filter-all = Toutes
filter-from = À partir du
filter-to = Jusqu’au
filter-show = Afficher les événements
pages-label = Pages
pages-earlier = Dates précédentes
pages-later = Dates suivantes
pages-number = Page { $page } sur { $pages }
all-day = toute la journée
further-dates =
    { $count ->
        [one] { $count } autre date
       *[other] { $count } autres dates
    }

when-hours = { $day }, { $starts }–{ $ends }
when-days = du { $first } au { $last }
when-days-hours = du { $first } à { $starts } au { $last } à { $ends }
when-zone = { $zone } ({ $offset })
when-start = { $day }, { $time }

places-left =
    { $count ->
        [one] Il reste { $count } place
       *[other] Il reste { $count } places
    }
places-last =
    { $count ->
        [one] Dernière place
       *[other] { $count } dernières places
    }
places-full = Complet
places-past = Inscriptions closes
places-cancelled = Annulé
places-postponed = Reporté

held-by = Organisé par
fact-when = Quand
fact-where = Où
fact-language = Langues parlées
fact-places = Places
fact-free = Gratuit. Vous pouvez vous inscrire jusqu’au début de l’événement.
map = Carte
website = En savoir plus sur le site de l’organisation
description-label = À propos de cet événement
dates-title = Choisissez une date
tickets-title = Façons de participer

ticket-participant = Participant ou participante
ticket-participant-note = Vous prenez part à tout.
ticket-player = Joueur ou joueuse
ticket-player-note = Vous jouez, en solo ou en équipe.
ticket-performer = Artiste
ticket-performer-note = Vous êtes sur scène.
ticket-spectator = Public
ticket-spectator-note = Vous regardez et vous écoutez.
ticket-volunteer = Bénévole
ticket-volunteer-note = Vous aidez à ce que tout se passe bien.
ticket-media = Médias
ticket-media-note = Vous en rendez compte.

notice-cancelled = Cet événement est annulé.
notice-date-cancelled = Cette date est annulée.
notice-postponed = Cet événement est reporté. La nouvelle date n’est pas encore connue.
notice-past = À cette date, l’événement a commencé ou est terminé : il n’est plus possible de s’inscrire.
notice-full = Toutes les places sont prises. Si quelqu’un libère une place, vous pourrez de nouveau vous inscrire ici.
notice-others = Voir d’autres événements

organisation-write = Écrire à l’organisation
organisation-events = Ses événements
kind-governmental = Organisme public
kind-intergovernmental = Organisation intergouvernementale
kind-civil-society = Société civile
kind-religious = Communauté religieuse
kind-youth = Groupe de jeunes
kind-women = Groupe de femmes
kind-grassroots = Initiative locale
kind-media = Média
kind-academic = École ou université
kind-private = Entreprise

spoken-ar = arabe
spoken-zh = chinois
spoken-en = anglais
spoken-fr = français
spoken-ru = russe
spoken-es = espagnol

home-title = Agenda
home-lead = Deporte, música y entretenimiento que unen a las comunidades. Encuentre algo cerca de usted y reserve una plaza en menos de un minuto.
home-next = Próximos eventos
home-nothing = Por ahora no hay nada anunciado. Vuelva pronto.
home-all = Todos los eventos
home-categories = ¿Qué le gustaría hacer?

category-sports = Deporte
category-music = Música
category-entertainment = Entretenimiento

list-title = Eventos
list-count =
    { $count ->
        [0] Ningún evento
        [one] { $count } evento
       *[other] { $count } eventos
    }
list-nothing = No hay resultados. Pruebe con menos palabras, otra categoría u otras fechas.
filters = Filtros
filter-category = Categoría
filter-all = Todas
filter-from = Desde
filter-to = Hasta
filter-show = Ver eventos
pages-label = Páginas
pages-earlier = Fechas anteriores
pages-later = Fechas siguientes
pages-number = Página { $page } de { $pages }
all-day = todo el día
further-dates =
    { $count ->
        [one] { $count } fecha más
       *[other] { $count } fechas más
    }

when-hours = { $day }, { $starts }–{ $ends }
when-days = del { $first }, al { $last }
when-days-hours = desde el { $first }, { $starts }, hasta el { $last }, { $ends }
when-zone = { $zone } ({ $offset })
when-start = { $day }, { $time }

places-left =
    { $count ->
        [one] Queda { $count } plaza
       *[other] Quedan { $count } plazas
    }
places-last =
    { $count ->
        [one] Última plaza
       *[other] Últimas { $count } plazas
    }
places-full = Completo
places-past = Inscripción cerrada
places-cancelled = Cancelado
places-postponed = Aplazado

held-by = Organiza
fact-when = Cuándo
fact-where = Dónde
fact-language = Idiomas que se hablan
fact-places = Plazas
fact-free = Gratis. Puede inscribirse hasta que empiece el evento.
map = Mapa
website = Más información en la página de la organización
description-label = Acerca de este evento
dates-title = Elija una fecha
tickets-title = Formas de participar

ticket-participant = Participante
ticket-participant-note = Toma parte en todo.
ticket-player = Jugador o jugadora
ticket-player-note = Juega, por su cuenta o en equipo.
ticket-performer = Artista
ticket-performer-note = Sube al escenario.
ticket-spectator = Público
ticket-spectator-note = Mira y escucha.
ticket-volunteer = Voluntario o voluntaria
ticket-volunteer-note = Ayuda a que todo salga bien.
ticket-media = Prensa
ticket-media-note = Informa sobre el evento.

notice-cancelled = Este evento se ha cancelado.
notice-date-cancelled = Esta fecha se ha cancelado.
notice-postponed = Este evento se ha aplazado. Todavía no se conoce la nueva fecha.
notice-past = En esta fecha el evento ya ha empezado o ha terminado, así que ya no es posible inscribirse.
notice-full = Todas las plazas están ocupadas. Si alguien libera una, podrá volver a inscribirse aquí.
notice-others = Ver otros eventos

organisation-write = Escribir a la organización
organisation-events = Sus eventos
kind-governmental = Organismo público
kind-intergovernmental = Organización intergubernamental
kind-civil-society = Sociedad civil
kind-religious = Comunidad religiosa
kind-youth = Grupo de jóvenes
kind-women = Grupo de mujeres
kind-grassroots = Organización de base
kind-media = Medio de comunicación
kind-academic = Escuela o universidad
kind-private = Empresa

spoken-ar = árabe
spoken-zh = chino
spoken-en = inglés
spoken-fr = francés
spoken-ru = ruso
spoken-es = español

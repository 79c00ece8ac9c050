# Finding events and reading about one.
home-title = What is on
home-lead = Sport, music and entertainment that bring communities together. Find something near you, and take a place in under a minute.
home-next = Next events
home-nothing = Nothing is announced at the moment. Come back soon.
home-all = All events
home-categories = What do you feel like?

category-sports = Sports
category-music = Music
category-entertainment = Entertainment

list-title = Events
list-count =
    { $count ->
        [0] No events
        [one] { $count } event
       *[other] { $count } events
    }
list-nothing = Nothing matches. Try fewer words, another category or other dates.
filters = Filters
filter-category = Category
filter-all = All
filter-from = From
filter-to = To
filter-show = Show events
pages-label = Pages
pages-earlier = Earlier
pages-later = Later
pages-number = Page { $page } of { $pages }
all-day = all day
further-dates =
    { $count ->
        [one] { $count } more date
       *[other] { $count } more dates
    }

when-hours = { $day }, { $starts }–{ $ends }
when-days = { $first } to { $last }
when-days-hours = { $first }, { $starts } to { $last }, { $ends }
when-zone = { $zone } ({ $offset })
when-start = { $day }, { $time }

places-left =
    { $count ->
        [one] { $count } place left
       *[other] { $count } places left
    }
places-last =
    { $count ->
        [one] Last place
       *[other] Last { $count } places
    }
places-full = Full
places-past = Registration is closed
places-cancelled = Cancelled
places-postponed = Postponed

held-by = Held by
fact-when = When
fact-where = Where
fact-language = Languages spoken
fact-places = Places
fact-free = Free of charge. You can register until it begins.
map = Map
website = Read more on the organisers’ own page
description-label = About this event
dates-title = Choose a date
tickets-title = How you can come

ticket-participant = Participant
ticket-participant-note = You take part in everything.
ticket-player = Player
ticket-player-note = You play, alone or in a team.
ticket-performer = Performer
ticket-performer-note = You are on stage.
ticket-spectator = Spectator
ticket-spectator-note = You watch and listen.
ticket-volunteer = Volunteer
ticket-volunteer-note = You help to make it happen.
ticket-media = Media
ticket-media-note = You report about it.

notice-cancelled = This event is cancelled.
notice-date-cancelled = This date is cancelled.
notice-postponed = This event is postponed. The new date is not known yet.
notice-past = This date has begun or is over, so you can no longer register for it.
notice-full = All places are taken. If someone gives a place back, you can register here again.
notice-others = See other events

organisation-write = Write to them
organisation-events = What they hold
kind-governmental = Government
kind-intergovernmental = Intergovernmental
kind-civil-society = Civil society
kind-religious = Community of faith
kind-youth = Youth group
kind-women = Women’s group
kind-grassroots = Grassroots
kind-media = Media
kind-academic = School or university
kind-private = Company

spoken-ar = Arabic
spoken-zh = Chinese
spoken-en = English
spoken-fr = French
spoken-ru = Russian
spoken-es = Spanish

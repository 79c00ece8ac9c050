# The organisers' pages: where one is, what there is, how full it is.
workspace-home = Organise
workspace-account = Your account
workspace-events = Events
workspace-members = People
workspace-audit = Record
workspace-overview = Overview
workspace-edit = Edit
workspace-registrations = Who comes
workspace-trail-label = Where you are
workspace-tabs-label = Sections
workspace-none-title = You do not belong to an organisation yet
workspace-none-text = Ask an owner of your organisation to invite you with this address.
workspace-drafts-count =
    { $count ->
        [one] { $count } draft
       *[other] { $count } drafts
    }
workspace-undelivered =
    { $count ->
        [one] { $count } mail could not be delivered
       *[other] { $count } mails could not be delivered
    }
workspace-nothing-soon = Nothing is announced at the moment.
workspace-all-events = All events
workspace-which-label = Which events
workspace-upcoming = Coming
workspace-upcoming-none = Nothing is announced at the moment.
workspace-drafts = Drafts
workspace-drafts-none = There are no drafts.
workspace-past = Past
workspace-past-none = Nothing is over yet.
workspace-no-date = No date yet
workspace-dates =
    { $count ->
        [one] { $count } date
       *[other] { $count } dates
    }
workspace-taken = { $taken } of { $capacity } places taken
workspace-taken-of-any = { $taken } taken
status-draft = Draft
status-published = Published
status-postponed = Postponed
status-cancelled = Cancelled
overview-public = See the public page
overview-tickets = Places by ticket type
menu-organise = For organisers
numbers-title = How registrations came in
numbers-chart = People with a place, day by day, from { $from } to { $until }. In the end: { $coming }.
numbers-table = The numbers
numbers-day = Day
numbers-registered = Registered
numbers-given-back = Given back
numbers-coming = Coming
numbers-languages = Languages of those who come

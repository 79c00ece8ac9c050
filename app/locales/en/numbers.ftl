# Numbers to look at, files to take away, and what needs a look today.
workspace-numbers = Numbers
attendance-export-sheet = Take the list as an Excel sheet
act-export-record = Took the record as a file

audit-who = Who
audit-anyone = Anyone
audit-what = What
audit-anything = Anything
audit-from = From
audit-until = Until
audit-count =
    { $count ->
        [one] { $count } act
       *[other] { $count } acts
    }
audit-export = Take the record as a CSV file
audit-chain-title = Is the record whole?
audit-chain-text = Every act carries a sum of itself and of the act before. If somebody changes, removes or adds an act in the database, the sums no longer fit together, and this page says where. To be able to show it later, keep a copy of the record.
audit-chain-whole =
    { $count ->
        [one] The record is whole: { $count } act, as it was written.
       *[other] The record is whole: { $count } acts, each as it was written.
    }
audit-chain-broken = The record is not whole. Act { $number } was changed, or is missing. Tell the operator of this site, and keep what you have.
audit-back = Back to the record
audit-number = Number
audit-when = When
audit-code = Code
audit-kind = Kind of thing
audit-object = Thing
audit-detail = Details
audit-hash = Sum

numbers-link = How registrations came in, and who came
numbers-none = Nobody has registered yet. From the first registration on, the numbers stand here.
numbers-places = The line shows the places there are: { $places }. It is drawn once it is in reach.
numbers-given-back-title = Places given back
numbers-given-back-chart = Places given back, day by day. All together: { $count }.
numbers-who = Who comes
numbers-tickets = How they come
numbers-arrivals = Arrivals
numbers-arrivals-chart = People who came, by the quarter of an hour, from { $from } to { $until }.
numbers-here-of = are here, of { $expected } with a place
numbers-again = Look again
numbers-live = The numbers follow by themselves.
numbers-quarter = Quarter of an hour from
numbers-expected = Expected
numbers-came = Came
numbers-missing = Did not come
numbers-share = Share
numbers-percent = { $share }%
numbers-came-title = Who came
numbers-came-of = { $came } of { $expected } came. { $missing } did not.
numbers-door-not-kept = Nobody was checked in at the door, so it is not known who came.
numbers-not-known = not known
numbers-dates = The dates compared
numbers-dates-chart = People with a place on each date, the first date first.
numbers-capacity = Places

today-attention = Needs a look
today-calm = Nothing needs a look today.
today-next = Next
today-first-title = Your first event
today-first-text = Give it a title, a date and a place, then announce it. Nobody sees it before you do.
today-late =
    { $count ->
        [one] { $count } mail is late and still waits to be sent
       *[other] { $count } mails are late and still wait to be sent
    }
today-more =
    { $count ->
        [one] and { $count } more
       *[other] and { $count } more
    }
today-not-announced = Begins soon, and is not announced
today-full = Full
today-nearly-full = Nearly full: { $taken } of { $capacity } places taken
today-untranslated =
    { $count ->
        [one] Lacks { $count } language that your organisation speaks
       *[other] Lacks { $count } languages that your organisation speaks
    }

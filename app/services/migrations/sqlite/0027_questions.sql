-- What an event asks those who register. `number` names a question in forms, and is never another
-- question's. `definition` is JSON, read whole and written whole: what the question says in every
-- language, its options, on which answer it depends. What statements look at stands beside it: the
-- ticket type it is for (null: all), since when it is asked no more, and since when those who had
-- registered before are asked, too.
create table questions (
    organisation_id blob not null,
    id blob not null,
    event_id blob not null,
    number integer not null,
    position integer not null,
    ticket text,
    definition text not null,
    retired_at integer,
    requested_at integer,
    created_at integer not null,
    primary key (organisation_id, id),
    constraint one_number unique (organisation_id, event_id, number),
    foreign key (organisation_id, event_id) references events (organisation_id, id),
    check (number between 1 and 200)
) strict;

-- What can be chosen, with its places on each date (null: as many as like). Of what is sensitive there
-- are none: counting would tell who chose what.
create table question_options (
    organisation_id blob not null,
    question_id blob not null,
    number integer not null,
    capacity integer,
    primary key (organisation_id, question_id, number),
    foreign key (organisation_id, question_id) references questions (organisation_id, id),
    check (capacity between 0 and 100000)
) strict;

-- The places of an option on a date; there is no row before the first of them is taken.
create table option_places (
    organisation_id blob not null,
    occurrence_id blob not null,
    question_id blob not null,
    number integer not null,
    capacity integer,
    taken integer not null,
    primary key (organisation_id, occurrence_id, question_id, number),
    foreign key (organisation_id, occurrence_id) references occurrences (organisation_id, id),
    foreign key (organisation_id, question_id) references questions (organisation_id, id),
    constraint places_of_option check (taken >= 0 and (capacity is null or taken <= capacity))
) strict;

-- Who chose an option, and so holds a place of it: `position` is the attendee's, -1 stands for the registration.
create table option_seats (
    organisation_id blob not null,
    registration_id blob not null,
    position integer not null,
    question_id blob not null,
    number integer not null,
    occurrence_id blob not null,
    primary key (organisation_id, registration_id, position, question_id, number),
    foreign key (organisation_id, registration_id) references registrations (organisation_id, id),
    foreign key (organisation_id, occurrence_id, question_id, number)
        references option_places (organisation_id, occurrence_id, question_id, number)
) strict;

-- An answer, of an attendee or (position -1) of the registration. What is sensitive is sealed with a
-- key that is not in the database, for this row alone. A consent holds its text word for word.
create table answers (
    organisation_id blob not null,
    registration_id blob not null,
    position integer not null,
    question_id blob not null,
    value text,
    sealed blob,
    answered_at integer not null,
    primary key (organisation_id, registration_id, position, question_id),
    foreign key (organisation_id, registration_id) references registrations (organisation_id, id),
    foreign key (organisation_id, question_id) references questions (organisation_id, id),
    check ((value is null) <> (sealed is null)),
    check (position >= -1)
) strict;

create index answers_of_question on answers (organisation_id, question_id);

-- What a notice is about: a change of the event, or questions that wait for an answer.
alter table event_notices add column about text not null default 'change'
    check (about in ('change', 'questions'));

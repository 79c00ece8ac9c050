-- How one comes together: at a place (null), online, or both. `online_link` is for those alone who
-- have a place: it stands on no page, feed or search that others see.
alter table events add column held text check (held in ('online', 'both'));
alter table events add column online_link text check (online_link like 'https://%');

-- What is known of a place by those who need it; what is not said has no row.
create table event_access (
    organisation_id uuid not null,
    event_id uuid not null,
    fact text not null,
    answer text not null,
    primary key (organisation_id, event_id, fact),
    foreign key (organisation_id, event_id) references events (organisation_id, id),
    check (fact in ('step-free-entrance', 'lift', 'accessible-toilet', 'wheelchair-places',
        'hearing-loop', 'sign-language', 'subtitles', 'quiet-room', 'assistance-dogs',
        'free-companion', 'accessible-parking', 'strong-stimuli')),
    check (answer in ('yes', 'no'))
);

-- How one gets to the place, per language.
create table event_directions (
    organisation_id uuid not null,
    event_id uuid not null,
    language text not null,
    directions text not null,
    primary key (organisation_id, event_id, language),
    foreign key (organisation_id, event_id) references events (organisation_id, id),
    check (length(directions) between 1 and 2000)
);

-- Pictures of events, and the signs of organisations, which have no event. They are kept here, so
-- that one backup holds everything and several processes share them. An event has one picture.
create table pictures (
    organisation_id blob not null references organisations (id),
    id blob not null,
    event_id blob,
    width integer not null,
    height integer not null,
    focus_x integer not null,
    focus_y integer not null,
    created_at integer not null,
    primary key (organisation_id, id),
    unique (organisation_id, event_id),
    foreign key (organisation_id, event_id) references events (organisation_id, id),
    check (width > 0 and width <= 1600 and height > 0),
    check (focus_x >= 0 and focus_x <= 100 and focus_y >= 0 and focus_y <= 100)
) strict;

-- Directory: the organisation behind the id in a picture's public address.
create table picture_ids (
    id blob not null primary key,
    organisation_id blob not null,
    foreign key (organisation_id, id) references pictures (organisation_id, id)
) strict;

-- A picture in one of its widths, made by us: JPEG, or PNG for a sign.
create table picture_files (
    organisation_id blob not null,
    picture_id blob not null,
    width integer not null,
    bytes blob not null,
    primary key (organisation_id, picture_id, width),
    foreign key (organisation_id, picture_id) references pictures (organisation_id, id)
) strict;

-- What is to be seen on a picture, per language. Without it, the picture is not shown there.
create table picture_texts (
    organisation_id blob not null,
    picture_id blob not null,
    language text not null,
    alt text not null,
    primary key (organisation_id, picture_id, language),
    foreign key (organisation_id, picture_id) references pictures (organisation_id, id),
    check (alt <> '')
) strict;

-- How many pictures an organisation has, at most 200.
alter table organisations add column pictures integer not null default 0
    constraint pictures_of_organisation check (pictures >= 0 and pictures <= 200);

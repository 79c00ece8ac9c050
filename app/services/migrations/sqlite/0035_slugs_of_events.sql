-- Every list of an organisation asks for the slugs of its events.
create index event_slugs_of_event on event_slugs (organisation_id, event_id, slug);

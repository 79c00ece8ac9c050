-- Who stands in the record, and with what they did: read from the index alone.
create index audit_by_actor on audit (organisation_id, actor, action);

-- Those who are here and those who gave their place back, apart from the many who come: what counts
-- them reads no one else.
create index attendees_here on attendees (organisation_id, event_id, occurrence_id, ticket_type_id,
    checked_in_at)
    where checked_in_at is not null;
create index attendees_gone on attendees (organisation_id, event_id, occurrence_id, ticket_type_id,
    cancelled_at)
    where cancelled_at is not null;

-- What an organisation holds next.
create index occurrences_of_organisation on occurrences (organisation_id, ends_at);

-- Mails that were given up.
create index outbox_dead on outbox (organisation_id, registration_id) where status = 'dead';

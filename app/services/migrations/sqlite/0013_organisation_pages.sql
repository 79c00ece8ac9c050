-- An organisation's page is written by its people. `version` grows with every change of the
-- organisation, its texts, links and sign; the description is Markdown.
alter table organisations add column version integer not null default 1;

alter table organisation_texts add column description text not null default '';

-- Where else one finds an organisation: addresses of pages, in their order.
create table organisation_links (
    organisation_id blob not null references organisations (id),
    position integer not null,
    url text not null,
    primary key (organisation_id, position),
    check (position >= 0 and position < 8)
) strict;

-- Its own pages were the one link that it could have.
insert into organisation_links (organisation_id, position, url)
select id, 0, website
from organisations
where website like 'https://%';

alter table organisations drop column website;

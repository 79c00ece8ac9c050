//! Events as organisers would have written them.

use domain::accounts::{Actor, Membership};
use domain::events::schedule::When;
use domain::ids::{AccountId, OrganisationId, Reference};
use domain::language::Language;
use domain::organisations::Role;
use domain::text::fold;
use jiff::civil::DateTime;
use services::db::Tx;
use uuid::Uuid;

use super::House;

/// An event that a test announces.
pub struct NewEvent {
    pub slug: String,
    pub organisation: &'static str,
    pub category: &'static str,
    pub status: &'static str,
    /// Language and title; the other texts follow from the title.
    pub texts: Vec<(&'static str, String)>,
    /// Kind and places of its own.
    pub tickets: Vec<(&'static str, Option<i64>)>,
    pub dates: Vec<NewDate>,
}

/// A date that a test announces.
#[derive(Clone)]
pub struct NewDate {
    pub starts: &'static str,
    pub ends: &'static str,
    pub all_day: bool,
    pub zone: &'static str,
    pub places: i64,
    pub cancelled: bool,
}

/// Somebody who is written into the list of an event.
#[derive(Clone)]
pub struct Attending {
    pub name: String,
    pub contact_name: String,
    pub contact_email: String,
    pub language: Language,
    /// Which of the dates, and which of the ticket types.
    pub date: usize,
    pub ticket: usize,
    pub gone: bool,
    pub here: bool,
}

impl Default for Attending {
    fn default() -> Self {
        Self {
            name: "Ada".into(),
            contact_name: "Amina Diallo".into(),
            contact_email: "amina@example.org".into(),
            language: Language::English,
            date: 0,
            ticket: 0,
            gone: false,
            here: false,
        }
    }
}

/// An event that was announced, and its first date.
#[derive(Clone)]
pub struct Event {
    pub slug: String,
    pub date: DateTime,
}

impl Default for NewEvent {
    fn default() -> Self {
        Self {
            slug: "peace-cup".into(),
            organisation: "peace-club",
            category: "sports",
            status: "published",
            texts: vec![("en", "Peace Cup".into())],
            tickets: vec![("participant", None)],
            dates: vec![NewDate::default()],
        }
    }
}

impl Default for NewDate {
    fn default() -> Self {
        Self {
            starts: "2027-05-05T19:00:00",
            ends: "2027-05-05T21:30:00",
            all_day: false,
            zone: "Africa/Casablanca",
            places: 50,
            cancelled: false,
        }
    }
}

impl NewEvent {
    /// The usual event with this many places.
    pub fn with_places(places: i64) -> Self {
        Self { dates: vec![NewDate { places, ..NewDate::default() }], ..Self::default() }
    }

    /// An event of this slug that says this in English.
    pub fn titled(slug: &str, title: &str) -> Self {
        Self { slug: slug.into(), texts: vec![("en", title.into())], ..Self::default() }
    }
}

/// Runs a statement in a transaction with these values.
macro_rules! write {
    ($tx:ident, $sql:expr, $($value:expr),+ $(,)?) => {
        match &mut $tx {
            Tx::Sqlite(tx) => {
                sqlx::query($sql)$(.bind($value))+.execute(&mut **tx).await.map(drop)
            }
            Tx::Postgres(tx) => {
                sqlx::query($sql)$(.bind($value))+.execute(&mut **tx).await.map(drop)
            }
        }
        .expect("a fixture")
    };
}

const ORGANISATION: &str = "
    insert into organisations (id, slug, kind, email, created_at)
    values ($1, $2, 'grassroots', 'hello@peace-club.example', 0)";

const ORGANISATION_TEXT: &str = "
    insert into organisation_texts (organisation_id, language, name, summary)
    values ($1, 'en', $2, 'We meet.')";

const EVENT: &str = "
    insert into events (organisation_id, id, slug, category, discipline, status, address, spoken,
        website, version, created_at, updated_at)
    values ($1, $2, $3, $4, 'football', $5, 'Old Port, Casablanca', 'ar fr', '', 1, 0, 0)";

const SLUG: &str = "insert into event_slugs (slug, organisation_id, event_id) values ($1, $2, $3)";

const TEXT: &str = "
    insert into event_texts
        (organisation_id, event_id, language, title, summary, description, venue, folded)
    values ($1, $2, $3, $4, $5, 'Everyone plays.', 'Peace Hall', $6)";

const TICKET_TYPE: &str = "
    insert into ticket_types (organisation_id, id, event_id, kind, position, capacity)
    values ($1, $2, $3, $4, $5, $6)";

const OCCURRENCE: &str = "
    insert into occurrences (organisation_id, id, event_id, uid, starts_local, ends_local, all_day,
        zone, starts_at, ends_at, tzdata, capacity, cancelled_at, updated_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, '2026a', $11, $12, 0)";

const PLACES: &str = "
    insert into places (organisation_id, occurrence_id, ticket_type_id, capacity)
    values ($1, $2, $3, $4)";

const REGISTRATION: &str = "
    insert into registrations (organisation_id, id, event_id, occurrence_id, reference, status,
        contact_name, contact_email, language, idempotency_key, request_hash, revision, created_at,
        updated_at)
    values ($1, $2, $3, $4, $5, 'confirmed', $6, $7, $8, $9, $10, 1, 0, 0)";

const ATTENDEE: &str = "
    insert into attendees (organisation_id, id, registration_id, event_id, occurrence_id, language,
        position, name, ticket_type_id, folded_name, folded_contact, cancelled_revision,
        cancelled_at, checked_in_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $12, $13)";

const COUNTED_IN_ALL: &str = "
    update occurrences
    set taken = (
        select count(*) from attendees a
        where a.occurrence_id = occurrences.id and a.cancelled_at is null)
    where organisation_id = $1";

const COUNTED_OF_TYPE: &str = "
    update places
    set taken = (
        select count(*) from attendees a
        where a.occurrence_id = places.occurrence_id and a.ticket_type_id = places.ticket_type_id
            and a.cancelled_at is null)
    where organisation_id = $1";

const ACCOUNT: &str = "
    insert into accounts (id, email, language, created_at)
    values ($1, $2, 'en', 0)";

const MEMBER: &str = "
    insert into members (organisation_id, account_id, role, created_at)
    values ($1, $2, $3, 0)";

impl House {
    /// Announces an event; its organisation is made if there is none of this slug.
    pub async fn announce(&self, new: NewEvent) -> Event {
        let organisation = self.organisation(new.organisation).await;
        let event = Uuid::now_v7();
        let mut tx = self.db().begin().await.expect("a transaction");
        write!(tx, EVENT, organisation, event, &new.slug, new.category, new.status);
        write!(tx, SLUG, &new.slug, organisation, event);
        for (language, title) in &new.texts {
            let summary = format!("{title} is for all.");
            let folded = fold(&format!("{title} {summary} Peace Hall Everyone plays."));
            write!(tx, TEXT, organisation, event, language, title, summary.as_str(), &folded);
        }
        let mut ticket_types = Vec::new();
        for (position, (kind, places)) in (0_i64..).zip(&new.tickets) {
            let id = Uuid::now_v7();
            write!(tx, TICKET_TYPE, organisation, id, event, kind, position, *places);
            ticket_types.push((id, *places));
        }
        for date in &new.dates {
            let id = Uuid::now_v7();
            let when = date.when();
            let (starts_at, ends_at) =
                (when.starts_at.as_microsecond(), when.ends_at.as_microsecond());
            let (starts, ends) = (when.starts.to_string(), when.ends.to_string());
            let cancelled_at = date.cancelled.then_some(0_i64);
            write!(
                tx,
                OCCURRENCE,
                organisation,
                id,
                event,
                Uuid::new_v4(),
                &starts,
                &ends,
                date.all_day,
                date.zone,
                starts_at,
                ends_at,
                date.places,
                cancelled_at,
            );
            for (ticket_type, places) in &ticket_types {
                write!(tx, PLACES, organisation, id, *ticket_type, *places);
            }
        }
        tx.commit().await.expect("an event");
        Event { slug: new.slug, date: new.dates[0].when().starts }
    }

    /// Writes these people into the list of an event, some in each registration. There are no mails
    /// and no record of them: for lists, not for what happens to registrations.
    pub async fn fill(&self, event: &Event, people: &[Attending], in_each: usize) {
        const EVENT: &str = "select event_id from event_slugs where slug = $1";
        const DATES: &str = "select id from occurrences where event_id = $1 order by starts_at";
        const TICKETS: &str = "select id from ticket_types where event_id = $1 order by position";
        const OWNER: &str = "select organisation_id from event_slugs where slug = $1";
        let one = async |sql: &'static str| -> Uuid {
            on_database!(self, |pool| {
                sqlx::query_scalar(sql).bind(&event.slug).fetch_one(pool).await
            })
            .expect("an id")
        };
        let (organisation, id) = (one(OWNER).await, one(EVENT).await);
        let all = async |sql: &'static str| -> Vec<Uuid> {
            on_database!(self, |pool| sqlx::query_scalar(sql).bind(id).fetch_all(pool).await)
                .expect("ids")
        };
        let (dates, tickets) = (all(DATES).await, all(TICKETS).await);
        let mut tx = self.db().begin().await.expect("a transaction");
        for (number, group) in (0..).zip(people.chunks(in_each)) {
            let (registration, first) = (Uuid::now_v7(), &group[0]);
            let (date, language) = (dates[first.date], first.language.code());
            let reference = Reference::from_random(number).to_string();
            let (name, email) = (&first.contact_name, &first.contact_email);
            let (key, hash) = (Uuid::new_v4(), Vec::<u8>::new());
            write!(
                tx,
                REGISTRATION,
                organisation, registration, id, date, &reference, name, email, language, key, &hash
            );
            for (position, one) in (0_i64..).zip(group) {
                let folded_name = fold(&format!("{} {reference}", one.name));
                let folded_contact = fold(&format!("{name} {email}"));
                write!(
                    tx,
                    ATTENDEE,
                    organisation,
                    Uuid::now_v7(),
                    registration,
                    id,
                    date,
                    language,
                    position,
                    &one.name,
                    tickets[one.ticket],
                    &folded_name,
                    &folded_contact,
                    one.gone.then_some(1_i64),
                    one.here.then_some(1_i64),
                );
            }
        }
        write!(tx, COUNTED_IN_ALL, organisation);
        write!(tx, COUNTED_OF_TYPE, organisation);
        tx.commit().await.expect("people");
    }

    /// Somebody with this role in this organisation.
    pub async fn member(&self, organisation: &'static str, role: Role) -> Actor {
        let id = self.organisation(organisation).await;
        let account = Uuid::now_v7();
        let email = format!("{}@example.org", account.simple());
        let mut tx = self.db().begin().await.expect("a transaction");
        write!(tx, ACCOUNT, account, &email);
        write!(tx, MEMBER, id, account, role.code());
        tx.commit().await.expect("a member");
        let membership = Membership { organisation: OrganisationId(id), event: None, role };
        Actor { account: AccountId(account), memberships: vec![membership], is_fresh: true }
    }

    /// The organisation of this slug.
    pub async fn organisation(&self, slug: &str) -> Uuid {
        const ID: &str = "select id from organisations where slug = $1";
        let known: Option<Uuid> =
            on_database!(self, |pool| sqlx::query_scalar(ID).bind(slug).fetch_optional(pool).await)
                .expect("an answer");
        if let Some(id) = known {
            return id;
        }
        let (id, name) = (Uuid::now_v7(), slug.replace('-', " "));
        let mut tx = self.db().begin().await.expect("a transaction");
        write!(tx, ORGANISATION, id, slug);
        write!(tx, ORGANISATION_TEXT, id, &name);
        tx.commit().await.expect("an organisation");
        id
    }
}

impl NewDate {
    fn when(&self) -> When {
        let time = |text: &str| text.parse().expect("a local time");
        When::new(time(self.starts), time(self.ends), self.all_day, self.zone).expect("a date")
    }
}

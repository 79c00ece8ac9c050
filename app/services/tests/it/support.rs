//! A house for each test: the services on an empty database, a clock that stands still, and events
//! to register for.

use std::future::Future;
use std::ops::Deref;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU32, Ordering};

use domain::invalid::{Code, Field, Invalid};
use domain::language::Language;
use domain::questions::answers::AnswersDraft;
use domain::registrations::{AttendeeDraft, Draft};
use jiff::{SignedDuration, Timestamp};
use services::registrations::Submission;
use services::secrets::ManageToken;
use services::{Clock, Db, Error, Secrets, Services};
use sqlx::AssertSqlSafe;
use uuid::Uuid;

use database::Database;
pub use database::Engine;
pub use fixtures::{Event, NewDate, NewEvent};

/// When every test begins.
pub const NOW: &str = "2027-03-01T12:00:00Z";

/// Writes a test once and runs it on both databases.
macro_rules! both {
    ($($(#[$attribute:meta])* async fn $name:ident($house:ident: $type:ty) $body:block)*) => {$(
        $(#[$attribute])*
        mod $name {
            use super::*;

            async fn body($house: $type) $body

            #[test]
            fn on_sqlite() {
                $crate::support::run($crate::support::Engine::Sqlite, body);
            }

            #[test]
            fn on_postgresql() {
                $crate::support::run($crate::support::Engine::Postgres, body);
            }
        }
    )*};
}

/// Runs `$body` with the pool that writes.
macro_rules! on_database {
    ($house:expr, |$pool:ident| $body:expr) => {
        match $house.db() {
            services::Db::Sqlite { writer: $pool, .. } => $body,
            services::Db::Postgres { pool: $pool, .. } => $body,
        }
    };
}

pub mod database;
pub mod fixtures;

/// Runs a test in a house on this database, which is gone afterwards, whatever came of the test.
pub fn run<F: Future<Output: Send> + Send + 'static>(
    engine: Engine,
    body: impl FnOnce(House) -> F,
) -> F::Output {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(8)
        .enable_all()
        .build()
        .expect("a runtime");
    runtime.block_on(async {
        let database = Database::new(engine).await;
        let house = House::open(&database).await;
        let db = house.db().clone();
        let outcome = tokio::spawn(body(house)).await;
        db.close().await;
        database.remove().await;
        outcome.unwrap_or_else(|error| std::panic::resume_unwind(error.into_panic()))
    })
}

/// A clock that a test sets.
#[derive(Debug)]
pub struct TestClock(AtomicI64);

impl TestClock {
    pub fn set(&self, time: &str) {
        let time: Timestamp = time.parse().expect("a time");
        self.0.store(time.as_microsecond(), Ordering::SeqCst);
    }

    pub fn advance(&self, by: SignedDuration) {
        let by = i64::try_from(by.as_micros()).expect("a time that a test waits");
        self.0.fetch_add(by, Ordering::SeqCst);
    }
}

impl Clock for TestClock {
    fn now(&self) -> Timestamp {
        Timestamp::from_microsecond(self.0.load(Ordering::SeqCst)).expect("a time")
    }
}

/// The services on a database of their own.
#[derive(Clone)]
pub struct House {
    pub clock: Arc<TestClock>,
    pub engine: Engine,
    services: Services,
    visitors: Arc<AtomicU32>,
}

impl Deref for House {
    type Target = Services;

    fn deref(&self) -> &Services {
        &self.services
    }
}

impl House {
    async fn open(database: &Database) -> Self {
        let db = Db::connect(&database.url).await.expect("a database");
        db.migrate().await.expect("the tables of this program");
        let clock = Arc::new(TestClock(AtomicI64::new(0)));
        clock.set(NOW);
        let secrets = Secrets::new([7; 32]);
        let services = Services::new(db, Arc::clone(&clock) as _, secrets, "https://concord.test");
        Self { clock, engine: database.engine, services, visitors: Arc::default() }
    }

    /// A form for these people as participants, from an address that nobody used before.
    pub fn form(&self, event: &Event, names: &[&str]) -> Submission {
        let visitor = self.visitors.fetch_add(1, Ordering::SeqCst);
        let attendee =
            |name: &&str| AttendeeDraft { name: (*name).into(), ticket: "participant".into() };
        Submission {
            slug: event.slug.clone(),
            date: event.date,
            key: Uuid::new_v4(),
            language: Language::English,
            draft: Draft {
                contact_name: "Amina Diallo".into(),
                contact_email: format!("visitor-{visitor}@example.org"),
                attendees: names.iter().map(attendee).collect(),
            },
            answers: AnswersDraft::default(),
        }
    }

    /// Registers these people, who are let in.
    pub async fn register(&self, event: &Event, names: &[&str]) -> ManageToken {
        let form = self.form(event, names);
        self.registrations.register(form).await.expect("a registration")
    }

    /// A number that the database tells.
    pub async fn number(&self, sql: &str) -> i64 {
        let sql = AssertSqlSafe(sql.to_owned());
        on_database!(self, |pool| sqlx::query_scalar(sql).fetch_one(pool).await).expect("a number")
    }

    /// Texts that the database tells.
    pub async fn texts(&self, sql: &str) -> Vec<String> {
        let sql = AssertSqlSafe(sql.to_owned());
        on_database!(self, |pool| sqlx::query_scalar(sql).fetch_all(pool).await).expect("texts")
    }

    /// Changes rows as no use case would: how many, or why not.
    pub async fn change(&self, sql: &str) -> Result<u64, sqlx::Error> {
        let sql = AssertSqlSafe(sql.to_owned());
        on_database!(self, |pool| {
            sqlx::query(sql).execute(pool).await.map(|done| done.rows_affected())
        })
    }

    /// The tables of which some row holds these bytes, as text or as they are.
    pub async fn tables_holding(&self, bytes: &[u8]) -> Vec<String> {
        let needle: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
        let columns = match self.engine {
            Engine::Sqlite => COLUMNS_SQLITE,
            Engine::Postgres => COLUMNS_POSTGRES,
        };
        let columns: Vec<(String, String)> =
            on_database!(self, |pool| sqlx::query_as(columns).fetch_all(pool).await)
                .expect("columns");
        let mut holding = Vec::new();
        for (table, hex) in columns {
            let sql = format!("select count(*) from {table} where {hex} like '%{needle}%'");
            if self.number(&sql).await > 0 && holding.last() != Some(&table) {
                holding.push(table);
            }
        }
        holding
    }

    /// How many rows each table that people write to has.
    pub async fn rows(&self) -> [i64; 5] {
        let mut rows = [0; 5];
        let tables = ["registrations", "attendees", "manage_links", "outbox", "audit"];
        for (rows, table) in rows.iter_mut().zip(tables) {
            *rows = self.number(&format!("select count(*) from {table}")).await;
        }
        rows
    }

    /// How many places are taken on all dates.
    pub async fn taken(&self) -> i64 {
        self.number("select cast(coalesce(sum(taken), 0) as bigint) from occurrences").await
    }

    /// Every registration has all of its rows, and every counter says what counting says. One
    /// statement, so that it holds while others write.
    #[track_caller]
    pub fn assert_whole(&self) -> impl Future<Output = ()> {
        let (house, caller) = (self.clone(), std::panic::Location::caller());
        async move {
            let wrong = house.wrong_rows().await;
            assert_eq!(wrong, 0, "rows that do not fit together, seen from {caller}");
        }
    }

    /// How many rows do not fit together.
    pub async fn wrong_rows(&self) -> i64 {
        self.number(NOT_WHOLE).await
    }

    /// No connection came back to its pool inside a transaction that nobody will end (sqlx#4393).
    pub async fn assert_no_transaction_is_open(&self) {
        const OPEN: &str = "
            select count(*) from pg_stat_activity
            where datname = current_database() and state like 'idle in transaction%'";
        let Db::Postgres { pool, .. } = self.db() else { return };
        let mut connections = Vec::new();
        for _ in 0..pool.options().get_max_connections() {
            connections.push(pool.acquire().await.expect("a connection"));
        }
        let open: i64 =
            sqlx::query_scalar(OPEN).fetch_one(&mut *connections[0]).await.expect("a number");
        assert_eq!(open, 0, "connections that came back inside a transaction");
    }
}

/// Counts dates, ticket types and options whose counters are wrong, and registrations without attendees,
/// without their one link, or without one mail and one audit row for each of their revisions. Those
/// that an organiser added may be without the first mail; a file has one audit row for all.
const NOT_WHOLE: &str = "
    with here as (
        select r.organisation_id, r.occurrence_id, a.ticket_type_id, count(*) as people
        from registrations r
        join attendees a on a.organisation_id = r.organisation_id and a.registration_id = r.id
        where a.cancelled_at is null
        group by r.organisation_id, r.occurrence_id, a.ticket_type_id)
    select
        (select count(*) from occurrences o where o.taken <> (
            select coalesce(sum(h.people), 0) from here h where h.occurrence_id = o.id))
        + (select count(*) from places p where p.taken <> (
            select coalesce(sum(h.people), 0) from here h
            where h.occurrence_id = p.occurrence_id and h.ticket_type_id = p.ticket_type_id))
        + (select count(*) from option_places p where p.taken <> (
            select count(*) from option_seats s
            where s.occurrence_id = p.occurrence_id and s.question_id = p.question_id
                and s.number = p.number))
        + (select count(*) from option_seats s where not exists (
            select 1 from registrations r
            join answers w on w.registration_id = r.id
            left join attendees a on a.registration_id = r.id and a.position = w.position
            where r.id = s.registration_id and r.occurrence_id = s.occurrence_id
                and w.position = s.position and w.question_id = s.question_id
                and r.status <> 'cancelled' and a.cancelled_at is null))
        + (select count(*) from registrations r
            where not exists (
                    select 1 from attendees a
                    where a.organisation_id = r.organisation_id and a.registration_id = r.id)
                or (r.status = 'cancelled') <> not exists (
                    select 1 from attendees a
                    where a.organisation_id = r.organisation_id and a.registration_id = r.id
                        and a.cancelled_at is null)
                or r.revision <> (
                    select count(*) + case when r.source is not null and not exists (
                            select 1 from outbox f
                            where f.organisation_id = r.organisation_id
                                and f.registration_id = r.id and f.revision = 1)
                        then 1 else 0 end
                    from outbox m
                    where m.organisation_id = r.organisation_id and m.registration_id = r.id
                        and m.notice_id is null)
                or r.revision <> (
                    select count(*) + case r.source when 'file' then 1 else 0 end from audit d
                    where d.organisation_id = r.organisation_id and d.object_id = r.id
                        and d.object_kind = 'registration'))
        + (select abs(count(*) - (select count(*) from registrations)) from manage_links)
        + (select abs(count(distinct registration_id) - (select count(*) from registrations))
            from manage_links)";

/// Each column with an expression of its bytes in hexadecimal.
const COLUMNS_SQLITE: &str = "
    select t.name, 'lower(hex(' || c.name || '))'
    from sqlite_schema t
    join pragma_table_info(t.name) c
    where t.type = 'table' and c.type in ('TEXT', 'BLOB')
    order by t.name";

const COLUMNS_POSTGRES: &str = "
    select c.table_name::text, case c.data_type
        when 'text' then 'encode(convert_to(' || c.column_name || ', ''UTF8''), ''hex'')'
        else 'encode(' || c.column_name || ', ''hex'')' end
    from information_schema.columns c
    where c.table_schema = 'public' and c.data_type in ('text', 'bytea')
    order by c.table_name";

/// What was refused, and why.
#[track_caller]
pub fn refused<T>(result: Result<T, Error>) -> Vec<(Field, Code)> {
    match result {
        Err(Error::Invalid(invalid)) => {
            invalid.into_iter().map(|Invalid { field, code }| (field, code)).collect()
        }
        Err(error) => panic!("not refused with a reason, but: {error:?}"),
        Ok(_) => panic!("not refused"),
    }
}

/// The form as a whole was refused for this reason.
#[track_caller]
pub fn assert_refused<T>(result: Result<T, Error>, code: Code) {
    assert_eq!(refused(result), [(Field::Form, code)]);
}

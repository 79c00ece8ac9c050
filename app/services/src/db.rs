//! The two databases behind one type: the only file that knows there are two.
//!
//! Statements are written once, with `$1`, which SQLite reads as PostgreSQL does; `on!` and `read!`
//! run them on the database at hand. Where the dialects differ there are two constants, ending in
//! `_SQLITE` and `_POSTGRES`, chosen by [`Tx::sql`]. A test prepares every statement on both.
//!
//! SQLite: one writer, so that writers queue here and not at the file's lock; transactions begin
//! IMMEDIATE, because one that begins as a reader and then writes fails at once when another wrote
//! in between, whatever the busy timeout; `synchronous=FULL`, because a registration that was
//! confirmed must survive the loss of power. Writers share the commits: [`desk`].

mod desk;

use std::str::FromStr;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context as _;
use sqlx::migrate::Migrator;
use sqlx::postgres::{PgConnectOptions, PgPool, PgPoolOptions};
use sqlx::sqlite::{
    SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous,
};
use sqlx::{ConnectOptions as _, Connection as _};
use sqlx::{Postgres, Sqlite};

use desk::{Desk, Part};

static SQLITE_MIGRATIONS: Migrator = sqlx::migrate!("migrations/sqlite");
static POSTGRES_MIGRATIONS: Migrator = sqlx::migrate!("migrations/postgres");

/// The first SQLite that does not corrupt a WAL that two connections write and checkpoint at once.
const OLDEST_SQLITE: (u32, u32, u32) = (3, 51, 3);

/// How long a request waits for a connection before it is told to come back.
const PATIENCE: Duration = Duration::from_secs(8);

/// How long one waits at a desk of PostgreSQL before trying the next: something long goes on there,
/// or waits for a lock.
const NEXT_DESK: Duration = Duration::from_millis(50);

/// A database with its pools.
#[derive(Debug, Clone)]
pub enum Db {
    /// SQLite in a file.
    Sqlite {
        /// Connections that cannot write.
        readers: SqlitePool,
        /// The one connection that writes.
        writer: SqlitePool,
        /// Where those queue who write.
        desk: Arc<Desk<Sqlite>>,
    },
    /// PostgreSQL over a socket.
    Postgres {
        /// Its connections.
        pool: PgPool,
        /// Where those queue who write: at the first, as long as it is quick.
        desks: [Arc<Desk<Postgres>>; 4],
    },
}

/// An open transaction. Dropping it without [`Tx::commit`] undoes it.
#[derive(Debug)]
pub enum Tx {
    /// On SQLite.
    Sqlite(Part<Sqlite>),
    /// On PostgreSQL.
    Postgres(Part<Postgres>),
}

/// Runs `$body` with the connection of a transaction.
macro_rules! on {
    ($tx:expr, |$connection:ident| $body:expr) => {
        match $tx {
            $crate::db::Tx::Sqlite(transaction) => {
                let $connection = &mut **transaction;
                $body
            }
            $crate::db::Tx::Postgres(transaction) => {
                let $connection = &mut **transaction;
                $body
            }
        }
    };
}

/// Runs `$body` with a pool that reads.
macro_rules! read {
    ($db:expr, |$pool:ident| $body:expr) => {
        match $db {
            $crate::db::Db::Sqlite { readers: $pool, .. } => $body,
            $crate::db::Db::Postgres { pool: $pool, .. } => $body,
        }
    };
}

pub(crate) use {on, read};

impl Db {
    /// Opens the database at this address (`sqlite:PATH` or `postgres://…`), without touching its
    /// tables.
    ///
    /// # Errors
    /// The address cannot be read, the file cannot be opened or written, the server cannot be
    /// reached, or the SQLite in this program is too old.
    pub async fn connect(url: &str) -> anyhow::Result<Self> {
        if url.starts_with("sqlite:") {
            Self::connect_sqlite(url).await
        } else {
            Self::connect_postgres(url).await
        }
    }

    async fn connect_sqlite(url: &str) -> anyhow::Result<Self> {
        let options = SqliteConnectOptions::from_str(url)?
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true)
            .busy_timeout(Duration::from_secs(5))
            .pragma("cache_size", "-16384")
            .pragma("temp_store", "memory")
            .optimize_on_close(true, None);
        let writer = SqlitePoolOptions::new()
            .max_connections(1)
            .acquire_timeout(PATIENCE)
            .test_before_acquire(false)
            .connect_with(options.clone())
            .await?;
        require_sound_sqlite(&writer).await?;
        let readers = std::thread::available_parallelism().map_or(2, std::num::NonZero::get) * 2;
        let readers = SqlitePoolOptions::new()
            .max_connections(u32::try_from(readers).unwrap_or(4))
            .acquire_timeout(PATIENCE)
            .test_before_acquire(false)
            // Enough for what pages read over and over; there are several of them.
            .connect_with(options.read_only(true).pragma("cache_size", "-4096"))
            .await?;
        let desk = Desk::new(writer.clone(), "begin immediate");
        Ok(Self::Sqlite { readers, writer, desk })
    }

    async fn connect_postgres(url: &str) -> anyhow::Result<Self> {
        let options = PgConnectOptions::from_str(url)?.application_name("concord").options([
            ("statement_timeout", "15s"),
            ("idle_in_transaction_session_timeout", "30s"),
        ]);
        // Once without the pool, which would only say that it waited.
        options.connect().await?.close().await?;
        let pool = PgPoolOptions::new()
            .max_connections(20)
            .acquire_timeout(PATIENCE)
            .connect_with(options)
            .await?;
        let desks = std::array::from_fn(|_| Desk::new(pool.clone(), "begin"));
        Ok(Self::Postgres { pool, desks })
    }

    /// Brings the tables up to what this program needs; does nothing where they already are.
    ///
    /// # Errors
    /// The database refuses, or was written by a newer program.
    pub async fn migrate(&self) -> anyhow::Result<()> {
        match self {
            Self::Sqlite { writer, .. } => SQLITE_MIGRATIONS.run(writer).await,
            Self::Postgres { pool, .. } => POSTGRES_MIGRATIONS.run(pool).await,
        }
        .context("the tables could not be brought up to date")
    }

    /// Begins a transaction that writes.
    ///
    /// # Errors
    /// No connection came free in time.
    pub async fn begin(&self) -> Result<Tx, sqlx::Error> {
        let part = match self {
            Self::Sqlite { desk, .. } => desk.turn(PATIENCE).await?.map(Tx::Sqlite),
            Self::Postgres { desks: [quick @ .., last], .. } => {
                for desk in quick {
                    if let Some(part) = desk.turn(NEXT_DESK).await? {
                        return Ok(Tx::Postgres(part));
                    }
                }
                last.turn(PATIENCE).await?.map(Tx::Postgres)
            }
        };
        part.ok_or(sqlx::Error::PoolTimedOut)
    }

    /// Waits until what a transaction saw that was refused is there for those who read: it may have
    /// seen what others wrote who shared the commit to come.
    ///
    /// # Errors
    /// What others wrote could not be kept.
    pub(crate) async fn settle(&self) -> Result<(), sqlx::Error> {
        match self {
            Self::Sqlite { desk, .. } => desk.settle().await,
            Self::Postgres { desks, .. } => {
                for desk in desks {
                    desk.settle().await?;
                }
                Ok(())
            }
        }
    }

    /// Whether the database answers and its tables are as this program needs them.
    ///
    /// # Errors
    /// What stands in the way.
    pub async fn ready(&self) -> Result<(), sqlx::Error> {
        const LAST_MIGRATION: &str = "select max(version) from _sqlx_migrations where success";
        let last: Option<i64> =
            read!(self, |pool| sqlx::query_scalar(LAST_MIGRATION).fetch_one(pool).await)?;
        let needed = SQLITE_MIGRATIONS.iter().map(|migration| migration.version).max();
        if last == needed { Ok(()) } else { Err(sqlx::Error::RowNotFound) }
    }

    /// What the database calls itself, for `concord check` and the start of the log.
    #[must_use]
    pub fn engine(&self) -> &'static str {
        match self {
            Self::Sqlite { .. } => "SQLite",
            Self::Postgres { .. } => "PostgreSQL",
        }
    }

    /// The statement for the database at hand, where one text does not do for both.
    pub(crate) const fn sql(&self, sqlite: &'static str, postgres: &'static str) -> &'static str {
        match self {
            Self::Sqlite { .. } => sqlite,
            Self::Postgres { .. } => postgres,
        }
    }

    /// Closes every connection, once those in use have come back.
    pub async fn close(&self) {
        match self {
            Self::Sqlite { readers, writer, .. } => {
                readers.close().await;
                writer.close().await;
            }
            Self::Postgres { pool, .. } => pool.close().await,
        }
    }
}

impl Tx {
    /// Makes what was written last.
    ///
    /// # Errors
    /// The database could not; nothing was written.
    pub async fn commit(self) -> Result<(), sqlx::Error> {
        match self {
            Self::Sqlite(part) => part.commit().await,
            Self::Postgres(part) => part.commit().await,
        }
    }

    /// The statement for the database at hand, where one text does not do for both.
    pub(crate) const fn sql(&self, sqlite: &'static str, postgres: &'static str) -> &'static str {
        match self {
            Self::Sqlite(_) => sqlite,
            Self::Postgres(_) => postgres,
        }
    }
}

async fn require_sound_sqlite(writer: &SqlitePool) -> anyhow::Result<()> {
    let version: String = sqlx::query_scalar("select sqlite_version()").fetch_one(writer).await?;
    let mut parts = version.split('.').map(|part| part.parse().unwrap_or(0));
    let mut next = || parts.next().unwrap_or(0);
    anyhow::ensure!(
        (next(), next(), next()) >= OLDEST_SQLITE,
        "this program holds SQLite {version}, which can damage its file; it needs 3.51.3 or newer"
    );
    let journal: String = sqlx::query_scalar("pragma journal_mode").fetch_one(writer).await?;
    anyhow::ensure!(
        journal == "wal",
        "the database file stands where SQLite cannot keep a write-ahead log (a network disk?)"
    );
    Ok(())
}

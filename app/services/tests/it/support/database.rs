//! An empty database for one test.

use std::collections::hash_map::DefaultHasher;
use std::fs;
use std::hash::{Hash, Hasher};

use services::Db;
use sqlx::postgres::PgConnection;
use sqlx::{AssertSqlSafe, Connection};
use tempfile::TempDir;
use uuid::Uuid;

/// The two databases.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    Sqlite,
    Postgres,
}

/// A database that only one test knows.
pub struct Database {
    pub engine: Engine,
    pub url: String,
    name: String,
    /// Where the file of SQLite is.
    _folder: Option<TempDir>,
}

impl Database {
    /// A new one. On PostgreSQL a copy of one with all tables, which is made once.
    pub async fn new(engine: Engine) -> Self {
        if engine == Engine::Sqlite {
            let folder = tempfile::tempdir().expect("a folder");
            let url = format!("sqlite:{}/concord.db", folder.path().display());
            return Self { engine, url, name: String::new(), _folder: Some(folder) };
        }
        let mut server = server().await;
        let template = template(&mut server).await;
        let name = format!("concord_test_{}", Uuid::new_v4().simple());
        execute(&mut server, format!("create database {name} template {template}")).await;
        Self { engine, url: url_of(&name), name, _folder: None }
    }

    /// Takes it away; a file goes with its folder.
    pub async fn remove(self) {
        if self.engine == Engine::Postgres {
            let drop = format!("drop database {} with (force)", self.name);
            execute(&mut server().await, drop).await;
        }
    }
}

fn server_url() -> String {
    std::env::var("CONCORD_TEST_POSTGRES").unwrap_or_else(|_| {
        panic!("CONCORD_TEST_POSTGRES is not set: use `make test`, which starts a PostgreSQL")
    })
}

async fn server() -> PgConnection {
    PgConnection::connect(&server_url()).await.expect("the server at CONCORD_TEST_POSTGRES")
}

/// The address of another database on the same server.
fn url_of(database: &str) -> String {
    let url = server_url();
    let (address, options) = url.split_once('?').unwrap_or((&url, ""));
    let (server, _) = address.rsplit_once('/').expect("an address that ends with a database");
    format!("{server}/{database}?{options}")
}

async fn execute(server: &mut PgConnection, sql: String) {
    sqlx::raw_sql(AssertSqlSafe(sql)).execute(server).await.expect("a server that lets us");
}

/// The database that others are copied from, made by whoever comes first. Its name follows from
/// this program, which holds the migrations.
async fn template(server: &mut PgConnection) -> String {
    const EXISTS: &str = "select count(*) from pg_database where datname = $1";
    let program = std::env::current_exe().expect("a program");
    let built = fs::metadata(&program).and_then(|file| file.modified()).expect("a file");
    let mut hash = DefaultHasher::new();
    (program, built).hash(&mut hash);
    let name = format!("concord_template_{:016x}", hash.finish());
    execute(server, "select pg_advisory_lock(20270301)".into()).await;
    let count: i64 =
        sqlx::query_scalar(EXISTS).bind(&name).fetch_one(&mut *server).await.expect("a count");
    if count == 0 {
        let unfinished = format!("concord_unfinished_{}", Uuid::new_v4().simple());
        execute(server, format!("create database {unfinished}")).await;
        let db = Db::connect(&url_of(&unfinished)).await.expect("a database");
        db.migrate().await.expect("tables");
        db.close().await;
        execute(server, format!("alter database {unfinished} rename to {name}")).await;
    }
    execute(server, "select pg_advisory_unlock(20270301)".into()).await;
    name
}

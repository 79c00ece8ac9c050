//! Transactions that share a commit: each stands or falls alone, and none is told too early.

use std::sync::Arc;

use services::db::Tx;
use sqlx::AssertSqlSafe;
use tokio::sync::Barrier;

use crate::support::{Engine, House};

/// Runs a statement in a transaction.
async fn run(tx: &mut Tx, sql: &str) -> Result<(), sqlx::Error> {
    let sql = AssertSqlSafe(sql.to_owned());
    match tx {
        Tx::Sqlite(tx) => sqlx::query(sql).execute(&mut **tx).await.map(drop),
        Tx::Postgres(tx) => sqlx::query(sql).execute(&mut **tx).await.map(drop),
    }
}

/// Writes a row of this number.
async fn write(house: &House, tx: &mut Tx, number: usize) -> Result<(), sqlx::Error> {
    let id = match house.engine {
        Engine::Sqlite => format!("x'{number:032x}'"),
        Engine::Postgres => format!("'{number:032x}'"),
    };
    let octets = if house.engine == Engine::Sqlite { "x'00'" } else { "'\\x00'" };
    run(
        tx,
        &format!(
            "insert into form_flash (id, sealed, expires_at) values ({id}, {octets}, {number})"
        ),
    )
    .await
}

async fn written(house: &House) -> i64 {
    house.number("select count(*) from form_flash").await
}

/// A part that lets the commit fail of all who share it.
async fn break_what_is_shared(house: &House, number: usize) -> Result<(), sqlx::Error> {
    let mut tx = house.db().begin().await.expect("a turn");
    write(house, &mut tx, number).await.expect("written");
    match house.engine {
        // What refers to nothing is found at the commit.
        Engine::Sqlite => {
            run(&mut tx, "pragma defer_foreign_keys = on").await.expect("deferred");
            run(&mut tx, "insert into event_slugs values ('no', x'00', x'00')").await.expect("yet");
        }
        Engine::Postgres => {
            let ended = run(&mut tx, "select pg_terminate_backend(pg_backend_pid())").await;
            assert!(ended.is_err(), "the connection is gone");
        }
    }
    tx.commit().await
}

both! {
    async fn of_many_at_once_each_stands_or_falls_alone(house: House) {
        const MANY: usize = 60;
        let together = Arc::new(Barrier::new(MANY));
        let all = (0..MANY).map(|number| {
            let (house, together) = (house.clone(), Arc::clone(&together));
            tokio::spawn(async move {
                together.wait().await;
                let mut tx = house.db().begin().await.expect("a turn");
                write(&house, &mut tx, number).await.expect("written");
                match number % 4 {
                    // Left without a word, left after a mistake, and done.
                    0 => drop(tx),
                    1 => assert!(write(&house, &mut tx, number).await.is_err(), "it is there already"),
                    _ => tx.commit().await.expect("kept"),
                }
            })
        });
        for one in all.collect::<Vec<_>>() {
            one.await.expect("done");
        }
        assert_eq!(written(&house).await, MANY as i64 / 2);
        assert_eq!(house.number("select count(*) from form_flash where expires_at % 4 < 2").await, 0);
    }

    async fn a_commit_that_fails_fails_for_all_who_share_it_and_for_nobody_else(house: House) {
        let (mut kept, mut is_shared) = (0, false);
        // Whether the second stands behind the first in time is not ours to say: until it does.
        for turn in 0..50 {
            let mut first = house.db().begin().await.expect("a turn");
            write(&house, &mut first, turn * 2).await.expect("written");
            let second = tokio::spawn({
                let house = house.clone();
                async move { break_what_is_shared(&house, turn * 2 + 1).await }
            });
            for _ in 0..turn * 100 {
                tokio::task::yield_now().await;
            }
            let (first, second) = tokio::join!(first.commit(), second);
            assert!(second.expect("done").is_err());
            is_shared = first.is_err();
            kept += i64::from(!is_shared);
            assert_eq!(written(&house).await, kept, "told as it is");
            if is_shared {
                break;
            }
        }
        assert!(is_shared, "nobody shared a commit in fifty times");

        let mut last = house.db().begin().await.expect("a turn");
        write(&house, &mut last, 1_000).await.expect("written");
        last.commit().await.expect("kept");
        assert_eq!(written(&house).await, kept + 1);
    }
}

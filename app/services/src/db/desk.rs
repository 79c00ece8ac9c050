//! Transactions that arrive together share one commit.
//!
//! What makes a transaction slow is the disk that says that it is kept. So whoever comes while
//! another is at the desk waits for their turn, and then does their part as a savepoint of the same
//! transaction; the last, behind whom nobody stands, commits for all. Each part stands or falls
//! alone, nobody hears of success before the commit, and who comes alone commits at once. If the
//! commit fails, it fails for all of them.
//!
//! On PostgreSQL this also lets many take places of one date without waiting for each other's disk:
//! the row stays locked by the transaction that they share.

use std::ops::{Deref, DerefMut};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use sqlx::{Database, Executor, Pool, Transaction};
use tokio::runtime::Handle;
use tokio::sync::{Mutex, OwnedMutexGuard, oneshot};
use tokio::time::{Instant, timeout};

/// How many parts are committed together at most.
const MOST: usize = 64;

/// After how long those who have done their part are not kept waiting for others.
const LONG: Duration = Duration::from_millis(20);

/// Where transactions queue for one connection.
#[derive(Debug)]
pub struct Desk<DB: Database> {
    pool: Pool<DB>,
    /// How a transaction begins.
    begin: &'static str,
    /// How many wait for their turn.
    queue: AtomicUsize,
    batch: Arc<Mutex<Batch<DB>>>,
}

/// What is committed together.
#[derive(Debug)]
struct Batch<DB: Database> {
    open: Option<(Transaction<'static, DB>, Instant)>,
    /// Those who have done their part, and wait to hear of the commit.
    done: Vec<oneshot::Sender<bool>>,
}

/// One's turn at a desk: a transaction as far as its holder can tell. Dropped, it is undone.
#[derive(Debug)]
pub struct Part<DB: Desks> {
    desk: Arc<Desk<DB>>,
    /// None once it is over. While it is there, the transaction is open.
    turn: Option<OwnedMutexGuard<Batch<DB>>>,
}

/// A database of which several parts can share a transaction.
pub trait Desks: Database<Connection: Shared> {}
impl<DB: Database<Connection: Shared>> Desks for DB {}

/// A connection that runs the statements of a desk.
pub trait Shared {
    /// Runs a statement that answers nothing.
    fn run(&mut self, sql: &'static str) -> impl Future<Output = Result<(), sqlx::Error>> + Send;
}

impl<C> Shared for C
where
    C: sqlx::Connection,
    for<'c> &'c mut C: Executor<'c>,
{
    async fn run(&mut self, sql: &'static str) -> Result<(), sqlx::Error> {
        self.execute(sqlx::raw_sql(sql)).await.map(drop)
    }
}

/// What those hear whose transaction did not stand: it is as if the connection had broken.
fn broken() -> sqlx::Error {
    sqlx::Error::Io(std::io::Error::other("the transaction that several shared was undone"))
}

impl<DB: Desks> Desk<DB> {
    pub(super) fn new(pool: Pool<DB>, begin: &'static str) -> Arc<Self> {
        let batch = Arc::new(Mutex::new(Batch { open: None, done: Vec::new() }));
        Arc::new(Self { pool, begin, queue: AtomicUsize::new(0), batch })
    }

    /// One's turn, if it comes within this time.
    pub(super) async fn turn(
        self: &Arc<Self>,
        patience: Duration,
    ) -> Result<Option<Part<DB>>, sqlx::Error> {
        let desk = Arc::clone(self);
        // Who goes away in the middle must not leave a statement half sent.
        let coming = tokio::spawn(async move {
            desk.queue.fetch_add(1, Ordering::SeqCst);
            let turn = timeout(patience, Arc::clone(&desk.batch).lock_owned()).await;
            desk.queue.fetch_sub(1, Ordering::SeqCst);
            let Ok(mut turn) = turn else {
                // Who was before us may have left the commit to us.
                let turn = Arc::clone(&desk.batch).lock_owned();
                tokio::spawn(async move { desk.leave(turn.await).await });
                return Ok(None);
            };
            if let Err(error) = turn.begin_part(&desk).await {
                turn.fail();
                return Err(error);
            }
            Ok(Some(Part { desk, turn: Some(turn) }))
        });
        coming.await.unwrap_or_else(|_| Err(broken()))
    }

    /// Waits until what stands is kept: everything that a part which is over has seen.
    pub(super) async fn settle(self: &Arc<Self>) -> Result<(), sqlx::Error> {
        let desk = Arc::clone(self);
        let settling = tokio::spawn(async move {
            let mut turn = Arc::clone(&desk.batch).lock_owned().await;
            turn.commit().await
        });
        settling.await.unwrap_or_else(|_| Err(broken()))
    }

    fn is_awaited(&self) -> bool {
        self.queue.load(Ordering::SeqCst) > 0
    }

    /// Commits for all if nobody comes who would.
    async fn leave(&self, mut turn: OwnedMutexGuard<Batch<DB>>) {
        if !self.is_awaited() && turn.commit().await.is_err() {
            tracing::error!("what several transactions shared could not be committed");
        }
    }
}

impl<DB: Desks> Batch<DB> {
    async fn begin_part(&mut self, desk: &Desk<DB>) -> Result<(), sqlx::Error> {
        if self.open.is_none() {
            self.open = Some((desk.pool.begin_with(desk.begin).await?, Instant::now()));
        }
        self.run("savepoint part").await
    }

    async fn run(&mut self, sql: &'static str) -> Result<(), sqlx::Error> {
        match &mut self.open {
            Some((transaction, _)) => transaction.run(sql).await,
            None => Err(broken()),
        }
    }

    fn may_wait(&self) -> bool {
        let is_young = self.open.as_ref().is_some_and(|(_, since)| since.elapsed() < LONG);
        is_young && self.done.len() < MOST
    }

    /// Commits, and tells everyone.
    async fn commit(&mut self) -> Result<(), sqlx::Error> {
        let result = match self.open.take() {
            Some((transaction, _)) => transaction.commit().await,
            None => Ok(()),
        };
        for waiting in self.done.drain(..) {
            // Whoever went away does not want to know.
            let _ = waiting.send(result.is_ok());
        }
        result
    }

    /// Nothing of it stands.
    fn fail(&mut self) {
        self.open = None;
        for waiting in self.done.drain(..) {
            let _ = waiting.send(false);
        }
    }
}

impl<DB: Desks> Part<DB> {
    pub(super) async fn commit(mut self) -> Result<(), sqlx::Error> {
        let Some(mut turn) = self.turn.take() else { return Err(broken()) };
        let desk = Arc::clone(&self.desk);
        let committing = tokio::spawn(async move {
            if let Err(error) = turn.run("release savepoint part").await {
                turn.fail();
                return Err(error);
            }
            if !desk.is_awaited() || !turn.may_wait() {
                return turn.commit().await;
            }
            let (tell, told) = oneshot::channel();
            turn.done.push(tell);
            drop(turn);
            match told.await {
                Ok(true) => Ok(()),
                Ok(false) | Err(_) => Err(broken()),
            }
        });
        committing.await.unwrap_or_else(|_| Err(broken()))
    }
}

impl<DB: Desks> Drop for Part<DB> {
    fn drop(&mut self) {
        let Some(mut turn) = self.turn.take() else { return };
        if turn.done.is_empty() {
            // Nobody else's part is in it: the connection undoes all of it.
            turn.open = None;
            return;
        }
        let desk = Arc::clone(&self.desk);
        let Ok(runtime) = Handle::try_current() else { return turn.fail() };
        runtime.spawn(async move {
            let undone = async {
                turn.run("rollback to savepoint part").await?;
                turn.run("release savepoint part").await
            };
            match undone.await {
                Ok(()) => desk.leave(turn).await,
                Err(_) => turn.fail(),
            }
        });
    }
}

impl<DB: Desks> Deref for Part<DB> {
    type Target = DB::Connection;

    fn deref(&self) -> &DB::Connection {
        let (transaction, _) =
            self.turn.as_ref().and_then(|turn| turn.open.as_ref()).expect("open");
        transaction
    }
}

impl<DB: Desks> DerefMut for Part<DB> {
    fn deref_mut(&mut self) -> &mut DB::Connection {
        let (transaction, _) =
            self.turn.as_mut().and_then(|turn| turn.open.as_mut()).expect("open");
        transaction
    }
}

//! The handle on the database: who gets which connection, and how long for.
//!
//! Readers, exports, the writer and what follows the journal have pools of their own, so that neither a long export
//! nor an index that falls behind ever keeps a reader waiting.
//! There is one writer at a time, on both engines: SQLite's `BEGIN IMMEDIATE`, on PostgreSQL a lock that a transaction
//! takes before anything else. What a write has read is so until it ends: nothing that it found free is taken, nothing
//! that it found open is decided meanwhile, and the order of the journal is that of the commits.

use crate::conn::{Engine, Manager, Use};
use crate::write::Write;
use crate::{Error, Result, migrate};
use diesel::r2d2::{Pool, PooledConnection};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// One connection, of either engine.
#[derive(diesel::MultiConnection)]
pub enum Conn {
    /// SQLite, embedded.
    Sqlite(diesel::SqliteConnection),
    /// PostgreSQL.
    Postgres(diesel::PgConnection),
}

/// How to open a database.
#[derive(Clone, Debug)]
pub struct Options {
    /// `sqlite:PATH` or `postgres://…`.
    pub url: String,
    /// Connections for readers.
    pub readers: u32,
    /// Connections for exports.
    pub exporters: u32,
}

/// A database, cheap to clone.
#[derive(Clone)]
pub struct Db {
    inner: Arc<Inner>,
}

struct Inner {
    engine: Engine,
    readers: Lane,
    exporters: Lane,
    writers: Lane,
    followers: Lane,
}

/// A pool, and as many permits: who waits, waits without holding a thread.
struct Lane {
    pool: Pool<Manager>,
    permits: Arc<Semaphore>,
}

/// How long a request waits for a connection before it is told to come back.
const PATIENCE: Duration = Duration::from_secs(5);

impl Lane {
    fn new(engine: &Engine, purpose: Use, size: u32) -> Result<Self> {
        let pool = Pool::builder()
            .max_size(size)
            .min_idle(Some(0))
            .test_on_check_out(false)
            .connection_timeout(PATIENCE)
            .build(Manager::new(engine.clone(), purpose))
            .map_err(|error| Error::Unreachable(error.to_string()))?;
        let permits = usize::try_from(size).map_err(|_| Error::Overloaded)?;
        Ok(Self {
            pool,
            permits: Arc::new(Semaphore::new(permits)),
        })
    }

    /// Waits for one's turn, without holding a thread.
    async fn turn(&self) -> Result<OwnedSemaphorePermit> {
        let permits = Arc::clone(&self.permits);
        tokio::time::timeout(PATIENCE, permits.acquire_owned())
            .await
            .map_err(|_| Error::Overloaded)?
            .map_err(|_| Error::Interrupted)
    }

    fn checkout(&self) -> Result<PooledConnection<Manager>> {
        self.pool
            .get()
            .map_err(|error| Error::Unreachable(error.to_string()))
    }
}

impl Db {
    /// Opens the database; creates the SQLite file where it is missing. Does not migrate.
    pub fn open(options: &Options) -> Result<Self> {
        let engine = Engine::parse(&options.url)?;
        let db = Self {
            inner: Arc::new(Inner {
                readers: Lane::new(&engine, Use::Read, options.readers)?,
                exporters: Lane::new(&engine, Use::Export, options.exporters)?,
                writers: Lane::new(&engine, Use::Write, 1)?,
                followers: Lane::new(&engine, Use::Read, 1)?,
                engine,
            }),
        };
        // The first connection creates the file and finds out whether the server answers.
        drop(db.inner.writers.checkout()?);
        Ok(db)
    }

    /// Brings the schema up to date; refuses a database newer than this program. Several processes may start at once.
    pub fn migrate(&self) -> Result<()> {
        migrate::up(&mut *self.inner.writers.checkout()?)
    }

    /// Takes every migration back, the newest first.
    pub fn revert(&self) -> Result<()> {
        migrate::down(&mut *self.inner.writers.checkout()?)
    }

    /// `sqlite` or `postgresql`.
    #[must_use]
    pub fn engine_name(&self) -> &'static str {
        match self.inner.engine {
            Engine::Sqlite(_) => "sqlite",
            Engine::Postgres(_) => "postgresql",
        }
    }

    /// Runs `work` on a connection of the readers, off the asynchronous threads. All queries of a request go into
    /// one call.
    pub async fn read<T, F>(&self, work: F) -> Result<T>
    where
        T: Send + 'static,
        F: FnOnce(&mut Conn) -> Result<T> + Send + 'static,
    {
        let permit = self.inner.readers.turn().await?;
        let db = self.clone();
        let done = tokio::task::spawn_blocking(move || {
            let result = db
                .inner
                .readers
                .checkout()
                .and_then(|mut conn| work(&mut conn));
            drop(permit);
            result
        });
        done.await.map_err(|_| Error::Interrupted)?
    }

    /// Runs `work` on the connection of threads that may block (the follower of the index, commands), which takes none
    /// from the readers.
    pub fn read_blocking<T>(&self, work: impl FnOnce(&mut Conn) -> Result<T>) -> Result<T> {
        work(&mut *self.inner.followers.checkout()?)
    }

    /// Runs `work` in one read transaction on a connection of the exports, on the calling thread.
    pub fn export_blocking<T>(&self, work: impl FnOnce(&mut Conn) -> Result<T>) -> Result<T> {
        let mut conn = self.inner.exporters.checkout()?;
        crate::conn::in_snapshot(&mut conn, work)
    }

    /// As [`Db::write_blocking`], off the asynchronous threads. Who waits for a turn waits without holding a thread.
    pub async fn write<T, F>(&self, author: String, work: F) -> Result<T>
    where
        T: Send + 'static,
        F: FnOnce(&mut Write<'_>) -> Result<T> + Send + 'static,
    {
        self.write_records(author, work).await.map(|(value, _)| value)
    }

    /// As [`Db::write`], with the journal's position where it was written to.
    pub async fn write_records<T, F>(&self, author: String, work: F) -> Result<(T, Option<i64>)>
    where
        T: Send + 'static,
        F: FnOnce(&mut Write<'_>) -> Result<T> + Send + 'static,
    {
        let permit = self.inner.writers.turn().await?;
        let db = self.clone();
        let done = tokio::task::spawn_blocking(move || {
            let result = db.written(&author, work);
            drop(permit);
            result
        });
        done.await.map_err(|_| Error::Interrupted)?
    }

    /// Runs `work` in one write transaction: what it changes, its journal entries and the renditions of every record
    /// it touched become visible together, or not at all. `author` is an identifier (`import:cooperations`,
    /// `user:…`), never a name. Blocks the calling thread.
    pub fn write_blocking<T>(
        &self,
        author: &str,
        work: impl FnOnce(&mut Write<'_>) -> Result<T>,
    ) -> Result<T> {
        self.written(author, work).map(|(value, _)| value)
    }

    fn written<T>(
        &self,
        author: &str,
        work: impl FnOnce(&mut Write<'_>) -> Result<T>,
    ) -> Result<(T, Option<i64>)> {
        let mut conn = self.inner.writers.checkout()?;
        crate::conn::in_write(&mut conn, |conn| Write::run(conn, author, work))
    }

    /// Writes SQLite's log back into its file and empties it, so that neither holds what was erased; `false` where
    /// somebody still reads what it holds. PostgreSQL clears up by itself.
    pub async fn empty_log(&self) -> Result<bool> {
        let permit = self.inner.writers.turn().await?;
        let db = self.clone();
        let done = tokio::task::spawn_blocking(move || {
            let emptied = crate::conn::empty_log(&mut *db.inner.writers.checkout()?);
            drop(permit);
            emptied
        });
        done.await.map_err(|_| Error::Interrupted)?
    }

    /// Runs `work` in a write transaction that is then taken back: what an import would do.
    pub fn rehearse_blocking<T>(
        &self,
        author: &str,
        work: impl FnOnce(&mut Write<'_>) -> Result<T>,
    ) -> Result<T> {
        let mut conn = self.inner.writers.checkout()?;
        crate::conn::rehearse(&mut conn, |conn| {
            Write::run(conn, author, work).map(|(value, _)| value)
        })
    }
}

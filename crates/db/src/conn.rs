//! Connections: how each engine is opened, and what a transaction is on it.

use crate::db::Conn;
use crate::{Error, Result};
use diesel::connection::SimpleConnection as _;
use diesel::r2d2::{self, ManageConnection};
use diesel::{Connection as _, PgConnection, RunQueryDsl as _, SqliteConnection};

/// Which engine, and where.
#[derive(Clone)]
pub(crate) enum Engine {
    /// Path of the file.
    Sqlite(String),
    /// Address of the server, with its password.
    Postgres(String),
}

impl Engine {
    /// Reads `sqlite:PATH`, `postgres://…` or `postgresql://…`.
    pub(crate) fn parse(url: &str) -> Result<Self> {
        if let Some(path) = url.strip_prefix("sqlite:") {
            return Ok(Self::Sqlite(path.strip_prefix("//").unwrap_or(path).to_owned()));
        }
        if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            return Ok(Self::Postgres(url.to_owned()));
        }
        Err(Error::UnknownScheme)
    }
}

/// What a connection is for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Use {
    /// Short questions.
    Read,
    /// Long ones: a small page cache, since each page is read once.
    Export,
    /// Changes.
    Write,
}

/// Opens connections for a pool.
pub(crate) struct Manager {
    engine: Engine,
    purpose: Use,
}

impl Manager {
    pub(crate) const fn new(engine: Engine, purpose: Use) -> Self {
        Self { engine, purpose }
    }

    fn open_sqlite(&self, path: &str) -> Result<Conn> {
        let mut conn = SqliteConnection::establish(path).map_err(|e| Error::Unreachable(e.to_string()))?;
        // The order matters: the time-out first, or setting WAL may itself fail while another process writes.
        conn.batch_execute(
            "PRAGMA busy_timeout = 10000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
             PRAGMA foreign_keys = ON; PRAGMA mmap_size = 268435456;",
        )?;
        conn.batch_execute(match self.purpose {
            Use::Read => "PRAGMA cache_size = -8192; PRAGMA query_only = ON;",
            Use::Export => "PRAGMA cache_size = -512; PRAGMA query_only = ON;",
            // The log grows as long as an export reads; afterwards it gives its space back. What is deleted is overwritten.
            Use::Write => {
                "PRAGMA cache_size = -16384; PRAGMA journal_size_limit = 16777216; PRAGMA secure_delete = ON;"
            }
        })?;
        Ok(Conn::Sqlite(conn))
    }

    fn open_postgres(&self, url: &str) -> Result<Conn> {
        let mut conn = PgConnection::establish(url).map_err(|e| Error::Unreachable(e.to_string()))?;
        conn.batch_execute("SET client_min_messages = warning; SET timezone = 'UTC';")?;
        if self.purpose != Use::Write {
            conn.batch_execute("SET default_transaction_read_only = on;")?;
        }
        if self.purpose == Use::Read {
            // Nobody waits so long for an answer: the connection is given back.
            conn.batch_execute("SET statement_timeout = '60s';")?;
        }
        Ok(Conn::Postgres(conn))
    }
}

impl ManageConnection for Manager {
    type Connection = Conn;
    type Error = r2d2::Error;

    fn connect(&self) -> std::result::Result<Conn, r2d2::Error> {
        let opened = match &self.engine {
            Engine::Sqlite(path) => self.open_sqlite(path),
            Engine::Postgres(url) => self.open_postgres(url),
        };
        opened.map_err(|error| {
            r2d2::Error::ConnectionError(diesel::ConnectionError::BadConnection(error.to_string()))
        })
    }

    fn is_valid(&self, conn: &mut Conn) -> std::result::Result<(), r2d2::Error> {
        diesel::sql_query("SELECT 1")
            .execute(conn)
            .map(drop)
            .map_err(r2d2::Error::QueryError)
    }

    /// A connection that a panic or a broken transaction left behind is closed, never lent again.
    fn has_broken(&self, conn: &mut Conn) -> bool {
        use diesel::connection::TransactionManager as _;
        std::thread::panicking() || match conn {
            Conn::Sqlite(conn) => {
                <SqliteConnection as diesel::Connection>::TransactionManager::is_broken_transaction_manager(
                    conn,
                )
            }
            Conn::Postgres(conn) => {
                <PgConnection as diesel::Connection>::TransactionManager::is_broken_transaction_manager(conn)
            }
        }
    }
}

/// One read transaction: everything `work` reads is of one moment.
pub(crate) fn in_snapshot<T>(conn: &mut Conn, work: impl FnOnce(&mut Conn) -> Result<T>) -> Result<T> {
    let begin = match conn {
        Conn::Sqlite(_) => "BEGIN",
        Conn::Postgres(_) => "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
    };
    between(conn, begin, "COMMIT", work)
}

/// One write transaction, kept if `work` succeeds.
pub(crate) fn in_write<T>(conn: &mut Conn, work: impl FnOnce(&mut Conn) -> Result<T>) -> Result<T> {
    writing(conn, "COMMIT", work)
}

/// One write transaction, taken back in any case.
pub(crate) fn rehearse<T>(conn: &mut Conn, work: impl FnOnce(&mut Conn) -> Result<T>) -> Result<T> {
    writing(conn, "ROLLBACK", work)
}

fn writing<T>(conn: &mut Conn, end: &str, work: impl FnOnce(&mut Conn) -> Result<T>) -> Result<T> {
    let begin = match conn {
        // Takes the write lock at once: a deferred transaction that reads, then writes, fails under load.
        Conn::Sqlite(_) => "BEGIN IMMEDIATE",
        Conn::Postgres(_) => "BEGIN",
    };
    between(conn, begin, end, |conn| {
        if let Conn::Postgres(conn) = conn {
            // What SQLite's lock does. Each statement after it reads what was committed before it was this one's turn.
            conn.batch_execute("SELECT pg_advisory_xact_lock(4202602)")?;
        }
        work(conn)
    })
}

/// A transaction by hand: `Connection::transaction` cannot say `IMMEDIATE` through the enum of both engines. Should
/// `work` panic, the pool closes the connection (`has_broken`), which takes the transaction back.
fn between<T>(
    conn: &mut Conn,
    begin: &str,
    end: &str,
    work: impl FnOnce(&mut Conn) -> Result<T>,
) -> Result<T> {
    conn.batch_execute(begin)?;
    match work(conn) {
        Ok(value) => {
            conn.batch_execute(end)?;
            Ok(value)
        }
        Err(error) => {
            if let Err(rollback) = conn.batch_execute("ROLLBACK") {
                tracing::error!(%rollback, "a failed transaction could not be taken back; the engine does it at close");
            }
            Err(error)
        }
    }
}

/// Empties SQLite's log into its file; `false` where a reader kept it from that.
pub(crate) fn empty_log(conn: &mut Conn) -> Result<bool> {
    #[derive(diesel::QueryableByName)]
    struct Checkpoint {
        #[diesel(sql_type = diesel::sql_types::Integer)]
        busy: i32,
    }
    let Conn::Sqlite(conn) = conn else {
        return Ok(true);
    };
    // Nobody who writes shall wait for an export that reads: it is tried again later.
    conn.batch_execute("PRAGMA busy_timeout = 500")?;
    let checkpoint = diesel::sql_query("PRAGMA wal_checkpoint(TRUNCATE)").get_result::<Checkpoint>(conn);
    conn.batch_execute("PRAGMA busy_timeout = 10000")?;
    Ok(checkpoint?.busy == 0)
}

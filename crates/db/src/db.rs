//! The handle on the database.

use crate::Result;

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
pub struct Db {}

impl Db {
    /// Opens the database and its pools; creates the SQLite file where it is missing. Does not migrate.
    pub fn open(options: &Options) -> Result<Self> {
        let _ = options;
        todo!()
    }

    /// Brings the schema up to date; refuses a database newer than this binary.
    pub fn migrate(&self) -> Result<()> {
        todo!()
    }

    /// Runs `work` in one read transaction on a connection of the readers, off the asynchronous threads.
    pub async fn read<T, F>(&self, work: F) -> Result<T>
    where
        T: Send + 'static,
        F: FnOnce(&mut Conn) -> Result<T> + Send + 'static,
    {
        let _ = work;
        todo!()
    }

    /// As [`Db::read`], on the calling thread, for threads that may block (the follower of the index, commands).
    pub fn read_blocking<T>(&self, work: impl FnOnce(&mut Conn) -> Result<T>) -> Result<T> {
        let _ = work;
        todo!()
    }

    /// As [`Db::read_blocking`], on a connection of the exports: one long read transaction.
    pub fn export_blocking<T>(&self, work: impl FnOnce(&mut Conn) -> Result<T>) -> Result<T> {
        let _ = work;
        todo!()
    }
}

//! What can go wrong below.

use thiserror::Error;

/// What can go wrong in the database.
#[derive(Debug, Error)]
pub enum Error {
    /// The address of the database is not one of ours.
    #[error("the database address must start with sqlite: or postgres://")]
    UnknownScheme,
    /// The bundled SQLite is older than the one that is safe to write with.
    #[error("SQLite {0} is too old: 3.51.3 or newer is needed (WAL-reset bug)")]
    OldSqlite(String),
    /// The database was made by a newer program.
    #[error("the database has migration {0}, which this program does not know: use a newer version")]
    NewerSchema(String),
    /// A migration failed; it was rolled back.
    #[error("migration failed: {0}")]
    Migration(String),
    /// No connection can be had.
    #[error("the database cannot be reached: {0}")]
    Unreachable(String),
    /// All connections stayed busy for too long.
    #[error("no database connection came free in time")]
    Overloaded,
    /// Anything the database itself refused.
    #[error("database: {0}")]
    Diesel(diesel::result::Error),
    /// Something of ours was stored in a form that is not ours: a bug or a damaged file.
    #[error("stored data cannot be read: {0}")]
    Corrupt(String),
    /// A code that another record answers to.
    #[error("another record has this {field}")]
    Taken {
        /// The field that says it.
        field: &'static str,
    },
    /// What was given cannot be stored, and why.
    #[error("{0}")]
    Invalid(String),
    /// A strict import refused a row: its report says which.
    #[error("a row was refused, and the import is strict")]
    Refused,
    /// The work was interrupted: the program is stopping.
    #[error("the work was interrupted")]
    Interrupted,
}

/// A result here.
pub type Result<T> = std::result::Result<T, Error>;

impl From<diesel::result::Error> for Error {
    fn from(error: diesel::result::Error) -> Self {
        use diesel::result::{DatabaseErrorKind, Error as Cause};
        match error {
            Cause::DatabaseError(DatabaseErrorKind::ClosedConnection, told) => {
                Self::Unreachable(told.message().to_owned())
            }
            other => Self::Diesel(other),
        }
    }
}

impl From<serde_json::Error> for Error {
    fn from(error: serde_json::Error) -> Self {
        Self::Corrupt(error.to_string())
    }
}

impl From<aect_types::UnknownCode> for Error {
    fn from(error: aect_types::UnknownCode) -> Self {
        Self::Corrupt(error.to_string())
    }
}

impl From<aect_types::identifiers::InvalidIdentifier> for Error {
    fn from(error: aect_types::identifiers::InvalidIdentifier) -> Self {
        Self::Corrupt(error.to_string())
    }
}

impl From<aect_types::dates::InvalidDate> for Error {
    fn from(error: aect_types::dates::InvalidDate) -> Self {
        Self::Corrupt(error.to_string())
    }
}

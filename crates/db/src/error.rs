//! What can go wrong below.

use thiserror::Error;

/// What can go wrong in the database.
#[derive(Debug, Error)]
pub enum Error {
    /// The address of the database is not one of ours.
    #[error("the database address must start with sqlite: or postgres://")]
    UnknownScheme,
    /// All connections stayed busy for too long.
    #[error("no database connection came free in time")]
    Overloaded,
    /// Anything the database itself refused.
    #[error("database: {0}")]
    Diesel(#[from] diesel::result::Error),
    /// Something of ours was stored in a form that is not ours: a bug or a damaged file.
    #[error("stored data cannot be read: {0}")]
    Corrupt(String),
}

/// A result here.
pub type Result<T> = std::result::Result<T, Error>;

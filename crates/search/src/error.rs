//! What can go wrong here.

use aect_types::{Resource, Uuid};
use thiserror::Error;

/// What can go wrong in the index.
#[derive(Debug, Error)]
pub enum Error {
    /// The index itself: its files, its memory.
    #[error("index: {0}")]
    Tantivy(#[from] tantivy::TantivyError),
    /// A file of the index.
    #[error("index files: {0}")]
    Io(#[from] std::io::Error),
    /// The database could not be followed.
    #[error(transparent)]
    Database(#[from] aect_db::Error),
    /// A rendition that is not of the form of its resource: a bug.
    #[error("rendition {id} of {resource} cannot be read: {source}")]
    Rendition {
        /// Its kind.
        resource: Resource,
        /// Its identifier.
        id: Uuid,
        /// What is wrong with it.
        source: serde_json::Error,
    },
    /// The position could not be written.
    #[error("position: {0}")]
    Position(#[from] serde_json::Error),
    /// The place to go on from belongs to another order: the reader changed the cursor or the sort.
    #[error("the place to go on from is not one of this list")]
    After,
}

/// A result here.
pub type Result<T> = std::result::Result<T, Error>;

//! How one kind of record goes into its tables and comes out again.

use crate::lookup::Lookup;
use crate::{Conn, Result};
use aect_types::{Meta, Record, Uuid};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// What each kind of record knows how to do; implemented once a kind, on what is given to write it.
pub trait Stored: Sized + Clone + PartialEq + Serialize + DeserializeOwned {
    /// What a reader gets.
    type Record: Record;

    /// The words that its address is made of: the same record gives the same words, whatever was stored before it.
    fn slug_source(&self, conn: &mut Conn) -> Result<String>;

    /// What else it answers to, besides its identifier and slug: SIREN, ISO code, number, each with the field that says it.
    fn codes(&self) -> Vec<(&'static str, String)> {
        Vec::new()
    }

    /// Its texts that are written in Markdown, each with its field.
    fn passages(&self) -> Vec<(&'static str, Option<&String>)> {
        Vec::new()
    }

    /// Reads it from its tables.
    fn load(conn: &mut Conn, id: Uuid) -> Result<Self>;

    /// Writes it to its tables; `new` when it has no row yet.
    fn save(&self, conn: &mut Conn, id: Uuid, new: bool) -> Result<()>;

    /// The record as a reader gets it, references looked up.
    fn render(self, meta: Meta, lookup: &mut Lookup<'_>) -> Result<Self::Record>;
}

/// Declares that diesel's `Result<T, diesel::result::Error>` of "no such row" means a damaged database here: the
/// row of `records` exists, so must that of its kind.
pub(crate) fn present<T>(row: Option<T>, what: &str, id: Uuid) -> Result<T> {
    row.ok_or_else(|| crate::Error::Corrupt(format!("{what} {id} has no row of its own")))
}

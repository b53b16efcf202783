//! Records as readers get them: rendered once, inside the transaction that changed them.

use crate::{Conn, Result};
use aect_types::policy::Reader;
use aect_types::{Resource, Slug, Uuid, Visibility};

/// One record, ready to be answered.
#[derive(Clone, Debug)]
pub struct Rendition {
    /// The record's identifier.
    pub id: Uuid,
    /// Its kind.
    pub resource: Resource,
    /// Its address.
    pub slug: Slug,
    /// Who may see it.
    pub visibility: Visibility,
    /// Deleted (hidden, leaving a tombstone): readers get 404, the index drops it.
    pub hidden: bool,
    /// Number of writes.
    pub version: i64,
    /// Position in the journal of the transaction that rendered it.
    pub position: i64,
    /// What a list shows, JSON.
    pub summary: String,
    /// The whole record, JSON.
    pub record: String,
}

/// What an address leads to.
#[derive(Clone, Debug)]
pub enum Found {
    /// The record (by identifier, present slug or code).
    Here(Rendition),
    /// A former slug: the present one.
    Moved(Slug),
    /// Nothing that this reader may see.
    Nowhere,
}

/// Position of the last journal entry; 0 for an empty journal.
pub fn position(conn: &mut Conn) -> Result<i64> {
    let _ = conn;
    todo!()
}

/// What `key` (identifier, slug, or code: SIREN, INSEE code, ISO code, number) leads `reader` to.
pub fn find(conn: &mut Conn, resource: Resource, reader: Reader, key: &str) -> Result<Found> {
    let _ = (conn, resource, reader, key);
    todo!()
}

/// Summaries in the order of `ids`; what `reader` may not see is left out.
pub fn summaries(conn: &mut Conn, reader: Reader, ids: &[Uuid]) -> Result<Vec<String>> {
    let _ = (conn, reader, ids);
    todo!()
}

/// Whole records in the order of `ids`; what `reader` may not see is left out.
pub fn records(conn: &mut Conn, reader: Reader, ids: &[Uuid]) -> Result<Vec<String>> {
    let _ = (conn, reader, ids);
    todo!()
}

/// At most `limit` renditions made after `position`, by (position, id), drafts and hidden ones included: what the
/// index follows. Go on from the last one's `(position, id)`.
pub fn after(conn: &mut Conn, position: i64, id: Uuid, limit: i64) -> Result<Vec<Rendition>> {
    let _ = (conn, position, id, limit);
    todo!()
}

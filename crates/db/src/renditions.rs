//! Records as readers get them: rendered once, inside the transaction that changed them.

use crate::schema::{records, renditions, slugs};
use crate::sql::Id;
use crate::{Conn, Result};
use aect_types::policy::Reader;
use aect_types::{Resource, Slug, Uuid, Visibility};
use diesel::prelude::*;
use std::collections::HashMap;

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

#[derive(Queryable, Selectable)]
#[diesel(table_name = renditions)]
struct Row {
    record_id: Id,
    resource: String,
    visibility: String,
    hidden: bool,
    version: i64,
    position: i64,
    summary: String,
    record: String,
}

impl Row {
    fn with(self, slug: &str) -> Result<Rendition> {
        Ok(Rendition {
            id: self.record_id.0,
            resource: self.resource.parse()?,
            slug: slug.parse()?,
            visibility: self.visibility.parse()?,
            hidden: self.hidden,
            version: self.version,
            position: self.position,
            summary: self.summary,
            record: self.record,
        })
    }
}

fn may_see(reader: Reader, rendition: &Rendition) -> bool {
    !rendition.hidden && reader.sees().contains(&rendition.visibility)
}

/// Position of the last journal entry; 0 for an empty journal.
pub fn position(conn: &mut Conn) -> Result<i64> {
    crate::journal::position(conn)
}

/// What `key` (identifier, slug, or code: SIREN, ISO code, number) leads `reader` to.
pub fn find(conn: &mut Conn, resource: Resource, reader: Reader, key: &str) -> Result<Found> {
    let rendition = match by_key(conn, resource, key)? {
        // One that was merged leads to the one that stays.
        Some((gone, _)) if gone.hidden => by_address(conn, resource, key)?,
        found => found,
    };
    Ok(match rendition {
        Some((rendition, moved)) if may_see(reader, &rendition) => {
            if moved {
                Found::Moved(rendition.slug)
            } else {
                Found::Here(rendition)
            }
        }
        _ => Found::Nowhere,
    })
}

/// The record at `key` for whoever decides themselves who may see it: drafts and deleted ones included.
pub fn any(conn: &mut Conn, resource: Resource, key: &str) -> Result<Option<Rendition>> {
    match Uuid::try_parse(key) {
        Ok(id) => by_id(conn, resource, id),
        Err(_) => Ok(by_address(conn, resource, key)?.map(|(rendition, _)| rendition)),
    }
}

/// The record that an identifier names, or that stands at an address.
fn by_key(conn: &mut Conn, resource: Resource, key: &str) -> Result<Option<(Rendition, bool)>> {
    match Uuid::try_parse(key) {
        Ok(id) => Ok(by_id(conn, resource, id)?.map(|rendition| (rendition, false))),
        Err(_) => by_address(conn, resource, key),
    }
}

/// Whether a record has become another one.
pub fn was_merged(conn: &mut Conn, resource: Resource, id: Uuid) -> Result<bool> {
    Ok(by_address(conn, resource, &id.to_string())?.is_some())
}

fn by_id(conn: &mut Conn, resource: Resource, id: Uuid) -> Result<Option<Rendition>> {
    let row: Option<(Row, String)> = renditions::table
        .inner_join(records::table)
        .filter(renditions::record_id.eq(Id(id)))
        .filter(renditions::resource.eq(resource.as_str()))
        .select((Row::as_select(), records::slug))
        .first(conn)
        .optional()?;
    row.map(|(row, slug)| row.with(&slug)).transpose()
}

/// A record by its identifier alone, whoever may see it.
pub fn by_identifier(conn: &mut Conn, id: Uuid) -> Result<Option<Rendition>> {
    let row: Option<(Row, String)> = renditions::table
        .inner_join(records::table)
        .filter(renditions::record_id.eq(Id(id)))
        .select((Row::as_select(), records::slug))
        .first(conn)
        .optional()?;
    row.map(|(row, slug)| row.with(&slug)).transpose()
}

/// The record at an address, and whether that address is a former one.
fn by_address(conn: &mut Conn, resource: Resource, key: &str) -> Result<Option<(Rendition, bool)>> {
    // Slugs and codes are plain; PostgreSQL would refuse a NUL instead of finding nothing.
    if !key
        .bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    {
        return Ok(None);
    }
    let row: Option<(Row, String, String)> = slugs::table
        .inner_join(renditions::table.on(renditions::record_id.eq(slugs::record_id)))
        .inner_join(records::table.on(records::id.eq(slugs::record_id)))
        .filter(slugs::resource.eq(resource.as_str()))
        .filter(slugs::slug.eq(key))
        .select((Row::as_select(), records::slug, slugs::kind))
        .first(conn)
        .optional()?;
    row.map(|(row, slug, kind)| Ok((row.with(&slug)?, kind == "former")))
        .transpose()
}

/// Puts what was found in the order of `ids`.
fn in_order(ids: &[Uuid], found: Vec<(Id, String)>) -> Vec<String> {
    let mut by_id: HashMap<Uuid, String> = found.into_iter().map(|(id, text)| (id.0, text)).collect();
    ids.iter().filter_map(|id| by_id.remove(id)).collect()
}

fn visible_to(reader: Reader) -> Vec<&'static str> {
    reader
        .sees()
        .iter()
        .map(|visibility| visibility.as_str())
        .collect()
}

/// Summaries in the order of `ids`; what `reader` may not see is left out.
pub fn summaries(conn: &mut Conn, reader: Reader, ids: &[Uuid]) -> Result<Vec<String>> {
    let found = renditions::table
        .filter(renditions::record_id.eq_any(ids.iter().map(|id| Id(*id))))
        .filter(renditions::visibility.eq_any(visible_to(reader)))
        .filter(renditions::hidden.eq(false))
        .select((renditions::record_id, renditions::summary))
        .load(conn)?;
    Ok(in_order(ids, found))
}

/// Whole records in the order of `ids`; what `reader` may not see is left out.
pub fn records(conn: &mut Conn, reader: Reader, ids: &[Uuid]) -> Result<Vec<String>> {
    let found = renditions::table
        .filter(renditions::record_id.eq_any(ids.iter().map(|id| Id(*id))))
        .filter(renditions::visibility.eq_any(visible_to(reader)))
        .filter(renditions::hidden.eq(false))
        .select((renditions::record_id, renditions::record))
        .load(conn)?;
    Ok(in_order(ids, found))
}

/// At most `limit` renditions made after `position`, by (position, id), drafts and hidden ones included: what the
/// index follows. Go on from the last one's `(position, id)`.
pub fn after(conn: &mut Conn, position: i64, id: Uuid, limit: i64) -> Result<Vec<Rendition>> {
    let rows: Vec<(Row, String)> = renditions::table
        .inner_join(records::table)
        .filter(
            renditions::position.gt(position).or(renditions::position
                .eq(position)
                .and(renditions::record_id.gt(Id(id)))),
        )
        .order((renditions::position, renditions::record_id))
        .limit(limit)
        .select((Row::as_select(), records::slug))
        .load(conn)?;
    rows.into_iter().map(|(row, slug)| row.with(&slug)).collect()
}

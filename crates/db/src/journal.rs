//! The journal: everything that changed, in the order of the commits.

use crate::Result;
use crate::db::Conn;
use crate::schema::journal;
use crate::sql::{At, Doc, Id};
use aect_types::{Instant, Uuid};
use diesel::prelude::*;
use serde_json::{Map, Value};

/// What happened to a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Operation {
    /// It was entered.
    Create,
    /// Some of its fields changed.
    Update,
    /// It was deleted: hidden, with a tombstone.
    Hide,
    /// It was brought back.
    Restore,
    /// It has not changed: it and others were rendered anew, since the program renders otherwise than before.
    Render,
}

impl Operation {
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Create => "create",
            Self::Update => "update",
            Self::Hide => "hide",
            Self::Restore => "restore",
            Self::Render => "render",
        }
    }
}

/// One entry before it has its number.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    pub(crate) record: Uuid,
    pub(crate) operation: Operation,
    pub(crate) version: i64,
    /// For each field that changed, `[before, after]`.
    pub(crate) changes: Map<String, Value>,
}

/// Position of the last entry; 0 for an empty journal.
pub(crate) fn position(conn: &mut Conn) -> Result<i64> {
    let last: Option<i64> = journal::table
        .select(diesel::dsl::max(journal::sequence))
        .first(conn)?;
    Ok(last.unwrap_or(0))
}

/// Numbers and writes the entries; returns the last number. Sequence order is commit order: there is one writer at a
/// time (see `db`), so nobody sees 12 before 11.
pub(crate) fn append(conn: &mut Conn, author: &str, at: Instant, entries: &[Entry]) -> Result<i64> {
    let mut sequence = position(conn)?;
    for entry in entries {
        sequence += 1;
        diesel::insert_into(journal::table)
            .values((
                journal::sequence.eq(sequence),
                journal::at.eq(At(at)),
                journal::author.eq(author),
                journal::record_id.eq(Id(entry.record)),
                journal::operation.eq(entry.operation.as_str()),
                journal::version.eq(entry.version),
                journal::changes.eq(Doc::of(&entry.changes)?),
            ))
            .execute(conn)?;
    }
    Ok(sequence)
}

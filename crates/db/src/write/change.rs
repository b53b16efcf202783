//! What a person's change needs besides: the record held against others, who names it, its history.

use super::Write;
use crate::journal::{self, Entry, Operation};
use crate::naming::in_transition;
use crate::schema::{journal as entries, records, rendition_links, renditions};
use crate::sql::{At, Doc, Id};
use crate::stored::Stored;
use crate::{Conn, Error, Result, render};
use aect_types::collectivities::CollectivityInput;
use aect_types::{Instant, Uuid};
use diesel::prelude::*;
use serde_json::{Map, Value};

/// What happened to a record at one write.
#[derive(Clone, Debug, PartialEq)]
pub struct Revision {
    /// The version that it made.
    pub version: i64,
    /// When.
    pub at: Instant,
    /// Who, as an identifier: `user:…`, `import:…`.
    pub author: String,
    /// `create`, `update`, `hide`, `restore`.
    pub operation: String,
    /// For each field that changed, `[before, after]`.
    pub changes: Map<String, Value>,
}

/// Everything that happened to a record, the last first.
pub fn history(conn: &mut Conn, record: Uuid) -> Result<Vec<Revision>> {
    let rows: Vec<(i64, At, String, String, Doc)> = entries::table
        .filter(entries::record_id.eq(Id(record)))
        .filter(entries::operation.ne(Operation::Render.as_str()))
        .order(entries::sequence.desc())
        .select((
            entries::version,
            entries::at,
            entries::author,
            entries::operation,
            entries::changes,
        ))
        .load(conn)?;
    let read = |(version, at, author, operation, changes): (i64, At, String, String, Doc)| {
        Ok(Revision {
            version,
            at: at.0,
            author,
            operation,
            changes: changes.read()?,
        })
    };
    rows.into_iter().map(read).collect()
}

/// What a record said at a version: the present, with what came after it taken back.
pub fn at_version<S: Stored>(conn: &mut Conn, record: Uuid, version: i64) -> Result<S> {
    let present = S::load(conn, record)?;
    let Value::Object(mut fields) = serde_json::to_value(&present)? else {
        return Err(Error::Corrupt("an input is not an object".to_owned()));
    };
    for revision in history(conn, record)? {
        if revision.version <= version {
            break;
        }
        for (field, change) in revision.changes {
            // What is not a field of the record itself (its address, who sees it) stays as it is.
            if let Some(present) = fields.get_mut(&field) {
                *present = change.get(0).cloned().unwrap_or(Value::Null);
            }
        }
    }
    Ok(serde_json::from_value(Value::Object(fields))?)
}

impl Write<'_> {
    /// The version of a record.
    pub fn version(&mut self, id: Uuid) -> Result<i64> {
        Ok(records::table
            .find(Id(id))
            .select(records::version)
            .first(self.conn)?)
    }

    /// Whether records that readers still find name this one.
    pub fn is_named(&mut self, id: Uuid) -> Result<bool> {
        let namers: i64 = rendition_links::table
            .inner_join(renditions::table.on(renditions::record_id.eq(rendition_links::from_id)))
            .filter(rendition_links::to_id.eq(Id(id)))
            .filter(renditions::hidden.eq(false))
            .count()
            .get_result(self.conn)?;
        Ok(namers > 0)
    }

    /// Says that a record is still true: a write like any other, though it says nothing new.
    pub fn confirm(&mut self, id: Uuid) -> Result<()> {
        let before = self.mark_confirmed(id)?;
        let change = serde_json::json!([before, self.now()]);
        self.advance(
            id,
            Operation::Update,
            Map::from_iter([("confirmed_at".to_owned(), change)]),
        )
    }

    /// Marks a collectivity as in transition, or no longer, as the program does: nobody vouches for it. Of anything else
    /// nothing is marked. Whether that changed anything.
    pub(crate) fn set_transition(&mut self, id: Uuid, wanted: bool) -> Result<bool> {
        if in_transition(self.conn, id)? != Some(!wanted) {
            return Ok(false);
        }
        let before = CollectivityInput::load(self.conn, id)?;
        let after = CollectivityInput {
            in_transition: wanted,
            ..before.clone()
        };
        let changes = super::differences(&before, &after)?;
        self.replace(id, &after, changes)?;
        Ok(true)
    }

    /// Renders anew at most `limit` records that an older program has rendered; how many it were. They do not change by
    /// that: there is one entry in the journal, so that whoever follows it reads them again.
    pub fn render_outdated(&mut self, limit: i64) -> Result<usize> {
        let outdated = render::outdated(self.conn, limit)?;
        let Some((first, version)) = outdated.first().copied() else {
            return Ok(0);
        };
        let entry = Entry {
            record: first,
            operation: Operation::Render,
            version,
            changes: Map::new(),
        };
        let position = journal::append(self.conn, self.author, self.now, &[entry])?;
        render::anew(self.conn, outdated.iter().map(|(id, _)| *id), position)?;
        self.position = Some(position);
        Ok(outdated.len())
    }

    /// Remembers that a person vouches for a record from now on; when one last did.
    pub(crate) fn mark_confirmed(&mut self, id: Uuid) -> Result<Option<Instant>> {
        let before: Option<At> = records::table
            .find(Id(id))
            .select(records::confirmed_at)
            .first(self.conn)?;
        diesel::update(records::table.find(Id(id)))
            .set(records::confirmed_at.eq(Some(At(self.now()))))
            .execute(self.conn)?;
        Ok(before.map(|at| at.0))
    }
}

//! What happened to a record, in an order that people read: who, when, what.

use crate::error::Result;
use aect_db::Conn;
use aect_db::people::users;
use aect_types::Uuid;
use aect_types::history::{Author, Revision};

/// The revisions of a record, the last first, with the names of those who made them: for those who may write it.
pub(crate) fn of(conn: &mut Conn, record: Uuid) -> Result<Vec<Revision>> {
    let mut revisions = Vec::new();
    for revision in aect_db::history(conn, record)? {
        let author = author(conn, &revision.author)?;
        revisions.push(Revision {
            version: revision.version,
            at: revision.at,
            author,
            operation: revision.operation,
            changes: revision.changes,
        });
    }
    Ok(revisions)
}

/// Who an identifier of the journal is; a person whose account is gone has no name any more.
fn author(conn: &mut Conn, identifier: &str) -> Result<Author> {
    let Some(id) = identifier
        .strip_prefix("user:")
        .and_then(|id| Uuid::try_parse(id).ok())
    else {
        return Ok(Author::Program {
            name: identifier.to_owned(),
        });
    };
    let name = users::by_id(conn, id)?
        .map(|user| user.name)
        .filter(|name| !name.is_empty());
    Ok(Author::Person { id, name })
}

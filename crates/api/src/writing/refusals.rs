//! Why a write is refused: an earlier version, fields that are not the caller's to write, references to nothing.

use crate::error::{Error, Result};
use crate::etag;
use crate::state::State;
use actix_web::HttpRequest;
use aect_db::renditions::{self, Rendition};
use aect_db::{Stored, Write, naming};
use aect_types::Uuid;
use aect_types::given::Given;
use aect_types::policy::Caller;
use aect_types::problem::{ErrorCode, ProblemKind};
use aect_types::query::ParameterError;
use serde_json::Value;
use std::collections::HashSet;

/// The version that the caller has read, where it is the present one.
pub(super) fn expected(request: &HttpRequest, rendition: &Rendition) -> Result<i64> {
    let version = etag::demanded(request.headers()).map_err(|error| match error.kind {
        ProblemKind::PreconditionFailed => Error::stale(&rendition.record),
        _ => error,
    })?;
    if version == rendition.version {
        Ok(version)
    } else {
        Err(Error::stale(&rendition.record))
    }
}

/// Everything that is wrong with what is given; `before` is what it would change.
pub(super) async fn faults<S>(
    state: &State,
    caller: &Caller,
    before: Option<&S>,
    after: &S,
    id: Uuid,
) -> Result<Vec<ParameterError>>
where
    S: Stored + Given,
{
    let mut wrong = after.wrong();
    wrong.extend(reserved(caller, before, after, id)?);
    let known: HashSet<Uuid> = before
        .iter()
        .flat_map(|before| before.references())
        .map(|known| known.id)
        .collect();
    // What it has named until now may have been deleted since: that is no reason to refuse another change.
    let mut references = after.references();
    references.retain(|reference| !known.contains(&reference.id));
    let (reader, codes) = (caller.clone(), after.coded());
    let (dangling, unlisted) = state
        .read(move |conn| {
            Ok((
                naming::dangling(conn, &reader, references)?,
                naming::unlisted(conn, codes)?,
            ))
        })
        .await?;
    let missing = dangling.iter().map(|one| (&one.pointer, ErrorCode::NoSuchRecord));
    let unlisted = unlisted.iter().map(|one| (&one.pointer, ErrorCode::NotListed));
    wrong.extend(
        missing
            .chain(unlisted)
            .map(|(pointer, code)| ParameterError::new(pointer, code, "")),
    );
    Ok(wrong)
}

/// A field that is not the caller's to write.
pub(super) fn not_theirs(pointer: &str) -> ParameterError {
    ParameterError::new(pointer, ErrorCode::Reserved, "")
}

/// Fields that this caller may not write, of those that differ; owners that are not theirs to name among them, and that it
/// would have none left. Before a record is entered there is nothing, and it has no owner.
pub(super) fn reserved<S: Stored + Given>(
    caller: &Caller,
    before: Option<&S>,
    after: &S,
    id: Uuid,
) -> Result<Vec<ParameterError>> {
    if caller.may_animate() {
        return Ok(Vec::new());
    }
    let present = serde_json::to_value(before).map_err(Error::internal)?;
    let wanted = serde_json::to_value(after).map_err(Error::internal)?;
    let said = |record: &Value, field: &str| record.get(field).filter(|value| !value.is_null()).cloned();
    let differs = |field: &&&str| said(&present, field) != said(&wanted, field);
    let mut wrong: Vec<ParameterError> = S::RESERVED
        .iter()
        .filter(differs)
        .map(|field| not_theirs(&format!("/{field}")))
        .collect();
    let known = before.map(|before| before.owners(id)).unwrap_or_default();
    let mut given = after.owners(id);
    if !known.is_empty() && given.is_empty() {
        wrong.push(ParameterError::new(S::OWNERS_AT, ErrorCode::Required, ""));
    }
    if S::IS_LED && !may_lose(caller, &known, &given) {
        wrong.push(not_theirs(S::OWNERS_AT));
    }
    given.retain(|owner| !known.contains(owner));
    for reference in after.references() {
        if given.contains(&reference.id) && !caller.may_write(&[reference.id]) {
            wrong.push(not_theirs(&reference.pointer));
        }
    }
    Ok(wrong)
}

/// Whether the caller may put these owners in the place of those: whoever writes for the first may, who writes for another
/// takes away their own.
fn may_lose(caller: &Caller, known: &[Uuid], given: &[Uuid]) -> bool {
    let Some(lead) = known.first() else {
        return true;
    };
    let mut lost = known.iter().filter(|owner| !given.contains(owner));
    caller.may_write(&[*lead]) || given.first() == Some(lead) && lost.all(|owner| caller.may_write(&[*owner]))
}

/// How the journal names the caller.
pub(super) fn author(caller: &Caller) -> String {
    caller
        .person()
        .map_or_else(String::new, |person| format!("user:{}", person.id))
}

/// Somebody else was faster: the record as it is now.
pub(super) fn stale(write: &mut Write<'_>, id: Uuid) -> aect_db::Result<Error> {
    let present = write.raw(|conn| renditions::by_identifier(conn, id))?;
    Ok(present.map_or_else(
        || ProblemKind::NotFound.into(),
        |present| Error::stale(&present.record),
    ))
}

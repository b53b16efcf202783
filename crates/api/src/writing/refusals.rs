//! Why a write is refused: an earlier version, fields that are not the caller's to write, references to nothing.

use crate::error::{Error, Result};
use crate::etag;
use actix_web::HttpRequest;
use aect_db::renditions::{self, Rendition};
use aect_db::{Stored, Write};
use aect_types::Uuid;
use aect_types::given::{Given, Reference};
use aect_types::policy::Caller;
use aect_types::problem::{ErrorCode, ProblemKind};
use aect_types::query::ParameterError;
use serde_json::Value;

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

/// Fields that this caller may not write, of those that differ; owners that are not theirs to name among them. Before a
/// record is entered there is nothing, and it has no owner.
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
        .map(|field| ParameterError::new(&format!("/{field}"), ErrorCode::Reserved, ""))
        .collect();
    let known = before.map(|before| before.owners(id)).unwrap_or_default();
    let given: Vec<Uuid> = after
        .owners(id)
        .into_iter()
        .filter(|owner| !known.contains(owner))
        .collect();
    for reference in after.references() {
        if given.contains(&reference.id) && !caller.may_write(&[reference.id]) {
            wrong.push(ParameterError::new(&reference.pointer, ErrorCode::Reserved, ""));
        }
    }
    Ok(wrong)
}

/// How the journal names the caller.
pub(super) fn author(caller: &Caller) -> String {
    caller
        .person()
        .map_or_else(String::new, |person| format!("user:{}", person.id))
}

/// References to nothing, by the fields that hold them.
pub(super) fn missing(dangling: &[Reference]) -> Error {
    let named = dangling.iter();
    let errors: Vec<ParameterError> = named
        .map(|reference| ParameterError::new(&reference.pointer, ErrorCode::NoSuchRecord, ""))
        .collect();
    Error::fields(errors)
}

/// Somebody else was faster: the record as it is now.
pub(super) fn stale(write: &mut Write<'_>, id: Uuid) -> aect_db::Result<Error> {
    let present = write.raw(|conn| renditions::by_identifier(conn, id))?;
    Ok(present.map_or_else(
        || ProblemKind::NotFound.into(),
        |present| Error::stale(&present.record),
    ))
}

//! What is answered to a write: the record as that write left it, whatever others have written since.

use crate::address::BASE;
use crate::etag;
use actix_web::http::StatusCode;
use aect_db::idempotency::Answer;
use aect_db::{Write, renditions};
use aect_types::Uuid;

/// The answer to what a transaction has done to a record; a new one is named by its address.
pub(super) fn of_record(write: &mut Write<'_>, status: StatusCode, id: Uuid) -> aect_db::Result<Answer> {
    let position = write.settle()?;
    let rendition = write.raw(|conn| renditions::by_identifier(conn, id))?;
    let rendition = rendition.ok_or_else(|| aect_db::Error::Corrupt(format!("{id} has no rendition")))?;
    let tag = etag::of(rendition.version, rendition.record.as_bytes());
    let made = status == StatusCode::CREATED;
    Ok(Answer {
        status: status.as_u16(),
        location: made.then(|| format!("{BASE}/{}/{}", rendition.resource, rendition.slug)),
        etag: tag.to_str().ok().map(str::to_owned),
        position,
        body: rendition.record,
    })
}

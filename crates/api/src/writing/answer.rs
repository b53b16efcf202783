//! What is answered to a write: the record as that write left it, whatever others have written since.

use super::POSITION;
use super::once::{REPLAYED, Told};
use crate::address::BASE;
use crate::error::{Error, Result};
use crate::etag;
use crate::sign_in::private;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::http::header::{ETAG, LOCATION};
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

/// The response that says so.
pub(super) fn respond(answer: Answer) -> Result<HttpResponse> {
    let status = StatusCode::from_u16(answer.status).map_err(Error::internal)?;
    let mut response = private(HttpResponse::build(status));
    response.content_type("application/json");
    for (name, value) in [(ETAG, answer.etag), (LOCATION, answer.location)] {
        if let Some(value) = value {
            response.insert_header((name, value));
        }
    }
    if let Some(position) = answer.position {
        response.insert_header((POSITION, position.to_string()));
    }
    Ok(response.body(answer.body))
}

/// The same of a request that may come twice.
pub(super) fn respond_once(told: Told) -> Result<HttpResponse> {
    let mut response = respond(told.answer)?;
    if told.before {
        let yes = actix_web::http::header::HeaderValue::from_static("true");
        response.headers_mut().insert(REPLAYED, yes);
    }
    Ok(response)
}

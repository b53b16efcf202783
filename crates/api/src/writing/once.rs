//! Requests that may come twice: `Idempotency-Key` (draft-ietf-httpapi-idempotency-key-header).
//!
//! Who did not get the answer to a POST sends it again under the same key, and gets what the first was answered. What was
//! refused did nothing: it is not kept, and may be corrected under the same key.

use crate::auth::secrets;
use crate::error::Result;
use crate::state::State;
use actix_web::HttpRequest;
use actix_web::http::header::{HeaderName, HeaderValue};
use actix_web::web::Bytes;
use aect_db::Write;
use aect_db::idempotency::{self, Answer, Attempt, Known};
use aect_types::policy::Caller;
use aect_types::problem::ProblemKind;

const KEY: HeaderName = HeaderName::from_static("idempotency-key");

/// Says of an answer that it is that of an earlier request.
pub(super) const REPLAYED: HeaderName = HeaderName::from_static("idempotency-replayed");

/// Longest key, in characters.
const KEY_MAX: usize = 255;

/// What a person's request is known by, where it names a key; 400 for one that is none.
pub(super) fn attempt(request: &HttpRequest, caller: &Caller, content: &Bytes) -> Result<Option<Attempt>> {
    let mut given = request.headers().get_all(KEY);
    let (Some(key), Some(person)) = (given.next(), caller.person()) else {
        return Ok(None);
    };
    if given.next().is_some() {
        return Err(ProblemKind::BadRequest.into());
    }
    let mut asked = format!("{} {}\n", request.method(), request.path()).into_bytes();
    asked.extend_from_slice(content);
    Ok(Some(Attempt {
        user: person.id,
        key: read(key).ok_or(ProblemKind::BadRequest)?,
        digest: secrets::digest(asked),
    }))
}

fn read(key: &HeaderValue) -> Option<String> {
    let key = key.to_str().ok()?;
    let visible = key.bytes().all(|byte| byte.is_ascii_graphic());
    ((1..=KEY_MAX).contains(&key.len()) && visible).then(|| key.to_owned())
}

/// An answer, and whether it is that of an earlier request.
pub(super) struct Told {
    pub(super) answer: Answer,
    pub(super) before: bool,
}

/// The answer that an attempt got before; 422 where its key came with something else.
pub(super) async fn earlier(state: &State, attempt: Option<Attempt>) -> Result<Option<Told>> {
    let Some(attempt) = attempt else {
        return Ok(None);
    };
    told(
        state
            .read(move |conn| Ok(idempotency::known(conn, &attempt)?))
            .await?,
    )
}

fn told(known: Known) -> Result<Option<Told>> {
    match known {
        Known::Nothing => Ok(None),
        Known::Answered(answer) => Ok(Some(Told { answer, before: true })),
        Known::Otherwise => Err(ProblemKind::IdempotencyKeyReused.into()),
    }
}

/// Does what is asked, unless it was done meanwhile, and keeps what it answers, in one transaction.
pub(super) fn once(
    write: &mut Write<'_>,
    attempt: Option<&Attempt>,
    work: impl FnOnce(&mut Write<'_>) -> aect_db::Result<Answer>,
) -> aect_db::Result<Result<Told>> {
    let Some(attempt) = attempt else {
        let answer = work(write)?;
        return Ok(Ok(Told {
            answer,
            before: false,
        }));
    };
    if let Some(told) = told(write.attempt(attempt)?).transpose() {
        return Ok(told);
    }
    let answer = work(write)?;
    write.keep_answer(attempt, &answer)?;
    Ok(Ok(Told {
        answer,
        before: false,
    }))
}

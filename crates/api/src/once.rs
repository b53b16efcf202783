//! Requests that may come twice: `Idempotency-Key` (draft-ietf-httpapi-idempotency-key-header).
//!
//! Who did not get the answer to a POST sends it again under the same key, and gets what the first was answered. What was
//! refused did nothing: it is not kept, and may be corrected under the same key. A secret that is shown once is not kept.

use crate::auth::secrets;
use crate::error::{Error, Result};
use crate::sign_in::private;
use crate::state::State;
use actix_web::http::StatusCode;
use actix_web::http::header::{ETAG, HeaderName, HeaderValue, LOCATION};
use actix_web::web::Bytes;
use actix_web::{HttpRequest, HttpResponse};
use aect_db::Write;
use aect_db::idempotency::{self, Answer, Attempt, Known};
use aect_types::policy::Caller;
use aect_types::problem::ProblemKind;
use serde::Serialize;

const KEY: HeaderName = HeaderName::from_static("idempotency-key");

/// Says of an answer that it is that of an earlier request.
const REPLAYED: HeaderName = HeaderName::from_static("idempotency-replayed");

/// Which position of the journal a write has: a read with `Journal-At-Least` sees it.
pub(crate) const POSITION: HeaderName = HeaderName::from_static("journal-position");

/// Longest key, in characters.
const KEY_MAX: usize = 255;

/// What a person's request is known by, where it names a key; 400 for one that is none. Nobody in particular has keys.
pub(crate) fn attempt(request: &HttpRequest, caller: &Caller, content: &Bytes) -> Result<Option<Attempt>> {
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
#[derive(Debug)]
pub(crate) struct Told {
    answer: Answer,
    before: bool,
}

impl Told {
    /// The position in the journal of what was done.
    pub(crate) const fn position(&self) -> Option<i64> {
        self.answer.position
    }
}

/// The answer that an attempt got before; 422 where its key came with something else.
pub(crate) async fn earlier(state: &State, attempt: Option<Attempt>) -> Result<Option<Told>> {
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

/// What was done: its answer, and what is kept of it where that says less.
pub(crate) struct Done {
    answer: Answer,
    kept: Option<Answer>,
}

impl Done {
    /// An answer that holds a secret, and the same without it.
    pub(crate) const fn secret(answer: Answer, kept: Answer) -> Self {
        Self {
            answer,
            kept: Some(kept),
        }
    }
}

impl From<Answer> for Done {
    fn from(answer: Answer) -> Self {
        Self { answer, kept: None }
    }
}

/// Does what is asked, unless it was done meanwhile, and keeps what it answers, in one transaction.
pub(crate) fn once(
    write: &mut Write<'_>,
    attempt: Option<&Attempt>,
    work: impl FnOnce(&mut Write<'_>) -> aect_db::Result<Result<Done>>,
) -> aect_db::Result<Result<Told>> {
    if let Some(attempt) = attempt
        && let Some(told) = told(write.attempt(attempt)?).transpose()
    {
        return Ok(told);
    }
    let Done { answer, kept } = match work(write)? {
        Ok(done) => done,
        Err(refused) => return Ok(Err(refused)),
    };
    if let Some(attempt) = attempt {
        write.keep_answer(attempt, kept.as_ref().unwrap_or(&answer))?;
    }
    Ok(Ok(Told {
        answer,
        before: false,
    }))
}

/// An answer that is JSON, to what a transaction has done so far.
pub(crate) fn json(
    write: &mut Write<'_>,
    status: StatusCode,
    value: &impl Serialize,
) -> aect_db::Result<Answer> {
    Ok(Answer {
        status: status.as_u16(),
        location: None,
        etag: None,
        position: write.settle()?,
        body: serde_json::to_string(value)?,
    })
}

/// An answer that says nothing but its status.
pub(crate) fn nothing(status: StatusCode) -> Answer {
    Answer {
        status: status.as_u16(),
        location: None,
        etag: None,
        position: None,
        body: String::new(),
    }
}

/// The response that says so.
pub(crate) fn respond(answer: Answer) -> Result<HttpResponse> {
    let status = StatusCode::from_u16(answer.status).map_err(Error::internal)?;
    let mut response = private(HttpResponse::build(status));
    for (name, value) in [(ETAG, answer.etag), (LOCATION, answer.location)] {
        if let Some(value) = value {
            response.insert_header((name, value));
        }
    }
    if let Some(position) = answer.position {
        response.insert_header((POSITION, position.to_string()));
    }
    if answer.body.is_empty() {
        return Ok(response.finish());
    }
    response.content_type("application/json");
    Ok(response.body(answer.body))
}

/// The same of a request that may come twice.
pub(crate) fn respond_once(told: Told) -> Result<HttpResponse> {
    let mut response = respond(told.answer)?;
    if told.before {
        let yes = HeaderValue::from_static("true");
        response.headers_mut().insert(REPLAYED, yes);
    }
    Ok(response)
}

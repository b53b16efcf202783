//! Who calls: access tokens, the keys that sign them, and the cookie that brings the next one.

pub(crate) mod cookie;
pub(crate) mod keys;
pub(crate) mod secrets;
pub(crate) mod tokens;

use crate::error::Result;
use crate::state::State;
use actix_web::HttpRequest;
use actix_web::http::header::AUTHORIZATION;
use aect_db::people::sessions;
use aect_types::Uuid;
use aect_types::policy::{Caller, Person};
use aect_types::problem::ProblemKind;

/// A person who calls, and the session they call in.
#[derive(Clone, Debug)]
pub(crate) struct Signed {
    /// Who.
    pub(crate) person: Person,
    /// In which session.
    pub(crate) session: Uuid,
}

/// Who calls: nobody in particular without a token; who brings one that is not good is told so.
///
/// The session is looked up each time: one that has ended is refused at once, by every process.
pub(crate) async fn caller(state: &State, request: &HttpRequest) -> Result<Caller> {
    Ok(match signed(state, request).await? {
        Some(signed) => Caller::Person(signed.person),
        None => Caller::Visitor,
    })
}

/// The person who calls; whoever has not signed in is refused, and whoever has a second factor and has not shown it.
pub(crate) async fn required(state: &State, request: &HttpRequest) -> Result<Signed> {
    let signed = begun(state, request).await?;
    if signed.person.second_factor_due {
        return Err(ProblemKind::SecondFactorRequired.into());
    }
    Ok(signed)
}

/// The person who calls, before they have shown a second factor: enough to show it, or to sign out.
pub(crate) async fn begun(state: &State, request: &HttpRequest) -> Result<Signed> {
    signed(state, request)
        .await?
        .ok_or_else(|| ProblemKind::Unauthorized.into())
}

/// Who looks at a file: as [`caller`], or by the cookie that pictures of pages bring, which cannot say a token. One that is
/// not good any more is nobody's.
pub(crate) async fn onlooker(state: &State, request: &HttpRequest) -> Result<Caller> {
    let Some(token) = cookie::reading_of(request).filter(|_| !request.headers().contains_key(AUTHORIZATION))
    else {
        return caller(state, request).await;
    };
    let session = match state.keys.reader_of(&state.db, &token).await {
        Ok(session) => session,
        Err(error) if error.kind == ProblemKind::Unauthorized => return Ok(Caller::Visitor),
        Err(error) => return Err(error),
    };
    let person = state
        .read(move |conn| Ok(sessions::person(conn, session)?))
        .await?;
    Ok(person.map_or(Caller::Visitor, Caller::Person))
}

async fn signed(state: &State, request: &HttpRequest) -> Result<Option<Signed>> {
    let Some(header) = request.headers().get(AUTHORIZATION) else {
        return Ok(None);
    };
    let token = header
        .to_str()
        .ok()
        .and_then(bearer)
        .ok_or(ProblemKind::Unauthorized)?;
    let session = state.keys.session_of(&state.db, token).await?;
    let person = state
        .read(move |conn| Ok(sessions::person(conn, session)?))
        .await?;
    let person = person.ok_or(ProblemKind::Unauthorized)?;
    Ok(Some(Signed { person, session }))
}

/// The token of `Bearer …` (RFC 6750, 2.1); schemes are compared without case (RFC 9110, 11.1).
fn bearer(header: &str) -> Option<&str> {
    let (scheme, token) = header.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim())
}

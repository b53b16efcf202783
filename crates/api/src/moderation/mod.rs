//! The animators' queue: what waits, what is done with it, and undone.
//!
//! Each thing is decided in a transaction of its own: of a hundred, those that somebody else has decided meanwhile are
//! told apart, and the others are done.

mod deciding;
mod letters;
mod undoing;

use crate::address;
use crate::auth;
use crate::body;
use crate::error::{Error, Result};
use crate::questions;
use crate::sign_in::private;
use crate::state::State;
use actix_web::web::{Bytes, Data};
use actix_web::{HttpRequest, HttpResponse};
use aect_db::people::{moderation, settings};
use aect_types::Instant;
use aect_types::moderation::{
    ModerationDecision, ModerationKind, ModerationResult, ModerationResults, ModerationUndo, Settings, limits,
};
use aect_types::policy::Person;
use aect_types::problem::{ErrorCode, ProblemKind};
use aect_types::query::ParameterError;

/// The animator who calls.
pub(crate) async fn animator(state: &State, request: &HttpRequest) -> Result<Person> {
    let person = auth::required(state, request).await?.person;
    if person.animates() {
        Ok(person)
    } else {
        Err(ProblemKind::Forbidden.into())
    }
}

/// Answers what waits.
pub(crate) async fn queue(state: Data<State>, request: HttpRequest) -> Result<HttpResponse> {
    animator(&state, &request).await?;
    let mut pairs = address::pairs(&request);
    let kind = questions::take(&mut pairs, "kind")?;
    if let Some((name, _)) = pairs.first() {
        return Err(Error::parameter(name, ErrorCode::Unknown, "kind"));
    }
    let not_listed = |_| Error::parameter("kind", ErrorCode::NotListed, &ModerationKind::CODES.join(", "));
    let kind = kind
        .map(|kind| kind.parse::<ModerationKind>().map_err(not_listed))
        .transpose()?;
    let now = Instant::new(chrono::Utc::now());
    let queue = state
        .read(move |conn| Ok(moderation::queue(conn, kind, now)?))
        .await?;
    Ok(private(HttpResponse::Ok()).json(queue))
}

/// Does one thing with some of it.
pub(crate) async fn decide(state: Data<State>, request: HttpRequest, content: Bytes) -> Result<HttpResponse> {
    let person = animator(&state, &request).await?;
    let decision: ModerationDecision = body::read(&request, &content)?;
    let wrong = decision.faults();
    if !wrong.is_empty() {
        return Err(Error::fields(wrong));
    }
    let mut results = Vec::new();
    for target in decision.items.iter().copied() {
        let (act, role, reason) = (decision.act, decision.role, decision.reason.clone());
        let (by, site) = (person.id, state.public_url.clone());
        let one = state
            .db
            .write(format!("user:{by}"), move |write| {
                let wanted = deciding::Wanted {
                    act,
                    role,
                    reason: reason
                        .as_deref()
                        .map(str::trim)
                        .filter(|reason| !reason.is_empty()),
                    by,
                    site: &site,
                };
                deciding::decide(write, target, &wanted)
            })
            .await?;
        results.push(one);
    }
    Ok(private(HttpResponse::Ok()).json(ModerationResults { results }))
}

/// Undoes decisions, the last first.
pub(crate) async fn undo(state: Data<State>, request: HttpRequest, content: Bytes) -> Result<HttpResponse> {
    let person = animator(&state, &request).await?;
    let ModerationUndo { decisions } = body::read(&request, &content)?;
    if !(1..=limits::AT_ONCE).contains(&decisions.len()) {
        let bounds = format!("1 … {}", limits::AT_ONCE);
        return Err(Error::fields([ParameterError::new(
            "/decisions",
            ErrorCode::Range,
            bounds,
        )]));
    }
    let mut results: Vec<ModerationResult> = Vec::new();
    for id in decisions.into_iter().rev() {
        let one = state
            .db
            .write(format!("user:{}", person.id), move |write| {
                undoing::undo(write, id)
            })
            .await?;
        results.extend(one);
    }
    if results.is_empty() {
        return Err(ProblemKind::NotFound.into());
    }
    Ok(private(HttpResponse::Ok()).json(ModerationResults { results }))
}

/// Answers the settings of the platform.
pub(crate) async fn settings(state: Data<State>, request: HttpRequest) -> Result<HttpResponse> {
    address::no_parameters(&request)?;
    animator(&state, &request).await?;
    let settings = state.read(|conn| Ok(settings::read(conn)?)).await?;
    Ok(private(HttpResponse::Ok()).json(settings))
}

/// Sets them.
pub(crate) async fn set(state: Data<State>, request: HttpRequest, content: Bytes) -> Result<HttpResponse> {
    let person = animator(&state, &request).await?;
    let present: Settings = state.read(|conn| Ok(settings::read(conn)?)).await?;
    let wanted: Settings = body::patched(&request, &content, &present)?;
    state
        .db
        .write(format!("user:{}", person.id), move |write| {
            write.set_settings(wanted)
        })
        .await?;
    Ok(private(HttpResponse::Ok()).json(wanted))
}

//! The animators' queue: what waits, what is done with it, and undone.
//!
//! Of a hundred things that are decided at once, those that somebody else has decided meanwhile are told apart, and the
//! others are done; all of it in one transaction, so that a retry gets the same answer.

mod deciding;
mod letters;
mod undoing;

use crate::address;
use crate::auth;
use crate::body;
use crate::error::{Error, Result};
use crate::once;
use crate::questions;
use crate::sign_in::private;
use crate::site::Site;
use crate::state::State;
use actix_web::http::StatusCode;
use actix_web::web::{Bytes, Data};
use actix_web::{HttpRequest, HttpResponse};
use aect_db::Write;
use aect_db::people::{moderation, settings};
use aect_types::moderation::{
    ModerationDecision, ModerationKind, ModerationResult, ModerationResults, ModerationUndo, Settings, limits,
};
use aect_types::policy::{Caller, Person};
use aect_types::problem::{ErrorCode, ProblemKind};
use aect_types::query::ParameterError;
use aect_types::{Instant, Uuid};

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
    let attempt = once::attempt(&request, &Caller::Person(person.clone()), &content)?;
    if let Some(told) = once::earlier(&state, attempt.clone()).await? {
        return once::respond_once(told);
    }
    let decision: ModerationDecision = body::read(&request, &content)?;
    let wrong = decision.faults();
    if !wrong.is_empty() {
        return Err(Error::fields(wrong));
    }
    let (by, site) = (person.id, state.site.clone());
    let told = state
        .db
        .write(format!("user:{by}"), move |write| {
            once::once(write, attempt.as_ref(), |write| {
                let results = decide_all(write, &decision, by, &site)?;
                Ok(Ok(once::json(
                    write,
                    StatusCode::OK,
                    &ModerationResults { results },
                )?
                .into()))
            })
        })
        .await??;
    state.post.hurry();
    once::respond_once(told)
}

fn decide_all(
    write: &mut Write<'_>,
    decision: &ModerationDecision,
    by: Uuid,
    site: &Site,
) -> aect_db::Result<Vec<ModerationResult>> {
    let reason = decision.reason.as_deref().map(str::trim);
    let wanted = deciding::Wanted {
        act: decision.act,
        role: decision.role,
        reason: reason.filter(|reason| !reason.is_empty()),
        by,
        site,
    };
    let mut results = Vec::new();
    for target in decision.items.iter().copied() {
        results.push(deciding::decide(write, target, &wanted)?);
        // What follows sees it done.
        write.settle()?;
    }
    Ok(results)
}

/// Undoes decisions, the last first.
pub(crate) async fn undo(state: Data<State>, request: HttpRequest, content: Bytes) -> Result<HttpResponse> {
    let person = animator(&state, &request).await?;
    let attempt = once::attempt(&request, &Caller::Person(person.clone()), &content)?;
    if let Some(told) = once::earlier(&state, attempt.clone()).await? {
        return once::respond_once(told);
    }
    let ModerationUndo { decisions } = body::read(&request, &content)?;
    if !(1..=limits::AT_ONCE).contains(&decisions.len()) {
        let bounds = format!("1 … {}", limits::AT_ONCE);
        return Err(Error::fields([ParameterError::new(
            "/decisions",
            ErrorCode::Range,
            bounds,
        )]));
    }
    let told = state
        .db
        .write(format!("user:{}", person.id), move |write| {
            once::once(write, attempt.as_ref(), |write| {
                let mut results: Vec<ModerationResult> = Vec::new();
                for id in decisions.into_iter().rev() {
                    results.extend(undoing::undo(write, id)?);
                    write.settle()?;
                }
                if results.is_empty() {
                    return Ok(Err(ProblemKind::NotFound.into()));
                }
                Ok(Ok(once::json(
                    write,
                    StatusCode::OK,
                    &ModerationResults { results },
                )?
                .into()))
            })
        })
        .await??;
    once::respond_once(told)
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

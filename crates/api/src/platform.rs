//! `/api/v1/platform`: how the platform presents itself. Animators read it, admins set it.

use crate::address;
use crate::auth;
use crate::body;
use crate::error::{Error, Result};
use crate::etag;
use crate::moderation::animator;
use crate::sign_in::private;
use crate::state::State;
use actix_web::http::header::ETAG;
use actix_web::web::{Bytes, Data};
use actix_web::{HttpRequest, HttpResponse};
use aect_db::{Write, platform};
use aect_types::platform::{Platform, PlatformInput};
use aect_types::policy::Person;
use aect_types::problem::ProblemKind;

/// The admin who calls.
pub(crate) async fn admin(state: &State, request: &HttpRequest) -> Result<Person> {
    let person = auth::required(state, request).await?.person;
    if person.administers() {
        Ok(person)
    } else {
        Err(ProblemKind::Forbidden.into())
    }
}

/// Answers what is set.
pub(crate) async fn get(state: Data<State>, request: HttpRequest) -> Result<HttpResponse> {
    address::no_parameters(&request)?;
    animator(&state, &request).await?;
    let platform = state.read(|conn| Ok(platform::read(conn)?)).await?;
    Ok(shown(&platform))
}

/// Sets it, of the version that was read.
pub(crate) async fn set(state: Data<State>, request: HttpRequest, content: Bytes) -> Result<HttpResponse> {
    let person = admin(&state, &request).await?;
    let version = etag::demanded(request.headers())?;
    let present = state.read(|conn| Ok(platform::read(conn)?)).await?;
    let wanted = body::patched(&request, &content, &present.input())?.tidied();
    let wrong = wanted.faults();
    if !wrong.is_empty() {
        return Err(Error::fields(wrong));
    }
    let platform = state
        .db
        .write(format!("user:{}", person.id), move |write| {
            set_in(write, version, &wanted)
        })
        .await??;
    state.site.hear(platform.clone());
    // Pages of another version are asked for no more: their memory is given back.
    state.cache.empty();
    Ok(shown(&platform))
}

fn set_in(write: &mut Write<'_>, version: i64, wanted: &PlatformInput) -> aect_db::Result<Result<Platform>> {
    let present = write.raw(platform::read)?;
    if present.version != version {
        return Ok(Err(Error::stale(&serde_json::to_string(&present)?)));
    }
    // What says the same again is no change.
    if present.clone().input() == *wanted {
        return Ok(Ok(present));
    }
    write.set_platform(wanted).map(Ok)
}

fn shown(platform: &Platform) -> HttpResponse {
    private(HttpResponse::Ok())
        .insert_header((ETAG, etag::of_version(platform.version)))
        .json(platform)
}

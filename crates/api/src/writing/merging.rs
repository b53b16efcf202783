//! Two records that say the same become one.

use super::answer;
use super::found::find;
use super::refusals::{author, expected, stale};
use super::{followed, nowhere, signed_in, with_given};
use crate::address;
use crate::body;
use crate::error::{Error, Result};
use crate::once::{self, respond_once};
use crate::state::State;
use actix_web::http::StatusCode;
use actix_web::web::{Bytes, Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use aect_db::Stored;
use aect_db::renditions::{self, Rendition};
use aect_types::given::Given;
use aect_types::history::Merging;
use aect_types::problem::{ErrorCode, ProblemKind};
use aect_types::query::ParameterError;

/// Lets another record take the place of this one, which is hidden for good.
pub(crate) async fn merge(
    state: Data<State>,
    request: HttpRequest,
    path: Path<(String, String)>,
    content: Bytes,
) -> Result<HttpResponse> {
    let (resource, key) = path.into_inner();
    let resource = address::resource(&resource)?;
    with_given!(
        resource,
        nowhere(),
        merge_of(&state, &request, key, &content).await
    )
}

async fn merge_of<S>(
    state: &State,
    request: &HttpRequest,
    key: String,
    content: &Bytes,
) -> Result<HttpResponse>
where
    S: Stored + Given + Send + 'static,
{
    let caller = signed_in(state, request).await?;
    let attempt = once::attempt(request, &caller, content)?;
    if let Some(told) = once::earlier(state, attempt.clone()).await? {
        return respond_once(told);
    }
    let from = find::<S>(state, &caller, key).await?.shown()?.rendition;
    if !caller.may_animate() {
        return Err(ProblemKind::Forbidden.into());
    }
    let version = expected(request, &from)?;
    let Merging { into } = body::read(request, content)?;
    let told = state
        .db
        .write(author(&caller), move |write| {
            once::once(write, attempt.as_ref(), |write| {
                if write.version(from.id)? != version {
                    return Ok(Err(stale(write, from.id)?));
                }
                let stays = write.raw(|conn| renditions::by_identifier(conn, into))?;
                if let Some(wrong) = unfit(&from, stays.as_ref()) {
                    return Ok(Err(wrong));
                }
                write.merge::<S>(from.id, into)?;
                Ok(Ok(answer::of_record(write, StatusCode::OK, into)?.into()))
            })
        })
        .await??;
    followed(state, told.position()).await?;
    respond_once(told)
}

/// Why a record cannot take the place of another one. Whoever saw the one finds the other.
fn unfit(from: &Rendition, stays: Option<&Rendition>) -> Option<Error> {
    let wrong = |code| Some(Error::fields([ParameterError::new("/into", code, "")]));
    match stays {
        Some(stays) if stays.hidden || stays.resource != from.resource => wrong(ErrorCode::NoSuchRecord),
        Some(stays) if stays.id == from.id || stays.visibility > from.visibility => {
            wrong(ErrorCode::Conflict)
        }
        Some(_) => None,
        None => wrong(ErrorCode::NoSuchRecord),
    }
}

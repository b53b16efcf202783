//! Writing what belongs to a record and is no field of it: the rules are the record's.

use super::answer;
use super::found::find;
use super::refusals::{author, expected, stale};
use super::{signed_in, with_given};
use crate::error::Result;
use crate::once::respond;
use crate::state::State;
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse};
use aect_db::{Stored, Write};
use aect_types::given::Given;
use aect_types::problem::ProblemKind;
use aect_types::{Resource, Uuid};

/// A record that the caller may write, in the version that they have read.
pub(crate) struct Admitted {
    pub(crate) record: Uuid,
    version: i64,
    author: String,
}

/// Looks whether the caller may write the record at `key`, in the version that they name.
pub(crate) async fn admitted(
    state: &State,
    request: &HttpRequest,
    resource: Resource,
    key: String,
) -> Result<Admitted> {
    with_given!(
        resource,
        Err(ProblemKind::NotFound.into()),
        admitted_to(state, request, key).await
    )
}

async fn admitted_to<S>(state: &State, request: &HttpRequest, key: String) -> Result<Admitted>
where
    S: Stored + Given + Send + 'static,
{
    let caller = signed_in(state, request).await?;
    let rendition = find::<S>(state, &caller, key).await?.shown()?.rendition;
    Ok(Admitted {
        record: rendition.id,
        version: expected(request, &rendition)?,
        author: author(&caller),
    })
}

/// Does something to what belongs to a record, and answers the record; 412 where somebody was faster.
pub(crate) async fn arrange(
    state: &State,
    admitted: Admitted,
    status: StatusCode,
    work: impl FnOnce(&mut Write<'_>) -> aect_db::Result<Result<()>> + Send + 'static,
) -> Result<HttpResponse> {
    let Admitted {
        record,
        version,
        author,
    } = admitted;
    let answer = state
        .db
        .write(author, move |write| {
            if write.version(record)? != version {
                return Ok(Err(stale(write, record)?));
            }
            match work(write)? {
                Ok(()) => answer::of_record(write, status, record).map(Ok),
                Err(refusal) => Ok(Err(refusal)),
            }
        })
        .await??;
    respond(answer)
}

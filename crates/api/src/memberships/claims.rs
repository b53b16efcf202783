//! What lets people belong without being decided on; animators say it.

use super::{asked_record, joinable, no_such_record};
use crate::auth::secrets;
use crate::body;
use crate::error::{Error, Result};
use crate::moderation::animator;
use crate::second_factor::drawn;
use crate::sign_in::private;
use crate::state::State;
use actix_web::web::{Bytes, Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use aect_db::people::claims;
use aect_types::Page;
use aect_types::memberships::{MembershipDomain, VisitCode, VisitCodeRequest, may_stand};
use aect_types::policy::Caller;
use aect_types::problem::{ErrorCode, ProblemKind};
use aect_types::site::EditorPage;

/// Lets a domain of e-mail stand for a record.
pub(crate) async fn attach(
    state: Data<State>,
    request: HttpRequest,
    path: Path<String>,
    content: Bytes,
) -> Result<HttpResponse> {
    let person = animator(&state, &request).await?;
    let MembershipDomain { record } = body::read(&request, &content)?;
    let domain = path.to_lowercase();
    if !may_stand(&domain) {
        return Err(Error::parameter(
            "domain",
            ErrorCode::Conflict,
            "mairie-poitiers.fr",
        ));
    }
    let caller = Caller::Person(person.clone());
    state
        .db
        .write(format!("user:{}", person.id), move |write| {
            if joinable(write, &caller, record)?.is_none() {
                return Ok(Err(no_such_record()));
            }
            write.attach_domain(&domain, record, person.id).map(Ok)
        })
        .await??;
    Ok(private(HttpResponse::NoContent()).finish())
}

/// Lets it stand for nobody.
pub(crate) async fn detach(
    state: Data<State>,
    request: HttpRequest,
    path: Path<String>,
) -> Result<HttpResponse> {
    let person = animator(&state, &request).await?;
    let domain = path.to_lowercase();
    if !may_stand(&domain) {
        return Err(ProblemKind::NotFound.into());
    }
    let found = state
        .db
        .write(format!("user:{}", person.id), move |write| {
            write.detach_domain(&domain)
        })
        .await?;
    if found {
        Ok(private(HttpResponse::NoContent()).finish())
    } else {
        Err(ProblemKind::NotFound.into())
    }
}

/// Answers the codes that were made for a record.
pub(crate) async fn codes(state: Data<State>, request: HttpRequest) -> Result<HttpResponse> {
    animator(&state, &request).await?;
    let record = asked_record(&request)?;
    let items = state.read(move |conn| Ok(claims::codes(conn, record)?)).await?;
    Ok(private(HttpResponse::Ok()).json(Page::whole(items)))
}

/// Makes a code to be left at a visit: it is shown now, and never again.
pub(crate) async fn visit_code(
    state: Data<State>,
    request: HttpRequest,
    content: Bytes,
) -> Result<HttpResponse> {
    let person = animator(&state, &request).await?;
    let VisitCodeRequest { record, role } = body::read(&request, &content)?;
    let code = secrets::letters()?;
    let digest = secrets::digest(&code);
    let caller = Caller::Person(person.clone());
    let (resource, slug, expires_at) = state
        .db
        .write(format!("user:{}", person.id), move |write| {
            let Some(found) = joinable(write, &caller, record)? else {
                return Ok(Err(no_such_record()));
            };
            let until = write.make_visit_code(&digest, record, role, person.id)?;
            Ok(Ok((found.resource, found.slug, until)))
        })
        .await??;
    let url = format!(
        "{}{}?{}={code}",
        state.public_url.trim_end_matches('/'),
        EditorPage::Team(resource, slug).path(),
        EditorPage::CODE
    );
    Ok(private(HttpResponse::Created()).json(VisitCode {
        code,
        qr_code: drawn(&url)?,
        url,
        expires_at,
    }))
}

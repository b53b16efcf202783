//! What lets people belong without being decided on; animators say it.

use super::{asked_record, joinable, no_such_record};
use crate::auth::secrets;
use crate::body;
use crate::error::{Error, Result};
use crate::moderation::animator;
use crate::once::{self, Done};
use crate::second_factor::drawn;
use crate::sign_in::private;
use crate::site::Site;
use crate::state::State;
use actix_web::http::StatusCode;
use actix_web::web::{Bytes, Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use aect_db::Write;
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
    let caller = Caller::Person(person.clone());
    let attempt = once::attempt(&request, &caller, &content)?;
    if let Some(told) = once::earlier(&state, attempt.clone()).await? {
        return once::respond_once(told);
    }
    let wanted: VisitCodeRequest = body::read(&request, &content)?;
    let code = secrets::letters()?;
    let site = state.site.clone();
    let told = state
        .db
        .write(format!("user:{}", person.id), move |write| {
            once::once(write, attempt.as_ref(), |write| {
                make_in(write, &caller, &wanted, code, &site)
            })
        })
        .await??;
    once::respond_once(told)
}

fn make_in(
    write: &mut Write<'_>,
    caller: &Caller,
    wanted: &VisitCodeRequest,
    code: String,
    site: &Site,
) -> aect_db::Result<Result<Done>> {
    let (Some(found), Some(person)) = (joinable(write, caller, wanted.record)?, caller.person()) else {
        return Ok(Err(no_such_record()));
    };
    let digest = secrets::digest(&code);
    let expires_at = write.make_visit_code(&digest, wanted.record, wanted.role, person.id)?;
    let team = EditorPage::Team(found.resource, found.slug).path();
    let url = format!("{}{team}?{}={code}", site.url(), EditorPage::CODE);
    let qr_code = match drawn(&url) {
        Ok(drawn) => drawn,
        Err(error) => return Ok(Err(error)),
    };
    let shown = VisitCode {
        code: Some(code),
        url: Some(url),
        qr_code: Some(qr_code),
        expires_at,
    };
    // Whoever asks again learns that there is one, and until when.
    let kept = VisitCode {
        code: None,
        url: None,
        qr_code: None,
        expires_at,
    };
    let shown = once::json(write, StatusCode::CREATED, &shown)?;
    let kept = once::json(write, StatusCode::CREATED, &kept)?;
    Ok(Ok(Done::secret(shown, kept)))
}

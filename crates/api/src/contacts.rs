//! Who of a record's people can be reached. Never out of the cache: what somebody takes back is gone at once.

use crate::auth;
use crate::body;
use crate::error::Result;
use crate::memberships::asked_record;
use crate::sign_in::private;
use crate::state::State;
use actix_web::web::{Bytes, Data};
use actix_web::{HttpRequest, HttpResponse};
use aect_db::people::contacts;
use aect_db::renditions;
use aect_types::contacts::ContactConsent;
use aect_types::problem::ProblemKind;
use aect_types::{Page, Resource};

/// Answers those of a collectivity or an actor who let the caller see something of them.
pub(crate) async fn list(state: Data<State>, request: HttpRequest) -> Result<HttpResponse> {
    let caller = auth::caller(&state, &request).await?;
    let record = asked_record(&request)?;
    let items = state
        .read(move |conn| {
            let has_people = |resource| matches!(resource, Resource::Collectivities | Resource::Actors);
            let known = renditions::by_identifier(conn, record)?;
            let known = known.filter(|known| has_people(known.resource) && !known.hidden);
            let known = known.ok_or(ProblemKind::NotFound)?;
            // Its own people know of it as a draft.
            if !caller.reader().sees().contains(&known.visibility) && !caller.belongs_to(record) {
                return Err(ProblemKind::NotFound.into());
            }
            Ok(contacts::of_record(conn, record, caller.reader())?)
        })
        .await?;
    Ok(private(HttpResponse::Ok()).json(Page::whole(items)))
}

/// Answers what the caller lets others see of them.
pub(crate) async fn consent(state: Data<State>, request: HttpRequest) -> Result<HttpResponse> {
    let user = auth::required(&state, &request).await?.person.id;
    let said = state.read(move |conn| Ok(contacts::of_user(conn, user)?)).await?;
    let consent = said.map(|said| said.consent).unwrap_or_default();
    Ok(private(HttpResponse::Ok()).json(consent))
}

/// Says it, or takes it back.
pub(crate) async fn set(state: Data<State>, request: HttpRequest, content: Bytes) -> Result<HttpResponse> {
    let user = auth::required(&state, &request).await?.person.id;
    let given: ContactConsent = body::read(&request, &content)?;
    let done = state.db.write(format!("user:{user}"), move |write| {
        // Erased meanwhile: nothing is kept of them.
        if write.user(user)?.is_some() {
            write.set_contact_consent(user, given)?;
        }
        Ok(())
    });
    done.await?;
    Ok(private(HttpResponse::NoContent()).finish())
}

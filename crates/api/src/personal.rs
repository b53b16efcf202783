//! What is kept of a person: theirs to have, and theirs to have forgotten (GDPR, articles 15, 17 and 20).

use crate::account;
use crate::auth::{self, cookie};
use crate::error::Result;
use crate::memberships::successions::{follow, leaving};
use crate::sign_in::private;
use crate::state::State;
use actix_web::http::header::{CONTENT_DISPOSITION, ContentDisposition, DispositionParam, DispositionType};
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse};
use aect_db::people::{co_leads, contacts, passwords, personal};
use aect_db::{Conn, Write};
use aect_types::memberships::Departure;
use aect_types::people::MembershipState;
use aect_types::personal::PersonalData;
use aect_types::policy::Person;
use aect_types::{Instant, Uuid};

/// Answers everything that is kept of the caller.
pub(crate) async fn data(state: Data<State>, request: HttpRequest) -> Result<HttpResponse> {
    let person = auth::required(&state, &request).await?.person;
    let kept = state.read(move |conn| gathered(conn, &person)).await?;
    let file = ContentDisposition {
        disposition: DispositionType::Attachment,
        parameters: vec![DispositionParam::Filename("aect.json".to_owned())],
    };
    Ok(private(HttpResponse::Ok())
        .insert_header((CONTENT_DISPOSITION, file))
        .json(kept))
}

fn gathered(conn: &mut Conn, person: &Person) -> Result<PersonalData> {
    let account = account::read(conn, person)?;
    let (second_factor_since, recovery_codes_left) = personal::second_factor(conn, person.id)?;
    Ok(PersonalData {
        written_at: Instant::new(chrono::Utc::now()),
        memberships: personal::memberships(conn, person.id)?,
        sessions: personal::sessions(conn, person.id)?,
        sign_in_links: personal::sign_in_links(conn, &account.email)?,
        contact_consent: contacts::of_user(conn, person.id)?,
        password_since: passwords::of_user(conn, person.id)?.map(|(_, since)| since),
        openid_identities: personal::openid_identities(conn, person.id)?,
        second_factor_since,
        recovery_codes_left,
        waiting_mails: personal::waiting_mails(conn, &account.email)?,
        remarks: personal::remarks(conn, person.id, &account.email)?,
        co_leads: co_leads::kept(conn, person.id)?,
        writes: personal::writes(conn, person.id)?,
        account,
    })
}

/// Forgets the caller.
pub(crate) async fn erase(state: Data<State>, request: HttpRequest) -> Result<HttpResponse> {
    let id = auth::required(&state, &request).await?.person.id;
    state
        .db
        .write(format!("user:{id}"), move |write| forget(write, id))
        .await?;
    state.post.hurry();
    follow(&state).await?;
    if !state.db.empty_log().await? {
        tracing::info!(
            "the log still holds what was erased: somebody reads it; it is emptied within the hour"
        );
    }
    Ok(private(HttpResponse::NoContent())
        .cookie(cookie::gone(&state))
        .cookie(cookie::reading_gone(&state))
        .finish())
}

/// Forgets a person, and remembers which places are empty by that.
pub(crate) fn forget(write: &mut Write<'_>, id: Uuid) -> aect_db::Result<()> {
    let memberships = write.raw(|conn| personal::memberships(conn, id))?.into_iter();
    let accepted = memberships.filter(|one| one.state == MembershipState::Accepted);
    let belonged: Vec<Uuid> = accepted.map(|one| one.record).collect();
    leaving(write, &belonged, Departure::Left, |write| write.erase_user(id))
}

//! The present session: turned by its cookie, ended by its person; and the other ones.

use crate::auth::{self, cookie, secrets};
use crate::error::Result;
use crate::sign_in::private;
use crate::state::State;
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use aect_db::people::sessions::{self, Because, Turned};
use aect_types::people::Session;
use aect_types::problem::ProblemKind;
use aect_types::{Page, Uuid};

/// Answers the next access token to the cookie, and turns it.
pub(crate) async fn refresh(state: Data<State>, request: HttpRequest) -> Result<HttpResponse> {
    let Some(token) = cookie::of(&request)? else {
        return Err(ProblemKind::Unauthorized.into());
    };
    let next = secrets::word()?;
    let (used, kept) = (secrets::digest(&token), secrets::digest(&next));
    let turned = state
        .db
        .write("session".to_owned(), move |write| {
            write.turn_session(&used, &kept)
        })
        .await?;
    match turned {
        Turned::On { session, user } => {
            let issued = state.keys.issue(&state.db, user, session).await?;
            Ok(private(HttpResponse::Ok())
                .cookie(cookie::holding(&state, next))
                .cookie(cookie::reading(&state, issued.files))
                .json(issued.access))
        }
        Turned::Stolen => {
            tracing::warn!("a refresh token came a second time: its session has ended");
            Err(ProblemKind::Unauthorized.into())
        }
        Turned::Unknown => Err(ProblemKind::Unauthorized.into()),
    }
}

/// Ends the session of the caller.
pub(crate) async fn end(state: Data<State>, request: HttpRequest) -> Result<HttpResponse> {
    let signed = auth::begun(&state, &request).await?;
    state
        .db
        .write("session".to_owned(), move |write| {
            write.end_session(signed.session, Because::SignedOut)
        })
        .await?;
    Ok(private(HttpResponse::NoContent())
        .cookie(cookie::gone(&state))
        .cookie(cookie::reading_gone(&state))
        .finish())
}

/// Answers the sessions of the caller.
pub(crate) async fn list(state: Data<State>, request: HttpRequest) -> Result<HttpResponse> {
    let signed = auth::required(&state, &request).await?;
    let user = signed.person.id;
    let known = state.read(move |conn| Ok(sessions::of_user(conn, user)?)).await?;
    let items: Vec<Session> = known
        .into_iter()
        .map(|known| Session {
            present: known.id == signed.session,
            id: known.id,
            way: known.way,
            second_factor: known.second_factor,
            agent: known.agent,
            created_at: known.created_at,
            used_at: known.used_at,
        })
        .collect();
    Ok(private(HttpResponse::Ok()).json(Page::whole(items)))
}

/// Ends one of them.
pub(crate) async fn end_one(
    state: Data<State>,
    request: HttpRequest,
    id: Path<Uuid>,
) -> Result<HttpResponse> {
    let signed = auth::required(&state, &request).await?;
    let (user, id) = (signed.person.id, id.into_inner());
    let ended = state
        .db
        .write("session".to_owned(), move |write| write.end_session_of(user, id))
        .await?;
    if !ended {
        return Err(ProblemKind::NotFound.into());
    }
    Ok(private(HttpResponse::NoContent()).finish())
}

/// Ends all of them but the caller's.
pub(crate) async fn end_others(state: Data<State>, request: HttpRequest) -> Result<HttpResponse> {
    let signed = auth::required(&state, &request).await?;
    state
        .db
        .write("session".to_owned(), move |write| {
            write.end_sessions(signed.person.id, Some(signed.session), Because::SignedOut)
        })
        .await?;
    Ok(private(HttpResponse::NoContent()).finish())
}

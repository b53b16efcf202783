//! `/api/v1/mail`: how mail leaves and fares, and a mail to oneself to try it. For admins.

use super::Post;
use crate::address;
use crate::error::{Error, Result};
use crate::limits::Source;
use crate::mail;
use crate::once;
use crate::platform::admin;
use crate::sign_in::private;
use crate::state::State;
use actix_web::http::StatusCode;
use actix_web::web::{Bytes, Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use aect_db::people::{mails, users};
use aect_types::Uuid;
use aect_types::mail::{MailStatus, MailTrial};
use aect_types::policy::Caller;
use aect_types::problem::ProblemKind;
use aect_types::site::paths;
use aect_words::Language;
use std::time::Duration;

/// How long one waits for a mail to be tried before it is said to be on its way.
const PATIENCE: Duration = Duration::from_secs(10);
/// When to come back, in seconds, after too many.
const LATER: i64 = 15 * 60;

/// Answers how mail leaves and fares.
pub(crate) async fn get(state: Data<State>, request: HttpRequest) -> Result<HttpResponse> {
    address::no_parameters(&request)?;
    admin(&state, &request).await?;
    let (waiting, given_up, failure) = state.read(|conn| Ok(mails::fares(conn)?)).await?;
    let Post { host, sender, .. } = &state.post;
    Ok(private(HttpResponse::Ok()).json(MailStatus {
        host: host.as_ref().map(ToString::to_string),
        sender: sender.to_string(),
        waiting,
        given_up,
        failure,
    }))
}

/// Puts a mail to whoever asks on its way.
pub(crate) async fn begin(state: Data<State>, request: HttpRequest, content: Bytes) -> Result<HttpResponse> {
    let person = admin(&state, &request).await?;
    let attempt = once::attempt(&request, &Caller::Person(person.clone()), &content)?;
    if let Some(told) = once::earlier(&state, attempt.clone()).await? {
        return once::respond_once(told);
    }
    let known = state.read(move |conn| Ok(users::by_id(conn, person.id)?)).await?;
    let user = known.ok_or(ProblemKind::Unauthorized)?;
    // As many as links that sign in, and counted with them.
    if !state.limits.link(&Source::of(&state, &request), &user.email)? {
        return Err(Error::later(LATER));
    }
    let language = Language::of_tag(&user.language).unwrap_or_default();
    let words = aect_words::mails::trial(language, &state.site.name(language));
    let link = state.site.link(language, paths::SETTINGS);
    let letter = mail::written(&words, &link, user.email.as_str(), language.tag());
    let told = state
        .db
        .write(format!("user:{}", user.id), move |write| {
            once::once(write, attempt.as_ref(), |write| {
                let trial = MailTrial {
                    id: write.try_mail(&letter)?,
                    sent: false,
                    failure: None,
                };
                Ok(Ok(once::json(write, StatusCode::ACCEPTED, &trial)?.into()))
            })
        })
        .await??;
    state.post.hurry();
    once::respond_once(told)
}

/// Answers what has become of it, once it was tried.
pub(crate) async fn trial(
    state: Data<State>,
    request: HttpRequest,
    path: Path<Uuid>,
) -> Result<HttpResponse> {
    address::no_parameters(&request)?;
    admin(&state, &request).await?;
    let id = path.into_inner();
    let mut rounds = state.post.rounds.clone();
    let read = || state.read(move |conn| Ok(mails::trial(conn, id)?));
    let tried = async {
        loop {
            rounds.mark_unchanged();
            let trial = read().await?.ok_or(ProblemKind::NotFound)?;
            // Where nobody sends mail any more, it stays on its way.
            if trial.sent || trial.failure.is_some() || rounds.changed().await.is_err() {
                return Ok::<_, Error>(trial);
            }
        }
    };
    let trial: MailTrial = match tokio::time::timeout(PATIENCE, tried).await {
        Ok(tried) => tried?,
        Err(_) => read().await?.ok_or(ProblemKind::NotFound)?,
    };
    Ok(private(HttpResponse::Ok()).json(trial))
}

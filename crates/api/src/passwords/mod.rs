//! Signing in by a password, for those who have set one.
//!
//! Whoever knows no password learns nothing: an unknown address, one without a password and a wrong password get the same
//! answer for the same work. Guessing has to wait (`limits`), and never shuts its person out.

mod hashing;
mod weakness;

pub(crate) use hashing::Hashing;

use crate::auth::{self, Signed, secrets};
use crate::body;
use crate::error::{Error, Result};
use crate::limits::Source;
use crate::sign_in::{agent, begun, let_in, private};
use crate::state::State;
use crate::ways;
use actix_web::web::{Bytes, Data};
use actix_web::{HttpRequest, HttpResponse};
use aect_db::people::sessions::Because;
use aect_db::people::{openid, passwords, sessions};
use aect_types::people::SignInWay;
use aect_types::problem::{ErrorCode, ProblemKind};
use aect_types::query::ParameterError;
use aect_types::ways::limits::{PASSWORD_MAX, PASSWORD_MIN};
use aect_types::ways::{AccountWays, LinkedSite, PasswordInput, PasswordSignIn, SignInWays};
use aect_types::{Instant, Uuid};
use aect_words::mails::ways::WayChange;
use chrono::TimeDelta;

/// How long after signing in a password is set without the present one.
const RECENT: TimeDelta = TimeDelta::minutes(10);

/// Answers what leads in here besides the link.
pub(crate) async fn ways(state: Data<State>) -> HttpResponse {
    let openid = state.openid.as_ref().map(|site| site.name().to_owned());
    private(HttpResponse::Ok()).json(SignInWays { openid })
}

/// Signs somebody in.
pub(crate) async fn sign_in(
    state: Data<State>,
    request: HttpRequest,
    content: Bytes,
) -> Result<HttpResponse> {
    let PasswordSignIn { email, password } = body::read(&request, &content)?;
    let source = Source::of(&state, &request);
    // Counted before it is looked at: of many guesses at once, no more than so many are.
    state.limits.guess(&source, &email)?;
    let asked = email.clone();
    let known = state
        .read(move |conn| Ok(passwords::of_email(conn, &asked)?))
        .await?;
    let (user, hash) = known.unzip();
    let right = state.hashing.is(password, hash.clone()).await?;
    let (Some(user), true) = (user, right) else {
        return Err(ProblemKind::SignInRefused.into());
    };
    let refresh = secrets::word()?;
    let (kept, agent) = (secrets::digest(&refresh), agent(&request));
    let session = state
        .db
        .write("sign-in".to_owned(), move |write| {
            let Some(user) = write.user(user)? else {
                return Ok(None);
            };
            // Changed meanwhile.
            let present = write.raw(|conn| passwords::of_user(conn, user.id))?;
            if present.map(|(hash, _)| hash) != hash {
                return Ok(None);
            }
            let_in(write, &user, SignInWay::Password, agent.as_deref(), &kept)
        })
        .await?;
    let session = session.ok_or(ProblemKind::SignInRefused)?;
    state.limits.knows(&source, &email);
    begun(&state, user, session, refresh).await
}

/// Answers what leads in to the caller's account besides the link.
pub(crate) async fn of_account(state: Data<State>, request: HttpRequest) -> Result<HttpResponse> {
    let signed = auth::required(&state, &request).await?;
    let site = state.openid.as_ref();
    let (name, issuer) = site
        .map(|site| (site.name().to_owned(), site.issuer().to_owned()))
        .unzip();
    let ways = state
        .read(move |conn| {
            let user = signed.person.id;
            let linked = match issuer {
                Some(issuer) => openid::of_user(conn, user, &issuer)?,
                None => None,
            };
            let since = linked.map(|identity| identity.linked_at);
            Ok(AccountWays {
                password_since: passwords::of_user(conn, user)?.map(|(_, since)| since),
                recent: is_recent(sessions::begun_at(conn, signed.session)?),
                openid: name.map(|name| LinkedSite { name, since }),
            })
        })
        .await?;
    Ok(private(HttpResponse::Ok()).json(ways))
}

fn is_recent(begun: Instant) -> bool {
    chrono::Utc::now() - begun.as_datetime() < RECENT
}

/// Sets, changes or takes away the caller's password; all their other sessions end with that.
pub(crate) async fn set(state: Data<State>, request: HttpRequest, content: Bytes) -> Result<HttpResponse> {
    let signed = auth::required(&state, &request).await?;
    let PasswordInput { password, current } = body::read(&request, &content)?;
    let user = signed.person.id;
    if let Some(password) = &password {
        let account = state
            .read(move |conn| Ok(aect_db::people::users::by_id(conn, user)?))
            .await?;
        let email = account.ok_or(ProblemKind::Unauthorized)?.email;
        check(password, &email)?;
    }
    confirm(&state, &request, &signed, current).await?;
    let hash = match password {
        Some(password) => Some(state.hashing.hash(password).await?),
        None => None,
    };
    let session = signed.session;
    ways::change(&state, user, move |write, _| {
        let was_set = write.set_password(user, hash.as_deref())?;
        write.end_sessions(user, Some(session), Because::Password)?;
        Ok(match hash {
            Some(_) => Some(WayChange::PasswordSet),
            None => was_set.then_some(WayChange::PasswordRemoved),
        })
    })
    .await?;
    Ok(private(HttpResponse::NoContent()).finish())
}

/// Whether a password may be one.
fn check(password: &str, email: &aect_types::people::Email) -> Result<()> {
    let bounds = format!("{PASSWORD_MIN}–{PASSWORD_MAX}");
    let wrong = if password.chars().count() > PASSWORD_MAX {
        ErrorCode::TooLong
    } else if weakness::is_weak(password, email) {
        ErrorCode::Weak
    } else {
        return Ok(());
    };
    Err(Error::fields([ParameterError::new("/password", wrong, bounds)]))
}

/// Whether it is the person themselves, and not whoever sits down at an open browser: they have just signed in, or say the
/// present password.
async fn confirm(
    state: &State,
    request: &HttpRequest,
    signed: &Signed,
    current: Option<String>,
) -> Result<()> {
    let (user, session): (Uuid, Uuid) = (signed.person.id, signed.session);
    let (recent, known, email) = state
        .read(move |conn| {
            let user_known = aect_db::people::users::by_id(conn, user)?;
            Ok((
                is_recent(sessions::begun_at(conn, session)?),
                passwords::of_user(conn, user)?.map(|(hash, _)| hash),
                user_known.ok_or(ProblemKind::Unauthorized)?.email,
            ))
        })
        .await?;
    if recent {
        return Ok(());
    }
    let refused = |code| Error::fields([ParameterError::new("/current", code, "")]);
    let Some(current) = current else {
        return Err(refused(ErrorCode::Required));
    };
    state.limits.guess(&Source::of(state, request), &email)?;
    if state.hashing.is(current, known).await? {
        Ok(())
    } else {
        Err(refused(ErrorCode::Conflict))
    }
}

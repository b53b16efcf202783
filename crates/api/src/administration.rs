//! What those see and do who run the platform: accounts, and who did what.

use crate::address;
use crate::body;
use crate::error::{Error, Result};
use crate::etag;
use crate::moderation::animator;
use crate::questions;
use crate::sign_in::private;
use crate::state::State;
use actix_web::web::{Bytes, Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use aect_db::Write;
use aect_db::people::audit::{self, Wanted};
use aect_db::people::users::{self, User};
use aect_types::audit::ActKind;
use aect_types::people::UserRole;
use aect_types::policy::Person;
use aect_types::problem::{ErrorCode, ProblemKind};
use aect_types::query::ParameterError;
use aect_types::users::{UserChange, UserSummary};
use aect_types::{Page, Uuid};
use std::str::FromStr;

/// Longest words that accounts are sought by, in characters.
const WORDS_MAX: usize = 254;

/// Answers who did what, the last first.
pub(crate) async fn acts(state: Data<State>, request: HttpRequest) -> Result<HttpResponse> {
    animator(&state, &request).await?;
    let mut pairs = address::pairs(&request);
    let kinds = ActKind::CODES.join(", ");
    let wanted = Wanted {
        act: taken(&mut pairs, "act", ErrorCode::NotListed, &kinds)?,
        person: taken(&mut pairs, "person", ErrorCode::Format, "")?,
        record: taken(&mut pairs, "record", ErrorCode::Format, "")?,
        before: taken(&mut pairs, "cursor", ErrorCode::Cursor, "")?,
    };
    nothing_else(&pairs, "act, person, record, cursor")?;
    let page = state.read(move |conn| Ok(audit::acts(conn, wanted)?)).await?;
    Ok(private(HttpResponse::Ok()).json(page))
}

/// Answers accounts: those whose name or address holds some words, the last made first.
pub(crate) async fn accounts(state: Data<State>, request: HttpRequest) -> Result<HttpResponse> {
    let person = animator(&state, &request).await?;
    let mut pairs = address::pairs(&request);
    let words = questions::take(&mut pairs, "q")?;
    let roles = UserRole::CODES.join(", ");
    let role: Option<UserRole> = taken(&mut pairs, "role", ErrorCode::NotListed, &roles)?;
    nothing_else(&pairs, "q, role")?;
    if words
        .as_ref()
        .is_some_and(|words| words.chars().count() > WORDS_MAX)
    {
        return Err(Error::parameter("q", ErrorCode::TooLong, &WORDS_MAX.to_string()));
    }
    let (found, total) = state
        .read(move |conn| Ok(users::find(conn, words.as_deref(), role)?))
        .await?;
    let items = found.into_iter().map(|user| summary(user, &person)).collect();
    Ok(private(HttpResponse::Ok()).json(Page {
        total,
        ..Page::whole(items)
    }))
}

/// Gives an account another role, suspends it, or lets it be used again.
pub(crate) async fn change(
    state: Data<State>,
    request: HttpRequest,
    path: Path<Uuid>,
    content: Bytes,
) -> Result<HttpResponse> {
    let person = animator(&state, &request).await?;
    let (version, id) = (etag::demanded(request.headers())?, path.into_inner());
    let known = state.read(move |conn| Ok(users::by_id(conn, id)?)).await?;
    let known = known.ok_or(ProblemKind::NotFound)?;
    let present = UserChange {
        role: known.role,
        state: known.state,
    };
    let wanted: UserChange = body::patched(&request, &content, &present)?;
    let by = person.clone();
    let changed = state
        .db
        .write(format!("user:{}", person.id), move |write| {
            change_in(write, &by, id, version, wanted)
        })
        .await??;
    Ok(private(HttpResponse::Ok()).json(summary(changed, &person)))
}

fn change_in(
    write: &mut Write<'_>,
    person: &Person,
    id: Uuid,
    version: i64,
    wanted: UserChange,
) -> aect_db::Result<Result<User>> {
    let Some(known) = write.user(id)? else {
        return Ok(Err(ProblemKind::NotFound.into()));
    };
    if known.version != version {
        let present = serde_json::to_string(&summary(known, person))?;
        return Ok(Err(Error::stale(&present)));
    }
    let mut wrong = Vec::new();
    if wanted.role != known.role && !person.may_promote(id) {
        wrong.push(ParameterError::new("/role", ErrorCode::Reserved, ""));
    }
    if wanted.state != known.state && !person.may_suspend(id, known.role) {
        wrong.push(ParameterError::new("/state", ErrorCode::Reserved, ""));
    }
    if !wrong.is_empty() {
        return Ok(Err(Error::fields(wrong)));
    }
    if wanted.role != known.role {
        write.set_user_role(id, wanted.role)?;
    }
    if wanted.state != known.state {
        write.set_user_state(id, wanted.state)?;
    }
    let now = write.user(id)?;
    Ok(now.ok_or_else(|| ProblemKind::NotFound.into()))
}

fn summary(user: User, person: &Person) -> UserSummary {
    UserSummary {
        may_suspend: person.may_suspend(user.id, user.role),
        may_promote: person.may_promote(user.id),
        id: user.id,
        version: user.version,
        email: user.email,
        name: user.name,
        function: user.function,
        role: user.role,
        state: user.state,
        created_at: user.created_at,
    }
}

/// A parameter, read.
fn taken<T: FromStr>(
    pairs: &mut Vec<(String, String)>,
    name: &str,
    code: ErrorCode,
    expected: &str,
) -> Result<Option<T>> {
    let given = questions::take(pairs, name)?;
    let read = |given: String| given.parse().map_err(|_| Error::parameter(name, code, expected));
    given.map(read).transpose()
}

fn nothing_else(pairs: &[(String, String)], known: &str) -> Result<()> {
    let unknown = pairs.first();
    unknown.map_or(Ok(()), |(name, _)| {
        Err(Error::parameter(name, ErrorCode::Unknown, known))
    })
}

//! One's own account.

use crate::address;
use crate::auth::{self, Signed};
use crate::body;
use crate::error::{Error, Result};
use crate::etag;
use crate::memberships::successions;
use crate::sign_in::private;
use crate::state::State;
use actix_web::http::header::ETAG;
use actix_web::web::{Bytes, Data};
use actix_web::{HttpRequest, HttpResponse};
use aect_db::people::users::User;
use aect_db::people::{memberships, users};
use aect_db::{Conn, Write};
use aect_types::people::{Account, AccountInput, Membership, SecondFactor};
use aect_types::policy::{Caller, Person};
use aect_types::problem::{ErrorCode, ProblemKind};
use aect_types::query::ParameterError;
use aect_types::{Page, Uuid};
use aect_words::Language;

/// Answers the account of the caller.
pub(crate) async fn account(state: Data<State>, request: HttpRequest) -> Result<HttpResponse> {
    let Signed { person, .. } = auth::begun(&state, &request).await?;
    let account = state.read(move |conn| read(conn, &person)).await?;
    Ok(shown(&account))
}

/// Answers the drafts that the caller may write.
pub(crate) async fn drafts(state: Data<State>, request: HttpRequest) -> Result<HttpResponse> {
    address::no_parameters(&request)?;
    let caller = Caller::Person(auth::required(&state, &request).await?.person);
    let items = state
        .read(move |conn| Ok(aect_db::drafts::of(conn, &caller)?))
        .await?;
    Ok(private(HttpResponse::Ok()).json(Page::whole(items)))
}

/// Changes what a person says of themselves.
pub(crate) async fn describe(
    state: Data<State>,
    request: HttpRequest,
    content: Bytes,
) -> Result<HttpResponse> {
    let signed = auth::required(&state, &request).await?;
    let version = etag::demanded(request.headers())?;
    let (id, person) = (signed.person.id, signed.person.clone());
    let present = state.read(move |conn| read(conn, &person)).await?;
    let input = body::patched(&request, &content, &said(&present))?;
    check(&input)?;
    let written = state
        .db
        .write(format!("user:{id}"), move |write| {
            describe_in(write, id, version, &input)
        })
        .await?;
    if !written {
        return Err(ProblemKind::PreconditionFailed.into());
    }
    successions::follow(&state).await?;
    let account = state.read(move |conn| read(conn, &signed.person)).await?;
    Ok(shown(&account))
}

/// What a person may change of it.
fn said(account: &Account) -> AccountInput {
    AccountInput {
        name: account.name.clone(),
        function: account.function.clone(),
        standing: account.standing,
        mandate_end: account.mandate_end,
        language: account.language.clone(),
    }
}

fn describe_in(write: &mut Write<'_>, id: Uuid, version: i64, input: &AccountInput) -> aect_db::Result<bool> {
    let present = write.user(id)?;
    if present.is_none_or(|user| user.version != version) {
        return Ok(false);
    }
    write.describe_user(id, input)?;
    Ok(true)
}

fn check(input: &AccountInput) -> Result<()> {
    let mut wrong = input.wrong();
    if !Language::ALL
        .iter()
        .any(|language| language.tag() == input.language)
    {
        let tags = Language::ALL.map(Language::tag).join(", ");
        wrong.push(ParameterError::new("/language", ErrorCode::NotListed, tags));
    }
    if wrong.is_empty() {
        Ok(())
    } else {
        Err(Error::fields(wrong))
    }
}

pub(crate) fn read(conn: &mut Conn, person: &Person) -> Result<Account> {
    let user = users::by_id(conn, person.id)?.ok_or(ProblemKind::Unauthorized)?;
    let second_factor = match (person.second_factor_due, person.second_factor) {
        (true, _) => SecondFactor::Due,
        (false, true) => SecondFactor::Shown,
        (false, false) => SecondFactor::Off,
    };
    let memberships = if second_factor == SecondFactor::Due {
        Vec::new()
    } else {
        memberships::of_user(conn, person.id)?
    };
    Ok(composed(user, second_factor, memberships))
}

fn composed(user: User, second_factor: SecondFactor, memberships: Vec<Membership>) -> Account {
    Account {
        id: user.id,
        version: user.version,
        email: user.email,
        name: user.name,
        function: user.function,
        standing: user.standing,
        mandate_end: user.mandate_end,
        language: user.language,
        role: user.role,
        second_factor,
        created_at: user.created_at,
        memberships,
    }
}

fn shown(account: &Account) -> HttpResponse {
    private(HttpResponse::Ok())
        .insert_header((ETAG, etag::of_version(account.version)))
        .json(account)
}

//! Asking to belong, and inviting.

use super::{joinable, letters, named, no_such_record, successions};
use crate::auth::{self, secrets};
use crate::body;
use crate::error::{Error, Result};
use crate::once::{self, Done};
use crate::site::Site;
use crate::state::State;
use actix_web::http::StatusCode;
use actix_web::web::{Bytes, Data};
use actix_web::{HttpRequest, HttpResponse};
use aect_db::Write;
use aect_db::people::memberships::{Asking, Decision, Way};
use aect_db::people::users::User;
use aect_db::people::{claims, team};
use aect_db::renditions;
use aect_types::given::wrong_message;
use aect_types::memberships::{Invitation, MembershipRequest};
use aect_types::people::{MemberRole, MembershipState};
use aect_types::policy::Caller;
use aect_types::problem::{ErrorCode, ProblemKind};
use aect_types::query::ParameterError;
use aect_types::{Siren, Uuid, Visibility};
use aect_words::mails::memberships::News;

/// Records that one person may ask to belong to within a day.
const ASKED_MOST: i64 = 20;
/// People that one person may invite within a day.
const INVITED_MOST: i64 = 50;

/// What a transaction comes to: a membership, or why not.
type Made = aect_db::Result<Result<Uuid>>;

/// Asks to belong. Whoever has the right address or code belongs at once.
pub(crate) async fn ask(state: Data<State>, request: HttpRequest, content: Bytes) -> Result<HttpResponse> {
    let signed = auth::required(&state, &request).await?;
    let (caller, site) = (Caller::Person(signed.person.clone()), state.site.clone());
    let attempt = once::attempt(&request, &caller, &content)?;
    if let Some(told) = once::earlier(&state, attempt.clone()).await? {
        return once::respond_once(told);
    }
    let wanted: MembershipRequest = body::read(&request, &content)?;
    let wrong = wrong_message("/message", wanted.message.as_ref());
    if !wrong.is_empty() {
        return Err(Error::fields(wrong));
    }
    let author = format!("user:{}", signed.person.id);
    let told = state
        .db
        .write(author, move |write| {
            once::once(write, attempt.as_ref(), |write| {
                let Some(user) = write.user(signed.person.id)? else {
                    return Ok(Err(ProblemKind::Unauthorized.into()));
                };
                let made = ask_in(write, &caller, &user, &wanted, &site)?;
                answered(write, made)
            })
        })
        .await??;
    state.post.hurry();
    successions::follow(&state).await?;
    once::respond_once(told)
}

/// The membership as it is now.
fn answered(write: &mut Write<'_>, made: Result<Uuid>) -> aect_db::Result<Result<Done>> {
    let id = match made {
        Ok(id) => id,
        Err(refused) => return Ok(Err(refused)),
    };
    let member = write.raw(|conn| team::one(conn, id))?;
    Ok(Ok(once::json(write, StatusCode::OK, &member)?.into()))
}

fn ask_in(
    write: &mut Write<'_>,
    caller: &Caller,
    user: &User,
    wanted: &MembershipRequest,
    site: &Site,
) -> Made {
    let record = wanted.record;
    if joinable(write, caller, record)?.is_none() {
        return Ok(Err(no_such_record()));
    }
    let known = write.membership_of(user.id, record)?;
    if let Some(known) = &known
        && known.state == MembershipState::Accepted
    {
        return Ok(Ok(known.id));
    }
    let Some(entry) = entry(write, user, wanted)? else {
        return Ok(Err(Error::fields([ParameterError::new(
            "/code",
            ErrorCode::Conflict,
            "",
        )])));
    };
    // Who withdraws and asks again has been told of already.
    let told = known
        .as_ref()
        .is_some_and(|known| known.state == MembershipState::Former && known.asked_at > write.a_day_ago());
    let (way, role) = match (entry, known) {
        (Entry::Decided, Some(known)) if known.state == MembershipState::Pending => {
            return Ok(Ok(known.id));
        }
        // Who was invited and asks says yes, and loses nothing of what was offered by getting in otherwise.
        (entry, Some(known)) if known.state == MembershipState::Invited => match entry {
            Entry::Decided => (Way::Invited, known.role),
            Entry::Open(way, role) => (way, known.role.max(Some(role))),
        },
        (Entry::Decided, _) => (Way::Asked, None),
        (Entry::Open(way, role), _) => (way, Some(role)),
    };
    if role.is_none() && write.asked_lately(user.id)? >= ASKED_MOST {
        return Ok(Err(ProblemKind::TooManyRequests.into()));
    }
    let id = write.ask_membership(&Asking {
        user: user.id,
        record,
        state: if role.is_some() {
            MembershipState::Accepted
        } else {
            MembershipState::Pending
        },
        role,
        way,
        message: wanted.message.as_deref(),
        by: None,
    })?;
    if role.is_some() || !told {
        tell(write, user, record, wanted.message.clone(), way, site)?;
    }
    Ok(Ok(id))
}

/// Whether somebody has to decide.
enum Entry {
    Decided,
    Open(Way, MemberRole),
}

/// How a request gets in; `None` where it names a code that is not good.
fn entry(write: &mut Write<'_>, user: &User, wanted: &MembershipRequest) -> aect_db::Result<Option<Entry>> {
    if let Some(code) = &wanted.code {
        let digest = secrets::digest(secrets::plain(code));
        let role = write.use_visit_code(&digest, wanted.record)?;
        return Ok(role.map(|role| Entry::Open(Way::Visit, role)));
    }
    let domain = user.email.domain().to_owned();
    let stands = write.raw(|conn| claims::by_domain(conn, &domain))? == Some(wanted.record);
    if !stands {
        return Ok(Some(Entry::Decided));
    }
    let role = spared(write, wanted.record)?;
    Ok(Some(Entry::Open(Way::Domain, role)))
}

/// What somebody may do who belongs without being decided on: they write where nobody is in charge, else they read.
fn spared(write: &mut Write<'_>, record: Uuid) -> aect_db::Result<MemberRole> {
    let led = !write.raw(|conn| team::owners(conn, record))?.is_empty();
    Ok(if led {
        MemberRole::Reader
    } else {
        MemberRole::Editor
    })
}

/// Lets in somebody of whom another site says which organisation they work for, where that is a collectivity and they
/// have not been decided on yet. Whoever is invited says yes themselves, and has the role that was offered.
pub(crate) fn vouched(write: &mut Write<'_>, user: &User, siren: &Siren, site: &Site) -> aect_db::Result<()> {
    let Some(record) = write.raw(|conn| claims::by_siren(conn, siren))? else {
        return Ok(());
    };
    let found = write.raw(|conn| renditions::by_identifier(conn, record))?;
    let is_there = found.is_some_and(|found| !found.hidden && found.visibility != Visibility::Draft);
    let known = write.membership_of(user.id, record)?;
    let undecided = known.is_none_or(|known| known.state == MembershipState::Pending);
    if !is_there || !undecided {
        return Ok(());
    }
    let asking = Asking {
        user: user.id,
        record,
        state: MembershipState::Accepted,
        role: Some(spared(write, record)?),
        way: Way::Siret,
        message: None,
        by: None,
    };
    write.ask_membership(&asking)?;
    tell(write, user, record, None, Way::Siret, site)
}

fn tell(
    write: &mut Write<'_>,
    user: &User,
    record: Uuid,
    message: Option<String>,
    way: Way,
    site: &Site,
) -> aect_db::Result<()> {
    let (who, name) = (letters::called(user), named(write, record)?);
    let (recipients, news) = if way == Way::Asked {
        let news = News::Asked {
            who,
            record: name,
            message,
        };
        (letters::in_charge(write, record)?, news)
    } else {
        let all = letters::everybody_in_charge(write, record)?;
        (all, News::Joined { who, record: name })
    };
    letters::send(write, site, &recipients, &news, Some(user.id))
}

/// Invites somebody by e-mail. The answer does not tell whether the address is known.
pub(crate) async fn invite(state: Data<State>, request: HttpRequest, content: Bytes) -> Result<HttpResponse> {
    let signed = auth::required(&state, &request).await?;
    let caller = Caller::Person(signed.person.clone());
    let attempt = once::attempt(&request, &caller, &content)?;
    if let Some(told) = once::earlier(&state, attempt.clone()).await? {
        return once::respond_once(told);
    }
    let wanted: Invitation = body::read(&request, &content)?;
    if !caller.may_decide(wanted.record) {
        return Err(ProblemKind::Forbidden.into());
    }
    let wrong = wrong_message("/message", wanted.message.as_ref());
    if !wrong.is_empty() {
        return Err(Error::fields(wrong));
    }
    let site = state.site.clone();
    let author = format!("user:{}", signed.person.id);
    let told = state
        .db
        .write(author, move |write| {
            once::once(write, attempt.as_ref(), |write| {
                let Some(host) = write.user(signed.person.id)? else {
                    return Ok(Err(ProblemKind::Unauthorized.into()));
                };
                let made = invite_in(write, &caller, &host, &wanted, &site)?;
                answered(write, made)
            })
        })
        .await??;
    state.post.hurry();
    successions::follow(&state).await?;
    once::respond_once(told)
}

fn invite_in(write: &mut Write<'_>, caller: &Caller, host: &User, wanted: &Invitation, site: &Site) -> Made {
    if joinable(write, caller, wanted.record)?.is_none() {
        return Ok(Err(no_such_record()));
    }
    if write.invited_lately(host.id)? >= INVITED_MOST {
        return Ok(Err(ProblemKind::TooManyRequests.into()));
    }
    let guest = write.user_of(&wanted.email, &host.language)?;
    let record = named(write, wanted.record)?;
    let to = [(guest.email.clone(), guest.language.clone())];
    let known = write.membership_of(guest.id, wanted.record)?;
    match known {
        Some(known) if known.state == MembershipState::Accepted => {
            return Ok(Err(Error::fields([ParameterError::new(
                "/email",
                ErrorCode::Conflict,
                "",
            )])));
        }
        // Who asks and is invited belongs.
        Some(known) if known.state == MembershipState::Pending => {
            write.decide_membership(
                known.id,
                &Decision {
                    state: MembershipState::Accepted,
                    role: Some(wanted.role),
                    reason: None,
                    by: Some(host.id),
                },
            )?;
            letters::send(write, site, &to, &News::Accepted { record }, None)?;
            return Ok(Ok(known.id));
        }
        _ => {}
    }
    let id = write.ask_membership(&Asking {
        user: guest.id,
        record: wanted.record,
        state: MembershipState::Invited,
        role: Some(wanted.role),
        way: Way::Invited,
        message: wanted.message.as_deref(),
        by: Some(host.id),
    })?;
    let news = News::Invited {
        who: letters::called(host),
        record,
        message: wanted.message.clone(),
    };
    letters::send(write, site, &to, &news, Some(host.id))?;
    Ok(Ok(id))
}

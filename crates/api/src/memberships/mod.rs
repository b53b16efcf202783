//! Who belongs to a collectivity or an actor: the team, what waits, and what becomes of it.

pub(crate) mod asking;
pub(crate) mod claims;
pub(crate) mod letters;
pub(crate) mod successions;

use crate::address;
use crate::auth;
use crate::body;
use crate::error::{Error, Result};
use crate::questions;
use crate::sign_in::private;
use crate::site::Site;
use crate::state::State;
use actix_web::web::{Bytes, Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use aect_db::people::memberships::{Belonging, Decision};
use aect_db::people::{claims as claimed, hand_over, team};
use aect_db::renditions::{self, Rendition};
use aect_db::{Conn, Write};
use aect_types::given::wrong_message;
use aect_types::memberships::{Decider, Departure, MembershipDecision, Team, may_become};
use aect_types::people::{MemberRole, MembershipState};
use aect_types::policy::Caller;
use aect_types::problem::{ErrorCode, ProblemKind};
use aect_types::query::ParameterError;
use aect_types::{Instant, Page, Resource, Uuid};
use aect_words::mails::memberships::News;

/// Answers the team of a record, to its own people and the animators.
pub(crate) async fn team(state: Data<State>, request: HttpRequest) -> Result<HttpResponse> {
    let caller = Caller::Person(auth::required(&state, &request).await?.person);
    let record = asked_record(&request)?;
    if !caller.belongs_to(record) && !caller.may_animate() {
        return Err(ProblemKind::Forbidden.into());
    }
    let decides = caller.may_decide(record);
    let team = state.read(move |conn| team_of(conn, record, decides)).await?;
    Ok(private(HttpResponse::Ok()).json(team))
}

/// The record that a question is about.
pub(crate) fn asked_record(request: &HttpRequest) -> Result<Uuid> {
    let mut pairs = address::pairs(request);
    let record = questions::take(&mut pairs, "record")?;
    if let Some((name, _)) = pairs.first() {
        return Err(Error::parameter(name, ErrorCode::Unknown, "record"));
    }
    let record = record.ok_or_else(|| Error::parameter("record", ErrorCode::Required, ""))?;
    record
        .parse()
        .map_err(|_| Error::parameter("record", ErrorCode::Format, ""))
}

fn team_of(conn: &mut Conn, record: Uuid, decides: bool) -> Result<Team> {
    let mut items = team::of_record(conn, record)?;
    if !decides {
        items.retain(|member| member.state == MembershipState::Accepted);
        for member in &mut items {
            (member.email, member.message) = (None, None);
        }
    }
    Ok(Team {
        vacancies: team::vacancies(&items, Instant::new(chrono::Utc::now())),
        domains: if decides {
            claimed::domains(conn, record)?
        } else {
            Vec::new()
        },
        decides,
        items,
    })
}

/// Answers the requests that wait for the caller: of the records they are in charge of, of all for animators.
pub(crate) async fn waiting(state: Data<State>, request: HttpRequest) -> Result<HttpResponse> {
    address::no_parameters(&request)?;
    let person = auth::required(&state, &request).await?.person;
    let mine: Option<Vec<Uuid>> = (!person.animates()).then(|| {
        let owned = person.memberships.iter();
        owned
            .filter(|(_, role)| **role == MemberRole::Owner)
            .map(|(record, _)| *record)
            .collect()
    });
    let items = state
        .read(move |conn| Ok(team::waiting(conn, mine.as_deref())?))
        .await?;
    Ok(private(HttpResponse::Ok()).json(Page::whole(items)))
}

/// Decides a membership: one's own, or that of a record one is in charge of.
pub(crate) async fn decide(
    state: Data<State>,
    request: HttpRequest,
    path: Path<Uuid>,
    content: Bytes,
) -> Result<HttpResponse> {
    let caller = Caller::Person(auth::required(&state, &request).await?.person);
    let decision: MembershipDecision = body::read(&request, &content)?;
    let (id, site) = (path.into_inner(), state.site.clone());
    let author = caller
        .person()
        .map_or_else(String::new, |person| format!("user:{}", person.id));
    state
        .db
        .write(author, move |write| {
            decide_in(write, &caller, id, &decision, &site)
        })
        .await??;
    state.post.hurry();
    successions::follow(&state).await?;
    let member = state.read(move |conn| Ok(team::one(conn, id)?)).await?;
    Ok(private(HttpResponse::Ok()).json(member))
}

/// Answers what whoever takes over a record finds, to its own people and the animators.
pub(crate) async fn hand_over(state: Data<State>, request: HttpRequest) -> Result<HttpResponse> {
    let caller = Caller::Person(auth::required(&state, &request).await?.person);
    let record = asked_record(&request)?;
    let now = Instant::new(chrono::Utc::now());
    let found = state
        .read(move |conn| {
            let there = renditions::by_identifier(conn, record)?.is_some_and(|found| {
                let has_team = matches!(found.resource, Resource::Collectivities | Resource::Actors);
                has_team && !found.hidden
            });
            if !there || !caller.belongs_to(record) && !caller.may_animate() {
                return Err(ProblemKind::Forbidden.into());
            }
            Ok(hand_over::of(conn, record, now)?)
        })
        .await?;
    Ok(private(HttpResponse::Ok()).json(found))
}

type Decided = aect_db::Result<Result<()>>;

fn decide_in(
    write: &mut Write<'_>,
    caller: &Caller,
    id: Uuid,
    wanted: &MembershipDecision,
    site: &Site,
) -> Decided {
    let Some(known) = write.membership(id)? else {
        return Ok(Err(ProblemKind::NotFound.into()));
    };
    let decider = match decider_of(caller, &known, wanted) {
        Ok(decider) => decider,
        Err(error) => return Ok(Err(error)),
    };
    let role = match (wanted.state, decider) {
        (MembershipState::Accepted, Decider::InCharge) => wanted.role,
        _ => known.role,
    };
    let decision = Decision {
        state: wanted.state,
        role,
        reason: wanted.reason.as_deref(),
        by: caller.person().map(|person| person.id),
    };
    successions::leaving(write, &[known.record], Departure::Left, |write| {
        write.decide_membership(id, &decision)
    })?;
    tell(write, &known, wanted, decider, site)?;
    Ok(Ok(()))
}

/// As whom the caller decides; what is wrong with the decision where they may not.
fn decider_of(caller: &Caller, known: &Belonging, wanted: &MembershipDecision) -> Result<Decider> {
    let own = caller.person().is_some_and(|person| person.id == known.user);
    let in_charge = caller.may_decide(known.record);
    if !own && !in_charge {
        return Err(ProblemKind::NotFound.into());
    }
    let deciders = [(own, Decider::Oneself), (in_charge, Decider::InCharge)];
    let decider = deciders
        .into_iter()
        .filter(|(may, _)| *may)
        .map(|(_, decider)| decider)
        .find(|decider| may_become(known.state, wanted.state, *decider))
        .ok_or_else(|| Error::fields([ParameterError::new("/state", ErrorCode::Conflict, "")]))?;
    let mut wrong = wrong_message("/reason", wanted.reason.as_ref());
    let accepts = wanted.state == MembershipState::Accepted;
    if decider == Decider::InCharge && accepts && wanted.role.is_none() {
        wrong.push(ParameterError::new("/role", ErrorCode::Required, ""));
    }
    let said = wanted
        .reason
        .as_deref()
        .is_some_and(|reason| !reason.trim().is_empty());
    // Who withdraws an invitation owes nobody a word.
    let owed = !accepts && !own && known.state != MembershipState::Invited;
    if owed && !said {
        wrong.push(ParameterError::new("/reason", ErrorCode::Required, ""));
    }
    if wrong.is_empty() {
        Ok(decider)
    } else {
        Err(Error::fields(wrong))
    }
}

/// Tells the person what somebody else has decided.
fn tell(
    write: &mut Write<'_>,
    known: &Belonging,
    wanted: &MembershipDecision,
    decider: Decider,
    site: &Site,
) -> aect_db::Result<()> {
    let record = named(write, known.record)?;
    let reason = wanted.reason.clone().unwrap_or_default();
    let news = match (decider, known.state, wanted.state) {
        (Decider::InCharge, MembershipState::Pending, MembershipState::Accepted) => News::Accepted { record },
        (Decider::InCharge, MembershipState::Pending, _) => News::Refused { record, reason },
        (Decider::InCharge, MembershipState::Accepted, MembershipState::Former) => {
            News::Ended { record, reason }
        }
        _ => return Ok(()),
    };
    let person = write.user(known.user)?;
    let to: Vec<_> = person
        .map(|user| (user.email, user.language))
        .into_iter()
        .collect();
    letters::send(write, site, &to, &news, None)
}

/// The collectivity or actor that somebody would belong to, where the caller may know of it.
fn joinable(write: &mut Write<'_>, caller: &Caller, record: Uuid) -> aect_db::Result<Option<Rendition>> {
    let found = write.raw(|conn| renditions::by_identifier(conn, record))?;
    Ok(found.filter(|found| {
        matches!(found.resource, Resource::Collectivities | Resource::Actors)
            && !found.hidden
            && caller.may_read(found.visibility, caller.may_write(&[record]))
    }))
}

/// What is named is not there, or not for the caller.
pub(crate) fn no_such_record() -> Error {
    Error::fields([ParameterError::new("/record", ErrorCode::NoSuchRecord, "")])
}

fn named(write: &mut Write<'_>, record: Uuid) -> aect_db::Result<String> {
    write.raw(|conn| aect_db::people::memberships::name_of(conn, record))
}

//! Shared projects: who is asked to lead one with its lead, and what they answer.

pub(crate) mod letters;

use crate::address;
use crate::auth;
use crate::body;
use crate::error::{Error, Result};
use crate::once;
use crate::questions;
use crate::sign_in::private;
use crate::site::Site;
use crate::state::State;
use crate::writing::followed;
use actix_web::http::StatusCode;
use actix_web::web::{Bytes, Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use aect_db::people::co_leads::{self, Asked};
use aect_db::people::users::User;
use aect_db::{Conn, Stored as _, Write, naming, renditions};
use aect_types::co_leads::{CoLeadDecision, CoLeadRequest, CoLeadState, Side, may_become};
use aect_types::given::{Given as _, Reference, wrong_message};
use aect_types::policy::{Caller, Person};
use aect_types::problem::{ErrorCode, ProblemKind};
use aect_types::projects::ProjectInput;
use aect_types::query::ParameterError;
use aect_types::{Page, Resource, Uuid};
use aect_words::mails::co_leads::CoLeading;

/// Collectivities that one person may ask within a day.
const ASKED_MOST: i64 = 20;

/// Answers what was asked for a project, to those who may change it.
pub(crate) async fn list(state: Data<State>, request: HttpRequest) -> Result<HttpResponse> {
    let caller = Caller::Person(auth::required(&state, &request).await?.person);
    let project = asked_project(&request)?;
    let items = state
        .read(move |conn| {
            if !changes(conn, &caller, project)? {
                return Err(ProblemKind::Forbidden.into());
            }
            Ok(co_leads::of_project(conn, project)?)
        })
        .await?;
    Ok(private(HttpResponse::Ok()).json(Page::whole(items)))
}

fn asked_project(request: &HttpRequest) -> Result<Uuid> {
    let mut pairs = address::pairs(request);
    let project = questions::take(&mut pairs, "project")?;
    if let Some((name, _)) = pairs.first() {
        return Err(Error::parameter(name, ErrorCode::Unknown, "project"));
    }
    let project = project.ok_or_else(|| Error::parameter("project", ErrorCode::Required, ""))?;
    project
        .parse()
        .map_err(|_| Error::parameter("project", ErrorCode::Format, ""))
}

/// Whether it is a project that the caller changes.
fn changes(conn: &mut Conn, caller: &Caller, project: Uuid) -> aect_db::Result<bool> {
    let found = renditions::by_identifier(conn, project)?;
    if found.is_none_or(|found| found.resource != Resource::Projects || found.hidden) {
        return Ok(false);
    }
    Ok(ProjectInput::load(conn, project)?.is_changed_by(caller, project))
}

/// Answers the requests that wait for the caller's answer.
pub(crate) async fn waiting(state: Data<State>, request: HttpRequest) -> Result<HttpResponse> {
    address::no_parameters(&request)?;
    let person = auth::required(&state, &request).await?.person;
    let items = state
        .read(move |conn| Ok(co_leads::waiting_for(conn, &person)?))
        .await?;
    Ok(private(HttpResponse::Ok()).json(Page::whole(items)))
}

/// What a transaction comes to: a request, or why not.
type Made = aect_db::Result<Result<Uuid>>;

/// Asks a collectivity to lead a project with its lead.
pub(crate) async fn ask(state: Data<State>, request: HttpRequest, content: Bytes) -> Result<HttpResponse> {
    let person = auth::required(&state, &request).await?.person;
    let caller = Caller::Person(person.clone());
    let attempt = once::attempt(&request, &caller, &content)?;
    if let Some(told) = once::earlier(&state, attempt.clone()).await? {
        return once::respond_once(told);
    }
    let wanted: CoLeadRequest = body::read(&request, &content)?;
    let wrong = wrong_message("/message", wanted.message.as_ref());
    if !wrong.is_empty() {
        return Err(Error::fields(wrong));
    }
    let site = state.site.clone();
    let told = state
        .db
        .write(format!("user:{}", person.id), move |write| {
            once::once(write, attempt.as_ref(), |write| {
                let Some(user) = write.user(person.id)? else {
                    return Ok(Err(ProblemKind::Unauthorized.into()));
                };
                let id = match ask_in(write, &caller, &user, &wanted, &site)? {
                    Ok(id) => id,
                    Err(refused) => return Ok(Err(refused)),
                };
                let made = write.raw(|conn| co_leads::one(conn, id))?;
                Ok(Ok(once::json(write, StatusCode::OK, &made)?.into()))
            })
        })
        .await??;
    state.post.hurry();
    once::respond_once(told)
}

fn ask_in(write: &mut Write<'_>, caller: &Caller, user: &User, wanted: &CoLeadRequest, site: &Site) -> Made {
    let (project, collectivity) = (wanted.project, wanted.collectivity);
    if let Some(refused) = unfit(write, caller, wanted)? {
        return Ok(Err(refused));
    }
    let known = write.co_lead_of(project, collectivity)?;
    if let Some(known) = &known {
        if known.state == CoLeadState::Asked {
            return Ok(Ok(known.id));
        }
        if let Some(from) = known.again_from().filter(|from| write.now() < *from) {
            let after = format!("> {from}");
            let error = ParameterError::new("/collectivity", ErrorCode::Conflict, after);
            return Ok(Err(Error::fields([error])));
        }
    }
    if write.co_leads_asked_lately(user.id)? >= ASKED_MOST {
        return Ok(Err(ProblemKind::TooManyRequests.into()));
    }
    let message = wanted
        .message
        .as_deref()
        .map(str::trim)
        .filter(|message| !message.is_empty());
    let id = write.ask_co_lead(project, collectivity, message, user.id)?;
    // Whoever writes for both need not ask.
    if caller
        .person()
        .is_some_and(|person| person.edits(&[collectivity]))
        && let Some(asked) = write.co_lead(id)?
    {
        write.decide_co_lead(&asked, CoLeadState::Accepted, None, Some(user.id))?;
        return Ok(Ok(id));
    }
    // Who withdraws and asks again has been heard.
    let heard = known
        .is_some_and(|known| known.state == CoLeadState::Withdrawn && known.asked_at > write.a_day_ago());
    if !heard {
        tell_asked(write, user, wanted, site)?;
    }
    Ok(Ok(id))
}

/// Why a collectivity cannot be asked to lead a project.
fn unfit(write: &mut Write<'_>, caller: &Caller, wanted: &CoLeadRequest) -> aect_db::Result<Option<Error>> {
    let there = |write: &mut Write<'_>, pointer: &str, resource, id| {
        let reference = Reference {
            pointer: pointer.to_owned(),
            resource,
            id,
        };
        write.raw(|conn| naming::dangling(conn, caller, vec![reference]))
    };
    if !there(write, "/project", Resource::Projects, wanted.project)?.is_empty() {
        return Ok(Some(wrong("/project", ErrorCode::NoSuchRecord)));
    }
    let project = write.raw(|conn| ProjectInput::load(conn, wanted.project))?;
    if !project.is_changed_by(caller, wanted.project) {
        return Ok(Some(ProblemKind::Forbidden.into()));
    }
    let collectivity = wanted.collectivity;
    if !there(write, "/collectivity", Resource::Collectivities, collectivity)?.is_empty() {
        return Ok(Some(wrong("/collectivity", ErrorCode::NoSuchRecord)));
    }
    let leads = project.owners(wanted.project).contains(&collectivity);
    Ok(leads.then(|| wrong("/collectivity", ErrorCode::Repeated)))
}

fn wrong(pointer: &str, code: ErrorCode) -> Error {
    Error::fields([ParameterError::new(pointer, code, "")])
}

fn tell_asked(
    write: &mut Write<'_>,
    user: &User,
    wanted: &CoLeadRequest,
    site: &Site,
) -> aect_db::Result<()> {
    let name = |write: &mut Write<'_>, id| write.raw(|conn| aect_db::people::memberships::name_of(conn, id));
    let news = CoLeading::Asked {
        who: crate::memberships::letters::called(user),
        record: name(write, wanted.collectivity)?,
        project: name(write, wanted.project)?,
        message: wanted.message.clone(),
    };
    for to in letters::asked(write, wanted.collectivity)? {
        write.send_mail_about(&letters::letter(site, &to, &news), Some(user.id))?;
    }
    Ok(())
}

/// Decides a request, for one of its sides.
pub(crate) async fn decide(
    state: Data<State>,
    request: HttpRequest,
    path: Path<Uuid>,
    content: Bytes,
) -> Result<HttpResponse> {
    let person = auth::required(&state, &request).await?.person;
    let decision: CoLeadDecision = body::read(&request, &content)?;
    let (id, site) = (path.into_inner(), state.site.clone());
    let answer = state
        .db
        .write(format!("user:{}", person.id), move |write| {
            if let Err(refused) = decide_in(write, &person, id, &decision, &site)? {
                return Ok(Err(refused));
            }
            let decided = write.raw(|conn| co_leads::one(conn, id))?;
            once::json(write, StatusCode::OK, &decided).map(Ok)
        })
        .await??;
    // Who has accepted opens the project next, and writes it: in any window, whatever that knows of the journal.
    followed(&state, answer.position).await?;
    state.post.hurry();
    once::respond(answer)
}

fn decide_in(
    write: &mut Write<'_>,
    person: &Person,
    id: Uuid,
    wanted: &CoLeadDecision,
    site: &Site,
) -> aect_db::Result<Result<()>> {
    let Some(asked) = write.co_lead(id)? else {
        return Ok(Err(ProblemKind::NotFound.into()));
    };
    let sides = sides_of(write, person, &asked)?;
    if sides.is_empty() {
        return Ok(Err(ProblemKind::NotFound.into()));
    }
    if !sides
        .iter()
        .any(|side| may_become(asked.state, wanted.state, *side))
    {
        return Ok(Err(too_late(write, &asked, wanted.state, &sides)?));
    }
    let faults = wanted.faults();
    if !faults.is_empty() {
        return Ok(Err(Error::fields(faults)));
    }
    let reason = wanted
        .reason
        .as_deref()
        .map(str::trim)
        .filter(|reason| !reason.is_empty());
    let pair = (asked.project, asked.collectivity);
    let told = letters::about(write, pair, asked.asked_by, wanted.state, reason)?;
    write.decide_co_lead(&asked, wanted.state, reason, Some(person.id))?;
    if let Some((news, people)) = told {
        for to in people {
            write.send_mail_about(&letters::letter(site, &to, &news), Some(person.id))?;
        }
    }
    Ok(Ok(()))
}

/// For whom somebody decides; for nobody where the project is gone. Animators answer for a collectivity that nobody writes
/// for.
fn sides_of(write: &mut Write<'_>, person: &Person, asked: &Asked) -> aect_db::Result<Vec<Side>> {
    let found = write.raw(|conn| renditions::by_identifier(conn, asked.project))?;
    if found.is_none_or(|found| found.hidden) {
        return Ok(Vec::new());
    }
    let caller = Caller::Person(person.clone());
    let project = write.raw(|conn| ProjectInput::load(conn, asked.project))?;
    let mut others = project.owners(asked.project);
    // To end what was accepted is the lead's.
    if asked.state == CoLeadState::Accepted {
        others.truncate(1);
    }
    others.retain(|owner| *owner != asked.collectivity);
    let mut sides = Vec::new();
    let nobody = person.animates() && !write.raw(|conn| co_leads::is_written(conn, asked.collectivity))?;
    if person.edits(&[asked.collectivity]) || nobody {
        sides.push(Side::Asked);
    }
    if caller.may_write(&others) {
        sides.push(Side::Asking);
    }
    Ok(sides)
}

/// Why it cannot be decided so: somebody was faster, or it is never decided so.
fn too_late(
    write: &mut Write<'_>,
    asked: &Asked,
    wanted: CoLeadState,
    sides: &[Side],
) -> aect_db::Result<Error> {
    let open = [CoLeadState::Asked, CoLeadState::Accepted];
    let ever = |side: &Side| open.iter().any(|from| may_become(*from, wanted, *side));
    if sides.iter().any(ever) {
        let present = write.raw(|conn| co_leads::one(conn, asked.id))?;
        return Ok(Error::stale(&serde_json::to_string(&present)?));
    }
    Ok(wrong("/state", ErrorCode::Conflict))
}

/// A project was written: who leads it no longer is told, unless they have left themselves, and what was asked of those who
/// lead it now is answered.
pub(crate) fn owners_changed(
    write: &mut Write<'_>,
    person: &Person,
    project: Uuid,
    before: &[Uuid],
    site: &Site,
) -> aect_db::Result<()> {
    let now = write.raw(|conn| naming::owners(conn, Resource::Projects, project))?;
    if now == before {
        return Ok(());
    }
    write.owners_changed(project, before, person)?;
    for gone in before.iter().filter(|owner| !now.contains(owner)) {
        let state = if person.edits(&[*gone]) {
            CoLeadState::Left
        } else {
            CoLeadState::Removed
        };
        let Some((news, people)) = letters::about(write, (project, *gone), None, state, None)? else {
            continue;
        };
        for to in people {
            write.send_mail_about(&letters::letter(site, &to, &news), Some(person.id))?;
        }
    }
    Ok(())
}

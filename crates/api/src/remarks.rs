//! What anybody says of a public record: corrections go to those in charge of it, reports to the animators.

use crate::address;
use crate::auth;
use crate::body;
use crate::error::{Error, Result};
use crate::limits::Source;
use crate::mail;
use crate::memberships::no_such_record;
use crate::once;
use crate::sign_in::{language_of, private};
use crate::site::Site;
use crate::state::State;
use actix_web::http::StatusCode;
use actix_web::web::{Bytes, Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use aect_db::people::mails::Mail;
use aect_db::people::memberships::name_of;
use aect_db::people::remarks::{self, Remark, Sent};
use aect_db::people::team;
use aect_db::renditions::{self, Rendition};
use aect_db::{Write, naming};
use aect_types::people::Email;
use aect_types::policy::Caller;
use aect_types::problem::ProblemKind;
use aect_types::remarks::{
    CorrectionDecision, CorrectionInput, RemarkKind, RemarkState, ReportInput, limits,
};
use aect_types::site::{self, paths};
use aect_types::{Page, Uuid};
use aect_words::Language;
use aect_words::mails::remarks::{Answer, Notice, words};

/// What was decided of a remark.
pub(crate) struct Decision<'d> {
    pub(crate) state: RemarkState,
    pub(crate) reason: Option<&'d str>,
    pub(crate) by: Uuid,
}

/// What a transaction comes to.
type Done = aect_db::Result<Result<()>>;

/// Takes a correction; whatever a program has filled in is thrown away with the same answer.
pub(crate) async fn propose(
    state: Data<State>,
    request: HttpRequest,
    content: Bytes,
) -> Result<HttpResponse> {
    let caller = auth::caller(&state, &request).await?;
    let attempt = once::attempt(&request, &caller, &content)?;
    if let Some(told) = once::earlier(&state, attempt.clone()).await? {
        return once::respond_once(told);
    }
    let input: CorrectionInput = body::read(&request, &content)?;
    if is_filled(input.website.as_ref()) {
        return Ok(taken());
    }
    let wrong = input.faults();
    if !wrong.is_empty() {
        return Err(Error::fields(wrong));
    }
    one_more(&state, &request)?;
    let (language, site) = (language_of(&request), state.site.clone());
    let author = author_of(&caller);
    let told = state
        .db
        .write(author, move |write| {
            once::once(write, attempt.as_ref(), |write| {
                let done = propose_in(write, &caller, &input, language, &site)?;
                Ok(done.map(|()| once::nothing(StatusCode::ACCEPTED).into()))
            })
        })
        .await??;
    state.post.hurry();
    once::respond_once(told)
}

fn propose_in(
    write: &mut Write<'_>,
    caller: &Caller,
    input: &CorrectionInput,
    language: Language,
    site: &Site,
) -> Done {
    let Some(record) = open_record(write, caller, input.record)? else {
        return Ok(Err(no_such_record()));
    };
    if write.remarks_waiting(record.id)? >= limits::WAITING_MOST {
        return Ok(Err(ProblemKind::TooManyRequests.into()));
    }
    let owners = in_charge(write, &record)?;
    write.send_remark(&Sent {
        record: record.id,
        kind: RemarkKind::Correction,
        reason: None,
        message: Some(input.wrong.trim()),
        proposal: said(input.right.as_ref()),
        email: input.email.as_ref(),
        language: language.tag(),
        author: caller.person().map(|person| person.id),
        at_once: owners.is_empty(),
    })?;
    let name = write.raw(|conn| name_of(conn, record.id))?;
    if owners.is_empty() {
        return late(write, name, site).map(Ok);
    }
    let notice = Notice::Proposed {
        record: name,
        wrong: input.wrong.trim().to_owned(),
    };
    tell(write, site, &owners, &notice).map(Ok)
}

/// Takes a report.
pub(crate) async fn report(state: Data<State>, request: HttpRequest, content: Bytes) -> Result<HttpResponse> {
    let caller = auth::caller(&state, &request).await?;
    let attempt = once::attempt(&request, &caller, &content)?;
    if let Some(told) = once::earlier(&state, attempt.clone()).await? {
        return once::respond_once(told);
    }
    let input: ReportInput = body::read(&request, &content)?;
    if is_filled(input.website.as_ref()) {
        return Ok(taken());
    }
    let wrong = input.faults();
    if !wrong.is_empty() {
        return Err(Error::fields(wrong));
    }
    one_more(&state, &request)?;
    let (language, author) = (language_of(&request), author_of(&caller));
    let told = state
        .db
        .write(author, move |write| {
            once::once(write, attempt.as_ref(), |write| {
                let done = report_in(write, &caller, &input, language)?;
                Ok(done.map(|()| once::nothing(StatusCode::ACCEPTED).into()))
            })
        })
        .await??;
    once::respond_once(told)
}

fn report_in(write: &mut Write<'_>, caller: &Caller, input: &ReportInput, language: Language) -> Done {
    let Some(record) = open_record(write, caller, input.record)? else {
        return Ok(Err(no_such_record()));
    };
    if write.remarks_waiting(record.id)? >= limits::WAITING_MOST {
        return Ok(Err(ProblemKind::TooManyRequests.into()));
    }
    write.send_remark(&Sent {
        record: record.id,
        kind: RemarkKind::Report,
        reason: Some(input.reason),
        message: said(input.message.as_ref()),
        proposal: None,
        email: input.email.as_ref(),
        language: language.tag(),
        author: caller.person().map(|person| person.id),
        at_once: true,
    })?;
    Ok(Ok(()))
}

/// Answers the corrections that wait for the caller.
pub(crate) async fn waiting(state: Data<State>, request: HttpRequest) -> Result<HttpResponse> {
    address::no_parameters(&request)?;
    let person = auth::required(&state, &request).await?.person;
    let items = state
        .read(move |conn| Ok(remarks::waiting_for(conn, &person)?))
        .await?;
    Ok(private(HttpResponse::Ok()).json(Page::whole(items)))
}

/// Decides a correction of a record that the caller writes.
pub(crate) async fn decide(
    state: Data<State>,
    request: HttpRequest,
    path: Path<Uuid>,
    content: Bytes,
) -> Result<HttpResponse> {
    let person = auth::required(&state, &request).await?.person;
    let decision: CorrectionDecision = body::read(&request, &content)?;
    let (id, site) = (path.into_inner(), state.site.clone());
    let caller = Caller::Person(person.clone());
    let found = state
        .db
        .write(format!("user:{}", person.id), move |write| {
            let known = write.remark(id)?;
            let Some(known) = known.filter(|known| known.kind == RemarkKind::Correction) else {
                return Ok(Err(ProblemKind::NotFound.into()));
            };
            let owners = write.raw(|conn| naming::owners(conn, known.resource, known.record))?;
            if !caller.may_write(&owners) {
                return Ok(Err(ProblemKind::NotFound.into()));
            }
            let wrong = decision.faults();
            if !wrong.is_empty() {
                return Ok(Err(Error::fields(wrong)));
            }
            if known.state != RemarkState::Open {
                return Ok(Err(stale(write, id)?));
            }
            let made = Decision {
                state: decision.state,
                reason: said(decision.reason.as_ref()),
                by: person.id,
            };
            write.decide_remark(id, made.state, made.reason, Some(made.by))?;
            if let Some(letter) = answer_to(write, &known, &made, &site)? {
                write.send_mail(&letter)?;
            }
            Ok(Ok(write.raw(|conn| remarks::correction(conn, id))?))
        })
        .await??;
    state.post.hurry();
    Ok(private(HttpResponse::Ok()).json(found))
}

/// Somebody else was faster: the correction as it is now.
fn stale(write: &mut Write<'_>, id: Uuid) -> aect_db::Result<Error> {
    let present = write.raw(|conn| remarks::correction(conn, id))?;
    Ok(Error::stale(&serde_json::to_string(&present)?))
}

/// The mail that tells whoever sent a remark what became of it: at the address that they left, else at that of their
/// account, unless they decide themselves.
pub(crate) fn answer_to(
    write: &mut Write<'_>,
    remark: &Remark,
    decision: &Decision<'_>,
    site: &Site,
) -> aect_db::Result<Option<Mail>> {
    let account = match remark.author {
        Some(author) if remark.email.is_none() && author != decision.by => write.user(author)?,
        _ => None,
    };
    let left = remark.email.clone().map(|email| (email, remark.language.clone()));
    let member = account.is_some();
    let Some(to) = left.or_else(|| account.map(|user| (user.email, user.language))) else {
        return Ok(None);
    };
    let id = remark.record;
    let found = write
        .raw(|conn| renditions::by_identifier(conn, id))?
        .filter(|found| !found.hidden);
    let path = found.and_then(|found| site::record(remark.resource, found.slug.as_str()));
    let answer = Answer {
        record: write.raw(|conn| name_of(conn, id))?,
        kind: remark.kind,
        refused: decision.state == RemarkState::Refused,
        reason: decision.reason.map(str::to_owned),
        member,
    };
    let path = path.as_deref().unwrap_or(paths::HOME);
    Ok(Some(letter(site, &to, &Notice::Answered(answer), path)))
}

/// Tells the animators of corrections that nobody has answered in time.
pub(crate) fn sweep(write: &mut Write<'_>, site: &Site) -> aect_db::Result<()> {
    for record in write.late_corrections()? {
        let name = write.raw(|conn| name_of(conn, record))?;
        late(write, name, site)?;
    }
    Ok(())
}

fn late(write: &mut Write<'_>, record: String, site: &Site) -> aect_db::Result<()> {
    let animators = write.raw(team::animators)?;
    tell(write, site, &animators, &Notice::Late { record })
}

fn tell(write: &mut Write<'_>, site: &Site, to: &[(Email, String)], notice: &Notice) -> aect_db::Result<()> {
    for one in to {
        write.send_mail(&letter(site, one, notice, paths::SPACE))?;
    }
    Ok(())
}

/// A mail whose link leads to that path of the site.
pub(crate) fn letter(site: &Site, to: &(Email, String), notice: &Notice, path: &str) -> Mail {
    let (email, language) = (&to.0, Language::of_tag(&to.1).unwrap_or_default());
    let words = words(language, &site.name(language), notice);
    let link = site.link(language, path);
    mail::written(&words, &link, email.as_str(), language.tag())
}

/// Those in charge of a record: the owners of what owns it, each once.
pub(crate) fn in_charge(write: &mut Write<'_>, record: &Rendition) -> aect_db::Result<Vec<(Email, String)>> {
    write.raw(|conn| {
        let mut people = Vec::new();
        for owner in naming::owners(conn, record.resource, record.id)? {
            people.extend(team::owners(conn, owner)?);
        }
        people.sort();
        people.dedup();
        Ok(people)
    })
}

/// The record that a remark is about, where the caller finds it as any reader does.
fn open_record(write: &mut Write<'_>, caller: &Caller, id: Uuid) -> aect_db::Result<Option<Rendition>> {
    let found = write.raw(|conn| renditions::by_identifier(conn, id))?;
    Ok(found.filter(|found| !found.hidden && caller.may_read(found.visibility, false)))
}

/// One more from this source; 429 where it is one too many.
fn one_more(state: &State, request: &HttpRequest) -> Result<()> {
    state.limits.remark(&Source::of(state, request))
}

/// What nobody but a program fills in.
fn is_filled(trap: Option<&String>) -> bool {
    trap.is_some_and(|trap| !trap.is_empty())
}

/// What a text says, where it says something.
fn said(text: Option<&String>) -> Option<&str> {
    text.map(|text| text.trim()).filter(|text| !text.is_empty())
}

fn author_of(caller: &Caller) -> String {
    caller
        .person()
        .map_or_else(|| "visitor".to_owned(), |person| format!("user:{}", person.id))
}

fn taken() -> HttpResponse {
    private(HttpResponse::Accepted()).finish()
}

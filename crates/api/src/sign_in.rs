//! Signing in by a link sent to one's address.
//!
//! Opening the link changes nothing: a button does, so that programs that look into mails are harmless. Only the
//! browser that asked gets a session; any other gets a code to be typed there. What is answered does not tell whether
//! an address is known.

use crate::auth::tokens::Issued;
use crate::auth::{cookie, secrets};
use crate::body;
use crate::error::Result;
use crate::limits::Source;
use crate::mail;
use crate::state::State;
use actix_web::http::header::{ACCEPT_LANGUAGE, CACHE_CONTROL, HeaderValue, USER_AGENT};
use actix_web::web::{Bytes, Data};
use actix_web::{HttpRequest, HttpResponse, HttpResponseBuilder};
use aect_db::Write;
use aect_db::people::links::{Asked, Opened};
use aect_db::people::sessions::Beginning;
use aect_db::people::users::User;
use aect_types::Uuid;
use aect_types::people::{
    AccessToken, SignInCodeUse, SignInLinkRequest, SignInLinkSent, SignInLinkUse, SignInLinkUsed, SignInWay,
    UserState,
};
use aect_types::problem::ProblemKind;
use aect_types::site::paths;
use aect_words::{Language, mails};

/// What names a browser in the list of one's sessions, at most.
const AGENT_MAX: usize = 200;

/// Sends a link to an address.
pub(crate) async fn ask(state: Data<State>, request: HttpRequest, content: Bytes) -> Result<HttpResponse> {
    let SignInLinkRequest { email } = body::read(&request, &content)?;
    let language = language_of(&request);
    let sends = state.limits.link(&Source::of(&state, &request), &email)?;
    let (link, browser) = (secrets::word()?, secrets::word()?);
    let words = mails::sign_in(language, &state.site.name(language));
    let address = state
        .site
        .link(language, &format!("{}?lien={link}", paths::SIGN_IN));
    let letter = mail::written(&words, &address, email.as_str(), language.tag());
    let digests = (secrets::digest(&link), secrets::digest(&browser));
    let (id, expires_at) = state
        .db
        .write("sign-in".to_owned(), move |write| {
            let asked = Asked {
                email: &email,
                link: &digests.0,
                browser: &digests.1,
                language: language.tag(),
            };
            write.ask_link(&asked, sends.then_some(&letter))
        })
        .await?;
    state.post.hurry();
    let sent = SignInLinkSent {
        id,
        browser,
        expires_at,
    };
    Ok(private(HttpResponse::Accepted()).json(sent))
}

/// Uses a link.
pub(crate) async fn use_link(
    state: Data<State>,
    request: HttpRequest,
    content: Bytes,
) -> Result<HttpResponse> {
    let SignInLinkUse { link, browser } = body::read(&request, &content)?;
    let code = secrets::code()?;
    let (link, browser) = (secrets::digest(&link), browser.as_deref().map(secrets::digest));
    let kept = secrets::digest(&code);
    let done = open(&state, &request, move |write| {
        write.use_link(&link, browser.as_deref(), &kept)
    })
    .await?;
    Ok(match done {
        Done::Begun(begun) => answer(&state, begun, SignInLinkUsed::SignedIn),
        Done::Elsewhere => private(HttpResponse::Ok()).json(SignInLinkUsed::Code { code }),
    })
}

/// Uses the code that a link gave in another browser.
pub(crate) async fn use_code(
    state: Data<State>,
    request: HttpRequest,
    content: Bytes,
) -> Result<HttpResponse> {
    let SignInCodeUse { id, browser, code } = body::read(&request, &content)?;
    let (browser, code) = (secrets::digest(&browser), secrets::digest(code.trim()));
    let done = open(&state, &request, move |write| write.use_code(id, &browser, &code)).await?;
    match done {
        Done::Begun(begun) => Ok(answer(&state, begun, |token| token)),
        Done::Elsewhere => Err(ProblemKind::SignInRefused.into()),
    }
}

/// What the database says to a link or a code.
enum Answered {
    /// An account, its address and its new session.
    Begun(User, Uuid),
    Elsewhere,
    Refused,
}

/// What came of a link or a code.
enum Done {
    Begun(Begun),
    Elsewhere,
}

/// A session that has begun.
struct Begun {
    issued: Issued,
    refresh: String,
}

/// Spends a link or a code and begins a session for the address that has answered by it: both or neither.
async fn open(
    state: &State,
    request: &HttpRequest,
    spend: impl FnOnce(&mut Write<'_>) -> aect_db::Result<Opened> + Send + 'static,
) -> Result<Done> {
    let refresh = secrets::word()?;
    let (kept, agent) = (secrets::digest(&refresh), agent(request));
    let opened = state
        .db
        .write("sign-in".to_owned(), move |write| {
            let (email, language) = match spend(write)? {
                Opened::Here { email, language } => (email, language),
                Opened::Elsewhere => return Ok(Answered::Elsewhere),
                Opened::Spent => return Ok(Answered::Refused),
            };
            let user = write.user_of(&email, &language)?;
            let session = let_in(write, &user, SignInWay::Link, agent.as_deref(), &kept)?;
            Ok(session.map_or(Answered::Refused, |session| Answered::Begun(user, session)))
        })
        .await?;
    match opened {
        Answered::Begun(user, session) => {
            state.limits.knows(&Source::of(state, request), &user.email);
            let issued = state.keys.issue(&state.db, user.id, session).await?;
            Ok(Done::Begun(Begun { issued, refresh }))
        }
        Answered::Elsewhere => Ok(Done::Elsewhere),
        Answered::Refused => Err(ProblemKind::SignInRefused.into()),
    }
}

/// Begins a session for somebody who has shown who they are; `refresh` is the digest of its first token. `None` where the
/// account may not be used.
pub(crate) fn let_in(
    write: &mut Write<'_>,
    user: &User,
    way: SignInWay,
    agent: Option<&str>,
    refresh: &str,
) -> aect_db::Result<Option<Uuid>> {
    if user.state != UserState::Active {
        return Ok(None);
    }
    let beginning = Beginning {
        user: user.id,
        way,
        second_factor: false,
        agent,
        refresh,
    };
    write.begin_session(&beginning).map(Some)
}

fn answer<T: serde::Serialize>(
    state: &State,
    begun: Begun,
    told: impl FnOnce(AccessToken) -> T,
) -> HttpResponse {
    let Begun { issued, refresh } = begun;
    private(HttpResponse::Ok())
        .cookie(cookie::holding(state, refresh))
        .cookie(cookie::reading(state, issued.files))
        .json(told(issued.access))
}

/// Answers a session that has begun.
pub(crate) async fn begun(state: &State, user: Uuid, session: Uuid, refresh: String) -> Result<HttpResponse> {
    let issued = state.keys.issue(&state.db, user, session).await?;
    Ok(answer(state, Begun { issued, refresh }, |token| token))
}

/// What a browser calls itself, as far as it is worth keeping.
pub(crate) fn agent(request: &HttpRequest) -> Option<String> {
    let agent = request.headers().get(USER_AGENT)?.to_str().ok()?;
    Some(agent.chars().take(AGENT_MAX).collect())
}

/// The language that a request asks for.
pub(crate) fn language_of(request: &HttpRequest) -> Language {
    let asked = request
        .headers()
        .get(ACCEPT_LANGUAGE)
        .and_then(|header| header.to_str().ok());
    Language::negotiate(asked.unwrap_or_default())
}

/// An answer to one person alone.
pub(crate) fn private(mut response: HttpResponseBuilder) -> HttpResponseBuilder {
    response.insert_header((CACHE_CONTROL, HeaderValue::from_static("no-store")));
    response
}

//! Signing in by another site (OpenID Connect), and linking it to one's account.
//!
//! Whoever is led there keeps a cookie, and only the browser that has it comes in: an address with somebody else's code
//! signs nobody in (login CSRF). What comes of it is a page of ours, whose address is made here: nobody is led elsewhere.

mod arriving;
mod cookie;
mod provider;

pub(crate) use provider::Provider;

use crate::address;
use crate::auth::{self, cookie as session_cookie, secrets};
use crate::body;
use crate::error::{Error, Result};
use crate::limits::Source;
use crate::memberships::successions;
use crate::sign_in::{agent, language_of, private};
use crate::state::State;
use crate::ways;
use actix_web::http::header::LOCATION;
use actix_web::web::{Bytes, Data};
use actix_web::{HttpRequest, HttpResponse};
use aect_db::people::openid::Attempt;
use aect_types::Uuid;
use aect_types::problem::ProblemKind;
use aect_types::site::paths;
use aect_types::ways::{OpenIdBegun, OpenIdRequest, limits};
use aect_words::Language;
use aect_words::mails::ways::WayChange;
use arriving::Arrival;

/// Where the other site leads people back to.
pub(crate) const RETURN: &str = "/openid/return";

/// Why somebody does not come in.
#[derive(Debug)]
enum Failure {
    /// They, or the other site, said no.
    Refused,
    /// Nobody was led there from this browser, or too long ago, or they have come back already.
    Expired,
    /// The other site does not answer as it should.
    Unavailable,
    /// What it signed is not for this site, or not for this attempt.
    NotVouched,
    /// It tells no address that an account could have.
    NoAddress,
    /// It does not vouch for addresses, and no account is linked.
    NotLinked,
    /// It leads in to another account.
    Another,
}

impl Failure {
    /// What names it in the address of the page that says so.
    const fn code(&self) -> &'static str {
        match self {
            Self::Refused => "refused",
            Self::Expired => "expired",
            Self::Unavailable => "unavailable",
            Self::NotVouched => "not-vouched",
            Self::NoAddress => "no-address",
            Self::NotLinked => "not-linked",
            Self::Another => "another",
        }
    }

    /// The other site does not answer as it should; the log says how, without what it tells of people.
    fn trouble(error: impl std::fmt::Display) -> Self {
        tracing::warn!(%error, "the sign-in site does not answer as it should");
        Self::Unavailable
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        tracing::error!(%error, "signing in by the other site failed");
        Self::Unavailable
    }
}

/// Begins to sign somebody in.
pub(crate) async fn begin(state: Data<State>, request: HttpRequest, content: Bytes) -> Result<HttpResponse> {
    let OpenIdRequest { back } = body::read(&request, &content)?;
    lead(&state, &request, back.filter(|back| is_ours(back)), None).await
}

/// Begins to link somebody's account.
pub(crate) async fn link(state: Data<State>, request: HttpRequest) -> Result<HttpResponse> {
    let user = auth::required(&state, &request).await?.person.id;
    lead(&state, &request, None, Some(user)).await
}

/// Unlinks it.
pub(crate) async fn unlink(state: Data<State>, request: HttpRequest) -> Result<HttpResponse> {
    let user = auth::required(&state, &request).await?.person.id;
    let provider = state.openid.as_ref().ok_or(ProblemKind::NotFound)?;
    let (issuer, name) = (provider.issuer().to_owned(), provider.name().to_owned());
    ways::change(&state, user, move |write, _| {
        let was_linked = write.unlink_identity(user, &issuer)?;
        Ok(was_linked.then_some(WayChange::SiteUnlinked(name)))
    })
    .await?;
    Ok(private(HttpResponse::NoContent()).finish())
}

/// Whether a text is a path of this site, and nothing that a browser takes for another one's address.
fn is_ours(back: &str) -> bool {
    let bytes = back.as_bytes();
    back.len() <= limits::BACK_MAX
        && bytes.first() == Some(&b'/')
        && !matches!(bytes.get(1), Some(b'/' | b'\\'))
        && bytes.iter().all(u8::is_ascii_graphic)
}

async fn lead(
    state: &State,
    request: &HttpRequest,
    back: Option<String>,
    user: Option<Uuid>,
) -> Result<HttpResponse> {
    let provider = state.openid.as_ref().ok_or(ProblemKind::NotFound)?;
    state.limits.lead(&Source::of(state, request))?;
    let led = provider.lead().await.map_err(|_| ProblemKind::Unavailable)?;
    // Of two windows both may come back.
    let browser = match cookie::of(request) {
        Some(browser) => browser,
        None => secrets::word()?,
    };
    let attempt = Attempt {
        nonce: led.nonce,
        verifier: led.verifier,
        back,
        language: language_of(request).tag().to_owned(),
        user,
    };
    let digests = (secrets::digest(&led.state), secrets::digest(&browser));
    state
        .db
        .write("sign-in".to_owned(), move |write| {
            write.begin_openid(&digests.0, &digests.1, &attempt)
        })
        .await?;
    Ok(private(HttpResponse::Ok())
        .cookie(cookie::holding(state, browser))
        .json(OpenIdBegun { url: led.url }))
}

/// Takes in whoever comes back, and leads them to a page of ours.
pub(crate) async fn come_back(state: Data<State>, request: HttpRequest) -> Result<HttpResponse> {
    let (attempt, arrived) = match taken(&state, &request).await {
        Ok((attempt, code)) => {
            let arrived = arrive(&state, &request, &attempt, code).await;
            (Some(attempt), arrived)
        }
        Err((attempt, failure)) => (attempt, Err(failure)),
    };
    let language = attempt
        .as_ref()
        .and_then(|attempt| Language::of_tag(&attempt.language))
        .unwrap_or_else(|| language_of(&request));
    let linking = attempt.as_ref().is_some_and(|attempt| attempt.user.is_some());
    let path = if linking { paths::ACCOUNT } else { paths::SIGN_IN };
    let mut pairs = form_urlencoded::Serializer::new(String::new());
    let mut response = private(HttpResponse::SeeOther());
    response.cookie(cookie::gone(&state));
    match arrived {
        Ok(Some(refresh)) => {
            response.cookie(session_cookie::holding(&state, refresh));
            pairs.append_pair("openid", "in");
        }
        Ok(None) => drop(pairs.append_pair("openid", "linked")),
        Err(failure) => drop(pairs.append_pair("openid", failure.code())),
    }
    if let Some(back) = attempt.and_then(|attempt| attempt.back) {
        pairs.append_pair("retour", &back);
    }
    let target = format!("{}?{}", language.place(path), pairs.finish());
    Ok(response.insert_header((LOCATION, target)).finish())
}

/// What was remembered of whoever comes back, and the code that they bring.
async fn taken(
    state: &State,
    request: &HttpRequest,
) -> std::result::Result<(Attempt, String), (Option<Attempt>, Failure)> {
    let pairs = address::pairs(request);
    let brought = |name: &str| {
        let found = pairs.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.clone())
    };
    let (Some(word), Some(browser)) = (brought("state"), cookie::of(request)) else {
        return Err((None, Failure::Expired));
    };
    let digests = (secrets::digest(word), secrets::digest(browser));
    let found = state
        .db
        .write("sign-in".to_owned(), move |write| {
            write.take_openid(&digests.0, &digests.1)
        })
        .await;
    let attempt = match found {
        Ok(Some(attempt)) => attempt,
        Ok(None) => return Err((None, Failure::Expired)),
        Err(error) => return Err((None, Error::from(error).into())),
    };
    // Another site may not answer in the place of this one (RFC 9207).
    let issuer = state.openid.as_ref().map(Provider::issuer);
    let mixed_up = brought("iss").is_some_and(|iss| Some(iss.as_str()) != issuer);
    match brought("code") {
        Some(_) if mixed_up => Err((Some(attempt), Failure::NotVouched)),
        Some(code) => Ok((attempt, code)),
        None if brought("error").as_deref() == Some("access_denied") => {
            Err((Some(attempt), Failure::Refused))
        }
        None => Err((Some(attempt), Failure::Unavailable)),
    }
}

/// Begins a session for whoever the other site vouches for, and gives its refresh token; nothing where an account was
/// linked.
async fn arrive(
    state: &State,
    request: &HttpRequest,
    attempt: &Attempt,
    code: String,
) -> std::result::Result<Option<String>, Failure> {
    let provider = state.openid.as_ref().ok_or(Failure::Expired)?;
    let told = provider
        .told(code, &attempt.nonce, attempt.verifier.clone())
        .await?;
    let refresh = secrets::word()?;
    let arrival = Arrival::new(provider, &told, attempt, &state.site)?;
    let (kept, agent) = (secrets::digest(&refresh), agent(request));
    let (user, link) = (attempt.user, attempt.user.is_some());
    state
        .db
        .write("sign-in".to_owned(), move |write| match user {
            Some(user) => arrival.link(write, user),
            None => arrival.sign_in(write, agent.as_deref(), &kept),
        })
        .await
        .map_err(Error::from)??;
    state.post.hurry();
    successions::follow(state).await?;
    Ok((!link).then_some(refresh))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_goes_back_to_this_site_only() {
        for ours in ["/", "/mon-espace", "/annuaire/pessac/equipe?code=7K2P#a"] {
            assert!(is_ours(ours), "{ours}");
        }
        let long = format!("/{}", "a".repeat(limits::BACK_MAX));
        for foreign in [
            "",
            "https://example.org/",
            "//example.org",
            "/\\example.org",
            "\\/example.org",
            "mon-espace",
            "/\t/example.org",
            "/a\r\nSet-Cookie: b",
            "javascript:alert(1)",
            &long,
        ] {
            assert!(!is_ours(foreign), "{foreign}");
        }
    }
}

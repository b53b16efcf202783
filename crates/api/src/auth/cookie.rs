//! The cookies of a session: no script reads them, no other site sends them, and each goes to one address only. One holds the
//! refresh token; the other lets the pictures of a page be read, and nothing else.

use crate::error::Result;
use crate::state::State;
use actix_web::HttpRequest;
use actix_web::cookie::time::Duration;
use actix_web::cookie::{Cookie, SameSite};
use aect_db::people::sessions::LASTING;
use aect_types::files::ADDRESS;
use aect_types::problem::ProblemKind;

const NAME: &str = "aect_refresh";
/// Where it goes: to nothing that answers data.
pub(crate) const PATH: &str = "/api/v1/session";

const READING: &str = "aect_files";

/// The cookie that lets files be read in a session.
pub(crate) fn reading(state: &State, token: String) -> Cookie<'static> {
    let mut cookie = holding(state, token);
    cookie.set_name(READING);
    cookie.set_path(ADDRESS);
    cookie
}

/// The cookie that ends that.
pub(crate) fn reading_gone(state: &State) -> Cookie<'static> {
    let mut cookie = gone(state);
    cookie.set_name(READING);
    cookie.set_path(ADDRESS);
    cookie
}

/// What lets files be read, where a page of this site asks.
pub(crate) fn reading_of(request: &HttpRequest) -> Option<String> {
    let token = request.cookie(READING)?.value().to_owned();
    (!token.is_empty() && is_ours(request)).then_some(token)
}

/// The cookie that holds a token.
pub(crate) fn holding(state: &State, token: String) -> Cookie<'static> {
    let mut cookie = empty(state);
    cookie.set_value(token);
    cookie.set_max_age(Duration::seconds(LASTING.num_seconds()));
    cookie
}

/// The cookie that ends it.
pub(crate) fn gone(state: &State) -> Cookie<'static> {
    let mut cookie = empty(state);
    cookie.set_max_age(Duration::ZERO);
    cookie
}

fn empty(state: &State) -> Cookie<'static> {
    // Over plain HTTP there is only development, where a browser would not send it back.
    let secure = state.site.url().starts_with("https:");
    Cookie::build(NAME, "")
        .path(PATH)
        .http_only(true)
        .same_site(SameSite::Strict)
        .secure(secure)
        .finish()
}

/// The token that a request brings. A page of another site is refused, whatever its browser thinks of `SameSite`.
pub(crate) fn of(request: &HttpRequest) -> Result<Option<String>> {
    if !is_ours(request) {
        return Err(ProblemKind::Forbidden.into());
    }
    Ok(request
        .cookie(NAME)
        .map(|cookie| cookie.value().to_owned())
        .filter(|token| !token.is_empty()))
}

/// Whether no page of another site asks, as far as the browser tells.
fn is_ours(request: &HttpRequest) -> bool {
    let site = request.headers().get("sec-fetch-site");
    site.is_none_or(|site| matches!(site.as_bytes(), b"same-origin" | b"none"))
}

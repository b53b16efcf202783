//! The cookie of the refresh token: no script reads it, no other site sends it, and only one address gets it.

use crate::error::Result;
use crate::state::State;
use actix_web::HttpRequest;
use actix_web::cookie::time::Duration;
use actix_web::cookie::{Cookie, SameSite};
use aect_db::people::sessions::LASTING;
use aect_types::problem::ProblemKind;

const NAME: &str = "aect_refresh";
/// Where it goes: to nothing that answers data.
pub(crate) const PATH: &str = "/api/v1/session";

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
    let secure = state.public_url.starts_with("https:");
    Cookie::build(NAME, "")
        .path(PATH)
        .http_only(true)
        .same_site(SameSite::Strict)
        .secure(secure)
        .finish()
}

/// The token that a request brings. A page of another site is refused, whatever its browser thinks of `SameSite`.
pub(crate) fn of(request: &HttpRequest) -> Result<Option<String>> {
    let site = request.headers().get("sec-fetch-site");
    let ours = site.is_none_or(|site| matches!(site.as_bytes(), b"same-origin" | b"none"));
    if !ours {
        return Err(ProblemKind::Forbidden.into());
    }
    Ok(request
        .cookie(NAME)
        .map(|cookie| cookie.value().to_owned())
        .filter(|token| !token.is_empty()))
}

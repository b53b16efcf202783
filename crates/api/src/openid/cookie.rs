//! The cookie of whoever is led to the other site. `Lax`: it comes back with them, who come from elsewhere, and with
//! nothing that another site asks by itself.

use super::RETURN;
use crate::state::State;
use actix_web::HttpRequest;
use actix_web::cookie::time::Duration;
use actix_web::cookie::{Cookie, SameSite};
use aect_db::people::openid::GOOD_FOR;

const NAME: &str = "aect_openid";

/// The cookie that holds what tells this browser from any other.
pub(super) fn holding(state: &State, browser: String) -> Cookie<'static> {
    let mut cookie = empty(state);
    cookie.set_value(browser);
    cookie.set_max_age(Duration::seconds(GOOD_FOR.num_seconds()));
    cookie
}

/// The cookie that ends it.
pub(super) fn gone(state: &State) -> Cookie<'static> {
    let mut cookie = empty(state);
    cookie.set_max_age(Duration::ZERO);
    cookie
}

fn empty(state: &State) -> Cookie<'static> {
    Cookie::build(NAME, "")
        .path(RETURN)
        .http_only(true)
        .same_site(SameSite::Lax)
        .secure(state.site.url().starts_with("https:"))
        .finish()
}

/// What a request brings.
pub(super) fn of(request: &HttpRequest) -> Option<String> {
    let cookie = request.cookie(NAME)?;
    Some(cookie.value().to_owned()).filter(|browser| !browser.is_empty())
}

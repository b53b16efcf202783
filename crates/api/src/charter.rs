//! `/charter.css`: the colours that were set, for the pages; they take the place of those of their build.

use crate::etag;
use crate::state::State;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_TYPE, ETAG, HeaderValue};
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse};
use aect_types::charter::Charter;
use aect_types::platform::Platform;

/// Where it is; pages name it with the version of what is set.
pub(crate) const ADDRESS: &str = "/charter.css";

/// The address of the colours of that version; `None` where none are set.
pub(crate) fn address(platform: &Platform) -> Option<String> {
    let set = platform.charters().iter().any(Option::is_some);
    set.then(|| format!("{ADDRESS}?v={}", platform.version))
}

/// Answers the colours. They are kept for a minute: another process may still have those before.
pub(crate) async fn get(state: Data<State>, request: HttpRequest) -> HttpResponse {
    let platform = state.site.platform();
    let body = css(&platform);
    let tag = etag::of(platform.version, body.as_bytes());
    let mut response = if etag::is_known(request.headers(), &tag) {
        HttpResponse::NotModified()
    } else {
        HttpResponse::Ok()
    };
    response
        .insert_header((ETAG, tag))
        .insert_header((CACHE_CONTROL, HeaderValue::from_static("public, max-age=60")))
        .insert_header((CONTENT_TYPE, HeaderValue::from_static("text/css; charset=utf-8")))
        .body(body)
}

/// Written out of colours that were read, never out of what somebody typed.
fn css(platform: &Platform) -> String {
    let [light, dark] = platform.charters();
    let looks = [
        ("not (prefers-color-scheme: dark)", light),
        ("(prefers-color-scheme: dark)", dark),
    ];
    let set = looks.into_iter().filter_map(|(look, set)| Some((look, set?)));
    let rule = |(look, Charter { brand, strong, soft })| {
        format!(
            "@media {look} {{ :root {{ --brand: {brand}; --brand-strong: {strong}; --brand-soft: {soft}; }} }}\n"
        )
    };
    set.map(rule).collect::<Vec<_>>().concat()
}

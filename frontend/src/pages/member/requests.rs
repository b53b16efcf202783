//! The links that were asked for in this browser and may still be used. They outlive the tab, which may be closed while
//! one looks into one's mail; several, since the first mail may come after one has asked for a second.

use crate::browser;
use aect_types::Uuid;
use aect_types::people::SignInLinkSent;
use js_sys::Date;

const KEPT: &str = "sign-in";
/// How many are kept.
const MOST: usize = 3;

/// A link that is on its way.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Request {
    pub(super) id: Uuid,
    /// What tells this browser from any other.
    pub(super) browser: String,
    pub(super) email: String,
    /// Where to go once signed in.
    pub(super) back: String,
    /// Until when, as the API wrote it.
    until: String,
}

impl Request {
    pub(super) fn new(sent: SignInLinkSent, email: &str, back: &str) -> Self {
        Self {
            id: sent.id,
            browser: sent.browser,
            email: email.to_owned(),
            back: back.to_owned(),
            until: sent.expires_at.to_string(),
        }
    }

    fn read(line: &str) -> Option<Self> {
        let mut words = line.split(' ').map(str::to_owned);
        let id = words.next()?.parse().ok()?;
        Some(Self {
            id,
            browser: words.next()?,
            email: words.next()?,
            back: words.next()?,
            until: words.next()?,
        })
    }

    /// None of its words holds a space.
    fn written(&self) -> String {
        let id = self.id.to_string();
        [&id, &self.browser, &self.email, &self.back, &self.until]
            .map(String::as_str)
            .join(" ")
    }

    fn is_good(&self) -> bool {
        Date::parse(&self.until) > Date::now()
    }
}

/// Those that may still be used, the last first.
pub(super) fn all() -> Vec<Request> {
    let kept = browser::stored(KEPT).unwrap_or_default();
    kept.lines()
        .filter_map(Request::read)
        .filter(Request::is_good)
        .collect()
}

/// Keeps one more.
pub(super) fn keep(request: Request) {
    let mut kept = all();
    kept.insert(0, request);
    let lines: Vec<String> = kept.iter().take(MOST).map(Request::written).collect();
    browser::store(KEPT, Some(&lines.join("\n")));
}

/// Forgets them all.
pub(super) fn forget() {
    browser::store(KEPT, None);
}

#[cfg(test)]
mod tests {
    use super::*;
    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn what_is_kept_is_read_again() {
        let request = Request {
            id: Uuid::from_u128(7),
            browser: "secret".to_owned(),
            email: "marie@mairie.fr".to_owned(),
            back: "/mon-espace".to_owned(),
            until: "2026-11-22T12:00:00.000000Z".to_owned(),
        };
        assert_eq!(Request::read(&request.written()), Some(request));
        assert_eq!(Request::read("strange words"), None);
    }
}

//! What the service worker says (`sw.js`, told on by `start.js`): that what is shown was fetched earlier, there being no
//! connection; and that a newer version of the site is there. Nothing is reloaded but by the reader: what they typed stays.

use crate::address::Address;
use crate::intl;
use crate::router::Router;
use crate::ui::actions::listen;
use crate::ui::node::{live, told};
use aect_words::Language;
use aect_words::pages::shell;
use js_sys::Reflect;
use leptos::prelude::*;
use wasm_bindgen::JsValue;
use web_sys::Event;

/// What it said last.
#[derive(Clone, Copy)]
pub(crate) struct Notices {
    kept: RwSignal<Option<Kept>>,
    newer: RwSignal<bool>,
}

/// An answer from an earlier visit, on a page.
struct Kept {
    /// The page's address.
    href: String,
    /// When it was fetched, in milliseconds since 1970.
    at: f64,
}

impl Notices {
    /// Listens. Called once.
    pub(crate) fn start(router: Router) -> Self {
        let notices = Self {
            kept: RwSignal::new(None),
            newer: RwSignal::new(false),
        };
        listen("aect-kept", move |event| {
            let href = router.address.with_untracked(Address::href);
            let at = detail(&event).as_f64();
            notices
                .kept
                .update(|kept| *kept = at.map(|at| Kept::oldest(kept.take(), href, at)));
        });
        listen("aect-newer", move |event| {
            notices.newer.set(detail(&event).is_truthy());
        });
        notices
    }

    /// The notices, at the foot of the window.
    pub(crate) fn view(self, language: Language) -> AnyView {
        let offline = move || {
            self.kept
                .with(|kept| kept.as_ref().map(|kept| kept.told(language)))
        };
        let newer = move || {
            self.newer.get().then(|| {
                view! {
                    <p>
                        {shell::NEWER.of(language)}
                        <button type="button" class="tool" data-does="reload">{shell::NEWER_RELOAD.of(language)}</button>
                        <button type="button" class="tool" on:click=move |_| self.newer.set(false)>{shell::CLOSE.of(language)}</button>
                    </p>
                }
            })
        };
        view! { <div class="said" role="status">{live(offline)}{live(newer)}</div> }.into_any()
    }
}

impl Kept {
    /// A page is as old as the oldest of its answers.
    fn oldest(known: Option<Self>, href: String, at: f64) -> Self {
        match known {
            Some(known) if known.href == href && known.at < at => known,
            _ => Self { href, at },
        }
    }

    /// `Hors connexion. Données du 22 novembre 2026, 12 h 40.`
    fn told(&self, language: Language) -> AnyView {
        let [offline, of] = [shell::OFFLINE, shell::DATA_OF].map(|text| text.of(language));
        told(
            "p",
            "",
            format!("{offline} {of} {}.", intl::moment(self.at, language)),
        )
    }
}

fn detail(event: &Event) -> JsValue {
    Reflect::get(event, &JsValue::from_str("detail")).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn a_page_is_as_old_as_its_oldest_answer() {
        let on = |known, href: &str, at| Some(Kept::oldest(known, href.to_owned(), at));
        let list = on(on(on(None, "/projets", 20.0), "/projets", 10.0), "/projets", 30.0);
        assert_eq!(list.as_ref().map(|kept| kept.at), Some(10.0));
        assert_eq!(on(list, "/annuaire", 30.0).map(|kept| kept.at), Some(30.0));
    }
}

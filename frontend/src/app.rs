//! The application: what all pages share, and which page is shown.

use crate::browser::{self, document};
use crate::language::{self, Choice};
use crate::names::Names;
use crate::pages::{collectivities, home, map, not_found, projects};
use crate::router::Router;
use crate::routes::{self, Page};
use crate::ui::node::live;
use crate::ui::shell;
use aect_client::Client;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Takes the place of the static page.
pub(crate) fn mount() {
    let Some(place) = document()
        .get_element_by_id("app")
        .and_then(|e| e.dyn_into::<HtmlElement>().ok())
    else {
        browser::error("index.html has no element #app");
        return;
    };
    place.set_inner_html("");
    leptos::mount::mount_to(place, app).forget();
}

fn app() -> AnyView {
    let choice = Choice::read();
    provide_context(choice);
    provide_context(Router::start());
    provide_context(Names::new());
    live(move || {
        let language = choice.get();
        browser::set_root_attribute("lang", Some(language.tag()));
        match client(language) {
            Ok(client) => {
                provide_context(client);
                shell::shell(language, page)
            }
            Err(error) => crate::ui::states::failure(&error, || {
                // A browser that will not reload leaves the message where it is.
                let _reloading = browser::window().location().reload();
            }),
        }
    })
}

/// A client of the API: on the site that `index.html` names, else on this one.
fn client(language: aect_words::Language) -> Result<Client, aect_client::Error> {
    let origin = || browser::window().location().origin().unwrap_or_default();
    let site = browser::meta("aect-api").unwrap_or_else(origin);
    Ok(Client::new(&site)?.with_language(language.tag()))
}

/// The page at the present path; filters change within it.
fn page() -> AnyView {
    let router = crate::router::use_router();
    let path = Memo::new(move |_| router.address.with(|address| address.path.clone()));
    let language = language::use_language();
    live(move || match routes::page_at(&path.get()) {
        Page::Home => home::page(language),
        Page::Map => map::page(language),
        Page::Collectivities => collectivities::list::page(language),
        Page::Collectivity(slug) => collectivities::detail::page(slug, language),
        Page::Projects => projects::list::page(language),
        Page::Project(slug) => projects::detail::page(slug, language),
        Page::NotFound => not_found::page(language),
    })
}

//! The application: what all pages share, and which page is shown.

use crate::browser::{self, document};
use crate::language::{self, Spoken};
use crate::names::Names;
use crate::pages::{home, search};
use crate::parts;
use crate::router::Router;
use crate::session::Session;
use crate::ui::node::live;
use crate::ui::offline::Notices;
use crate::ui::{actions, sheet, shell, states};
use aect_client::Client;
use aect_types::site::PublicPage;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement};

/// Where the application is.
const PLACE: &str = "app";
/// Where the server's page is while the application loads its own.
const PLAIN: &str = "plain";

/// Takes the place of the static page: at once, or of one with content when the application has its own.
pub(crate) fn mount() {
    match place() {
        Some(place) => leptos::mount::mount_to(place, app).forget(),
        None => browser::error("index.html has no element #app"),
    }
}

fn place() -> Option<HtmlElement> {
    let given = document()
        .get_element_by_id(PLACE)?
        .dyn_into::<HtmlElement>()
        .ok()?;
    if given.query_selector("[data-plain]").ok()?.is_none() {
        given.set_inner_html("");
        return Some(given);
    }
    // Behind the other: an identifier that both have is that of the page which is shown.
    let own = document()
        .create_element("div")
        .ok()?
        .dyn_into::<HtmlElement>()
        .ok()?;
    given.after_with_node_1(&own).ok()?;
    given.set_id(PLAIN);
    own.set_id(PLACE);
    own.set_hidden(true);
    Some(own)
}

/// Shows the application in the place of the server's page, what was typed there included. Nothing the second time.
pub(crate) fn take_over() {
    let Some(plain) = document().get_element_by_id(PLAIN) else {
        return;
    };
    let typing = document()
        .active_element()
        .filter(|field| plain.contains(Some(field)));
    let typed = typing.and_then(|field| field.dyn_into::<HtmlInputElement>().ok());
    if let Some(own) = document().get_element_by_id(PLACE) {
        let removed = own.remove_attribute("hidden");
        debug_assert!(removed.is_ok(), "any attribute can be removed");
    }
    plain.remove();
    if let Some(typed) = typed {
        browser::type_into(&typed.id(), &typed.value());
    }
}

fn app() -> AnyView {
    let spoken = Spoken::here();
    let router = Router::start(spoken);
    provide_context(spoken);
    provide_context(router);
    provide_context(Notices::start(router));
    actions::start(router, spoken);
    let client = client();
    if let Ok(client) = &client {
        provide_context(Session::start(client.clone()));
    }
    live(move || {
        let language = spoken.get();
        browser::set_root_attribute("lang", Some(language.tag()));
        match &client {
            Ok(client) => {
                // Of the same person, whatever the language.
                let client = client.clone().with_language(language.tag());
                Names::start(client.clone());
                provide_context(client);
                shell::shell(language, page)
            }
            Err(error) => states::failure(error, || {
                // A browser that will not reload leaves the message where it is.
                let _reloading = browser::window().location().reload();
            }),
        }
    })
}

/// A client of the API: on the site that `index.html` names, else on this one.
fn client() -> Result<Client, aect_client::Error> {
    let origin = || browser::window().location().origin().unwrap_or_default();
    Client::new(&browser::meta("aect-api").unwrap_or_else(origin))
}

/// The page at the present path; filters change within it.
fn page() -> AnyView {
    let router = crate::router::use_router();
    let path = Memo::new(move |_| router.address.with(|address| address.path.clone()));
    let language = language::use_language();
    live(move || match PublicPage::at(&path.get()) {
        Some(PublicPage::Home) => home::page(language),
        Some(PublicPage::Search) => search::page(language),
        Some(
            page @ (PublicPage::Map | PublicPage::List(_) | PublicPage::Member(_) | PublicPage::Editor(_)),
        ) => parts::reacting(page, language),
        Some(told) => sheet::page(told, language),
        None => states::lost(language),
    })
}

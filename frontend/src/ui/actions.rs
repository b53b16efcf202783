//! What the buttons of written pages do: each names it in `data-does`. And their forms, which lead to other addresses
//! of the site.

use crate::address::Address;
use crate::browser::{document, window};
use crate::language::Spoken;
use crate::router::{How, Router};
use crate::routes;
use aect_words::Language;
use aect_words::pages::{Text, shell};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, Event, HtmlFormElement};

#[wasm_bindgen]
extern "C" {
    /// The fields of a form; `web-sys` would have them read one by one.
    type FormData;
    #[wasm_bindgen(constructor)]
    fn new(form: &HtmlFormElement) -> FormData;

    /// Pairs as an address writes them, out of a form as well.
    type URLSearchParams;
    #[wasm_bindgen(constructor)]
    fn new(form: &FormData) -> URLSearchParams;
    #[wasm_bindgen(method, js_name = toString)]
    fn to_query(this: &URLSearchParams) -> String;
}

/// Listens. Called once.
pub(crate) fn start(router: Router, spoken: Spoken) {
    listen("click", move |event| {
        let pressed = target(&event).and_then(|element| element.closest("[data-does]").ok().flatten());
        if let Some(button) = pressed {
            perform(&button, spoken.now());
        }
    });
    listen("submit", move |event| {
        let form = target(&event).and_then(|element| element.dyn_into::<HtmlFormElement>().ok());
        if let Some(form) = form.filter(|_| !event.default_prevented()) {
            follow(router, &event, &form);
        }
    });
}

fn target(event: &Event) -> Option<Element> {
    event.target()?.dyn_into::<Element>().ok()
}

fn perform(button: &Element, language: Language) {
    let does = button.get_attribute("data-does").unwrap_or_default();
    match does.as_str() {
        "copy" => copy(button.clone(), language),
        // Refused where a dialog is already open: nothing to say.
        "print" => drop(window().print()),
        // A browser that will not reload leaves the page as it is.
        "reload" => drop(window().location().reload()),
        _ => {}
    }
}

/// Copies the address, and says beside the button whether it could.
fn copy(button: Element, language: Language) {
    let clipboard = window().navigator().clipboard();
    let address = window().location().href().unwrap_or_default();
    leptos::task::spawn_local(async move {
        let copied = JsFuture::from(clipboard.write_text(&address)).await;
        let words = if copied.is_ok() {
            shell::COPIED
        } else {
            shell::NOT_COPIED
        };
        say(&button, words, language);
    });
}

/// Says something in the status of the tools that a button stands among.
fn say(button: &Element, words: Text, language: Language) {
    let tools = button.closest(".tools").ok().flatten();
    let status = tools.and_then(|tools| tools.query_selector("[role=status]").ok().flatten());
    if let Some(status) = status {
        status.set_text_content(Some(words.of(language)));
    }
}

/// A form that asks a page of the site is followed here, as a link is; empty fields ask nothing.
fn follow(router: Router, event: &Event, form: &HtmlFormElement) {
    let action = form.get_attribute("action").unwrap_or_default();
    let (_, path) = Language::of_path(&action);
    if !routes::is_page(path) {
        return;
    }
    event.prevent_default();
    let asked = URLSearchParams::new(&FormData::new(form)).to_query();
    let mut pairs = Address::parse(&format!("{path}?{asked}")).pairs();
    pairs.retain(|(_, value)| !value.is_empty());
    router.go(&Address::with_pairs(path, pairs).href(), How::Push);
}

/// Listens to an event of the whole document, for good.
pub(crate) fn listen(event: &str, handler: impl Fn(Event) + 'static) {
    let handler = Closure::<dyn Fn(Event)>::new(handler).into_js_value();
    let added = document().add_event_listener_with_callback(event, handler.unchecked_ref());
    debug_assert!(added.is_ok(), "listener of {event}");
}

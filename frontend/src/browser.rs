//! The few things asked of the browser directly.

use aect_words::Language;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, HtmlElement, Window};

#[wasm_bindgen]
extern "C" {
    /// Languages and regions by their names (ECMA-402); not in `js-sys`.
    #[wasm_bindgen(js_namespace = Intl)]
    pub(crate) type DisplayNames;
    #[wasm_bindgen(constructor, js_namespace = Intl, catch)]
    pub(crate) fn new(language: &str, options: &JsValue) -> Result<DisplayNames, JsValue>;
    #[wasm_bindgen(method, catch)]
    pub(crate) fn of(this: &DisplayNames, code: &str) -> Result<Option<String>, JsValue>;

    /// The time zones that the browser knows (ECMA-402); not in `js-sys`.
    #[wasm_bindgen(js_namespace = Intl, js_name = supportedValuesOf, catch)]
    fn supported_values_of(kind: &str) -> Result<js_sys::Array, JsValue>;

    #[wasm_bindgen(js_namespace = console)]
    pub(crate) fn error(message: &str);
}

/// The window. There is one wherever the application runs.
#[expect(clippy::expect_used, reason = "without a window there is nobody to tell")]
pub(crate) fn window() -> Window {
    web_sys::window().expect("a window")
}

/// The document.
#[expect(clippy::expect_used, reason = "without a document there is nobody to tell")]
pub(crate) fn document() -> Document {
    window().document().expect("a document")
}

/// The `<html>` element's attribute, set or removed.
pub(crate) fn set_root_attribute(name: &str, value: Option<&str>) {
    if let Some(root) = document().document_element() {
        set_attribute(&root, name, value);
    }
}

/// An attribute, set or removed. Setting one of a good name cannot fail.
pub(crate) fn set_attribute(element: &Element, name: &str, value: Option<&str>) {
    let done = match value {
        Some(value) => element.set_attribute(name, value),
        None => element.remove_attribute(name),
    };
    debug_assert!(done.is_ok(), "attribute {name}");
}

/// The content of `<meta name="…">`, where it says something.
pub(crate) fn meta(name: &str) -> Option<String> {
    content(&["meta[name='", name, "']"].concat())
}

/// The same in one language.
pub(crate) fn meta_in(name: &str, language: Language) -> Option<String> {
    content(&["meta[name='", name, "'][lang=", language.tag(), "]"].concat())
}

fn content(selector: &str) -> Option<String> {
    let element = document().query_selector(selector).ok()??;
    element
        .get_attribute("content")
        .filter(|content| !content.is_empty())
}

/// Puts the focus on an element by its identifier; the page does not move.
pub(crate) fn focus(id: &str) {
    if let Some(element) = document()
        .get_element_by_id(id)
        .and_then(|e| e.dyn_into::<HtmlElement>().ok())
    {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        // An element that cannot take the focus leaves it where it is.
        let _kept = element.focus_with_options(&options);
    }
}

/// Where the window is scrolled to.
pub(crate) fn scroll_position() -> u32 {
    whole(window().scroll_y().unwrap_or(0.0))
}

/// Scrolls the window, at once.
pub(crate) fn scroll_to(top: u32) {
    window().scroll_to_with_x_and_y(0.0, f64::from(top));
}

/// A number without its fraction, for numbers that are whole or nearly so.
#[expect(
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "saturates, which is what is wanted"
)]
pub(crate) fn whole(number: f64) -> u32 {
    number.round() as u32
}

/// Writes into a field as a person does who types there.
pub(crate) fn type_into(id: &str, words: &str) {
    let field = document()
        .get_element_by_id(id)
        .and_then(|element| element.dyn_into::<web_sys::HtmlInputElement>().ok());
    let Some(field) = field else { return };
    focus(id);
    if field.value() != words {
        field.set_value(words);
        let told = web_sys::Event::new("input").and_then(|event| field.dispatch_event(&event));
        debug_assert!(told.is_ok(), "an event of a field");
    }
}

/// A number as an attribute takes it, to the hundredth: the standard library's writer would be 10 kB of tables.
pub(crate) fn decimal(number: f64) -> String {
    let written = js_sys::Number::from(number).to_fixed(2);
    written.map_or_else(|_| String::new(), String::from)
}

/// The time zones that the browser knows (IANA); an old one names none.
pub(crate) fn time_zones() -> Vec<String> {
    let zones = supported_values_of("timeZone").unwrap_or_default();
    zones.iter().filter_map(|zone| zone.as_string()).collect()
}

/// A letter in upper case: the browser has the tables.
pub(crate) fn upper_case(letter: char) -> String {
    js_sys::JsString::from(letter).to_upper_case().into()
}

/// A moment of waiting.
pub(crate) async fn sleep(milliseconds: i32) {
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        let set = window().set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, milliseconds);
        debug_assert!(set.is_ok(), "a timer");
    });
    // The timer only ever resolves.
    let _done = wasm_bindgen_futures::JsFuture::from(promise).await;
}

/// Whether the window is at least that wide (a media query).
pub(crate) fn matches(query: &str) -> bool {
    window()
        .match_media(query)
        .ok()
        .flatten()
        .is_some_and(|list| list.matches())
}

/// What this browser keeps for the site under a name.
pub(crate) fn stored(name: &str) -> Option<String> {
    storage()?.get_item(name).ok()?
}

/// Keeps a text under a name, or forgets it. A browser that refuses (private windows may) forgets at once.
pub(crate) fn store(name: &str, text: Option<&str>) {
    let Some(storage) = storage() else { return };
    let done = match text {
        Some(text) => storage.set_item(name, text),
        None => storage.remove_item(name),
    };
    drop(done);
}

fn storage() -> Option<web_sys::Storage> {
    window().local_storage().ok()?
}

/// What this window keeps under a name until it is closed.
pub(crate) fn noted(name: &str) -> Option<String> {
    window().session_storage().ok()??.get_item(name).ok()?
}

/// Keeps a text in this window under a name, or forgets it, as far as the browser allows.
pub(crate) fn note(name: &str, text: Option<&str>) {
    let Ok(Some(storage)) = window().session_storage() else {
        return;
    };
    let done = match text {
        Some(text) => storage.set_item(name, text),
        None => storage.remove_item(name),
    };
    drop(done);
}

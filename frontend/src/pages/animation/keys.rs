//! The queue by single keys: only while the focus is in its list, and never while one types (WCAG 2.1.4).

use super::queue::LIST;
use crate::browser::{self, document};
use crate::ui::node::{node, text, told};
use aect_types::Uuid;
use aect_types::moderation::ModerationItem;
use aect_words::Language;
use aect_words::pages::animation as words;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent};

/// What the identifiers of a row and of its answers begin with, before that of what waits.
pub(super) const ROW: &str = "rang-";
pub(super) const YES: &str = "oui-";
pub(super) const NO: &str = "non-";
/// The button that takes back what was just done.
pub(super) const UNDO: &str = "annuler";

/// The identifier of a row, or of one of its answers.
pub(super) fn id_of(prefix: &str, item: Uuid) -> String {
    [prefix, &item.to_string()].concat()
}

/// Which keys there are.
pub(super) fn help(language: Language) -> AnyView {
    let keys = [
        ("J", words::KEY_NEXT),
        ("K", words::KEY_BEFORE),
        ("A", words::KEY_ACCEPT),
        ("R", words::KEY_REFUSE),
        ("U", words::KEY_UNDO),
    ];
    let mut line = vec![text(words::KEYS.of(language))];
    for (key, name) in keys {
        line.extend([
            text(" "),
            told("kbd", "", key),
            text(" "),
            text(name.of(language)),
        ]);
    }
    node("p", "hint", line)
}

/// Does what a key of the list is for; `at` is where one was last, and its place; `shown` is what stands there now, in its
/// order.
pub(super) fn pressed(at: Option<(Uuid, usize)>, event: &KeyboardEvent, shown: &[ModerationItem]) {
    if event.ctrl_key() || event.alt_key() || event.meta_key() || is_typing(event) {
        return;
    }
    let here = shown
        .iter()
        .position(|item| Some(item.id) == at.map(|(id, _)| id));
    // Where what one was on is gone, what came after it has its place.
    let gone = at.map_or(0, |(_, place)| place.min(shown.len().saturating_sub(1)));
    match event.key().to_lowercase().as_str() {
        "j" => go_to(shown.get(here.map_or(gone, |here| here + 1))),
        "k" => go_to(
            here.unwrap_or(gone)
                .checked_sub(1)
                .and_then(|before| shown.get(before)),
        ),
        "u" => press(UNDO),
        answer @ ("a" | "r") => {
            if let Some(item) = here.and_then(|here| shown.get(here)) {
                press(&id_of(if answer == "a" { YES } else { NO }, item.id));
            }
        }
        _ => return,
    }
    event.prevent_default();
}

fn go_to(item: Option<&ModerationItem>) {
    if let Some(item) = item {
        let row = id_of(ROW, item.id);
        browser::focus(&row);
        if let Some(row) = document().get_element_by_id(&row) {
            row.scroll_into_view();
        }
    }
}

/// Presses a button, where it is there.
fn press(id: &str) {
    let button = document().get_element_by_id(id);
    if let Some(button) = button.and_then(|button| button.dyn_into::<HtmlElement>().ok()) {
        button.click();
    }
}

/// Whether the key goes into a field.
fn is_typing(event: &KeyboardEvent) -> bool {
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<HtmlElement>().ok());
    let fields = "input:not([type=checkbox]), textarea, select";
    target.is_some_and(|target| target.id() != LIST && target.matches(fields).unwrap_or_default())
}

//! A record found by its name: what the words that are typed find, to choose one of.

use super::chooser::{Found, there};
use crate::data::{self, Loaded, Question};
use crate::ui::node::{live, node};
use aect_client::Client;
use aect_types::Resource;
use aect_words::Language;
use aect_words::pages::{editor, list};
use aect_words::phrases;
use leptos::prelude::*;

/// Typing rests for this many milliseconds before the server is asked.
const REST: i32 = 150;

/// What is found, as buttons; `choose` is done with the one that is pressed.
pub(super) fn found(
    resource: Resource,
    typed: RwSignal<String>,
    language: Language,
    choose: impl Fn(Found) + Copy + Send + 'static,
) -> AnyView {
    let question = move || {
        let words = typed.get().trim().to_owned();
        (words.chars().count() >= 2).then_some(Question {
            key: words,
            after: REST,
        })
    };
    let found: Loaded<Vec<Found>> = data::load(question, move |client: Client, words: String| {
        there(client, resource, words)
    });
    let option = move |one: &Found| {
        let (one, name) = (one.clone(), one.1.clone());
        let label = [editor::CHOOSE_ONE.of(language), " ", &name].concat();
        let press = move |_| {
            typed.set(String::new());
            choose(one.clone());
        };
        view! { <li><button type="button" class="tool" aria-label=label on:click=press>{name}</button></li> }
            .into_any()
    };
    let said = move || {
        let count = found.value.with(|found| found.as_ref().map(Vec::len))?;
        let count = u64::try_from(count).unwrap_or_default();
        Some(match count {
            0 => editor::SEARCH_NONE.of(language).to_owned(),
            count => phrases::counted(count, list::RESULTS, crate::intl::Browser(language)),
        })
    };
    let options = move || {
        let options = found
            .value
            .with(|found| found.iter().flatten().map(option).collect::<Vec<_>>());
        (!options.is_empty()).then(|| node("ul", "tags", options))
    };
    view! {
        <p class="hint" role="status">{live(said)}</p>
        {live(options)}
    }
    .into_any()
}

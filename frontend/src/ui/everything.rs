//! The search for everything: a field, and the hits by kind as one types.

use crate::data::{self, Loaded, Question};
use crate::intl::Browser;
use crate::ui::node::live;
use crate::ui::sheet::written;
use crate::ui::states;
use aect_client::Client;
use aect_types::query::limits;
use aect_types::search::SearchResults;
use aect_words::Language;
use aect_words::pages::{home, list};
use aect_words::phrases;
use leptos::prelude::*;

/// Typing rests for this many milliseconds before the server is asked.
const REST: i32 = 150;

/// The words of a field, as a question once they have come to rest.
pub(crate) fn asked(words: RwSignal<String>) -> Option<Question<String>> {
    let words = aect_pages::search::words_of(&words.get());
    (words.chars().count() >= 2).then_some(Question {
        key: words,
        after: REST,
    })
}

/// The field and what it finds, at most `shown` hits of each kind.
pub(crate) fn search(words: RwSignal<String>, shown: u16, language: Language) -> AnyView {
    let voice = Browser(language);
    let found: Loaded<SearchResults> = data::load(
        move || asked(words),
        move |client: Client, words| async move { client.search(&words, shown).await },
    );
    let results = move |results: &SearchResults| {
        let words = words.get_untracked();
        written(aect_pages::search::found(results, words.trim(), shown, voice))
    };
    let some = move || found.value.with(Option::is_some) || found.error.with(Option::is_some);
    let total = move || {
        found.value.with(|value| {
            value
                .as_ref()
                .map(|value| phrases::counted(value.total, list::RESULTS, voice))
        })
    };
    view! {
        <search class="home-search">
            <form on:submit=|event| event.prevent_default()>
                <label for="tout">{home::SEARCH_LABEL.of(language)}</label>
                <input type="search" id="tout" autocomplete="off" spellcheck="false" aria-describedby="tout-aide"
                    maxlength=limits::Q_MAX.to_string() value=words.get_untracked()
                    on:input=move |event| words.set(event_target_value(&event)) />
                <p class="hint" id="tout-aide">{home::SEARCH_HINT.of(language)}</p>
            </form>
            <p class="visually-hidden" role="status">{live(total)}</p>
            {live(move || some().then(|| view! {
                <section class="home-found" aria-label=home::SEARCH_RESULTS.of(language)>
                    {states::part(found, results)}
                </section>
            }.into_any()))}
        </search>
    }
    .into_any()
}

//! The search field and the order of a list.

use super::{State, question};
use crate::browser::document;
use crate::router::How;
use crate::ui::node::live;
use aect_types::query::ListQuery;
use aect_words::pages::{Text, list};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

/// The field: answers come as one types; Enter changes nothing.
pub(super) fn search(state: State, label: Text) -> AnyView {
    let language = state.language;
    let words = move || state.query().q.unwrap_or_default();
    let typed = move |event| {
        let query = question::with_words(&state.query_untracked(), &event_target_value(&event));
        state.typing.set_value(true);
        state.go(&query, How::Replace);
    };
    // What is typed stays as typed («bor »); only words that come from elsewhere are written into the field.
    Effect::new(move |_| {
        let words = words();
        // The application's: while it loads, the server's page has a field of that name, and somebody may type there.
        let field = document().query_selector("#app #recherche").ok().flatten();
        let field = field.and_then(|field| field.dyn_into::<HtmlInputElement>().ok());
        if let Some(field) = field.filter(|field| field.value().trim() != words) {
            field.set_value(&words);
        }
    });
    view! {
        <search class="list-search">
            <form on:submit=|event| event.prevent_default()>
                <label for="recherche">{label.of(language)}</label>
                <input type="search" id="recherche" name="q" autocomplete="off" spellcheck="false"
                    value=untrack(words) on:input=typed />
            </form>
        </search>
    }
    .into_any()
}

/// The order.
pub(super) fn order(state: State, sorts: &'static [(&'static str, Text)]) -> AnyView {
    let language = state.language;
    let chosen = move || {
        state
            .query()
            .sort
            .map_or_else(String::new, |sort| sort.to_string())
    };
    let choose = move |event| {
        let sort = event_target_value(&event).parse().ok();
        state.go(
            &ListQuery {
                sort,
                cursor: None,
                ..state.query_untracked()
            },
            How::Push,
        );
    };
    let own = move || match (state.query().q, sorts.first()) {
        (None, Some((_, name))) => name.of(language).to_owned(),
        _ => list::SORT_RANK.of(language).to_owned(),
    };
    let option = move |(sort, name): &'static (&'static str, Text)| {
        view! { <option value=*sort selected=move || chosen() == *sort>{name.of(language)}</option> }
            .into_any()
    };
    // The list's own order is also offered by name, for when words put the best first.
    let others = move || {
        let skip = usize::from(state.query().q.is_none());
        sorts.iter().skip(skip).map(option).collect::<Vec<_>>()
    };
    view! {
        <div class="order">
            <label for="ordre">{list::SORT.of(language)}</label>
            <select id="ordre" on:change=choose>
                <option value="" selected=move || chosen().is_empty()>{live(own)}</option>
                {live(others)}
            </select>
        </div>
    }
    .into_any()
}

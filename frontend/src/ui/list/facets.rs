//! The facets: for each filter its values with how many records each would give.

use super::{State, question};
use crate::browser;
use crate::intl;
use crate::labels;
use crate::names::use_names;
use crate::router::How;
use crate::ui::node::live;
use aect_pages::order;
use aect_types::page::{FacetCount, Facets};
use aect_words::pages::list;
use leptos::prelude::*;

/// Values shown before one asks for all.
const FEW: usize = 6;

/// The panel: open beside the list where there is room, folded above it where there is not.
pub(super) fn panel(state: State, facets: &'static [&'static str], counts: Memo<Facets>) -> AnyView {
    let language = state.language;
    let one = |name: &&'static str| {
        let name = *name;
        facet(
            state,
            name,
            Signal::derive(move || counts.with(|all| all.get(name).cloned().unwrap_or_default())),
        )
    };
    view! {
        <details class="facets" open=browser::matches("(min-width: 60rem)")>
            <summary class="button">{list::FILTERS.of(language)}</summary>
            <h2 class="visually-hidden">{list::FILTER_BY.of(language)}</h2>
            {facets.iter().map(one).collect_view()}
        </details>
    }
    .into_any()
}

/// One value of a facet.
#[derive(Clone, PartialEq)]
struct Choice {
    value: String,
    label: String,
    count: Option<u64>,
    chosen: bool,
}

fn facet(state: State, name: &'static str, counts: Signal<Vec<FacetCount>>) -> AnyView {
    let language = state.language;
    let names = use_names();
    let whole = RwSignal::new(false);
    let choices = Memo::new(move |_| {
        let chosen = state.query().filters.get(name).cloned().unwrap_or_default();
        let label = |value: &str| labels::value(state.resource, name, value, names, language);
        let mut choices: Vec<Choice> = counts
            .get()
            .into_iter()
            .map(|FacetCount { value, count }| Choice {
                label: label(&value),
                chosen: chosen.contains(&value),
                count: Some(count),
                value,
            })
            .collect();
        for value in &chosen {
            if !choices.iter().any(|choice| choice.value == *value) {
                choices.push(Choice {
                    label: label(value),
                    value: value.clone(),
                    count: Some(0),
                    chosen: true,
                });
            }
        }
        if name == "year" {
            choices = order::by_key(choices, |choice| choice.value.clone());
            choices.reverse();
        }
        choices
    });
    let boxes = move || {
        let whole = whole.get();
        let kept = |(rank, choice): &(usize, Choice)| whole || *rank < FEW || choice.chosen;
        choices
            .get()
            .into_iter()
            .enumerate()
            .filter(kept)
            .map(|(_, choice)| checkbox(state, name, choice))
            .collect::<Vec<_>>()
    };
    let more = move || {
        let hidden = choices.with(Vec::len) > FEW;
        hidden.then(|| {
            view! {
                <button type="button" class="facet-more" aria-expanded=move || whole.get().to_string()
                    on:click=move |_| whole.update(|whole| *whole = !*whole)>
                    {live(move || if whole.get() { list::SHOW_LESS } else { list::SHOW_ALL }.of(language).to_owned())}
                </button>
            }
            .into_any()
        })
    };
    view! {
        <fieldset class="facet" hidden=move || choices.with(Vec::is_empty)>
            <legend>{labels::filter(name).of(language)}</legend>
            {live(boxes)}
            {live(more)}
        </fieldset>
    }
    .into_any()
}

fn checkbox(state: State, name: &'static str, choice: Choice) -> AnyView {
    let Choice {
        value,
        label,
        count,
        chosen,
    } = choice;
    let count = count.map(|count| intl::number(count, state.language));
    let change = move |_| {
        state.go(
            &question::toggled(&state.query_untracked(), name, &value),
            How::Push,
        );
    };
    view! {
        <label class="facet-choice">
            <input type="checkbox" prop:checked=chosen on:change=change />
            <span class="facet-label">{label}</span>
            <span class="facet-count">{count}</span>
        </label>
    }
    .into_any()
}

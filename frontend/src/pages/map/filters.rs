//! Tabs and filters, shared by maps, tables and list.

use super::state::{MapState, Rows, Scene};
use super::{Carte, figures};
use crate::labels;
use crate::names::{Names, use_names};
use crate::router::How;
use crate::ui::node::{link, live, node};
use aect_pages::order;
use aect_types::Resource;
use aect_types::projects::{ProjectKind, ProjectStatus};
use aect_words::Language;
use aect_words::pages::{Text, map as words, shell};
use leptos::prelude::*;

/// Tabs and filters.
pub(super) fn bar(map: Carte) -> AnyView {
    node("div", "map-bar", vec![tabs(map), filters(map)])
}

fn tabs(map: Carte) -> AnyView {
    let (state, language) = (map.state, map.language);
    let list = move || {
        let href = state.with(|state| state.projects_in(None));
        link(href, words::TAB_LIST.of(language))
    };
    let tabs = vec![
        tab(map, words::TAB_WORLD, "page", Scene::World),
        tab(map, shell::REGION, "page", Scene::Region),
        live(move || {
            // The table of what is shown.
            let by = map.counted.get().by;
            tab(map, words::TAB_TABLE, "page", Scene::Table(Rows(by)))
        }),
        node("li", "", vec![live(list)]),
    ];
    view! { <nav class="tabs" aria-label=words::VIEWS.of(language)>{node("ul", "", tabs)}</nav> }.into_any()
}

/// A link to another scene under the same filters; `current` says what it is when it is shown already.
pub(super) fn tab(map: Carte, name: Text, current: &'static str, scene: Scene) -> AnyView {
    let address = move || map.state.with(|state| state.shown_as(scene)).address();
    let href = move || map.language.place(&address().href());
    let current = move || map.state.with(|state| state.scene == scene).then_some(current);
    view! { <li><a href=href aria-current=current>{name.of(map.language)}</a></li> }.into_any()
}

/// The filters that have a field here; others of the address count as well, and stay in it.
const FIELDS: [&str; 4] = ["theme", "kind", "status", "year"];

fn filters(map: Carte) -> AnyView {
    let language = map.language;
    let names = use_names();
    let codes = |codes: &'static [&'static str]| -> Vec<String> {
        codes.iter().map(|code| (*code).to_owned()).collect()
    };
    let years = figures::years(map.state);
    let values = move |name: &str| match name {
        "theme" => names.all_themes(language),
        "kind" => codes(ProjectKind::CODES),
        "status" => codes(ProjectStatus::CODES),
        _ => years.value.with(|years| {
            let rows = years
                .as_ref()
                .map(|years| years.rows.as_slice())
                .unwrap_or_default();
            let years = rows.iter().map(|row| row.value.clone()).collect();
            let mut years: Vec<String> = order::by_key(years, Clone::clone);
            years.reverse();
            years
        }),
    };
    let fields = FIELDS.map(|name| select(map, name, Box::new(move || values(name))));
    let mut parts: Vec<AnyView> = fields.into_iter().collect();
    parts.push(check(map, words::COUNT_TWINNINGS, |state| &mut state.twinnings));
    parts.push(live(move || {
        let region = map.state.with(|state| state.scene == Scene::Region);
        region.then(|| check(map, words::SHOW_ALL, |state| &mut state.all))
    }));
    node("div", "map-filters", parts)
}

fn select(map: Carte, name: &'static str, values: Box<dyn Fn() -> Vec<String> + Send>) -> AnyView {
    let (state, language, names) = (map.state, map.language, use_names());
    let chosen = move || state.with(|state| value_of(state, name));
    let choose = move |event| {
        let value = event_target_value(&event);
        map.change(How::Push, |next| {
            next.query.filters.remove(name);
            if !value.is_empty() {
                next.query = std::mem::take(&mut next.query).with(name, value);
            }
        });
    };
    let option = move |value: String| {
        let label = labels::value(Resource::Projects, name, &value, names, language);
        let given = value.clone();
        view! { <option value=given selected=move || chosen().as_deref() == Some(value.as_str())>{label}</option> }
            .into_any()
    };
    view! {
        <label class="map-filter">
            <span>{labels::filter(name).of(language)}</span>
            <select on:change=choose>
                <option value="" selected=move || chosen().is_none()>"–"</option>
                {live(move || values().into_iter().map(option).collect::<Vec<_>>())}
            </select>
        </label>
    }
    .into_any()
}

/// A choice that is on or off.
fn check(map: Carte, label: Text, part: fn(&mut MapState) -> &mut bool) -> AnyView {
    let on = move || *part(&mut map.state.get());
    let toggle = move |event| map.change(How::Push, |state| *part(state) = event_target_checked(&event));
    view! {
        <label class="map-check">
            <input type="checkbox" prop:checked=on on:change=toggle />
            <span>{label.of(map.language)}</span>
        </label>
    }
    .into_any()
}

fn value_of(state: &MapState, name: &str) -> Option<String> {
    let values = state.query.filters.get(name)?;
    values.first().cloned()
}

/// The filters in words, for paper and pictures: «Thématique : Eau · Année : 2016».
pub(super) fn described(state: &MapState, names: Names, language: Language) -> String {
    let mut said = Vec::new();
    for (name, values) in &state.query.filters {
        for value in values {
            let value = labels::value(Resource::Projects, name, value, names, language);
            said.push(format!("{}\u{a0}: {value}", labels::filter(name).of(language)));
        }
    }
    if let Some(q) = &state.query.q {
        said.push(format!("«\u{a0}{q}\u{a0}»"));
    }
    if state.twinnings {
        said.push(words::TWINNINGS_COUNTED.of(language).to_owned());
    }
    said.join(" · ")
}

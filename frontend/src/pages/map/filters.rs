//! Tabs and filters, shared by maps, tables and list.

use super::state::{MapState, Rows, Scene};
use super::{Carte, figures};
use crate::labels;
use crate::names::{Names, use_names};
use crate::order;
use crate::router::How;
use crate::ui::node::{link, live, node};
use aect_types::Resource;
use aect_types::projects::{ProjectKind, ProjectStatus};
use aect_words::Language;
use aect_words::pages::{Text, map as words, shell};
use leptos::prelude::*;

/// Tabs and filters.
pub(super) fn bar(map: Carte) -> AnyView {
    view! { <div class="map-bar">{tabs(map)}{filters(map)}</div> }.into_any()
}

fn tabs(map: Carte) -> AnyView {
    let (state, language) = (map.state, map.language);
    let tab = move |name: Text, scene: fn(Scene) -> Scene| {
        let target = move || state.with(|state| scene(state.scene));
        let href = move || state.with(|state| state.shown_as(target())).address().href();
        let current = move || state.with(|state| state.scene == target()).then_some("page");
        view! { <li><a href=href aria-current=current>{name.of(language)}</a></li> }.into_any()
    };
    let list = move || {
        let href = state.with(|state| state.projects_in(None));
        link(href, words::TAB_LIST.of(language))
    };
    let tabs = vec![
        tab(words::TAB_WORLD, |_| Scene::World),
        tab(shell::REGION, |_| Scene::Region),
        tab(words::TAB_TABLE, |scene| Scene::Table(Rows(scene.by()))),
        node("li", "", vec![live(list)]),
    ];
    view! { <nav class="tabs" aria-label=words::VIEWS.of(language)>{node("ul", "", tabs)}</nav> }.into_any()
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
    view! {
        <div class="map-filters">
            {fields.into_iter().collect::<Vec<_>>()}
            {check(map, words::COUNT_TWINNINGS, |state| &mut state.twinnings)}
            {live(move || {
                let region = map.state.with(|state| state.scene == Scene::Region);
                region.then(|| check(map, words::SHOW_ALL, |state| &mut state.all))
            })}
        </div>
    }
    .into_any()
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

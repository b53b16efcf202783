//! Carte: the world by country, as a map and as a table under the same address.

mod canvas;
mod gestures;
mod panel;
mod plane;
mod state;
mod table;

use crate::browser;
use crate::data::{self, Loaded, Question};
use crate::labels;
use crate::names::use_names;
use crate::router::{How, use_router};
use crate::routes;
use crate::ui::heading::heading;
use crate::ui::node::live;
use crate::ui::{states, tools};
use aect_client::Client;
use aect_types::Resource;
use aect_types::projects::{ProjectKind, ProjectStatus};
use aect_types::resource::Format;
use aect_types::stats::{Stats, StatsBy, StatsRow};
use aect_words::Language;
use aect_words::pages::{Text, map as words, shell};
use leptos::prelude::*;
use plane::World;
use state::MapState;
use std::sync::Arc;

/// The page.
pub(crate) fn page(language: Language) -> AnyView {
    let router = use_router();
    let state = Memo::new(move |before: Option<&MapState>| {
        router.address.with(|address| match before {
            Some(before) if address.path != routes::MAP => before.clone(),
            _ => MapState::read(address),
        })
    });
    let query = Memo::new(move |_| state.with(|state| state.query.clone()));
    let figures: Loaded<Stats> = data::load(
        move || Some(Question::now(query.get())),
        |client: Client, query| async move { client.stats(StatsBy::Country, &query).await },
    );
    let world: Loaded<Arc<World>> = data::load_once(|client: Client| async move {
        let origin = browser::window().location().origin().unwrap_or_default();
        let address = format!("{origin}{}", browser::meta("aect-world").unwrap_or_default());
        client.json::<World>(&address).await.map(Arc::new)
    });
    let table = Memo::new(move |_| state.with(|state| state.table));
    let shown = move || {
        if table.get() {
            states::part(figures, move |figures| {
                table::table(&state.get(), figures, language)
            })
        } else {
            states::part(world, move |world| {
                canvas::canvas(Arc::clone(world), state, figures.value, language)
            })
        }
    };
    let failed = move || {
        figures
            .error
            .get()
            .map(|error| states::failure(&error, move || figures.retry()))
    };
    view! {
        {heading(words::TITLE.of(language).to_owned(), language)}
        <p class="lead">{words::INTRODUCTION.of(language)}</p>
        <a class="skip skip-map" href="#apres-la-carte">{words::SKIP.of(language)}</a>
        <div class="map-bar">{tabs(state, language)}{filters(state, language)}</div>
        {live(failed)}
        <div class="map-page">
            <div class="map-main">{live(shown)}</div>
            {panel::panel(state, figures.value, language)}
        </div>
        <p class="small" id="apres-la-carte" tabindex="-1">{words::BORDERS.of(language)}</p>
        {tools::tools(move || exports(&state.get()))}
    }
    .into_any()
}

/// What the map counts, as lists: every project under its filters.
fn exports(state: &MapState) -> Vec<(Text, String)> {
    let client: Client = expect_context();
    let address = |format| client.site().list(Resource::Projects, Some(format), &state.query);
    vec![
        (shell::EXPORT_GEOJSON, address(Format::GeoJson)),
        (shell::EXPORT_CSV, address(Format::Csv)),
    ]
}

/// Goes to another state of the map.
fn go(state: &MapState, how: How) {
    use_router().go_with(&state.address(), Vec::new(), how);
}

fn tabs(state: Memo<MapState>, language: Language) -> AnyView {
    let tab = move |table: bool, name: Text| {
        let href = move || MapState { table, ..state.get() }.address().href();
        let current = move || state.with(|state| state.table == table).then_some("page");
        view! { <li><a href=href aria-current=current>{name.of(language)}</a></li> }
    };
    view! {
        <nav class="tabs" aria-label=words::VIEWS.of(language)>
            <ul>{tab(false, words::TAB_MAP)}{tab(true, words::TAB_TABLE)}</ul>
        </nav>
    }
    .into_any()
}

/// Theme, kind and status; and whether twinnings count.
fn filters(state: Memo<MapState>, language: Language) -> AnyView {
    let names = use_names();
    let select = move |name: &'static str, values: Signal<Vec<String>>| {
        let chosen = move || {
            state.with(|state| {
                state
                    .query
                    .filters
                    .get(name)
                    .and_then(|values| values.first().cloned())
            })
        };
        let choose = move |event| {
            let value = event_target_value(&event);
            let mut next = state.get_untracked();
            next.query.filters.remove(name);
            if !value.is_empty() {
                next.query = next.query.with(name, value);
            }
            go(&next, How::Push);
        };
        let option = move |value: String| {
            let label = labels::value(Resource::Projects, name, &value, names, language);
            let given = value.clone();
            view! { <option value=given selected=move || chosen().as_deref() == Some(value.as_str())>{label}</option> }.into_any()
        };
        view! {
            <label class="map-filter">
                <span>{labels::filter(name).of(language)}</span>
                <select on:change=choose>
                    <option value="" selected=move || chosen().is_none()>"–"</option>
                    {live(move || values.get().into_iter().map(option).collect::<Vec<_>>())}
                </select>
            </label>
        }
    };
    let codes = |codes: &'static [&'static str]| {
        Signal::derive(move || {
            codes
                .iter()
                .map(|code| (*code).to_owned())
                .collect::<Vec<String>>()
        })
    };
    let themes = Signal::derive(move || names.all_themes(language));
    let toggle = move |event| {
        let twinnings = event_target_checked(&event);
        go(
            &MapState {
                twinnings,
                ..state.get_untracked()
            },
            How::Push,
        );
    };
    view! {
        <div class="map-filters">
            {select("theme", themes)}
            {select("kind", codes(ProjectKind::CODES))}
            {select("status", codes(ProjectStatus::CODES))}
            <label class="map-check">
                <input type="checkbox" prop:checked=move || state.with(|state| state.twinnings) on:change=toggle />
                <span>{words::COUNT_TWINNINGS.of(language)}</span>
            </label>
        </div>
    }
    .into_any()
}

/// What a row of the figures counts, as the map is asked to count.
fn counted(row: &StatsRow, twinnings: bool) -> u64 {
    let unconfirmed = if twinnings {
        row.figure.twinnings_to_confirm
    } else {
        0
    };
    row.figure.projects + unconfirmed
}

//! The panel of a country, department or collectivity: who acts there, with both numbers and the lists they count.

use super::figures::{self, Asked, Figures};
use super::state::{MapState, Place};
use super::{Carte, spots};
use crate::data::{self, Loaded, Question};
use crate::intl::Browser;
use crate::names::use_names;
use crate::routes;
use crate::ui::node::{link, live, node, text, told};
use crate::ui::sheet::written;
use crate::ui::states;
use aect_client::Client;
use aect_pages::rows;
use aect_types::Page;
use aect_types::projects::{Project, ProjectSummary};
use aect_types::query::ListQuery;
use aect_types::stats::StatsBy;
use aect_words::Language;
use aect_words::pages::{list, map as words};
use aect_words::phrases;
use leptos::prelude::*;

/// Projects shown in the panel.
const SHOWN: u16 = 5;
/// The heading's identifier.
pub(super) const HEADING: &str = "lieu";

/// The panel; an invitation while nothing is open.
pub(super) fn panel(map: Carte, figures: Figures) -> AnyView {
    let (state, language) = (map.state, map.language);
    let opened = figures::asked(state, |state| {
        let place = state.open.clone()?;
        let query = ListQuery {
            limit: Some(SHOWN),
            ..state.query_in(&place)
        };
        Some(Asked { place, query })
    });
    let loaded: Loaded<Page<ProjectSummary>> = data::load(
        move || opened.get().map(Question::now),
        |client: Client, Asked { query, .. }| async move { client.list::<Project>(&query).await },
    );
    let shown = move || match opened.get() {
        None => told("p", "map-invitation", invitation(&state.get()).of(language)),
        Some(Asked { place, .. }) => place_panel(&place, map, figures, loaded),
    };
    view! { <aside class="map-panel" aria-label=words::PANEL.of(language)>{live(shown)}</aside> }.into_any()
}

fn invitation(state: &MapState) -> aect_words::pages::Text {
    match state.scene.by() {
        StatsBy::Country => words::PANEL_EMPTY,
        _ => words::PANEL_EMPTY_REGION,
    }
}

fn place_panel(place: &Place, map: Carte, figures: Figures, loaded: Loaded<Page<ProjectSummary>>) -> AnyView {
    let language = map.language;
    let names = use_names();
    let name = {
        let place = place.clone();
        move || spots::name(&place, names, figures, language)
    };
    let links = {
        let place = place.clone();
        move || {
            let found = loaded.value.with(|page| {
                let page = page.as_ref()?;
                Some((page.total, page.left_out.unwrap_or_default()))
            });
            let state = map.state.get();
            found.map(|counts| counts_of(&place, counts, &state, language))
        }
    };
    view! {
        <div class="map-panel-head">
            <h2 id=HEADING tabindex="-1">{live(name)}</h2>
            <button type="button" class="tool" on:click=move |_| map.close()>{words::CLOSE.of(language)}</button>
        </div>
        {live(links)}
        {further(place, language)}
        {states::part(loaded, move |page| {
            let items = page.items.iter().map(|item| rows::project(item, Browser(language)));
            // A list of nothing would still be announced, and ruled.
            if page.items.is_empty() { text("") } else { written(rows::rows(items)) }
        })}
    }
    .into_any()
}

/// Both numbers, each with the list it counts.
fn counts_of(place: &Place, counts: (u64, u64), state: &MapState, language: Language) -> AnyView {
    let entries = [
        (counts.0, list::PROJECTS, state.projects_in(Some(place))),
        (counts.1, list::TWINNINGS_TO_CONFIRM, state.twinnings_in(place)),
    ];
    let mut items = Vec::new();
    for (count, noun, href) in entries {
        if count > 0 {
            let said = phrases::counted(count, noun, Browser(language));
            items.push(node("li", "", vec![link(href, said)]));
        }
    }
    if items.is_empty() {
        return told("p", "", words::NOTHING_THERE.of(language));
    }
    node("ul", "plain", items)
}

/// What else there is on the place.
fn further(place: &Place, language: Language) -> AnyView {
    let Place { by, value } = place;
    let (href, said) = match by {
        StatsBy::Collectivity => (routes::collectivity(value), words::SEE_RECORD),
        by => (
            format!("{}?{by}={value}", routes::COLLECTIVITIES),
            words::SEE_COLLECTIVITIES,
        ),
    };
    node("p", "map-further", vec![link(href, said.of(language))])
}

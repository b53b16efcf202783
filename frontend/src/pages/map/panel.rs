//! The panel of a country: who acts there, with both numbers and the lists they count.

use super::state::MapState;
use super::{counted, go};
use crate::browser;
use crate::data::{self, Loaded, Question};
use crate::intl;
use crate::intl::Browser;
use crate::router::How;
use crate::routes;
use crate::ui::node::{link, live, node, told};
use crate::ui::sheet::written;
use crate::ui::states;
use aect_client::Client;
use aect_pages::rows;
use aect_types::projects::{Project, ProjectSummary};
use aect_types::query::ListQuery;
use aect_types::stats::Stats;
use aect_types::{CountryCode, Page};
use aect_words::Language;
use aect_words::pages::{list, map as words};
use aect_words::phrases;
use leptos::prelude::*;

/// Projects shown in the panel.
const SHOWN: u16 = 5;

/// The panel; an invitation while no country is open.
pub(super) fn panel(state: Memo<MapState>, figures: RwSignal<Option<Stats>>, language: Language) -> AnyView {
    let open = Memo::new(move |_| state.with(|state| state.country.clone()));
    let loaded: Loaded<Page<ProjectSummary>> = data::load(
        move || {
            let country = open.get()?;
            let query = state.with(|state| ListQuery {
                limit: Some(SHOWN),
                ..state.query.clone()
            });
            Some(Question::now(query.with("country", country)))
        },
        |client: Client, query| async move { client.list::<Project>(&query).await },
    );
    let shown = move || match open.get() {
        None => told("p", "map-invitation", words::PANEL_EMPTY.of(language)),
        Some(country) => country_panel(&country, state, figures, loaded, language),
    };
    view! { <aside class="map-panel">{live(shown)}</aside> }.into_any()
}

fn country_panel(
    country: &CountryCode,
    state: Memo<MapState>,
    figures: RwSignal<Option<Stats>>,
    loaded: Loaded<Page<ProjectSummary>>,
    language: Language,
) -> AnyView {
    let code = country.to_string();
    let close = move |_| {
        go(
            &MapState {
                country: None,
                ..state.get_untracked()
            },
            How::Push,
        );
        browser::focus("carte");
    };
    let counts = {
        let code = code.clone();
        move || {
            let figure = figures.with(|figures| {
                let rows = figures
                    .as_ref()
                    .map(|figures| figures.rows.as_slice())
                    .unwrap_or_default();
                rows.iter().find(|row| row.value == code).cloned()
            });
            let Some(row) = figure.filter(|row| counted(row, true) > 0) else {
                return told("p", "", words::NOTHING_THERE.of(language));
            };
            let state = state.get();
            let links = [
                (row.figure.projects, list::PROJECTS, state.projects_in(&code)),
                (
                    row.figure.twinnings_to_confirm,
                    list::TWINNINGS_TO_CONFIRM,
                    state.twinnings_in(&code),
                ),
            ];
            let mut items = Vec::new();
            for (count, noun, href) in links {
                if count > 0 {
                    items.push(node(
                        "li",
                        "",
                        vec![link(href, phrases::counted(count, noun, Browser(language)))],
                    ));
                }
            }
            let collectivities = format!("{}?country={code}", routes::COLLECTIVITIES);
            items.push(node(
                "li",
                "",
                vec![link(collectivities, words::SEE_COLLECTIVITIES.of(language))],
            ));
            node("ul", "plain", items)
        }
    };
    view! {
        <div class="map-panel-head">
            <h2 id="pays" tabindex="-1">{intl::country(&code, language)}</h2>
            <button type="button" class="tool" on:click=close>{words::CLOSE.of(language)}</button>
        </div>
        {live(counts)}
        {states::part(loaded, move |page| {
            written(rows::rows(page.items.iter().map(|item| rows::project(item, Browser(language)))))
        })}
    }
    .into_any()
}

//! Carte: the world by country and the region by department and collectivity, as maps and as tables under the same
//! address.

mod canvas;
mod controls;
mod drawing;
mod figures;
mod filters;
mod gestures;
mod markup;
mod panel;
mod plane;
mod points;
mod sheet;
mod spots;
mod state;
mod table;
mod takeaway;
mod view;

use crate::browser;
use crate::data::{self, Loaded, Question};
use crate::names::use_names;
use crate::router::{How, Router, use_router};
use crate::routes;
use crate::ui::heading::heading;
use crate::ui::node::{linked, live, node, told};
use crate::ui::{states, tools};
use aect_client::Client;
use aect_types::Resource;
use aect_types::resource::Format;
use aect_types::stats::StatsBy;
use aect_words::Language;
use aect_words::pages::{Text, map as words};
use figures::Figures;
use leptos::prelude::*;
use plane::Outlines;
use state::{MapState, Scene};
use std::sync::Arc;
use std::time::Duration;
use view::At;

/// The address follows what is seen once it has come to rest.
const REST: Duration = Duration::from_millis(200);

/// What of the state the drawing depends on: it stays as it is while places are opened and the map is moved.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Counted {
    by: StatsBy,
    twinnings: bool,
    all: bool,
}

/// The map of the page: its state, and what is seen of it.
#[derive(Clone, Copy)]
struct Carte {
    /// Kept apart: the map is copied wherever it is drawn, and this is most of it.
    router: StoredValue<Router>,
    state: Memo<MapState>,
    counted: Memo<Counted>,
    /// What is seen; ahead of the address while somebody moves the map.
    at: RwSignal<Option<At>>,
    /// Writes the address when the map has come to rest.
    timer: StoredValue<Option<TimeoutHandle>, LocalStorage>,
    language: Language,
}

impl Carte {
    fn new(language: Language) -> Self {
        let router = use_router();
        let state = Memo::new(move |before: Option<&MapState>| {
            router.address.with(|address| match before {
                Some(before) if address.path != routes::MAP => before.clone(),
                _ => MapState::read(address),
            })
        });
        let map = Self {
            router: StoredValue::new(router),
            state,
            counted: Memo::new(move |_| {
                state.with(|state| Counted {
                    by: state.scene.by(),
                    twinnings: state.twinnings,
                    all: state.all,
                })
            }),
            at: RwSignal::new(state.with_untracked(|state| state.at)),
            timer: StoredValue::new_local(None),
            language,
        };
        // Every change of the state says what is seen: only another address brings another view.
        Effect::new(move |_| {
            let at = state.with(|state| state.at);
            if map.at.get_untracked() != at {
                map.at.set(at);
            }
        });
        on_cleanup(move || map.wait_no_more());
        map
    }

    /// Goes to another state; what is seen stays.
    fn change(self, how: How, edit: impl FnOnce(&mut MapState)) {
        self.wait_no_more();
        let mut next = self.state.get_untracked();
        next.at = self.at.get_untracked();
        edit(&mut next);
        let router = self.router.get_value();
        router.go_with(&next.address(), Vec::new(), how);
    }

    /// Shows a part of the map, or what it opens on; the address follows without a new entry of the history.
    fn look_at(self, at: Option<At>) {
        self.at.set(at);
        self.wait_no_more();
        let timer = set_timeout_with_handle(move || self.change(How::Replace, |_| ()), REST);
        self.timer.set_value(timer.ok());
    }

    fn wait_no_more(self) {
        if let Some(timer) = self.timer.try_update_value(Option::take).flatten() {
            timer.clear();
        }
    }

    fn close(self) {
        self.change(How::Push, |state| state.open = None);
        browser::focus(drawing::FRAME);
    }
}

/// The page.
pub(crate) fn page(language: Language) -> AnyView {
    let map = Carte::new(language);
    let state = map.state;
    let figures = Figures::load(state);
    let scene = Memo::new(move |_| state.with(|state| state.scene));
    let names = use_names();
    let shown = move || match scene.get() {
        Scene::World | Scene::Region => drawn(map, figures),
        Scene::Table(_) => states::part(figures.areas, move |stats| {
            let sheet = state.with(|state| sheet::sheet(state, stats, figures, names, language));
            table::table(sheet.as_ref(), map)
        }),
    };
    let failed = move || {
        let error = figures.error();
        error.map(|error| states::failure(&error, move || figures.retry()))
    };
    let escape = move |event: web_sys::KeyboardEvent| {
        if event.key() == "Escape" && state.with_untracked(|state| state.open.is_some()) {
            map.close();
        }
    };
    let described = move || filters::described(&state.get(), names, language);
    view! {
        {heading(words::TITLE.of(language).to_owned(), language)}
        {told("p", "lead", words::INTRODUCTION.of(language))}
        {linked("#apres-la-carte", "skip skip-map", words::SKIP.of(language).to_owned())}
        {filters::bar(map)}
        {node("p", "map-said", vec![live(described)])}
        {live(failed)}
        <div class="map-page" on:keydown=escape>
            <div class="map-main" class:map-main-region=move || scene.get() == Scene::Region>{live(shown)}</div>
            {panel::panel(map, figures)}
        </div>
        <p class="small map-source" id="apres-la-carte" tabindex="-1">{words::BORDERS.of(language)}</p>
        {told("p", "small map-source", words::SOURCES.of(language))}
        {told("p", "small no-print", words::KEYS.of(language))}
        {tools::tools_with(move || exports(&state.get()), takeaway::entries(map, figures))}
    }
    .into_any()
}

/// The outlines of the scene, fetched when it is first shown, and the map on them.
fn drawn(map: Carte, figures: Figures) -> AnyView {
    let region = map.state.with_untracked(|state| state.scene == Scene::Region);
    let outlines: Loaded<Arc<Outlines>> = data::load(
        move || Some(Question::now(if region { "aect-region" } else { "aect-world" })),
        |client: Client, name| async move {
            let origin = browser::window().location().origin().unwrap_or_default();
            let address = format!("{origin}{}", browser::meta(name).unwrap_or_default());
            client.json::<Outlines>(&address).await.map(Arc::new)
        },
    );
    states::part(outlines, move |outlines| canvas::canvas(map, outlines, figures))
}

/// What the map counts, as lists: every project under its filters.
fn exports(state: &MapState) -> Vec<(Text, String)> {
    let client: Client = expect_context();
    let address = |format| client.site().list(Resource::Projects, Some(format), &state.query);
    vec![
        (words::EXPORT_PROJECTS_GEOJSON, address(Format::GeoJson)),
        (words::EXPORT_PROJECTS_CSV, address(Format::Csv)),
    ]
}

//! Accueil: one search for everything, three doors, figures, the next events, and «is mine here?».

use crate::data::{self, Loaded};
use crate::intl::Browser;
use crate::routes;
use crate::ui::heading::heading;
use crate::ui::node::live;
use crate::ui::sheet::{Api, written};
use crate::ui::{everything, states};
use aect_client::Client;
use aect_pages::home::Events;
use aect_pages::{Voice as _, rows};
use aect_types::Page;
use aect_types::collectivities::{Collectivity, CollectivitySummary};
use aect_types::query::ListQuery;
use aect_types::stats::{Stats, StatsBy};
use aect_words::Language;
use aect_words::pages::{home, list};
use aect_words::platform::Wording;
use futures_util::future::try_join;
use leptos::prelude::*;

/// The page.
pub(crate) fn page(language: Language) -> AnyView {
    view! {
        <div class="hero">
            <div class="hero-words">
                {heading(home::TITLE.of(language).to_owned(), language)}
                <p class="lead">{Browser(language).says(Wording::Introduction)}</p>
                {everything::search(RwSignal::new(String::new()), 4, language)}
            </div>
            {picture()}
        </div>
        {written(aect_pages::home::doors(Browser(language)))}
        <div class="home-columns">
            {figures(language)}
            {events(language)}
            {referenced(language)}
        </div>
    }
    .into_any()
}

/// Links that leave the region for the world; says nothing that the words do not.
const PICTURE: &str = concat!(
    r#"<g class="hero-globe"><circle cx="120" cy="110" r="96"/>"#,
    r#"<path d="M24 110h192M36 62h168M36 158h168M120 14c-66 58-66 134 0 192M120 14c66 58 66 134 0 192M120 14v192"/></g>"#,
    r#"<path class="hero-link" d="M74 104C80 60 130 34 186 30M74 104C110 80 170 78 214 96M74 104C100 124 150 146 200 152"/>"#,
    r#"<path class="hero-link" d="M74 104C82 140 104 178 140 196M74 104C60 130 44 160 40 190M74 104C60 80 44 60 22 50"/>"#,
    r#"<g class="hero-end"><circle cx="186" cy="30" r="5"/><circle cx="214" cy="96" r="5"/><circle cx="200" cy="152" r="5"/>"#,
    r#"<circle cx="140" cy="196" r="5"/><circle cx="40" cy="190" r="5"/><circle cx="22" cy="50" r="5"/></g>"#,
    r#"<circle class="hero-home" cx="74" cy="104" r="9"/>"#,
);

fn picture() -> AnyView {
    view! { <svg class="hero-picture" viewBox="0 0 240 220" aria-hidden="true" inner_html=PICTURE></svg> }
        .into_any()
}

fn figures(language: Language) -> AnyView {
    let loaded: Loaded<(Stats, u64, u64)> = data::load_once(|client: Client| async move {
        let none = ListQuery {
            limit: Some(1),
            ..ListQuery::default()
        };
        let active = none.clone().with("active", "true");
        let lists = try_join(
            client.list::<Collectivity>(&none),
            client.list::<Collectivity>(&active),
        );
        let everything = ListQuery::default();
        let (stats, (all, active)) = try_join(client.stats(StatsBy::Country, &everything), lists).await?;
        Ok((stats, all.total, active.total))
    });
    view! {
        <section>
            <h2>{home::FIGURES.of(language)}</h2>
            {states::part(loaded, move |(stats, all, active)| {
                let countries = stats.rows.iter().filter(|row| row.figure.projects > 0).count();
                let countries = u64::try_from(countries).unwrap_or(u64::MAX);
                figures_shown(stats, *all, *active, countries, Browser(language))
            })}
            <p class="small">{home::FIGURES_NOTE.of(language)}</p>
        </section>
    }
    .into_any()
}

fn figures_shown(stats: &Stats, all: u64, active: u64, countries: u64, voice: Browser) -> AnyView {
    use aect_pages::rows::figure;
    let twinnings = format!("{}?to_confirm=true&kind=twinning", routes::PROJECTS);
    let table = format!("{}?view=tableau", routes::MAP);
    let actives = format!("{}?active=true", routes::COLLECTIVITIES);
    written(maud::html! {
        ul.figures {
            (figure(routes::PROJECTS, stats.all.projects, list::PROJECTS, voice))
            (figure(&table, countries, list::COUNTRIES, voice))
            (figure(&actives, active, list::ACTIVE_COLLECTIVITIES, voice))
            (figure(&twinnings, stats.all.twinnings_to_confirm, list::TWINNINGS_TO_CONFIRM, voice))
            (figure(routes::COLLECTIVITIES, all, list::LISTED_COLLECTIVITIES, voice))
        }
    })
}

/// The events to come, or else the last ones.
fn events(language: Language) -> AnyView {
    let voice = Browser(language);
    let loaded: Loaded<Events> =
        data::load_once(
            move |client: Client| async move { aect_pages::home::events(&Api(client), voice).await },
        );
    view! {
        <section>
            <h2>{home::EVENTS.of(language)}</h2>
            {states::part(loaded, move |events| written(aect_pages::home::events_shown(events, voice)))}
        </section>
    }
    .into_any()
}

fn referenced(language: Language) -> AnyView {
    let words = RwSignal::new(String::new());
    let found: Loaded<Page<CollectivitySummary>> = data::load(
        move || everything::asked(words),
        |client: Client, words| async move {
            client
                .list::<Collectivity>(&ListQuery {
                    q: Some(words),
                    limit: Some(5),
                    ..ListQuery::default()
                })
                .await
        },
    );
    let answer = move |page: &Page<CollectivitySummary>| {
        let said = match page.items.len() {
            0 => home::REFERENCED_NO,
            1 => home::REFERENCED_YES,
            _ => home::REFERENCED_CHOICE,
        };
        let rows = page
            .items
            .iter()
            .map(|item| rows::collectivity(item, Browser(language)));
        written(maud::html! { p { (said.of(language)) } (rows::rows(rows)) })
    };
    let some = move || found.value.with(Option::is_some) || found.error.with(Option::is_some);
    view! {
        <section>
            <h2>{home::REFERENCED.of(language)}</h2>
            <p>{home::REFERENCED_INTRODUCTION.of(language)}</p>
            <form on:submit=|event| event.prevent_default()>
                <label for="mienne">{home::REFERENCED_LABEL.of(language)}</label>
                <input type="search" id="mienne" autocomplete="off" spellcheck="false"
                    on:input=move |event| words.set(event_target_value(&event)) />
            </form>
            <div aria-live="polite">{live(move || some().then(|| states::part(found, answer)))}</div>
        </section>
    }
    .into_any()
}

//! Accueil: one search for everything, three doors, figures, the next events, and «is mine here?».

use crate::data::{self, Loaded, Question};
use crate::intl::Browser;
use crate::phrases;
use crate::routes;
use crate::ui::heading::heading;
use crate::ui::node::{link, live, node, present, text, told};
use crate::ui::{rows, states};
use aect_client::Client;
use aect_types::collectivities::{Collectivity, CollectivitySummary};
use aect_types::events::{Event, EventSummary};
use aect_types::query::{ListQuery, limits};
use aect_types::search::{SearchGroup, SearchHit, SearchResults};
use aect_types::stats::{Stats, StatsBy};
use aect_types::{Page, PartialDate, Resource};
use aect_words::Language;
use aect_words::pages::{Counted, Text, home, list, shell};
use futures_util::future::try_join;
use leptos::prelude::*;

/// Typing rests for this many milliseconds before the server is asked.
const REST: i32 = 150;

/// The page.
pub(crate) fn page(language: Language) -> AnyView {
    view! {
        <div class="hero">
            <div class="hero-words">
                {heading(home::TITLE.of(language).to_owned(), language)}
                <p class="lead">{home::INTRODUCTION.of(language)}</p>
                {search(language)}
            </div>
            {picture()}
        </div>
        {doors(language)}
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

/// The words of a field, as a question once they have come to rest.
fn asked(words: RwSignal<String>) -> Option<Question<String>> {
    let longest = limits::Q_MAX;
    let words: String = words.get().trim().chars().take(longest).collect();
    (words.chars().count() >= 2).then_some(Question {
        key: words,
        after: REST,
    })
}

fn search(language: Language) -> AnyView {
    let words = RwSignal::new(String::new());
    let found: Loaded<SearchResults> = data::load(
        move || asked(words),
        |client: Client, words| async move { client.search(&words, 4).await },
    );
    let group = move |group: &SearchGroup| {
        let all = all_of(group.resource, &words.get_untracked()).filter(|_| group.total > 4);
        let all = all.map(|href| {
            let count = crate::intl::number(group.total, language);
            node(
                "p",
                "",
                vec![link(href, format!("{} ({count})", home::SEE_ALL.of(language)))],
            )
        });
        let hits = group.hits.iter().map(|item| hit(group.resource, item)).collect();
        let heading = told("h2", "", name_of(group.resource).of(language));
        node(
            "section",
            "found",
            present([Some(heading), Some(node("ul", "", hits)), all]),
        )
    };
    let results = move |results: &SearchResults| {
        if results.groups.is_empty() {
            return told("p", "", home::SEARCH_NOTHING.of(language));
        }
        node("div", "found-groups", results.groups.iter().map(group).collect())
    };
    let some = move || found.value.with(Option::is_some) || found.error.with(Option::is_some);
    let total = move || {
        found.value.with(|value| {
            value
                .as_ref()
                .map(|value| phrases::counted(value.total, list::RESULTS, Browser(language)))
        })
    };
    view! {
        <search class="home-search">
            <form on:submit=|event| event.prevent_default()>
                <label for="tout">{home::SEARCH_LABEL.of(language)}</label>
                <input type="search" id="tout" autocomplete="off" spellcheck="false" aria-describedby="tout-aide"
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

const fn name_of(resource: Resource) -> Text {
    match resource {
        Resource::Collectivities => home::RESOURCE_COLLECTIVITIES,
        Resource::Actors => home::RESOURCE_ACTORS,
        Resource::PartnerAuthorities => home::RESOURCE_PARTNERS,
        Resource::Projects => home::RESOURCE_PROJECTS,
        Resource::Events => home::RESOURCE_EVENTS,
        Resource::ThematicGroups => home::RESOURCE_GROUPS,
        Resource::Themes => home::RESOURCE_THEMES,
        Resource::Countries => home::RESOURCE_COUNTRIES,
        Resource::Sdgs => home::RESOURCE_SDGS,
        Resource::DacSectors => home::RESOURCE_SECTORS,
    }
}

fn hit(resource: Resource, hit: &SearchHit) -> AnyView {
    let slug = hit.slug.as_str();
    let projects = |filter: &str| Some(format!("{}?{filter}={slug}", routes::PROJECTS));
    let href = match resource {
        Resource::Collectivities => Some(routes::collectivity(slug)),
        Resource::Projects => Some(routes::project(slug)),
        Resource::Themes => projects("theme"),
        Resource::Actors => projects("actor"),
        Resource::PartnerAuthorities => projects("partner_authority"),
        // The hint of a country is its code.
        Resource::Countries => Some(format!("{}?country={}", routes::MAP, hit.hint)),
        Resource::Sdgs => projects("sdg"),
        Resource::DacSectors => projects("dac_sector"),
        // Their pages come with the agenda and the groups.
        Resource::Events | Resource::ThematicGroups => None,
    };
    let name = match href {
        Some(href) => link(href, hit.name.clone()),
        None => text(hit.name.clone()),
    };
    node(
        "li",
        "",
        vec![name, text(" "), told("span", "hint", hit.hint.clone())],
    )
}

fn all_of(resource: Resource, words: &str) -> Option<String> {
    let path = match resource {
        Resource::Collectivities => routes::COLLECTIVITIES,
        Resource::Projects => routes::PROJECTS,
        _ => return None,
    };
    Some(crate::address::Address::with_pairs(path, [("q", words)]).href())
}

fn doors(language: Language) -> AnyView {
    let doors = [
        (routes::MAP, shell::MAP, home::DOOR_MAP),
        (routes::COLLECTIVITIES, shell::DIRECTORY, home::DOOR_DIRECTORY),
        (routes::PROJECTS, shell::PROJECTS, home::DOOR_PROJECTS),
    ];
    let door = |(path, name, about): (&'static str, Text, Text)| {
        let heading = node("h3", "", vec![link(path, name.of(language))]);
        node(
            "li",
            "card door",
            vec![heading, told("p", "", about.of(language))],
        )
    };
    let parts = vec![
        told("h2", "visually-hidden", home::DOORS.of(language)),
        node("ul", "cards cards-three", doors.map(door).into()),
    ];
    node("section", "", parts)
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
    let figure = move |count: u64, noun: Counted, href: &str| {
        let number = told("strong", "", crate::intl::number(count, language));
        let figure = vec![number, text(" "), told("span", "", noun.form(count, language))];
        let link = view! { <a class="figure" href=href.to_owned()>{figure}</a> };
        node("li", "", vec![link.into_any()])
    };
    view! {
        <section>
            <h2>{home::FIGURES.of(language)}</h2>
            {states::part(loaded, move |(stats, all, active)| {
                let countries = stats.rows.iter().filter(|row| row.figure.projects > 0).count();
                let countries = u64::try_from(countries).unwrap_or(u64::MAX);
                let twinnings = format!("{}?to_confirm=true&kind=twinning", routes::PROJECTS);
                let figures = vec![figure(stats.all.projects, list::PROJECTS, routes::PROJECTS), figure(countries, list::COUNTRIES, &format!("{}?view=tableau", routes::MAP)), figure(*active, list::ACTIVE_COLLECTIVITIES, &format!("{}?active=true", routes::COLLECTIVITIES)), figure(stats.all.twinnings_to_confirm, list::TWINNINGS_TO_CONFIRM, &twinnings), figure(*all, list::LISTED_COLLECTIVITIES, routes::COLLECTIVITIES)];
 node("ul", "figures", figures)
            })}
            <p class="small">{home::FIGURES_NOTE.of(language)}</p>
        </section>
    }
    .into_any()
}

/// The events to come, or else the last ones.
fn events(language: Language) -> AnyView {
    let loaded: Loaded<(bool, Page<EventSummary>)> = data::load_once(|client: Client| async move {
        let three = ListQuery {
            limit: Some(3),
            ..ListQuery::default()
        };
        let from: Option<PartialDate> = today().parse().ok();
        let next = ListQuery {
            from,
            sort: "start".parse().ok(),
            ..three.clone()
        };
        let last = ListQuery {
            sort: "-start".parse().ok(),
            ..three
        };
        // Both at once: on a slow line, asking twice in a row takes longer than three rows more.
        let (next, last) = try_join(client.list::<Event>(&next), client.list::<Event>(&last)).await?;
        Ok(if next.total > 0 {
            (true, next)
        } else {
            (false, last)
        })
    });
    view! {
        <section>
            <h2>{home::EVENTS.of(language)}</h2>
            {states::part(loaded, move |(coming, page)| {
                let items = page.items.iter().map(|event| rows::event(event, language)).collect();
                let none = |tag, said: Text| (!coming).then(|| told(tag, "", said.of(language)));
                let parts = present([
                    none("p", home::NO_EVENTS),
                    none("h3", home::LAST_EVENTS),
                    Some(rows::rows(items)),
                ]);
                node("div", "", parts)
            })}
        </section>
    }
    .into_any()
}

/// The present day, as a list takes it.
fn today() -> String {
    let now = String::from(js_sys::Date::new_0().to_iso_string());
    now.chars().take(10).collect()
}

fn referenced(language: Language) -> AnyView {
    let words = RwSignal::new(String::new());
    let found: Loaded<Page<CollectivitySummary>> = data::load(
        move || asked(words),
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
            .map(|item| rows::collectivity(item, language))
            .collect_view();
        view! { <p>{said.of(language)}</p><ol class="rows">{rows}</ol> }.into_any()
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

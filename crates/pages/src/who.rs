//! Who works on a theme or in a country, on what, and when: what both kinds of pages show.

use crate::parts::{filtered, section, with_query};
use crate::{Source, Voice, rows};
use aect_types::Page;
use aect_types::collectivities::{Collectivity, CollectivitySummary};
use aect_types::events::{Event, EventSummary};
use aect_types::projects::{Project, ProjectSummary};
use aect_types::query::ListQuery;
use aect_types::site::paths;
use aect_types::stats::{Stats, StatsBy};
use aect_types::thematic_groups::{ThematicGroup, ThematicGroupSummary};
use aect_words::pages::{list, shell, themes as words};
use futures_util::future::try_join3;
use maud::{Markup, html};

/// Rows of each kind before a link leads to the list.
const SHOWN: u16 = 10;
/// Countries named beside.
const COUNTRIES: usize = 12;

/// What is known under one filter.
pub(crate) struct Who {
    filter: &'static str,
    value: String,
    collectivities: Page<CollectivitySummary>,
    projects: Page<ProjectSummary>,
    events: Page<EventSummary>,
    groups: Page<ThematicGroupSummary>,
    stats: Stats,
}

impl Who {
    /// Asks for all of it at once.
    pub(crate) async fn ask<S: Source>(
        filter: &'static str,
        value: &str,
        source: &S,
    ) -> Result<Self, S::Error> {
        let under = ListQuery::default().with(filter, value);
        let some = ListQuery {
            limit: Some(SHOWN),
            ..under.clone()
        };
        let latest = ListQuery {
            sort: "-start".parse().ok(),
            ..some.clone()
        };
        let records = try_join3(
            source.list::<Collectivity>(&some),
            source.list::<Project>(&some),
            source.list::<Event>(&latest),
        );
        let ((collectivities, projects, events), groups, stats) = try_join3(
            records,
            source.list::<ThematicGroup>(&some),
            source.stats(StatsBy::Country, &under),
        )
        .await?;
        Ok(Self {
            filter,
            value: value.to_owned(),
            collectivities,
            projects,
            events,
            groups,
            stats,
        })
    }
}

/// Collectivities, projects, events and groups, each with the way to all of them.
pub(crate) fn shown(who: &Who, voice: impl Voice) -> Markup {
    let language = voice.language();
    let all = |path: &str, more: bool| {
        let href = filtered(path, who.filter, &who.value);
        html! { @if more { p { a href=(href) { (words::SEE_ALL.of(language)) } } } }
    };
    let collectivities = html! {
        @if who.collectivities.items.is_empty() { (rows::none(words::NOBODY, voice)) }
        @else { (rows::rows(who.collectivities.items.iter().map(|one| rows::collectivity(one, voice)))) }
        (all(paths::COLLECTIVITIES, who.collectivities.next.is_some()))
    };
    let projects = html! {
        @if who.projects.items.is_empty() { (rows::none(words::NO_PROJECTS, voice)) }
        @else { (rows::rows(who.projects.items.iter().map(|one| rows::project(one, voice)))) }
        (all(paths::PROJECTS, who.projects.next.is_some()))
    };
    let events = html! {
        @if !who.events.items.is_empty() { (rows::rows(who.events.items.iter().map(|one| rows::event(one, voice)))) }
        (all(paths::EVENTS, who.events.next.is_some()))
    };
    let groups = html! {
        @if !who.groups.items.is_empty() {
            (rows::rows(who.groups.items.iter().map(|one| rows::thematic_group(one, voice))))
        }
    };
    html! {
        (section(words::WHO_ACTS, &collectivities, voice))
        (section(words::WHAT, &projects, voice))
        (section(words::WHEN, &events, voice))
        (section(words::GROUPS, &groups, voice))
    }
}

/// How much there is, each figure a link to its list.
pub(crate) fn figures(who: &Who, voice: impl Voice) -> Markup {
    let pairs = |more: &[(&str, &str)]| {
        let mut pairs = vec![(who.filter.to_owned(), who.value.clone())];
        for (name, value) in more {
            pairs.push(((*name).to_owned(), (*value).to_owned()));
        }
        pairs
    };
    let unconfirmed = with_query(
        paths::PROJECTS,
        &pairs(&[("kind", "twinning"), ("to_confirm", "true")]),
    );
    let all = &who.stats.all;
    let content = html! {
        ul.figures {
            (rows::figure(&with_query(paths::PROJECTS, &pairs(&[])), all.projects, list::PROJECTS, voice))
            (rows::figure(&unconfirmed, all.twinnings_to_confirm, list::TWINNINGS_TO_CONFIRM, voice))
            (rows::figure(
                &with_query(paths::COLLECTIVITIES, &pairs(&[])),
                who.collectivities.total,
                list::COLLECTIVITIES,
                voice,
            ))
        }
    };
    section(words::FIGURES, &content, voice)
}

/// The countries of these projects, the most frequent first.
pub(crate) fn countries(who: &Who, voice: impl Voice) -> Markup {
    let rows = who.stats.rows.iter().filter(|row| row.figure.projects > 0);
    let rows: Vec<(String, String)> = rows
        .take(COUNTRIES)
        .map(|row| {
            let both = [
                ("country".to_owned(), row.value.clone()),
                (who.filter.to_owned(), who.value.clone()),
            ];
            let name = format!("{} ({})", voice.country(&row.value), row.figure.projects);
            (with_query(paths::PROJECTS, &both), name)
        })
        .collect();
    section(
        shell::COUNTRIES,
        &crate::parts::tags(&rows).unwrap_or_default(),
        voice,
    )
}

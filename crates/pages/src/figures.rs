//! Projects counted by what they have in common, and the form that narrows the count.

use crate::parts::with_query;
use crate::{Source, Voice};
use aect_types::Resource;
use aect_types::projects::{ProjectKind, ProjectStatus};
use aect_types::query::ListQuery;
use aect_types::site::paths;
use aect_types::stats::{Stats, StatsBy};
use aect_types::text::fold;
use aect_words::Labelled as _;
use aect_words::pages::{list, observatory as words};
use futures_util::future::try_join_all;
use maud::{Markup, html};

/// Each way of counting, in the order of the pages.
const WAYS: [StatsBy; 6] = [
    StatsBy::Country,
    StatsBy::Department,
    StatsBy::Theme,
    StatsBy::Kind,
    StatsBy::Status,
    StatsBy::Year,
];

/// The projects under a question, counted in each way.
pub(crate) async fn counted<S: Source>(query: &ListQuery, source: &S) -> Result<Vec<Stats>, S::Error> {
    try_join_all(WAYS.map(|by| source.stats(by, query))).await
}

/// What each count can be narrowed by: the rows there are, whatever is chosen among them.
pub(crate) async fn choices<S: Source>(
    counted: &[Stats],
    query: &ListQuery,
    source: &S,
) -> Result<Vec<Stats>, S::Error> {
    let wider = counted.iter().map(|stats| async {
        let name = stats.by.as_str();
        if !query.filters.contains_key(name) {
            return Ok(stats.clone());
        }
        let mut wider = query.clone();
        wider.filters.remove(name);
        source.stats(stats.by, &wider).await
    });
    try_join_all(wider).await
}

/// The filters, as a form that needs no script; others of the address stay.
pub(crate) fn form(path: &str, choices: &[Stats], query: &ListQuery, voice: impl Voice) -> Markup {
    let language = voice.language();
    let mut others = query.clone();
    for stats in choices {
        others.filters.remove(stats.by.as_str());
    }
    html! {
        form.map-filters action=(path) method="get" {
            @for stats in choices { (select(stats, query, voice)) }
            @for (name, value) in others.to_pairs() { input type="hidden" name=(name) value=(value); }
            button #afficher .button type="submit" { (words::SHOW.of(language)) }
            @if !query.filters.is_empty() { " " a href=(path) { (list::CLEAR_ALL.of(language)) } }
        }
    }
}

fn select(stats: &Stats, query: &ListQuery, voice: impl Voice) -> Markup {
    let (by, language) = (stats.by, voice.language());
    let chosen = query.filters.get(by.as_str()).and_then(|values| values.first());
    let counted = stats.rows.iter().filter(|row| row.figure.projects > 0);
    let mut values: Vec<&String> = counted.map(|row| &row.value).collect();
    // What is chosen is shown as chosen, even where nothing is counted under it.
    values.extend(chosen.filter(|chosen| !values.contains(chosen)));
    let named = values.into_iter().map(|value| (value, name_of(by, value, voice)));
    let mut values = crate::order::by_key(named.collect(), |(_, name): &(&String, String)| fold(name));
    if by == StatsBy::Year {
        values.reverse();
    }
    html! {
        label.map-filter {
            span { (by.label(language)) }
            select name=(by.as_str()) {
                option value="" { (words::ALL.of(language)) }
                @for (value, name) in values {
                    option value=(value) selected[chosen == Some(value)] { (name) }
                }
            }
        }
    }
}

/// What a row is called.
pub(crate) fn name_of(by: StatsBy, value: &str, voice: impl Voice) -> String {
    let language = voice.language();
    let labelled = |label: Option<&'static str>| label.unwrap_or(value).to_owned();
    match by {
        StatsBy::Country => voice.country(value),
        StatsBy::Department => voice.department(value),
        StatsBy::Theme => voice.theme(value),
        StatsBy::Kind => labelled(value.parse::<ProjectKind>().ok().map(|kind| kind.label(language))),
        StatsBy::Status => labelled(
            value
                .parse::<ProjectStatus>()
                .ok()
                .map(|status| status.label(language)),
        ),
        StatsBy::Year | StatsBy::Collectivity => value.to_owned(),
    }
}

/// The list that a row counts.
pub(crate) fn list_of(query: &ListQuery, by: StatsBy, value: &str) -> String {
    let mut query = query.clone();
    query.filters.remove(by.as_str());
    let filter = Resource::Projects.spec().filter(by.as_str());
    match filter {
        Some(filter) => with_query(paths::PROJECTS, &query.with(filter.name, value).to_pairs()),
        None => with_query(paths::PROJECTS, &query.to_pairs()),
    }
}

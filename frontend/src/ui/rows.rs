//! The rows of lists, used by pages that show a few records as well.

use crate::intl::Browser;
use crate::names::use_names;
use crate::phrases;
use crate::ui::node::{link, live, node, present, told};
use crate::{intl, routes};
use aect_types::collectivities::{CollectivityKind, CollectivitySummary};
use aect_types::events::{EventSummary, EventTime};
use aect_types::projects::{ProjectStatus, ProjectSummary};
use aect_words::pages::{list, projects, shell};
use aect_words::{Labelled, Language};
use leptos::prelude::*;

/// A collectivity.
pub(crate) fn collectivity(summary: &CollectivitySummary, language: Language) -> AnyView {
    let population = summary
        .population
        .map(|population| phrases::inhabitants(population, Browser(language)));
    let activity = &summary.activity;
    let mut figures = Vec::new();
    for (count, noun) in [
        (activity.projects, list::PROJECTS),
        (activity.twinnings_to_confirm, list::TWINNINGS_TO_CONFIRM),
    ] {
        if count > 0 {
            figures.push(phrases::counted(count, noun, Browser(language)));
        }
    }
    let more = present([
        (!figures.is_empty()).then(|| told("p", "row-figures", figures.join(" · "))),
        few(intl::country_names(&activity.countries, language), 4).map(|names| told("p", "row-note", names)),
    ]);
    let row = CollectivityRow {
        slug: summary.slug.as_str(),
        name: &summary.name,
        kind: summary.kind,
        department: summary.department_code.as_deref(),
        population,
    };
    collectivity_row(row, more, language)
}

/// What the row of a collectivity shows of it.
pub(crate) struct CollectivityRow<'a> {
    pub(crate) slug: &'a str,
    pub(crate) name: &'a str,
    pub(crate) kind: CollectivityKind,
    pub(crate) department: Option<&'a str>,
    pub(crate) population: Option<String>,
}

/// The row of a collectivity, with what more is known of it.
pub(crate) fn collectivity_row(row: CollectivityRow<'_>, more: Vec<AnyView>, language: Language) -> AnyView {
    let names = use_names();
    let itself = matches!(row.kind, CollectivityKind::Department | CollectivityKind::Region);
    let department = row.department.filter(|_| !itself).map(str::to_owned);
    let (kind, population) = (row.kind.label(language), row.population);
    // The name of the department may come later.
    let note = move || {
        let department = department.as_ref().map(|code| names.department(code, language));
        let parts = [Some(kind.to_owned()), department, population.clone()];
        joined_by(" · ", parts)
    };
    let mut children = vec![
        node(
            "p",
            "row-title",
            vec![link(routes::collectivity(row.slug), row.name)],
        ),
        node("p", "row-note", vec![live(note)]),
    ];
    children.extend(more);
    node("li", "row", children)
}

/// A project.
pub(crate) fn project(summary: &ProjectSummary, language: Language) -> AnyView {
    let lead = summary
        .lead
        .as_ref()
        .map(|lead| lead.name.clone())
        .or_else(|| summary.lead_name.clone());
    let partners = few(summary.partners.clone(), 3);
    let partners = partners.map(|partners| format!("{} {partners}", projects::WITH.of(language)));
    let who = joined_by(" ", [lead, partners]);
    let period = phrases::period(summary.start_date, summary.end_date, Browser(language));
    let place = few(intl::country_names(&summary.countries, language), 4);
    let line = joined_by(" · ", [place, period]);
    let known = summary.status != ProjectStatus::Unknown;
    let status = || phrases::status(summary.status, summary.stated_on, Browser(language));
    let badges = present([
        Some(told("span", "badge", summary.kind.label(language))),
        known.then(|| told("span", status_class(summary.status), status())),
        summary.to_confirm.then(|| doubt(language)),
    ]);
    let title = link(routes::project(summary.slug.as_str()), summary.title.clone());
    let children = present([
        Some(node("p", "row-title", vec![title])),
        (!who.is_empty()).then(|| told("p", "row-note", who)),
        (!line.is_empty()).then(|| told("p", "row-note", line)),
        Some(node("p", "badges", badges)),
    ]);
    node("li", "row", children)
}

/// «à confirmer».
pub(crate) fn doubt(language: Language) -> AnyView {
    told("span", "badge badge-doubt", shell::TO_CONFIRM.of(language))
}

/// The class of a status: its colour only repeats what its words say.
pub(crate) const fn status_class(status: ProjectStatus) -> &'static str {
    match status {
        ProjectStatus::Active => "badge badge-alive",
        ProjectStatus::Idea | ProjectStatus::Preparing => "badge badge-coming",
        ProjectStatus::Slowed | ProjectStatus::Dormant | ProjectStatus::ContactLost => "badge badge-slow",
        _ => "badge badge-past",
    }
}

/// An event; its page comes with the agenda.
pub(crate) fn event(summary: &EventSummary, language: Language) -> AnyView {
    let place = summary
        .venue
        .as_ref()
        .and_then(|venue| venue.commune.clone().or_else(|| venue.name.clone()));
    let kind = Some(summary.kind.label(language).to_owned());
    let note = joined_by(" · ", [kind, place, few(summary.organisers.clone(), 3)]);
    let date = phrases::capitalised(&event_time(&summary.time, language));
    let children = vec![
        told("p", "row-date", date),
        told("p", "row-title", summary.title.clone()),
        told("p", "row-note", note),
    ];
    node("li", "row row-event", children)
}

fn event_time(time: &EventTime, language: Language) -> String {
    match time {
        EventTime::Days { first, last } if first == last => intl::weekday(*first, language),
        EventTime::Days { first, last } => {
            format!("{} – {}", intl::day(*first, language), intl::day(*last, language))
        }
        EventTime::Period { date } => intl::date(*date, language),
        EventTime::Times { start, .. } => {
            format!(
                "{}, {}",
                intl::weekday(start.date(), language),
                intl::time(*start, language)
            )
        }
    }
}

/// The first few names, and how many more there are; nothing where there are none.
fn few(names: Vec<String>, most: usize) -> Option<String> {
    let more = names.len().saturating_sub(most);
    let shown = names.into_iter().take(most).collect::<Vec<_>>().join(", ");
    match (shown.is_empty(), more) {
        (true, _) => None,
        (false, 0) => Some(shown),
        (false, more) => Some(format!("{shown} +\u{202f}{more}")),
    }
}

/// What is there of some texts, with a sign between them.
pub(crate) fn joined_by<const N: usize>(sign: &str, parts: [Option<String>; N]) -> String {
    let mut joined = String::new();
    for part in parts.into_iter().flatten() {
        if !joined.is_empty() {
            joined.push_str(sign);
        }
        joined.push_str(&part);
    }
    joined
}

/// Rows as a list.
pub(crate) fn rows(items: Vec<AnyView>) -> AnyView {
    node("ol", "rows", items)
}

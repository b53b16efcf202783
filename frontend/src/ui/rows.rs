//! The rows of lists, used by pages that show a few records as well.

use crate::names::use_names;
use crate::phrases;
use crate::{intl, routes};
use aect_types::collectivities::{CollectivityKind, CollectivitySummary};
use aect_types::events::{EventSummary, EventTime};
use aect_types::projects::{ProjectStatus, ProjectSummary};
use aect_words::pages::{collectivities, list, projects, shell};
use aect_words::{Labelled, Language};
use leptos::prelude::*;

/// A collectivity.
pub(crate) fn collectivity(summary: &CollectivitySummary, language: Language) -> AnyView {
    let population = summary.population.map(|population| {
        format!(
            "{}\u{a0}{}",
            intl::number(population, language),
            collectivities::INHABITANTS.of(language)
        )
    });
    let activity = &summary.activity;
    let figures = [
        (activity.projects, list::PROJECTS),
        (activity.twinnings_to_confirm, list::TWINNINGS_TO_CONFIRM),
    ];
    let figures: Vec<String> = figures
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, noun)| phrases::counted(count, noun, language))
        .collect();
    let countries = intl::countries(&activity.countries, language)
        .into_iter()
        .map(|(_, name)| name);
    let countries = few(countries.collect(), 4);
    collectivity_row(
        summary.slug.as_str(),
        &summary.name,
        summary.kind,
        summary.department_code.as_deref(),
        population,
        view! {
            {(!figures.is_empty()).then(|| view! { <p class="row-figures">{figures.join(" · ")}</p> })}
            {countries.map(|names| view! { <p class="row-note">{names}</p> })}
        }
        .into_any(),
        language,
    )
}

/// The row of a collectivity of which little is known yet.
pub(crate) fn collectivity_row(
    slug: &str,
    name: &str,
    kind: CollectivityKind,
    department: Option<&str>,
    population: Option<String>,
    more: AnyView,
    language: Language,
) -> AnyView {
    let names = use_names();
    let department =
        department.filter(|_| !matches!(kind, CollectivityKind::Department | CollectivityKind::Region));
    let department = department.map(str::to_owned);
    let place = move || {
        department
            .as_ref()
            .map(|code| format!(" · {}", names.department(code, language)))
    };
    view! {
        <li class="row">
            <p class="row-title"><a href=routes::collectivity(slug)>{name.to_owned()}</a></p>
            <p class="row-note">
                {kind.label(language)}{place}
                {population.map(|population| format!(" · {population}"))}
            </p>
            {more}
        </li>
    }
    .into_any()
}

/// A project.
pub(crate) fn project(summary: &ProjectSummary, language: Language) -> AnyView {
    let lead = summary
        .lead
        .as_ref()
        .map(|lead| lead.name.clone())
        .or_else(|| summary.lead_name.clone());
    let countries: Vec<String> = intl::countries(&summary.countries, language)
        .into_iter()
        .map(|(_, name)| name)
        .collect();
    let period = phrases::period(summary.start_date, summary.end_date, language);
    let line: Vec<String> = [few(countries, 4), period].into_iter().flatten().collect();
    let partners = few(summary.partners.clone(), 3)
        .map(|partners| format!(" {} {partners}", projects::WITH.of(language)));
    let known = summary.status != ProjectStatus::Unknown;
    let status = known.then(|| phrases::status(summary.status, summary.stated_on, language));
    view! {
        <li class="row">
            <p class="row-title"><a href=routes::project(summary.slug.as_str())>{summary.title.clone()}</a></p>
            <p class="row-note">{lead}{partners}</p>
            {(!line.is_empty()).then(|| view! { <p class="row-note">{line.join(" · ")}</p> })}
            <p class="badges">
                <span class="badge">{summary.kind.label(language)}</span>
                {status.map(|status| view! { <span class=status_class(summary.status)>{status}</span> })}
                {summary.to_confirm.then(|| view! {
                    <span class="badge badge-doubt">{shell::TO_CONFIRM.of(language)}</span>
                })}
            </p>
        </li>
    }
    .into_any()
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
    let organisers = few(summary.organisers.clone(), 3);
    let note: Vec<String> = [Some(summary.kind.label(language).to_owned()), place, organisers]
        .into_iter()
        .flatten()
        .collect();
    view! {
        <li class="row row-event">
            <p class="row-date">{phrases::capitalised(&event_time(&summary.time, language))}</p>
            <p class="row-title">{summary.title.clone()}</p>
            <p class="row-note">{note.join(" · ")}</p>
        </li>
    }
    .into_any()
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

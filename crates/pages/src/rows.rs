//! The rows of lists: one record in a few lines.

use crate::parts::{countries, french, joined, number, to};
use crate::voice::{self, Voice};
use aect_types::actors::ActorSummary;
use aect_types::collectivities::{CollectivityKind, CollectivitySummary};
use aect_types::countries::CountrySummary;
use aect_types::events::{EventStatus, EventSummary};
use aect_types::external_initiatives::{ExternalInitiativeSummary, InitiativeStatus};
use aect_types::news::NewsSummary;
use aect_types::partner_authorities::PartnerAuthoritySummary;
use aect_types::projects::{ProjectStatus, ProjectSummary};
use aect_types::resources::SharedResourceSummary;
use aect_types::site::paths;
use aect_types::thematic_groups::ThematicGroupSummary;
use aect_types::themes::ThemeSummary;
use aect_types::told::Told;
use aect_types::{CountryCode, PartialDate, Resource};
use aect_words::pages::{Text, agenda, groups, list, news, projects, resources, shell};
use aect_words::{Labelled as _, Language, phrases};
use maud::{Markup, html};

/// Rows, one below the other.
pub fn rows(items: impl IntoIterator<Item = Markup>) -> Markup {
    html! { ol.rows { @for item in items { (item) } } }
}

/// What the row of a collectivity shows of it.
#[derive(Clone, Copy, Debug)]
pub struct CollectivityRow<'a> {
    /// Its address.
    pub slug: &'a str,
    /// Its name.
    pub name: &'a str,
    /// What it is.
    pub kind: CollectivityKind,
    /// The code of its department.
    pub department: Option<&'a str>,
    /// Its inhabitants, where they are known.
    pub population: Option<i32>,
}

/// A collectivity.
pub fn collectivity(summary: &CollectivitySummary, voice: impl Voice) -> Markup {
    let activity = &summary.activity;
    let figure = |count, noun| (count > 0).then(|| phrases::counted(count, noun, voice));
    let figures = [
        figure(activity.projects, list::PROJECTS),
        figure(activity.twinnings_to_confirm, list::TWINNINGS_TO_CONFIRM),
    ];
    let row = CollectivityRow {
        slug: summary.slug.as_str(),
        name: &summary.name,
        kind: summary.kind,
        department: summary.department_code.as_deref(),
        population: summary.population,
    };
    let more = html! {
        (note("row-figures", &joined(" · ", figures)))
        (note("row-note", &country_names(&activity.countries, voice)))
    };
    collectivity_named(row, &more, voice)
}

/// A collectivity of which little is known yet.
pub fn collectivity_named(row: CollectivityRow<'_>, more: &Markup, voice: impl Voice) -> Markup {
    let itself = matches!(row.kind, CollectivityKind::Department | CollectivityKind::Region);
    let what = [
        Some(row.kind.label(voice.language()).to_owned()),
        row.department
            .filter(|_| !itself)
            .map(|code| voice.department(code)),
        row.population
            .map(|population| phrases::inhabitants(population, voice)),
    ];
    html! {
        li.row {
            p.row-title { (to(Resource::Collectivities, row.slug, row.name)) }
            p.row-note { (joined(" · ", what)) }
            (more)
        }
    }
}

/// A project.
pub fn project(summary: &ProjectSummary, voice: impl Voice) -> Markup {
    let language = voice.language();
    let lead = summary.lead.as_ref().map(|lead| lead.name.clone());
    let partners = few(&summary.partners, 3);
    let partners = (!partners.is_empty()).then(|| format!("{} {partners}", projects::WITH.of(language)));
    let who = joined(" ", [lead.or_else(|| summary.lead_name.clone()), partners]);
    let place = [
        Some(country_names(&summary.countries, voice)),
        phrases::period(summary.start_date, summary.end_date, voice),
    ];
    html! {
        li.row {
            p.row-title { (to(Resource::Projects, summary.slug.as_str(), &summary.title)) }
            (note("row-note", &who))
            (note("row-note", &joined(" · ", place)))
            p.badges {
                span.badge { (summary.kind.label(language)) }
                @if summary.status != ProjectStatus::Unknown {
                    " " (status(summary.status, &phrases::status(summary.status, summary.stated_on, voice)))
                }
                @if summary.to_confirm { " " (doubt(language)) }
            }
        }
    }
}

/// How a project stands: the colour only repeats what the words say.
pub(crate) fn status(status: ProjectStatus, said: &str) -> Markup {
    let class = match status {
        ProjectStatus::Active => "badge badge-alive",
        ProjectStatus::Idea | ProjectStatus::Preparing => "badge badge-coming",
        ProjectStatus::Slowed | ProjectStatus::Dormant | ProjectStatus::ContactLost => "badge badge-slow",
        _ => "badge badge-past",
    };
    html! { span class=(class) { (said) } }
}

/// «à confirmer».
pub(crate) fn doubt(language: Language) -> Markup {
    html! { span.badge.badge-doubt { (shell::TO_CONFIRM.of(language)) } }
}

/// An event.
pub fn event(summary: &EventSummary, voice: impl Voice) -> Markup {
    let language = voice.language();
    let venue = summary.venue.as_ref();
    let place = venue.and_then(|venue| venue.commune.clone().or_else(|| venue.name.clone()));
    let online = summary.online.then(|| agenda::ONLINE.of(language).to_owned());
    let what = [
        Some(summary.kind.label(language).to_owned()),
        place,
        online,
        Some(few(&summary.organisers, 3)),
    ];
    html! {
        li.row.row-event {
            p.row-date { (voice::days(&summary.time, voice)) }
            p.row-title { (to(Resource::Events, summary.slug.as_str(), &summary.title)) }
            (note("row-note", &joined(" · ", what)))
            @if summary.status != EventStatus::Confirmed {
                p.badges { (event_status(summary.status, language)) }
            }
        }
    }
}

/// Whether an event will take place: a cancelled one stays in the agenda and says so.
pub(crate) fn event_status(status: EventStatus, language: Language) -> Markup {
    let class = match status {
        EventStatus::Confirmed => "badge badge-alive",
        EventStatus::Cancelled | EventStatus::Postponed => "badge badge-slow",
        EventStatus::Tentative | EventStatus::MovedOnline => "badge badge-coming",
    };
    html! { span class=(class) { (status.label(language)) } }
}

/// An organisation.
pub fn actor(summary: &ActorSummary, voice: impl Voice) -> Markup {
    let acronym = summary
        .acronym
        .as_ref()
        .filter(|acronym| **acronym != summary.name);
    html! {
        li.row {
            p.row-title {
                (to(Resource::Actors, summary.slug.as_str(), &summary.name))
                @if let Some(acronym) = acronym { " " span.hint { (acronym) } }
            }
            p.row-note { (summary.kind.label(voice.language())) }
            (beginning(summary.description.as_deref()))
        }
    }
}

/// An authority abroad.
pub fn partner_authority(summary: &PartnerAuthoritySummary, voice: impl Voice) -> Markup {
    html! {
        li.row {
            p.row-title { (to(Resource::PartnerAuthorities, summary.slug.as_str(), &summary.name)) }
            p.row-note {
                (voice.country(summary.country.as_str()))
                @if let Some(kind) = &summary.authority_type { " · " (french(kind)) }
            }
        }
    }
}

/// News.
pub fn news(summary: &NewsSummary, voice: impl Voice) -> Markup {
    let past = summary.useful_until.is_some_and(|last| last < voice.today());
    html! {
        li.row.row-event {
            p.row-date { (voice.date(PartialDate::Day(summary.published_on))) }
            p.row-title { (to(Resource::News, summary.slug.as_str(), &summary.title)) }
            (note("row-note", &few(&summary.authors, 3)))
            (beginning(summary.summary.as_deref()))
            @if past { p.badges { span.badge.badge-past { (news::PAST_SHORT.of(voice.language())) } } }
        }
    }
}

/// News or a resource, on the page of what it tells of.
pub(crate) fn told(resource: Resource, told: &Told, voice: impl Voice) -> Markup {
    let (today, language) = (voice.today(), voice.language());
    let past = told.useful_until.is_some_and(|last| last.last_day() < today);
    let due = told.review_due_on.is_some_and(|due| due.first_day() <= today);
    html! {
        li.row {
            p.row-title { (to(resource, told.slug.as_str(), &told.title)) }
            (note("row-note", &told.published_on.map(|date| voice.date(date)).unwrap_or_default()))
            (beginning(told.summary.as_deref()))
            @if past { p.badges { span.badge.badge-past { (news::PAST_SHORT.of(language)) } } }
            @if due { p.badges { span.badge.badge-doubt { (resources::REVIEW_DUE_SHORT.of(language)) } } }
        }
    }
}

/// A group.
pub fn thematic_group(summary: &ThematicGroupSummary, voice: impl Voice) -> Markup {
    let language = voice.language();
    let next = summary.next_date.map(|date| {
        format!(
            "{} {}",
            groups::NEXT_DATE_ON.of(language),
            phrases::at(date, voice)
        )
    });
    let members =
        (summary.members > 0).then(|| phrases::counted(summary.members, groups::MEMBER_COUNT, voice));
    let what = [Some(summary.kind.label(language).to_owned()), members, next];
    html! {
        li.row {
            p.row-title { (to(Resource::ThematicGroups, summary.slug.as_str(), &summary.name)) }
            p.row-note { (joined(" · ", what)) }
            (beginning(summary.purpose.as_deref()))
        }
    }
}

/// A resource of the library.
pub fn resource(summary: &SharedResourceSummary, voice: impl Voice) -> Markup {
    let language = voice.language();
    let due = summary.review_due_on.is_some_and(|due| due <= voice.today());
    let what = [
        Some(summary.kind.label(language).to_owned()),
        Some(few(&summary.publishers, 3)),
        summary.published_on.map(|date| voice.date(date)),
    ];
    html! {
        li.row {
            p.row-title { (to(Resource::Resources, summary.slug.as_str(), &summary.title)) }
            p.row-note { (joined(" · ", what)) }
            (beginning(summary.summary.as_deref()))
            @if due { p.badges { span.badge.badge-doubt { (resources::REVIEW_DUE_SHORT.of(language)) } } }
        }
    }
}

/// What another network runs.
pub fn external_initiative(summary: &ExternalInitiativeSummary, voice: impl Voice) -> Markup {
    let language = voice.language();
    let what = [
        Some(summary.kind.label(language).to_owned()),
        Some(few(&summary.run_by, 3)),
    ];
    html! {
        li.row {
            p.row-title { (to(Resource::ExternalInitiatives, summary.slug.as_str(), &summary.name)) }
            p.row-note { (joined(" · ", what)) }
            (beginning(summary.summary.as_deref()))
            @if summary.status == InitiativeStatus::Ended {
                p.badges { span.badge.badge-past { (summary.status.label(language)) } }
            }
        }
    }
}

/// A theme.
pub fn theme(summary: &ThemeSummary, voice: impl Voice) -> Markup {
    let language = voice.language();
    let name = named(&summary.name_fr, &summary.name_en, language);
    html! {
        li.row {
            p.row-title { (to(Resource::Themes, summary.slug.as_str(), name)) }
            p.row-note { (summary.kind.label(language)) }
        }
    }
}

/// A country.
pub fn country(summary: &CountrySummary, voice: impl Voice) -> Markup {
    let language = voice.language();
    let name = named(&summary.name_fr, &summary.name_en, language);
    html! {
        li.row {
            p.row-title { (to(Resource::Countries, summary.slug.as_str(), name)) }
            p.row-note { (summary.continent.label(language)) }
        }
    }
}

/// The name in the reader's language.
pub(crate) const fn named<'a>(fr: &'a str, en: &'a str, language: Language) -> &'a str {
    match language {
        Language::Fr => fr,
        Language::En => en,
    }
}

/// A figure that leads to the list it counts.
pub fn figure(href: &str, count: u64, noun: aect_words::pages::Counted, voice: impl Voice) -> Markup {
    html! {
        li { a.figure href=(href) {
            strong { (number(count, voice)) } " " span { (noun.form(count, voice.language())) }
        } }
    }
}

/// What stands where a list of projects is empty.
pub(crate) fn none(words: Text, voice: impl Voice) -> Markup {
    html! { p { (words.of(voice.language())) } }
}

/// The projects of a record, and the way to all of them.
pub(crate) fn see_all(filter: &str, value: &str, name: Text, voice: impl Voice) -> Markup {
    let href = crate::parts::filtered(paths::PROJECTS, filter, value);
    html! { p { a href=(href) { (name.of(voice.language())) } } }
}

fn note(class: &str, text: &str) -> Markup {
    html! { @if !text.is_empty() { p class=(class) { (text) } } }
}

/// How a text of a record begins.
fn beginning(text: Option<&str>) -> Markup {
    html! { @if let Some(text) = text { p.row-note lang="fr" { (shortened(text)) } } }
}

fn country_names(codes: &[CountryCode], voice: impl Voice) -> String {
    let names: Vec<String> = countries(codes, voice)
        .into_iter()
        .map(|(_, name)| name)
        .collect();
    few(&names, 4)
}

/// The first few names, and how many more there are.
fn few(names: &[String], most: usize) -> String {
    let shown = names
        .iter()
        .take(most)
        .map(String::as_str)
        .collect::<Vec<_>>()
        .join(", ");
    match names.len().saturating_sub(most) {
        0 => shown,
        more => format!("{shown} +\u{202f}{more}"),
    }
}

/// The beginning of a text, at a word's end.
fn shortened(text: &str) -> String {
    const MOST: usize = 220;
    match text.char_indices().nth(MOST) {
        None => text.to_owned(),
        Some((end, _)) => {
            let start = text.get(..end).unwrap_or(text);
            let start = start.rsplit_once(' ').map_or(start, |(start, _)| start);
            format!("{start}…")
        }
    }
}

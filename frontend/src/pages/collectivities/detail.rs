//! Fiche: one collectivity, what it is and what it does abroad, on one sheet of paper when printed.

use crate::data::{self, Loaded, Question};
use crate::intl::Browser;
use crate::names::use_names;
use crate::router::use_router;
use crate::routes;
use crate::ui::citation::{breadcrumb, citation, fact_if, fact_text, origin, section, tags};
use crate::ui::heading::heading;
use crate::ui::node::{link, linked, live, node, present, text, told};
use crate::ui::{rows, states, tools};
use crate::{intl, phrases};
use aect_client::{Client, Error};
use aect_types::collectivities::{Collectivity, CollectivityKind, CollectivityRef, Engagement, ServiceNote};
use aect_types::events::{Event, EventSummary};
use aect_types::projects::{Project, ProjectSummary};
use aect_types::query::ListQuery;
use aect_types::{Page, Resource};
use aect_words::pages::{Text, collectivities as words, list, shell};
use aect_words::{Labelled, Language};
use futures_util::future::try_join;
use leptos::prelude::*;
use std::sync::Arc;

/// Records shown before a link leads to the list of all.
const SHOWN: u16 = 12;

/// Everything on the sheet, shown at once: lists that came later would push down what is being read.
struct Fiche {
    record: Collectivity,
    projects: Option<Page<ProjectSummary>>,
    twinnings: Option<Page<ProjectSummary>>,
    events: Page<EventSummary>,
}

/// The page.
pub(crate) fn page(slug: String, language: Language) -> AnyView {
    let loaded: Loaded<Arc<Fiche>> = data::load(
        move || Some(Question::now(slug.clone())),
        |client: Client, slug: String| async move { fiche(&client, &slug).await.map(Arc::new) },
    );
    states::record_page(loaded, move |fiche| sheet(&fiche, language))
}

async fn fiche(client: &Client, slug: &str) -> Result<Fiche, Error> {
    let record = client.get::<Collectivity>(slug).await?;
    let all = ListQuery {
        limit: Some(SHOWN),
        ..ListQuery::default()
    };
    let all = all.with("collectivity", record.slug.as_str());
    let unconfirmed = all.clone().with("kind", "twinning").with("to_confirm", "true");
    let latest = ListQuery {
        sort: "-start".parse().ok(),
        ..all.clone()
    };
    let projects = try_join(
        projects(client, record.activity.projects > 0, &all),
        projects(client, record.activity.twinnings_to_confirm > 0, &unconfirmed),
    );
    let ((projects, twinnings), events) = try_join(projects, client.list::<Event>(&latest)).await?;
    Ok(Fiche {
        record,
        projects,
        twinnings,
        events,
    })
}

async fn projects(
    client: &Client,
    wanted: bool,
    query: &ListQuery,
) -> Result<Option<Page<ProjectSummary>>, Error> {
    if !wanted {
        return Ok(None);
    }
    client.list::<Project>(query).await.map(Some)
}

fn sheet(fiche: &Fiche, language: Language) -> AnyView {
    let record = &fiche.record;
    use_router().name(&routes::collectivity(record.slug.as_str()));
    let client: Client = expect_context();
    let json = client
        .site()
        .record(Resource::Collectivities, record.slug.as_str());
    let head = present([
        Some(told("p", "kicker", record.kind.label(language))),
        Some(heading(record.full_name.clone(), language)),
        record.summary.clone().map(|summary| told("p", "lead", summary)),
        Some(tools::record_tools(json.clone())),
    ]);
    let mut main = vec![activity(fiche, language)];
    main.extend(service(record, language));
    main.extend(service_notes(record, language));
    let columns = vec![
        node("div", "sheet-main", main),
        node("aside", "sheet-side", vec![identity(record, language)]),
    ];
    let department = department_of(record).map(|department| {
        let code = record.department_code.as_deref().unwrap_or_default();
        link(
            format!("{}?department={code}", routes::COLLECTIVITIES),
            department.name.clone(),
        )
    });
    let directory = link(routes::COLLECTIVITIES, shell::DIRECTORY.of(language));
    let parts = vec![
        breadcrumb(present([Some(directory), department])),
        node("header", "sheet-head", head),
        node("div", "sheet-columns", columns),
        origin(&record.provenance, record.updated_at, record.confirmed_at, json),
    ];
    node("article", "sheet", parts)
}

/// The department it lies in; none for a department itself.
fn department_of(record: &Collectivity) -> Option<&CollectivityRef> {
    record
        .department
        .as_ref()
        .filter(|department| department.id != record.id)
}

fn identity(record: &Collectivity, language: Language) -> AnyView {
    let reference = |reference: &CollectivityRef| {
        link(
            routes::collectivity(reference.slug.as_str()),
            reference.name.clone(),
        )
    };
    let with_link = |code: &str, href: Option<String>, name: Text| {
        let outside = href.map(|href| linked(href, "outside no-print", name.of(language).to_owned()));
        node("span", "", present([Some(text(format!("{code} "))), outside]))
    };
    let siren = record.siren.as_ref().map(|siren| {
        let href = format!("https://annuaire-entreprises.data.gouv.fr/entreprise/{siren}");
        with_link(siren.as_str(), Some(href), words::SIREN_LINK)
    });
    let insee = record
        .insee_code
        .as_ref()
        .map(|code| with_link(code, insee_page(record.kind, code), words::INSEE_LINK));
    let members = record.kind.is_epci().then(|| {
        link(
            format!("{}?epci={}", routes::COLLECTIVITIES, record.slug),
            words::SEE_MEMBERS.of(language),
        )
    });
    let website = record
        .website
        .clone()
        .map(|site| linked(site.clone(), "outside", site));
    let known = record.engagement != Engagement::Unknown;
    let facts = present([
        fact_text(
            words::POPULATION,
            record
                .population
                .map(|population| phrases::inhabitants(population, Browser(language))),
        ),
        fact_if(list::FIELD_DEPARTMENT, department_of(record).map(reference)),
        fact_if(words::EPCI, record.epci.as_ref().map(reference)),
        fact_if(words::MEMBERS, members),
        fact_if(words::SIREN, siren),
        fact_if(words::INSEE, insee),
        fact_text(
            words::POSTAL_CODES,
            (!record.postal_codes.is_empty()).then(|| record.postal_codes.join(", ")),
        ),
        fact_if(words::WEBSITE, website),
        fact_text(words::CONTACT, record.contact_mailbox.clone()),
        fact_text(
            words::ENGAGEMENT,
            known.then(|| record.engagement.label(language).to_owned()),
        ),
        fact_text(
            words::MEMBER_SINCE,
            record.member_since.map(|date| intl::date(date, language)),
        ),
    ]);
    section(words::IDENTITY, vec![node("dl", "facts", facts)])
}

/// The file that Insee publishes on a territory.
fn insee_page(kind: CollectivityKind, code: &str) -> Option<String> {
    let level = match kind {
        CollectivityKind::Commune => "COM",
        CollectivityKind::Department => "DEP",
        CollectivityKind::Region => "REG",
        _ => return None,
    };
    Some(format!(
        "https://www.insee.fr/fr/statistiques/2011101?geo={level}-{code}"
    ))
}

fn activity(fiche: &Fiche, language: Language) -> AnyView {
    let Fiche {
        record,
        projects,
        twinnings,
        events,
    } = fiche;
    let slug = record.slug.as_str();
    let mut parts = Vec::new();
    if projects.is_some() || twinnings.is_some() {
        parts.push(reach(record, language));
    } else {
        parts.push(told("p", "", words::NO_ACTIVITY.of(language)));
        parts.extend(record.department_code.as_ref().map(|code| {
            let href = format!("{}?department={code}&active=true", routes::COLLECTIVITIES);
            node("p", "", vec![link(href, words::NO_ACTIVITY_CONTEXT.of(language))])
        }));
    }
    parts.extend(projects.as_ref().map(|page| projects_of(slug, page, language)));
    parts.extend(twinnings.as_ref().map(|page| twinnings_of(slug, page, language)));
    parts.extend(events_of(events, language));
    section(words::ACTIVITY, parts)
}

/// Countries, themes and interests.
fn reach(record: &Collectivity, language: Language) -> AnyView {
    let (names, slug) = (use_names(), record.slug.to_string());
    let mut countries = Vec::new();
    for (code, name) in intl::countries(&record.activity.countries, language) {
        countries.push((format!("{}?country={code}", routes::COLLECTIVITIES), name));
    }
    let themes = record.activity.themes.clone();
    let mut interests = Vec::new();
    for interest in &record.interests {
        let name = match (&interest.theme, &interest.country, language) {
            (Some(theme), _, Language::Fr) => theme.name_fr.clone(),
            (Some(theme), _, Language::En) => theme.name_en.clone(),
            (None, Some(country), _) => intl::country(country.as_str(), language),
            (None, None, _) => continue,
        };
        interests.push(format!("{name} ({})", interest.level.label(language)));
    }
    // The names of themes may come later.
    let themes = move || {
        let mut links = Vec::new();
        for theme in &themes {
            let href = format!("{}?collectivity={slug}&theme={theme}", routes::PROJECTS);
            links.push((href, names.theme(theme.as_str(), language)));
        }
        fact_if(words::THEMES, tags(links))
    };
    let facts = present([
        fact_if(words::COUNTRIES, tags(countries)),
        Some(live(themes)),
        fact_text(
            words::INTERESTS,
            (!interests.is_empty()).then(|| interests.join(", ")),
        ),
    ]);
    node("dl", "facts", facts)
}

fn projects_of(slug: &str, page: &Page<ProjectSummary>, language: Language) -> AnyView {
    let all = format!("{}?collectivity={slug}", routes::PROJECTS);
    let items: Vec<AnyView> = page
        .items
        .iter()
        .map(|item| rows::project(item, language))
        .collect();
    let parts = present([
        Some(told("h3", "", words::PROJECTS.of(language))),
        Some(rows::rows(items)),
        see_all(page, &all, words::SEE_ALL_PROJECTS.of(language)),
    ]);
    node("div", "", parts)
}

/// Twinnings in one line each: the partner and its country say all that is known.
fn twinnings_of(slug: &str, page: &Page<ProjectSummary>, language: Language) -> AnyView {
    let all = format!(
        "{}?collectivity={slug}&kind=twinning&to_confirm=true",
        routes::PROJECTS
    );
    let mut names = Vec::new();
    for summary in &page.items {
        let partners = summary.partners.join(", ");
        let name = if partners.is_empty() {
            summary.title.clone()
        } else {
            partners
        };
        let countries = intl::country_names(&summary.countries, language).join(", ");
        let link = link(routes::project(summary.slug.as_str()), name);
        names.push(node(
            "li",
            "",
            vec![link, text(" "), told("span", "hint", countries)],
        ));
    }
    let title = format!(
        "{} ({})",
        words::TWINNINGS.of(language),
        intl::number(page.total, language)
    );
    let parts = present([
        Some(told("h3", "", title)),
        Some(told("p", "small", words::TWINNINGS_NOTE.of(language))),
        Some(node("ul", "names", names)),
        see_all(page, &all, words::SEE_ALL_TWINNINGS.of(language)),
    ]);
    node("div", "", parts)
}

fn see_all(page: &Page<ProjectSummary>, all: &str, name: &'static str) -> Option<AnyView> {
    page.next.is_some().then(|| node("p", "", vec![link(all, name)]))
}

fn events_of(page: &Page<EventSummary>, language: Language) -> Option<AnyView> {
    let items: Vec<AnyView> = page
        .items
        .iter()
        .map(|event| rows::event(event, language))
        .collect();
    (!items.is_empty()).then(|| {
        node(
            "div",
            "",
            vec![told("h3", "", words::EVENTS.of(language)), rows::rows(items)],
        )
    })
}

fn service(record: &Collectivity, language: Language) -> Option<AnyView> {
    let service = record.international_service.as_ref()?;
    let facts = present([
        fact_text(words::SERVICE, service.name.clone()),
        fact_text(words::SERVICE_ATTACHED, service.attached_to.clone()),
        fact_text(
            words::SERVICE_STAFF,
            service.staff_fte.map(|fte| full_time(fte, language)),
        ),
        fact_text(
            words::SERVICE_BUDGET,
            service
                .yearly_budget
                .and_then(|range| phrases::money(range, Browser(language))),
        ),
        fact_text(words::MANDATE, service.mandate.clone()),
    ]);
    Some(section(words::SERVICE, vec![node("dl", "facts", facts)]))
}

fn full_time(staff: f64, language: Language) -> String {
    format!(
        "{} {}",
        intl::decimal(staff, language),
        words::SERVICE_FTE.of(language)
    )
}

fn service_notes(record: &Collectivity, language: Language) -> Option<AnyView> {
    let mut parts = vec![told("p", "small", words::SERVICE_NOTES_NOTE.of(language))];
    for note in &record.service_notes {
        parts.push(service_note(note, language));
    }
    (!record.service_notes.is_empty()).then(|| section(words::SERVICE_NOTES, parts))
}

fn service_note(note: &ServiceNote, language: Language) -> AnyView {
    let persons = match (note.staff_min, note.staff_max) {
        (Some(min), Some(max)) if min != max => Some(format!("{min} – {max}")),
        (min, max) => min.or(max).map(|staff| staff.to_string()),
    };
    let staff = note.staff_fte.map(|fte| full_time(fte, language)).or(persons);
    let with_note = |fact: Option<String>, note: &Option<String>| match (fact, note) {
        (Some(fact), Some(note)) => Some(format!("{fact} ({note})")),
        (fact, note) => fact.or_else(|| note.clone()),
    };
    let budget = note
        .yearly_budget
        .and_then(|range| phrases::money(range, Browser(language)));
    let facts = present([
        fact_text(words::SERVICE, note.name.clone()),
        fact_text(words::SERVICE_ATTACHED, note.attached_to.clone()),
        fact_text(words::SERVICE_STAFF, with_note(staff, &note.staff_note)),
        fact_text(words::SERVICE_BUDGET, with_note(budget, &note.budget_note)),
    ]);
    let parts = vec![
        told("h3", "", note.year.to_string()),
        node("dl", "facts", facts),
        citation(&note.citation),
    ];
    node("div", "note", parts)
}

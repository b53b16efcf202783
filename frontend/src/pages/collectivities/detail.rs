//! Fiche: one collectivity, what it is and what it does abroad, on one sheet of paper when printed.

use crate::data::{self, Loaded, Question};
use crate::names::use_names;
use crate::router::use_router;
use crate::routes;
use crate::ui::citation::{citation, fact, fact_if, origin, tags};
use crate::ui::heading::heading;
use crate::ui::{rows, states, tools};
use crate::{intl, phrases};
use aect_client::Client;
use aect_types::collectivities::{Collectivity, CollectivityKind, CollectivityRef, Engagement, ServiceNote};
use aect_types::events::{Event, EventSummary};
use aect_types::projects::{Project, ProjectSummary};
use aect_types::query::ListQuery;
use aect_types::{Page, Resource};
use aect_words::pages::{collectivities as words, list, shell};
use aect_words::{Labelled, Language};
use leptos::prelude::*;

/// Records shown before a link leads to the list of all.
const SHOWN: u16 = 12;

/// The page.
pub(crate) fn page(slug: String, language: Language) -> AnyView {
    let loaded: Loaded<Collectivity> = data::load(
        move || Some(Question::now(slug.clone())),
        |client: Client, slug: String| async move { client.get::<Collectivity>(&slug).await },
    );
    states::record_page(loaded, move |record| sheet(&record, language))
}

fn sheet(record: &Collectivity, language: Language) -> AnyView {
    let path = routes::collectivity(record.slug.as_str());
    let router = use_router();
    if router.address.with_untracked(|address| address.path != path) {
        router.rename(&path);
    }
    let client: Client = expect_context();
    let json = client
        .site()
        .record(Resource::Collectivities, record.slug.as_str());
    view! {
        <article class="sheet">
            {breadcrumb(record, language)}
            <header class="sheet-head">
                <p class="kicker">{record.kind.label(language)}</p>
                {heading(record.full_name.clone(), language)}
                {record.summary.clone().map(|summary| view! { <p class="lead">{summary}</p> })}
                {tools::tools({
                    let json = json.clone();
                    move || vec![(shell::EXPORT_JSON, json.clone())]
                })}
            </header>
            <div class="sheet-columns">
                <div class="sheet-main">{activity(record, language)}{service(record, language)}</div>
                <aside class="sheet-side">{identity(record, language)}</aside>
            </div>
            {origin(&record.provenance, record.updated_at, record.confirmed_at, json)}
        </article>
    }
    .into_any()
}

fn breadcrumb(record: &Collectivity, language: Language) -> AnyView {
    let department = record
        .department
        .as_ref()
        .filter(|department| department.id != record.id)
        .map(|department| {
            let href = format!(
                "{}?department={}",
                routes::COLLECTIVITIES,
                record.department_code.as_deref().unwrap_or("")
            );
            view! { <li><a href=href>{department.name.clone()}</a></li> }
        });
    view! {
        <nav class="breadcrumb" aria-label=shell::BREADCRUMB.of(language)>
            <ol><li><a href=routes::COLLECTIVITIES>{shell::DIRECTORY.of(language)}</a></li>{department}</ol>
        </nav>
    }
    .into_any()
}

fn identity(record: &Collectivity, language: Language) -> AnyView {
    let population = record.population.map(|population| {
        format!(
            "{}\u{a0}{}",
            intl::number(population, language),
            words::INHABITANTS.of(language)
        )
    });
    let link = |reference: &CollectivityRef| {
        view! { <a href=routes::collectivity(reference.slug.as_str())>{reference.name.clone()}</a> }
    };
    let siren = record.siren.as_ref().map(|siren| {
        let href = format!("https://annuaire-entreprises.data.gouv.fr/entreprise/{siren}");
        view! { {siren.to_string()}" " <a class="outside no-print" href=href>{words::SIREN_LINK.of(language)}</a> }
    });
    let insee = record.insee_code.clone().map(|code| {
        let href = insee_page(record.kind, &code);
        let link = href
            .map(|href| view! { <a class="outside no-print" href=href>{words::INSEE_LINK.of(language)}</a> });
        view! { {code}" "{link} }
    });
    let members = record.kind.is_epci().then(|| {
        let href = format!("{}?epci={}", routes::COLLECTIVITIES, record.slug);
        view! { <a href=href>{words::SEE_MEMBERS.of(language)}</a> }
    });
    let postal = (!record.postal_codes.is_empty()).then(|| record.postal_codes.join(", "));
    let known = (record.engagement != Engagement::Unknown).then(|| record.engagement.label(language));
    view! {
        <section>
            <h2>{words::IDENTITY.of(language)}</h2>
            <dl class="facts">
                {fact_if(words::POPULATION.of(language), population)}
                {fact_if(list::FIELD_DEPARTMENT.of(language),
                    record.department.as_ref().filter(|department| department.id != record.id).map(link))}
                {fact_if(words::EPCI.of(language), record.epci.as_ref().map(link))}
                {fact_if(words::MEMBERS.of(language), members)}
                {fact_if(words::SIREN.of(language), siren)}
                {fact_if(words::INSEE.of(language), insee)}
                {fact_if(words::POSTAL_CODES.of(language), postal)}
                {fact_if(words::WEBSITE.of(language), record.website.clone().map(|site| {
                    view! { <a class="outside" href=site.clone()>{site.clone()}</a> }
                }))}
                {fact_if(words::CONTACT.of(language), record.contact_mailbox.clone())}
                {fact_if(words::ENGAGEMENT.of(language), known)}
                {fact_if(words::MEMBER_SINCE.of(language), record.member_since.map(|date| intl::date(date, language)))}
            </dl>
        </section>
    }
    .into_any()
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

fn activity(record: &Collectivity, language: Language) -> AnyView {
    let figures = &record.activity;
    let nothing = figures.projects == 0 && figures.twinnings_to_confirm == 0;
    let slug = record.slug.as_str();
    let context = record.department_code.as_ref().map(|code| {
        let href = format!("{}?department={code}&active=true", routes::COLLECTIVITIES);
        view! { <p><a href=href>{words::NO_ACTIVITY_CONTEXT.of(language)}</a></p> }
    });
    view! {
        <section>
            <h2>{words::ACTIVITY.of(language)}</h2>
            {nothing.then(|| view! { <p>{words::NO_ACTIVITY.of(language)}</p>{context} })}
            {(!nothing).then(|| reach(record, language))}
            {(figures.projects > 0).then(|| projects_of(slug, language))}
            {(figures.twinnings_to_confirm > 0).then(|| twinnings_of(slug, language))}
            {events_of(slug, language)}
        </section>
    }
    .into_any()
}

/// Countries, themes and interests.
fn reach(record: &Collectivity, language: Language) -> AnyView {
    let names = use_names();
    let slug = record.slug.to_string();
    let countries = intl::countries(&record.activity.countries, language);
    let countries = countries
        .into_iter()
        .map(|(code, name)| (format!("{}?country={code}", routes::COLLECTIVITIES), name));
    let themes = record.activity.themes.clone();
    let interests = record.interests.iter().filter_map(|interest| {
        let name = match (&interest.theme, &interest.country) {
            (Some(theme), _) => match language {
                Language::Fr => theme.name_fr.clone(),
                Language::En => theme.name_en.clone(),
            },
            (None, country) => intl::country(country.as_ref()?.as_str(), language),
        };
        Some(format!(
            "{name} ({})",
            interest.level.label(language).to_lowercase()
        ))
    });
    let interests: Vec<String> = interests.collect();
    let themes = move || {
        let link = |theme: &aect_types::Slug| {
            let href = format!("{}?collectivity={slug}&theme={theme}", routes::PROJECTS);
            (href, names.theme(theme.as_str(), language))
        };
        tags(themes.iter().map(link).collect()).map(|tags| fact(words::THEMES.of(language), tags))
    };
    view! {
        <dl class="facts">
            {tags(countries.collect()).map(|tags| fact(words::COUNTRIES.of(language), tags))}
            {themes}
            {(!interests.is_empty()).then(|| fact(words::INTERESTS.of(language), interests.join(", ")))}
        </dl>
    }
    .into_any()
}

fn projects_of(slug: &str, language: Language) -> AnyView {
    let query = ListQuery {
        limit: Some(SHOWN),
        ..ListQuery::default()
    }
    .with("collectivity", slug);
    let all = format!("{}?collectivity={slug}", routes::PROJECTS);
    let loaded = projects(query);
    view! {
        <h3>{words::PROJECTS.of(language)}</h3>
        {states::part(loaded, move |page| project_rows(page, all.clone(), words::SEE_ALL_PROJECTS.of(language), language))}
    }
    .into_any()
}

fn twinnings_of(slug: &str, language: Language) -> AnyView {
    let query = ListQuery {
        limit: Some(SHOWN),
        ..ListQuery::default()
    }
    .with("collectivity", slug)
    .with("kind", "twinning")
    .with("to_confirm", "true");
    let all = format!(
        "{}?collectivity={slug}&kind=twinning&to_confirm=true",
        routes::PROJECTS
    );
    let loaded = projects(query);
    let count = move || {
        loaded
            .value
            .with(|page| page.as_ref().map(|page| format!(" ({})", page.total)))
    };
    view! {
        <h3>{words::TWINNINGS.of(language)}{count}</h3>
        <p class="small">{words::TWINNINGS_NOTE.of(language)}</p>
        {states::part(loaded, move |page| twinning_names(page, all.clone(), language))}
    }
    .into_any()
}

fn projects(query: ListQuery) -> Loaded<Page<ProjectSummary>> {
    data::load_once(move |client: Client| {
        let query = query.clone();
        async move { client.list::<Project>(&query).await }
    })
}

fn project_rows(
    page: &Page<ProjectSummary>,
    all: String,
    see_all: &'static str,
    language: Language,
) -> AnyView {
    let rows = page
        .items
        .iter()
        .map(|item| rows::project(item, language))
        .collect_view();
    let more = page
        .next
        .is_some()
        .then(|| view! { <p><a href=all>{see_all}</a></p> });
    view! { <ol class="rows">{rows}</ol>{more} }.into_any()
}

/// Twinnings in one line each: the partner and its country say all that is known.
fn twinning_names(page: &Page<ProjectSummary>, all: String, language: Language) -> AnyView {
    let name = |summary: &ProjectSummary| {
        let partners = summary.partners.join(", ");
        let text = if partners.is_empty() {
            summary.title.clone()
        } else {
            partners
        };
        let country = intl::countries(&summary.countries, language)
            .into_iter()
            .map(|(_, name)| name)
            .collect::<Vec<_>>();
        view! {
            <li><a href=routes::project(summary.slug.as_str())>{text}</a>" "
                <span class="hint">{country.join(", ")}</span></li>
        }
    };
    let more = page
        .next
        .is_some()
        .then(|| view! { <p><a href=all>{words::SEE_ALL_TWINNINGS.of(language)}</a></p> });
    view! { <ul class="names">{page.items.iter().map(name).collect_view()}</ul>{more} }.into_any()
}

fn events_of(slug: &str, language: Language) -> AnyView {
    let query = ListQuery {
        limit: Some(SHOWN),
        sort: "-start".parse().ok(),
        ..ListQuery::default()
    }
    .with("collectivity", slug);
    let loaded: Loaded<Page<EventSummary>> = data::load_once(move |client: Client| {
        let query = query.clone();
        async move { client.list::<Event>(&query).await }
    });
    states::part(loaded, move |page| {
        let rows = page
            .items
            .iter()
            .map(|event| rows::event(event, language))
            .collect_view();
        (!page.items.is_empty())
            .then(|| view! { <h3>{words::EVENTS.of(language)}</h3><ol class="rows">{rows}</ol> })
            .into_any()
    })
}

fn service(record: &Collectivity, language: Language) -> AnyView {
    let today = record.international_service.as_ref().map(|service| {
        view! {
            <section>
                <h2>{words::SERVICE.of(language)}</h2>
                <dl class="facts">
                    {fact_if(words::SERVICE.of(language), service.name.clone())}
                    {fact_if(words::SERVICE_ATTACHED.of(language), service.attached_to.clone())}
                    {fact_if(words::SERVICE_FTE.of(language), service.staff_fte.map(|fte| intl::decimal(fte, language)))}
                    {fact_if(words::SERVICE_BUDGET.of(language), service.yearly_budget.and_then(|range| phrases::money(range, language)))}
                    {fact_if(words::MANDATE.of(language), service.mandate.clone())}
                </dl>
            </section>
        }
    });
    let notes = (!record.service_notes.is_empty()).then(|| {
        view! {
            <section>
                <h2>{words::SERVICE_NOTES.of(language)}</h2>
                <p class="small">{words::SERVICE_NOTES_NOTE.of(language)}</p>
                {record.service_notes.iter().map(|note| service_note(note, language)).collect_view()}
            </section>
        }
    });
    view! { {today}{notes} }.into_any()
}

fn service_note(note: &ServiceNote, language: Language) -> AnyView {
    let staff = match (note.staff_min, note.staff_max) {
        (Some(min), Some(max)) if min != max => Some(format!("{min} – {max}")),
        (min, max) => min.or(max).map(|staff| staff.to_string()),
    };
    let staff = note
        .staff_fte
        .map(|fte| {
            format!(
                "{} {}",
                intl::decimal(fte, language),
                words::SERVICE_FTE.of(language)
            )
        })
        .or(staff);
    let with_note = |fact: Option<String>, note: &Option<String>| match (fact, note) {
        (Some(fact), Some(note)) => Some(format!("{fact} ({note})")),
        (fact, note) => fact.or_else(|| note.clone()),
    };
    let budget = note
        .yearly_budget
        .and_then(|range| phrases::money(range, language));
    view! {
        <div class="note">
            <h3>{note.year}</h3>
            <dl class="facts">
                {fact_if(words::SERVICE.of(language), note.name.clone())}
                {fact_if(words::SERVICE_ATTACHED.of(language), note.attached_to.clone())}
                {fact_if(words::SERVICE_STAFF.of(language), with_note(staff, &note.staff_note))}
                {fact_if(words::SERVICE_BUDGET.of(language), with_note(budget, &note.budget_note))}
            </dl>
            {citation(&note.citation)}
        </div>
    }
    .into_any()
}

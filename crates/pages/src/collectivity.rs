//! Fiche: one collectivity, what it is and what it does abroad, on one sheet of paper when printed.

use crate::parts::{
    breadcrumb, collectivity as named, correct, countries, fact, filtered, heading, joined, origin, outside,
    record_tools, said, section, tags, to, with_note, with_query, yours,
};
use crate::parts::{citation, json_address, number};
use crate::{Sheet, Source, Voice, files, rows, told};
use aect_types::collectivities::{Collectivity, CollectivityKind, CollectivityRef, ServiceNote};
use aect_types::events::{Event, EventSummary};
use aect_types::projects::{Project, ProjectSummary};
use aect_types::query::ListQuery;
use aect_types::site::{PublicPage, paths};
use aect_types::{Page, Resource};
use aect_words::pages::{Text, collectivities as words, compare, list, shell};
use aect_words::{Labelled as _, phrases};
use futures_util::future::{try_join, try_join3};
use maud::{Markup, html};

/// Records shown before a link leads to the list of all.
const SHOWN: u16 = 12;

/// Everything on the sheet.
struct Fiche {
    record: Collectivity,
    projects: Option<Page<ProjectSummary>>,
    twinnings: Option<Page<ProjectSummary>>,
    events: Page<EventSummary>,
    /// What it tells: news and resources.
    told: Markup,
}

/// The page of the collectivity at `key`.
pub(crate) async fn page<S: Source>(key: &str, source: &S, voice: impl Voice) -> Result<Sheet, S::Error> {
    let record = source.record::<Collectivity>(key).await?;
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
        projects(source, record.activity.projects > 0, &all),
        projects(source, record.activity.twinnings_to_confirm > 0, &unconfirmed),
    );
    let ((projects, twinnings), events, told) = try_join3(
        projects,
        source.list::<Event>(&latest),
        told::of("collectivity", &[record.slug.as_str()], source, voice),
    )
    .await?;
    let fiche = Fiche {
        record,
        projects,
        twinnings,
        events,
        told,
    };
    Ok(sheet(&fiche, voice))
}

async fn projects<S: Source>(
    source: &S,
    wanted: bool,
    query: &ListQuery,
) -> Result<Option<Page<ProjectSummary>>, S::Error> {
    if !wanted {
        return Ok(None);
    }
    source.list::<Project>(query).await.map(Some)
}

fn sheet(fiche: &Fiche, voice: impl Voice) -> Sheet {
    let record = &fiche.record;
    let (language, slug) = (voice.language(), record.slug.as_str());
    let by_department = record
        .department_code
        .as_deref()
        .map(|code| filtered(paths::COLLECTIVITIES, "department", code));
    let mut ways = vec![(paths::COLLECTIVITIES, shell::DIRECTORY.of(language))];
    if let (Some(href), Some(department)) = (&by_department, department_of(record)) {
        ways.push((href, &department.name));
    }
    let json = json_address(Resource::Collectivities, slug, voice);
    let compared = filtered(paths::COMPARE, "c", slug);
    let main = html! {
        article.sheet {
            (breadcrumb(&ways, voice))
            header.sheet-head {
                (files::logo(&record.files))
                p.kicker { (record.kind.label(language)) }
                (heading(&record.full_name))
                @if let Some(summary) = &record.summary { p.lead lang="fr" { (summary) } }
                (record_tools(Resource::Collectivities, slug, voice))
                p.compared.no-print { a.tool href=(compared) { (compare::WITH_ANOTHER.of(language)) } }
            }
            div.sheet-columns {
                div.sheet-main {
                    (activity(fiche, voice))
                    (fiche.told)
                    (service(record, voice))
                    (service_notes(record, voice))
                    (files::shown(&record.files, voice))
                }
                aside.sheet-side {
                    (identity(record, voice))
                    (yours(Resource::Collectivities, &record.slug, voice))
                }
            }
            (correct(Resource::Collectivities, &record.slug, voice))
            (origin(&record.provenance, record.updated_at, record.confirmed_at, &json, voice))
        }
    };
    let page = PublicPage::Record(Resource::Collectivities, record.slug.clone());
    let sheet = Sheet::new(&page, record.full_name.clone(), description(record, voice), main);
    #[cfg(feature = "json-ld")]
    let sheet = sheet.structured(serde_json::json!({
        "@type": "GovernmentOrganization",
        "name": record.full_name,
        "identifier": record.siren,
        "sameAs": record.website,
    }));
    sheet
}

/// Its own words, else what is known of it in figures.
fn description(record: &Collectivity, voice: impl Voice) -> String {
    if let Some(summary) = &record.summary {
        return summary.clone();
    }
    let what = format!(
        "{}, {}",
        record.full_name,
        words::ABROAD_IN_A_SENTENCE.of(voice.language())
    );
    let figure = |count, noun| (count > 0).then(|| phrases::counted(count, noun, voice));
    let parts = [
        Some(what),
        figure(record.activity.projects, list::PROJECTS),
        figure(record.activity.twinnings_to_confirm, list::TWINNINGS_TO_CONFIRM),
    ];
    joined(" – ", parts)
}

/// The department it lies in; none for a department itself.
fn department_of(record: &Collectivity) -> Option<&CollectivityRef> {
    record
        .department
        .as_ref()
        .filter(|department| department.id != record.id)
}

fn identity(record: &Collectivity, voice: impl Voice) -> Markup {
    let language = voice.language();
    let with_link = |code: &str, href: Option<String>, name: Text| {
        html! { (code) @if let Some(href) = href { " " a.outside.no-print href=(href) rel="noopener" { (name.of(language)) } } }
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
        let href = filtered(paths::COLLECTIVITIES, "epci", record.slug.as_str());
        html! { a href=(href) { (words::SEE_MEMBERS.of(language)) } }
    });
    let population = record
        .population
        .map(|population| phrases::inhabitants(population, voice));
    let postal_codes = (!record.postal_codes.is_empty()).then(|| record.postal_codes.join(", "));
    let known = record.engagement != aect_types::collectivities::Engagement::Unknown;
    let engagement = known.then(|| record.engagement.label(language));
    let facts = html! {
        dl.facts {
            (fact(words::POPULATION, population, voice))
            (fact(list::FIELD_DEPARTMENT, department_of(record).map(named), voice))
            (fact(words::EPCI, record.epci.as_ref().map(named), voice))
            (fact(words::MEMBERS, members, voice))
            (fact(words::SIREN, siren, voice))
            (fact(words::INSEE, insee, voice))
            (fact(words::POSTAL_CODES, postal_codes, voice))
            (fact(words::WEBSITE, record.website.as_ref().map(|site| outside(site, site)), voice))
            (fact(words::CONTACT, record.contact_mailbox.as_ref(), voice))
            (fact(words::ENGAGEMENT, engagement, voice))
            (fact(words::MEMBER_SINCE, record.member_since.map(|date| voice.date(date)), voice))
        }
    };
    section(words::IDENTITY, &facts, voice)
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

fn activity(fiche: &Fiche, voice: impl Voice) -> Markup {
    let Fiche {
        record,
        projects,
        twinnings,
        events,
        ..
    } = fiche;
    let (slug, language) = (record.slug.as_str(), voice.language());
    let content = html! {
        @if projects.is_some() || twinnings.is_some() {
            (reach(record, voice))
        } @else {
            (crate::picture("sprout"))
            p { (words::NO_ACTIVITY.of(language)) }
            @if let Some(code) = &record.department_code {
                @let near = [("department".to_owned(), code.clone()), ("active".to_owned(), "true".to_owned())];
                p { a href=(with_query(paths::COLLECTIVITIES, &near)) { (words::NO_ACTIVITY_CONTEXT.of(language)) } }
            }
        }
        @if let Some(page) = projects { (projects_of(slug, page, voice)) }
        @if let Some(page) = twinnings { (twinnings_of(slug, page, voice)) }
        @if !events.items.is_empty() {
            div {
                h3 { (words::EVENTS.of(language)) }
                (rows::rows(events.items.iter().map(|event| rows::event(event, voice))))
            }
        }
    };
    section(words::ACTIVITY, &content, voice)
}

/// Countries, themes and interests.
fn reach(record: &Collectivity, voice: impl Voice) -> Markup {
    let language = voice.language();
    let countries: Vec<(String, String)> = countries(&record.activity.countries, voice)
        .into_iter()
        .map(|(code, name)| (filtered(paths::COLLECTIVITIES, "country", &code), name))
        .collect();
    let theme = |theme: &aect_types::Slug| {
        let both = [
            ("collectivity".to_owned(), record.slug.to_string()),
            ("theme".to_owned(), theme.to_string()),
        ];
        (with_query(paths::PROJECTS, &both), voice.theme(theme.as_str()))
    };
    let themes: Vec<(String, String)> = record.activity.themes.iter().map(theme).collect();
    let interests = record.interests.iter().filter_map(|interest| {
        let name = match (&interest.theme, &interest.country) {
            (Some(theme), _) => rows::named(&theme.name_fr, &theme.name_en, language).to_owned(),
            (None, Some(country)) => voice.country(country.as_str()),
            (None, None) => return None,
        };
        Some(format!("{name} ({})", interest.level.label(language)))
    });
    let interests = interests.collect::<Vec<_>>().join(", ");
    html! {
        dl.facts {
            (fact(words::COUNTRIES, tags(&countries), voice))
            (fact(words::THEMES, tags(&themes), voice))
            (fact(words::INTERESTS, (!interests.is_empty()).then_some(interests), voice))
        }
    }
}

fn projects_of(slug: &str, page: &Page<ProjectSummary>, voice: impl Voice) -> Markup {
    html! {
        div {
            h3 { (words::PROJECTS.of(voice.language())) }
            (rows::rows(page.items.iter().map(|item| rows::project(item, voice))))
            @if page.next.is_some() { (rows::see_all("collectivity", slug, words::SEE_ALL_PROJECTS, voice)) }
        }
    }
}

/// Twinnings in one line each: the partner and its country say all that is known.
fn twinnings_of(slug: &str, page: &Page<ProjectSummary>, voice: impl Voice) -> Markup {
    let language = voice.language();
    let name = |summary: &ProjectSummary| match summary.partners.join(", ") {
        partners if partners.is_empty() => summary.title.clone(),
        partners => partners,
    };
    let places = |summary: &ProjectSummary| {
        let names = countries(&summary.countries, voice)
            .into_iter()
            .map(|(_, name)| name);
        names.collect::<Vec<_>>().join(", ")
    };
    html! {
        div {
            h3 { (words::TWINNINGS.of(language)) " (" (number(page.total, voice)) ")" }
            p.small { (words::TWINNINGS_NOTE.of(language)) }
            ul.names {
                @for summary in &page.items {
                    li {
                        (to(Resource::Projects, summary.slug.as_str(), &name(summary))) " "
                        span.hint { (places(summary)) }
                    }
                }
            }
            @if page.next.is_some() {
                @let all = [("collectivity", slug), ("kind", "twinning"), ("to_confirm", "true")];
                @let all = all.map(|(name, value)| (name.to_owned(), value.to_owned()));
                p { a href=(with_query(paths::PROJECTS, &all)) { (words::SEE_ALL_TWINNINGS.of(language)) } }
            }
        }
    }
}

fn service(record: &Collectivity, voice: impl Voice) -> Markup {
    let Some(service) = &record.international_service else {
        return Markup::default();
    };
    let staff = service.staff_fte.map(|fte| full_time(fte, voice));
    let budget = service
        .yearly_budget
        .and_then(|range| phrases::money(range, voice));
    let facts = html! {
        dl.facts {
            (said(words::SERVICE, service.name.as_ref(), voice))
            (said(words::SERVICE_ATTACHED, service.attached_to.as_ref(), voice))
            (fact(words::SERVICE_STAFF, staff, voice))
            (fact(words::SERVICE_BUDGET, budget, voice))
            (said(words::MANDATE, service.mandate.as_ref(), voice))
        }
    };
    section(words::SERVICE, &facts, voice)
}

fn full_time(staff: f64, voice: impl Voice) -> String {
    format!(
        "{} {}",
        voice.decimal(staff),
        words::SERVICE_FTE.of(voice.language())
    )
}

fn service_notes(record: &Collectivity, voice: impl Voice) -> Markup {
    if record.service_notes.is_empty() {
        return Markup::default();
    }
    let notes = html! {
        p.small { (words::SERVICE_NOTES_NOTE.of(voice.language())) }
        @for note in &record.service_notes { (service_note(note, voice)) }
    };
    section(words::SERVICE_NOTES, &notes, voice)
}

fn service_note(note: &ServiceNote, voice: impl Voice) -> Markup {
    let persons = match (note.staff_min, note.staff_max) {
        (Some(min), Some(max)) if min != max => Some(format!("{min} – {max}")),
        (min, max) => min.or(max).map(|staff| staff.to_string()),
    };
    let staff = note.staff_fte.map(|fte| full_time(fte, voice)).or(persons);
    let budget = note.yearly_budget.and_then(|range| phrases::money(range, voice));
    html! {
        div.note {
            h3 { (note.year) }
            dl.facts {
                (said(words::SERVICE, note.name.as_ref(), voice))
                (said(words::SERVICE_ATTACHED, note.attached_to.as_ref(), voice))
                (fact(words::SERVICE_STAFF, with_note(staff, note.staff_note.as_ref(), voice), voice))
                (fact(words::SERVICE_BUDGET, with_note(budget, note.budget_note.as_ref(), voice), voice))
            }
            (citation(&note.citation, voice))
        }
    }
}

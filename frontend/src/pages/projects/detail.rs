//! Projet: one cooperation.

use super::facts;
use crate::data::{self, Loaded, Question};
use crate::router::use_router;
use crate::routes;
use crate::ui::citation::{breadcrumb, citation, origin, section};
use crate::ui::heading::heading;
use crate::ui::node::{link, linked, node, present, told};
use crate::ui::{rows, states, tools};
use aect_client::{Client, Error};
use aect_types::projects::{Project, ProjectKind, ProjectSummary};
use aect_types::query::ListQuery;
use aect_types::{Resource, Slug};
use aect_words::pages::{projects as words, shell};
use aect_words::{Labelled, Language};
use leptos::prelude::*;

/// Similar projects shown.
const SIMILAR: usize = 4;

/// The page.
pub(crate) fn page(slug: String, language: Language) -> AnyView {
    let loaded: Loaded<Project> = data::load(
        move || Some(Question::now(slug.clone())),
        |client: Client, slug: String| async move { client.get::<Project>(&slug).await },
    );
    states::record_page(loaded, move |record| sheet(&record, language))
}

fn sheet(record: &Project, language: Language) -> AnyView {
    use_router().name(&routes::project(record.slug.as_str()));
    let client: Client = expect_context();
    let json = client.site().record(Resource::Projects, record.slug.as_str());
    let doubtful = record.to_confirm && record.kind == ProjectKind::Twinning;
    let head = present([
        Some(told("p", "kicker", record.kind.label(language))),
        Some(heading(record.title.clone(), language)),
        record.summary.clone().map(|summary| told("p", "lead", summary)),
        doubtful.then(|| told("p", "notice", words::TO_CONFIRM_NOTE.of(language))),
        Some(tools::record_tools(json.clone())),
    ]);
    let mut main = story(record);
    main.extend(facts::funding(record));
    main.extend(sources(record));
    let columns = vec![
        node("div", "sheet-main", main),
        node("aside", "sheet-side", vec![facts::facts(record, language)]),
    ];
    let parts = vec![
        breadcrumb(vec![link(routes::PROJECTS, shell::PROJECTS.of(language))]),
        node("header", "sheet-head", head),
        node("div", "sheet-columns", columns),
        similar(record, language),
        origin(&record.provenance, record.updated_at, record.confirmed_at, json),
    ];
    node("article", "sheet", parts)
}

/// What is told of the project, in paragraphs.
fn story(record: &Project) -> Vec<AnyView> {
    let paragraphs = |text: &str| {
        text.split("\n\n")
            .map(|words| told("p", "", words))
            .collect::<Vec<_>>()
    };
    let mut parts = Vec::new();
    if let Some(text) = &record.description {
        parts.push(node("section", "", paragraphs(text)));
    }
    for (name, text) in [
        (words::BRINGS_HOME, &record.brings_home),
        (words::RESULTS, &record.results),
        (words::BENEFICIARIES, &record.beneficiaries),
        (words::LOOKING_FOR, &record.looking_for_note),
    ] {
        if let Some(text) = text {
            parts.push(section(name, paragraphs(text)));
        }
    }
    let mut links = Vec::new();
    for document in record.links.iter().chain(&record.documents) {
        let link = linked(document.url.clone(), "outside", document.title.clone());
        links.push(node("li", "", vec![link]));
    }
    if !links.is_empty() {
        parts.push(section(words::LINKS, vec![node("ul", "", links)]));
    }
    parts
}

fn sources(record: &Project) -> Option<AnyView> {
    let citations: Vec<AnyView> = record.provenance.citations.iter().map(citation).collect();
    (!citations.is_empty()).then(|| section(shell::QUOTED_FROM, citations))
}

fn similar(record: &Project, language: Language) -> AnyView {
    let countries: Vec<String> = record
        .countries
        .iter()
        .map(|share| share.country.to_string())
        .collect();
    let themes: Vec<String> = record.themes.iter().map(|theme| theme.slug.to_string()).collect();
    let slug = record.slug.clone();
    let loaded: Loaded<Vec<ProjectSummary>> = data::load_once(move |client: Client| {
        let (countries, themes, slug) = (countries.clone(), themes.clone(), slug.clone());
        async move { nearest(&client, &countries, &themes, &slug).await }
    });
    states::part(loaded, move |similar| {
        let items: Vec<AnyView> = similar.iter().map(|item| rows::project(item, language)).collect();
        let shown = (!items.is_empty()).then(|| {
            let heading = told("h2", "", words::SIMILAR.of(language));
            node(
                "section",
                "no-print",
                vec![heading, node("ol", "rows rows-two", items)],
            )
        });
        shown.into_any()
    })
}

/// Projects in the same countries first, then on the same themes; confirmed ones only.
async fn nearest(
    client: &Client,
    countries: &[String],
    themes: &[String],
    but: &Slug,
) -> Result<Vec<ProjectSummary>, Error> {
    let mut found: Vec<ProjectSummary> = Vec::new();
    for (filter, values) in [("country", countries), ("theme", themes)] {
        if values.is_empty() || found.len() >= SIMILAR {
            continue;
        }
        let start = ListQuery {
            limit: Some(10),
            ..ListQuery::default()
        };
        let query = values
            .iter()
            .fold(start, |query, value| query.with(filter, value));
        for item in client.list::<Project>(&query).await?.items {
            if item.slug != *but && !found.iter().any(|known| known.id == item.id) {
                found.push(item);
            }
        }
    }
    found.truncate(SIMILAR);
    Ok(found)
}

//! Projet: one cooperation.

use super::facts;
use crate::data::{self, Loaded, Question};
use crate::router::use_router;
use crate::routes;
use crate::ui::citation::{citation, origin};
use crate::ui::heading::heading;
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
    let path = routes::project(record.slug.as_str());
    let router = use_router();
    if router.address.with_untracked(|address| address.path != path) {
        router.rename(&path);
    }
    let client: Client = expect_context();
    let json = client.site().record(Resource::Projects, record.slug.as_str());
    let doubt = (record.to_confirm && record.kind == ProjectKind::Twinning)
        .then(|| view! { <p class="notice">{words::TO_CONFIRM_NOTE.of(language)}</p> });
    view! {
        <article class="sheet">
            <nav class="breadcrumb" aria-label=shell::BREADCRUMB.of(language)>
                <ol><li><a href=routes::PROJECTS>{shell::PROJECTS.of(language)}</a></li></ol>
            </nav>
            <header class="sheet-head">
                <p class="kicker">{record.kind.label(language)}</p>
                {heading(record.title.clone(), language)}
                {record.summary.clone().map(|summary| view! { <p class="lead">{summary}</p> })}
                {doubt}
                {tools::tools({
                    let json = json.clone();
                    move || vec![(shell::EXPORT_JSON, json.clone())]
                })}
            </header>
            <div class="sheet-columns">
                <div class="sheet-main">
                    {story(record, language)}
                    {facts::funding(record, language)}
                    {sources(record, language)}
                </div>
                <aside class="sheet-side">{facts::facts(record, language)}</aside>
            </div>
            {similar(record, language)}
            {origin(&record.provenance, record.updated_at, record.confirmed_at, json)}
        </article>
    }
    .into_any()
}

/// What is told of the project, in paragraphs.
fn story(record: &Project, language: Language) -> AnyView {
    let told = [
        (None, &record.description),
        (Some(words::BRINGS_HOME), &record.brings_home),
        (Some(words::RESULTS), &record.results),
        (Some(words::BENEFICIARIES), &record.beneficiaries),
        (Some(words::LOOKING_FOR), &record.looking_for_note),
    ];
    let part = |(name, text): (Option<aect_words::pages::Text>, &Option<String>)| {
        let text = text.as_ref()?;
        let paragraphs = text
            .split("\n\n")
            .map(|paragraph| view! { <p>{paragraph.to_owned()}</p> });
        Some(view! {
            <section>
                {name.map(|name| view! { <h2>{name.of(language)}</h2> })}
                {paragraphs.collect_view()}
            </section>
        })
    };
    let links = record.links.iter().chain(&record.documents);
    let links: Vec<_> = links
        .map(|link| view! { <li><a class="outside" href=link.url.clone()>{link.title.clone()}</a></li> })
        .collect();
    let links = (!links.is_empty())
        .then(|| view! { <section><h2>{words::LINKS.of(language)}</h2><ul>{links}</ul></section> });
    view! { {told.into_iter().filter_map(part).collect_view()}{links} }.into_any()
}

fn sources(record: &Project, language: Language) -> Option<AnyView> {
    let citations = &record.provenance.citations;
    (!citations.is_empty()).then(|| {
        view! {
            <section>
                <h2>{shell::QUOTED_FROM.of(language)}</h2>
                {citations.iter().map(citation).collect_view()}
            </section>
        }
        .into_any()
    })
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
        (!similar.is_empty())
            .then(|| {
                let rows = similar.iter().map(|item| rows::project(item, language)).collect_view();
                view! { <section class="no-print"><h2>{words::SIMILAR.of(language)}</h2><ol class="rows rows-two">{rows}</ol></section> }
            })
            .into_any()
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

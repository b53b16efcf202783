//! Actualité: what a collectivity, an actor or the network tells.

use crate::parts::{
    above, author, correct, countries, fact, filtered, json_address, listed, origin, outside, prose, quoted,
    record_tools, section, tags, theme_tags, title, to,
};
use crate::{Sheet, Source, Voice, files};
use aect_types::news::News;
use aect_types::site::{PublicPage, paths};
use aect_types::{PartialDate, Resource};
use aect_words::pages::{groups, news as words, shell};
use maud::{Markup, html};

/// The page of the news at `key`.
pub(crate) async fn page<S: Source>(key: &str, source: &S, voice: impl Voice) -> Result<Sheet, S::Error> {
    let record = source.record::<News>(key).await?;
    Ok(sheet(&record, voice))
}

fn sheet(record: &News, voice: impl Voice) -> Sheet {
    let (language, slug) = (voice.language(), record.slug.as_str());
    let links = html! {
        @if !record.links.is_empty() {
            ul lang="fr" { @for link in &record.links { li { (outside(&link.url, &link.title)) } } }
        }
    };
    let day = |day| voice.date(PartialDate::Day(day));
    let past = record.useful_until.filter(|last| *last < voice.today());
    let main = html! {
        article.sheet {
            (above(Resource::News, voice))
            header.sheet-head {
                p.kicker { (voice.capitalised(&voice.weekday(record.published_on))) }
                (title(&record.title))
                @if let Some(last) = past { p.notice { (words::PAST.of(language)) " " (day(last)) "." } }
                @if let Some(text) = &record.summary { p.lead lang="fr" { (text) } }
                (record_tools(Resource::News, slug, voice))
            }
            div.sheet-columns {
                div.sheet-main {
                    @if record.description.is_some() { section { (prose(&record.html, "description", record.description.as_ref())) } }
                    (section(words::LINKS, &links, voice))
                    (files::shown(&record.files, voice))
                    (quoted(&record.provenance, voice))
                }
                aside.sheet-side { (section(groups::KEY_FACTS, &facts(record, voice), voice)) }
            }
            (correct(Resource::News, &record.slug, voice))
            (origin(
                &record.provenance,
                record.updated_at,
                record.confirmed_at,
                &json_address(Resource::News, slug, voice),
                voice,
            ))
        }
    };
    let page = PublicPage::Record(Resource::News, record.slug.clone());
    let description = record.summary.clone().unwrap_or_else(|| record.title.clone());
    let sheet = Sheet::new(&page, record.title.clone(), description, main);
    #[cfg(feature = "json-ld")]
    let sheet = sheet.structured(serde_json::json!({
        "@type": "NewsArticle",
        "headline": record.title,
        "description": record.summary,
        "datePublished": record.published_on,
        "inLanguage": "fr",
        "author": record.authors.iter().map(|author| serde_json::json!({"@type": "Organization", "name": author.name()})).collect::<Vec<_>>(),
    }));
    sheet
}

fn facts(record: &News, voice: impl Voice) -> Markup {
    let countries: Vec<(String, String)> = countries(&record.countries, voice)
        .into_iter()
        .map(|(code, name)| (filtered(paths::NEWS, "country", &code), name))
        .collect();
    let authors = match record.authors.as_slice() {
        [] => Some(html! { (voice.capitalised(words::NETWORK.of(voice.language()))) }),
        authors => listed(authors.iter().map(author).collect()),
    };
    let projects = record.projects.iter();
    let projects = projects.map(|one| to(Resource::Projects, one.slug.as_str(), &one.title));
    let events = record.events.iter();
    let events = events.map(|one| to(Resource::Events, one.slug.as_str(), &one.title));
    html! {
        dl.facts {
            (fact(words::TOLD_BY, authors, voice))
            (fact(words::PROJECTS, listed(projects.collect()), voice))
            (fact(words::EVENTS, listed(events.collect()), voice))
            (fact(shell::THEMES, theme_tags(&record.themes, voice), voice))
            (fact(shell::COUNTRIES, tags(&countries), voice))
        }
    }
}

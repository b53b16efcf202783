//! Ressource: a guide, a model, a legal note… and whether it may still be believed.

use crate::parts::{
    above, author, correct, countries, fact, filtered, json_address, listed, origin, outside, prose, quoted,
    record_tools, section, tags, theme_tags, title,
};
use crate::{Sheet, Source, Voice, files};
use aect_types::resources::SharedResource;
use aect_types::site::{PublicPage, paths};
use aect_types::{PartialDate, Resource};
use aect_words::Labelled as _;
use aect_words::pages::{groups, resources as words, shell};
use maud::{Markup, html};

/// The page of the resource at `key`.
pub(crate) async fn page<S: Source>(key: &str, source: &S, voice: impl Voice) -> Result<Sheet, S::Error> {
    let record = source.record::<SharedResource>(key).await?;
    Ok(sheet(&record, voice))
}

fn sheet(record: &SharedResource, voice: impl Voice) -> Sheet {
    let (language, slug) = (voice.language(), record.slug.as_str());
    let due = record.review_due_on.filter(|due| *due <= voice.today());
    let main = html! {
        article.sheet {
            (above(Resource::Resources, voice))
            header.sheet-head {
                p.kicker { (record.kind.label(language)) }
                (title(&record.title))
                @if let Some(due) = due {
                    p.notice {
                        (words::REVIEW_DUE.of(language)) " " (voice.date(PartialDate::Day(due))) ". "
                        (words::REVIEW_DUE_DETAIL.of(language))
                    }
                }
                @if let Some(text) = &record.summary { p.lead lang="fr" { (text) } }
                (record_tools(Resource::Resources, slug, voice))
            }
            div.sheet-columns {
                div.sheet-main {
                    @if let Some(link) = &record.link { p { (outside(link, words::OPEN.of(language))) } }
                    @if record.description.is_some() { section { (prose(&record.html, "description", record.description.as_ref())) } }
                    (files::shown(&record.files, voice))
                    (quoted(&record.provenance, voice))
                }
                aside.sheet-side { (section(groups::KEY_FACTS, &facts(record, voice), voice)) }
            }
            (correct(Resource::Resources, &record.slug, voice))
            (origin(
                &record.provenance,
                record.updated_at,
                record.confirmed_at,
                &json_address(Resource::Resources, slug, voice),
                voice,
            ))
        }
    };
    let page = PublicPage::Record(Resource::Resources, record.slug.clone());
    let description = record.summary.clone().unwrap_or_else(|| record.title.clone());
    let sheet = Sheet::new(&page, record.title.clone(), description, main);
    #[cfg(feature = "json-ld")]
    let sheet = sheet.structured(serde_json::json!({
        "@type": "CreativeWork",
        "name": record.title,
        "description": record.summary,
        "url": record.link,
        "datePublished": record.published_on,
        "inLanguage": record.language,
    }));
    sheet
}

fn facts(record: &SharedResource, voice: impl Voice) -> Markup {
    let language = voice.language();
    let countries: Vec<(String, String)> = countries(&record.countries, voice)
        .into_iter()
        .map(|(code, name)| (filtered(paths::RESOURCES, "country", &code), name))
        .collect();
    let named = record.publisher_name.as_ref().map(|name| html! { (name) });
    let publishers = record.publishers.iter().map(author).chain(named).collect();
    let audience: Vec<&str> = record.audience.iter().map(|one| one.label(language)).collect();
    let day = |day| voice.date(PartialDate::Day(day));
    html! {
        dl.facts {
            (fact(words::PUBLISHER, listed(publishers), voice))
            (fact(words::PUBLISHED_ON, record.published_on.map(|date| voice.date(date)), voice))
            (fact(words::LANGUAGE, record.language.map(|one| one.label(language)), voice))
            (fact(words::AUDIENCE, (!audience.is_empty()).then(|| audience.join(", ")), voice))
            (fact(words::REVIEWED_ON, record.reviewed_on.map(day), voice))
            (fact(words::REVIEW_DUE_ON, record.review_due_on.map(day), voice))
            (fact(shell::THEMES, theme_tags(&record.themes, voice), voice))
            (fact(shell::COUNTRIES, tags(&countries), voice))
        }
    }
}

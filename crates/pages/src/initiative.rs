//! Initiative: what another network runs, and who here refers to it.

use crate::parts::{
    above, correct, countries, fact, filtered, json_address, listed, origin, outside, quoted, record_tools,
    section, tags, theme_tags, title, to,
};
use crate::{Sheet, Source, Voice, files, rows};
use aect_types::external_initiatives::ExternalInitiative;
use aect_types::query::ListQuery;
use aect_types::site::{PublicPage, paths};
use aect_types::thematic_groups::{ThematicGroup, ThematicGroupSummary};
use aect_types::{Page, Resource};
use aect_words::Labelled as _;
use aect_words::pages::{groups, initiatives as words, shell};
use maud::{Markup, html};

/// The page of the initiative at `key`.
pub(crate) async fn page<S: Source>(key: &str, source: &S, voice: impl Voice) -> Result<Sheet, S::Error> {
    let record = source.record::<ExternalInitiative>(key).await?;
    let naming = ListQuery::default().with("initiative", record.slug.as_str());
    let groups = source.list::<ThematicGroup>(&naming).await?;
    Ok(sheet(&record, &groups, voice))
}

fn sheet(record: &ExternalInitiative, groups: &Page<ThematicGroupSummary>, voice: impl Voice) -> Sheet {
    let (language, slug) = (voice.language(), record.slug.as_str());
    let naming = html! {
        @if !groups.items.is_empty() { (rows::rows(groups.items.iter().map(|one| rows::thematic_group(one, voice)))) }
    };
    let main = html! {
        article.sheet {
            (above(Resource::ExternalInitiatives, voice))
            header.sheet-head {
                p.kicker { (record.kind.label(language)) }
                (title(&record.name))
                @if let Some(text) = &record.summary { p.lead lang="fr" { (text) } }
                (record_tools(Resource::ExternalInitiatives, slug, voice))
            }
            div.sheet-columns {
                div.sheet-main {
                    (section(words::GROUPS, &naming, voice))
                    (files::shown(&record.files, voice))
                    (quoted(&record.provenance, voice))
                }
                aside.sheet-side { (section(groups::KEY_FACTS, &facts(record, voice), voice)) }
            }
            (correct(Resource::ExternalInitiatives, &record.slug, voice))
            (origin(
                &record.provenance,
                record.updated_at,
                record.confirmed_at,
                &json_address(Resource::ExternalInitiatives, slug, voice),
                voice,
            ))
        }
    };
    let page = PublicPage::Record(Resource::ExternalInitiatives, record.slug.clone());
    let description = record.summary.clone().unwrap_or_else(|| record.name.clone());
    let sheet = Sheet::new(&page, record.name.clone(), description, main);
    #[cfg(feature = "json-ld")]
    let sheet = sheet.structured(serde_json::json!({
        "@type": "Organization",
        "name": record.name,
        "description": record.summary,
        "sameAs": record.website,
    }));
    sheet
}

fn facts(record: &ExternalInitiative, voice: impl Voice) -> Markup {
    let language = voice.language();
    let countries: Vec<(String, String)> = countries(&record.countries, voice)
        .into_iter()
        .map(|(code, name)| (filtered(paths::EXTERNAL_INITIATIVES, "country", &code), name))
        .collect();
    let named = record.run_by_name.as_ref().map(|name| html! { (name) });
    let run_by = record.run_by.iter();
    let run_by = run_by.map(|actor| to(Resource::Actors, actor.slug.as_str(), &actor.name));
    let website = record.website.as_ref().map(|site| outside(site, site));
    html! {
        dl.facts {
            (fact(words::RUN_BY, listed(run_by.chain(named).collect()), voice))
            (fact(words::STATUS, Some(record.status.label(language)), voice))
            (fact(words::WEBSITE, website, voice))
            (fact(shell::THEMES, theme_tags(&record.themes, voice), voice))
            (fact(shell::COUNTRIES, tags(&countries), voice))
        }
    }
}

//! Groupe: members at work on a theme, a country or a task.

use crate::parts::{
    above, collectivity, correct, fact, json_address, listed, origin, outside, prose, quoted, record_tools,
    said, section, tags, theme_tags, title, to,
};
use crate::{Sheet, Source, Voice, files, rows, told};
use aect_types::events::{Event, EventSummary};
use aect_types::query::ListQuery;
use aect_types::site::{PublicPage, paths};
use aect_types::thematic_groups::ThematicGroup;
use aect_types::{CountryCode, Page, Resource};
use aect_words::Labelled as _;
use aect_words::pages::{groups as words, shell};
use futures_util::future::try_join;
use maud::{Markup, html};

/// The page of the group at `key`.
pub(crate) async fn page<S: Source>(key: &str, source: &S, voice: impl Voice) -> Result<Sheet, S::Error> {
    let record = source.record::<ThematicGroup>(key).await?;
    let of_it = ListQuery {
        limit: Some(20),
        sort: "-start".parse().ok(),
        ..ListQuery::default()
    };
    let of_it = of_it.with("group", record.slug.as_str());
    let (events, told) = try_join(source.list::<Event>(&of_it), told_of(&record, source, voice)).await?;
    Ok(sheet(&record, &events, &told, voice))
}

/// News and resources name no group: those of its themes are its own, or of its countries where it has no theme.
async fn told_of<S: Source>(
    record: &ThematicGroup,
    source: &S,
    voice: impl Voice,
) -> Result<Markup, S::Error> {
    let themes: Vec<&str> = record.themes.iter().map(|theme| theme.slug.as_str()).collect();
    let countries: Vec<&str> = record.countries.iter().map(CountryCode::as_str).collect();
    match (themes.is_empty(), countries.is_empty()) {
        (false, _) => told::of("theme", &themes, source, voice).await,
        (true, false) => told::of("country", &countries, source, voice).await,
        (true, true) => Ok(Markup::default()),
    }
}

fn sheet(record: &ThematicGroup, events: &Page<EventSummary>, told: &Markup, voice: impl Voice) -> Sheet {
    let (language, slug) = (voice.language(), record.slug.as_str());
    let meetings = html! {
        @if !events.items.is_empty() { (rows::rows(events.items.iter().map(|event| rows::event(event, voice)))) }
    };
    let initiatives = record.initiatives.iter();
    let initiatives = initiatives.map(|one| to(Resource::ExternalInitiatives, one.slug.as_str(), &one.name));
    let elsewhere = html! {
        @if !record.elsewhere.is_empty() || !record.initiatives.is_empty() {
            p.small { (words::ELSEWHERE_NOTE.of(language)) }
            @if let Some(named) = listed(initiatives.collect()) { (named) }
        }
        @if !record.elsewhere.is_empty() {
            ul lang="fr" { @for link in &record.elsewhere { li { (outside(&link.url, &link.title)) } } }
        }
    };
    let main = html! {
        article.sheet {
            (above(Resource::ThematicGroups, voice))
            header.sheet-head {
                (files::logo(&record.files))
                p.kicker { (record.kind.label(language)) }
                (title(&record.name))
                (record_tools(Resource::ThematicGroups, slug, voice))
            }
            div.sheet-columns {
                div.sheet-main {
                    (section(words::PURPOSE, &prose(&record.html, "purpose", record.purpose.as_ref()), voice))
                    (section(words::EVENTS, &meetings, voice))
                    (told)
                    (section(words::ELSEWHERE, &elsewhere, voice))
                    (files::shown(&record.files, voice))
                    (quoted(&record.provenance, voice))
                }
                aside.sheet-side { (section(words::KEY_FACTS, &facts(record, voice), voice)) }
            }
            (correct(Resource::ThematicGroups, &record.slug, voice))
            (origin(
                &record.provenance,
                record.updated_at,
                record.confirmed_at,
                &json_address(Resource::ThematicGroups, slug, voice),
                voice,
            ))
        }
    };
    let page = PublicPage::Record(Resource::ThematicGroups, record.slug.clone());
    let description = record.purpose.clone().unwrap_or_else(|| record.name.clone());
    let sheet = Sheet::new(&page, record.name.clone(), description, main);
    #[cfg(feature = "json-ld")]
    let sheet = sheet.structured(serde_json::json!({
        "@type": "Organization",
        "name": record.name,
        "description": record.purpose,
    }));
    sheet
}

fn facts(record: &ThematicGroup, voice: impl Voice) -> Markup {
    let language = voice.language();
    let countries: Vec<(String, String)> = crate::parts::countries(&record.countries, voice)
        .into_iter()
        .map(|(code, name)| (crate::parts::filtered(paths::PROJECTS, "country", &code), name))
        .collect();
    let kinds: Vec<&str> = record
        .restricted_to
        .iter()
        .map(|kind| kind.label(language))
        .collect();
    let members = record.members.iter().map(collectivity).collect();
    let animators = record
        .animators
        .iter()
        .map(|actor| to(Resource::Actors, actor.slug.as_str(), &actor.name));
    html! {
        dl.facts {
            (fact(words::JOINING, Some(record.join_policy.label(language)), voice))
            (fact(words::RESTRICTED_TO, (!kinds.is_empty()).then(|| kinds.join(", ")), voice))
            (fact(words::NEXT_DATE, record.next_date.map(|date| voice.date(date)), voice))
            (said(words::DELIVERABLE, record.deliverable.as_ref(), voice))
            (fact(words::MEMBERS, listed(members), voice))
            (fact(words::ANIMATORS, listed(animators.collect()), voice))
            (fact(shell::THEMES, theme_tags(&record.themes, voice), voice))
            (fact(shell::COUNTRIES, tags(&countries), voice))
        }
    }
}

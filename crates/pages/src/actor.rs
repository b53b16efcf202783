//! Fiche acteur: an organisation that is not an authority of the region.

use crate::parts::{
    above, correct, fact, heading, json_address, origin, outside, prose, quoted, record_tools, said, section,
    yours,
};
use crate::{Sheet, Source, Voice, files, project, told};
use aect_types::Resource;
use aect_types::actors::Actor;
use aect_types::site::PublicPage;
use aect_words::Labelled as _;
use aect_words::pages::{actors as words, collectivities};
use futures_util::future::try_join;
use maud::html;

/// The page of the actor at `key`.
pub(crate) async fn page<S: Source>(key: &str, source: &S, voice: impl Voice) -> Result<Sheet, S::Error> {
    let record = source.record::<Actor>(key).await?;
    let (language, slug) = (voice.language(), record.slug.as_str());
    let (projects, told) = try_join(
        project::of_record("actor", slug, source),
        told::of("actor", &[slug], source, voice),
    )
    .await?;
    let kind = record.kind.label(language);
    let facts = html! {
        dl.facts {
            (fact(words::KIND, Some(kind), voice))
            (fact(words::ACRONYM, record.acronym.as_ref(), voice))
            (said(words::SCOPE, record.scope.as_ref(), voice))
            (fact(collectivities::WEBSITE, record.website.as_ref().map(|site| outside(site, site)), voice))
        }
    };
    let main = html! {
        article.sheet {
            (above(Resource::Actors, voice))
            header.sheet-head {
                (files::logo(&record.files))
                p.kicker { (kind) }
                (heading(&record.name))
                @if let Some(note) = &record.status_note { p.notice lang="fr" { (voice.capitalised(note)) } }
                (record_tools(Resource::Actors, slug, voice))
            }
            div.sheet-columns {
                div.sheet-main {
                    @if record.description.is_some() { section { (prose(&record.html, "description", record.description.as_ref())) } }
                    (project::list_of(&projects, "actor", slug, voice))
                    (told)
                    (files::shown(&record.files, voice))
                    (quoted(&record.provenance, voice))
                }
                aside.sheet-side {
                    (section(words::KEY_FACTS, &facts, voice))
                    (yours(Resource::Actors, &record.slug, voice))
                }
            }
            (correct(Resource::Actors, &record.slug, voice))
            (origin(
                &record.provenance,
                record.updated_at,
                record.confirmed_at,
                &json_address(Resource::Actors, slug, voice),
                voice,
            ))
        }
    };
    let page = PublicPage::Record(Resource::Actors, record.slug.clone());
    let description = record.description.clone().unwrap_or_else(|| kind.to_owned());
    let sheet = Sheet::new(&page, record.name.clone(), description, main);
    #[cfg(feature = "json-ld")]
    let sheet = sheet.structured(serde_json::json!({
        "@type": "Organization",
        "name": record.name,
        "alternateName": record.acronym,
        "sameAs": record.website,
    }));
    Ok(sheet)
}

//! Thématique: who works on it, where, when.

use crate::parts::{above, correct, data, fact, filtered, heading, prose, record_tools, said, section, tags};
use crate::who::{self, Who};
use crate::{Sheet, Source, Voice, files, rows, told};
use aect_types::Resource;
use aect_types::site::{PublicPage, paths};
use aect_types::themes::Theme;
use aect_words::Labelled as _;
use aect_words::pages::{projects, themes as words};
use futures_util::future::try_join;
use maud::html;

/// The page of the theme at `key`.
pub(crate) async fn page<S: Source>(key: &str, source: &S, voice: impl Voice) -> Result<Sheet, S::Error> {
    let record = source.record::<Theme>(key).await?;
    let (language, slug) = (voice.language(), record.slug.as_str());
    let (who, told) = try_join(
        Who::ask("theme", slug, source),
        told::of("theme", &[slug], source, voice),
    )
    .await?;
    let name = rows::named(&record.name_fr, &record.name_en, language);
    let goals: Vec<(String, String)> = record
        .sdgs
        .iter()
        .map(|number| {
            let number = number.to_string();
            let name = format!("{number}. {}", voice.sdg(&number));
            (filtered(paths::PROJECTS, "sdg", &number), name)
        })
        .collect();
    let facts = html! {
        dl.facts {
            (said(words::ORIGIN, record.origin.as_ref(), voice))
            (fact(projects::SDGS, tags(&goals), voice))
        }
    };
    let main = html! {
        article.sheet {
            (above(Resource::Themes, voice))
            header.sheet-head {
                p.kicker { (record.kind.label(language)) }
                (heading(name))
                @if record.description.is_some() { div.lead { (prose(&record.html, "description", record.description.as_ref())) } }
                (record_tools(Resource::Themes, slug, voice))
            }
            div.sheet-columns {
                div.sheet-main {
                    (files::shown(&record.files, voice))
                    (who::shown(&who, voice))
                    (told)
                }
                aside.sheet-side {
                    (who::figures(&who, voice))
                    (who::countries(&who, voice))
                    (section(words::MORE, &facts, voice))
                }
            }
            (correct(Resource::Themes, &record.slug, voice))
            (data(Resource::Themes, slug, voice))
        }
    };
    let page = PublicPage::Record(Resource::Themes, record.slug.clone());
    let description = record
        .description
        .clone()
        .unwrap_or_else(|| format!("{name} – {}", words::WHO.of(language)));
    let sheet = Sheet::new(&page, name, description, main);
    #[cfg(feature = "json-ld")]
    let sheet = sheet.structured(serde_json::json!({"@type": "DefinedTerm", "name": name}));
    Ok(sheet)
}

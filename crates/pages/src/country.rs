//! Pays: who works there, on what, with whom.

use crate::parts::{above, correct, data, fact, filtered, heading, record_tools, section};
use crate::who::{self, Who};
use crate::{Sheet, Source, Voice, rows, told};
use aect_types::countries::Country;
use aect_types::partner_authorities::{PartnerAuthority, PartnerAuthoritySummary};
use aect_types::query::ListQuery;
use aect_types::site::{PublicPage, paths};
use aect_types::{Page, Resource};
use aect_words::Labelled as _;
use aect_words::pages::{countries_page as words, list};
use futures_util::future::try_join3;
use maud::{Markup, html};

/// Partner authorities named on the page.
const PARTNERS: u16 = 50;

/// The page of the country at `key`.
pub(crate) async fn page<S: Source>(key: &str, source: &S, voice: impl Voice) -> Result<Sheet, S::Error> {
    let record = source.record::<Country>(key).await?;
    let partners = ListQuery {
        limit: Some(PARTNERS),
        ..ListQuery::default()
    };
    let partners = partners.with("country", record.code.as_str());
    let (who, partners, told) = try_join3(
        Who::ask("country", record.code.as_str(), source),
        source.list::<PartnerAuthority>(&partners),
        told::of("country", &[record.code.as_str()], source, voice),
    )
    .await?;
    Ok(sheet(&record, &who, &partners, &told, voice))
}

fn sheet(
    record: &Country,
    who: &Who,
    partners: &Page<PartnerAuthoritySummary>,
    told: &Markup,
    voice: impl Voice,
) -> Sheet {
    let (language, slug) = (voice.language(), record.slug.as_str());
    let name = rows::named(&record.name_fr, &record.name_en, language);
    let on_the_map = filtered(paths::MAP, "country", record.code.as_str());
    let facts = html! {
        dl.facts {
            (fact(list::FIELD_CONTINENT, Some(record.continent.label(language)), voice))
            (fact(words::CAPITAL, record.capital.as_ref(), voice))
            (fact(words::CODE, Some(record.code.as_str()), voice))
            (fact(words::MAP, Some(html! { a href=(on_the_map) { (words::SEE_ON_THE_MAP.of(language)) } }), voice))
        }
    };
    let main = html! {
        article.sheet {
            (above(Resource::Countries, voice))
            header.sheet-head {
                p.kicker { (record.continent.label(language)) }
                (heading(name))
                (record_tools(Resource::Countries, slug, voice))
            }
            div.sheet-columns {
                div.sheet-main { (who::shown(who, voice)) (partners_there(record, partners, voice)) (told) }
                aside.sheet-side {
                    (who::figures(who, voice))
                    (section(words::KEY_FACTS, &facts, voice))
                }
            }
            (correct(Resource::Countries, &record.slug, voice))
            (data(Resource::Countries, slug, voice))
        }
    };
    let page = PublicPage::Record(Resource::Countries, record.slug.clone());
    let description = format!("{name} – {}", words::WHO.of(language));
    let sheet = Sheet::new(&page, name, description, main);
    #[cfg(feature = "json-ld")]
    let sheet =
        sheet.structured(serde_json::json!({"@type": "Country", "name": name, "identifier": record.code}));
    sheet
}

/// Authorities of the country that cooperate with the region.
fn partners_there(record: &Country, page: &Page<PartnerAuthoritySummary>, voice: impl Voice) -> Markup {
    let content = html! {
        @if !page.items.is_empty() {
            ul.names {
                @for one in &page.items {
                    li { (crate::parts::to(Resource::PartnerAuthorities, one.slug.as_str(), &one.name)) }
                }
            }
        }
        @if page.next.is_some() {
            @let all = filtered(paths::PARTNER_AUTHORITIES, "country", record.code.as_str());
            p { a href=(all) { (words::SEE_ALL_PARTNERS.of(voice.language())) } }
        }
    };
    section(words::PARTNERS, &content, voice)
}

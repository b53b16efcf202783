//! Collectivité partenaire: a local authority abroad.

use crate::parts::{
    above, correct, fact, filtered, heading, json_address, origin, outside, prose, quoted, record_tools,
    said, section,
};
use crate::{Sheet, Source, Voice, files, project, rows};
use aect_types::Resource;
use aect_types::partner_authorities::PartnerAuthority;
use aect_types::site::{PublicPage, paths};
use aect_words::pages::{actors as words, collectivities, list, partners};
use maud::{Markup, html};

/// The page of the partner authority at `key`.
pub(crate) async fn page<S: Source>(key: &str, source: &S, voice: impl Voice) -> Result<Sheet, S::Error> {
    let record = source.record::<PartnerAuthority>(key).await?;
    let projects = project::of_record("partner_authority", record.slug.as_str(), source).await?;
    let (language, slug) = (voice.language(), record.slug.as_str());
    let country = voice.country(record.country.as_str());
    let main = html! {
        article.sheet {
            (above(Resource::PartnerAuthorities, voice))
            header.sheet-head {
                (files::logo(&record.files))
                p.kicker { (country) }
                (heading(&record.name))
                @if record.to_confirm { p.badges { (rows::doubt(language)) } }
                (record_tools(Resource::PartnerAuthorities, slug, voice))
            }
            div.sheet-columns {
                div.sheet-main {
                    @if record.description.is_some() { section { (prose(&record.html, "description", record.description.as_ref())) } }
                    (project::list_of(&projects, "partner_authority", slug, voice))
                    (files::shown(&record.files, voice))
                    (quoted(&record.provenance, voice))
                }
                aside.sheet-side { (section(words::KEY_FACTS, &facts(&record, &country, voice), voice)) }
            }
            (correct(Resource::PartnerAuthorities, &record.slug, voice))
            (origin(
                &record.provenance,
                record.updated_at,
                record.confirmed_at,
                &json_address(Resource::PartnerAuthorities, slug, voice),
                voice,
            ))
        }
    };
    let page = PublicPage::Record(Resource::PartnerAuthorities, record.slug.clone());
    let description = format!("{} ({country}) – {}", record.name, partners::ONE.of(language));
    let sheet = Sheet::new(&page, record.name.clone(), description, main);
    #[cfg(feature = "json-ld")]
    let sheet = sheet.structured(serde_json::json!({
        "@type": "GovernmentOrganization",
        "name": record.name,
        "address": { "@type": "PostalAddress", "addressCountry": record.country },
        "sameAs": record.website,
    }));
    Ok(sheet)
}

fn facts(record: &PartnerAuthority, country: &str, voice: impl Voice) -> Markup {
    let code = record.country.as_str();
    let projects = filtered(paths::PROJECTS, "country", code);
    let wikidata = record.wikidata_id.as_ref().map(|id| {
        let href = format!("https://www.wikidata.org/wiki/{id}");
        outside(&href, id)
    });
    html! {
        dl.facts {
            (fact(list::FIELD_COUNTRY, Some(html! { a href=(projects) { (country) } }), voice))
            (said(words::KIND, record.authority_type.as_ref(), voice))
            (fact(collectivities::WEBSITE, record.website.as_ref().map(|site| outside(site, site)), voice))
            (fact(partners::WIKIDATA, wikidata, voice))
        }
    }
}

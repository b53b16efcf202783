//! Projet: one cooperation.

use super::Plain;
use super::french::{FR, French};
use super::parts::{breadcrumb, citation, collectivity, fact, links, origin, outside, paragraphs};
use crate::Site;
use aect_types::Resource;
use aect_types::projects::Project;
use aect_words::Labelled as _;
use aect_words::pages::{projects as words, shell};
use aect_words::phrases;
use maud::{Markup, html};
use serde_json::json;

/// One project.
#[must_use]
pub fn project(record: &Project, site: &Site) -> Plain {
    let description = record
        .summary
        .clone()
        .or_else(|| record.description.clone())
        .unwrap_or_else(|| record.kind.label(FR).to_owned());
    Plain {
        heading: record.title.clone(),
        section: Some(shell::PROJECTS),
        structured: Some(json!({
            "@type": "Project",
            "name": record.title,
            "description": description,
            "parentOrganization": record.lead.as_ref().map(|lead| json!({
                "@type": "GovernmentOrganization",
                "name": lead.name,
                "url": site.page_url(&format!("/annuaire/{}", lead.slug)),
            })),
        })),
        description,
        path: format!("/projets/{}", record.slug),
        main: html! {
            (breadcrumb("/projets", shell::PROJECTS))
            article.sheet {
                p.kicker { (record.kind.label(FR)) }
                h1 { (record.title) }
                @if let Some(summary) = &record.summary { p.lead { (summary) } }
                (facts(record, site))
                @if let Some(text) = &record.description { (paragraphs(text)) }
                (story(record))
                (origin(&record.provenance, record.updated_at, &site.record_url(Resource::Projects, record.slug.as_str())))
            }
        },
    }
}

fn facts(record: &Project, site: &Site) -> Markup {
    let countries = record.countries.iter().map(|share| {
        let href = format!("/projets?country={}", share.country);
        (href, site.country_name(&share.country).to_owned())
    });
    let themes = record
        .themes
        .iter()
        .map(|theme| (format!("/projets?theme={}", theme.slug), theme.name_fr.clone()));
    let lead = record.lead.as_ref().map(collectivity);
    let named = record.lead_name.as_ref().filter(|_| lead.is_none());
    let others = record.collectivities.iter().map(|part| {
        let href = format!("/annuaire/{}", part.collectivity.slug);
        (href, part.collectivity.name.clone())
    });
    let partners = joined(
        record
            .partner_authorities
            .iter()
            .map(|partner| partner.name.clone()),
    );
    let actors = joined(record.actors.iter().map(|part| part.actor.name.clone()));
    let places = joined(record.places.iter().map(|place| place.name.clone()));
    let budget = record.budget.and_then(|range| phrases::money(range, French));
    html! {
        dl.facts {
            (fact(words::LEAD, lead))
            (fact(words::LEAD, named))
            (fact(words::COLLECTIVITIES, links(others)))
            (fact(words::PARTNER_AUTHORITIES, partners))
            (fact(words::ACTORS, actors))
            (fact(words::OTHER_PARTICIPANTS, joined(record.other_participants.iter().cloned())))
            (fact(words::COUNTRIES, links(countries)))
            (fact(words::AREA, record.area.as_ref()))
            (fact(words::PLACES, places))
            (fact(words::STATUS, Some(phrases::status(record.status, record.stated_on(), French))))
            (fact(words::DATES, phrases::period(record.start_date, record.end_date, French)))
            (fact(words::MONEY, budget.or_else(|| record.budget_note.clone())))
            (fact(words::THEMES, links(themes)))
        }
    }
}

fn joined(names: impl Iterator<Item = String>) -> Option<String> {
    let names: Vec<String> = names.collect();
    (!names.is_empty()).then(|| names.join(", "))
}

fn story(record: &Project) -> Markup {
    let told = [
        (words::BRINGS_HOME, &record.brings_home),
        (words::RESULTS, &record.results),
        (words::BENEFICIARIES, &record.beneficiaries),
        (words::LOOKING_FOR, &record.looking_for_note),
    ];
    html! {
        @for (name, text) in told {
            @if let Some(text) = text { section { h2 { (name.of(FR)) } (paragraphs(text)) } }
        }
        @if !record.links.is_empty() || !record.documents.is_empty() {
            section {
                h2 { (words::LINKS.of(FR)) }
                ul {
                    @for link in record.links.iter().chain(&record.documents) {
                        li { (outside(&link.url, &link.title)) }
                    }
                }
            }
        }
        @if !record.provenance.citations.is_empty() {
            section {
                h2 { (shell::QUOTED_FROM.of(FR)) }
                @for one in &record.provenance.citations { (citation(one)) }
            }
        }
    }
}

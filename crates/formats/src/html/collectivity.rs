//! Fiche: one collectivity.

use super::Plain;
use super::french::{FR, French};
use super::parts::{
    breadcrumb, citation, collectivity as named, countries, fact, links, origin, outside, project_row,
};
use crate::Site;
use aect_types::collectivities::Collectivity;
use aect_types::projects::ProjectSummary;
use aect_types::{Page, Resource};
use aect_words::Labelled as _;
use aect_words::pages::{collectivities as words, list, shell};
use aect_words::phrases;
use maud::{Markup, html};
use serde_json::json;

/// One collectivity with the first of its projects, twinnings to confirm included.
#[must_use]
pub fn collectivity(record: &Collectivity, projects: &Page<ProjectSummary>, site: &Site) -> Plain {
    Plain {
        heading: record.full_name.clone(),
        section: Some(shell::DIRECTORY),
        description: description(record),
        path: format!("/annuaire/{}", record.slug),
        structured: Some(json!({
            "@type": "GovernmentOrganization",
            "name": record.full_name,
            "identifier": record.siren,
            "sameAs": record.website,
        })),
        main: html! {
            (breadcrumb("/annuaire", shell::DIRECTORY))
            article.sheet {
                p.kicker { (record.kind.label(FR)) }
                h1 { (record.full_name) }
                @if let Some(summary) = &record.summary { p.lead { (summary) } }
                (identity(record))
                (activity(record, projects, site))
                @if !record.service_notes.is_empty() {
                    section {
                        h2 { (words::SERVICE_NOTES.of(FR)) }
                        p.small { (words::SERVICE_NOTES_NOTE.of(FR)) }
                        @for note in &record.service_notes { h3 { (note.year) } (citation(&note.citation)) }
                    }
                }
                (origin(
                    &record.provenance,
                    record.updated_at,
                    &site.record_url(Resource::Collectivities, record.slug.as_str()),
                ))
            }
        },
    }
}

/// Its own words, else what is known of it in figures.
fn description(record: &Collectivity) -> String {
    if let Some(summary) = &record.summary {
        return summary.clone();
    }
    let activity = &record.activity;
    let figures = [
        (activity.projects, list::PROJECTS),
        (activity.twinnings_to_confirm, list::TWINNINGS_TO_CONFIRM),
    ];
    let mut parts = vec![format!(
        "{}, {}",
        record.full_name,
        words::ACTIVITY.of(FR).to_lowercase()
    )];
    for (count, noun) in figures {
        if count > 0 {
            parts.push(phrases::counted(count, noun, French));
        }
    }
    parts.join(" – ")
}

fn identity(record: &Collectivity) -> Markup {
    let department = record
        .department
        .as_ref()
        .filter(|department| department.id != record.id)
        .map(named);
    let postal_codes = (!record.postal_codes.is_empty()).then(|| record.postal_codes.join(", "));
    let members = record.kind.is_epci().then(|| {
        html! { a href={ "/annuaire?epci=" (record.slug) } { (words::SEE_MEMBERS.of(FR)) } }
    });
    html! {
        section {
            h2 { (words::IDENTITY.of(FR)) }
            dl.facts {
                (fact(words::POPULATION, record.population.map(|number| phrases::inhabitants(number, French))))
                (fact(list::FIELD_DEPARTMENT, department))
                (fact(words::EPCI, record.epci.as_ref().map(named)))
                (fact(words::MEMBERS, members))
                (fact(words::SIREN, record.siren.as_ref().map(ToString::to_string)))
                (fact(words::INSEE, record.insee_code.as_ref()))
                (fact(words::POSTAL_CODES, postal_codes))
                (fact(words::WEBSITE, record.website.as_ref().map(|site| outside(site, site))))
                (fact(words::CONTACT, record.contact_mailbox.as_ref()))
            }
        }
    }
}

fn activity(record: &Collectivity, projects: &Page<ProjectSummary>, site: &Site) -> Markup {
    let countries = countries(&record.activity.countries, site)
        .into_iter()
        .map(|(code, name)| (format!("/annuaire?country={code}"), name.to_owned()));
    html! {
        section {
            h2 { (words::ACTIVITY.of(FR)) }
            dl.facts { (fact(words::COUNTRIES, links(countries))) }
            @if projects.items.is_empty() {
                p { (words::NO_ACTIVITY.of(FR)) }
            } @else {
                h3 { (words::PROJECTS.of(FR)) }
                ol.rows { @for item in &projects.items { (project_row(item, site)) } }
            }
            @if projects.next.is_some() {
                p { a href={ "/projets?collectivity=" (record.slug) } { (words::SEE_ALL_PROJECTS.of(FR)) } }
            }
        }
    }
}

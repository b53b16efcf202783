//! What several pages have: rows, facts, links to lists, where a record comes from.

use super::french::{FR, French};
use crate::Site;
use aect_types::collectivities::{CollectivityRef, CollectivitySummary};
use aect_types::projects::{ProjectStatus, ProjectSummary};
use aect_types::provenance::{Citation, Provenance};
use aect_types::text::fold;
use aect_types::{CountryCode, Instant, PartialDate};
use aect_words::Labelled as _;
use aect_words::pages::{Text, list, projects as words, shell};
use aect_words::phrases::{self, Locale as _};
use maud::{Markup, html};

/// The pages that every page leads to, in order.
pub(super) const NAVIGATION: [(&str, Text); 4] = [
    ("/", shell::HOME),
    ("/carte", shell::MAP),
    ("/annuaire", shell::DIRECTORY),
    ("/projets", shell::PROJECTS),
];

/// The row of a collectivity.
pub(super) fn collectivity_row(summary: &CollectivitySummary, site: &Site) -> Markup {
    let population = summary
        .population
        .map(|population| phrases::inhabitants(population, French));
    let figures = [
        (summary.activity.projects, list::PROJECTS),
        (summary.activity.twinnings_to_confirm, list::TWINNINGS_TO_CONFIRM),
    ];
    let figures = figures
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, noun)| phrases::counted(count, noun, French));
    let what = [Some(summary.kind.label(FR).to_owned()), population];
    html! {
        li.row {
            p.row-title { a href={ "/annuaire/" (summary.slug) } { (summary.name) } }
            p.row-note { (joined(what.into_iter().flatten())) }
            (note("row-figures", &joined(figures)))
            (note("row-note", &country_names(&summary.activity.countries, site)))
        }
    }
}

/// The row of a project.
pub(super) fn project_row(summary: &ProjectSummary, site: &Site) -> Markup {
    let lead = summary
        .lead
        .as_ref()
        .map(|lead| lead.name.clone())
        .or_else(|| summary.lead_name.clone());
    let partners = (!summary.partners.is_empty())
        .then(|| format!("{} {}", words::WITH.of(FR), summary.partners.join(", ")));
    let who: Vec<String> = [lead, partners].into_iter().flatten().collect();
    let countries = country_names(&summary.countries, site);
    let place = [
        (!countries.is_empty()).then_some(countries),
        phrases::period(summary.start_date, summary.end_date, French),
    ];
    html! {
        li.row {
            p.row-title { a href={ "/projets/" (summary.slug) } { (summary.title) } }
            (note("row-note", &who.join(" ")))
            (note("row-note", &joined(place.into_iter().flatten())))
            p.badges {
                span.badge { (summary.kind.label(FR)) }
                @if summary.status != ProjectStatus::Unknown {
                    " " span.badge { (phrases::status(summary.status, summary.stated_on, French)) }
                }
                @if summary.to_confirm { " " span.badge.badge-doubt { (shell::TO_CONFIRM.of(FR)) } }
            }
        }
    }
}

fn note(class: &str, text: &str) -> Markup {
    html! { @if !text.is_empty() { p class=(class) { (text) } } }
}

/// What there is, with a dot between.
pub(super) fn joined(parts: impl Iterator<Item = String>) -> String {
    parts.collect::<Vec<_>>().join(" · ")
}

fn country_names(codes: &[CountryCode], site: &Site) -> String {
    let names = countries(codes, site).into_iter().map(|(_, name)| name);
    names.collect::<Vec<_>>().join(", ")
}

/// Countries with their names, in the order of these.
pub(super) fn countries<'a>(codes: &'a [CountryCode], site: &'a Site) -> Vec<(&'a CountryCode, &'a str)> {
    let mut named: Vec<_> = codes.iter().map(|code| (code, site.country_name(code))).collect();
    named.sort_by_cached_key(|(_, name)| fold(name));
    named
}

/// A line of a record, where there is something to say.
pub(super) fn fact(name: Text, value: Option<impl maud::Render>) -> Markup {
    html! { @if let Some(value) = value { div.fact { dt { (name.of(FR)) } dd { (value) } } } }
}

/// Links, one a line of a list; nothing for none.
pub(super) fn links(links: impl IntoIterator<Item = (String, String)>) -> Option<Markup> {
    let mut links = links.into_iter().peekable();
    links.peek()?;
    Some(html! { ul.tags { @for (href, name) in links { li { a.tag href=(href) { (name) } } } } })
}

/// Another site's address, as a link where it is one of the Web.
pub(super) fn outside(url: &str, name: &str) -> Markup {
    let of_the_web = url.starts_with("https://") || url.starts_with("http://");
    html! { @if of_the_web { a.outside href=(url) rel="noopener" { (name) } } @else { (name) } }
}

/// A collectivity named.
pub(super) fn collectivity(named: &CollectivityRef) -> Markup {
    html! { a href={ "/annuaire/" (named.slug) } { (named.name) } }
}

/// The lists above a record.
pub(super) fn breadcrumb(path: &str, name: Text) -> Markup {
    html! {
        nav.breadcrumb aria-label=(shell::BREADCRUMB.of(FR)) {
            ol { li { a href=(path) { (name.of(FR)) } } }
        }
    }
}

/// A text in paragraphs.
pub(super) fn paragraphs(text: &str) -> Markup {
    html! { @for paragraph in text.split("\n\n") { p { (paragraph) } } }
}

/// One quotation with its document.
pub(super) fn citation(citation: &Citation) -> Markup {
    html! {
        figure.citation {
            @if let Some(words) = &citation.quotation { blockquote { p { (words) } } }
            figcaption { (capitalised(&phrases::source(citation, French))) }
        }
    }
}

/// With a capital, as a sentence begins.
fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}

/// Where a record comes from, how old it is, and its data.
pub(super) fn origin(provenance: &Provenance, updated_at: Instant, json: &str) -> Markup {
    let data = [provenance.source.clone(), provenance.license.clone()];
    let data = data.into_iter().flatten().collect::<Vec<_>>().join(" – ");
    let day = PartialDate::Day(updated_at.as_datetime().date_naive());
    html! {
        footer.origin {
            @if !data.is_empty() { p { (shell::DATA_FROM.of(FR)) " " (data) } }
            p { (shell::UPDATED.of(FR)) " " (French.date(day)) "." }
            p { a href=(json) { (shell::RECORD_JSON.of(FR)) } }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Arc;

    #[test]
    fn countries_stand_in_the_order_of_their_names() {
        let names = [
            ("DE", "Allemagne"),
            ("EG", "Égypte"),
            ("ES", "Espagne"),
            ("ZA", "Afrique du Sud"),
        ];
        let names = names.map(|(code, name)| (code.parse().unwrap(), name.to_owned()));
        let site = Site::new("", Arc::new(names.into()));
        let codes = ["DE", "EG", "ES", "ZA", "SN"].map(|code| code.parse().unwrap());
        assert_eq!(
            country_names(&codes, &site),
            "Afrique du Sud, Allemagne, Égypte, Espagne, SN"
        );
    }

    #[test]
    fn sentences_begin_with_a_capital() {
        assert_eq!(capitalised("état"), "État");
        assert_eq!(capitalised(""), "");
    }
}

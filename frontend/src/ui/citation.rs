//! What documents say, word for word, and where a record comes from.

use crate::intl::Browser;
use crate::language::use_language;
use crate::ui::node::{link, linked, node, present, text, told};
use crate::ui::rows::joined_by;
use crate::{intl, phrases};
use aect_types::provenance::{Citation, Provenance};
use aect_types::{Instant, PartialDate};
use aect_words::pages::{Text, shell};
use leptos::prelude::*;

/// One quotation with its document.
pub(crate) fn citation(citation: &Citation) -> AnyView {
    let source = phrases::capitalised(&phrases::source(citation, Browser(use_language())));
    // Documents are French, whatever the language of the page.
    let words = citation
        .quotation
        .clone()
        .map(|words| view! { <blockquote lang="fr"><p>{words}</p></blockquote> }.into_any());
    node(
        "figure",
        "citation",
        present([words, Some(told("figcaption", "", source))]),
    )
}

/// Where the record comes from, how old it is, and whether anybody confirmed it; then its data.
pub(crate) fn origin(
    provenance: &Provenance,
    updated_at: Instant,
    confirmed_at: Option<Instant>,
    json: String,
) -> AnyView {
    let language = use_language();
    let data = joined_by(" – ", [provenance.source.clone(), provenance.license.clone()]);
    let day = |moment: Instant| intl::date(PartialDate::Day(moment.as_datetime().date_naive()), language);
    let confirmed = match confirmed_at {
        None => shell::NEVER_CONFIRMED.of(language).to_owned(),
        Some(moment) => format!("{} {}.", shell::CONFIRMED.of(language), day(moment)),
    };
    let age = format!("{} {}. {confirmed}", shell::UPDATED.of(language), day(updated_at));
    let parts = present([
        (!data.is_empty()).then(|| told("p", "", format!("{} {data}", shell::DATA_FROM.of(language)))),
        Some(told("p", "", age)),
        Some(node(
            "p",
            "no-print",
            vec![link(json, shell::RECORD_JSON.of(language))],
        )),
    ]);
    node("footer", "origin", parts)
}

/// A line of a record: what it is called and what it says.
pub(crate) fn fact(name: Text, value: AnyView) -> AnyView {
    let name = told("dt", "", name.of(use_language()));
    node("div", "fact", vec![name, node("dd", "", vec![value])])
}

/// A line of a record, where there is something to say.
pub(crate) fn fact_if(name: Text, value: Option<AnyView>) -> Option<AnyView> {
    value.map(|value| fact(name, value))
}

/// A line of a record that is a text, where there is one.
pub(crate) fn fact_text(name: Text, value: Option<String>) -> Option<AnyView> {
    value.map(|value| fact(name, text(value)))
}

/// Links to a list for each of several names.
pub(crate) fn tags(links: Vec<(String, String)>) -> Option<AnyView> {
    let mut items = Vec::with_capacity(links.len());
    for (href, name) in links {
        items.push(node("li", "", vec![linked(href, "tag", name)]));
    }
    (!items.is_empty()).then(|| node("ul", "tags", items))
}

/// A part of a record under its heading.
pub(crate) fn section(name: Text, mut parts: Vec<AnyView>) -> AnyView {
    parts.insert(0, told("h2", "", name.of(use_language())));
    node("section", "", parts)
}

/// Where one is: the lists above the record.
pub(crate) fn breadcrumb(links: Vec<AnyView>) -> AnyView {
    let items: Vec<AnyView> = links.into_iter().map(|link| node("li", "", vec![link])).collect();
    let list = node("ol", "", items);
    let label = shell::BREADCRUMB.of(use_language());
    view! { <nav class="breadcrumb" aria-label=label>{list}</nav> }.into_any()
}

//! What documents say, word for word, and where a record comes from.

use crate::language::use_language;
use crate::{intl, phrases};
use aect_types::provenance::{Citation, Provenance};
use aect_types::{Instant, PartialDate};
use aect_words::pages::shell;
use leptos::prelude::*;

/// One quotation with its document.
pub(crate) fn citation(citation: &Citation) -> AnyView {
    let language = use_language();
    let source = phrases::source(citation, language);
    view! {
        <figure class="citation">
            {citation.quotation.clone().map(|words| view! { <blockquote lang="fr"><p>{words}</p></blockquote> })}
            <figcaption>{phrases::capitalised(&source)}</figcaption>
        </figure>
    }
    .into_any()
}

/// Where the record comes from, how old it is, and whether anybody confirmed it; then its data.
pub(crate) fn origin(
    provenance: &Provenance,
    updated_at: Instant,
    confirmed_at: Option<Instant>,
    json: String,
) -> AnyView {
    let language = use_language();
    let parts: Vec<String> = [provenance.source.clone(), provenance.license.clone()]
        .into_iter()
        .flatten()
        .collect();
    let day = |moment: Instant| intl::date(PartialDate::Day(moment.as_datetime().date_naive()), language);
    let confirmed = confirmed_at.map_or_else(
        || shell::NEVER_CONFIRMED.of(language).to_owned(),
        |moment| format!("{} {}.", shell::CONFIRMED.of(language), day(moment)),
    );
    view! {
        <footer class="origin">
            {(!parts.is_empty()).then(|| view! { <p>{shell::DATA_FROM.of(language)}" "{parts.join(" – ")}</p> })}
            <p>{shell::UPDATED.of(language)}" "{day(updated_at)}". "{confirmed}</p>
            <p class="no-print"><a href=json>{shell::RECORD_JSON.of(language)}</a></p>
        </footer>
    }
    .into_any()
}

/// A line of a record: what it is called and what it says.
pub(crate) fn fact(name: &'static str, value: impl IntoView + 'static) -> AnyView {
    view! { <div class="fact"><dt>{name}</dt><dd>{value.into_any()}</dd></div> }.into_any()
}

/// A line of a record, where there is something to say.
pub(crate) fn fact_if(name: &'static str, value: Option<impl IntoView + 'static>) -> Option<AnyView> {
    value.map(|value| fact(name, value))
}

/// Links to a list for each of several names.
pub(crate) fn tags(links: Vec<(String, String)>) -> Option<AnyView> {
    let link = |(href, name): (String, String)| view! { <li><a class="tag" href=href>{name}</a></li> };
    (!links.is_empty())
        .then(|| view! { <ul class="tags">{links.into_iter().map(link).collect_view()}</ul> }.into_any())
}

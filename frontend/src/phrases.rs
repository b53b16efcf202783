//! Small sentences out of records: counts, dates with their preposition, ranges of money, how a project stands.

use crate::{browser, intl};
use aect_types::PartialDate;
use aect_types::money::MoneyRange;
use aect_types::projects::ProjectStatus;
use aect_types::provenance::Citation;
use aect_words::pages::{Counted, collectivities, projects, shell};
use aect_words::{Labelled, Language};

/// «12 projets».
pub(crate) fn counted(count: u64, noun: Counted, language: Language) -> String {
    format!(
        "{}\u{a0}{}",
        intl::number(count, language),
        noun.form(count, language)
    )
}

/// «en 2016», «en janvier 2017», «le 20 septembre 2016».
pub(crate) fn at(date: PartialDate, language: Language) -> String {
    let preposition = match (date, language) {
        (PartialDate::Day(_), Language::Fr) => "le",
        (PartialDate::Day(_), Language::En) => "on",
        (_, Language::Fr) => "en",
        (_, Language::En) => "in",
    };
    format!("{preposition} {}", intl::date(date, language))
}

/// «En cours en 2016»: a status without its date would be read as today's.
pub(crate) fn status(status: ProjectStatus, stated_on: Option<PartialDate>, language: Language) -> String {
    let label = status.label(language);
    match stated_on {
        Some(date) => format!("{label} {}", at(PartialDate::Year(date.year()), language)),
        None => label.to_owned(),
    }
}

/// «depuis 2008», «2012 – 2016», «jusqu'en 2016»; nothing where nothing was said.
pub(crate) fn period(
    start: Option<PartialDate>,
    end: Option<PartialDate>,
    language: Language,
) -> Option<String> {
    let written = |date| intl::date(date, language);
    match (start, end) {
        (Some(start), Some(end)) if start == end => Some(written(start)),
        (Some(start), Some(end)) => Some(format!("{} – {}", written(start), written(end))),
        (Some(start), None) => Some(format!("{} {}", projects::SINCE.of(language), written(start))),
        (None, Some(end)) => Some(format!("{} {}", projects::UNTIL.of(language), written(end))),
        (None, None) => None,
    }
}

/// «entre 30 000 € et 70 000 €», «50 000 €».
pub(crate) fn money(range: MoneyRange, language: Language) -> Option<String> {
    let written = |cents| intl::euros(cents, language);
    let ends = (
        range.min.map(|money| money.amount_cents),
        range.max.map(|money| money.amount_cents),
    );
    match ends {
        (Some(min), Some(max)) if min == max => Some(written(min)),
        (Some(min), Some(max)) => Some(format!(
            "{} {} {} {}",
            projects::BETWEEN.of(language),
            written(min),
            projects::AND.of(language),
            written(max)
        )),
        (Some(min), None) => Some(format!("{} {}", projects::AT_LEAST.of(language), written(min))),
        (None, Some(max)) => Some(format!("{} {}", projects::AT_MOST.of(language), written(max))),
        (None, None) => None,
    }
}

/// «d'après Compte-rendu…, 20 septembre 2016».
pub(crate) fn source(citation: &Citation, language: Language) -> String {
    let mut sentence = format!(
        "{} «\u{a0}{}\u{a0}»",
        shell::ACCORDING_TO.of(language),
        citation.document.title
    );
    if language == Language::En {
        sentence = format!(
            "{} “{}”",
            shell::ACCORDING_TO.of(language),
            citation.document.title
        );
    }
    for part in [
        citation.document.issuer.clone(),
        citation
            .stated_on
            .or(citation.document.date)
            .map(|date| intl::date(date, language)),
    ]
    .into_iter()
    .flatten()
    {
        sentence.push_str(", ");
        sentence.push_str(&part);
    }
    sentence
}

/// «267 991 habitants».
pub(crate) fn inhabitants(population: i32, language: Language) -> String {
    format!(
        "{}\u{a0}{}",
        intl::number(population, language),
        collectivities::INHABITANTS.of(language)
    )
}

/// With a capital, as a sentence begins.
pub(crate) fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .map_or_else(String::new, |first| browser::upper_case(first) + letters.as_str())
}

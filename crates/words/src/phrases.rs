//! Small sentences out of records: counts, dates with their preposition, ranges of money, how a project stands.
//!
//! How a number or a date is written is asked of a [`Locale`]: the browser's own in the pages, ours on the server.

use crate::pages::{Counted, collectivities, projects, shell};
use crate::{Labelled as _, Language};
use aect_types::PartialDate;
use aect_types::money::MoneyRange;
use aect_types::projects::ProjectStatus;
use aect_types::provenance::Citation;

/// How a language writes numbers and dates.
pub trait Locale: Copy {
    /// The language.
    fn language(self) -> Language;
    /// A whole number: `6 150 451`.
    fn number(self, value: i64) -> String;
    /// A date as exactly as it was said: `2008`, `janvier 2017`, `20 septembre 2016`.
    fn date(self, date: PartialDate) -> String;
}

/// «12 projets».
#[must_use]
pub fn counted(count: u64, noun: Counted, locale: impl Locale) -> String {
    let number = locale.number(i64::try_from(count).unwrap_or(i64::MAX));
    format!("{number}\u{a0}{}", noun.form(count, locale.language()))
}

/// «267 991 habitants».
#[must_use]
pub fn inhabitants(population: i32, locale: impl Locale) -> String {
    format!(
        "{}\u{a0}{}",
        locale.number(population.into()),
        collectivities::INHABITANTS.of(locale.language())
    )
}

/// An amount of euros out of cents, cents left out.
#[must_use]
pub fn euros(cents: i64, locale: impl Locale) -> String {
    let whole = locale.number(cents / 100);
    match locale.language() {
        Language::Fr => format!("{whole}\u{a0}€"),
        Language::En => format!("€{whole}"),
    }
}

/// «en 2016», «en janvier 2017», «le 20 septembre 2016».
#[must_use]
pub fn at(date: PartialDate, locale: impl Locale) -> String {
    let preposition = match (date, locale.language()) {
        (PartialDate::Day(_), Language::Fr) => "le",
        (PartialDate::Day(_), Language::En) => "on",
        (_, Language::Fr) => "en",
        (_, Language::En) => "in",
    };
    format!("{preposition} {}", locale.date(date))
}

/// «En cours en 2016»: a status without its date would be read as today's.
#[must_use]
pub fn status(status: ProjectStatus, stated_on: Option<PartialDate>, locale: impl Locale) -> String {
    let label = status.label(locale.language());
    match stated_on {
        Some(date) => format!("{label} {}", at(PartialDate::Year(date.year()), locale)),
        None => label.to_owned(),
    }
}

/// «depuis 2008», «2012 – 2016», «jusqu’en 2016»; nothing where nothing was said.
#[must_use]
pub fn period(start: Option<PartialDate>, end: Option<PartialDate>, locale: impl Locale) -> Option<String> {
    let language = locale.language();
    match (start, end) {
        (Some(start), Some(end)) if start == end => Some(locale.date(start)),
        (Some(start), Some(end)) => Some(format!("{} – {}", locale.date(start), locale.date(end))),
        (Some(start), None) => Some(format!("{} {}", projects::SINCE.of(language), locale.date(start))),
        (None, Some(end)) => Some(format!("{} {}", projects::UNTIL.of(language), locale.date(end))),
        (None, None) => None,
    }
}

/// «entre 30 000 € et 70 000 €», «50 000 €».
#[must_use]
pub fn money(range: MoneyRange, locale: impl Locale) -> Option<String> {
    let language = locale.language();
    let written = |cents| euros(cents, locale);
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

/// «45 %», a whole number of them.
#[must_use]
pub fn percent(share: u8, language: Language) -> String {
    let sign = match language {
        Language::Fr => "\u{a0}%",
        Language::En => "%",
    };
    [&share.to_string(), sign].concat()
}

/// «Compte-rendu» as a quotation of that language.
#[must_use]
pub fn quoted(text: &str, language: Language) -> String {
    match language {
        Language::Fr => format!("«\u{a0}{text}\u{a0}»"),
        Language::En => format!("“{text}”"),
    }
}

/// «d’après Compte-rendu…, 20 septembre 2016».
#[must_use]
pub fn source(citation: &Citation, locale: impl Locale) -> String {
    let (language, title) = (locale.language(), &citation.document.title);
    let quoted = quoted(title, language);
    let date = citation.stated_on.or(citation.document.date);
    let parts = [
        Some(format!("{} {quoted}", shell::ACCORDING_TO.of(language))),
        citation.document.issuer.clone(),
        date.map(|date| locale.date(date)),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Writes as plainly as can be.
    #[derive(Clone, Copy)]
    struct Plainly(Language);

    impl Locale for Plainly {
        fn language(self) -> Language {
            self.0
        }

        fn number(self, value: i64) -> String {
            value.to_string()
        }

        fn date(self, date: PartialDate) -> String {
            date.to_string()
        }
    }

    const FR: Plainly = Plainly(Language::Fr);

    fn on(text: &str) -> Option<PartialDate> {
        text.parse().ok()
    }

    #[test]
    fn shares_are_said_as_each_language_writes_them() {
        assert_eq!(percent(45, Language::Fr), "45\u{a0}%");
        assert_eq!(percent(45, Language::En), "45%");
    }

    #[test]
    fn periods_say_only_what_is_known() {
        let written = |start, end| period(start, end, FR);
        assert_eq!(written(on("2008"), None).as_deref(), Some("depuis 2008"));
        assert_eq!(written(on("2012"), on("2016")).as_deref(), Some("2012 – 2016"));
        assert_eq!(written(on("2016"), on("2016")).as_deref(), Some("2016"));
        assert_eq!(written(None, on("2016")).as_deref(), Some("jusqu’en 2016"));
        assert_eq!(written(None, None), None);
    }

    #[test]
    fn budgets_say_their_ends() {
        let written = |min, max| money(MoneyRange::eur_cents(min, max)?, FR);
        let range = written(Some(3_000_000), Some(7_000_000));
        assert_eq!(range.as_deref(), Some("entre 30000\u{a0}€ et 70000\u{a0}€"));
        assert_eq!(written(Some(100), Some(100)).as_deref(), Some("1\u{a0}€"));
        assert_eq!(written(Some(100), None).as_deref(), Some("au moins 1\u{a0}€"));
        assert_eq!(written(None, Some(100)).as_deref(), Some("au plus 1\u{a0}€"));
        assert_eq!(euros(100, Plainly(Language::En)), "€1");
    }

    #[test]
    fn a_status_bears_the_year_in_which_it_was_said() {
        let said = |date| status(ProjectStatus::Active, date, FR);
        assert_eq!(said(on("2016-09-20")), "En cours en 2016");
        assert_eq!(said(None), "En cours");
    }
}

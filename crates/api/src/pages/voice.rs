//! How the server's own pages speak: in French, the platform's first language, with the names of the index.

use super::vocabulary::Vocabulary;
use aect_pages::Voice;
use aect_types::PartialDate;
use aect_words::phrases::Locale;
use aect_words::{Language, dates};
use chrono::{Datelike as _, NaiveDate};

const DAYS: [&str; 7] = [
    "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche",
];

/// French, with the names of one moment.
#[derive(Clone, Copy)]
pub(crate) struct French<'a> {
    /// Names that records only give by code.
    pub(crate) names: &'a Vocabulary,
    /// How far the site complies with RGAA.
    pub(crate) accessibility: &'a str,
    /// The present day in Paris.
    pub(crate) today: NaiveDate,
}

impl Locale for French<'_> {
    fn language(self) -> Language {
        Language::Fr
    }

    /// Groups of three, a narrow no-break space between them.
    fn number(self, value: i64) -> String {
        let digits = value.unsigned_abs().to_string();
        let mut written = String::from(if value < 0 { "-" } else { "" });
        for (place, digit) in digits.chars().enumerate() {
            if place > 0 && (digits.len() - place).is_multiple_of(3) {
                written.push('\u{202f}');
            }
            written.push(digit);
        }
        written
    }

    fn date(self, date: PartialDate) -> String {
        dates::date(date, Language::Fr)
    }
}

impl Voice for French<'_> {
    fn decimal(self, value: f64) -> String {
        value.to_string().replace('.', ",")
    }

    fn weekday(self, day: NaiveDate) -> String {
        let name = nth(&DAYS, day.weekday().num_days_from_monday());
        format!("{name} {}", self.date(PartialDate::Day(day)))
    }

    fn capitalised(self, text: &str) -> String {
        let mut letters = text.chars();
        match letters.next() {
            Some(first) => first.to_uppercase().chain(letters).collect(),
            None => String::new(),
        }
    }

    fn country(self, code: &str) -> String {
        let code = code.parse().ok();
        let name = code.as_ref().and_then(|code| self.names.countries.get(code));
        name.cloned()
            .or_else(|| code.map(|code| code.to_string()))
            .unwrap_or_default()
    }

    fn department(self, code: &str) -> String {
        named(&self.names.departments, code)
    }

    fn theme(self, slug: &str) -> String {
        named(&self.names.themes, slug)
    }

    fn sdg(self, number: &str) -> String {
        named(&self.names.sdgs, number)
    }

    fn api(self) -> String {
        String::new()
    }

    fn accessibility(self) -> String {
        self.accessibility.to_owned()
    }

    fn today(self) -> NaiveDate {
        self.today
    }
}

fn named(names: &std::collections::BTreeMap<String, String>, code: &str) -> String {
    names.get(code).cloned().unwrap_or_else(|| code.to_owned())
}

fn nth(names: &[&'static str], rank: u32) -> &'static str {
    usize::try_from(rank)
        .ok()
        .and_then(|rank| names.get(rank))
        .copied()
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with_french(ask: impl FnOnce(French<'_>)) {
        let names = Vocabulary::default();
        let today = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        ask(French {
            names: &names,
            accessibility: "non_conforme",
            today,
        });
    }

    #[test]
    fn numbers_are_grouped() {
        with_french(|french| {
            for (value, written) in [
                (0, "0"),
                (999, "999"),
                (1_000, "1\u{202f}000"),
                (6_150_451, "6\u{202f}150\u{202f}451"),
                (-12_345, "-12\u{202f}345"),
            ] {
                assert_eq!(french.number(value), written);
            }
            assert_eq!(french.decimal(1.5), "1,5");
        });
    }

    #[test]
    fn dates_are_as_exact_as_they_were_said() {
        with_french(|french| {
            for (date, written) in [
                ("2008", "2008"),
                ("2017-01", "janvier 2017"),
                ("2022-04-01", "1er avril 2022"),
                ("2016-09-20", "20 septembre 2016"),
            ] {
                assert_eq!(french.date(date.parse().unwrap()), written);
            }
            assert_eq!(french.weekday(french.today), "dimanche 22 novembre 2026");
        });
    }

    #[test]
    fn what_has_no_name_is_called_by_its_code() {
        with_french(|french| {
            assert_eq!(french.country("SN"), "SN");
            assert_eq!(french.theme("eau"), "eau");
            assert_eq!(french.capitalised("état"), "État");
            assert_eq!(french.capitalised(""), "");
        });
    }
}

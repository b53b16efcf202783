//! How the server's own pages speak: numbers and dates of our own writing, and the names of the index.

use super::vocabulary::Vocabulary;
use aect_pages::Voice;
use aect_types::PartialDate;
use aect_types::platform::Platform;
use aect_words::phrases::Locale;
use aect_words::platform::Wording;
use aect_words::{Language, dates};
use chrono::NaiveDate;

/// A language, with the names of one moment.
#[derive(Clone, Copy)]
pub(crate) struct Speaker<'a> {
    /// The language of the page.
    pub(crate) language: Language,
    /// Names that records only give by code, in that language.
    pub(crate) names: &'a Vocabulary,
    /// How far the site complies with RGAA.
    pub(crate) accessibility: &'a str,
    /// What the network has set.
    pub(crate) platform: &'a Platform,
    /// The present day in Paris.
    pub(crate) today: NaiveDate,
}

impl Locale for Speaker<'_> {
    fn language(self) -> Language {
        self.language
    }

    /// Groups of three, between them a narrow no-break space in French, a comma in English.
    fn number(self, value: i64) -> String {
        let separator = match self.language {
            Language::Fr => '\u{202f}',
            Language::En => ',',
        };
        let digits = value.unsigned_abs().to_string();
        let mut written = String::from(if value < 0 { "-" } else { "" });
        for (place, digit) in digits.chars().enumerate() {
            if place > 0 && (digits.len() - place).is_multiple_of(3) {
                written.push(separator);
            }
            written.push(digit);
        }
        written
    }

    fn date(self, date: PartialDate) -> String {
        dates::date(date, self.language)
    }
}

impl Voice for Speaker<'_> {
    fn decimal(self, value: f64) -> String {
        match self.language {
            Language::Fr => value.to_string().replace('.', ","),
            Language::En => value.to_string(),
        }
    }

    fn weekday(self, day: NaiveDate) -> String {
        dates::weekday(day, self.language)
    }

    fn capitalised(self, text: &str) -> String {
        let mut letters = text.chars();
        match letters.next() {
            Some(first) => first.to_uppercase().chain(letters).collect(),
            None => String::new(),
        }
    }

    fn country(self, code: &str) -> String {
        named(&self.names.countries, code)
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

    fn set(self, wording: Wording) -> Option<String> {
        wording.set(self.platform, self.language).map(str::to_owned)
    }

    fn today(self) -> NaiveDate {
        self.today
    }
}

fn named(names: &std::collections::BTreeMap<String, String>, code: &str) -> String {
    names.get(code).cloned().unwrap_or_else(|| code.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(language: Language, ask: impl FnOnce(Speaker<'_>)) {
        let names = Vocabulary::default();
        ask(Speaker {
            language,
            names: &names,
            accessibility: "non_conforme",
            platform: &Platform::default(),
            today: NaiveDate::from_ymd_opt(2026, 11, 22).unwrap(),
        });
    }

    #[test]
    fn numbers_are_grouped() {
        for (value, french, english) in [
            (0, "0", "0"),
            (999, "999", "999"),
            (1_000, "1\u{202f}000", "1,000"),
            (6_150_451, "6\u{202f}150\u{202f}451", "6,150,451"),
            (-12_345, "-12\u{202f}345", "-12,345"),
        ] {
            with(Language::Fr, |voice| assert_eq!(voice.number(value), french));
            with(Language::En, |voice| assert_eq!(voice.number(value), english));
        }
        with(Language::Fr, |voice| assert_eq!(voice.decimal(1.5), "1,5"));
        with(Language::En, |voice| assert_eq!(voice.decimal(1.5), "1.5"));
    }

    #[test]
    fn dates_are_as_exact_as_they_were_said() {
        with(Language::Fr, |french| {
            for (date, written) in [
                ("2008", "2008"),
                ("2017-01", "janvier 2017"),
                ("2022-04-01", "1er avril 2022"),
                ("2016-09-20", "20 septembre 2016"),
            ] {
                assert_eq!(french.date(date.parse().unwrap()), written);
            }
        });
    }

    #[test]
    fn what_has_no_name_is_called_by_its_code() {
        with(Language::Fr, |voice| {
            assert_eq!(voice.country("SN"), "SN");
            assert_eq!(voice.theme("eau"), "eau");
            assert_eq!(voice.capitalised("état"), "État");
            assert_eq!(voice.capitalised(""), "");
        });
    }
}

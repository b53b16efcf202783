//! Numbers and dates as French writes them, where no browser does.

use aect_types::PartialDate;
use aect_words::Language;
use aect_words::phrases::Locale;
use chrono::Datelike as _;

const MONTHS: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];

/// The language of the plain pages.
#[derive(Clone, Copy)]
pub(super) struct French;

/// The same, for labels.
pub(super) const FR: Language = Language::Fr;

impl Locale for French {
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
        let day = date.first_day();
        let month = MONTHS
            .get(usize::try_from(day.month0()).unwrap_or_default())
            .copied()
            .unwrap_or_default();
        match date {
            PartialDate::Year(year) => year.to_string(),
            PartialDate::Month(..) => format!("{month} {}", day.year()),
            PartialDate::Day(_) if day.day() == 1 => format!("1er {month} {}", day.year()),
            PartialDate::Day(_) => format!("{} {month} {}", day.day(), day.year()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped() {
        for (value, written) in [
            (0, "0"),
            (999, "999"),
            (1_000, "1\u{202f}000"),
            (6_150_451, "6\u{202f}150\u{202f}451"),
            (-12_345, "-12\u{202f}345"),
        ] {
            assert_eq!(French.number(value), written);
        }
    }

    #[test]
    fn dates_are_as_exact_as_they_were_said() {
        for (date, written) in [
            ("2008", "2008"),
            ("2017-01", "janvier 2017"),
            ("2022-04-01", "1er avril 2022"),
            ("2016-09-20", "20 septembre 2016"),
        ] {
            assert_eq!(French.date(date.parse().unwrap()), written);
        }
    }
}

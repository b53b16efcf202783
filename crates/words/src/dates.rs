//! Dates in words, where no browser writes them.

use crate::Language;
use aect_types::PartialDate;
use chrono::{Datelike as _, NaiveDate};

const DAYS_FR: [&str; 7] = [
    "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche",
];
const DAYS_EN: [&str; 7] = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
];

const MONTHS_FR: [&str; 12] = [
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
const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A date as exactly as it was said: `2026`, «novembre 2026», «22 novembre 2026».
#[must_use]
pub fn date(date: PartialDate, language: Language) -> String {
    let iso = date.to_string();
    let mut parts = iso.split('-');
    let year = parts.next().unwrap_or_default();
    let months = match language {
        Language::Fr => MONTHS_FR,
        Language::En => MONTHS_EN,
    };
    let month = parts.next().and_then(|month| month.parse::<usize>().ok());
    let Some(month) = month.and_then(|month| months.get(month.checked_sub(1)?)) else {
        return year.to_owned();
    };
    match (parts.next(), language) {
        (None, _) => format!("{month} {year}"),
        (Some("01"), Language::Fr) => format!("1er {month} {year}"),
        (Some(day), _) => format!("{} {month} {year}", day.trim_start_matches('0')),
    }
}

/// A day with its name: «vendredi 1er avril 2022», “Friday 1 April 2022”.
#[must_use]
pub fn weekday(day: NaiveDate, language: Language) -> String {
    let names = match language {
        Language::Fr => DAYS_FR,
        Language::En => DAYS_EN,
    };
    let rank = usize::try_from(day.weekday().num_days_from_monday()).unwrap_or_default();
    let name = names.get(rank).copied().unwrap_or_default();
    format!("{name} {}", date(PartialDate::Day(day), language))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_keeps_its_precision() {
        let written = |text: &str, language| date(text.parse().unwrap(), language);
        assert_eq!(written("2026", Language::Fr), "2026");
        assert_eq!(written("2026-11", Language::Fr), "novembre 2026");
        assert_eq!(written("2026-08-01", Language::Fr), "1er août 2026");
        assert_eq!(written("2026-12-09", Language::Fr), "9 décembre 2026");
        assert_eq!(written("2026-08-01", Language::En), "1 August 2026");
        assert_eq!(written("2026-11", Language::En), "November 2026");
    }

    #[test]
    fn a_day_has_a_name() {
        let day = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        assert_eq!(weekday(day, Language::Fr), "dimanche 22 novembre 2026");
        assert_eq!(weekday(day, Language::En), "Sunday 22 November 2026");
    }
}

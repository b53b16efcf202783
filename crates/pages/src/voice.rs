//! How a page speaks to its reader: numbers and dates as their language writes them, names of what records only give
//! by code, and where the API is.

use aect_types::PartialDate;
use aect_types::events::EventTime;
use aect_words::Language;
use aect_words::phrases::Locale;
use aect_words::platform::Wording;
use chrono::{Datelike as _, NaiveDate, NaiveDateTime, Timelike as _};

/// Numbers, dates and names for one reader.
pub trait Voice: Locale {
    /// A decimal number: `1,5`.
    fn decimal(self, value: f64) -> String;
    /// A day with its name: `vendredi 1er avril 2022`.
    fn weekday(self, day: NaiveDate) -> String;
    /// With a capital, as a sentence begins.
    fn capitalised(self, text: &str) -> String;
    /// The name of a country, else its code.
    fn country(self, code: &str) -> String;
    /// The name of a department, else its code.
    fn department(self, code: &str) -> String;
    /// The name of a theme, else its slug.
    fn theme(self, slug: &str) -> String;
    /// The name of a Sustainable Development Goal, else its number.
    fn sdg(self, number: &str) -> String;
    /// The site of the API, for links: empty where it is the page's own.
    fn api(self) -> String;
    /// How far the site complies with RGAA, as the operator's file says it: every page must say so.
    fn accessibility(self) -> String;
    /// What the network words itself, where it has set it in the reader's language.
    fn set(self, wording: Wording) -> Option<String>;
    /// What it says, set or built in.
    fn says(self, wording: Wording) -> String {
        self.set(wording)
            .unwrap_or_else(|| wording.built().of(self.language()).to_owned())
    }
    /// The present day where the reader is.
    fn today(self) -> NaiveDate;
}

/// A time of the day: `10 h 30`, `17 h`, `10:30`.
#[must_use]
pub fn time(moment: NaiveDateTime, language: Language) -> String {
    let (hour, minute) = (moment.hour(), moment.minute());
    let tens = if minute < 10 { "0" } else { "" };
    match language {
        Language::Fr if minute == 0 => format!("{hour}\u{a0}h"),
        Language::Fr => format!("{hour}\u{a0}h\u{a0}{tens}{minute}"),
        Language::En => format!("{hour}:{tens}{minute}"),
    }
}

/// When an event takes place: its days, and its hours where they are known.
#[must_use]
pub fn days(when: &EventTime, voice: impl Voice) -> String {
    let day = |day: NaiveDate| voice.date(PartialDate::Day(day));
    let language = voice.language();
    let said = match when {
        EventTime::Days { first, last } if first == last => voice.weekday(*first),
        EventTime::Days { first, last } => format!("{} – {}", day(*first), day(*last)),
        EventTime::Period { date } => voice.date(*date),
        EventTime::Times { start, end, .. } => match end {
            Some(end) if end.date() == start.date() => format!(
                "{}, {} – {}",
                voice.weekday(start.date()),
                time(*start, language),
                time(*end, language)
            ),
            Some(end) => format!(
                "{}, {} – {}, {}",
                day(start.date()),
                time(*start, language),
                day(end.date()),
                time(*end, language)
            ),
            None => format!("{}, {}", voice.weekday(start.date()), time(*start, language)),
        },
    };
    voice.capitalised(&said)
}

/// The first and the last day of an event, as it was said.
pub(crate) fn span(when: &EventTime) -> (NaiveDate, NaiveDate) {
    match when {
        EventTime::Days { first, last } => (*first, *last),
        EventTime::Period { date } => (date.first_day(), date.last_day()),
        EventTime::Times { start, end, .. } => (start.date(), end.unwrap_or(*start).date()),
    }
}

/// The month of a day.
pub(crate) fn month_of(day: NaiveDate) -> PartialDate {
    PartialDate::Month(day.year(), day.month())
}

//! Numbers, dates and names of countries as the browser writes them in the reader's language (ECMA-402).

use crate::browser::{self, DisplayNames};
use crate::names::use_names;
use aect_pages::Voice;
use aect_types::PartialDate;
use aect_words::phrases::Locale;
use aect_words::platform::Wording;
use aect_words::{Language, pages::countries};
use chrono::NaiveDate;
use js_sys::{Array, Date, Function, Intl, Object, Reflect};
use std::cell::RefCell;
use wasm_bindgen::JsValue;

/// The formatters of one language; making one takes the browser longer than using it.
struct Formatters {
    language: Language,
    number: Function,
    day: Function,
    month: Function,
    weekday: Function,
    regions: Option<DisplayNames>,
}

thread_local! {
    static FORMATTERS: RefCell<Option<Formatters>> = const { RefCell::new(None) };
}

/// A language as the browser writes it.
#[derive(Clone, Copy)]
pub(crate) struct Browser(pub(crate) Language);

impl Locale for Browser {
    fn language(self) -> Language {
        self.0
    }

    fn number(self, value: i64) -> String {
        number(value, self.0)
    }

    fn date(self, date: PartialDate) -> String {
        self::date(date, self.0)
    }
}

impl Voice for Browser {
    fn decimal(self, value: f64) -> String {
        with(self.0, |formatters| {
            call(&formatters.number, &JsValue::from_f64(value))
        })
        .unwrap_or_else(|| browser::decimal(value))
    }

    fn weekday(self, day: NaiveDate) -> String {
        with(self.0, |formatters| call(&formatters.weekday, &instant(day)))
            .map_or_else(|| day.to_string(), |text| first_of_month(&text, self.0))
    }

    fn capitalised(self, text: &str) -> String {
        capitalised(text)
    }

    fn country(self, code: &str) -> String {
        country(code, self.0)
    }

    fn department(self, code: &str) -> String {
        use_names().department(code, self.0)
    }

    fn theme(self, slug: &str) -> String {
        use_names().theme(slug, self.0)
    }

    fn sdg(self, number: &str) -> String {
        use_names().sdg(number, self.0)
    }

    fn api(self) -> String {
        browser::meta("aect-api").unwrap_or_default()
    }

    fn accessibility(self) -> String {
        browser::meta("aect-accessibility").unwrap_or_default()
    }

    fn set(self, wording: Wording) -> Option<String> {
        browser::meta_in(wording.meta(), self.0)
    }

    fn today(self) -> NaiveDate {
        local_day(&Date::new_0())
    }
}

/// The day of an instant where the reader is.
fn local_day(instant: &Date) -> NaiveDate {
    let year = i32::try_from(instant.get_full_year()).unwrap_or_default();
    NaiveDate::from_ymd_opt(year, instant.get_month() + 1, instant.get_date()).unwrap_or_default()
}

/// With a capital, as a sentence begins.
pub(crate) fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .map_or_else(String::new, |first| browser::upper_case(first) + letters.as_str())
}

/// A whole number: `6 150 451`.
pub(crate) fn number(value: impl Into<i128>, language: Language) -> String {
    // Counts and euros stay far below 2^53.
    let value = value.into().to_string();
    // The browser reads the digits: the standard parser of decimals would be 10 kB of tables.
    let digits = JsValue::from_str(&value);
    with(language, |formatters| call(&formatters.number, &digits)).unwrap_or(value)
}

/// A date as exactly as it was said: `2008`, `janvier 2017`, `20 septembre 2016`.
pub(crate) fn date(date: PartialDate, language: Language) -> String {
    match date {
        PartialDate::Year(year) => year.to_string(),
        PartialDate::Month(..) => with(language, |formatters| {
            call(&formatters.month, &instant(date.first_day()))
        })
        .unwrap_or_else(|| date.to_string()),
        PartialDate::Day(day) => self::day(day, language),
    }
}

/// A day: `1er avril 2022`.
pub(crate) fn day(day: NaiveDate, language: Language) -> String {
    with(language, |formatters| call(&formatters.day, &instant(day)))
        .map_or_else(|| day.to_string(), |text| first_of_month(&text, language))
}

/// An instant (milliseconds since 1970) where the reader is: `22 novembre 2026, 12 h 40`.
pub(crate) fn moment(milliseconds: f64, language: Language) -> String {
    let instant = Date::new(&JsValue::from_f64(milliseconds));
    let day = local_day(&instant);
    let time = day.and_hms_opt(instant.get_hours(), instant.get_minutes(), 0);
    let time = time.map_or_else(String::new, |time| aect_pages::time(time, language));
    format!("{}, {time}", self::day(day, language))
}

/// The time of day where the reader is: `14 h 32`.
pub(crate) fn now(language: Language) -> String {
    let now = Date::new_0();
    let time = local_day(&now).and_hms_opt(now.get_hours(), now.get_minutes(), 0);
    time.map_or_else(String::new, |time| aect_pages::time(time, language))
}

/// The name of a country.
pub(crate) fn country(code: &str, language: Language) -> String {
    if let Some(name) = countries::name(code, language) {
        return name.to_owned();
    }
    let named = with(language, |formatters| {
        formatters.regions.as_ref()?.of(code).ok().flatten()
    });
    named.unwrap_or_else(|| code.to_owned())
}

/// French writes the first of a month as an ordinal.
fn first_of_month(text: &str, language: Language) -> String {
    let mut words: Vec<&str> = text.split(' ').collect();
    if language == Language::Fr
        && let Some(word) = words.iter_mut().find(|word| **word == "1")
    {
        *word = "1er";
    }
    words.join(" ")
}

fn instant(day: NaiveDate) -> JsValue {
    // A day alone is read as midnight UTC.
    Date::new(&JsValue::from_str(&day.to_string())).into()
}

fn call(function: &Function, value: &JsValue) -> Option<String> {
    function.call1(&JsValue::UNDEFINED, value).ok()?.as_string()
}

fn with<T>(language: Language, ask: impl FnOnce(&Formatters) -> Option<T>) -> Option<T> {
    FORMATTERS.with_borrow_mut(|slot| {
        if slot
            .as_ref()
            .is_none_or(|formatters| formatters.language != language)
        {
            *slot = Some(Formatters::new(language));
        }
        slot.as_ref().and_then(ask)
    })
}

impl Formatters {
    fn new(language: Language) -> Self {
        let locales = Array::of1(&JsValue::from_str(match language {
            Language::Fr => "fr-FR",
            Language::En => "en-GB",
        }));
        let dates = |options: &[(&str, &str)]| Intl::DateTimeFormat::new(&locales, &object(options)).format();
        let (year, utc) = (("year", "numeric"), ("timeZone", "UTC"));
        let (month, day) = (("month", "long"), ("day", "numeric"));
        Self {
            language,
            number: Intl::NumberFormat::new(&locales, &Object::new()).format(),
            day: dates(&[year, month, day, utc]),
            month: dates(&[year, month, utc]),
            weekday: dates(&[("weekday", "long"), year, month, day, utc]),
            regions: DisplayNames::new(language.tag(), &object(&[("type", "region")])).ok(),
        }
    }
}

fn object(entries: &[(&str, &str)]) -> Object {
    let object = Object::new();
    for (key, value) in entries {
        let set = Reflect::set(&object, &JsValue::from_str(key), &JsValue::from_str(value));
        debug_assert!(set.is_ok(), "a plain object takes any key");
    }
    object
}

#[cfg(test)]
mod tests {
    use super::*;
    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn the_first_of_a_month_is_an_ordinal_in_french() {
        assert_eq!(
            first_of_month("vendredi 1 avril 2022", Language::Fr),
            "vendredi 1er avril 2022"
        );
        assert_eq!(first_of_month("11 avril 2021", Language::Fr), "11 avril 2021");
        assert_eq!(first_of_month("1 April 2022", Language::En), "1 April 2022");
    }
}

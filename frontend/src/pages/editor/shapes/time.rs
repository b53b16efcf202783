//! When an event takes place and how it comes back, in the texts of native inputs.
//!
//! Two rows: the first day with its hour, labelled by what is known of it; the last day with its hour, labelled by the time zone.

use super::Row;
use crate::intl::Browser;
use crate::ui::dates;
use aect_types::PartialDate;
use aect_types::events::EventTime;
use aect_words::Language;
use aect_words::pages::{Text, editor as words, event_form};
use serde_json::{Value, json};

/// What the API calls the three ways to know a date; times are what one begins with.
pub(crate) const TIMES: &str = "times";
pub(crate) const DAYS: &str = "days";
pub(crate) const PERIOD: &str = "period";
/// Where events are unless somebody says otherwise.
pub(crate) const ZONE: &str = "Europe/Paris";

/// The two rows, whatever there is.
pub(crate) fn both(rows: &[Row]) -> [Row; 2] {
    [0, 1].map(|rank| rows.get(rank).cloned().unwrap_or_default())
}

/// What is known of the date.
pub(crate) fn precision(rows: &[Row]) -> &str {
    let said = rows.first().map(|row| row.label.as_str());
    said.filter(|said| !said.is_empty()).unwrap_or(TIMES)
}

pub(super) fn read(value: &Value) -> Vec<Row> {
    let text = |name: &str| value.get(name).and_then(Value::as_str).unwrap_or_default();
    let moment = |name: &str| {
        let (day, hour) = text(name).split_once('T').unwrap_or_default();
        (
            day.to_owned(),
            hour.strip_suffix(":00").unwrap_or(hour).to_owned(),
        )
    };
    let label = text("precision").to_owned();
    let row = |label: &str, key: String, extra: String| Row {
        key,
        label: label.to_owned(),
        extra,
    };
    match label.as_str() {
        DAYS => {
            let (first, last) = (text("first"), text("last"));
            let last = if last == first { "" } else { last };
            vec![
                row(DAYS, first.to_owned(), String::new()),
                row("", last.to_owned(), String::new()),
            ]
        }
        PERIOD => vec![
            row(PERIOD, dates::typed(text("date")), String::new()),
            Row::default(),
        ],
        TIMES => {
            let ((day, start), (last, end)) = (moment("start"), moment("end"));
            let last = if last == day { String::new() } else { last };
            vec![row("", day, start), row(zone_label(text("time_zone")), last, end)]
        }
        _ => Vec::new(),
    }
}

/// The usual zone is not said: what is not typed differs from nothing in nothing.
pub(crate) fn zone_label(zone: &str) -> &str {
    if zone == ZONE { "" } else { zone }
}

pub(super) fn write(rows: &[Row]) -> Result<Value, Text> {
    let [start, end] = both(rows);
    let given = |text: &str, or: &str| {
        if text.trim().is_empty() {
            or.to_owned()
        } else {
            text.trim().to_owned()
        }
    };
    match precision(rows) {
        PERIOD => {
            let date = dates::read(start.key.trim()).ok_or(words::DATE_WRONG)?;
            Ok(match date {
                // Somebody knows more than they chose to say.
                PartialDate::Day(day) => {
                    json!({"precision": DAYS, "first": day.to_string(), "last": day.to_string()})
                }
                date => json!({"precision": PERIOD, "date": date.to_string()}),
            })
        }
        DAYS => {
            let first = day(&start.key)?;
            let last = day(&given(&end.key, &first))?;
            backwards(last < first)?;
            Ok(json!({"precision": DAYS, "first": first, "last": last}))
        }
        _ => {
            let first = day(&start.key)?;
            if start.extra.trim().is_empty() {
                return Err(words::HOUR_MISSING);
            }
            let from = moment(&first, &start.extra)?;
            let ends = !(end.key.trim().is_empty() && end.extra.trim().is_empty());
            let last = given(&end.key, &first);
            let to = ends.then(|| moment(&day(&last)?, &end.extra));
            let to = to.transpose()?;
            backwards(to.as_ref().is_some_and(|to| *to < from))?;
            let zone = given(&end.label, ZONE);
            Ok(json!({"precision": TIMES, "start": from, "end": to, "time_zone": zone}))
        }
    }
}

/// What ends before it begins is refused.
const fn backwards(is: bool) -> Result<(), Text> {
    if is { Err(event_form::END_WRONG) } else { Ok(()) }
}

/// A day of a native input, or as one types it where there is none.
pub(super) fn day(text: &str) -> Result<String, Text> {
    match dates::read(text.trim()) {
        Some(PartialDate::Day(day)) => Ok(day.to_string()),
        _ => Err(words::DAY_WRONG),
    }
}

/// A local moment: `2026-11-24T09:30:00`.
fn moment(day: &str, hour: &str) -> Result<String, Text> {
    let hour = hour.trim().replace(['h', 'H'], ":");
    let mut parts: Vec<String> = hour.split(':').map(|part| part.trim().to_owned()).collect();
    parts.resize(3, String::new());
    for part in &mut parts {
        let digits = part.bytes().all(|byte| byte.is_ascii_digit());
        if part.len() > 2 || !digits {
            return Err(words::HOUR_WRONG);
        }
        while part.len() < 2 {
            part.insert(0, '0');
        }
    }
    let within = parts
        .iter()
        .zip(["23", "59", "59"])
        .all(|(part, most)| part.as_str() <= most);
    if !within || hour.is_empty() {
        return Err(words::HOUR_WRONG);
    }
    Ok([day, "T", &parts.join(":")].concat())
}

/// In words; as it was typed, where it says no time yet.
pub(super) fn told(rows: &[Row], language: Language) -> String {
    let time = write(rows)
        .ok()
        .and_then(|json| aect_client::read_json::<EventTime>(&json.to_string()));
    if let Some(time) = time {
        return aect_pages::days(&time, Browser(language));
    }
    let [start, end] = both(rows);
    let typed = [start.key, start.extra, end.key, end.extra];
    let typed: Vec<String> = typed.into_iter().filter(|text| !text.is_empty()).collect();
    typed.join(" ")
}

pub(super) fn read_rule(value: &Value) -> Vec<Row> {
    let Some(rule) = value.as_str() else {
        return Vec::new();
    };
    // A number of times is a field of its own; an end that a calendar wrote stays in the rule.
    let (count, rest): (Vec<&str>, Vec<&str>) = rule.split(';').partition(|part| part.starts_with("COUNT="));
    let count = count.first().and_then(|part| part.strip_prefix("COUNT="));
    vec![Row {
        key: rest.join(";"),
        label: String::new(),
        extra: count.unwrap_or_default().to_owned(),
    }]
}

pub(super) fn write_rule(row: Option<&Row>) -> Result<Value, Text> {
    let Some(row) = row.filter(|row| !row.key.is_empty()) else {
        return Ok(Value::Null);
    };
    Ok(match row.extra.trim() {
        "" => Value::from(row.key.as_str()),
        count => {
            let count: u16 = count.parse().map_err(|_| words::COUNT_WRONG)?;
            Value::from(format!("{};COUNT={count}", row.key))
        }
    })
}

pub(super) fn told_rule(rows: &[Row], language: Language) -> String {
    let rule = write_rule(rows.first()).unwrap_or_default();
    rule.as_str()
        .map_or_else(String::new, |rule| event_form::repeated(rule, language))
}

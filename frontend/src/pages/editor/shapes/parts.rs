//! The parts of a field's JSON: numbers, amounts, links, what is chosen with something beside it.

use super::{Known, Row, Source};
use crate::browser;
use aect_words::Language;
use aect_words::pages::{Text, editor as words};
use serde_json::{Map, Value, json};

pub(super) fn text(value: &Value) -> Option<String> {
    value.as_str().map(str::to_owned)
}

/// A number as one would type it, to the thousandth: the standard library's writer would be 10 kB of tables.
pub(super) fn number(value: &Value, language: Language) -> Option<String> {
    let thousandths = browser::whole(value.as_f64()? * 1_000.0);
    let (whole, rest) = (thousandths / 1_000, format!("{:03}", thousandths % 1_000));
    let rest = rest.trim_end_matches('0');
    let point = match (rest, language) {
        ("", _) => "",
        (_, Language::Fr) => ",",
        (_, Language::En) => ".",
    };
    Some([&whole.to_string(), point, rest].concat())
}

/// A decimal number, with a comma or a point.
pub(super) fn decimal(text: &str) -> Result<Value, Text> {
    let (whole, rest) = text.split_once([',', '.']).unwrap_or((text, ""));
    let thousandths = [rest, "000".get(rest.len()..).unwrap_or_default()].concat();
    let read = whole.parse::<u32>().ok().zip(thousandths.parse::<u16>().ok());
    let number = read.map(|(whole, rest)| f64::from(whole) + f64::from(rest) / 1_000.0);
    number
        .filter(|_| rest.len() <= 3)
        .map(Value::from)
        .ok_or(words::NUMBER_WRONG)
}

/// The ends of a range, in euros.
pub(super) fn money(value: &Value) -> Vec<Row> {
    let end = |name: &str| value.get(name)?.get("amount_cents")?.as_i64().map(euros);
    let row = Row {
        key: end("min").unwrap_or_default(),
        label: String::new(),
        extra: end("max").unwrap_or_default(),
    };
    if row == Row::default() {
        Vec::new()
    } else {
        vec![row]
    }
}

pub(super) fn euros(cents: i64) -> String {
    match cents % 100 {
        0 => (cents / 100).to_string(),
        rest => format!("{},{rest:02}", cents / 100),
    }
}

/// A range from its two ends; one amount alone is both.
pub(super) fn range(row: Option<&Row>) -> Result<Value, Text> {
    let empty = Row::default();
    let (min, max) = ends(row.unwrap_or(&empty))?;
    let end = |cents: Option<i64>| {
        cents.map_or(
            Value::Null,
            |cents| json!({"amount_cents": cents, "currency": "EUR"}),
        )
    };
    Ok(match (min, max) {
        (None, None) => Value::Null,
        (min, max) => json!({"min": end(min), "max": end(max)}),
    })
}

/// The two ends of a range, in cents.
pub(super) fn ends(row: &Row) -> Result<(Option<i64>, Option<i64>), Text> {
    Ok((cents(&row.key)?, cents(&row.extra)?))
}

/// An amount of euros as people write it: `15000`, `15 000 €`, `15000,50`.
pub(super) fn cents(text: &str) -> Result<Option<i64>, Text> {
    let plain: String = text
        .chars()
        .filter(|letter| !letter.is_whitespace() && *letter != '€')
        .collect();
    if plain.is_empty() {
        return Ok(None);
    }
    let (whole, rest) = plain.split_once([',', '.']).unwrap_or((&plain, ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let right = !whole.is_empty() && whole.len() <= 15 && rest.len() <= 2 && digits(whole) && digits(rest);
    let cents = [whole, rest, "00".get(rest.len()..).unwrap_or_default()].concat();
    let cents = cents.parse().ok().filter(|_| right);
    cents.map(Some).ok_or(words::MONEY_WRONG)
}

pub(super) fn link(value: &Value) -> Row {
    let at = |name: &str| value.get(name).and_then(text).unwrap_or_default();
    Row {
        key: at("url"),
        label: at("title"),
        extra: String::new(),
    }
}

pub(super) fn chosen(source: Source, value: &Value, known: &Known) -> Row {
    let (reference, beside) = source.names();
    let at = |name: &str| value.get(name).filter(|value| !value.is_null());
    let country = || at("country").and_then(Value::as_str).unwrap_or_default();
    let row = match (source, at(reference)) {
        (Source::Countries, _) | (Source::Interests(_), None) => known.country(country()),
        (Source::PartnerAuthorities, _) => known.row(value),
        (_, named) => known.row(named.unwrap_or(&Value::Null)),
    };
    let extra = at(beside).and_then(|value| text(value).or_else(|| number(value, known.language)));
    Row {
        extra: extra.unwrap_or_default(),
        ..row
    }
}

/// One thing that was chosen, as the API takes it.
pub(super) fn part(source: Source, row: &Row) -> Result<Value, Text> {
    let (reference, beside) = source.names();
    let extra = row.extra.trim();
    let mut part = Map::new();
    match source {
        Source::PartnerAuthorities => return Ok(Value::from(row.key.as_str())),
        Source::Countries => {
            let share = extra.trim_end_matches('%').trim();
            let share = match share {
                "" => Value::Null,
                share => Value::from(share.parse::<u8>().map_err(|_| words::SHARE_WRONG)?),
            };
            part.insert(beside.to_owned(), share);
        }
        Source::Interests(_) => {
            // Countries have two letters, themes have identifiers.
            let country = row.key.len() == 2;
            part.insert(
                "country".to_owned(),
                if country {
                    row.key.as_str().into()
                } else {
                    Value::Null
                },
            );
            part.insert(
                reference.to_owned(),
                if country {
                    Value::Null
                } else {
                    row.key.as_str().into()
                },
            );
            part.insert(beside.to_owned(), extra.into());
            return Ok(Value::Object(part));
        }
        Source::Collectivities(_) | Source::Actors(_) => {
            part.insert(beside.to_owned(), extra.into());
        }
    }
    part.insert(reference.to_owned(), row.key.as_str().into());
    Ok(Value::Object(part))
}

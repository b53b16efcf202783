//! The parts of a field's JSON: numbers, amounts, links, what is chosen with something beside it.

use super::{ACTOR, COLLECTIVITY, Known, Row, Source, organisation};
use crate::browser;
use aect_words::Language;
use aect_words::pages::{Text, editor as words};
use serde_json::{Value, json};

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
    let end = |name: &str| amount(value.get(name)?);
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
    let end = |cents: Option<i64>| cents.map_or(Value::Null, euro);
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

/// One amount of euros.
pub(super) fn euro(cents: i64) -> Value {
    json!({"amount_cents": cents, "currency": "EUR"})
}

/// The same as one would type it.
pub(super) fn amount(value: &Value) -> Option<String> {
    value.get("amount_cents")?.as_i64().map(euros)
}

/// Who pays a line: the name of an actor with its identifier, or a name alone.
pub(super) fn payer(line: &Value, known: &Known) -> Row {
    match line.get("funder").filter(|funder| !funder.is_null()) {
        Some(funder) => known.row(funder),
        None => Row {
            label: line.get("funder_name").and_then(text).unwrap_or_default(),
            ..Row::default()
        },
    }
}

/// The same as the API takes it.
pub(super) fn paid_by(row: Option<&Row>) -> Value {
    let said = |text: &str| (!text.trim().is_empty()).then(|| text.trim().to_owned());
    let id = row.and_then(|row| said(&row.key));
    let name = row.and_then(|row| said(&row.label)).filter(|_| id.is_none());
    json!({"funder": id, "funder_name": name})
}

pub(super) fn chosen(source: Source, value: &Value, known: &Known) -> Row {
    let (reference, beside) = source.names();
    let at = |name: &str| value.get(name).filter(|value| !value.is_null());
    let country = || at("country").and_then(Value::as_str).unwrap_or_default();
    let row = match (source, at(reference)) {
        (Source::Countries, _) | (Source::Interests(_), None) => known.country(country()),
        (Source::CountryCodes, _) => known.country(value.as_str().unwrap_or_default()),
        (Source::Records(_), _) => known.row(value),
        (Source::Organisations(_) | Source::Authors, _) => {
            let mut kinds = [COLLECTIVITY, ACTOR].into_iter();
            let found = kinds.find_map(|kind| Some((kind, known.row(at(kind)?))));
            let (kind, row) = found.unwrap_or_default();
            Row {
                key: organisation(kind, &row.key),
                ..row
            }
        }
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
    let (key, extra) = (row.key.as_str(), row.extra.trim());
    let or_null = |right: bool| if right { Value::from(key) } else { Value::Null };
    Ok(match source {
        Source::Records(_) | Source::CountryCodes => Value::from(key),
        Source::Countries => {
            let share = match extra.trim_end_matches('%').trim() {
                "" => Value::Null,
                share => Value::from(share.parse::<u8>().map_err(|_| words::SHARE_WRONG)?),
            };
            json!({reference: key, beside: share})
        }
        Source::Interests(_) => {
            // Countries have two letters, themes have identifiers.
            let country = key.len() == 2;
            json!({"country": or_null(country), reference: or_null(!country), beside: extra})
        }
        Source::Organisations(_) | Source::Authors => {
            let of = |kind: &str| key.strip_prefix(kind)?.strip_prefix('/');
            let mut part = json!({COLLECTIVITY: of(COLLECTIVITY), ACTOR: of(ACTOR)});
            if let Some(part) = part.as_object_mut().filter(|_| !beside.is_empty()) {
                part.insert(beside.to_owned(), Value::from(extra));
            }
            part
        }
        Source::Collectivities(_) | Source::Actors(_) => json!({reference: key, beside: extra}),
    })
}

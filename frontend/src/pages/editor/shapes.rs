//! What a field may hold, whatever it is called: rows of text as one types them, the JSON that the API has, and the words
//! that tell it. Forms, conflicts, the browser's memory and the history all go through here.

mod parts;
mod table;
pub(super) mod time;

use crate::intl::{self, Browser};
use crate::names::use_names;
use crate::ui::dates;
use aect_types::Resource;
use aect_types::money::MoneyRange;
use aect_words::Language;
use aect_words::pages::{Text, editor as words};
use aect_words::phrases;
use parts::{chosen, decimal, money, number, part, range, text};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use std::collections::BTreeMap;
pub(super) use table::{Column, Table};

/// A part of what a field holds. A text is one row with a key; nothing is no row.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct Row {
    /// The text; or the code or identifier of what is chosen; the lower end of a range; the address of a link.
    pub(super) key: String,
    /// What that is called.
    pub(super) label: String,
    /// What is said of it beside: a share, a role; the upper end of a range.
    pub(super) extra: String,
}

impl Row {
    pub(super) fn of(key: impl Into<String>) -> Self {
        Self {
            key: key.into(),
            ..Self::default()
        }
    }
}

/// Codes with what they are called.
pub(super) type Codes = fn(Language) -> Vec<(&'static str, &'static str)>;

/// The form of a field.
#[derive(Clone, Copy, Debug)]
pub(super) enum Shape {
    /// A line of text: the `type` of its `<input>`.
    Line(&'static str),
    /// A text of so many characters at most.
    Long(usize),
    /// Texts, one a line.
    Lines,
    /// A number, decimals allowed.
    Number,
    /// A whole number.
    Count,
    /// A year, a month or a day.
    Date,
    /// A day.
    Day,
    /// When an event takes place.
    Time,
    /// How it comes back.
    Recurrence,
    /// An amount of money.
    Amount,
    /// A range of money.
    Money,
    /// Yes or no: what yes means.
    Truth(Text),
    /// One of few.
    Choice(List),
    /// The collectivity that leads: one of those whose editor the person is.
    Lead,
    /// Several of few.
    Several(List),
    /// Several of many, searched for.
    Chosen(Source),
    /// Who pays: an actor, or a name.
    Payer,
    /// Lines of several fields each.
    Table(&'static Table),
    /// What a form keeps as it is; the JSON that it begins with.
    Kept(&'static str),
}

/// Lists that are short enough to be shown whole.
#[derive(Clone, Copy, Debug)]
pub(super) enum List {
    Codes(Codes),
    Themes,
    Goals,
    Countries,
    Groups,
}

/// Where one searches.
#[derive(Clone, Copy, Debug)]
pub(super) enum Source {
    /// With their shares.
    Countries,
    /// Alone.
    CountryCodes,
    Interests(Codes),
    Collectivities(Codes),
    Actors(Codes),
    /// Collectivities and actors.
    Organisations(Codes),
    /// The same, with nothing said beside.
    Authors,
    /// Records of a kind, with nothing said beside.
    Records(Resource),
}

impl Source {
    /// The roles or levels of what is chosen, with what they are.
    pub(super) const fn codes(self) -> Option<(Text, Codes)> {
        match self {
            Self::Interests(codes) => Some((words::LEVEL, codes)),
            Self::Collectivities(codes) | Self::Actors(codes) | Self::Organisations(codes) => {
                Some((words::ROLE, codes))
            }
            Self::Countries | Self::CountryCodes | Self::Authors | Self::Records(_) => None,
        }
    }

    /// Whether it names those whose editors may write the record: a member only names their own.
    pub(super) const fn owns(self) -> bool {
        matches!(self, Self::Organisations(_) | Self::Authors)
    }

    /// What the API calls the reference and what is said beside.
    const fn names(self) -> (&'static str, &'static str) {
        match self {
            Self::Countries => ("country", "share_percent"),
            Self::Interests(_) => ("theme", "level"),
            Self::Collectivities(_) => (COLLECTIVITY, "role"),
            Self::Actors(_) => (ACTOR, "role"),
            Self::Organisations(_) => ("", "role"),
            Self::CountryCodes | Self::Authors | Self::Records(_) => ("", ""),
        }
    }
}

/// What the API calls an organisation that is one or the other; also what stands before its identifier in a key.
pub(super) const COLLECTIVITY: &str = "collectivity";
pub(super) const ACTOR: &str = "actor";

/// The key of an organisation that may be a collectivity or an actor.
pub(super) fn organisation(kind: &str, id: &str) -> String {
    [kind, "/", id].concat()
}

/// What tells records by their identifiers.
#[derive(Clone, Debug)]
pub(super) struct Known {
    pub(super) language: Language,
    /// Names by identifier.
    pub(super) names: BTreeMap<String, String>,
}

impl Known {
    /// A reference, as a record or a history has it.
    fn row(&self, value: &Value) -> Row {
        let id = value
            .as_str()
            .or_else(|| value.get("id")?.as_str())
            .unwrap_or_default();
        let own = match self.language {
            Language::Fr => "name_fr",
            Language::En => "name_en",
        };
        let mut named = [own, "name", "title"].into_iter();
        let named = named.find_map(|name| value.get(name)?.as_str());
        let label = named.or_else(|| self.names.get(id).map(String::as_str));
        Row {
            key: id.to_owned(),
            label: label.unwrap_or(id).to_owned(),
            extra: String::new(),
        }
    }

    fn country(&self, code: &str) -> Row {
        Row {
            key: code.to_owned(),
            label: intl::country(code, self.language),
            extra: String::new(),
        }
    }
}

impl Shape {
    /// What it refers to, where it is records of one kind.
    pub(super) const fn resource(self) -> Option<Resource> {
        match self {
            Self::Lead | Self::Chosen(Source::Collectivities(_)) => Some(Resource::Collectivities),
            Self::Several(List::Themes) | Self::Chosen(Source::Interests(_)) => Some(Resource::Themes),
            Self::Choice(List::Groups) => Some(Resource::ThematicGroups),
            Self::Chosen(Source::Actors(_)) => Some(Resource::Actors),
            Self::Chosen(Source::Records(resource)) => Some(resource),
            _ => None,
        }
    }

    /// What the API has, as one would type it.
    pub(super) fn read(self, value: &Value, known: &Known) -> Vec<Row> {
        let items = value.as_array().map(Vec::as_slice).unwrap_or_default();
        let one = |text: Option<String>| text.map(Row::of).into_iter().collect();
        match self {
            Self::Choice(List::Groups) | Self::Lead if value.is_null() => Vec::new(),
            Self::Choice(List::Groups) | Self::Lead => vec![known.row(value)],
            Self::Choice(List::Countries) => {
                let country = value.as_str().map(|code| known.country(code));
                country.into_iter().collect()
            }
            Self::Line(_) | Self::Long(_) | Self::Choice(_) | Self::Day => one(text(value)),
            Self::Lines if items.is_empty() => Vec::new(),
            Self::Lines => {
                let lines: Vec<&str> = items.iter().filter_map(Value::as_str).collect();
                one(Some(lines.join("\n")))
            }
            Self::Number | Self::Count => one(number(value, known.language)),
            Self::Date => one(text(value).map(|date| dates::typed(&date))),
            Self::Truth(_) => one((*value == Value::Bool(true)).then(|| "true".to_owned())),
            Self::Time => time::read(value),
            Self::Recurrence => time::read_rule(value),
            Self::Amount => one(parts::amount(value)),
            Self::Money => money(value),
            Self::Several(List::Themes) => items.iter().map(|item| known.row(item)).collect(),
            Self::Several(_) => items
                .iter()
                .filter_map(|item| text(item).or_else(|| number(item, known.language)))
                .map(Row::of)
                .collect(),
            Self::Chosen(source) => items.iter().map(|item| chosen(source, item, known)).collect(),
            Self::Payer => vec![parts::payer(value, known)],
            Self::Table(table) => table.read(items, known),
            Self::Kept(_) => one(Some(value.to_string())),
        }
    }

    /// What was typed, as the API takes it, or what is wrong with it.
    pub(super) fn write(self, rows: &[Row]) -> Result<Value, Text> {
        let first = rows
            .first()
            .map(|row| row.key.trim())
            .filter(|text| !text.is_empty());
        Ok(match self {
            Self::Truth(_) => json!(first.is_some()),
            Self::Several(List::Goals) => {
                let goals = rows.iter().filter_map(|row| row.key.parse::<u8>().ok());
                goals.map(Value::from).collect()
            }
            Self::Several(_) => rows.iter().map(|row| Value::from(row.key.as_str())).collect(),
            Self::Time => time::write(rows)?,
            Self::Recurrence => time::write_rule(rows.first())?,
            Self::Money => range(rows.first())?,
            Self::Amount => parts::cents(first.unwrap_or_default())?.map_or(Value::Null, parts::euro),
            Self::Chosen(source) => {
                let written: Result<Vec<Value>, Text> = rows.iter().map(|row| part(source, row)).collect();
                Value::Array(written?)
            }
            Self::Payer => parts::paid_by(rows.first()),
            Self::Table(table) => table.write(rows)?,
            Self::Kept(otherwise) => aect_client::read_json(first.unwrap_or(otherwise)).unwrap_or_default(),
            Self::Number => first.map_or(Ok(Value::Null), decimal)?,
            Self::Count => {
                let count = first.map(|text| text.parse::<u32>().map_err(|_| words::COUNT_WRONG));
                count.transpose()?.map_or(Value::Null, Value::from)
            }
            Self::Date => {
                let date = first
                    .map(|text| dates::read(text).ok_or(words::DATE_WRONG))
                    .transpose()?;
                date.map_or(Value::Null, |date| Value::from(date.to_string()))
            }
            Self::Day => first.map(time::day).transpose()?.map_or(Value::Null, Value::from),
            Self::Lines => {
                let lines = first.unwrap_or_default().lines().map(str::trim);
                lines.filter(|line| !line.is_empty()).map(Value::from).collect()
            }
            Self::Line(_) | Self::Long(_) | Self::Choice(_) | Self::Lead => {
                first.map_or(Value::Null, Value::from)
            }
        })
    }

    /// What was typed, in words; empty where there is nothing.
    pub(super) fn told(self, rows: &[Row], language: Language) -> String {
        let key = |row: &Row| row.key.clone();
        let parts: Vec<String> = match self {
            Self::Truth(_) => vec![
                if rows.is_empty() { words::NO } else { words::YES }
                    .of(language)
                    .to_owned(),
            ],
            Self::Choice(List::Codes(codes)) | Self::Several(List::Codes(codes)) => {
                rows.iter().map(|row| named(codes, &row.key, language)).collect()
            }
            Self::Choice(List::Goals) | Self::Several(List::Goals) => {
                let goal = |row: &Row| format!("{}. {}", row.key, use_names().sdg(&row.key, language));
                rows.iter().map(goal).collect()
            }
            Self::Money => match rows.first().map(parts::ends) {
                Some(Ok((min, max))) => {
                    let range = MoneyRange::eur_cents(min, max);
                    range
                        .and_then(|range| phrases::money(range, Browser(language)))
                        .into_iter()
                        .collect()
                }
                _ => rows
                    .iter()
                    .map(|row| [&row.key, " – ", &row.extra].concat())
                    .collect(),
            },
            Self::Amount => rows.iter().map(|row| [&row.key, "\u{a0}€"].concat()).collect(),
            Self::Date | Self::Day => rows
                .iter()
                .map(|row| dates::read(&row.key).map_or_else(|| key(row), |date| intl::date(date, language)))
                .collect(),
            Self::Time => vec![time::told(rows, language)],
            Self::Recurrence => vec![time::told_rule(rows, language)],
            Self::Table(table) => table.told(rows, language),
            Self::Chosen(source) => rows.iter().map(|row| beside(source, row, language)).collect(),
            Self::Lead | Self::Choice(_) | Self::Several(_) | Self::Payer => {
                rows.iter().map(|row| row.label.clone()).collect()
            }
            Self::Kept(_) => Vec::new(),
            Self::Line(_) | Self::Long(_) | Self::Lines | Self::Number | Self::Count => {
                rows.iter().map(key).collect()
            }
        };
        parts.join(", ")
    }
}

/// What a code is called.
pub(super) fn named(codes: Codes, code: &str, language: Language) -> String {
    let found = codes(language).into_iter().find(|(known, _)| *known == code);
    found.map_or_else(|| code.to_owned(), |(_, name)| name.to_owned())
}

fn beside(source: Source, row: &Row, language: Language) -> String {
    let extra = match source.codes() {
        Some((_, codes)) => named(codes, &row.extra, language),
        None if row.extra.is_empty() => return row.label.clone(),
        None => format!("{}\u{a0}%", row.extra),
    };
    format!("{} ({extra})", row.label)
}

#[cfg(test)]
mod tests;

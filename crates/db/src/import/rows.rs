//! Rows of a CSV or JSON file, read field by field: everything that is wrong with a row is said at once.

use super::importing::{Importing, Refusal};
use crate::{Error, Result};
use serde::de::DeserializeOwned;
use std::collections::{BTreeMap, HashMap};
use std::fmt::Display;
use std::io::Read;
use std::str::FromStr;

/// What a file calls our columns: ours → theirs.
#[derive(Clone, Debug, Default)]
pub struct ColumnMap(BTreeMap<String, String>);

impl ColumnMap {
    /// Reads `{"our_column": "their column", …}`.
    pub fn from_json(text: &str) -> Result<Self> {
        serde_json::from_str(text)
            .map(Self)
            .map_err(|error| Error::Invalid(format!("the column map is not a JSON object of texts: {error}")))
    }

    pub(super) fn theirs<'a>(&'a self, ours: &'a str) -> &'a str {
        self.0.get(ours).map_or(ours, String::as_str)
    }
}

/// One row, with what is wrong with it so far.
pub(super) struct Row<'r> {
    pub(super) line: u64,
    cells: HashMap<&'r str, &'r str>,
    columns: &'r ColumnMap,
    refusals: Vec<Refusal>,
}

impl Row<'_> {
    /// The text of a cell, without the spaces around it; `None` when empty or absent.
    pub(super) fn text(&self, column: &str) -> Option<String> {
        let cell = self.cells.get(self.columns.theirs(column))?.trim();
        (!cell.is_empty()).then(|| cell.to_owned())
    }

    /// A text that must be there.
    pub(super) fn required(&mut self, column: &str) -> String {
        let text = self.text(column);
        if text.is_none() {
            self.refuse(column, "is empty");
        }
        text.unwrap_or_default()
    }

    /// A value that the cell is read as; `None` when empty.
    pub(super) fn value<T>(&mut self, column: &str) -> Option<T>
    where
        T: FromStr,
        T::Err: Display,
    {
        match self.text(column)?.parse() {
            Ok(value) => Some(value),
            Err(error) => {
                self.refuse(column, error);
                None
            }
        }
    }

    /// The code that the source's word stands for.
    pub(super) fn word<T: Copy>(&mut self, column: &str, words: &[(&str, T)]) -> Option<T> {
        let text = self.text(column)?;
        let found = words
            .iter()
            .find(|(word, _)| *word == text)
            .map(|(_, code)| *code);
        if found.is_none() {
            let known: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
            self.refuse(column, format!("«{text}» is not one of: {}", known.join(", ")));
        }
        found
    }

    /// Whole euros, as cents.
    pub(super) fn euros(&mut self, column: &str) -> Option<i64> {
        let euros: i64 = self.value(column)?;
        let cents = euros.checked_mul(100).filter(|cents| *cents >= 0);
        if cents.is_none() {
            self.refuse(column, "is no amount in euros");
        }
        cents
    }

    /// The values of a cell with several, separated by `|`.
    pub(super) fn list(&self, column: &str) -> Vec<String> {
        let text = self.text(column).unwrap_or_default();
        text.split('|')
            .map(str::trim)
            .filter(|value| !value.is_empty())
            .map(str::to_owned)
            .collect()
    }

    /// Notes that the row cannot go in.
    pub(super) fn refuse(&mut self, column: &str, reason: impl Display) {
        let refusal = Refusal {
            line: self.line,
            field: column.to_owned(),
            reason: reason.to_string(),
        };
        self.refusals.push(refusal);
    }

    /// Whether nothing is wrong so far.
    pub(super) fn is_sound(&self) -> bool {
        self.refusals.is_empty()
    }
}

/// Reads a CSV file row by row. `one` writes a row that is sound; it may refuse it still.
pub(super) fn each_csv_row(
    importing: &mut Importing<'_, '_>,
    file: &mut dyn Read,
    needed: &[&str],
    mut one: impl FnMut(&mut Importing<'_, '_>, &mut Row<'_>) -> Result<()>,
) -> Result<()> {
    let columns = importing.options.columns.clone();
    let mut reader = csv::ReaderBuilder::new().flexible(false).from_reader(file);
    let header = reader.headers().map_err(|error| unreadable(&error))?.clone();
    let header: Vec<&str> = header
        .iter()
        .map(|name| name.trim_start_matches('\u{feff}'))
        .collect();
    let missing: Vec<&str> = needed
        .iter()
        .map(|name| columns.theirs(name))
        .filter(|name| !header.contains(name))
        .collect();
    if !missing.is_empty() {
        return Err(Error::Invalid(format!(
            "the file lacks the columns: {}",
            missing.join(", ")
        )));
    }
    for record in reader.into_records() {
        importing.step()?;
        let record = match record {
            Ok(record) => record,
            Err(error) => {
                let line = error.position().map_or(0, csv::Position::line);
                let reason = error.to_string();
                importing.report.refused.push(Refusal {
                    line,
                    field: String::new(),
                    reason,
                });
                continue;
            }
        };
        let line = record.position().map_or(0, csv::Position::line);
        let cells = header.iter().copied().zip(record.iter()).collect();
        let mut row = Row {
            line,
            cells,
            columns: &columns,
            refusals: Vec::new(),
        };
        one(importing, &mut row)?;
        importing.report.refused.append(&mut row.refusals);
    }
    Ok(())
}

fn unreadable(error: &csv::Error) -> Error {
    Error::Invalid(format!("the file is not a CSV file in UTF-8: {error}"))
}

/// Reads the list at `pointer` of a JSON file item by item. `one` returns why it refuses an item, if it does.
pub(super) fn each_json_item<T: DeserializeOwned>(
    importing: &mut Importing<'_, '_>,
    file: &mut dyn Read,
    pointer: &str,
    mut one: impl FnMut(&mut Importing<'_, '_>, u64, T) -> Result<Option<Refusal>>,
) -> Result<()> {
    let whole: serde_json::Value = serde_json::from_reader(file)
        .map_err(|error| Error::Invalid(format!("the file is not JSON: {error}")))?;
    let items = whole
        .pointer(pointer)
        .and_then(serde_json::Value::as_array)
        .ok_or_else(|| Error::Invalid(format!("the file has no list at «{pointer}»")))?;
    for (line, item) in (1_u64..).zip(items) {
        importing.step()?;
        let refusal = match serde_json::from_value(item.clone()) {
            Ok(item) => one(importing, line, item)?,
            Err(error) => Some(Refusal {
                line,
                field: String::new(),
                reason: error.to_string(),
            }),
        };
        importing.report.refused.extend(refusal);
    }
    Ok(())
}

//! Lines of several fields: the cells of one line after those of the line before, one row each.

use super::{Known, List, Row, Shape};
use aect_words::Language;
use aect_words::pages::Text;
use serde_json::{Map, Value};

/// A field of each line.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Column {
    /// What the API calls it; empty where it is the line itself.
    pub(crate) name: &'static str,
    pub(crate) label: Text,
    pub(crate) shape: Shape,
    /// Whether no line is right without it: an empty one is sent as it is, for the API to say so beside all that is wrong.
    pub(crate) needed: bool,
}

/// What each line has.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Table {
    pub(crate) columns: &'static [Column],
    /// What the button for one more says.
    pub(crate) add: Text,
}

impl Column {
    /// What it holds in a new line.
    fn blank(&self, language: Language) -> Row {
        match self.shape {
            Shape::Choice(List::Codes(codes)) => codes(language)
                .first()
                .map(|(code, _)| Row::of(*code))
                .unwrap_or_default(),
            _ => Row::default(),
        }
    }

    /// Whether somebody said something there: what is chosen of itself says nothing.
    fn says(&self, cell: &Row) -> bool {
        let own = matches!(self.shape, Shape::Choice(List::Codes(_)) | Shape::Kept(_));
        !(own || cell.key.trim().is_empty() && cell.label.trim().is_empty())
    }
}

impl Table {
    /// A line that is still to be filled in.
    pub(crate) fn line(&self, language: Language) -> impl Iterator<Item = Row> {
        self.columns.iter().map(move |column| column.blank(language))
    }

    pub(super) fn read(&self, items: &[Value], known: &Known) -> Vec<Row> {
        let cell = |item: &Value, column: &Column| {
            let value = match column.name {
                "" => item,
                name => item.get(name).unwrap_or(&Value::Null),
            };
            let mut rows = column.shape.read(value, known);
            if rows.is_empty() {
                Row::default()
            } else {
                rows.swap_remove(0)
            }
        };
        let lines = items.iter();
        lines
            .flat_map(|item| self.columns.iter().map(move |column| cell(item, column)))
            .collect()
    }

    /// Lines that say nothing are left out.
    pub(super) fn write(&self, rows: &[Row]) -> Result<Value, Text> {
        let says = |line: &&[Row]| {
            self.columns
                .iter()
                .zip(*line)
                .any(|(column, cell)| column.says(cell))
        };
        let lines: Result<Vec<Value>, Text> = rows
            .chunks(self.columns.len())
            .filter(says)
            .map(|line| self.write_line(line))
            .collect();
        lines.map(Value::Array)
    }

    fn write_line(&self, line: &[Row]) -> Result<Value, Text> {
        let mut written = Map::new();
        for (column, cell) in self.columns.iter().zip(line) {
            let value = match column.shape.write(std::slice::from_ref(cell))? {
                Value::Null if column.needed => Value::from(""),
                value => value,
            };
            match (column.name, value) {
                ("", Value::Object(members)) => written.extend(members),
                ("", value) => return Ok(value),
                (name, value) => {
                    written.insert(name.to_owned(), value);
                }
            }
        }
        Ok(Value::Object(written))
    }

    /// Each line in words.
    pub(super) fn told(&self, rows: &[Row], language: Language) -> Vec<String> {
        let line = |line: &[Row]| {
            let cells = self.columns.iter().zip(line);
            let cells = cells.filter(|(_, cell)| **cell != Row::default());
            let cells = cells.map(|(column, cell)| column.shape.told(std::slice::from_ref(cell), language));
            let cells: Vec<String> = cells.filter(|said| !said.is_empty()).collect();
            cells.join(" – ")
        };
        rows.chunks(self.columns.len()).map(line).collect()
    }
}

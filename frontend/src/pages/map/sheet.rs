//! The figures as rows: what the table shows and the spreadsheet holds.

use super::figures::Figures;
use super::spots;
use super::state::{MapState, Place};
use crate::names::Names;
use aect_types::stats::{Stats, StatsBy, StatsRow};
use aect_words::Language;
use aect_words::pages::{Text, map as words};

/// The figures of a table.
pub(super) struct Sheet {
    pub(super) caption: Text,
    pub(super) columns: [Text; 4],
    pub(super) rows: Vec<Row>,
}

/// A place with its figures.
pub(super) struct Row {
    pub(super) place: Place,
    pub(super) name: String,
    pub(super) projects: u64,
    pub(super) twinnings: u64,
    pub(super) budget_cents: i64,
}

/// The figures, named; `None` while they are those of another scene.
pub(super) fn sheet(
    state: &MapState,
    counted: &Stats,
    figures: Figures,
    names: Names,
    language: Language,
) -> Option<Sheet> {
    let by = state.scene.by();
    let row = |StatsRow { value, figure }: &StatsRow| {
        let place = Place::new(by, value);
        let name = spots::name(&place, names, figures, language);
        Row {
            place,
            name,
            projects: figure.projects,
            twinnings: figure.twinnings_to_confirm,
            budget_cents: figure.budget_cents,
        }
    };
    let (caption, column) = match by {
        StatsBy::Department => (words::CAPTION_DEPARTMENTS, words::COLUMN_DEPARTMENT),
        StatsBy::Collectivity => (words::CAPTION_COLLECTIVITIES, words::COLUMN_COLLECTIVITY),
        _ => (words::CAPTION, words::COLUMN_COUNTRY),
    };
    (counted.by == by).then(|| Sheet {
        caption,
        columns: [
            column,
            words::COLUMN_PROJECTS,
            words::COLUMN_TWINNINGS,
            words::COLUMN_BUDGET,
        ],
        rows: counted.rows.iter().map(row).collect(),
    })
}

impl Sheet {
    /// As a French spreadsheet opens it: a byte order mark, semicolons, no formula; budgets in whole euros.
    pub(super) fn csv(&self, language: Language) -> String {
        let mut text = "\u{feff}".to_owned();
        let mut line = |cells: [String; 5]| {
            text.push_str(&cells.map(|words| cell(&words)).join(";"));
            text.push_str("\r\n");
        };
        let [place, projects, twinnings, budget] = self.columns.map(|column| column.of(language).to_owned());
        line([
            words::COLUMN_CODE.of(language).to_owned(),
            place,
            projects,
            twinnings,
            budget + " (€)",
        ]);
        for row in &self.rows {
            line([
                row.place.value.clone(),
                row.name.clone(),
                row.projects.to_string(),
                row.twinnings.to_string(),
                (row.budget_cents / 100).to_string(),
            ]);
        }
        text
    }
}

/// A cell that a spreadsheet takes as text or number, never as a formula.
fn cell(words: &str) -> String {
    let mut quoted = "\"".to_owned();
    if words.starts_with(['=', '+', '-', '@']) {
        quoted.push('\'');
    }
    for letter in words.chars() {
        if letter == '"' {
            quoted.push('"');
        }
        quoted.push(letter);
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;
    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn a_sheet_opens_in_a_spreadsheet() {
        let row = |value: &str, name: &str| Row {
            place: Place::new(StatsBy::Country, value),
            name: name.to_owned(),
            projects: 4,
            twinnings: 2,
            budget_cents: 12_000_050,
        };
        let sheet = Sheet {
            caption: words::CAPTION,
            columns: [
                words::COLUMN_COUNTRY,
                words::COLUMN_PROJECTS,
                words::COLUMN_TWINNINGS,
                words::COLUMN_BUDGET,
            ],
            rows: vec![row("SN", "Sénégal"), row("XX", "=a;\"b\"")],
        };
        assert_eq!(
            sheet.csv(Language::Fr),
            "\u{feff}\"Code\";\"Pays\";\"Projets\";\"Jumelages à confirmer\";\"Budgets indiqués (€)\"\r\n\
             \"SN\";\"Sénégal\";\"4\";\"2\";\"120000\"\r\n\"XX\";\"'=a;\"\"b\"\"\";\"4\";\"2\";\"120000\"\r\n"
        );
    }
}

//! Dated notes on the international services of collectivities: history, never today's figure.

use super::citations::citation;
use super::importing::Importing;
use super::rows::each_csv_row;
use crate::collectivities::{ServiceNoteInput, save_service_note};
use crate::journal::Operation;
use crate::{Outcome, Result};
use aect_types::Resource;
use aect_types::money::MoneyRange;
use std::io::Read;

const COLUMNS: &[&str] = &["collectivite_id", "annee", "document"];

pub(super) fn import(importing: &mut Importing<'_, '_>, file: &mut dyn Read) -> Result<()> {
    each_csv_row(importing, file, COLUMNS, |importing, row| {
        let ours = row.required("collectivite_id");
        let collectivity = importing.find(Resource::Collectivities, &ours)?;
        if collectivity.is_none() {
            row.refuse("collectivite_id", format!("no collectivity is called {ours}"));
        }
        row.required("annee");
        let year = row.value("annee");
        let citation = citation(importing, row)?;
        let yearly_budget = MoneyRange::eur_cents(row.euros("budget_min_eur"), row.euros("budget_max_eur"));
        let (Some(id), Some(year), Some(citation)) = (collectivity, year, citation) else {
            return Ok(());
        };
        let note = ServiceNoteInput {
            year,
            name: row.text("service"),
            attached_to: row.text("rattachement"),
            staff_min: row.value("agents_min"),
            staff_max: row.value("agents_max"),
            staff_fte: row.value("etp"),
            staff_note: row.text("agents_note"),
            yearly_budget,
            budget_note: row.text("budget_note"),
            citation,
        };
        if !row.is_sound() {
            return Ok(());
        }
        let outcome = match save_service_note(importing.write.conn, id, &note)? {
            None => Outcome::Unchanged,
            Some(new) => {
                let changes = serde_json::json!({ "service_notes": [null, year] });
                let changes = changes.as_object().cloned().unwrap_or_default();
                importing.write.advance(id, Operation::Update, changes)?;
                if new {
                    Outcome::Added
                } else {
                    Outcome::Changed(vec!["service_notes".to_owned()])
                }
            }
        };
        importing.count(row.line, &format!("{ours} {year}"), outcome);
        Ok(())
    })
}

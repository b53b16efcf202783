//! Schemes by which collectivities support others: projects of kind `support_scheme`.

use super::citations::citation;
use super::cooperations::{SILENT, STATUSES, empty_project, lead};
use super::importing::{Importing, OURS};
use super::rows::each_csv_row;
use crate::{Imported, Key, Result};
use aect_types::money::MoneyRange;
use aect_types::projects::{ProjectKind, ProjectStatus};
use std::io::Read;

const COLUMNS: &[&str] = &["id", "collectivite_id", "intitule", "document"];

pub(super) fn import(importing: &mut Importing<'_, '_>, file: &mut dyn Read) -> Result<()> {
    each_csv_row(importing, file, COLUMNS, |importing, row| {
        let id = row.required("id");
        let citation = citation(importing, row)?;
        let mut input = empty_project(row.required("intitule"));
        input.kind = ProjectKind::SupportScheme;
        input.status = row.word("statut", STATUSES).unwrap_or(ProjectStatus::Unknown);
        input.description = row.text("description");
        input.beneficiaries = row.text("beneficiaires").map(|text| text.replace('|', ", "));
        input.start_date = row.value("annee_debut");
        input.end_date = row.value("annee_fin");
        let amount = row.euros("montant_eur");
        input.budget = MoneyRange::eur_cents(amount, amount);
        input.budget_note = row.text("montant_note");
        lead(importing, row, &mut input)?;
        if row.is_sound() {
            let citations = citation.into_iter().collect();
            let key = Key {
                scheme: OURS,
                id: format!("scheme:{id}"),
            };
            importing.put(
                row.line,
                &Imported {
                    key,
                    input,
                    citations,
                    slug: None,
                    silent: SILENT,
                },
            )?;
        }
        Ok(())
    })
}

//! What a row quotes, and of which document.

use super::importing::Importing;
use super::rows::Row;
use crate::Result;
use crate::schema::documents;
use aect_types::Slug;
use aect_types::provenance::CitationInput;
use diesel::prelude::*;

/// The quotation of a row: columns `citation`, `date_reference`, `preuve` and `document`.
pub(super) fn citation(
    importing: &mut Importing<'_, '_>,
    row: &mut Row<'_>,
) -> Result<Option<CitationInput>> {
    let name = row.required("document");
    let Some(document) = known_document(importing, row, "document", &name)? else {
        return Ok(None);
    };
    Ok(Some(CitationInput {
        document,
        quotation: row.text("citation"),
        stated_on: row.value("date_reference"),
        evidence: row.text("preuve"),
    }))
}

/// The documents that name the matter of a row: column `documents`.
pub(super) fn citations(importing: &mut Importing<'_, '_>, row: &mut Row<'_>) -> Result<Vec<CitationInput>> {
    let mut citations = Vec::new();
    for name in row.list("documents") {
        let document = known_document(importing, row, "documents", &name)?;
        citations.extend(document.map(mention));
    }
    Ok(citations)
}

/// A document that names the matter, without its words.
pub(super) const fn mention(document: Slug) -> CitationInput {
    CitationInput {
        document,
        quotation: None,
        stated_on: None,
        evidence: None,
    }
}

fn known_document(
    importing: &mut Importing<'_, '_>,
    row: &mut Row<'_>,
    column: &str,
    name: &str,
) -> Result<Option<Slug>> {
    let found: Option<String> = documents::table
        .find(name)
        .select(documents::slug)
        .first(importing.write.conn)
        .optional()?;
    if found.is_none() && !name.is_empty() {
        row.refuse(column, format!("no document is called {name}"));
    }
    Ok(found.map(|slug| slug.parse()).transpose()?)
}

//! Sectors of the OECD's Development Assistance Committee, three digits.

use crate::Slug;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

entity! {
    /// A DAC sector.
    DacSector, DacSectorInput, DacSectorRefs, DacSectors, DacSectorSummary;
    fields {
        /// Three digits.
        code: String,
        /// Its name in French.
        name_fr: String,
        /// Its name in English.
        name_en: String,
        /// Whether the list still holds it.
        active: bool,
    }
    references {}
    computed {}
}

/// A sector in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DacSectorSummary {
    /// Its identifier.
    pub id: Uuid,
    /// Its address.
    pub slug: Slug,
    /// Three digits.
    pub code: String,
    /// Its name in French.
    pub name_fr: String,
    /// Its name in English.
    pub name_en: String,
}

impl From<&DacSector> for DacSectorSummary {
    fn from(record: &DacSector) -> Self {
        Self {
            id: record.id,
            slug: record.slug.clone(),
            code: record.code.clone(),
            name_fr: record.name_fr.clone(),
            name_en: record.name_en.clone(),
        }
    }
}

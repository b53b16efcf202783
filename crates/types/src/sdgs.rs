//! The United Nations' Sustainable Development Goals.

use crate::Slug;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

entity! {
    /// A Sustainable Development Goal.
    Sdg, SdgInput, SdgRefs, Sdgs, SdgSummary;
    fields {
        /// 1 to 17.
        number: i16,
        /// Short name in French.
        name_fr: String,
        /// Short name in English.
        name_en: String,
        /// Whole title in French.
        title_fr: String,
        /// Whole title in English.
        title_en: String,
        /// Its colour (United Nations guidelines); several are too light for white text.
        color: String,
    }
    references {}
    computed {}
}

/// A goal in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SdgSummary {
    /// Its identifier.
    pub id: Uuid,
    /// Its address.
    pub slug: Slug,
    /// 1 to 17.
    pub number: i16,
    /// Short name in French.
    pub name_fr: String,
    /// Short name in English.
    pub name_en: String,
    /// Its colour.
    pub color: String,
}

impl From<&Sdg> for SdgSummary {
    fn from(record: &Sdg) -> Self {
        Self {
            id: record.id,
            slug: record.slug.clone(),
            number: record.number,
            name_fr: record.name_fr.clone(),
            name_en: record.name_en.clone(),
            color: record.color.clone(),
        }
    }
}

//! The one shared list of themes.

use crate::Slug;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

codes! {
    /// What a theme says.
    ThemeKind {
        /// What is done: water, culture.
        Field = "field",
        /// How one works: co-funding, mutualisation.
        Topic = "topic",
    }
}

/// A theme, as other records name it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ThemeRef {
    /// Its identifier.
    pub id: Uuid,
    /// Its address.
    pub slug: Slug,
    /// Its name in French.
    pub name_fr: String,
    /// Its name in English.
    pub name_en: String,
}

entity! {
    /// An entry of the shared list of themes.
    Theme, ThemeInput, ThemeRefs, Themes, ThemeSummary;
    fields {
        /// What it says.
        kind: ThemeKind,
        /// Its name in French.
        name_fr: String,
        /// Its name in English.
        name_en: String,
        /// What belongs to it.
        description: Option<String>,
        /// The list of a document that it was first read in.
        origin: Option<String>,
        /// Rank within its kind.
        rank: i32,
        /// Sustainable Development Goals it serves, as proposed by the platform.
        sdgs: Vec<i16>,
    }
    references {}
    computed {}
}

/// A theme in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ThemeSummary {
    /// Its identifier.
    pub id: Uuid,
    /// Its address.
    pub slug: Slug,
    /// What it says.
    pub kind: ThemeKind,
    /// Its name in French.
    pub name_fr: String,
    /// Its name in English.
    pub name_en: String,
}

impl From<&Theme> for ThemeSummary {
    fn from(record: &Theme) -> Self {
        Self {
            id: record.id,
            slug: record.slug.clone(),
            kind: record.kind,
            name_fr: record.name_fr.clone(),
            name_en: record.name_en.clone(),
        }
    }
}

//! One search for everything: the best hits of every kind.

use crate::{Resource, Slug};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// The answer of a search through every kind of record.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SearchResults {
    /// For each kind with a hit, its best hits; the kind with the best hit first.
    pub groups: Vec<SearchGroup>,
    /// How many records match, of all kinds; exact.
    pub total: u64,
}

/// The hits of one kind.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SearchGroup {
    /// The kind.
    pub resource: Resource,
    /// How many records of it match; exact. The list of the same kind with the same `q` shows them all.
    pub total: u64,
    /// The best ones.
    pub hits: Vec<SearchHit>,
}

/// One record found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SearchHit {
    /// Its identifier.
    pub id: Uuid,
    /// Its address within its kind.
    pub slug: Slug,
    /// Its name or title.
    pub name: String,
    /// What tells it from others of that name: its kind or department, in French; may be empty.
    pub hint: String,
}

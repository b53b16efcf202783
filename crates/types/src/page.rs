//! The answer of a list.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A page of a list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Page<T> {
    /// The records of this page, in the order asked for.
    pub items: Vec<T>,
    /// How many records the whole list holds; exact.
    pub total: u64,
    /// How many more there are that nobody has confirmed yet and that this list leaves out (`to_confirm` shows them).
    /// Only where the list leaves any out by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub left_out: Option<u64>,
    /// Value of `cursor` for the next page; null on the last one.
    pub next: Option<String>,
    /// For each facet asked for, its values with how many records the reader would get with each, most frequent first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub facets: Option<Facets>,
}

impl<T> Page<T> {
    /// All that there is, on one page.
    #[must_use]
    pub fn whole(items: Vec<T>) -> Self {
        Self {
            total: u64::try_from(items.len()).unwrap_or(u64::MAX),
            items,
            left_out: None,
            next: None,
            facets: None,
        }
    }
}

/// Facets by field name.
pub type Facets = BTreeMap<String, Vec<FacetCount>>;

/// One value of a facet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FacetCount {
    /// The value to give to the filter of the same name.
    pub value: String,
    /// How many records the reader would get with it.
    pub count: u64,
}

//! What is told of a record, as its own page lists it.

use crate::{PartialDate, Slug};
use serde::Deserialize;

/// News or a resource, in short: what the summaries of both have. One type, since a page lists both and each type weighs in
/// what browsers fetch; its days are read as other records' dates are, for the same reason.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Told {
    /// Its address.
    pub slug: Slug,
    /// Its title.
    pub title: String,
    /// What it says, in short.
    #[serde(default)]
    pub summary: Option<String>,
    /// When it came out.
    #[serde(default)]
    pub published_on: Option<PartialDate>,
    /// The last day on which news is of use.
    #[serde(default)]
    pub useful_until: Option<PartialDate>,
    /// From when on a resource has to be read again.
    #[serde(default)]
    pub review_due_on: Option<PartialDate>,
}

//! Figures: how many projects, by what, and for how much; each figure leads to the list that it counts.

use serde::{Deserialize, Serialize};

codes! {
    /// What projects can be counted by.
    StatsBy {
        /// Country; sums are divided by the shares that are stated, else equally.
        Country = "country",
        /// Department of the collectivities.
        Department = "department",
        /// Collectivity that leads or shares the projects.
        Collectivity = "collectivity",
        /// Theme.
        Theme = "theme",
        /// Kind.
        Kind = "kind",
        /// Status.
        Status = "status",
        /// Year in which the project is stated to have run.
        Year = "year",
    }
}

/// The figures asked for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Stats {
    /// What they are counted by.
    pub by: StatsBy,
    /// All projects under the filters, each counted once.
    pub all: Figure,
    /// One row a value, the most frequent first.
    pub rows: Vec<StatsRow>,
}

/// One row.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(from = "Written")]
pub struct StatsRow {
    /// The value, as the filter of the same name takes it.
    pub value: String,
    /// What it counts.
    #[serde(flatten)]
    pub figure: Figure,
}

/// A [`StatsRow`] as it is written, in one piece: what serde derives to read a part of an object is far larger.
#[derive(Deserialize)]
struct Written {
    value: String,
    projects: u64,
    url: String,
    twinnings_to_confirm: u64,
    twinnings_to_confirm_url: Option<String>,
    budget_cents: i64,
}

impl From<Written> for StatsRow {
    fn from(written: Written) -> Self {
        Self {
            value: written.value,
            figure: Figure {
                projects: written.projects,
                url: written.url,
                twinnings_to_confirm: written.twinnings_to_confirm,
                twinnings_to_confirm_url: written.twinnings_to_confirm_url,
                budget_cents: written.budget_cents,
            },
        }
    }
}

/// A count and a sum, with the lists they count.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Figure {
    /// Projects that somebody confirmed or a document states, twinnings to confirm left out.
    pub projects: u64,
    /// The list of those.
    #[cfg_attr(feature = "openapi", schema(format = "uri-reference"))]
    pub url: String,
    /// Twinnings that nobody has confirmed yet.
    pub twinnings_to_confirm: u64,
    /// The list of those; `null` where the question or the row rules them out, by kind or by `to_confirm`.
    #[cfg_attr(feature = "openapi", schema(format = "uri-reference"))]
    pub twinnings_to_confirm_url: Option<String>,
    /// Sum of the upper ends of the stated budgets of `projects`, in cents of euro.
    pub budget_cents: i64,
}

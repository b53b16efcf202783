//! The index as its callers see it, on records made by hand.

mod facets;
mod filters;
mod keeping;
mod orders;
mod paging;
mod queries;
mod ranks;
mod stats;
mod visibility;

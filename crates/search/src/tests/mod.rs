//! The index as its callers see it, on records made by hand.

mod filters;

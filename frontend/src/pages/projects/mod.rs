//! Projets and projet.

pub(crate) mod detail;
mod facts;
pub(crate) mod list;

//! Annuaire and fiche.

pub(crate) mod detail;
mod index;
pub(crate) mod list;

//! Annuaire.

mod index;
pub(crate) mod list;

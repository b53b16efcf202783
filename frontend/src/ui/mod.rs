//! What pages are made of.

pub(crate) mod actions;
pub(crate) mod dates;
pub(crate) mod everything;
pub(crate) mod form;
pub(crate) mod heading;
pub(crate) mod list;
pub(crate) mod node;
pub(crate) mod offline;
pub(crate) mod sheet;
pub(crate) mod shell;
pub(crate) mod states;
pub(crate) mod tools;

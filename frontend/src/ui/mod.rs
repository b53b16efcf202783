//! What pages are made of.

pub(crate) mod citation;
pub(crate) mod heading;
pub(crate) mod list;
pub(crate) mod node;
pub(crate) mod rows;
pub(crate) mod shell;
pub(crate) mod states;
pub(crate) mod tools;

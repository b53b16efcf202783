//! One module a page that reacts; the others are written by the shared pages and shown by [`crate::ui::sheet`].

pub(crate) mod agenda;
pub(crate) mod animation;
pub(crate) mod collectivities;
pub(crate) mod editor;
pub(crate) mod home;
pub(crate) mod lists;
pub(crate) mod map;
pub(crate) mod member;
pub(crate) mod records;
pub(crate) mod search;

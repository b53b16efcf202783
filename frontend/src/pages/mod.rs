//! One module a page.

pub(crate) mod collectivities;
pub(crate) mod home;
pub(crate) mod map;
pub(crate) mod not_found;
pub(crate) mod projects;

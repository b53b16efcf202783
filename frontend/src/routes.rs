//! Which path is which page.

use aect_types::site::PublicPage;
pub(crate) use aect_types::site::paths::{
    ACCOUNT, COLLECTIVITIES, EVENTS, MAP, PROJECTS, SEARCH, SIGN_IN, SPACE,
};

/// Whether a link to this path is followed here; the rest (exports, documentation) is the server's.
pub(crate) fn is_page(path: &str) -> bool {
    PublicPage::at(path).is_some()
}

/// The address of a collectivity's page.
pub(crate) fn collectivity(slug: &str) -> String {
    [COLLECTIVITIES, "/", slug].concat()
}

//! Which path is which page, and what the shell says of it.

use aect_types::site::PublicPage;
pub(crate) use aect_types::site::paths::{COLLECTIVITIES, HOME, MAP, PROJECTS};
use aect_words::pages::{Text, shell};

/// The entries of the main navigation, in order.
pub(crate) static NAVIGATION: &[(&str, Text)] = &[
    (HOME, shell::HOME),
    (MAP, shell::MAP),
    (COLLECTIVITIES, shell::DIRECTORY),
    (PROJECTS, shell::PROJECTS),
];

/// Whether a link to this path is followed here; the rest (exports, documentation) is the server's.
pub(crate) fn is_page(path: &str) -> bool {
    PublicPage::at(path).is_some()
}

/// The section that the title of a page names besides its own heading.
pub(crate) fn section_of(path: &str) -> Option<Text> {
    match PublicPage::at(path)? {
        PublicPage::Collectivity(_) => Some(shell::DIRECTORY),
        PublicPage::Project(_) => Some(shell::PROJECTS),
        _ => None,
    }
}

/// Whether a path lies in the section that an entry of the navigation opens.
pub(crate) fn is_within(path: &str, entry: &str) -> bool {
    path == entry || (entry != HOME && path.strip_prefix(entry).is_some_and(|rest| rest.starts_with('/')))
}

/// The address of a collectivity's page.
pub(crate) fn collectivity(slug: &str) -> String {
    format!("{COLLECTIVITIES}/{slug}")
}

/// The address of a project's page.
pub(crate) fn project(slug: &str) -> String {
    format!("{PROJECTS}/{slug}")
}

#[cfg(test)]
mod tests {
    use super::*;
    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn the_navigation_leads_to_pages() {
        for (path, _) in NAVIGATION {
            assert!(is_page(path), "{path}");
        }
    }

    #[test]
    fn a_record_lies_within_its_section() {
        assert!(is_within("/annuaire/bordeaux", "/annuaire"));
        assert!(is_within("/annuaire", "/annuaire"));
        assert!(!is_within("/annuaire/bordeaux", "/"));
        assert!(!is_within("/annuaires", "/annuaire"));
        assert!(is_within("/", "/"));
    }
}

//! Which path is which page: the one table.

use aect_words::pages::{Text, shell};

/// A page, with what its path says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Page {
    Home,
    Map,
    Collectivities,
    Collectivity(String),
    Projects,
    Project(String),
    NotFound,
}

/// Paths of the pages that others link to.
pub(crate) const HOME: &str = "/";
pub(crate) const MAP: &str = "/carte";
pub(crate) const COLLECTIVITIES: &str = "/annuaire";
pub(crate) const PROJECTS: &str = "/projets";

/// A line of the table: a path, where `:` stands for one part, and what it is.
struct Route {
    path: &'static str,
    section: Option<Text>,
    page: fn(String) -> Page,
}

static ROUTES: &[Route] = &[
    Route {
        path: HOME,
        section: None,
        page: |_| Page::Home,
    },
    Route {
        path: MAP,
        section: None,
        page: |_| Page::Map,
    },
    Route {
        path: COLLECTIVITIES,
        section: None,
        page: |_| Page::Collectivities,
    },
    Route {
        path: "/annuaire/:",
        section: Some(shell::DIRECTORY),
        page: Page::Collectivity,
    },
    Route {
        path: PROJECTS,
        section: None,
        page: |_| Page::Projects,
    },
    Route {
        path: "/projets/:",
        section: Some(shell::PROJECTS),
        page: Page::Project,
    },
];

/// The entries of the main navigation, in order.
pub(crate) static NAVIGATION: &[(&str, Text)] = &[
    (HOME, shell::HOME),
    (MAP, shell::MAP),
    (COLLECTIVITIES, shell::DIRECTORY),
    (PROJECTS, shell::PROJECTS),
];

/// The page at a path.
pub(crate) fn page_at(path: &str) -> Page {
    found(path).map_or(Page::NotFound, |(route, part)| (route.page)(part))
}

/// Whether a link to this path is followed here; the rest (exports, documentation) is the server's.
pub(crate) fn is_page(path: &str) -> bool {
    found(path).is_some()
}

/// The section that the title of a page names besides its own heading.
pub(crate) fn section_of(path: &str) -> Option<Text> {
    found(path).and_then(|(route, _)| route.section)
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

fn found(path: &str) -> Option<(&'static Route, String)> {
    ROUTES
        .iter()
        .find_map(|route| match route.path.strip_suffix(':') {
            None => (route.path == path).then(|| (route, String::new())),
            Some(before) => path
                .strip_prefix(before)
                .filter(|part| !part.is_empty() && !part.contains('/'))
                .map(|part| (route, part.to_owned())),
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn every_path_has_its_page() {
        assert_eq!(page_at("/"), Page::Home);
        assert_eq!(page_at("/annuaire"), Page::Collectivities);
        assert_eq!(
            page_at("/annuaire/bordeaux"),
            Page::Collectivity("bordeaux".into())
        );
        assert_eq!(page_at("/projets/a"), Page::Project("a".into()));
        for lost in ["/annuaires", "/annuaire/a/b", "/inconnu", "/Carte"] {
            assert_eq!(page_at(lost), Page::NotFound, "{lost}");
        }
        for (path, _) in NAVIGATION {
            assert_ne!(page_at(path), Page::NotFound, "{path}");
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

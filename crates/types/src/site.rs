//! The public pages: which path is which, for the application that shows them and the server that answers them.

use crate::Slug;

/// Paths of the pages that others link to.
pub mod paths {
    /// Accueil.
    pub const HOME: &str = "/";
    /// Carte.
    pub const MAP: &str = "/carte";
    /// Annuaire.
    pub const COLLECTIVITIES: &str = "/annuaire";
    /// Projets.
    pub const PROJECTS: &str = "/projets";
}

/// A page, with what its path says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PublicPage {
    /// Accueil.
    Home,
    /// Carte.
    Map,
    /// Annuaire.
    Collectivities,
    /// Fiche collectivité.
    Collectivity(Slug),
    /// Projets.
    Projects,
    /// Projet.
    Project(Slug),
}

impl PublicPage {
    /// The page at a path, a slash at its end or not; `None` where there is none.
    #[must_use]
    pub fn at(path: &str) -> Option<Self> {
        let shorter = path
            .strip_suffix('/')
            .filter(|shorter| !shorter.is_empty() && !shorter.ends_with('/'));
        let path = shorter.unwrap_or(path);
        let record = |section: &str| path.strip_prefix(section)?.strip_prefix('/')?.parse().ok();
        match path {
            paths::HOME => Some(Self::Home),
            paths::MAP => Some(Self::Map),
            paths::COLLECTIVITIES => Some(Self::Collectivities),
            paths::PROJECTS => Some(Self::Projects),
            _ => record(paths::COLLECTIVITIES)
                .map(Self::Collectivity)
                .or_else(|| record(paths::PROJECTS).map(Self::Project)),
        }
    }

    /// Its path.
    #[must_use]
    pub fn path(&self) -> String {
        match self {
            Self::Home => paths::HOME.to_owned(),
            Self::Map => paths::MAP.to_owned(),
            Self::Collectivities => paths::COLLECTIVITIES.to_owned(),
            Self::Projects => paths::PROJECTS.to_owned(),
            Self::Collectivity(slug) => format!("{}/{slug}", paths::COLLECTIVITIES),
            Self::Project(slug) => format!("{}/{slug}", paths::PROJECTS),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_path_leads_to_its_page_and_back() {
        for path in [
            "/",
            "/carte",
            "/annuaire",
            "/annuaire/bordeaux",
            "/projets",
            "/projets/eau-potable",
        ] {
            let page = PublicPage::at(path).unwrap();
            assert_eq!(page.path(), path);
            assert_eq!(
                PublicPage::at(&format!("{path}/")).is_some(),
                path != "/",
                "{path}"
            );
        }
    }

    #[test]
    fn other_paths_lead_nowhere() {
        for path in [
            "",
            "//",
            "/nulle-part",
            "/carte/bordeaux",
            "/annuaire/a/b",
            "/annuaire/Bordeaux",
            "/annuaires",
        ] {
            assert_eq!(PublicPage::at(path), None, "{path}");
        }
    }
}

//! The pages: which path is which, for the application that shows them and the server that answers them.

use crate::{Resource, Slug};
use std::fmt;

/// Paths of the pages that others link to.
pub mod paths {
    /// Accueil.
    pub const HOME: &str = "/";
    /// Carte.
    pub const MAP: &str = "/carte";
    /// Annuaire.
    pub const COLLECTIVITIES: &str = "/annuaire";
    /// Acteurs.
    pub const ACTORS: &str = "/acteurs";
    /// Collectivités partenaires.
    pub const PARTNER_AUTHORITIES: &str = "/partenaires";
    /// Projets.
    pub const PROJECTS: &str = "/projets";
    /// Agenda.
    pub const EVENTS: &str = "/agenda";
    /// Actualités.
    pub const NEWS: &str = "/actualites";
    /// Groupes.
    pub const THEMATIC_GROUPS: &str = "/groupes";
    /// Ressources.
    pub const RESOURCES: &str = "/ressources";
    /// Ce que font d’autres réseaux.
    pub const EXTERNAL_INITIATIVES: &str = "/initiatives";
    /// Thématiques.
    pub const THEMES: &str = "/thematiques";
    /// Pays.
    pub const COUNTRIES: &str = "/pays";
    /// Comparer.
    pub const COMPARE: &str = "/comparer";
    /// Observatoire.
    pub const OBSERVATORY: &str = "/observatoire";
    /// Recherche.
    pub const SEARCH: &str = "/recherche";
    /// Plan du site.
    pub const SITE_MAP: &str = "/plan-du-site";
    /// Connexion.
    pub const SIGN_IN: &str = "/connexion";
    /// Mon espace.
    pub const SPACE: &str = "/mon-espace";
    /// Mon compte.
    pub const ACCOUNT: &str = "/mon-compte";
    /// File d’attente.
    pub const QUEUE: &str = "/animation";
    /// Comptes.
    pub const USERS: &str = "/comptes";
    /// Journal des actes.
    pub const ACTS: &str = "/journal";
    /// Réglages.
    pub const SETTINGS: &str = "/reglages";
    /// Registre des traitements.
    pub const REGISTER: &str = "/registre";
}

/// A page, with what its path says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PublicPage {
    /// Accueil.
    Home,
    /// Carte.
    Map,
    /// The list of a kind of record: Annuaire, Projets, Agenda…
    List(Resource),
    /// One record: fiche, projet, événement…
    Record(Resource, Slug),
    /// Collectivities side by side.
    Compare,
    /// Figures and charts.
    Observatory,
    /// One search for everything.
    Search,
    /// The list of all pages.
    SiteMap,
    /// A page of text.
    Text(TextPage),
    /// A page of one person alone: public is its address, not what it says.
    Member(MemberPage),
    /// A page on which a record is written: for those who may.
    Editor(EditorPage),
}

/// The pages by which one signs in, and those of whoever has: the application writes them, no search engine names them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MemberPage {
    /// Connexion.
    SignIn,
    /// Mon espace.
    Space,
    /// Mon compte.
    Account,
    /// File d’attente.
    Queue,
    /// Comptes.
    Users,
    /// Journal des actes.
    Acts,
    /// Réglages.
    Settings,
    /// Registre des traitements.
    Register,
}

impl MemberPage {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::SignIn,
        Self::Space,
        Self::Account,
        Self::Queue,
        Self::Users,
        Self::Acts,
        Self::Settings,
        Self::Register,
    ];
    /// Those of whoever runs the platform.
    pub const ANIMATION: [Self; 5] = [
        Self::Queue,
        Self::Users,
        Self::Acts,
        Self::Settings,
        Self::Register,
    ];

    /// Its path.
    #[must_use]
    pub const fn path(self) -> &'static str {
        match self {
            Self::SignIn => paths::SIGN_IN,
            Self::Space => paths::SPACE,
            Self::Account => paths::ACCOUNT,
            Self::Queue => paths::QUEUE,
            Self::Users => paths::USERS,
            Self::Acts => paths::ACTS,
            Self::Settings => paths::SETTINGS,
            Self::Register => paths::REGISTER,
        }
    }
}

/// The pages on which members write a record, below its own address: no search engine names them either.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EditorPage {
    /// A record that is still to come.
    New(Resource),
    /// What a record says.
    Record(Resource, Slug),
    /// What happened to it.
    History(Resource, Slug),
    /// Who keeps it: a collectivity or an actor.
    Team(Resource, Slug),
    /// What whoever takes it over finds: a collectivity or an actor.
    HandOver(Resource, Slug),
    /// How people come to keep it, for animators.
    Access(Resource, Slug),
    /// Who leads it with its lead: a project.
    Sharing(Resource, Slug),
    /// Whether another one says the same, for animators.
    Merging(Resource, Slug),
    /// What is wrong with it: for anybody.
    Remark(Resource, Slug),
    /// Who of its people can be reached: for anybody.
    Contacts(Resource, Slug),
}

impl EditorPage {
    /// The records that are written here.
    const WRITTEN: [Resource; 10] = [
        Resource::Collectivities,
        Resource::Projects,
        Resource::Events,
        Resource::News,
        Resource::Actors,
        Resource::PartnerAuthorities,
        Resource::ThematicGroups,
        Resource::Resources,
        Resource::ExternalInitiatives,
        Resource::Themes,
    ];
    const NEW: &str = "nouveau";
    const CHANGE: &str = "modifier";
    const HISTORY: &str = "historique";
    /// What names in the address of a team the code that was left at a visit.
    pub const CODE: &str = "code";
    const TEAM: &str = "equipe";
    const HAND_OVER: &str = "passation";
    const ACCESS: &str = "acces";
    const SHARING: &str = "copilotage";
    const MERGING: &str = "fusionner";
    /// What names in the address of a merging the other record.
    pub const WITH: &str = "avec";
    const REMARK: &str = "corriger";
    const CONTACTS: &str = "contacts";

    fn at(path: &str) -> Option<Self> {
        let of = |(section, resource): &(&str, Resource)| {
            let rest = path.strip_prefix(section)?.strip_prefix('/')?;
            if rest == Self::NEW && Self::may_begin(*resource) {
                return Some(Self::New(*resource));
            }
            let (slug, does) = rest.split_once('/')?;
            let slug = slug.parse().ok()?;
            let has_team = matches!(resource, Resource::Collectivities | Resource::Actors);
            match does {
                Self::TEAM => return has_team.then_some(Self::Team(*resource, slug)),
                Self::HAND_OVER => return has_team.then_some(Self::HandOver(*resource, slug)),
                Self::ACCESS => return has_team.then_some(Self::Access(*resource, slug)),
                Self::CONTACTS => return has_team.then_some(Self::Contacts(*resource, slug)),
                Self::SHARING => {
                    return (*resource == Resource::Projects).then_some(Self::Sharing(*resource, slug));
                }
                Self::REMARK => return Some(Self::Remark(*resource, slug)),
                _ => {}
            }
            if !Self::WRITTEN.contains(resource) {
                return None;
            }
            match does {
                Self::CHANGE => Some(Self::Record(*resource, slug)),
                Self::MERGING => Some(Self::Merging(*resource, slug)),
                Self::HISTORY => Some(Self::History(*resource, slug)),
                _ => None,
            }
        };
        SECTIONS.iter().find_map(of)
    }

    /// Whether records of that kind are entered here; the State's list says which collectivities there are.
    fn may_begin(resource: Resource) -> bool {
        resource != Resource::Collectivities && Self::WRITTEN.contains(&resource)
    }

    /// Whether a slug of that resource is the word of a page here, and so no record's.
    #[must_use]
    pub fn takes(resource: &str, slug: &Slug) -> bool {
        let begins = || Self::WRITTEN.into_iter().filter(|one| Self::may_begin(*one));
        slug.as_str() == Self::NEW && begins().any(|one| one.as_str() == resource)
    }

    /// Its path.
    #[must_use]
    pub fn path(&self) -> String {
        let below = |resource: &Resource, slug: &Slug, does: &str| {
            let record = record(*resource, slug.as_str()).unwrap_or_default();
            [&record, "/", does].concat()
        };
        match self {
            Self::New(resource) => {
                let section = section(*resource).unwrap_or_default();
                [section, "/", Self::NEW].concat()
            }
            Self::Record(resource, slug) => below(resource, slug, Self::CHANGE),
            Self::History(resource, slug) => below(resource, slug, Self::HISTORY),
            Self::Team(resource, slug) => below(resource, slug, Self::TEAM),
            Self::HandOver(resource, slug) => below(resource, slug, Self::HAND_OVER),
            Self::Access(resource, slug) => below(resource, slug, Self::ACCESS),
            Self::Sharing(resource, slug) => below(resource, slug, Self::SHARING),
            Self::Merging(resource, slug) => below(resource, slug, Self::MERGING),
            Self::Remark(resource, slug) => below(resource, slug, Self::REMARK),
            Self::Contacts(resource, slug) => below(resource, slug, Self::CONTACTS),
        }
    }
}

/// The pages whose whole content is a text of the platform's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextPage {
    /// Aide, with the glossary.
    Help,
    /// Données et API.
    Data,
    /// Mentions légales.
    Legal,
    /// Données personnelles.
    Privacy,
    /// Accessibilité.
    Accessibility,
}

impl TextPage {
    /// All of them, in the order of the footer.
    pub const ALL: [Self; 5] = [
        Self::Help,
        Self::Data,
        Self::Accessibility,
        Self::Legal,
        Self::Privacy,
    ];

    /// Its path without the slash before it, and its key in the API.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Help => "aide",
            Self::Data => "donnees",
            Self::Legal => "mentions-legales",
            Self::Privacy => "donnees-personnelles",
            Self::Accessibility => "accessibilite",
        }
    }
}

/// The pages without a record, and where they are.
const SINGLE: [(&str, PublicPage); 6] = [
    (paths::HOME, PublicPage::Home),
    (paths::MAP, PublicPage::Map),
    (paths::COMPARE, PublicPage::Compare),
    (paths::OBSERVATORY, PublicPage::Observatory),
    (paths::SEARCH, PublicPage::Search),
    (paths::SITE_MAP, PublicPage::SiteMap),
];

/// The kinds of record that have pages: the list at this path, each record below it.
pub const SECTIONS: [(&str, Resource); 11] = [
    (paths::COLLECTIVITIES, Resource::Collectivities),
    (paths::ACTORS, Resource::Actors),
    (paths::PARTNER_AUTHORITIES, Resource::PartnerAuthorities),
    (paths::PROJECTS, Resource::Projects),
    (paths::EVENTS, Resource::Events),
    (paths::NEWS, Resource::News),
    (paths::THEMATIC_GROUPS, Resource::ThematicGroups),
    (paths::RESOURCES, Resource::Resources),
    (paths::EXTERNAL_INITIATIVES, Resource::ExternalInitiatives),
    (paths::THEMES, Resource::Themes),
    (paths::COUNTRIES, Resource::Countries),
];

/// The kinds whose records' pages are a part of the application of their own: all but those of who acts and what they do.
pub const LIBRARY: [Resource; 9] = [
    Resource::Actors,
    Resource::PartnerAuthorities,
    Resource::Events,
    Resource::News,
    Resource::ThematicGroups,
    Resource::Resources,
    Resource::ExternalInitiatives,
    Resource::Themes,
    Resource::Countries,
];

/// The kinds whose lists are a part of the application of their own: they have more than facets and orders.
pub const OWN_LISTS: [Resource; 2] = [Resource::Collectivities, Resource::Events];

/// Where the list of a kind of record is; `None` where it has no page.
#[must_use]
pub fn section(resource: Resource) -> Option<&'static str> {
    let found = SECTIONS.iter().find(|(_, of)| *of == resource);
    found.map(|(path, _)| *path)
}

/// Where the page of a record is; `None` where its kind has none.
#[must_use]
pub fn record(resource: Resource, slug: &str) -> Option<String> {
    section(resource).map(|section| [section, "/", slug].concat())
}

impl PublicPage {
    /// The page at a path, a slash at its end or not; `None` where there is none.
    #[must_use]
    pub fn at(path: &str) -> Option<Self> {
        let shorter = path
            .strip_suffix('/')
            .filter(|shorter| !shorter.is_empty() && !shorter.ends_with('/'));
        let path = shorter.unwrap_or(path);
        if let Some((_, page)) = SINGLE.iter().find(|(of, _)| *of == path) {
            return Some(page.clone());
        }
        if let Some(text) = TextPage::ALL
            .into_iter()
            .find(|text| path.strip_prefix('/') == Some(text.slug()))
        {
            return Some(Self::Text(text));
        }
        if let Some(own) = MemberPage::ALL.into_iter().find(|own| own.path() == path) {
            return Some(Self::Member(own));
        }
        if let Some(editor) = EditorPage::at(path) {
            return Some(Self::Editor(editor));
        }
        SECTIONS.iter().find_map(|(section, resource)| {
            let rest = path.strip_prefix(section)?;
            if rest.is_empty() {
                return Some(Self::List(*resource));
            }
            let slug = rest.strip_prefix('/')?.parse().ok()?;
            Some(Self::Record(*resource, slug))
        })
    }

    /// Its path.
    #[must_use]
    pub fn path(&self) -> String {
        match self {
            Self::List(resource) => section(*resource).unwrap_or(paths::HOME).to_owned(),
            Self::Record(resource, slug) => {
                record(*resource, slug.as_str()).unwrap_or_else(|| paths::HOME.to_owned())
            }
            Self::Text(text) => ["/", text.slug()].concat(),
            Self::Member(own) => own.path().to_owned(),
            Self::Editor(editor) => editor.path(),
            single => {
                let found = SINGLE.iter().find(|(_, page)| page == single);
                found.map_or(paths::HOME, |(path, _)| path).to_owned()
            }
        }
    }
}

impl fmt::Display for PublicPage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.path())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_path_leads_to_its_page_and_back() {
        let records = SECTIONS.map(|(section, _)| [section, "/l-un"].concat());
        let singles = SINGLE.map(|(path, _)| path.to_owned());
        let lists = SECTIONS.map(|(section, _)| section.to_owned());
        let texts = TextPage::ALL.map(|text| format!("/{}", text.slug()));
        let own = MemberPage::ALL.map(|own| own.path().to_owned());
        let editors = [
            "/projets/nouveau",
            "/agenda/nouveau",
            "/thematiques/nouveau",
            "/agenda/l-un/modifier",
            "/partenaires/l-un/historique",
            "/projets/l-un/modifier",
            "/projets/l-un/historique",
            "/projets/l-un/copilotage",
            "/acteurs/l-un/fusionner",
            "/annuaire/l-une/modifier",
            "/annuaire/l-une/historique",
            "/annuaire/l-une/equipe",
            "/annuaire/l-une/passation",
            "/acteurs/l-un/acces",
            "/pays/l-un/corriger",
            "/agenda/l-un/corriger",
        ];
        let editors = editors.map(str::to_owned);
        for path in singles
            .iter()
            .chain(&lists)
            .chain(&records)
            .chain(&texts)
            .chain(&own)
            .chain(&editors)
        {
            let page = PublicPage::at(path).unwrap();
            assert_eq!(page.path(), *path);
            let with_slash = PublicPage::at(&format!("{path}/"));
            assert_eq!(with_slash.is_some(), path != "/", "{path}");
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
            "/pays/senegal/modifier",
            "/projets/a/acces",
            "/agenda/a/copilotage",
            "/projets/a/modifier/b",
            "/projets/A/modifier",
            "/annuaire/Bordeaux",
            "/annuaires",
            "/aide/x",
        ] {
            assert_eq!(PublicPage::at(path), None, "{path}");
        }
    }

    #[test]
    fn code_lists_have_no_pages() {
        assert_eq!(record(Resource::Sdgs, "6"), None);
        assert_eq!(
            record(Resource::Events, "pleniere").as_deref(),
            Some("/agenda/pleniere")
        );
    }
}

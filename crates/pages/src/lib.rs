//! What every page says, written once: the server answers it whole, the application puts it in its place.
//!
//! A page asks a [`Source`] for its records (the server's own index and database, or the API through the network) and
//! writes itself in the [`Voice`] of its reader (numbers, dates, names of countries). It comes out as a [`Sheet`]: a
//! heading, a description, and HTML without script or style. What reacts while one types or drags is the
//! application's own.

mod actor;
pub mod agenda;
mod chart;
mod collectivity;
mod compare;
mod country;
mod event;
mod figures;
mod files;
pub mod frame;
mod group;
pub mod home;
mod initiative;
mod links;
pub mod list;
mod map;
mod member;
mod news;
mod observatory;
pub mod order;
mod partner_authority;
mod parts;
mod project;
mod resource;
pub mod rows;
pub mod search;
mod site_map;
mod source;
mod text;
mod theme;
mod told;
mod voice;
mod who;

pub use links::in_language;
pub use parts::{Exports, copy_and_print, empty, exports, lost, picture, tools};
pub use source::Source;
pub use voice::{Voice, days, time};

use aect_types::Resource;
use aect_types::query::ListQuery;
use aect_types::site::{LIBRARY, PublicPage};
use aect_words::pages::{Text, shell};
use aect_words::platform::Wording;
use maud::Markup;

/// A page, ready to be shown.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// Its one `<h1>`.
    pub heading: String,
    /// The section that its title names besides.
    pub section: Option<Text>,
    /// What it is about, for search engines and previews.
    pub description: String,
    /// Its own address: a path, with the question where it answers one. Not always the one it was asked by.
    pub path: String,
    /// The same for programs (JSON-LD, schema.org), without its context.
    #[cfg(feature = "json-ld")]
    pub structured: Option<serde_json::Value>,
    /// Of one person alone: search engines leave it out, nobody keeps it.
    pub private: bool,
    /// Its content as HTML, the heading included; its links lead to pages in French until [`in_language`].
    pub main: String,
}

impl Sheet {
    /// A page at `path`.
    fn new(
        page: &PublicPage,
        heading: impl Into<String>,
        description: impl Into<String>,
        main: Markup,
    ) -> Self {
        let section = match page {
            PublicPage::Record(resource, _) => Some(name_of(*resource)),
            _ => None,
        };
        Self {
            heading: heading.into(),
            section,
            description: description.into(),
            path: page.path(),
            #[cfg(feature = "json-ld")]
            structured: None,
            private: false,
            main: main.into_string(),
        }
    }

    /// «{h1} – {section} – {platform}».
    #[must_use]
    pub fn title(&self, voice: impl Voice) -> String {
        let language = voice.language();
        let section = self.section.map(|section| section.of(language));
        let name = voice.says(Wording::Name);
        let parts = [Some(self.heading.as_str()), section, Some(&name)];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" – ")
    }

    /// The same for programs; nothing in the application, where nobody reads it.
    #[cfg(feature = "json-ld")]
    fn structured(mut self, value: serde_json::Value) -> Self {
        self.structured = Some(value);
        self
    }
}

/// What the section of a kind of record is called.
#[must_use]
pub const fn name_of(resource: Resource) -> Text {
    match resource {
        Resource::Collectivities => shell::DIRECTORY,
        Resource::Actors => shell::ACTORS,
        Resource::PartnerAuthorities => shell::PARTNERS,
        Resource::Projects => shell::PROJECTS,
        Resource::Events => shell::AGENDA,
        Resource::News => shell::NEWS,
        Resource::ThematicGroups => shell::GROUPS,
        Resource::Resources => shell::RESOURCES,
        Resource::ExternalInitiatives => shell::INITIATIVES,
        Resource::Themes => shell::THEMES,
        Resource::Countries => shell::COUNTRIES,
        Resource::Sdgs | Resource::DacSectors => shell::PLATFORM,
    }
}

/// The question of a page, from the pairs behind its path; what the page does not know is left aside.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    pairs: Vec<(String, String)>,
}

impl Asked {
    /// Out of the decoded pairs of an address.
    #[must_use]
    pub const fn new(pairs: Vec<(String, String)>) -> Self {
        Self { pairs }
    }

    /// The first value of a parameter, where it says something.
    #[must_use]
    pub fn first(&self, name: &str) -> Option<&str> {
        self.all(name).next()
    }

    /// All values of a parameter.
    pub fn all(&self, name: &str) -> impl Iterator<Item = &str> {
        self.pairs
            .iter()
            .filter(move |(of, value)| of == name && !value.is_empty())
            .map(|(_, value)| value.as_str())
    }

    /// What it asks of a list.
    #[must_use]
    pub fn query(&self, resource: Resource) -> ListQuery {
        let (mut query, _) = ListQuery::parse_leniently(resource, self.pairs.clone());
        // What only programs ask.
        query.facets.clear();
        query.fields.clear();
        query
    }
}

/// Writes a page whose content only follows its address. Those that react while one types or drags have their own
/// content in the application, and here what they say without it.
///
/// # Errors
/// Those of the source: a record that is not there, an answer that does not come.
pub async fn sheet<S: Source>(
    page: &PublicPage,
    asked: &Asked,
    source: &S,
    voice: impl Voice,
) -> Result<Sheet, S::Error> {
    match page {
        PublicPage::Home => home::page(source, voice).await,
        PublicPage::Map => map::page(asked, source, voice).await,
        PublicPage::List(resource) => list::page(*resource, asked, source, voice).await,
        PublicPage::Record(resource, slug) if LIBRARY.contains(resource) => {
            library(*resource, slug.as_str(), source, voice).await
        }
        told => self::told(told, asked, source, voice).await,
    }
}

/// Writes the page of a record of one of the kinds of [`LIBRARY`]; others are lost here.
///
/// # Errors
/// Those of the source.
pub async fn library<S: Source>(
    resource: Resource,
    key: &str,
    source: &S,
    voice: impl Voice,
) -> Result<Sheet, S::Error> {
    match resource {
        Resource::Actors => actor::page(key, source, voice).await,
        Resource::PartnerAuthorities => partner_authority::page(key, source, voice).await,
        Resource::Events => event::page(key, source, voice).await,
        Resource::News => news::page(key, source, voice).await,
        Resource::ThematicGroups => group::page(key, source, voice).await,
        Resource::Resources => resource::page(key, source, voice).await,
        Resource::ExternalInitiatives => initiative::page(key, source, voice).await,
        Resource::Themes => theme::page(key, source, voice).await,
        Resource::Countries => country::page(key, source, voice).await,
        _ => Ok(lost(key, voice)),
    }
}

/// Writes a page that the application shows as it is: a fiche, a project, the observatory, a comparison. The pages that react
/// ([`sheet`] has them) and those of [`library`] are lost here.
///
/// # Errors
/// Those of the source.
pub async fn told<S: Source>(
    page: &PublicPage,
    asked: &Asked,
    source: &S,
    voice: impl Voice,
) -> Result<Sheet, S::Error> {
    match page {
        PublicPage::Record(resource, slug) => record(*resource, slug.as_str(), source, voice).await,
        PublicPage::Compare => compare::page(asked, source, voice).await,
        PublicPage::Observatory => observatory::page(asked, source, voice).await,
        PublicPage::Search => search::page(asked, source, voice).await,
        PublicPage::SiteMap => site_map::page(source, voice).await,
        PublicPage::Text(text) => text::page(*text, source, voice).await,
        PublicPage::Member(_) | PublicPage::Editor(_) => Ok(member::page(page, voice)),
        reacting => Ok(lost(&reacting.path(), voice)),
    }
}

async fn record<S: Source>(
    resource: Resource,
    key: &str,
    source: &S,
    voice: impl Voice,
) -> Result<Sheet, S::Error> {
    match resource {
        Resource::Collectivities => collectivity::page(key, source, voice).await,
        Resource::Projects => project::page(key, source, voice).await,
        _ => Ok(lost(key, voice)),
    }
}

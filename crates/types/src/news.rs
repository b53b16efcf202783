//! News of the network: what a collectivity, an actor or the network itself tells.

use crate::authors::{Author, AuthorInput};
use crate::events::EventRef;
use crate::projects::{Link, ProjectRef};
use crate::themes::ThemeRef;
use crate::{CountryCode, Slug};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

entity! {
    /// Something new that a collectivity, an actor or the network tells.
    News, NewsInput, NewsRefs, News, NewsSummary;
    fields {
        /// Its title.
        title: String,
        /// What it says, in 280 characters at most.
        summary: Option<String>,
        /// What it tells, in Markdown.
        description: Option<String>,
        /// The day that it bears.
        published_on: NaiveDate,
        /// The last day on which it is of use: it stays in the list afterwards, and says so.
        useful_until: Option<NaiveDate>,
        /// Countries that it is about.
        countries: Vec<CountryCode>,
        /// Links.
        links: Vec<Link>,
    }
    references {
        /// Who tells it; none: those who run the network.
        authors: Vec<AuthorInput> => Vec<Author>,
        /// Themes.
        themes: Vec<Uuid> => Vec<ThemeRef>,
        /// Projects that it is about.
        projects: Vec<Uuid> => Vec<ProjectRef>,
        /// Events that it is about.
        events: Vec<Uuid> => Vec<EventRef>,
    }
    computed {}
}

/// News in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NewsSummary {
    /// Its identifier.
    pub id: Uuid,
    /// Its address.
    pub slug: Slug,
    /// Its title.
    pub title: String,
    /// What it says, in short.
    pub summary: Option<String>,
    /// The day that it bears.
    pub published_on: NaiveDate,
    /// The last day on which it is of use.
    pub useful_until: Option<NaiveDate>,
    /// Names of those who tell it.
    pub authors: Vec<String>,
}

impl From<&News> for NewsSummary {
    fn from(record: &News) -> Self {
        Self {
            id: record.id,
            slug: record.slug.clone(),
            title: record.title.clone(),
            summary: record.summary.clone(),
            published_on: record.published_on,
            useful_until: record.useful_until,
            authors: record
                .authors
                .iter()
                .map(|author| author.name().to_owned())
                .collect(),
        }
    }
}

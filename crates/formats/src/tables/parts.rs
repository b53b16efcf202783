//! What several rows read: names of other records, and where a record comes from.

use crate::cell::{Cell, Term};
use crate::text::Text;
use aect_types::PartialDate;
use serde::Deserialize;

/// Another record that bears a name.
#[derive(Deserialize)]
#[serde(bound(deserialize = "'de: 'a"))]
pub(super) struct Named<'a> {
    pub(super) slug: Text<'a>,
    pub(super) name: Text<'a>,
}

impl Named<'_> {
    pub(super) fn term(&self) -> Term<'_> {
        Term {
            code: &self.slug,
            label: &self.name,
        }
    }
}

/// Another record that bears a title.
#[derive(Deserialize)]
#[serde(bound(deserialize = "'de: 'a"))]
pub(super) struct Titled<'a> {
    slug: Text<'a>,
    title: Text<'a>,
}

/// Several records that bear a title.
pub(super) fn titled<'r>(records: &'r [Titled<'_>]) -> Cell<'r> {
    let term = |record: &'r Titled<'_>| Term {
        code: &record.slug,
        label: &record.title,
    };
    Cell::Terms(records.iter().map(term).collect())
}

/// Somebody in whose name something is told.
#[derive(Deserialize)]
#[serde(bound(deserialize = "'de: 'a"))]
pub(super) struct Author<'a> {
    collectivity: Option<Named<'a>>,
    actor: Option<Named<'a>>,
}

/// Several of them.
pub(super) fn authors<'r>(authors: &'r [Author<'_>]) -> Cell<'r> {
    let named = authors
        .iter()
        .filter_map(|author| author.collectivity.as_ref().or(author.actor.as_ref()));
    Cell::Terms(named.map(Named::term).collect())
}

/// A theme.
#[derive(Deserialize)]
#[serde(bound(deserialize = "'de: 'a"))]
pub(super) struct ThemeName<'a> {
    slug: Text<'a>,
    name_fr: Text<'a>,
}

impl ThemeName<'_> {
    pub(super) fn term(&self) -> Term<'_> {
        Term {
            code: &self.slug,
            label: &self.name_fr,
        }
    }
}

/// Several themes.
pub(super) fn themes<'r>(themes: &'r [ThemeName<'_>]) -> Cell<'r> {
    Cell::Terms(themes.iter().map(ThemeName::term).collect())
}

/// Several records that bear a name.
pub(super) fn named<'r>(records: &'r [Named<'_>]) -> Cell<'r> {
    Cell::Terms(records.iter().map(Named::term).collect())
}

/// A link or document.
#[derive(Deserialize)]
#[serde(bound(deserialize = "'de: 'a"))]
pub(super) struct Link<'a> {
    url: Text<'a>,
}

/// The addresses of links or documents.
pub(super) fn links<'r>(links: &'r [Link<'_>]) -> Cell<'r> {
    Cell::Texts(links.iter().map(|link| &*link.url).collect())
}

/// Where a record comes from.
#[derive(Deserialize)]
#[serde(bound(deserialize = "'de: 'a"))]
pub(crate) struct Provenance<'a> {
    pub(crate) source: Option<Text<'a>>,
    pub(crate) license: Option<Text<'a>>,
    citations: Vec<Citation<'a>>,
}

#[derive(Deserialize)]
#[serde(bound(deserialize = "'de: 'a"))]
struct Citation<'a> {
    document: Document<'a>,
    stated_on: Option<PartialDate>,
}

#[derive(Deserialize)]
#[serde(bound(deserialize = "'de: 'a"))]
struct Document<'a> {
    title: Text<'a>,
}

impl Provenance<'_> {
    /// The last day on which a document states the record.
    pub(super) fn stated_on(&self) -> Cell<'_> {
        let dates = self.citations.iter().filter_map(|citation| citation.stated_on);
        dates
            .max_by_key(|date| date.last_day())
            .map_or(Cell::Empty, |date| Cell::Made(date.to_string()))
    }

    /// The titles of the documents that state it, each once.
    pub(super) fn documents(&self) -> Cell<'_> {
        let mut titles: Vec<&str> = Vec::with_capacity(self.citations.len());
        for citation in &self.citations {
            if !titles.contains(&&*citation.document.title) {
                titles.push(&citation.document.title);
            }
        }
        Cell::Texts(titles)
    }
}

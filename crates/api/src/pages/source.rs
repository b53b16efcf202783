//! What the server's own pages are made of: the same selections and renditions that the API answers, on one snapshot.

use crate::error::{Error, Result};
use crate::lists::List;
use crate::search;
use crate::state::Snapshot;
use crate::stats;
use crate::texts::Texts;
use aect_db::Conn;
use aect_db::renditions::{self, Found};
use aect_pages::Source;
use aect_types::problem::ProblemKind;
use aect_types::query::ListQuery;
use aect_types::search::SearchResults;
use aect_types::stats::{Stats, StatsBy};
use aect_types::texts::SiteText;
use aect_types::told::Told;
use aect_types::{Page, Record, Resource};
use aect_words::Language;
use serde::de::DeserializeOwned;
use std::cell::RefCell;

/// The records that a visitor may see, in one read transaction. Its answers are ready at once: nothing waits.
pub(crate) struct Records<'a> {
    pub(crate) conn: RefCell<&'a mut Conn>,
    pub(crate) snapshot: &'a Snapshot,
    pub(crate) texts: &'a Texts,
    /// The language of the page.
    pub(crate) language: Language,
}

impl Records<'_> {
    fn page<T: DeserializeOwned>(&self, resource: Resource, query: &ListQuery) -> Result<Page<T>> {
        let list = List::read(resource, query.to_pairs()).or_else(|_| {
            // A cursor that is not of this list leads to its first page.
            let whole = ListQuery {
                cursor: None,
                ..query.clone()
            };
            List::read(resource, whole.to_pairs())
        })?;
        let (items, around) = list.rows(&mut self.conn.borrow_mut(), self.snapshot)?;
        let items = items.iter().map(|item| serde_json::from_str(item));
        Ok(Page {
            items: items
                .collect::<std::result::Result<_, _>>()
                .map_err(Error::internal)?,
            total: around.total,
            left_out: around.left_out,
            next: around.next,
            facets: None,
        })
    }
}

impl Source for Records<'_> {
    type Error = Error;

    async fn record<R: Record>(&self, key: &str) -> Result<R> {
        let (conn, reader) = (&mut self.conn.borrow_mut(), self.snapshot.reader);
        let mut found = renditions::find(conn, R::RESOURCE, reader, key)?;
        if let Found::Moved(slug) = &found {
            // A code or a former address: the page's own path will say where it is.
            found = renditions::find(conn, R::RESOURCE, reader, slug.as_str())?;
        }
        match found {
            Found::Here(rendition) => serde_json::from_str(&rendition.record).map_err(Error::internal),
            Found::Moved(_) | Found::Nowhere => Err(ProblemKind::NotFound.into()),
        }
    }

    async fn list<R: Record>(&self, query: &ListQuery) -> Result<Page<R::Summary>> {
        self.page(R::RESOURCE, query)
    }

    async fn told(&self, resource: Resource, query: &ListQuery) -> Result<Page<Told>> {
        self.page(resource, query)
    }

    async fn stats(&self, by: StatsBy, query: &ListQuery) -> Result<Stats> {
        stats::counted(self.snapshot, by, query)
    }

    async fn search(&self, words: &str, limit: u16) -> Result<SearchResults> {
        search::found(&mut self.conn.borrow_mut(), self.snapshot, words, limit)
    }

    async fn text(&self, slug: &str) -> Result<SiteText> {
        let text = self.texts.find(slug, self.language).cloned();
        text.ok_or_else(|| ProblemKind::NotFound.into())
    }
}

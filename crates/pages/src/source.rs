//! Where a page's records come from.

use aect_types::query::ListQuery;
use aect_types::search::SearchResults;
use aect_types::stats::{Stats, StatsBy};
use aect_types::texts::SiteText;
use aect_types::told::Told;
use aect_types::{Page, Record, Resource};

/// What a page can ask for; the same questions that the API answers.
pub trait Source {
    /// Why there is no answer.
    type Error;

    /// One record, by its identifier, slug (former ones too) or code.
    fn record<R: Record>(&self, key: &str) -> impl Future<Output = Result<R, Self::Error>>;

    /// One page of a list.
    fn list<R: Record>(
        &self,
        query: &ListQuery,
    ) -> impl Future<Output = Result<Page<R::Summary>, Self::Error>>;

    /// News or resources of a list, in short.
    fn told(
        &self,
        resource: Resource,
        query: &ListQuery,
    ) -> impl Future<Output = Result<Page<Told>, Self::Error>>;

    /// Figures on the projects under the filters of `query`.
    fn stats(&self, by: StatsBy, query: &ListQuery) -> impl Future<Output = Result<Stats, Self::Error>>;

    /// The best hits of every kind, at most `limit` a kind.
    fn search(&self, words: &str, limit: u16) -> impl Future<Output = Result<SearchResults, Self::Error>>;

    /// A text of the platform's own, in the reader's language.
    fn text(&self, slug: &str) -> impl Future<Output = Result<SiteText, Self::Error>>;
}

//! The API as Rust sees it: one typed client for the pages (WebAssembly), the tests and partners (native).
//!
//! ```no_run
//! # async fn example() -> Result<(), aect_client::Error> {
//! use aect_client::Client;
//! use aect_types::{projects::Project, query::ListQuery};
//!
//! let client = Client::new("http://127.0.0.1:8080")?;
//! let in_senegal = ListQuery::default().with("country", "SN");
//! let page = client.list::<Project>(&in_senegal).await?;
//! for project in page.items {
//!     let whole = client.get::<Project>(project.slug.as_str()).await?;
//! }
//! # Ok(())
//! # }
//! ```

mod address;
mod error;
mod walk;

pub use address::{API, Site};
pub use error::{Error, Result};
pub use reqwest::header::{HeaderMap, HeaderValue};
pub use walk::Walk;

use aect_types::collectivities::CollectivityNames;
use aect_types::query::ListQuery;
use aect_types::resource::Format;
use aect_types::search::SearchResults;
use aect_types::stats::{Stats, StatsBy};
use aect_types::{Page, Problem, Record};
use bytes::Bytes;
use reqwest::header::{ACCEPT_LANGUAGE, LOCATION};
use serde::de::DeserializeOwned;
use std::time::Duration;

/// How long an answer that a person waits for may take.
const PATIENCE: Duration = Duration::from_secs(30);

/// A client of one server; cheap to clone.
#[derive(Clone, Debug)]
pub struct Client {
    http: reqwest::Client,
    site: Site,
    language: Option<HeaderValue>,
}

/// An answer as it came, whatever its status; redirects are not followed (a browser follows them by itself).
#[derive(Clone, Debug)]
pub struct Answer {
    /// The status.
    pub status: u16,
    /// The headers.
    pub headers: HeaderMap,
    /// The body, as it was sent: nothing is decompressed (a browser decompresses by itself).
    pub body: Bytes,
}

impl Client {
    /// A client of the server at `site`: an absolute address, without `/api/v1` (pages give their own origin, or
    /// that of the API where it lives elsewhere).
    pub fn new(site: &str) -> Result<Self> {
        let builder = reqwest::Client::builder();
        #[cfg(not(target_arch = "wasm32"))]
        let builder = builder.redirect(reqwest::redirect::Policy::none());
        Ok(Self {
            http: builder.build().map_err(|error| Error::network(&error))?,
            site: Site::new(site)?,
            language: None,
        })
    }

    /// Asks for problems in that language (`fr`, `en`) instead of the browser's or the server's own.
    #[must_use]
    pub fn with_language(mut self, language: &str) -> Self {
        self.language = HeaderValue::from_str(language).ok();
        self
    }

    /// Where everything is: the addresses behind the calls, for links.
    #[must_use]
    pub const fn site(&self) -> &Site {
        &self.site
    }

    /// One page of a list.
    pub async fn list<R: Record>(&self, query: &ListQuery) -> Result<Page<R::Summary>> {
        self.json(&self.site.list(R::RESOURCE, None, query)).await
    }

    /// One record, by its identifier, slug (former ones too) or code.
    pub async fn get<R: Record>(&self, key: &str) -> Result<R> {
        self.json(&self.site.record(R::RESOURCE, key)).await
    }

    /// All pages of a list, one after the other.
    #[must_use]
    pub const fn walk<R: Record>(&self, query: ListQuery) -> Walk<'_, R> {
        Walk::new(self, query)
    }

    /// The best hits of every kind, at most `limit` a kind.
    pub async fn search(&self, q: &str, limit: u16) -> Result<SearchResults> {
        self.json(&self.site.search(q, limit)).await
    }

    /// The names of every collectivity, for a search as one types.
    pub async fn collectivity_names(&self) -> Result<CollectivityNames> {
        self.json(&self.site.collectivity_names()).await
    }

    /// Figures on the projects under the filters of `query`.
    pub async fn stats(&self, by: StatsBy, query: &ListQuery) -> Result<Stats> {
        self.json(&self.site.stats(by, query)).await
    }

    /// A whole list in a format.
    pub async fn export<R: Record>(&self, format: Format, query: &ListQuery) -> Result<Bytes> {
        let address = self.site.list(R::RESOURCE, Some(format), query);
        Ok(self.expect_success(&address, None).await?.body)
    }

    /// A JSON answer of any address of the API (a path and query behind the site, as [`Site`] makes them).
    pub async fn json<T: DeserializeOwned>(&self, address: &str) -> Result<T> {
        let answer = self.expect_success(address, Some(PATIENCE)).await?;
        serde_json::from_slice(&answer.body).map_err(|error| Error::Unreadable {
            address: address.to_owned(),
            reason: error.to_string(),
        })
    }

    /// The answer of any path (and query) of the server, with those headers sent: for whoever needs statuses and headers.
    pub async fn fetch(&self, path: &str, headers: HeaderMap) -> Result<Answer> {
        self.send(&self.site.absolute(path), headers, None).await
    }

    async fn expect_success(&self, address: &str, patience: Option<Duration>) -> Result<Answer> {
        let mut headers = HeaderMap::new();
        if let Some(language) = &self.language {
            headers.insert(ACCEPT_LANGUAGE, language.clone());
        }
        let mut answer = self.send(address, headers.clone(), patience).await?;
        if answer.status == 308
            && let Some(present) = answer.header(LOCATION.as_str())
        {
            let present = self.site.absolute(present);
            answer = self.send(&present, headers, patience).await?;
        }
        match answer.status {
            200..=299 => Ok(answer),
            status => Err(answer.problem().map_or(
                Error::Unreadable {
                    address: address.to_owned(),
                    reason: format!("status {status} without a problem document"),
                },
                |problem| Error::Problem(Box::new(problem)),
            )),
        }
    }

    async fn send(&self, address: &str, headers: HeaderMap, patience: Option<Duration>) -> Result<Answer> {
        let mut request = self.http.get(address).headers(headers);
        if let Some(patience) = patience {
            request = request.timeout(patience);
        }
        let response = request.send().await.map_err(|error| Error::network(&error))?;
        Ok(Answer {
            status: response.status().as_u16(),
            headers: response.headers().clone(),
            body: response.bytes().await.map_err(|error| Error::network(&error))?,
        })
    }
}

impl Answer {
    /// A header as text, where it has one.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    /// The problem document in the body, where it is one.
    #[must_use]
    pub fn problem(&self) -> Option<Problem> {
        serde_json::from_slice(&self.body).ok()
    }
}

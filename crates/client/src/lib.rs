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
mod co_leads;
mod error;
mod files;
mod moderation;
mod people;
mod reading;
mod remarks;
mod transport;
mod walk;
mod writing;

pub use address::{API, Site};
pub use error::{Error, Result};
pub use files::Upload;
#[cfg(not(target_arch = "wasm32"))]
pub use transport::{Answer, HeaderMap, HeaderValue};
pub use walk::Walk;

use aect_types::collectivities::{CollectivityNames, CollectivityPoints};
use aect_types::query::ListQuery;
use aect_types::search::SearchResults;
use aect_types::stats::{Stats, StatsBy};
use aect_types::texts::{SiteText, SiteTextSummary};
use aect_types::told::Told;
use aect_types::{Page, Problem, Record, Resource};
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::sync::{Arc, PoisonError, RwLock};
use std::time::Duration;
use transport::{Body, Content, Question, Transport};

/// How long an answer that a person waits for may take.
const PATIENCE: Duration = Duration::from_secs(30);
/// How long a file may take to arrive.
const FILE_PATIENCE: Duration = Duration::from_mins(5);

/// How a page gets a client the next access token, where its own was refused.
#[cfg(target_arch = "wasm32")]
pub type Renewal = fn(Client) -> std::pin::Pin<Box<dyn Future<Output = Result<()>>>>;

/// A client of one server; cheap to clone.
#[derive(Clone, Debug)]
pub struct Client {
    transport: Transport,
    site: Site,
    language: Option<String>,
    /// Of whom it is; its clones are of the same person.
    token: Arc<RwLock<Option<String>>>,
    /// In a page, how that person's next token comes.
    #[cfg(target_arch = "wasm32")]
    renewal: Arc<std::sync::OnceLock<Renewal>>,
}

impl Client {
    /// A client of the server at `site`: an absolute address, without `/api/v1` (pages give their own origin, or
    /// that of the API where it lives elsewhere).
    pub fn new(site: &str) -> Result<Self> {
        Ok(Self {
            transport: Transport::new()?,
            site: Site::new(site)?,
            language: None,
            token: Arc::default(),
            #[cfg(target_arch = "wasm32")]
            renewal: Arc::default(),
        })
    }

    /// Asks for problems and texts in that language (`fr`, `en`) instead of the browser's or the server's own.
    #[must_use]
    pub fn with_language(mut self, language: &str) -> Self {
        self.language = Some(language.to_owned());
        self
    }

    /// Calls as the person of an access token from now on, or as nobody; its clones do so too.
    pub fn call_as(&self, token: Option<String>) {
        // Nothing panics while it is held.
        *self.token.write().unwrap_or_else(PoisonError::into_inner) = token;
    }

    /// Has the access token renewed where it is refused, and asks once more, from now on; its clones do so too. Given
    /// by whoever signs in, so that visitors need not fetch it.
    #[cfg(target_arch = "wasm32")]
    pub fn renew_by(&self, renewal: Renewal) {
        // The first is as good as any later one.
        let _known = self.renewal.set(renewal);
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

    /// News or resources of a list, in short.
    pub async fn told(&self, resource: Resource, query: &ListQuery) -> Result<Page<Told>> {
        self.json(&self.site.list(resource, None, query)).await
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

    /// The collectivities under the filters of `query`, as points of a map.
    pub async fn collectivity_points(&self, query: &ListQuery) -> Result<CollectivityPoints> {
        self.json(&self.site.collectivity_points(query)).await
    }

    /// Figures on the projects under the filters of `query`.
    pub async fn stats(&self, by: StatsBy, query: &ListQuery) -> Result<Stats> {
        self.json(&self.site.stats(by, query)).await
    }

    /// What texts the site has: help, legal pages…
    pub async fn texts(&self) -> Result<Page<SiteTextSummary>> {
        self.json(&self.site.texts()).await
    }

    /// One of them; its links to the API lead there, wherever the page that shows it lives.
    pub async fn text(&self, slug: &str) -> Result<SiteText> {
        let mut text: SiteText = self.json(&self.site.text(slug)).await?;
        text.html = self.site.with_own_links(&text.html);
        Ok(text)
    }

    /// One page of a list as it is on the wire, for those who look at few of its fields: the types of all records would
    /// weigh in the WASM.
    pub async fn items(&self, resource: Resource, query: &ListQuery) -> Result<(Vec<Value>, Option<String>)> {
        let mut page: Value = self.json(&self.site.list(resource, None, query)).await?;
        let next = page.get("next").and_then(Value::as_str).map(str::to_owned);
        let items = match page.get_mut("items").map(Value::take) {
            Some(Value::Array(items)) => items,
            _ => Vec::new(),
        };
        Ok((items, next))
    }

    /// A JSON answer of any address of the API (a path and query behind the site, as [`Site`] makes them).
    pub async fn json<T: DeserializeOwned>(&self, address: &str) -> Result<T> {
        self.answered(self.question("GET", address)).await
    }

    fn token(&self) -> Option<String> {
        self.token.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// A question of this client's person, in its language.
    fn question<'a>(&'a self, method: &'static str, address: &'a str) -> Question<'a> {
        Question {
            method,
            address,
            language: self.language.as_deref(),
            token: self.token(),
            version: None,
            body: None,
        }
    }

    /// The JSON answer of a question.
    async fn answered<T: DeserializeOwned>(&self, question: Question<'_>) -> Result<T> {
        let address = question.address;
        let body = self.awaited(question).await?;
        reading::read(&body).map_err(|reason| unreadable(address, &reason))
    }

    #[cfg(not(target_arch = "wasm32"))]
    async fn awaited(&self, question: Question<'_>) -> Result<Body> {
        self.expect_success(&question, Some(patience(&question))).await
    }

    /// Boxed, so that the WASM holds the way of a question once, not once for every type of answer. What is refused is
    /// asked once more with the next token.
    #[cfg(target_arch = "wasm32")]
    fn awaited<'a>(
        &'a self,
        mut question: Question<'a>,
    ) -> std::pin::Pin<Box<dyn Future<Output = Result<Body>> + 'a>> {
        Box::pin(async move {
            let mut renewed = false;
            loop {
                let answer = self.expect_success(&question, Some(patience(&question))).await;
                // A browser that slept has had no time to renew it.
                let refused =
                    question.token.is_some() && matches!(&answer, Err(error) if error.status() == Some(401));
                let (Some(renewal), true, false) = (self.renewal.get(), refused, renewed) else {
                    return answer;
                };
                // Another question may have had it renewed meanwhile.
                if self.token() == question.token {
                    renewal(self.clone()).await?;
                }
                question.token = self.token();
                renewed = true;
            }
        })
    }

    async fn expect_success(&self, question: &Question<'_>, patience: Option<Duration>) -> Result<Body> {
        let address = question.address;
        judged(address, self.transport.ask(&self.site, question, patience).await?)
    }
}

/// The body of an answer, or why there is none.
fn judged(address: &str, (status, body): (u16, Body)) -> Result<Body> {
    if (200..=299).contains(&status) {
        return Ok(body);
    }
    if status == 412 {
        return Err(Error::Stale(String::from_utf8_lossy(&body).into_owned()));
    }
    Err(reading::read::<Problem>(&body).map_or_else(
        |_| Error::Unreadable {
            address: address.to_owned(),
            reason: format!("status {status} without a problem document"),
        },
        |problem| Error::Problem(Box::new(problem)),
    ))
}

/// Reads JSON as answers are read; `None` where it is something else.
#[must_use]
pub fn read_json<T: DeserializeOwned>(json: &str) -> Option<T> {
    reading::read(json.as_bytes()).ok()
}

#[inline(never)]
/// How long the answer may take: what is sent has to arrive first.
const fn patience(question: &Question<'_>) -> Duration {
    match question.body {
        Some(Content::Form(_)) => FILE_PATIENCE,
        _ => PATIENCE,
    }
}

fn unreadable(address: &str, reason: &reading::Reason) -> Error {
    Error::Unreadable {
        address: address.to_owned(),
        reason: reason.to_string(),
    }
}

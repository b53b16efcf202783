//! By reqwest.

use super::{Content, Question};
use crate::{Client, Error, Result, Site};
use aect_types::query::ListQuery;
use aect_types::resource::Format;
use aect_types::{Problem, Record};
use bytes::Bytes;
use reqwest::Method;
pub use reqwest::header::{HeaderMap, HeaderValue};
use reqwest::header::{HeaderName, LOCATION};
use std::time::Duration;

/// The body of an answer.
pub(crate) type Body = Bytes;

/// The connections.
#[derive(Clone, Debug)]
pub(crate) struct Transport(reqwest::Client);

/// An answer as it came, whatever its status; redirects are not followed.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The status.
    pub status: u16,
    /// The headers.
    pub headers: HeaderMap,
    /// The body, as it was sent: nothing is decompressed.
    pub body: Bytes,
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

impl Transport {
    pub(crate) fn new() -> Result<Self> {
        let builder = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none());
        builder.build().map(Self).map_err(|error| network(&error))
    }

    /// Status and body; a record that has moved is looked for at its new address, once.
    pub(crate) async fn ask(
        &self,
        site: &Site,
        question: &Question<'_>,
        patience: Option<Duration>,
    ) -> Result<(u16, Body)> {
        let mut headers = HeaderMap::new();
        for (name, value) in question.headers() {
            if let Ok(value) = HeaderValue::from_str(&value) {
                headers.insert(HeaderName::from_static(name), value);
            }
        }
        let body = || {
            question.body.clone().map(|content| match content {
                Content::Json(text) => Bytes::from(text),
                Content::Form(bytes) => Bytes::from(bytes),
            })
        };
        let ask = |address: String| self.send(question.method, address, headers.clone(), body(), patience);
        let mut answer = ask(question.address.to_owned()).await?;
        if answer.status == 308
            && let Some(present) = answer.header(LOCATION.as_str())
        {
            answer = ask(site.absolute(present)).await?;
        }
        Ok((answer.status, answer.body))
    }

    async fn send(
        &self,
        method: &str,
        address: String,
        headers: HeaderMap,
        body: Option<Bytes>,
        patience: Option<Duration>,
    ) -> Result<Answer> {
        let unknown = |_| Error::Network(format!("no such method: {method}"));
        let method = Method::from_bytes(method.as_bytes()).map_err(unknown)?;
        let mut request = self.0.request(method, &address).headers(headers);
        if let Some(body) = body {
            request = request.body(body);
        }
        if let Some(patience) = patience {
            request = request.timeout(patience);
        }
        let response = request.send().await.map_err(|error| network(&error))?;
        Ok(Answer {
            status: response.status().as_u16(),
            headers: response.headers().clone(),
            body: response.bytes().await.map_err(|error| network(&error))?,
        })
    }
}

/// What only programs outside a browser ask for.
impl Client {
    /// A whole list in a format.
    pub async fn export<R: Record>(&self, format: Format, query: &ListQuery) -> Result<Bytes> {
        let address = self.site.list(R::RESOURCE, Some(format), query);
        self.expect_success(&self.question("GET", &address), None).await
    }

    /// The answer of any path (and query) of the server, with those headers sent: for whoever needs statuses and headers.
    pub async fn fetch(&self, path: &str, headers: HeaderMap) -> Result<Answer> {
        self.send("GET", path, headers, None).await
    }

    /// The same by any method, with a body.
    pub async fn send(
        &self,
        method: &str,
        path: &str,
        headers: HeaderMap,
        body: Option<Bytes>,
    ) -> Result<Answer> {
        let address = self.site.absolute(path);
        self.transport.send(method, address, headers, body, None).await
    }
}

fn network(error: &reqwest::Error) -> Error {
    if error.is_timeout() {
        Error::Timeout
    } else {
        Error::Network(chain(error))
    }
}

/// An error with its causes: reqwest's own text leaves them out.
fn chain(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        text.push_str(": ");
        text.push_str(&error.to_string());
        cause = error.source();
    }
    text
}

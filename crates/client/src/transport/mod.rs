//! How questions travel: by reqwest natively, by the browser's own `fetch` in WebAssembly, where reqwest and its
//! address parser would weigh 34 kB (brotli) of every first visit.

/// A question on its way.
#[derive(Clone, Debug)]
pub(crate) struct Question<'a> {
    /// `GET`, `POST`, `PATCH`, `DELETE`.
    pub(crate) method: &'static str,
    /// Absolute, or a path of the site.
    pub(crate) address: &'a str,
    /// What problems and texts are asked for in.
    pub(crate) language: Option<&'a str>,
    /// Who asks.
    pub(crate) token: Option<String>,
    /// The version that is to be changed.
    pub(crate) version: Option<i64>,
    /// What is sent.
    pub(crate) body: Option<Content>,
}

/// What is sent.
#[derive(Clone, Debug)]
pub(crate) enum Content {
    /// JSON.
    Json(String),
    /// Fields and a file, parted by [`BOUNDARY`].
    Form(Vec<u8>),
}

/// What stands between the parts of a form, and in none of them by chance.
pub(crate) const BOUNDARY: &str = "aect-7f1c3a95e0b84d62a9d4c8e1f7305b6d";

impl Question<'_> {
    /// Its headers.
    pub(crate) fn headers(&self) -> Vec<(&'static str, String)> {
        let body = match &self.body {
            Some(Content::Form(_)) => ["multipart/form-data; boundary=", BOUNDARY].concat(),
            Some(Content::Json(_)) if self.method == "PATCH" => "application/merge-patch+json".to_owned(),
            _ => "application/json".to_owned(),
        };
        let headers = [
            ("accept-language", self.language.map(ToOwned::to_owned)),
            (
                "authorization",
                self.token.as_ref().map(|token| format!("Bearer {token}")),
            ),
            ("if-match", self.version.map(|version| format!("\"{version}\""))),
            ("content-type", self.body.as_ref().map(|_| body)),
        ];
        let given = |(name, value): (&'static str, Option<String>)| Some((name, value?));
        headers.into_iter().filter_map(given).collect()
    }
}

#[cfg(target_arch = "wasm32")]
mod browser;
#[cfg(not(target_arch = "wasm32"))]
mod native;
#[cfg(target_arch = "wasm32")]
mod sending;

#[cfg(target_arch = "wasm32")]
pub(crate) use browser::{Body, Transport};
#[cfg(not(target_arch = "wasm32"))]
pub use native::{Answer, HeaderMap, HeaderValue};
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use native::{Body, Transport};

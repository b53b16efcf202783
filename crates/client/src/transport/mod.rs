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
    /// What is sent, JSON.
    pub(crate) body: Option<String>,
}

impl Question<'_> {
    /// Its headers.
    pub(crate) fn headers(&self) -> Vec<(&'static str, String)> {
        let body = if self.method == "PATCH" {
            "application/merge-patch+json"
        } else {
            "application/json"
        };
        let headers = [
            ("accept-language", self.language.map(ToOwned::to_owned)),
            (
                "authorization",
                self.token.as_ref().map(|token| format!("Bearer {token}")),
            ),
            ("if-match", self.version.map(|version| format!("\"{version}\""))),
            ("content-type", self.body.as_ref().map(|_| body.to_owned())),
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
pub(crate) use browser::{Body, Transport};
#[cfg(not(target_arch = "wasm32"))]
pub use native::{Answer, HeaderMap, HeaderValue};
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use native::{Body, Transport};

//! How questions travel: by reqwest natively, by the browser's own `fetch` in WebAssembly, where reqwest and its
//! address parser would weigh 34 kB (brotli) of every first visit.

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

//! What a format needs to know besides the records: where the platform is, and what countries are called.

use aect_types::{CountryCode, Resource};
use std::collections::BTreeMap;
use std::sync::Arc;

/// French names of countries by their code, for tables that people read.
pub type CountryNames = BTreeMap<CountryCode, String>;

/// Where the platform is, as seen from outside.
#[derive(Clone, Debug, Default)]
pub struct Site {
    public_url: String,
    countries: Arc<CountryNames>,
}

impl Site {
    /// The platform at `public_url` (`https://aect.example.org`). A country without a name is written by its code.
    #[must_use]
    pub fn new(public_url: &str, countries: Arc<CountryNames>) -> Self {
        Self {
            public_url: public_url.trim_end_matches('/').to_owned(),
            countries,
        }
    }

    /// Where a record is found.
    #[must_use]
    pub fn record_url(&self, resource: Resource, slug: &str) -> String {
        format!("{}/api/v1/{resource}/{slug}", self.public_url)
    }

    /// Where a page of the platform is.
    #[must_use]
    pub fn page_url(&self, path: &str) -> String {
        format!("{}{path}", self.public_url)
    }

    /// The French name of a country, else its code.
    #[must_use]
    pub fn country_name<'a>(&'a self, code: &'a CountryCode) -> &'a str {
        self.countries.get(code).map_or(code.as_str(), String::as_str)
    }
}

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

    /// The host, without scheme and port.
    #[must_use]
    pub fn host(&self) -> &str {
        let after_scheme = self
            .public_url
            .split_once("://")
            .map_or(self.public_url.as_str(), |(_, rest)| rest);
        let authority = after_scheme.split('/').next().unwrap_or(after_scheme);
        match authority.rsplit_once(':') {
            Some((host, port)) if port.bytes().all(|b| b.is_ascii_digit()) => host,
            _ => authority,
        }
    }

    /// The French name of a country, else its code.
    #[must_use]
    pub fn country_name<'a>(&'a self, code: &'a CountryCode) -> &'a str {
        self.countries.get(code).map_or(code.as_str(), String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_host_is_what_stands_between_scheme_and_port() {
        for (url, host) in [
            ("https://aect.example.org/", "aect.example.org"),
            ("http://127.0.0.1:8080", "127.0.0.1"),
            ("http://[::1]:8080/aect", "[::1]"),
            ("http://[::1]", "[::1]"),
            ("aect.example.org", "aect.example.org"),
        ] {
            assert_eq!(Site::new(url, Arc::default()).host(), host, "{url}");
        }
    }
}

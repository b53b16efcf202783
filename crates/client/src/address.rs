//! Addresses of the API: what the calls ask for, and what pages link to.

use crate::{Error, Result};
use aect_types::Resource;
use aect_types::query::ListQuery;
use aect_types::resource::Format;
use aect_types::stats::StatsBy;
use form_urlencoded::Serializer;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// Where the API lives on a site.
pub const API: &str = "/api/v1";

/// What is escaped in a part of a path: all but the unreserved characters (RFC 3986, 2.3).
const PART: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// A site that serves the API, and the addresses on it.
#[derive(Clone, Debug)]
pub struct Site {
    /// Without a slash at its end.
    base: String,
}

impl Site {
    /// A site by its absolute address, with or without a slash at its end.
    pub fn new(site: &str) -> Result<Self> {
        let host = site
            .strip_prefix("https://")
            .or_else(|| site.strip_prefix("http://"));
        let plain = |host: &str| !host.starts_with('/') && !host.contains(['?', '#', ' ']);
        match host {
            Some(host) if !host.is_empty() && plain(host) => Ok(Self {
                base: site.trim_end_matches('/').to_owned(),
            }),
            _ => Err(Error::Address {
                address: site.to_owned(),
                reason: "http:// or https://, a host, and nothing behind the path".to_owned(),
            }),
        }
    }

    /// The absolute address of a path (and query) of the site; an absolute address stays what it is.
    #[must_use]
    pub fn absolute(&self, path: &str) -> String {
        if path.starts_with('/') {
            format!("{}{path}", self.base)
        } else {
            path.to_owned()
        }
    }

    /// A list; with a format, its export (paging, facets and fields do not apply and are left out).
    #[must_use]
    pub fn list(&self, resource: Resource, format: Option<Format>, query: &ListQuery) -> String {
        let suffix = format.map_or_else(String::new, |format| format!(".{format}"));
        let whole = format.is_some_and(|format| format != Format::Json);
        let pairs = query
            .to_pairs()
            .into_iter()
            .filter(|(name, _)| !whole || !matches!(name.as_str(), "limit" | "cursor" | "facets" | "fields"));
        self.api(&format!("/{resource}{suffix}"), pairs)
    }

    /// One record.
    #[must_use]
    pub fn record(&self, resource: Resource, key: &str) -> String {
        self.absolute(&format!("{API}/{resource}/{}", utf8_percent_encode(key, PART)))
    }

    /// What may be the record that somebody is about to enter, by what is known of it.
    #[must_use]
    pub fn likely_duplicates(&self, resource: Resource, known: Vec<(String, String)>) -> String {
        self.api(&format!("/{resource}/likely-duplicates"), known)
    }

    /// The names of every collectivity.
    #[must_use]
    pub fn collectivity_names(&self) -> String {
        self.absolute(&format!("{API}/collectivities/names"))
    }

    /// The collectivities of a question as points of a map.
    #[must_use]
    pub fn collectivity_points(&self, query: &ListQuery) -> String {
        self.api("/collectivities/points", query.to_pairs())
    }

    /// A search through every kind.
    #[must_use]
    pub fn search(&self, q: &str, limit: u16) -> String {
        let pairs = [
            ("q".to_owned(), q.to_owned()),
            ("limit".to_owned(), limit.to_string()),
        ];
        self.api("/search", pairs)
    }

    /// Figures on projects.
    #[must_use]
    pub fn stats(&self, by: StatsBy, query: &ListQuery) -> String {
        let by = ("by".to_owned(), by.to_string());
        self.api("/stats", std::iter::once(by).chain(query.to_pairs()))
    }

    /// The texts of the site.
    #[must_use]
    pub fn texts(&self) -> String {
        self.absolute(&format!("{API}/texts"))
    }

    /// One of them.
    #[must_use]
    pub fn text(&self, slug: &str) -> String {
        self.absolute(&format!("{API}/texts/{}", utf8_percent_encode(slug, PART)))
    }

    /// A fragment of HTML of this site, whose links to the API and its documentation lead there from any other site too.
    #[must_use]
    pub fn with_own_links(&self, html: &str) -> String {
        let own = |place: &str| format!("href=\"{}{place}", self.base);
        html.replace("href=\"/api/", &own("/api/"))
            .replace("href=\"/docs", &own("/docs"))
    }

    fn api(&self, path: &str, pairs: impl IntoIterator<Item = (String, String)>) -> String {
        let address = self.absolute(&format!("{API}{path}"));
        // The path is ours and holds nothing to escape; the pairs are a person's.
        let mut query = Serializer::new(String::new());
        query.extend_pairs(pairs);
        let query = query.finish();
        if query.is_empty() {
            return address;
        }
        format!("{address}?{query}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site(address: &str) -> Site {
        Site::new(address).unwrap()
    }

    #[test]
    fn lists_carry_their_question() {
        let query = ListQuery {
            q: Some("eau & assainissement".into()),
            limit: Some(20),
            ..ListQuery::default().with("country", "SN").with("country", "MA")
        };
        let site = site("http://host:1/");
        assert_eq!(
            site.list(Resource::Projects, None, &query),
            "http://host:1/api/v1/projects?q=eau+%26+assainissement&country=MA&country=SN&limit=20"
        );
        assert_eq!(
            site.list(Resource::Projects, Some(Format::Csv), &query),
            "http://host:1/api/v1/projects.csv?q=eau+%26+assainissement&country=MA&country=SN"
        );
    }

    #[test]
    fn a_site_may_live_below_a_path() {
        assert_eq!(
            site("https://host/aect").list(Resource::Themes, None, &ListQuery::default()),
            "https://host/aect/api/v1/themes"
        );
    }

    #[test]
    fn a_key_cannot_leave_its_place_in_the_path() {
        let site = site("http://host/aect/");
        let record = |key| site.record(Resource::Projects, key);
        assert_eq!(
            record("eau-potable"),
            "http://host/aect/api/v1/projects/eau-potable"
        );
        assert_eq!(
            record("a/b?c#d"),
            "http://host/aect/api/v1/projects/a%2Fb%3Fc%23d"
        );
    }

    #[test]
    fn links_to_the_api_lead_to_its_site_and_those_to_pages_stay() {
        let html = r#"<a href="/docs/">d</a> <a href="/api/v1/themes">t</a> <a href="/aide">a</a> /api/"#;
        assert_eq!(
            site("https://api.example").with_own_links(html),
            r#"<a href="https://api.example/docs/">d</a> <a href="https://api.example/api/v1/themes">t</a> <a href="/aide">a</a> /api/"#
        );
    }

    #[test]
    fn a_relative_site_is_refused() {
        assert!(matches!(Site::new("/api/v1"), Err(Error::Address { .. })));
    }
}

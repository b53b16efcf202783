//! Addresses inside the site: a path and what is asked of it.

use form_urlencoded::{Serializer, parse};

/// A path of the site with its query; fragments belong to the browser.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Address {
    /// Without a slash at its end, except the root.
    pub(crate) path: String,
    /// Without `?`.
    pub(crate) query: String,
}

impl Address {
    /// Reads `/annuaire?q=bordeaux#liste`.
    pub(crate) fn parse(href: &str) -> Self {
        let href = href.split('#').next().unwrap_or_default();
        let (path, query) = href.split_once('?').unwrap_or((href, ""));
        let path = path.trim_end_matches('/');
        Self {
            path: if path.is_empty() { "/" } else { path }.to_owned(),
            query: query.to_owned(),
        }
    }

    /// The address of a path with decoded pairs.
    pub(crate) fn with_pairs<N: AsRef<str>, V: AsRef<str>>(
        path: &str,
        pairs: impl IntoIterator<Item = (N, V)>,
    ) -> Self {
        let mut query = Serializer::new(String::new());
        query.extend_pairs(pairs);
        Self {
            path: path.to_owned(),
            query: query.finish(),
        }
    }

    /// The decoded pairs of the query.
    pub(crate) fn pairs(&self) -> Vec<(String, String)> {
        parse(self.query.as_bytes()).into_owned().collect()
    }

    /// The first value of a parameter.
    pub(crate) fn parameter(&self, name: &str) -> Option<String> {
        self.pairs()
            .into_iter()
            .find(|(given, _)| given == name)
            .map(|(_, value)| value)
    }

    /// As a link writes it.
    pub(crate) fn href(&self) -> String {
        if self.query.is_empty() {
            self.path.clone()
        } else {
            format!("{}?{}", self.path, self.query)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn an_address_survives_the_round_trip() {
        let address = Address::with_pairs("/projets", [("q", "eau & santé"), ("country", "SN")]);
        assert_eq!(address.href(), "/projets?q=eau+%26+sant%C3%A9&country=SN");
        let again = Address::parse(&address.href());
        assert_eq!(again, address);
        assert_eq!(again.parameter("q").as_deref(), Some("eau & santé"));
        assert_eq!(again.parameter("theme"), None);
    }

    #[test]
    fn slashes_and_fragments_do_not_make_another_page() {
        assert_eq!(Address::parse("/annuaire/#liste").path, "/annuaire");
        assert_eq!(Address::parse("/").path, "/");
        assert_eq!(Address::parse("").path, "/");
    }
}

//! The question that the address of a list asks, and the addresses of its neighbours.

use crate::address::Address;
use aect_types::Resource;
use aect_types::query::ListQuery;

/// Parameters of pages that are not the list's: which way it is shown.
const OF_THE_PAGE: &[&str] = &["view", "letter", "mois"];

/// Whether a parameter says how a list is shown, not what is in it.
pub(crate) fn is_of_the_page(name: &str) -> bool {
    OF_THE_PAGE.contains(&name)
}

/// What an address asks of a list.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Question {
    pub(crate) query: ListQuery,
    /// Some parameters do not exist, or not with that value; they were left aside.
    pub(crate) wrong: bool,
}

/// Reads an address; what the list does not know is left aside, for a reader cannot repair it.
pub(crate) fn read(resource: Resource, address: &Address) -> Question {
    let mut pairs = address.pairs();
    pairs.retain(|(name, _)| !is_of_the_page(name));
    let (query, wrong) = ListQuery::parse_leniently(resource, pairs);
    Question { query, wrong }
}

/// The address that asks a question of the list at `path`.
pub(crate) fn address(path: &str, query: &ListQuery) -> Address {
    Address::with_pairs(path, query.to_pairs())
}

/// The same question with a filter's value added, or taken away where it was there; from the first page on.
pub(crate) fn toggled(query: &ListQuery, filter: &'static str, value: &str) -> ListQuery {
    let mut query = ListQuery {
        cursor: None,
        ..query.clone()
    };
    let values = query.filters.entry(filter).or_default();
    if !values.remove(value) {
        values.insert(value.to_owned());
    }
    if values.is_empty() {
        query.filters.remove(filter);
    }
    query
}

/// The same question with other words; from the first page on.
pub(crate) fn with_words(query: &ListQuery, words: &str) -> ListQuery {
    let words = words.trim();
    let longest = aect_types::query::limits::Q_MAX;
    ListQuery {
        q: (!words.is_empty()).then(|| words.chars().take(longest).collect()),
        cursor: None,
        ..query.clone()
    }
}

/// The question without filters, words or page: only the order stays.
pub(crate) fn cleared(query: &ListQuery) -> ListQuery {
    ListQuery {
        sort: query.sort,
        ..ListQuery::default()
    }
}

/// The active filters, one entry a value.
pub(crate) fn active(query: &ListQuery) -> Vec<(&'static str, String)> {
    let values = query.filters.iter();
    values
        .flat_map(|(name, values)| values.iter().map(move |value| (*name, value.clone())))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    fn question(href: &str) -> Question {
        read(Resource::Projects, &Address::parse(href))
    }

    #[test]
    fn the_address_is_the_question() {
        let asked = question("/projets?country=SN&country=MA&q=eau&sort=-start&view=tableau");
        assert!(!asked.wrong);
        assert_eq!(
            address("/projets", &asked.query).href(),
            "/projets?q=eau&country=MA&country=SN&sort=-start"
        );
    }

    #[test]
    fn what_a_list_does_not_know_is_left_aside() {
        let asked = question("/projets?country=Narnia&utm_source=x&theme=eau");
        assert!(asked.wrong);
        assert_eq!(address("/projets", &asked.query).href(), "/projets?theme=eau");
    }

    #[test]
    fn a_filter_comes_and_goes_and_returns_to_the_first_page() {
        let asked = question("/projets?country=SN&cursor=abc").query;
        let both = toggled(&asked, "country", "MA");
        assert_eq!(
            address("/projets", &both).href(),
            "/projets?country=MA&country=SN"
        );
        let none = toggled(&toggled(&both, "country", "SN"), "country", "MA");
        assert_eq!(none, ListQuery::default());
        assert_eq!(active(&both).len(), 2);
    }

    #[test]
    fn words_are_trimmed_and_bounded() {
        assert_eq!(
            with_words(&ListQuery::default(), "  eau ").q.as_deref(),
            Some("eau")
        );
        assert_eq!(with_words(&ListQuery::default(), "  ").q, None);
        assert_eq!(
            with_words(&ListQuery::default(), &"é".repeat(300))
                .q
                .map(|q| q.chars().count()),
            Some(200)
        );
    }
}

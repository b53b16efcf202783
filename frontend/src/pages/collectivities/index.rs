//! The names of all collectivities, searched in the browser while one types, with the server's own folding.

use aect_pages::order;
use aect_types::collectivities::{CollectivityKind, CollectivityName, CollectivityNames};
use aect_types::query::{ListQuery, Sorting};
use aect_types::text::{fold, is_stop_word};
use std::collections::BTreeMap;

/// One collectivity.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Entry {
    folded: String,
    pub(crate) slug: String,
    pub(crate) name: String,
    pub(crate) kind: CollectivityKind,
    pub(crate) department: Option<String>,
}

/// All of them, by name.
pub(crate) struct NameIndex(Vec<Entry>);

impl NameIndex {
    /// Folds every name once.
    pub(crate) fn new(names: CollectivityNames) -> Self {
        let entry = |CollectivityName(slug, name, kind, department): CollectivityName| Entry {
            folded: fold(&name),
            slug: slug.into(),
            name,
            kind,
            department,
        };
        let entries = names.names.into_iter().map(entry).collect();
        Self(order::by_key(entries, |entry| entry.folded.clone()))
    }

    /// What a question finds here: the name itself, then names that begin so, then names with such words. `None`
    /// where the question asks for more than names, kinds and departments, or nothing is found: the server knows
    /// codes and forgives mistakes.
    pub(crate) fn find(&self, query: &ListQuery) -> Option<Vec<&Entry>> {
        let asked = fold(query.q.as_deref()?);
        let beyond = ListQuery {
            q: None,
            filters: BTreeMap::default(),
            sort: None,
            ..query.clone()
        } != ListQuery::default();
        let filters_known = query
            .filters
            .keys()
            .all(|name| matches!(*name, "kind" | "department"));
        let by_name = query
            .sort
            .is_none_or(|sort| sort.by == Sorting::Name && !sort.descending);
        if asked.is_empty() || beyond || !filters_known || !by_name {
            return None;
        }
        let words: Vec<&str> = asked.split(' ').filter(|word| !is_stop_word(word)).collect();
        let words = if words.is_empty() {
            asked.split(' ').collect()
        } else {
            words
        };
        let ranked = self.0.iter().filter(|entry| entry.passes(query));
        let ranked: Vec<(u8, &Entry)> = ranked
            .filter_map(|entry| Some((entry.rank(&asked, &words)?, entry)))
            .collect();
        let of_rank = |wanted: u8| ranked.iter().filter(move |(rank, _)| *rank == wanted);
        let found: Vec<&Entry> = match query.sort {
            None => (0..3).flat_map(of_rank).map(|(_, entry)| *entry).collect(),
            Some(_) => ranked.iter().map(|(_, entry)| *entry).collect(),
        };
        (!found.is_empty()).then_some(found)
    }

    /// The initials there are, in order.
    pub(crate) fn letters(&self) -> Vec<char> {
        let mut letters: Vec<char> = self
            .0
            .iter()
            .filter_map(|entry| entry.folded.chars().next())
            .collect();
        letters.dedup();
        letters
    }

    /// The collectivities whose name begins with a letter.
    pub(crate) fn beginning_with(&self, letter: char) -> impl Iterator<Item = &Entry> {
        self.0
            .iter()
            .filter(move |entry| entry.folded.starts_with(letter))
    }

    /// How many there are in a department.
    pub(crate) fn count_in(&self, department: &str) -> usize {
        self.0
            .iter()
            .filter(|entry| entry.department.as_deref() == Some(department))
            .count()
    }
}

impl Entry {
    fn passes(&self, query: &ListQuery) -> bool {
        let among = |name: &str, value: Option<&str>| {
            query
                .filters
                .get(name)
                .is_none_or(|values| value.is_some_and(|value| values.contains(value)))
        };
        among("kind", Some(self.kind.as_str())) && among("department", self.department.as_deref())
    }

    fn rank(&self, asked: &str, words: &[&str]) -> Option<u8> {
        if self.folded == asked {
            return Some(0);
        }
        if self.folded.starts_with(asked) {
            return Some(1);
        }
        let has = |word: &&str| self.folded.split(' ').any(|part| part.starts_with(*word));
        words.iter().all(has).then_some(2)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    fn index() -> NameIndex {
        let name = |slug: &str, name: &str, kind, department: &str| {
            CollectivityName(slug.parse().unwrap(), name.into(), kind, Some(department.into()))
        };
        NameIndex::new(CollectivityNames {
            names: vec![
                name("saint-emilion", "Saint-Émilion", CollectivityKind::Commune, "33"),
                name(
                    "bordeaux-metropole",
                    "Bordeaux Métropole",
                    CollectivityKind::Metropole,
                    "33",
                ),
                name("bordeaux", "Bordeaux", CollectivityKind::Commune, "33"),
                name("le-bouscat", "Le Bouscat", CollectivityKind::Commune, "33"),
                name(
                    "l-isle-d-espagnac",
                    "L'Isle-d'Espagnac",
                    CollectivityKind::Commune,
                    "16",
                ),
            ],
        })
    }

    fn found(words: &str) -> Vec<String> {
        let query = ListQuery {
            q: Some(words.into()),
            ..ListQuery::default()
        };
        index()
            .find(&query)
            .map(|found| found.into_iter().map(|entry| entry.slug.clone()).collect())
            .unwrap_or_default()
    }

    #[test]
    fn names_are_found_as_people_type_them() {
        assert_eq!(found("bordeaux"), ["bordeaux", "bordeaux-metropole"]);
        assert_eq!(found("metropole bord"), ["bordeaux-metropole"]);
        assert_eq!(found("ST EMILION"), ["saint-emilion"]);
        assert_eq!(found("isle d’esp"), ["l-isle-d-espagnac"]);
        assert_eq!(found("bouscat"), ["le-bouscat"]);
        assert!(found("33063").is_empty());
    }

    #[test]
    fn only_what_the_index_knows_is_answered_here() {
        let asked = |query: ListQuery| index().find(&query).map(|found| found.len());
        let bordeaux = ListQuery {
            q: Some("bordeaux".into()),
            ..ListQuery::default()
        };
        assert_eq!(asked(bordeaux.clone().with("kind", "commune")), Some(1));
        assert_eq!(asked(bordeaux.clone().with("department", "16")), None);
        assert_eq!(asked(bordeaux.clone().with("country", "SN")), None);
        assert_eq!(
            asked(ListQuery {
                cursor: Some("x".into()),
                ..bordeaux
            }),
            None
        );
        assert_eq!(asked(ListQuery::default()), None);
    }

    #[test]
    fn letters_and_departments_are_counted() {
        assert_eq!(index().letters(), ['b', 'l', 's']);
        assert_eq!(index().beginning_with('b').count(), 2);
        assert_eq!(index().count_in("33"), 4);
    }
}

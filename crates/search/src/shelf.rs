//! Where a document stands: what it is, who may see it, and whether lists leave it out by default.

use aect_types::policy::Reader;
use aect_types::{Resource, Visibility};

/// One shelf of the index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Shelf {
    resource: Resource,
    visibility: Visibility,
    aside: bool,
}

/// Which of the shelves of a resource a question is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Aside {
    /// What lists show by default.
    Without,
    /// That, and what they set aside.
    With,
    /// Only what they set aside.
    Only,
}

impl Shelf {
    /// Number of shelves; codes are below.
    pub(crate) const COUNT: usize = Resource::ALL.len() * 4;

    /// The shelf of a record, or `None` for one that no list shows.
    pub(crate) fn of(resource: Resource, visibility: Visibility, aside: bool) -> Option<Self> {
        (visibility != Visibility::Draft).then_some(Self {
            resource,
            visibility,
            aside,
        })
    }

    /// The shelves of a resource that a reader sees.
    pub(crate) fn seen(resource: Resource, reader: Reader, aside: Aside) -> Vec<Self> {
        // Nothing but projects is ever set aside.
        let sides: &[bool] = match (aside, resource) {
            (Aside::With, Resource::Projects) => &[false, true],
            (Aside::Only, _) => &[true],
            _ => &[false],
        };
        let both = |visibility: &Visibility| {
            sides
                .iter()
                .filter_map(|aside| Self::of(resource, *visibility, *aside))
                .collect::<Vec<_>>()
        };
        reader.sees().iter().flat_map(both).collect()
    }

    /// Whether lists leave it out by default.
    pub(crate) const fn is_aside(self) -> bool {
        self.aside
    }

    /// Its number.
    pub(crate) fn code(self) -> u64 {
        let rank = Resource::ALL
            .iter()
            .zip(0_u64..)
            .find(|(resource, _)| **resource == self.resource)
            .map_or(0, |(_, rank)| rank);
        rank * 4 + u64::from(self.visibility == Visibility::Members) * 2 + u64::from(self.aside)
    }

    /// The term that all its documents bear.
    pub(crate) fn term(self) -> String {
        self.code().to_string()
    }

    /// The term of its documents with that value of a filter.
    pub(crate) fn filter_term(self, filter: &str, value: &str) -> String {
        format!("{} {filter}={value}", self.code())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_shelf_has_its_own_code() {
        let mut codes = BTreeSet::new();
        for resource in Resource::ALL {
            for visibility in [Visibility::Public, Visibility::Members] {
                for aside in [false, true] {
                    let shelf = Shelf::of(*resource, visibility, aside).unwrap();
                    assert!(usize::try_from(shelf.code()).unwrap() < Shelf::COUNT);
                    assert!(codes.insert(shelf.code()));
                }
            }
        }
        assert_eq!(codes.len(), Shelf::COUNT);
    }

    #[test]
    fn drafts_stand_on_no_shelf_and_visitors_see_no_members_shelf() {
        assert_eq!(Shelf::of(Resource::Projects, Visibility::Draft, false), None);
        let seen = Shelf::seen(Resource::Projects, Reader::Visitor, Aside::With);
        assert!(seen.iter().all(|shelf| shelf.visibility == Visibility::Public));
        assert_eq!(seen.len(), 2);
        assert_eq!(
            Shelf::seen(Resource::Projects, Reader::Member, Aside::With).len(),
            4
        );
        assert_eq!(
            Shelf::seen(Resource::Events, Reader::Member, Aside::Without).len(),
            2
        );
    }
}

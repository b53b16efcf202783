//! What a reader may not see is nowhere: not in lists, counts, facets, searches or figures.

use crate::testing::{ask, full, id, list_for};
use aect_db::renditions::Rendition;
use aect_types::policy::Reader;
use aect_types::stats::StatsBy;
use aect_types::{Resource, Visibility};

/// The same record once for each visibility, and once hidden; 1 public, 2 for members, 3 draft, 4 hidden.
fn each_visibility(resource: Resource) -> Vec<Rendition> {
    let seen_by = |number: u128, visibility: Visibility, hidden: bool| {
        let mut rendition = full(resource);
        rendition.record = rendition
            .record
            .replace(&id(1).to_string(), &id(number).to_string());
        rendition.id = id(number);
        rendition.visibility = visibility;
        rendition.hidden = hidden;
        rendition
    };
    vec![
        seen_by(1, Visibility::Public, false),
        seen_by(2, Visibility::Members, false),
        seen_by(3, Visibility::Draft, false),
        seen_by(4, Visibility::Public, true),
    ]
}

#[test]
fn drafts_and_hidden_records_are_nowhere_and_members_content_is_for_members() {
    for resource in Resource::ALL {
        let renditions = each_visibility(*resource);
        let entry = crate::entry::of_rendition(&renditions[0]).unwrap().unwrap();
        let index = crate::testing::index_of(&renditions);
        let mut addresses: Vec<String> = entry
            .filters
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        addresses.extend([
            String::new(),
            format!("q={}", entry.name),
            format!("q={}xx", entry.name),
        ]);
        for address in &addresses {
            let facets: Vec<&str> = resource
                .spec()
                .filters
                .iter()
                .filter(|f| f.facet)
                .map(|f| f.name)
                .collect();
            for (reader, expected) in [(Reader::Visitor, vec![1]), (Reader::Member, vec![1, 2])] {
                if address.ends_with("xx") {
                    continue;
                }
                assert_eq!(
                    list_for(&index, reader, *resource, address),
                    expected,
                    "{resource}?{address}"
                );
                if facets.is_empty() {
                    continue;
                }
                let query = ask(*resource, &format!("{address}&facets={}", facets.join(",")));
                let hits = index.select(*resource, reader, &query, None, 1).unwrap();
                let largest = hits.facets.values().flatten().map(|facet| facet.count).max();
                assert_eq!(
                    largest,
                    u64::try_from(expected.len()).ok(),
                    "{resource}?{address}"
                );
            }
        }
        for (reader, expected) in [(Reader::Visitor, 1), (Reader::Member, 2)] {
            assert_eq!(
                index.search(reader, &entry.name, 9).unwrap().total,
                expected,
                "{resource}"
            );
        }
    }
}

#[test]
fn figures_count_what_the_reader_sees() {
    let index = crate::testing::index_of(&each_visibility(Resource::Projects));
    for (reader, expected) in [(Reader::Visitor, 1), (Reader::Member, 2)] {
        let stats = index
            .stats(reader, StatsBy::Country, &ask(Resource::Projects, ""))
            .unwrap();
        assert_eq!(stats.all.projects, expected);
        assert_eq!(stats.rows[0].1.projects, expected);
    }
}

#[test]
fn words_of_what_is_not_seen_keep_no_neighbour_from_being_offered() {
    // A draft that is written so must not be felt: the visitor gets the neighbour, as if the draft did not exist.
    let mut draft = crate::testing::project(1, "Bourse", serde_json::json!({}));
    draft.visibility = Visibility::Members;
    let index =
        crate::testing::index_of(&[draft, crate::testing::project(2, "Course", serde_json::json!({}))]);
    assert_eq!(
        list_for(&index, Reader::Visitor, Resource::Projects, "q=bourse"),
        [2]
    );
    assert_eq!(
        list_for(&index, Reader::Member, Resource::Projects, "q=bourse"),
        [1]
    );
    let found = |reader| index.search(reader, "bourse", 5).unwrap().groups[0].hits[0].id;
    assert_eq!((found(Reader::Visitor), found(Reader::Member)), (id(2), id(1)));
}

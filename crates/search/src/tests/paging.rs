//! Pages follow each other, whatever comes and goes between them.

use crate::testing::{ask, id, index_of, project};
use crate::{After, Error, Index};
use aect_types::Resource::Projects;
use aect_types::Uuid;
use aect_types::policy::Reader;
use serde_json::json;

/// Walks a list to its end by pages of `limit`; `between` runs after each page. The place of each next page is
/// written and read again, as a cursor does.
fn walk(index: &Index, address: &str, limit: usize, mut between: impl FnMut(usize)) -> Vec<Uuid> {
    let mut seen = Vec::new();
    let mut after: Option<After> = None;
    for page in 0.. {
        let hits = index
            .select(
                Projects,
                Reader::Visitor,
                &ask(Projects, address),
                after.as_ref(),
                limit,
            )
            .unwrap();
        seen.extend(&hits.ids);
        let Some(next) = hits.next else { break };
        assert_eq!(hits.ids.len(), limit);
        let written = serde_json::to_string(&next).unwrap();
        assert!(written.len() < 256, "{written}");
        after = Some(serde_json::from_str(&written).unwrap());
        assert_eq!(after.as_ref(), Some(&next));
        between(page);
    }
    seen
}

fn many() -> Vec<aect_db::renditions::Rendition> {
    let titles = ["Eau", "École", "Santé", "Culture et patrimoine de la ville"];
    (1..=60_u128)
        .map(|number| {
            let title = titles[usize::try_from(number % 4).unwrap()];
            let year = (number % 7 > 0).then(|| (1990 + number % 7).to_string());
            project(
                number,
                title,
                json!({"start_date": year, "description": "coopération"}),
            )
        })
        .collect()
}

const ORDERS: &[&str] = &[
    "",
    "sort=name",
    "sort=-name",
    "sort=start",
    "sort=-start",
    "sort=budget",
    "q=cooperation",
    "q=eau",
    "q=coopératoin",
    "q=cooperation&sort=-name",
];

#[test]
fn pages_add_up_to_the_list() {
    let index = index_of(&many());
    for address in ORDERS {
        let whole = index
            .ids(Projects, Reader::Visitor, &ask(Projects, address))
            .unwrap();
        assert!(!whole.is_empty(), "{address}");
        for limit in [1, 7, 15, 59, 60, 61] {
            assert_eq!(
                walk(&index, address, limit, |_| {}),
                whole,
                "{address} by {limit}"
            );
        }
    }
}

#[test]
fn a_walk_sees_each_once_while_records_come_and_go() {
    for address in ORDERS {
        let index = index_of(&many());
        let before = index
            .ids(Projects, Reader::Visitor, &ask(Projects, address))
            .unwrap();
        let mut seen = walk(&index, address, 4, |page| {
            let number = 1000 + u128::try_from(page).unwrap();
            let newcomer = |number, title: &str| {
                project(
                    number,
                    title,
                    json!({"start_date": "1993", "description": "coopération"}),
                )
            };
            let mut gone = newcomer(number - 1, "Eau");
            gone.hidden = true;
            let name = ["Aa", "Eau", "Zz"][page % 3];
            index.apply(&[newcomer(number, name), gone]).unwrap();
        });
        let walked = seen.len();
        seen.sort_unstable();
        seen.dedup();
        assert_eq!(seen.len(), walked, "{address}: one was seen twice");
        assert!(
            before.iter().all(|id| seen.binary_search(id).is_ok()),
            "{address}: one was missed"
        );
    }
}

#[test]
fn a_page_goes_on_where_its_last_record_has_gone() {
    for address in ["sort=name", "sort=-name", "sort=start", "q=cooperation"] {
        let index = index_of(&many());
        let query = ask(Projects, address);
        let whole = index.ids(Projects, Reader::Visitor, &query).unwrap();
        let first = index.select(Projects, Reader::Visitor, &query, None, 10).unwrap();
        // All records of that name go: the name itself is no longer in the index.
        let gone: Vec<_> = many()
            .into_iter()
            .filter(|rendition| first.ids.contains(&rendition.id))
            .map(|rendition| aect_db::renditions::Rendition {
                hidden: true,
                ..rendition
            })
            .collect();
        index.apply(&gone).unwrap();
        let second = index
            .select(Projects, Reader::Visitor, &query, first.next.as_ref(), 100)
            .unwrap();
        assert_eq!(second.ids, whole[10..], "{address}");
        assert_eq!(second.total, 50);
    }
}

#[test]
fn words_spelt_otherwise_stay_so_on_the_next_pages() {
    let index = index_of(&many());
    let query = ask(Projects, "q=coopératoin");
    let first = index.select(Projects, Reader::Visitor, &query, None, 10).unwrap();
    assert_eq!(first.total, 60);
    // Now something is written so; the list that was begun goes on as it began.
    index.apply(&[project(99, "Coopératoin", json!({}))]).unwrap();
    let second = index
        .select(Projects, Reader::Visitor, &query, first.next.as_ref(), 100)
        .unwrap();
    assert_eq!(second.total, 61);
    assert_eq!(index.ids(Projects, Reader::Visitor, &query).unwrap(), [id(99)]);
}

#[test]
fn a_place_in_another_order_is_refused() {
    let index = index_of(&many());
    let by = |address: &str, after: Option<&After>| {
        index.select(Projects, Reader::Visitor, &ask(Projects, address), after, 5)
    };
    let by_name = by("sort=name", None).unwrap().next;
    let by_start = by("sort=start", None).unwrap().next;
    assert!(matches!(by("sort=start", by_name.as_ref()), Err(Error::After)));
    assert!(matches!(by("sort=name", by_start.as_ref()), Err(Error::After)));
}

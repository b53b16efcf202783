//! The orders of lists, in both directions, with what is unknown at the end.

use crate::testing::{ask, collectivity, index_of, list, project, rendition};
use aect_types::Resource::{self, Collectivities, Events, Projects};
use aect_types::policy::Reader;
use serde_json::json;

#[test]
fn names_are_ordered_as_they_are_read_and_equal_ones_by_identifier() {
    let index = index_of(&[
        collectivity(1, "Zèbre", json!({})),
        collectivity(2, "Écully", json!({})),
        collectivity(3, "ecully", json!({})),
        collectivity(4, "Saint-Denis", json!({})),
        collectivity(5, "St-Cloud", json!({})),
        collectivity(6, "Angoulême", json!({})),
    ]);
    assert_eq!(list(&index, Collectivities, ""), [6, 2, 3, 5, 4, 1]);
    assert_eq!(list(&index, Collectivities, "sort=name"), [6, 2, 3, 5, 4, 1]);
    assert_eq!(list(&index, Collectivities, "sort=-name"), [1, 4, 5, 2, 3, 6]);
}

#[test]
fn unknown_values_are_last_in_either_direction() {
    let people =
        |number, population: Option<i32>| collectivity(number, "Commune", json!({"population": population}));
    let index = index_of(&[
        people(1, None),
        people(2, Some(10)),
        people(3, Some(0)),
        people(4, Some(10)),
        people(5, None),
    ]);
    assert_eq!(list(&index, Collectivities, "sort=population"), [3, 2, 4, 1, 5]);
    assert_eq!(list(&index, Collectivities, "sort=-population"), [2, 4, 3, 1, 5]);
}

#[test]
fn starts_sort_as_their_first_day_and_an_end_is_no_start() {
    let index = index_of(&[
        project(1, "mois", json!({"start_date": "2010-03"})),
        project(2, "année", json!({"start_date": "2010"})),
        project(3, "fin", json!({"end_date": "1990"})),
        project(4, "avant", json!({"start_date": "1969-07-20"})),
    ]);
    assert_eq!(list(&index, Projects, "sort=start"), [4, 2, 1, 3]);
    assert_eq!(list(&index, Projects, "sort=-start"), [1, 2, 4, 3]);
}

#[test]
fn budgets_sort_by_their_upper_end() {
    let budget = |number, min: Option<i64>, max: Option<i64>| {
        let money = |cents: Option<i64>| cents.map(|cents| json!({"amount_cents": cents, "currency": "EUR"}));
        project(
            number,
            "Projet",
            json!({"budget": {"min": money(min), "max": money(max)}}),
        )
    };
    let index = index_of(&[
        budget(1, Some(5), None),
        budget(2, Some(1), Some(9)),
        budget(3, None, Some(2)),
        project(4, "P", json!({})),
    ]);
    assert_eq!(list(&index, Projects, "sort=-budget"), [2, 1, 3, 4]);
    assert_eq!(list(&index, Projects, "sort=budget"), [3, 1, 2, 4]);
}

#[test]
fn lists_have_an_order_of_their_own() {
    let changed = |number, day: u32| {
        project(
            number,
            "P",
            json!({"updated_at": format!("2026-01-{day:02}T00:00:00.000000Z")}),
        )
    };
    let index = index_of(&[
        changed(1, 5),
        changed(2, 7),
        changed(3, 6),
        rendition(Events, 4, json!({"starts_at": "2026-05-05T10:00:00.000000Z"})),
        rendition(Events, 5, json!({"starts_at": "2026-05-05T09:00:00.000000Z"})),
        rendition(Resource::Sdgs, 6, json!({"number": 10})),
        rendition(Resource::Sdgs, 7, json!({"number": 9})),
    ]);
    assert_eq!(list(&index, Projects, ""), [2, 3, 1]);
    assert_eq!(list(&index, Projects, "sort=updated_at"), [1, 3, 2]);
    assert_eq!(list(&index, Events, ""), [5, 4]);
    assert_eq!(list(&index, Resource::Sdgs, ""), [7, 6]);
    assert_eq!(list(&index, Resource::Sdgs, "sort=-code"), [6, 7]);
}

#[test]
fn every_sort_of_every_list_can_be_asked_for() {
    for resource in Resource::ALL {
        let index = index_of(&[
            rendition(*resource, 1, json!({})),
            rendition(*resource, 2, json!({})),
        ]);
        for sort in resource.spec().sorts {
            for sign in ["", "-"] {
                let query = ask(*resource, &format!("sort={sign}{sort}"));
                let first = index.select(*resource, Reader::Visitor, &query, None, 1).unwrap();
                let second = index
                    .select(*resource, Reader::Visitor, &query, first.next.as_ref(), 1)
                    .unwrap();
                assert_eq!((first.total, second.total), (2, 2));
                assert_eq!(
                    [first.ids, second.ids].concat(),
                    [crate::testing::id(1), crate::testing::id(2)],
                    "{resource} {sign}{sort}"
                );
                assert_eq!(second.next, None);
            }
        }
    }
}

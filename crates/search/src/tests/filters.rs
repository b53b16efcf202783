//! Each filter keeps what it says.

use crate::testing::{
    citation, collectivity, collectivity_ref, full, index_of, list, project, rendition, sorted, theme,
};
use aect_types::Resource;
use aect_types::Resource::{Collectivities, Events, Projects};
use aect_types::policy::Reader;
use aect_types::query::ListQuery;
use aect_types::resource::FilterKind;
use serde_json::{Value, json};

/// A value that the record of `full` does not have.
fn other_value(kind: FilterKind, own: &str) -> String {
    match kind {
        FilterKind::Code(codes) => codes.iter().find(|code| **code != own).unwrap().to_string(),
        FilterKind::Slug(_) => "autre".to_owned(),
        FilterKind::Country => "ML".to_owned(),
        FilterKind::Department => "2A".to_owned(),
        FilterKind::Year => "1999".to_owned(),
        FilterKind::Number(low, _) => low.to_string(),
        FilterKind::Bool => if own == "true" { "false" } else { "true" }.to_owned(),
    }
}

#[test]
fn every_filter_of_every_list_keeps_what_has_the_value_and_nothing_else() {
    for resource in Resource::ALL {
        let index = index_of(&[full(*resource)]);
        let entry = crate::entry::of_rendition(&full(*resource)).unwrap().unwrap();
        for (filter, own) in entry.filters {
            let kind = resource.spec().filter(filter).unwrap().kind;
            let other = other_value(kind, &own);
            let ask = |value: &str| list(&index, *resource, &format!("{filter}={value}"));
            assert_eq!(ask(&own), [1], "{resource}?{filter}={own}");
            assert_eq!(ask(&other), [0_u128; 0], "{resource}?{filter}={other}");
            let either = format!("{filter}={own}&{filter}={other}");
            assert_eq!(list(&index, *resource, &either), [1], "{resource}?{either}");
        }
    }
}

#[test]
fn filters_narrow_each_other() {
    let water = |number, country: &str| {
        let fields = json!({"themes": [theme("eau", "Eau")], "countries": [{"country": country, "share_percent": null}]});
        project(number, "Eau", fields)
    };
    let index = index_of(&[water(1, "SN"), water(2, "ML"), project(3, "Autre", json!({}))]);
    assert_eq!(sorted(&index, Projects, "theme=eau"), [1, 2]);
    assert_eq!(list(&index, Projects, "theme=eau&country=ML"), [2]);
    assert_eq!(sorted(&index, Projects, "country=ML&country=SN"), [1, 2]);
    assert_eq!(sorted(&index, Projects, "q=eau&country=SN"), [1]);
}

#[test]
fn one_resource_never_answers_for_another() {
    let index = index_of(&[
        collectivity(1, "Eau", json!({})),
        project(2, "Eau", json!({})),
        rendition(Resource::Themes, 3, json!({})),
    ]);
    for (resource, number) in [(Collectivities, 1), (Projects, 2), (Resource::Themes, 3)] {
        assert_eq!(list(&index, resource, ""), [number]);
        assert_eq!(list(&index, resource, "q=eau"), [number]);
    }
}

#[test]
fn years_run_from_the_start_to_the_end_or_to_the_last_statement() {
    let said = |stated_on: &str| json!({"kind": "import", "source": null, "license": null, "citations": [citation(stated_on, "dit")]});
    let index = index_of(&[
        project(1, "borné", json!({"start_date": "2010-06", "end_date": "2012"})),
        project(
            2,
            "dit",
            json!({"start_date": "2010", "provenance": said("2016-09-20")}),
        ),
        project(3, "début seul", json!({"start_date": "2010"})),
        project(4, "dit seulement", json!({"provenance": said("2016")})),
        project(5, "sans date", json!({})),
        project(
            6,
            "fini, puis dit",
            json!({"start_date": "2010", "end_date": "2011", "provenance": said("2016")}),
        ),
    ]);
    for (year, expected) in [
        ("2009", vec![]),
        ("2010", vec![1, 2, 3, 6]),
        ("2011", vec![1, 2, 6]),
        ("2012", vec![1, 2]),
        ("2016", vec![2, 4]),
        ("2017", vec![]),
    ] {
        assert_eq!(
            sorted(&index, Projects, &format!("year={year}")),
            expected,
            "{year}"
        );
    }
}

#[test]
fn dates_overlap_as_intervals_and_what_has_none_never_does() {
    let index = index_of(&[
        project(1, "borné", json!({"start_date": "2010-06", "end_date": "2012"})),
        project(2, "début", json!({"start_date": "2014"})),
        project(3, "fin", json!({"end_date": "2008-03"})),
        project(4, "rien", json!({})),
    ]);
    for (address, expected) in [
        ("from=2011&to=2011", vec![1]),
        ("from=2010&to=2010-05", vec![]),
        ("from=2010&to=2010-06-01", vec![1]),
        ("from=2012-12-31", vec![1, 2]),
        ("to=2008", vec![3]),
        ("from=2014-12-31&to=2020", vec![2]),
        ("from=1000&to=2999", vec![1, 2, 3]),
    ] {
        assert_eq!(sorted(&index, Projects, address), expected, "{address}");
    }
}

#[test]
fn events_are_dated_by_the_days_of_their_place() {
    let at = |number, start: &str| {
        let time = json!({"precision": "times", "start": start, "end": null, "time_zone": "Pacific/Noumea"});
        rendition(
            Events,
            number,
            json!({"time": time, "starts_at": "2026-12-31T13:30:00.000000Z"}),
        )
    };
    let index = index_of(&[at(1, "2027-01-01T00:30:00"), rendition(Events, 2, json!({}))]);
    assert_eq!(list(&index, Events, "year=2027"), [1]);
    assert_eq!(list(&index, Events, "from=2027-01-01"), [1]);
    assert_eq!(list(&index, Events, "from=2026-05-05&to=2026-05-05"), [2]);
    assert_eq!(list(&index, Events, "to=2026-05-03"), [0_u128; 0]);
}

#[test]
fn changes_are_kept_from_their_moment_on() {
    let changed = |number, moment: &str| project(number, "Projet", json!({"updated_at": moment}));
    let index = index_of(&[
        changed(1, "2026-04-01T10:00:00.000000Z"),
        changed(2, "2026-04-01T10:00:00.000001Z"),
    ]);
    assert_eq!(
        sorted(&index, Projects, "updated_since=2026-04-01T12:00:00+02:00"),
        [1, 2]
    );
    assert_eq!(
        sorted(&index, Projects, "updated_since=2026-04-01T10:00:00.000001Z"),
        [2]
    );
}

fn places(points: &[(f64, f64, &str)]) -> Value {
    let place = |(lon, lat, exactness): &(f64, f64, &str)| json!({"name": "lieu", "country": null, "position": [lon, lat], "exactness": exactness});
    json!({"places": points.iter().map(place).collect::<Vec<_>>()})
}

#[test]
fn boxes_hold_any_point_and_cross_the_antimeridian() {
    let index = index_of(&[
        project(1, "Suva", places(&[(178.44, -18.14, "exact")])),
        project(2, "Apia", places(&[(-171.76, -13.83, "approximate")])),
        project(
            3,
            "Dakar et Bordeaux",
            places(&[(-17.4677, 14.7167, "exact"), (-0.5792, 44.8378, "exact")]),
        ),
        // Longitude of one point and latitude of the other lie in the box below; no point does.
        project(
            4,
            "croisé",
            places(&[(-17.0, 44.0, "exact"), (0.0, 14.0, "exact")]),
        ),
        project(5, "pays seul", places(&[(-17.4677, 14.7167, "country_only")])),
        project(6, "nulle part", json!({})),
    ]);
    for (bbox, expected) in [
        ("170,-30,-160,0", vec![1, 2]),
        ("-180,-90,180,90", vec![1, 2, 3, 4]),
        ("-20,10,-10,20", vec![3]),
        ("-1,44,0,45", vec![3]),
        ("-0.5792,44.8378,-0.5792,44.8378", vec![3]),
        ("10,10,20,20", vec![]),
    ] {
        assert_eq!(
            sorted(&index, Projects, &format!("bbox={bbox}")),
            expected,
            "{bbox}"
        );
    }
    assert_eq!(sorted(&index, Projects, "near=-0.6,44.8&radius_km=10"), [3]);
    assert_eq!(
        sorted(&index, Projects, "near=-0.6,44.8&radius_km=1"),
        [0_u128; 0]
    );
    assert_eq!(sorted(&index, Projects, "near=179.9,-16&radius_km=2000"), [1, 2]);
}

#[test]
fn a_collectivity_outside_the_region_is_in_no_list() {
    let index = index_of(&[
        collectivity(1, "Nantes", json!({"in_scope": false})),
        collectivity(
            2,
            "Pau",
            json!({"epci": collectivity_ref("pau-bearn", "Pau Béarn")}),
        ),
    ]);
    assert_eq!(list(&index, Collectivities, ""), [2]);
    assert_eq!(list(&index, Collectivities, "q=nantes"), [0_u128; 0]);
}

#[test]
fn unconfirmed_twinnings_are_left_out_unless_asked_for() {
    let twinning = |number, to_confirm: bool| {
        project(
            number,
            "Jumelage",
            json!({"kind": "twinning", "to_confirm": to_confirm}),
        )
    };
    let index = index_of(&[
        twinning(1, true),
        twinning(2, false),
        project(3, "Coopération", json!({"to_confirm": true})),
    ]);
    assert_eq!(sorted(&index, Projects, ""), [2, 3]);
    assert_eq!(sorted(&index, Projects, "to_confirm=true"), [1, 3]);
    assert_eq!(sorted(&index, Projects, "to_confirm=false"), [2]);
    assert_eq!(
        sorted(&index, Projects, "to_confirm=true&to_confirm=false"),
        [1, 2, 3]
    );
    let left_out = |address: &str| {
        let query = crate::testing::ask(Projects, address);
        let hits = index.select(Projects, Reader::Visitor, &query, None, 10).unwrap();
        hits.left_out
    };
    assert_eq!(left_out(""), Some(1));
    assert_eq!(left_out("kind=twinning"), Some(1));
    assert_eq!(left_out("kind=economic"), Some(0));
    assert_eq!(left_out("q=jumelage"), Some(1));
    assert_eq!(left_out("to_confirm=false"), None);
    let actors = index.select(Resource::Actors, Reader::Visitor, &ListQuery::default(), None, 10);
    assert_eq!(actors.unwrap().left_out, None);
}

//! Facets count what one would get.

use crate::Index;
use crate::testing::{ask, collectivity_ref, index_of, project, theme};
use aect_types::Resource::Projects;
use aect_types::page::FacetCount;
use aect_types::policy::Reader;
use serde_json::json;

fn counts(index: &Index, facet: &str, address: &str) -> Vec<(String, u64)> {
    let query = ask(Projects, &format!("{address}&facets={facet}"));
    let mut hits = index.select(Projects, Reader::Visitor, &query, None, 1).unwrap();
    let counts = hits.facets.remove(facet).unwrap();
    counts
        .into_iter()
        .map(|FacetCount { value, count }| (value, count))
        .collect()
}

fn varied() -> Index {
    let kinds = ["twinning", "economic", "cultural"];
    let countries = ["SN", "ML", "CI", "VN"];
    let themes = ["eau", "sante", "culture"];
    let pick = |list: &[&'static str], number: u128| list[usize::try_from(number).unwrap() % list.len()];
    let projects: Vec<_> = (1..=50_u128)
        .map(|number| {
            let mut chosen = vec![theme(pick(&themes, number), "Thème")];
            if number % 3 == 0 {
                chosen.push(theme(pick(&themes, number / 3), "Thème"));
            }
            let fields = json!({
                "kind": pick(&kinds, number),
                "to_confirm": number % 4 == 0,
                "countries": [
                    {"country": pick(&countries, number), "share_percent": null},
                    {"country": pick(&countries, number / 2), "share_percent": null},
                ],
                "themes": chosen,
                "start_date": (2000 + number % 5).to_string(),
                "lead": collectivity_ref(if number % 2 == 0 { "bordeaux" } else { "pau" }, "Ville"),
                "sdgs": [number % 17 + 1],
            });
            project(number, "Projet d’eau", fields)
        })
        .collect();
    index_of(&projects)
}

#[test]
fn each_count_is_the_total_of_the_list_with_that_value() {
    let index = varied();
    let faceted: Vec<&str> = Projects
        .spec()
        .filters
        .iter()
        .filter(|f| f.facet)
        .map(|f| f.name)
        .collect();
    for address in [
        "",
        "country=SN",
        "country=SN&country=ML&theme=eau",
        "kind=twinning",
        "to_confirm=true",
        "to_confirm=false&kind=twinning",
        "q=eau&theme=sante",
        "q=projte&country=CI",
        "year=2001&sdg=3&theme=culture",
        "from=2002&kind=economic",
    ] {
        for facet in &faceted {
            let given = address
                .split('&')
                .filter(|pair| !pair.starts_with(&format!("{facet}=")));
            let others = given.collect::<Vec<_>>().join("&");
            let counted = counts(&index, facet, address);
            for (value, count) in &counted {
                let query = ask(Projects, &format!("{others}&{facet}={value}"));
                let listed = index.select(Projects, Reader::Visitor, &query, None, 1).unwrap();
                // A list without the filter on confirmation leaves twinnings to confirm out, and so do its facets,
                // that on confirmation excepted.
                assert_eq!(listed.total, *count, "{address}: {facet}={value}");
            }
            assert!(counted.is_sorted_by_key(|(value, count)| (std::cmp::Reverse(*count), value.clone())));
        }
    }
}

#[test]
fn the_facet_of_a_filter_leaves_the_filter_out() {
    let index = index_of(&[
        project(
            1,
            "A",
            json!({"kind": "economic", "countries": [{"country": "SN", "share_percent": null}]}),
        ),
        project(
            2,
            "B",
            json!({"kind": "cultural", "countries": [{"country": "SN", "share_percent": null}]}),
        ),
        project(
            3,
            "C",
            json!({"kind": "cultural", "countries": [{"country": "ML", "share_percent": null}]}),
        ),
        project(4, "D", json!({"kind": "twinning", "to_confirm": true})),
    ]);
    let one = |value: &str, count| (value.to_owned(), count);
    assert_eq!(
        counts(&index, "kind", "kind=economic"),
        [one("cultural", 2), one("economic", 1)]
    );
    assert_eq!(counts(&index, "country", "kind=economic"), [one("SN", 1)]);
    assert_eq!(
        counts(&index, "kind", "country=SN"),
        [one("cultural", 1), one("economic", 1)]
    );
    assert_eq!(
        counts(&index, "kind", ""),
        [one("cultural", 2), one("economic", 1)]
    );
    assert_eq!(
        counts(&index, "to_confirm", ""),
        [one("false", 3), one("true", 1)]
    );
    assert_eq!(
        counts(&index, "to_confirm", "to_confirm=false"),
        [one("false", 3), one("true", 1)]
    );
    assert_eq!(counts(&index, "kind", "to_confirm=true"), [one("twinning", 1)]);
}

#[test]
fn a_value_borne_twice_counts_once() {
    let twice = json!([{"country": "SN", "share_percent": 50}, {"country": "SN", "share_percent": 50}]);
    let index = index_of(&[project(1, "A", json!({"countries": twice}))]);
    assert_eq!(counts(&index, "country", ""), [("SN".to_owned(), 1)]);
}

//! Figures lead to the lists that they count.

use crate::testing::{ask, index_of, project, theme};
use crate::{Counts, Index};
use aect_types::Resource::Projects;
use aect_types::policy::Reader;
use aect_types::stats::StatsBy;
use serde_json::{Value, json};

fn euros(amount: i64) -> Value {
    json!({"min": null, "max": {"amount_cents": amount * 100, "currency": "EUR"}})
}

fn countries(shares: &[(&str, Option<i16>)]) -> Value {
    shares
        .iter()
        .map(|(country, share)| json!({"country": country, "share_percent": share}))
        .collect()
}

fn figures() -> Index {
    let both = json!([theme("eau", "Eau"), theme("sante", "Santé")]);
    index_of(&[
        project(
            1,
            "A",
            json!({"budget": euros(100), "countries": countries(&[("SN", Some(70)), ("ML", Some(30))]), "themes": both, "start_date": "2020", "end_date": "2021"}),
        ),
        project(
            2,
            "B",
            json!({"budget": euros(10), "countries": countries(&[("SN", None)]), "themes": [theme("eau", "Eau")]}),
        ),
        project(
            3,
            "C",
            json!({"countries": countries(&[("ML", None), ("SN", None)])}),
        ),
        project(
            4,
            "J",
            json!({"kind": "twinning", "to_confirm": true, "budget": euros(1000), "countries": countries(&[("SN", None), ("DE", None)])}),
        ),
        project(5, "K", json!({"kind": "twinning", "budget": euros(7)})),
    ])
}

const fn row(projects: u64, twinnings_to_confirm: u64, euros: i64) -> Counts {
    Counts {
        projects,
        twinnings_to_confirm,
        budget_cents: euros * 100,
    }
}

#[test]
fn figures_by_country_divide_budgets_and_count_each_project_once_overall() {
    let stats = figures()
        .stats(Reader::Visitor, StatsBy::Country, &ask(Projects, ""))
        .unwrap();
    assert_eq!(stats.all, row(4, 1, 117));
    let rows: Vec<(&str, Counts)> = stats
        .rows
        .iter()
        .map(|(value, counts)| (value.as_str(), *counts))
        .collect();
    assert_eq!(
        rows,
        [("SN", row(3, 1, 80)), ("ML", row(2, 0, 30)), ("DE", row(0, 1, 0))]
    );
}

#[test]
fn a_project_of_two_themes_counts_in_both() {
    let stats = figures()
        .stats(Reader::Visitor, StatsBy::Theme, &ask(Projects, ""))
        .unwrap();
    assert_eq!(
        stats.rows,
        [
            ("eau".to_owned(), row(2, 0, 110)),
            ("sante".to_owned(), row(1, 0, 100))
        ]
    );
    assert_eq!(stats.all, row(4, 1, 117));
}

#[test]
fn figures_agree_with_the_lists() {
    let index = figures();
    for by in StatsBy::ALL {
        for address in [
            "",
            "country=SN",
            "theme=eau",
            "kind=twinning",
            "q=a",
            "country=ML&country=DE",
            "to_confirm=true",
            "to_confirm=false",
        ] {
            let stats = index
                .stats(Reader::Visitor, *by, &ask(Projects, address))
                .unwrap();
            let total = |address: &str| {
                let hits = index
                    .select(Projects, Reader::Visitor, &ask(Projects, address), None, 1)
                    .unwrap();
                hits.total
            };
            assert_eq!(stats.all.projects, total(address), "{address}");
            for (value, counts) in stats.rows {
                let given = address
                    .split('&')
                    .filter(|pair| !pair.starts_with(&format!("{by}=")));
                let others = given.collect::<Vec<_>>().join("&");
                assert_eq!(
                    counts.projects,
                    total(&format!("{others}&{by}={value}")),
                    "{address}: {by}={value}"
                );
                if *by != StatsBy::Kind && !address.contains("kind=") && address != "to_confirm=false" {
                    let waiting = format!("{others}&{by}={value}&kind=twinning&to_confirm=true");
                    assert_eq!(counts.twinnings_to_confirm, total(&waiting), "{waiting}");
                }
            }
        }
    }
}

#[test]
fn only_values_asked_for_have_a_row() {
    let stats = figures()
        .stats(Reader::Visitor, StatsBy::Country, &ask(Projects, "country=ML"))
        .unwrap();
    assert_eq!(stats.rows, [("ML".to_owned(), row(2, 0, 30))]);
    assert_eq!(stats.all, row(2, 0, 100));
}

#[test]
fn a_question_about_what_is_to_be_confirmed_counts_twinnings_too() {
    let index = figures();
    let all = |address: &str| {
        let stats = index.stats(Reader::Visitor, StatsBy::Kind, &ask(Projects, address));
        stats.unwrap().all
    };
    assert_eq!(all("to_confirm=true"), row(1, 1, 1000));
    assert_eq!(all("to_confirm=false"), row(4, 0, 117));
}

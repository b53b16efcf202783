//! `/stats`: every figure leads to the list that it counts.

use aect_tests::{Server, both_engines};
use aect_types::query::ListQuery;
use aect_types::stats::{Figure, Stats, StatsBy};

/// Opens the lists of a figure and counts.
async fn opens(server: &Server, what: &str, figure: &Figure) {
    let mut lists = vec![(&figure.url, figure.projects)];
    match &figure.twinnings_to_confirm_url {
        Some(url) => lists.push((url, figure.twinnings_to_confirm)),
        None => assert_eq!(figure.twinnings_to_confirm, 0, "{what}"),
    }
    for (url, count) in lists {
        let list: serde_json::Value = server.json(url).await;
        assert_eq!(list["total"].as_u64(), Some(count), "{what}: {url}");
    }
}

async fn ask(server: &Server, by: StatsBy, query: ListQuery) -> Stats {
    server.client.stats(by, &query).await.unwrap()
}

both_engines! {
    async fn every_figure_leads_to_the_list_it_counts(server: &Server) {
        for query in [
            ListQuery::default(),
            ListQuery::default().with("country", "SN"),
            ListQuery::default()
                .with("kind", "twinning")
                .with("kind", "youth_mobility"),
            ListQuery::default().with("kind", "youth_mobility"),
            ListQuery::default().with("to_confirm", "false"),
            ListQuery {
                q: Some("eau".into()),
                ..ListQuery::default()
            },
        ] {
            for by in StatsBy::ALL {
                let stats = ask(server, *by, query.clone()).await;
                assert_eq!(stats.by, *by);
                opens(server, by.as_str(), &stats.all).await;
                for row in &stats.rows {
                    opens(server, &format!("{by} {}", row.value), &row.figure).await;
                }
            }
        }
    }

    async fn sums_are_shared_out_and_never_counted_twice(server: &Server) {
        let stats = ask(server, StatsBy::Country, ListQuery::default()).await;
        let row = |code: &str| {
            stats
                .rows
                .iter()
                .find(|row| row.value == code)
                .map(|row| row.figure.clone())
                .unwrap()
        };
        // 12,000,050 of Senegal alone and 60 % of 1,000,000; 5,000,000 of Morocco alone and 40 %.
        assert_eq!(row("SN").budget_cents, 12_000_050 + 600_000);
        assert_eq!(row("MA").budget_cents, 5_000_000 + 400_000);
        assert_eq!(
            (row("SN").projects, row("MA").projects, row("JP").projects),
            (2, 2, 2)
        );
        let sum: i64 = stats.rows.iter().map(|row| row.figure.budget_cents).sum();
        assert_eq!(sum, stats.all.budget_cents);
        assert_eq!((stats.all.projects, stats.all.twinnings_to_confirm), (5, 1));
        assert_eq!((row("DE").projects, row("DE").twinnings_to_confirm), (0, 1));
    }

    async fn years_are_those_in_which_a_project_ran(server: &Server) {
        let stats = ask(server, StatsBy::Year, ListQuery::default()).await;
        let years: Vec<&str> = stats.rows.iter().map(|row| row.value.as_str()).collect();
        for year in ["2010", "2012", "2014", "2015"] {
            assert!(years.contains(&year), "{years:?}");
        }
        assert!(!years.contains(&"2009"));
    }
}

//! Carte: who acts where, as a table.

use super::Plain;
use super::french::{FR, French};
use crate::Site;
use aect_types::stats::StatsRow;
use aect_words::pages::map as words;
use aect_words::phrases::Locale as _;
use maud::html;

/// The projects counted by country.
#[must_use]
pub fn countries(rows: &[StatsRow], site: &Site) -> Plain {
    Plain {
        heading: words::TITLE.of(FR).to_owned(),
        section: None,
        description: words::INTRODUCTION.of(FR).to_owned(),
        path: "/carte".to_owned(),
        structured: None,
        main: html! {
            h1 { (words::TITLE.of(FR)) }
            p.lead { (words::INTRODUCTION.of(FR)) }
            div.table {
                table {
                    thead {
                        tr {
                            th scope="col" { (words::COLUMN_COUNTRY.of(FR)) }
                            th.number scope="col" { (words::COLUMN_PROJECTS.of(FR)) }
                            th.number scope="col" { (words::COLUMN_TWINNINGS.of(FR)) }
                        }
                    }
                    tbody {
                        @for row in rows {
                            tr {
                                th scope="row" {
                                    a href={ "/projets?country=" (row.value) } { (name(&row.value, site)) }
                                }
                                td.number { (number(row.figure.projects)) }
                                td.number { (number(row.figure.twinnings_to_confirm)) }
                            }
                        }
                    }
                }
            }
        },
    }
}

fn name(code: &str, site: &Site) -> String {
    code.parse()
        .map_or_else(|_| code.to_owned(), |code| site.country_name(&code).to_owned())
}

fn number(count: u64) -> String {
    French.number(i64::try_from(count).unwrap_or(i64::MAX))
}

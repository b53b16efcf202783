//! Carte: who acts where, as tables.

use crate::figures::{self, list_of, name_of};
use crate::parts::{heading, number, table};
use crate::{Asked, Sheet, Source, Voice};
use aect_types::Resource;
use aect_types::query::ListQuery;
use aect_types::site::{PublicPage, paths};
use aect_types::stats::{Stats, StatsBy};
use aect_words::Labelled as _;
use aect_words::pages::map as words;
use maud::{Markup, html};

/// The projects counted by country and by department, with the filters of the map.
pub(crate) async fn page<S: Source>(asked: &Asked, source: &S, voice: impl Voice) -> Result<Sheet, S::Error> {
    let query = ListQuery {
        cursor: None,
        sort: None,
        ..asked.query(Resource::Projects)
    };
    let counted = figures::counted(&query, source).await?;
    let choices = figures::choices(&counted, &query, source).await?;
    let language = voice.language();
    let places = counted
        .iter()
        .filter(|stats| matches!(stats.by, StatsBy::Country | StatsBy::Department));
    let main = html! {
        (heading(words::TITLE.of(language)))
        p.lead { (words::INTRODUCTION.of(language)) }
        (figures::form(paths::MAP, &choices, &query, voice))
        @for stats in places { (by_place(&query, stats, voice)) }
        (crate::tools(&crate::exports(Resource::Projects, &query, voice), voice))
    };
    Ok(Sheet::new(
        &PublicPage::Map,
        words::TITLE.of(language),
        words::INTRODUCTION.of(language),
        main,
    ))
}

fn by_place(query: &ListQuery, stats: &Stats, voice: impl Voice) -> Markup {
    let (by, language) = (stats.by, voice.language());
    let heads = [
        (by.label(language), false),
        (words::COLUMN_PROJECTS.of(language), true),
        (words::COLUMN_TWINNINGS.of(language), true),
    ];
    let rows = html! {
        @for row in &stats.rows {
            tr {
                th scope="row" { a href=(list_of(query, by, &row.value)) { (name_of(by, &row.value, voice)) } }
                td.number { (number(row.figure.projects, voice)) }
                td.number { (number(row.figure.twinnings_to_confirm, voice)) }
            }
        }
    };
    html! { h2 { (by.label(language)) } (table(by.label(language), &heads, &rows)) }
}

//! Carte: who acts where, as a table.

use crate::parts::{heading, number, table, with_query};
use crate::{Asked, Sheet, Source, Voice};
use aect_types::Resource;
use aect_types::query::ListQuery;
use aect_types::site::{PublicPage, paths};
use aect_types::stats::{Stats, StatsBy};
use aect_words::pages::map as words;
use maud::{Markup, html};

/// The projects counted by country.
pub(crate) async fn page<S: Source>(asked: &Asked, source: &S, voice: impl Voice) -> Result<Sheet, S::Error> {
    let query = ListQuery {
        cursor: None,
        sort: None,
        ..asked.query(Resource::Projects)
    };
    let stats = source.stats(StatsBy::Country, &query).await?;
    let language = voice.language();
    let main = html! {
        (heading(words::TITLE.of(language)))
        p.lead { (words::INTRODUCTION.of(language)) }
        (by_country(&query, &stats, voice))
    };
    Ok(Sheet::new(
        &PublicPage::Map,
        words::TITLE.of(language),
        words::INTRODUCTION.of(language),
        main,
    ))
}

fn by_country(query: &ListQuery, stats: &Stats, voice: impl Voice) -> Markup {
    let language = voice.language();
    let heads = [
        (words::COLUMN_COUNTRY.of(language), false),
        (words::COLUMN_PROJECTS.of(language), true),
        (words::COLUMN_TWINNINGS.of(language), true),
    ];
    let list = |code: &str| {
        let mut query = query.clone();
        query.filters.remove("country");
        with_query(paths::PROJECTS, &query.with("country", code).to_pairs())
    };
    let rows = html! {
        @for row in &stats.rows {
            tr {
                th scope="row" { a href=(list(&row.value)) { (voice.country(&row.value)) } }
                td.number { (number(row.figure.projects, voice)) }
                td.number { (number(row.figure.twinnings_to_confirm, voice)) }
            }
        }
    };
    table(words::TITLE.of(language), &heads, &rows)
}

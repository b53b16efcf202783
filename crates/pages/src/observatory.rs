//! Observatoire: figures by country, department, theme, kind, status and year, each with the list that it counts.

use crate::chart::{self, Bar};
use crate::figures::{self, list_of, name_of};
use crate::parts::{heading, number, table, with_query};
use crate::{Asked, Sheet, Source, Voice, rows};
use aect_types::Resource;
use aect_types::query::ListQuery;
use aect_types::site::{PublicPage, paths};
use aect_types::stats::{Stats, StatsBy, StatsRow};
use aect_words::pages::{list, map, observatory as words, shell};
use aect_words::{Labelled as _, phrases};
use maud::{Markup, html};

/// Bars of one chart; the table has every row.
const BARS: usize = 12;

/// The page.
pub(crate) async fn page<S: Source>(asked: &Asked, source: &S, voice: impl Voice) -> Result<Sheet, S::Error> {
    let query = ListQuery {
        q: None,
        cursor: None,
        sort: None,
        ..asked.query(Resource::Projects)
    };
    let counted = figures::counted(&query, source).await?;
    let choices = figures::choices(&counted, &query, source).await?;
    let language = voice.language();
    let main = html! {
        (heading(words::TITLE.of(language)))
        p.lead { (words::INTRODUCTION.of(language)) }
        (figures::form(paths::OBSERVATORY, &choices, &query, voice))
        @for stats in counted.iter().filter(|stats| stats.by == StatsBy::Country) { (totals(stats, &query, voice)) }
        p.small { (words::NOTE.of(language)) }
        div.charts {
            @for stats in &counted { (chart(stats, &query, voice)) }
        }
    };
    let mut sheet = Sheet::new(
        &PublicPage::Observatory,
        words::TITLE.of(language),
        words::INTRODUCTION.of(language),
        main,
    );
    sheet.path = with_query(paths::OBSERVATORY, &query.to_pairs());
    #[cfg(feature = "json-ld")]
    let sheet = sheet.structured(serde_json::json!({"@type": "Dataset", "name": words::TITLE.of(language)}));
    Ok(sheet)
}

/// How many there are of everything, out of the count by country.
fn totals(by_country: &Stats, query: &ListQuery, voice: impl Voice) -> Markup {
    let all = &by_country.all;
    let countries = by_country
        .rows
        .iter()
        .filter(|row| row.figure.projects > 0)
        .count();
    let unconfirmed = query.clone().with("to_confirm", "true");
    let unconfirmed = ListQuery {
        filters: {
            let mut filters = unconfirmed.filters;
            filters.insert("kind", ["twinning".to_owned()].into());
            filters
        },
        ..unconfirmed
    };
    let countries = u64::try_from(countries).unwrap_or(u64::MAX);
    let budget = (all.budget_cents > 0).then(|| phrases::euros(all.budget_cents, voice));
    html! {
        ul.figures.figures-row {
            (rows::figure(&with_query(paths::PROJECTS, &query.to_pairs()), all.projects, list::PROJECTS, voice))
            (rows::figure(&with_query(paths::MAP, &query.to_pairs()), countries, list::COUNTRIES, voice))
            @if all.twinnings_to_confirm_url.is_some() {
                (rows::figure(
                    &with_query(paths::PROJECTS, &unconfirmed.to_pairs()),
                    all.twinnings_to_confirm,
                    list::TWINNINGS_TO_CONFIRM,
                    voice,
                ))
            }
            @if let Some(budget) = budget { li { span.figure { strong { (budget) } " " span { (words::BUDGET.of(voice.language())) } } } }
        }
    }
}

fn chart(stats: &Stats, query: &ListQuery, voice: impl Voice) -> Markup {
    let (language, by) = (voice.language(), stats.by);
    let name = by.label(language);
    let id = by.as_str();
    let mut counted: Vec<&StatsRow> = stats
        .rows
        .iter()
        .filter(|row| row.figure.projects + row.figure.twinnings_to_confirm > 0)
        .collect();
    // Years stand in their order, the rest by size.
    if by == StatsBy::Year {
        counted = crate::order::by_key(counted, |row| row.value.clone());
    }
    let bars = counted.iter().filter(|row| row.figure.projects > 0);
    let newest_or_largest = |all: Vec<Bar>| match by {
        StatsBy::Year => all
            .into_iter()
            .rev()
            .take(BARS)
            .collect::<Vec<_>>()
            .into_iter()
            .rev()
            .collect(),
        _ => all.into_iter().take(BARS).collect::<Vec<_>>(),
    };
    let bars = newest_or_largest(
        bars.map(|row| Bar {
            name: name_of(by, &row.value, voice),
            count: row.figure.projects,
            said: number(row.figure.projects, voice),
            href: list_of(query, by, &row.value),
        })
        .collect(),
    );
    let heads = [
        (name, false),
        (map::COLUMN_PROJECTS.of(language), true),
        (map::COLUMN_TWINNINGS.of(language), true),
        (words::BUDGET_COLUMN.of(language), true),
    ];
    let lines = html! { @for row in &counted { (line(row, by, query, voice)) } };
    html! {
        section.chart data-name=(id) {
            h2 { (name) }
            @if bars.is_empty() { p { (words::NOTHING.of(language)) } } @else {
                (chart::bars(&format!("graphique-{id}"), &format!("{} – {name}", words::CHART.of(language)), &bars))
            }
            details {
                summary { (words::TABLE.of(language)) }
                (table(&format!("{} – {name}", words::TABLE.of(language)), &heads, &lines))
            }
            p.chart-tools.no-print {
                @for (does, text) in [("svg", words::SVG), ("png", words::PNG), ("csv", words::CSV)] {
                    button.tool type="button" data-picture=(does) aria-label=(format!("{} – {name}", text.of(language))) { (text.of(language)) }
                    " "
                }
            }
        }
    }
}

fn line(row: &StatsRow, by: StatsBy, query: &ListQuery, voice: impl Voice) -> Markup {
    let figure = &row.figure;
    let budget = (figure.budget_cents > 0).then(|| phrases::euros(figure.budget_cents, voice));
    html! {
        tr {
            th scope="row" { a href=(list_of(query, by, &row.value)) { (name_of(by, &row.value, voice)) } }
            td.number { (number(figure.projects, voice)) }
            td.number { (number(figure.twinnings_to_confirm, voice)) }
            td.number { (budget.unwrap_or_else(|| shell::UNKNOWN.of(voice.language()).to_owned())) }
        }
    }
}

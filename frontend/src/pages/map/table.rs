//! The same figures as a table; each leads to the list it counts.

use super::state::MapState;
use crate::intl;
use aect_types::stats::{Stats, StatsRow};
use aect_words::Language;
use aect_words::pages::map as words;
use leptos::prelude::*;

/// The table.
pub(super) fn table(state: &MapState, figures: &Stats, language: Language) -> AnyView {
    let heads = [
        (words::COLUMN_COUNTRY, ""),
        (words::COLUMN_PROJECTS, "number"),
        (words::COLUMN_TWINNINGS, "number"),
        (words::COLUMN_BUDGET, "number"),
    ];
    let head = |(name, class): (aect_words::pages::Text, &'static str)| {
        view! { <th scope="col" class=class>{name.of(language)}</th> }
    };
    let row = |row: &StatsRow| {
        let code = row.value.as_str();
        let linked = |count: u64, href: String| match count {
            0 => "0".into_any(),
            count => view! { <a href=href>{intl::number(count, language)}</a> }.into_any(),
        };
        let budget = (row.figure.budget_cents > 0).then(|| intl::euros(row.figure.budget_cents, language));
        let open = MapState {
            country: code.parse().ok(),
            table: false,
            ..state.clone()
        }
        .address()
        .href();
        view! {
            <tr>
                <th scope="row"><a href=open>{intl::country(code, language)}</a></th>
                <td class="number">{linked(row.figure.projects, state.projects_in(code))}</td>
                <td class="number">{linked(row.figure.twinnings_to_confirm, state.twinnings_in(code))}</td>
                <td class="number">{budget}</td>
            </tr>
        }
    };
    view! {
        <div class="table" tabindex="0" role="region" aria-label=words::CAPTION.of(language)>
            <table>
                <caption>{words::CAPTION.of(language)}</caption>
                <thead><tr>{heads.map(head)}</tr></thead>
                <tbody>{figures.rows.iter().map(row).collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}

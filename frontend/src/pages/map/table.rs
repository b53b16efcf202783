//! The same figures as a table; each leads to the list it counts.

use super::state::MapState;
use crate::intl;
use crate::intl::Browser;
use crate::ui::node::{link, node, text, told};
use aect_types::stats::{Stats, StatsRow};
use aect_words::Language;
use aect_words::pages::{Text, map as words};
use aect_words::phrases;
use leptos::prelude::*;

/// The table.
pub(super) fn table(state: &MapState, figures: &Stats, language: Language) -> AnyView {
    let heads = [
        (words::COLUMN_COUNTRY, ""),
        (words::COLUMN_PROJECTS, "number"),
        (words::COLUMN_TWINNINGS, "number"),
        (words::COLUMN_BUDGET, "number"),
    ];
    let head = |(name, class): (Text, &'static str)| {
        view! { <th scope="col" class=class>{name.of(language)}</th> }.into_any()
    };
    let linked = |count: u64, href: String| match count {
        0 => text("0"),
        count => link(href, intl::number(count, language)),
    };
    let mut lines = Vec::new();
    for StatsRow { value, figure } in &figures.rows {
        let budget =
            (figure.budget_cents > 0).then(|| phrases::euros(figure.budget_cents, Browser(language)));
        let open = MapState {
            country: value.parse().ok(),
            table: false,
            ..state.clone()
        };
        let name = link(open.address().href(), intl::country(value, language));
        let cells = vec![
            view! { <th scope="row">{name}</th> }.into_any(),
            node(
                "td",
                "number",
                vec![linked(figure.projects, state.projects_in(value))],
            ),
            node(
                "td",
                "number",
                vec![linked(figure.twinnings_to_confirm, state.twinnings_in(value))],
            ),
            told("td", "number", budget.unwrap_or_default()),
        ];
        lines.push(node("tr", "", cells));
    }
    let parts = vec![
        told("caption", "", words::CAPTION.of(language)),
        node("thead", "", vec![node("tr", "", heads.map(head).into())]),
        node("tbody", "", lines),
    ];
    let table = node("table", "", parts);
    view! {
        <div class="table" tabindex="0" role="region" aria-label=words::CAPTION.of(language)>{table}</div>
    }
    .into_any()
}

//! The same figures as a table; each leads to the list it counts.

use super::sheet::{Row, Sheet};
use super::state::{MapState, Rows, Scene};
use super::{Carte, filters};
use crate::intl;
use crate::intl::Browser;
use crate::ui::node::{link, node, text, told};
use aect_types::stats::StatsBy;
use aect_words::pages::{Text, map as words};
use aect_words::phrases;
use leptos::prelude::*;

/// The table, with the choice of its rows above it; nothing but the choice while its figures are awaited.
pub(super) fn table(sheet: Option<&Sheet>, map: Carte) -> AnyView {
    let mut parts = vec![choice(map)];
    parts.extend(sheet.map(|sheet| rows(sheet, map)));
    node("div", "", parts)
}

/// By country, department or collectivity.
fn choice(map: Carte) -> AnyView {
    let one = |(by, name): (StatsBy, Text)| filters::tab(map, name, "true", Scene::Table(Rows(by)));
    let ways = [
        (StatsBy::Country, words::BY_COUNTRY),
        (StatsBy::Department, words::BY_DEPARTMENT),
        (StatsBy::Collectivity, words::BY_COLLECTIVITY),
    ];
    node("ul", "map-rows no-print", ways.map(one).into())
}

fn rows(sheet: &Sheet, map: Carte) -> AnyView {
    let language = map.language;
    let state = map.state.get();
    let head = |(rank, name): (usize, Text)| {
        let class = if rank > 0 { "number" } else { "" };
        view! { <th scope="col" class=class>{name.of(language)}</th> }.into_any()
    };
    let linked = |count: u64, href: String| match count {
        0 => text("0"),
        count => link(href, intl::number(count, language)),
    };
    let mut lines = Vec::new();
    for Row {
        place,
        name,
        projects,
        twinnings,
        budget_cents,
    } in &sheet.rows
    {
        let budget = (*budget_cents > 0).then(|| phrases::euros(*budget_cents, Browser(language)));
        let scene = if place.by == StatsBy::Country {
            Scene::World
        } else {
            Scene::Region
        };
        let open = MapState {
            open: Some(place.clone()),
            ..state.shown_as(scene)
        };
        let name = link(open.address().href(), name);
        let cells = vec![
            view! { <th scope="row">{name}</th> }.into_any(),
            node(
                "td",
                "number",
                vec![linked(*projects, state.projects_in(Some(place)))],
            ),
            node(
                "td",
                "number",
                vec![linked(*twinnings, state.twinnings_in(place))],
            ),
            told("td", "number", budget.unwrap_or_default()),
        ];
        lines.push(node("tr", "", cells));
    }
    let caption = sheet.caption.of(language);
    let head = sheet.columns.into_iter().enumerate().map(head).collect();
    let parts = vec![
        told("caption", "", caption),
        node("thead", "", vec![node("tr", "", head)]),
        node("tbody", "", lines),
    ];
    let table = node("table", "", parts);
    view! { <div class="table" tabindex="0" role="region" aria-label=caption>{table}</div> }.into_any()
}

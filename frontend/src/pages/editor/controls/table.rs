//! Lines of several fields, and a button for one more.

use super::slot::{Slot, labelled};
use crate::browser;
use crate::pages::editor::chooser;
use crate::pages::editor::record::{Editor, Field};
use crate::pages::editor::shapes::{Column, List, Shape, Table};
use crate::ui::node::{live, node};
use aect_words::pages::editor as words;
use leptos::prelude::*;

/// The control.
pub(super) fn view(editor: Editor, field: Field, table: &'static Table) -> Vec<AnyView> {
    let (id, width) = (field.spec.id, table.columns.len());
    let count = Memo::new(move |_| field.rows.with(|rows| rows.len() / width));
    let add = move |_| {
        let rank = count.get_untracked();
        field.rows.update(|rows| rows.extend(table.line(editor.language)));
        // It is there a frame later.
        let first = table.columns.first().map(|column| cell_id(id, rank, column));
        request_animation_frame(move || browser::focus(&first.unwrap_or_default()));
    };
    let lines = move || {
        (0..count.get())
            .map(|rank| line(editor, field, table, rank))
            .collect::<Vec<_>>()
    };
    vec![
        live(lines),
        view! { <button type="button" class="tool" id=id on:click=add>{table.add.of(editor.language)}</button> }.into_any(),
    ]
}

/// What the API calls a cell (RFC 6901).
fn cell_id(id: &str, rank: usize, column: &Column) -> String {
    let line = [id, "/", &rank.to_string()].concat();
    match (column.name, column.shape) {
        ("", Shape::Payer) => [&line, "/funder_name"].concat(),
        ("", _) => line,
        (name, _) => [&line, "/", name].concat(),
    }
}

fn line(editor: Editor, field: Field, table: &'static Table, rank: usize) -> AnyView {
    let (id, language, width) = (field.spec.id, editor.language, table.columns.len());
    let remove = move |_| {
        field.rows.update(|rows| {
            let first = rank * width;
            if first + width <= rows.len() {
                drop(rows.drain(first..first + width));
            }
        });
        browser::focus(id);
    };
    let shown = table.columns.iter().enumerate();
    let shown = shown.filter(|(_, column)| !matches!(column.shape, Shape::Kept(_)));
    let mut cells: Vec<AnyView> = shown
        .map(|(place, column)| cell(editor, field, column, rank, rank * width + place))
        .collect();
    let name = format!("{} {}", words::REMOVE.of(language), rank + 1);
    cells.push(
        view! { <button type="button" class="tool" aria-label=name on:click=remove>{words::REMOVE.of(language)}</button> }
            .into_any(),
    );
    node("div", "field-parts field-line", cells)
}

fn cell(editor: Editor, field: Field, column: &'static Column, line: usize, rank: usize) -> AnyView {
    let language = editor.language;
    let id = cell_id(field.spec.id, line, column);
    let slot = Slot {
        field,
        rank,
        of: |row| &mut row.key,
    };
    let control = match column.shape {
        Shape::Payer => return chooser::payer(editor, slot, id, column.label),
        Shape::Choice(list) => {
            // What is never said begins with nothing chosen.
            let nothing = (String::new(), words::CHOOSE.of(language).to_owned());
            let nothing = (!matches!(list, List::Codes(_))).then_some(nothing);
            slot.select(id, nothing.into_iter().chain(editor.listed(list)).collect())
        }
        Shape::Day => slot.input("date", id),
        _ => slot.input("text", id),
    };
    labelled(column.label, control, language)
}

//! One text among those of a field: a cell of a line, an end of a range, an hour.

use crate::pages::editor::record::Field;
use crate::pages::editor::shapes::{Row, Shape};
use crate::ui::node::{node, told};
use aect_words::Language;
use aect_words::pages::Text;
use leptos::html;
use leptos::prelude::*;

/// Which text of a row.
pub(crate) type Part = fn(&mut Row) -> &mut String;

/// One text among those of a field.
#[derive(Clone, Copy)]
pub(crate) struct Slot {
    pub(crate) field: Field,
    /// Of which row.
    pub(crate) rank: usize,
    pub(crate) of: Part,
}

impl Slot {
    /// What it holds; watched.
    pub(crate) fn read(self) -> String {
        let row = self.field.rows.with(|rows| rows.get(self.rank).cloned());
        let mut row = row.unwrap_or_default();
        std::mem::take((self.of)(&mut row))
    }

    /// Writes into it; a field in which nothing is left holds nothing.
    pub(crate) fn write(self, text: String) {
        self.field.rows.update(|rows| {
            if rows.len() <= self.rank {
                rows.resize_with(self.rank + 1, Row::default);
            }
            if let Some(row) = rows.get_mut(self.rank) {
                *(self.of)(row) = text;
            }
            let lines = matches!(self.field.spec.shape, Shape::Table(_));
            if !lines && rows.iter().all(|row| *row == Row::default()) {
                rows.clear();
            }
        });
    }

    /// An `<input>` of that type.
    pub(crate) fn input(self, kind: &'static str, id: String) -> AnyView {
        let element = NodeRef::<html::Input>::new();
        // Not bound: a date that is half typed reads as none, and writing none would take away that half.
        Effect::new(move |_| {
            let text = self.read();
            if let Some(input) = element.get().filter(|input| input.value() != text) {
                input.set_value(&text);
            }
        });
        // Four digits for the year, then the next field.
        let last = (kind == "date").then_some("2999-12-31");
        view! {
            <input type=kind id=id node_ref=element max=last autocomplete="off"
                on:input=move |event| self.write(event_target_value(&event)) />
        }
        .into_any()
    }

    /// A choice among a few.
    pub(crate) fn select(self, id: String, choices: Vec<(String, String)>) -> AnyView {
        let option = |(code, name): (String, String)| {
            let value = code.clone();
            view! { <option value=value prop:selected=move || self.read() == code>{name}</option> }.into_any()
        };
        view! {
            <select id=id on:change=move |event| self.write(event_target_value(&event))>
                {choices.into_iter().map(option).collect::<Vec<_>>()}
            </select>
        }
        .into_any()
    }
}

/// A control with its name.
pub(crate) fn labelled(label: Text, control: AnyView, language: Language) -> AnyView {
    node(
        "label",
        "field-part",
        vec![told("span", "", label.of(language)), control],
    )
}

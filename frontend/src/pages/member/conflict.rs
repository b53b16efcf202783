//! What somebody typed here, beside what was saved elsewhere meanwhile: both are shown, and the reader chooses.

use super::account::{Editor, typed};
use crate::ui::form;
use crate::ui::node::{live, told};
use aect_types::people::{Account, Standing};
use aect_words::pages::{Text, form as words, member};
use aect_words::{Labelled as _, Language};
use leptos::prelude::*;

const HEADING: &str = "conflit";

/// The fields in the order of [`typed`].
const NAMES: [Text; 5] = [
    member::NAME,
    member::FUNCTION,
    member::STANDING,
    member::MANDATE_END,
    member::LANGUAGE,
];

/// Both, field by field where they differ.
pub(super) fn view(editor: Editor, other: Account) -> AnyView {
    request_animation_frame(|| form::go_to(HEADING));
    let language = editor.language;
    let there = typed(&other);
    let rows = move || {
        let here = editor.fields.all();
        let both = NAMES.iter().zip(here.into_iter().zip(there.clone()));
        let differing = both.filter(|(_, (here, there))| here != there);
        differing
            .map(|(name, (here, there))| row(*name, &here, &there, language))
            .collect::<Vec<_>>()
    };
    let theirs = other.clone();
    let keep = move |_| {
        editor.go_on_from(other.clone());
        editor.save();
    };
    let take = move |_| {
        editor.fields.show(&theirs);
        editor.go_on_from(theirs.clone());
    };
    view! {
        <div class="notice">
            <h3 id=HEADING tabindex="-1">{words::CHANGED.of(language)}</h3>
            <p>{words::CHANGED_DETAIL.of(language)}</p>
            <div class="table" tabindex="0" role="region" aria-label=words::CHANGED.of(language)>
                <table>
                    <thead><tr>
                        <th scope="col">{words::FIELD.of(language)}</th>
                        <th scope="col">{words::HERE.of(language)}</th>
                        <th scope="col">{words::ELSEWHERE.of(language)}</th>
                    </tr></thead>
                    <tbody>{live(rows)}</tbody>
                </table>
            </div>
            <div class="tools">
                <button type="button" class="button" on:click=keep>{words::KEEP_HERE.of(language)}</button>
                <button type="button" class="button" on:click=take>{words::TAKE_ELSEWHERE.of(language)}</button>
            </div>
        </div>
    }
    .into_any()
}

fn row(name: Text, here: &str, there: &str, language: Language) -> AnyView {
    let read = |value: &str| match (value.parse::<Standing>(), value) {
        (Ok(standing), _) => standing.label(language).to_owned(),
        (_, "") => words::NOTHING.of(language).to_owned(),
        (_, value) => value.to_owned(),
    };
    view! {
        <tr>
            <th scope="row">{name.of(language)}</th>
            {told("td", "", read(here))}
            {told("td", "", read(there))}
        </tr>
    }
    .into_any()
}

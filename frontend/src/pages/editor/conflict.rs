//! What somebody typed here, beside what somebody else has saved meanwhile: the reader chooses, field by field.

use super::record::{Conflict, Editor};
use super::saving::{CONFLICTS, Why};
use crate::ui::node::told;
use aect_words::pages::{Text, editor as words, form as form_words};
use leptos::prelude::*;

/// Both, for each field in which they differ; nothing where there is none.
pub(super) fn view(editor: Editor) -> Option<AnyView> {
    let conflicts = editor.conflicts.get();
    if conflicts.is_empty() {
        return None;
    }
    let language = editor.language;
    let rows: Vec<AnyView> = conflicts
        .into_iter()
        .map(|conflict| row(editor, conflict))
        .collect();
    Some(
        view! {
            <div class="notice">
                <h2 id=CONFLICTS tabindex="-1">{form_words::CHANGED.of(language)}</h2>
                <p>{form_words::CHANGED_DETAIL.of(language)} " " {words::CONFLICT_NOTE.of(language)}</p>
                {rows}
                <button type="button" class="button button-main" on:click=move |_| editor.save(Why::Said)>
                    {words::CONFLICT_APPLY.of(language)}
                </button>
            </div>
        }
        .into_any(),
    )
}

fn row(editor: Editor, Conflict { field, theirs }: Conflict) -> AnyView {
    let language = editor.language;
    let told_of = |rows: &Vec<_>| {
        let said = field.spec.shape.told(rows, language);
        if said.is_empty() {
            form_words::NOTHING.of(language).to_owned()
        } else {
            said
        }
    };
    let (here, there) = (
        field.rows.with_untracked(told_of),
        field.saved.with_untracked(told_of),
    );
    let choice = |label: Text, said: String, takes: bool| {
        let name = ["choix-", field.spec.id].concat();
        view! {
            <label class="field-choice versus">
                <input type="radio" name=name prop:checked=move || theirs.get() == takes on:change=move |_| theirs.set(takes) />
                <span><strong>{label.of(language)}</strong> {told("span", "versus-said", said)}</span>
            </label>
        }
        .into_any()
    };
    view! {
        <fieldset class="field">
            <legend>{field.spec.label.of(language)}</legend>
            <div class="versus-both">
                {choice(words::CONFLICT_HERE, here, false)}
                {choice(words::CONFLICT_ELSEWHERE, there, true)}
            </div>
        </fieldset>
    }
    .into_any()
}

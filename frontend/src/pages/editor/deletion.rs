//! Deleting a record, and bringing it back: what will happen is said before, and undone right after.

use super::kinds;
use super::record::{Editor, Step};
use crate::router::How;
use crate::routes;
use crate::ui::form::Fault;
use crate::ui::heading::heading;
use crate::ui::node::told;
use aect_client::Error;
use aect_types::history::Restoration;
use aect_types::site;
use aect_words::pages::{Text, editor as words};
use leptos::prelude::*;
use serde_json::{Value, json};

/// The step before.
pub(super) fn ask(editor: Editor) -> AnyView {
    let language = editor.language;
    let title = editor
        .said_of(kinds::kind(editor.resource).name)
        .and_then(|title| title.as_str().map(str::to_owned));
    let button = |class: &'static str, words: Text, does: fn(Editor)| {
        view! { <button type="button" class=class on:click=move |_| does(editor)>{words.of(language)}</button> }.into_any()
    };
    view! {
        {heading(words::DELETE_TITLE.of(language).to_owned(), language)}
        {told("p", "lead", title.unwrap_or_default())}
        {editor.form().summary()}
        {told("p", "notice", words::DELETE_DETAIL.of(language))}
        <div class="tools">
            {button("button button-danger", words::DELETE_NOW, Editor::delete)}
            {button("button", words::DELETE_KEEP, |editor| editor.turn(Step::Writing))}
        </div>
    }
    .into_any()
}

/// The step after.
pub(super) fn done(editor: Editor) -> AnyView {
    let language = editor.language;
    view! {
        {heading(words::DELETED_TITLE.of(language).to_owned(), language)}
        {editor.form().summary()}
        <p class="lead" role="status">{words::DELETED_DETAIL.of(language)}</p>
        <div class="tools">
            <button type="button" class="button button-main" on:click=move |_| editor.bring_back()>{words::UNDO.of(language)}</button>
            <a class="button" href=language.place(routes::SPACE)>{words::TO_SPACE.of(language)}</a>
        </div>
    }
    .into_any()
}

impl Editor {
    /// Turns to another step.
    pub(super) fn turn(self, step: Step) {
        self.form().mark(Vec::new());
        self.router().turn();
        self.step.set(step);
    }

    fn delete(self) {
        let (client, id, version) = (
            self.client(),
            untrack(|| self.id()).unwrap_or_default(),
            untrack(|| self.version()),
        );
        self.form().send(async move {
            match client.remove(self.resource, &id, version).await {
                Ok(()) => {
                    self.give_up();
                    // Bringing it back is a change of the version that deleting has made.
                    self.record.update(|record| {
                        if let Some(Value::Object(record)) = record {
                            record.insert("version".to_owned(), json!(version + 1));
                        }
                    });
                    self.turn(Step::Deleted);
                }
                Err(error) => self.failed(&error),
            }
        });
    }

    fn bring_back(self) {
        let (client, id, version) = (
            self.client(),
            untrack(|| self.id()).unwrap_or_default(),
            untrack(|| self.version()),
        );
        self.form().send(async move {
            let wanted = Restoration::default();
            match client.restore::<Value>(self.resource, &id, version, wanted).await {
                Ok(record) => {
                    let slug = record.get("slug").and_then(Value::as_str).unwrap_or_default();
                    let page = site::record(self.resource, slug).unwrap_or_default();
                    self.router().go(&page, How::Push);
                }
                Err(error) => self.failed(&error),
            }
        });
    }

    /// What is typed in a record that is gone is not kept.
    fn give_up(self) {
        self.fields.with_value(|fields| {
            for field in fields {
                field.rows.set(field.saved.get_untracked());
            }
        });
    }

    fn failed(self, error: &Error) {
        match error.status() {
            Some(401) => self.session().end(),
            // Somebody was faster: what they wrote is looked at first.
            Some(412) => match error.present::<Value>() {
                Some(present) => {
                    self.turn(Step::Writing);
                    self.beside(super::saving::Why::Rest, present);
                }
                None => self.form().refuse(Fault::told(error, self.language)),
            },
            _ => self.form().refuse(Fault::told(error, self.language)),
        }
    }
}

//! The pictures and documents of a record: those that it has, what is said of each, their order, and a form that adds one.
//! Each change is saved at once.

mod adding;
mod listed;

use super::record::Editor;
use crate::ui::form::{Fault, Form};
use crate::ui::node::{live, told};
use crate::ui::states;
use adding::Adding;
use aect_client::Error;
use aect_types::files::{FileInput, FileRole};
use aect_types::problem::ErrorCode;
use aect_words::pages::{Text, editor as editor_words, files as words};
use leptos::prelude::*;
use listed::Listed;
use serde_json::Value;

/// What came of a change: the record as it is now, where it has changed, and what is said of it.
type Done = Result<(Option<Value>, Text), Error>;

/// The section.
pub(super) fn view(editor: Editor) -> AnyView {
    let language = editor.language;
    let files = |prefix| Files {
        editor,
        form: Form::new(language),
        prefix,
        trouble: RwSignal::new(None),
        role: RwSignal::new(FileRole::Picture.as_str().to_owned()),
    };
    let adding = Adding::new(files(adding::PREFIX));
    let listed = Listed::new(files(listed::PREFIX));
    let entered = Memo::new(move |_| editor.id().is_some());
    let content = move || {
        if entered.get() {
            view! { {listed.view()} {adding.view()} }.into_any()
        } else {
            told("p", "hint", words::FIRST_SAVE.of(language))
        }
    };
    view! {
        <section class="files">
            <h2>{words::SECTION.of(language)}</h2>
            {live(content)}
        </section>
    }
    .into_any()
}

/// A part of the section that changes files of the record.
#[derive(Clone, Copy)]
struct Files {
    editor: Editor,
    form: Form,
    /// What the identifiers of its fields begin with, before the names that the API has for them.
    prefix: &'static str,
    /// What went wrong, and is the matter of no field.
    trouble: RwSignal<Option<String>>,
    /// What a new file shall be to the record.
    role: RwSignal<String>,
}

impl Files {
    fn words(self, text: Text) -> &'static str {
        text.of(self.editor.language)
    }

    /// What went wrong, for all of it.
    fn trouble(self) -> AnyView {
        let words = move || {
            let words = self.trouble.get()?;
            Some(told("p", "notice notice-error", words))
        };
        view! { <div role="alert">{live(words)}</div> }.into_any()
    }

    /// Does something to the files of the record as it was last read, and takes up the record; `then` is told whether it has
    /// changed. What is typed elsewhere is saved before or afterwards, never at the same time.
    fn change<F>(
        self,
        then: impl FnOnce(bool) + 'static,
        work: impl FnOnce(Editor, String, i64) -> F + 'static,
    ) where
        F: Future<Output = Done> + 'static,
    {
        let editor = self.editor;
        let Some(id) = untrack(|| editor.id()) else { return };
        if editor.sending.get_untracked() {
            return self.trouble.set(Some(self.words(words::BUSY).to_owned()));
        }
        let version = untrack(|| editor.version());
        editor.sending.set(true);
        self.trouble.set(None);
        self.form.send(async move {
            let done = work(editor, id, version).await;
            // The page may be gone already.
            if editor.sending.try_set(false).is_some() {
                return;
            }
            match done {
                Ok((record, said)) => {
                    let changed = record.is_some();
                    if changed {
                        editor.record.set(record);
                    }
                    self.form.say(said);
                    then(changed);
                }
                Err(error) => self.refused(&error),
            }
            if editor.changed.get_untracked() {
                editor.save_soon();
            }
        });
    }

    /// Why a file is refused, in the words of this page; the API's are for programs.
    fn said_of_file(self, pointer: &str, code: ErrorCode) -> Option<&'static str> {
        if pointer != "/file" {
            return None;
        }
        let role = self.role.with_untracked(|role| role.parse()).ok()?;
        adding::of_file(role, code).map(|words| self.words(words))
    }

    /// How many files the record has.
    fn count(self) -> usize {
        let files = untrack(|| self.editor.said_of("files"));
        files.as_ref().and_then(Value::as_array).map_or(0, Vec::len)
    }

    /// What has to be said of a file of that role and is not.
    fn missing(self, input: &FileInput, role: FileRole) -> impl Iterator<Item = Fault> {
        let wrong = input.wrong(role).into_iter();
        let missing = wrong.filter(|wrong| wrong.code == ErrorCode::Required);
        missing.map(move |wrong| Fault::of(&self.field(&wrong.parameter), self.words(editor_words::REQUIRED)))
    }

    /// The identifier of a field, as a pointer of the API names it.
    fn field(self, pointer: &str) -> String {
        [self.prefix, pointer.trim_start_matches('/')].concat()
    }

    fn refused(self, error: &Error) {
        if let Some(present) = error.present::<Value>() {
            self.editor.take_in(present);
            return self.trouble.set(Some(self.words(words::STALE).to_owned()));
        }
        if error.status() == Some(401) {
            return self.editor.session().end();
        }
        let named = match error {
            Error::Problem(problem) => problem.errors.as_slice(),
            _ => &[],
        };
        let faults: Vec<Fault> = named
            .iter()
            .map(|wrong| {
                let pointer = wrong.pointer.as_deref().unwrap_or_default();
                let said = self.said_of_file(pointer, wrong.code);
                Fault::of(
                    &self.field(pointer),
                    said.map_or_else(|| wrong.detail.clone(), str::to_owned),
                )
            })
            .collect();
        if faults.is_empty() {
            let why = states::explanation(error).of(self.editor.language);
            return self.trouble.set(Some(why.to_owned()));
        }
        self.form.refuse_first(faults);
    }
}

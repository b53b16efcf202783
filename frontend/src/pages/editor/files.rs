//! The pictures and documents of a record: those that it has, and a form that adds one. Each is saved at once.

use super::kinds;
use super::record::Editor;
use crate::browser::document;
use crate::ui::form::{Fault, Field, Form, described};
use crate::ui::node::{live, told};
use crate::ui::states;
use aect_client::{Error, Upload};
use aect_types::Uuid;
use aect_types::files::{FileInput, FileRole, has_logo, limits};
use aect_types::problem::ErrorCode;
use aect_words::pages::{Text, editor as editor_words, files as words};
use leptos::prelude::*;
use serde_json::Value;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlInputElement;

/// The fields, as the page calls them: those of the record have names of their own.
const ROLE: &str = "fichier-role";
const FILE: &str = "fichier-file";
const ALT: &str = "fichier-alt";
const TITLE: &str = "fichier-title";

/// What is filled in.
#[derive(Clone, Copy)]
struct Adding {
    editor: Editor,
    form: Form,
    role: RwSignal<String>,
    alt: RwSignal<String>,
    title: RwSignal<String>,
    /// What was removed last, and can be put back.
    removed: RwSignal<Option<Uuid>>,
    /// What went wrong, and is the matter of no field.
    trouble: RwSignal<Option<String>>,
}

/// The section.
pub(super) fn view(editor: Editor) -> AnyView {
    let language = editor.language;
    let adding = Adding {
        editor,
        form: Form::new(language),
        role: RwSignal::new(FileRole::Picture.as_str().to_owned()),
        alt: RwSignal::default(),
        title: RwSignal::default(),
        removed: RwSignal::new(None),
        trouble: RwSignal::new(None),
    };
    let entered = Memo::new(move |_| editor.id().is_some());
    let content = move || {
        if entered.get() {
            view! { {live(move || adding.listed())} {live(move || adding.undo())} {adding.form()} }.into_any()
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

impl Adding {
    fn words(self, text: Text) -> &'static str {
        text.of(self.editor.language)
    }

    /// The files that the record has.
    fn listed(self) -> Option<AnyView> {
        let files = self.editor.said_of("files")?;
        let items: Vec<AnyView> = files.as_array()?.iter().map(|file| self.item(file)).collect();
        (!items.is_empty()).then(|| view! { <ul class="files-list">{items}</ul> }.into_any())
    }

    fn item(self, file: &Value) -> AnyView {
        let said = |name: &str| file.get(name).and_then(Value::as_str).map(str::to_owned);
        let (alt, title) = (said("alt").unwrap_or_default(), said("title"));
        let id: Option<Uuid> = said("id").and_then(|id| id.parse().ok());
        let small = kinds::value(file, "sizes/0/url").as_str().map(str::to_owned);
        let pixels = |name: &str| file.get(name).and_then(Value::as_i64);
        let picture = pixels("width").map(|width| {
            let src = small.or_else(|| said("url"));
            let described = alt.clone();
            view! { <img src=src alt=described lang="fr" width=width height=pixels("height") loading="lazy" /> }
        });
        let name = title.unwrap_or(alt);
        let label = [self.words(words::REMOVE), " – ", &name].concat();
        let remove = move |_| {
            if let Some(id) = id {
                self.remove(id);
            }
        };
        view! {
            <li>
                {picture}
                <span lang="fr">{name}</span>
                <button type="button" class="tool tool-danger" aria-label=label on:click=remove>{self.words(words::REMOVE)}</button>
            </li>
        }
        .into_any()
    }

    /// That something was removed, and the way back.
    fn undo(self) -> Option<AnyView> {
        let id = self.removed.get()?;
        Some(
            view! {
                <p class="notice" role="status">
                    {self.words(words::REMOVED)} " "
                    <button type="button" class="tool" on:click=move |_| self.put_back(id)>{self.words(words::UNDO)}</button>
                </p>
            }
            .into_any(),
        )
    }

    fn form(self) -> AnyView {
        let field = |id, label, help, value| Field {
            id,
            label,
            help,
            value,
        };
        let mut roles = vec![
            (FileRole::Picture.as_str(), self.words(words::ROLE_PICTURE)),
            (FileRole::Document.as_str(), self.words(words::ROLE_DOCUMENT)),
        ];
        if has_logo(self.editor.resource) {
            roles.push((FileRole::Logo.as_str(), self.words(words::ROLE_LOGO)));
        }
        let form = self.form;
        let alt = move || {
            let shows = self.role.with(|role| role != FileRole::Document.as_str());
            shows.then(|| {
                form.line(
                    field(ALT, words::ALT, Some(words::ALT_HELP), self.alt),
                    "text",
                    "off",
                )
            })
        };
        let trouble = move || {
            self.trouble
                .get()
                .map(|words| told("p", "notice notice-error", words))
        };
        view! {
            <form class="form" novalidate on:submit=move |event| { event.prevent_default(); self.add(); }>
                <p class="hint">{self.words(words::INTRODUCTION)}</p>
                {form.choice(field(ROLE, words::ROLE, None, self.role), roles)}
                {self.chooser()}
                {live(alt)}
                {form.line(field(TITLE, words::CAPTION, Some(words::CAPTION_HELP), self.title), "text", "off")}
                <div role="alert">{live(trouble)}</div>
                <div class="form-send">
                    <button type="submit" class="button">{self.words(words::ADD)}</button>
                    {form.status()}
                </div>
            </form>
        }
        .into_any()
    }

    /// The file to be chosen.
    fn chooser(self) -> AnyView {
        let fault = self.form.fault(FILE);
        let kinds = move || {
            if self.role.with(|role| role == FileRole::Document.as_str()) {
                "application/pdf"
            } else {
                "image/jpeg,image/png,image/webp"
            }
        };
        view! {
            <div class="field" class:field-wrong=move || fault.get().is_some()>
                <label for=FILE>{self.words(words::FILE)}</label>
                {self.form.wrong(FILE, fault)}
                <input type="file" id=FILE accept=kinds
                    aria-describedby=move || described(FILE, false, fault.get().is_some())
                    aria-invalid=move || fault.get().map(|_| "true") />
            </div>
        }
        .into_any()
    }

    /// Sends the file that was chosen; what is missing is said before.
    fn add(self) {
        let role: FileRole = self
            .role
            .with_untracked(|role| role.parse())
            .unwrap_or(FileRole::Picture);
        let said = |text: RwSignal<String>| text.get_untracked().trim().to_owned();
        let (alt, title) = (said(self.alt), said(self.title));
        let chosen = chosen();
        let mut faults = Vec::new();
        if chosen.is_none() {
            faults.push(Fault::of(FILE, self.words(words::NO_FILE)));
        }
        let required = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        let input = FileInput {
            title: required(&title),
            alt: required(&alt),
            rank: 0,
        };
        for wrong in input.wrong(role) {
            if wrong.code == ErrorCode::Required {
                let id = ["fichier-", wrong.parameter.trim_start_matches('/')].concat();
                faults.push(Fault::of(&id, self.words(editor_words::REQUIRED)));
            }
        }
        let heavy = |file: &web_sys::File| {
            file.size() > f64::from(u32::try_from(limits::DOCUMENT_BYTES_MAX).unwrap_or(u32::MAX))
        };
        if chosen.as_ref().is_some_and(heavy) {
            faults.push(Fault::of(FILE, self.words(words::TOO_HEAVY)));
        }
        let Some(file) = chosen.filter(|_| faults.is_empty()) else {
            return self.form.refuse_first(faults);
        };
        self.change(async move |editor: Editor, id: String, version: i64| {
            let bytes = JsFuture::from(file.array_buffer()).await;
            let bytes = bytes.map_err(|_| Error::Network("the file cannot be read".to_owned()))?;
            let upload = Upload {
                role,
                title,
                alt,
                name: file.name(),
                bytes: js_sys::Uint8Array::new(&bytes).to_vec(),
            };
            let added = editor
                .client()
                .add_file::<Value>(editor.resource, &id, version, &upload)
                .await?;
            Ok((added, words::ADDED))
        });
    }

    fn remove(self, file: Uuid) {
        self.change(async move |editor: Editor, _: String, version: i64| {
            let left = editor.client().remove_file::<Value>(file, version).await?;
            self.removed.set(Some(file));
            Ok((left, words::REMOVED))
        });
    }

    fn put_back(self, file: Uuid) {
        self.change(async move |editor: Editor, _: String, version: i64| {
            let whole = editor.client().restore_file::<Value>(file, version).await?;
            self.removed.set(None);
            Ok((whole, words::RESTORED))
        });
    }

    /// Does something to the files of the record as it was last read, and takes up the record. What is typed is saved before or
    /// afterwards, never at the same time.
    fn change<F>(self, work: impl FnOnce(Editor, String, i64) -> F + 'static)
    where
        F: Future<Output = Result<(Value, Text), Error>> + 'static,
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
                    editor.record.set(Some(record));
                    self.cleared();
                    self.form.say(said);
                }
                Err(error) => self.refused(&error),
            }
            if editor.changed.get_untracked() {
                editor.save_soon();
            }
        });
    }

    fn cleared(self) {
        self.alt.set(String::new());
        self.title.set(String::new());
        if let Some(input) = input() {
            input.set_value("");
        }
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
                let field = wrong
                    .pointer
                    .as_deref()
                    .unwrap_or_default()
                    .trim_start_matches('/');
                Fault::of(&["fichier-", field].concat(), wrong.detail.clone())
            })
            .collect();
        if faults.is_empty() {
            let why = states::explanation(error).of(self.editor.language);
            return self.trouble.set(Some(why.to_owned()));
        }
        self.form.refuse_first(faults);
    }
}

fn input() -> Option<HtmlInputElement> {
    document().get_element_by_id(FILE)?.dyn_into().ok()
}

/// The file that was chosen.
fn chosen() -> Option<web_sys::File> {
    input()?.files()?.get(0)
}

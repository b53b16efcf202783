//! The form that adds a picture or a document.

use super::Files;
use crate::browser::{self, document};
use crate::ui::form::{Fault, Field, described};
use crate::ui::node::live;
use aect_client::{Error, Upload};
use aect_types::files::{FileInput, FileRole, has_logo, limits};
use aect_types::problem::ErrorCode;
use aect_words::pages::{Text, files as words};
use aect_words::phrases;
use futures_util::future::{AbortHandle, abortable};
use leptos::prelude::*;
use serde_json::Value;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlInputElement;

/// The fields, as the page calls them: those of the record have names of their own.
pub(super) const PREFIX: &str = "fichier-";
const ROLE: &str = "fichier-role";
const FILE: &str = "fichier-file";
const ALT: &str = "fichier-alt";
const TITLE: &str = "fichier-title";
const ADD: &str = "fichier-joindre";
const PROGRESS: &str = "fichier-envoi";

/// What is filled in, and how far it is on its way.
#[derive(Clone, Copy)]
pub(super) struct Adding {
    files: Files,
    alt: RwSignal<String>,
    title: RwSignal<String>,
    /// How much of it has left, in hundredths; `None`: nothing is on its way.
    left: RwSignal<Option<u8>>,
    stop: StoredValue<Option<AbortHandle>>,
}

impl Adding {
    pub(super) fn new(files: Files) -> Self {
        Self {
            files,
            alt: RwSignal::default(),
            title: RwSignal::default(),
            left: RwSignal::new(None),
            stop: StoredValue::new(None),
        }
    }

    fn is_document(self) -> bool {
        self.files.role.with(|role| role == FileRole::Document.as_str())
    }

    pub(super) fn view(self) -> AnyView {
        let files = self.files;
        let field = |id, label, help, value| Field {
            id,
            label,
            help,
            value,
        };
        let mut roles = vec![
            (FileRole::Picture.as_str(), files.words(words::ROLE_PICTURE)),
            (FileRole::Document.as_str(), files.words(words::ROLE_DOCUMENT)),
        ];
        if has_logo(files.editor.resource) {
            roles.push((FileRole::Logo.as_str(), files.words(words::ROLE_LOGO)));
        }
        let form = files.form;
        let alt = move || {
            (!self.is_document()).then(|| {
                form.line(
                    field(ALT, words::ALT, Some(words::ALT_HELP), self.alt),
                    "text",
                    "off",
                )
            })
        };
        view! {
            <form class="form" novalidate on:submit=move |event| { event.prevent_default(); self.add(); }>
                <p class="hint">{files.words(words::INTRODUCTION)}</p>
                {form.choice(field(ROLE, words::ROLE, None, files.role), roles)}
                {self.chooser()}
                {live(alt)}
                {form.line(field(TITLE, words::CAPTION, Some(words::CAPTION_HELP), self.title), "text", "off")}
                {files.trouble()}
                {self.progress()}
                <div class="form-send">
                    <button type="submit" class="button" id=ADD>{files.words(words::ADD)}</button>
                    {form.status()}
                </div>
            </form>
        }
        .into_any()
    }

    /// The file to be chosen.
    fn chooser(self) -> AnyView {
        let form = self.files.form;
        let fault = form.fault(FILE);
        let kinds = move || {
            if self.is_document() {
                "application/pdf"
            } else {
                "image/jpeg,image/png,image/webp"
            }
        };
        view! {
            <div class="field" class:field-wrong=move || fault.get().is_some()>
                <label for=FILE>{self.files.words(words::FILE)}</label>
                {form.wrong(FILE, fault)}
                <input type="file" id=FILE accept=kinds
                    aria-describedby=move || described(FILE, false, fault.get().is_some())
                    aria-invalid=move || fault.get().map(|_| "true") />
            </div>
        }
        .into_any()
    }

    /// How far the file is on its way, and the button that stops it: made once, lest it lose the focus.
    fn progress(self) -> AnyView {
        let files = self.files;
        let under_way = Memo::new(move |_| self.left.get().is_some());
        let left = move || self.left.get().unwrap_or_default();
        let said = move || match left() {
            100 => files.words(words::ARRIVED).to_owned(),
            left => phrases::percent(left, files.editor.language),
        };
        let stop = move |_| {
            if let Some(stop) = self.stop.get_value() {
                stop.abort();
            }
        };
        live(move || {
            under_way.get().then(|| {
                view! {
                    <div class="upload">
                        <label for=PROGRESS>{files.words(words::LEAVING)}</label>
                        <progress id=PROGRESS max="100" value=move || left().to_string()></progress>
                        <span>{live(said)}</span>
                        <button type="button" class="tool" on:click=stop>{files.words(words::STOP)}</button>
                    </div>
                }
            })
        })
    }

    /// Sends the file that was chosen; what is missing is said before.
    fn add(self) {
        let role: FileRole = self
            .files
            .role
            .with_untracked(|role| role.parse())
            .unwrap_or(FileRole::Picture);
        let said = |text: RwSignal<String>| text.get_untracked().trim().to_owned();
        let (title, alt) = (said(self.title), said(self.alt));
        let chosen = chosen();
        let faults = self.faults(role, chosen.as_ref(), &title, &alt);
        let Some(file) = chosen.filter(|_| faults.is_empty()) else {
            return self.files.form.refuse_first(faults);
        };
        let left = self.left;
        let then = move |arrived| {
            if arrived {
                self.ended();
            }
        };
        self.files.change(then, async move |editor, id: String, version| {
            let sending = async move {
                let bytes = JsFuture::from(file.array_buffer()).await;
                let bytes = bytes.map_err(|_| Error::Network("the file cannot be read".to_owned()))?;
                let upload = Upload {
                    role,
                    title,
                    alt,
                    name: file.name(),
                    bytes: js_sys::Uint8Array::new(&bytes).to_vec(),
                };
                let told = move |hundredths| {
                    let _gone = left.try_set(Some(hundredths));
                };
                editor
                    .client()
                    .add_file::<Value>(editor.resource, &id, version, &upload, told)
                    .await
            };
            left.set(Some(0));
            let (sending, stop) = abortable(sending);
            self.stop.set_value(Some(stop));
            let added = sending.await;
            let _gone = left.try_set(None);
            // The button that stopped it is gone.
            match added {
                Ok(added) => Ok((Some(added?), words::ADDED)),
                Err(_stopped) => {
                    browser::focus(ADD);
                    Ok((None, words::STOPPED))
                }
            }
        });
    }

    /// What is wrong before anything is sent.
    fn faults(self, role: FileRole, chosen: Option<&web_sys::File>, title: &str, alt: &str) -> Vec<Fault> {
        let files = self.files;
        let said = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        let input = FileInput {
            title: said(title),
            alt: said(alt),
            rank: 0,
        };
        let of_file = match chosen {
            None => Some(words::NO_FILE),
            Some(_) if files.count() >= limits::FILES_MAX => Some(words::NO_ROOM),
            Some(file) if file.size() > most(role) => of_file(role, ErrorCode::TooLong),
            Some(_) => None,
        };
        let of_file = of_file.map(|words| Fault::of(FILE, files.words(words)));
        of_file.into_iter().chain(files.missing(&input, role)).collect()
    }

    /// After the file has arrived: the form is for the next one.
    fn ended(self) {
        self.alt.set(String::new());
        self.title.set(String::new());
        if let Some(input) = input() {
            input.set_value("");
        }
    }
}

/// What is said where something is wrong with the file itself.
pub(super) const fn of_file(role: FileRole, code: ErrorCode) -> Option<Text> {
    let is_document = matches!(role, FileRole::Document);
    Some(match code {
        ErrorCode::NotListed if is_document => words::NO_DOCUMENT,
        ErrorCode::NotListed => words::NO_PICTURE,
        ErrorCode::TooLong if is_document => words::HEAVY_DOCUMENT,
        ErrorCode::TooLong => words::HEAVY_PICTURE,
        ErrorCode::Format if is_document => words::BROKEN_DOCUMENT,
        ErrorCode::Format => words::BROKEN_PICTURE,
        ErrorCode::Range => words::LARGE_PICTURE,
        _ => return None,
    })
}

/// How many bytes a file may have.
fn most(role: FileRole) -> f64 {
    let most = match role {
        FileRole::Document => limits::DOCUMENT_BYTES_MAX,
        FileRole::Logo | FileRole::Picture => limits::PICTURE_BYTES_MAX,
    };
    u32::try_from(most).map_or(f64::MAX, f64::from)
}

fn input() -> Option<HtmlInputElement> {
    document().get_element_by_id(FILE)?.dyn_into().ok()
}

/// The file that was chosen.
fn chosen() -> Option<web_sys::File> {
    input()?.files()?.get(0)
}

//! The pictures and documents that a record has: what is said of each, their order, and taking one away.

use super::{Done, Files};
use crate::browser;
use crate::pages::editor::kinds;
use crate::ui::form::Field;
use crate::ui::node::{live, node};
use aect_types::Uuid;
use aect_types::files::{FileInput, FileRole};
use aect_words::pages::{Text, files as words};
use leptos::prelude::*;
use serde_json::{Value, json};

/// The fields of the form that says what a file is.
pub(super) const PREFIX: &str = "legende-";
const ALT: &str = "legende-alt";
const TITLE: &str = "legende-title";

/// The buttons of a file: what their identifiers begin with, before that of the file.
const EARLIER: &str = "avancer-";
const LATER: &str = "reculer-";
const DESCRIBE: &str = "decrire-";

/// The list.
#[derive(Clone, Copy)]
pub(super) struct Listed {
    files: Files,
    /// Of which file it is being said anew what it is, and the words so far.
    described: RwSignal<Option<Uuid>>,
    alt: RwSignal<String>,
    title: RwSignal<String>,
    /// What was removed last, and can be put back.
    removed: RwSignal<Option<Uuid>>,
}

/// A file, as its item shows it.
#[derive(Clone)]
struct Item {
    id: Uuid,
    role: FileRole,
    alt: String,
    title: String,
    /// Its place among the others, from 0.
    rank: usize,
    is_last: bool,
}

impl Item {
    fn of(file: &Value, rank: usize, count: usize) -> Option<Self> {
        let said = |name: &str| file.get(name).and_then(Value::as_str);
        let text = |name: &str| said(name).unwrap_or_default().to_owned();
        Some(Self {
            id: said("id")?.parse().ok()?,
            role: said("role")?.parse().ok()?,
            alt: text("alt"),
            title: text("title"),
            rank,
            is_last: rank + 1 == count,
        })
    }

    /// What it is called.
    fn name(&self) -> &str {
        if self.title.is_empty() {
            &self.alt
        } else {
            &self.title
        }
    }
}

fn button_of(prefix: &str, file: Uuid) -> String {
    [prefix, &file.to_string()].concat()
}

impl Listed {
    pub(super) fn new(files: Files) -> Self {
        Self {
            files,
            described: RwSignal::new(None),
            alt: RwSignal::default(),
            title: RwSignal::default(),
            removed: RwSignal::new(None),
        }
    }

    pub(super) fn view(self) -> AnyView {
        // What else changes of the record leaves the list, and where the reader is in it, alone.
        let files = Memo::new(move |_| self.files.editor.said_of("files"));
        let list = move || {
            let files = files.get()?;
            let files = files.as_array()?;
            let items = files.iter().enumerate();
            let items = items.filter_map(|(rank, file)| {
                let item = Item::of(file, rank, files.len())?;
                Some(self.item(&item, picture(file)))
            });
            let items: Vec<AnyView> = items.collect();
            (!items.is_empty()).then(|| node("ul", "files-list", items))
        };
        view! { {live(list)} {self.files.form.status()} {self.files.trouble()} {live(move || self.undo())} }
            .into_any()
    }

    fn item(self, item: &Item, picture: Option<AnyView>) -> AnyView {
        let id = item.id;
        let name = item.name().to_owned();
        let shown = item.clone();
        let content = move || {
            if self.described.get() == Some(id) {
                self.describing(shown.clone())
            } else {
                node("div", "files-tools", self.buttons(&shown))
            }
        };
        view! {
            <li>
                {picture}
                <span lang="fr">{name}</span>
                {live(content)}
            </li>
        }
        .into_any()
    }

    /// What can be done with a file.
    fn buttons(self, item: &Item) -> Vec<AnyView> {
        let id = item.id;
        let label = |text: Text| [self.files.words(text), " – ", item.name()].concat();
        let tool = |prefix: &'static str, text: Text, act: Box<dyn Fn()>| {
            view! {
                <button type="button" class="tool" id=button_of(prefix, id) aria-label=label(text) on:click=move |_| act()>
                    {self.files.words(text)}
                </button>
            }
            .into_any()
        };
        let to = |rank: usize, button| -> Box<dyn Fn()> { Box::new(move || self.move_to(id, rank, button)) };
        let (rank, again) = (item.rank, item.clone());
        let mut buttons = vec![tool(
            DESCRIBE,
            words::DESCRIBE,
            Box::new(move || self.begin(&again)),
        )];
        if let Some(before) = rank.checked_sub(1) {
            buttons.push(tool(EARLIER, words::EARLIER, to(before, EARLIER)));
        }
        if !item.is_last {
            buttons.push(tool(LATER, words::LATER, to(rank + 1, LATER)));
        }
        let remove = move |_| self.remove(id);
        buttons.push(
            view! {
                <button type="button" class="tool tool-danger" aria-label=label(words::REMOVE) on:click=remove>
                    {self.files.words(words::REMOVE)}
                </button>
            }
            .into_any(),
        );
        buttons
    }

    /// The form that says anew what a file is.
    fn describing(self, item: Item) -> AnyView {
        let form = self.files.form;
        let field = |id, label, help, value| Field {
            id,
            label,
            help: Some(help),
            value,
        };
        let alt = field(ALT, words::ALT, words::ALT_HELP, self.alt);
        let alt = (item.role != FileRole::Document).then(|| form.line(alt, "text", "off"));
        let title = field(TITLE, words::CAPTION, words::CAPTION_HELP, self.title);
        let id = item.id;
        view! {
            <form class="form files-words" novalidate on:submit=move |event| { event.prevent_default(); self.describe(&item); }>
                {alt}
                {form.line(title, "text", "off")}
                <div class="form-send">
                    <button type="submit" class="button">{self.files.words(words::SAVE)}</button>
                    <button type="button" class="tool" on:click=move |_| self.close(id)>{self.files.words(words::CLOSE)}</button>
                </div>
            </form>
        }
        .into_any()
    }

    fn begin(self, item: &Item) {
        self.files.form.mark(Vec::new());
        self.alt.set(item.alt.clone());
        self.title.set(item.title.clone());
        self.described.set(Some(item.id));
        let first = if item.role == FileRole::Document {
            TITLE
        } else {
            ALT
        };
        request_animation_frame(move || browser::focus(first));
    }

    /// Puts the buttons in the place of the form; the reader is where they were.
    fn close(self, file: Uuid) {
        self.described.set(None);
        request_animation_frame(move || browser::focus(&button_of(DESCRIBE, file)));
    }

    fn describe(self, item: &Item) {
        let said = |text: RwSignal<String>| {
            Some(text.get_untracked().trim().to_owned()).filter(|text| !text.is_empty())
        };
        let input = FileInput {
            title: said(self.title),
            alt: said(self.alt).filter(|_| item.role != FileRole::Document),
            rank: 0,
        };
        let faults: Vec<_> = self.files.missing(&input, item.role).collect();
        if !faults.is_empty() {
            return self.files.form.refuse_first(faults);
        }
        let file = item.id;
        let patch = json!({"title": input.title, "alt": input.alt});
        self.patch(file, patch, words::DESCRIBED, move || self.close(file));
    }

    /// Gives a file another place; the reader stays on the button, or on the other one where that is gone.
    fn move_to(self, file: Uuid, rank: usize, button: &'static str) {
        self.patch(file, json!({"rank": rank}), words::MOVED, move || {
            request_animation_frame(move || {
                for prefix in [LATER, EARLIER, button] {
                    browser::focus(&button_of(prefix, file));
                }
            });
        });
    }

    fn patch(self, file: Uuid, patch: Value, said: Text, then: impl FnOnce() + 'static) {
        self.files.change(
            move |_| then(),
            async move |editor, _, version| -> Done {
                let told = editor
                    .client()
                    .describe_file::<Value>(file, version, &patch)
                    .await?;
                Ok((Some(told), said))
            },
        );
    }

    fn remove(self, file: Uuid) {
        let then = move |_| self.removed.set(Some(file));
        self.files.change(then, async move |editor, _, version| -> Done {
            let left = editor.client().remove_file::<Value>(file, version).await?;
            Ok((Some(left), words::REMOVED))
        });
    }

    fn put_back(self, file: Uuid) {
        let then = move |_| self.removed.set(None);
        self.files.change(then, async move |editor, _, version| -> Done {
            let whole = editor.client().restore_file::<Value>(file, version).await?;
            Ok((Some(whole), words::RESTORED))
        });
    }

    /// The way back of what was removed.
    fn undo(self) -> Option<AnyView> {
        let id = self.removed.get()?;
        let put_back = move |_| self.put_back(id);
        Some(
            view! {
                <p><button type="button" class="tool" on:click=put_back>{self.files.words(words::UNDO)}</button></p>
            }
            .into_any(),
        )
    }
}

/// What a file looks like, where it is a picture.
fn picture(file: &Value) -> Option<AnyView> {
    let said = |name: &str| file.get(name).and_then(Value::as_str).map(str::to_owned);
    let pixels = |name: &str| file.get(name).and_then(Value::as_i64);
    let width = pixels("width")?;
    let small = kinds::value(file, "sizes/0/url").as_str().map(str::to_owned);
    let src = small.or_else(|| said("url"));
    Some(
        view! { <img src=src alt=said("alt") lang="fr" width=width height=pixels("height") loading="lazy" /> }
            .into_any(),
    )
}

//! A record while it is written: what is typed, what is saved, and what has still to be.

use super::kept;
use super::kinds::{self, Spec};
use super::opened::{Opened, Options};
use super::saving::Why;
use super::shapes::{Known, Row, Shape};
use crate::data::Later;
use crate::router::{Router, use_router};
use crate::session::{Session, Who, use_session};
use crate::ui::form::{Fault, Form};
use aect_client::Client;
use aect_types::people::Account;
use aect_types::policy::Caller;
use aect_types::{Resource, Visibility};
use aect_words::Language;
use aect_words::pages::{Text, editor as words, event_form, form as form_words};
use leptos::prelude::*;
use serde_json::{Map, Value};

/// What names in the address the collectivity that a new project is for.
pub(crate) const FOR: &str = "collectivite";
/// What names there the record that a new one is a copy of.
pub(crate) const COPY: &str = "copie";

/// A field while it is filled in.
#[derive(Clone, Copy)]
pub(super) struct Field {
    pub(super) spec: &'static Spec,
    /// What is typed.
    pub(super) rows: RwSignal<Vec<Row>>,
    /// What is saved.
    pub(super) saved: RwSignal<Vec<Row>>,
}

impl Field {
    /// Whether something is typed that is not saved; watched.
    pub(super) fn is_changed(self) -> bool {
        self.rows.with(|rows| self.saved.with(|saved| rows != saved))
    }
}

/// What has changed, and not been saved.
#[derive(Default)]
pub(super) struct Changes {
    /// As the API takes it.
    pub(super) body: Map<String, Value>,
    /// The same as it was typed.
    pub(super) sent: Vec<(Field, Vec<Row>)>,
    /// What cannot be sent.
    pub(super) faults: Vec<Fault>,
}

/// A field that somebody else has saved meanwhile: what they wrote, and whether the reader prefers it.
#[derive(Clone, Copy)]
pub(super) struct Conflict {
    pub(super) field: Field,
    pub(super) theirs: RwSignal<bool>,
}

/// How far one has come with deleting it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    Writing,
    Deleting,
    Deleted,
}

/// The editor of a record.
#[derive(Clone, Copy)]
pub(super) struct Editor {
    pub(super) language: Language,
    pub(super) resource: Resource,
    /// What does not change.
    pub(super) around: StoredValue<Around>,
    pub(super) fields: StoredValue<Vec<Field>>,
    /// As it was last read or saved; `None`: it is still to come.
    pub(super) record: RwSignal<Option<Value>>,
    pub(super) conflicts: RwSignal<Vec<Conflict>>,
    pub(super) step: RwSignal<Step>,
    /// What was done last.
    pub(super) said: RwSignal<Option<String>>,
    pub(super) sending: RwSignal<bool>,
    /// What the reader has asked for while something was on its way.
    pub(super) wanted: RwSignal<Option<Why>>,
    pub(super) changed: Memo<bool>,
}

/// What an editor works with.
pub(super) struct Around {
    pub(super) account: Account,
    pub(super) options: Options,
    pub(super) known: Known,
    form: Form,
    later: Later,
    client: Client,
    session: Session,
    router: Router,
}

impl Editor {
    /// An editor of what was opened; what was typed here before and not saved is in it again.
    pub(super) fn new(resource: Resource, opened: Opened, language: Language) -> Self {
        let known = opened.known(language);
        let slug = use_router()
            .address
            .with_untracked(|address| address.parameter(FOR));
        let begun = opened.beginning(resource, slug.as_deref(), &known);
        let (record, copies) = (opened.record, opened.model.is_some());
        let fields: Vec<Field> = kinds::specs(resource)
            .zip(begun)
            .map(|(spec, rows)| Field {
                spec,
                rows: RwSignal::new(rows.clone()),
                saved: RwSignal::new(rows),
            })
            .collect();
        let fields = StoredValue::new(fields);
        let editor = Self {
            language,
            resource,
            around: StoredValue::new(Around {
                account: opened.account,
                options: opened.options,
                known,
                form: Form::new(language),
                later: Later::default(),
                client: expect_context(),
                session: use_session(),
                router: use_router(),
            }),
            fields,
            record: RwSignal::new(record),
            conflicts: RwSignal::default(),
            step: RwSignal::new(Step::Writing),
            said: RwSignal::default(),
            sending: RwSignal::new(false),
            wanted: RwSignal::new(None),
            changed: Memo::new(move |_| {
                fields.with_value(|fields| fields.iter().any(|field| field.is_changed()))
            }),
        };
        if copies {
            editor.place().forget();
            editor
                .said
                .set(Some(event_form::DUPLICATED.of(language).to_owned()));
        }
        editor.begin();
        editor
    }

    /// What says what is wrong.
    pub(super) fn form(self) -> Form {
        self.around.with_value(|around| around.form)
    }

    pub(super) fn later(self) -> Later {
        self.around.with_value(|around| around.later)
    }

    pub(super) fn client(self) -> Client {
        self.around.with_value(|around| around.client.clone())
    }

    pub(super) fn session(self) -> Session {
        self.around.with_value(|around| around.session)
    }

    pub(super) fn router(self) -> Router {
        self.around.with_value(|around| around.router)
    }

    /// The field of that name.
    pub(super) fn field(self, id: &str) -> Option<Field> {
        self.fields
            .with_value(|fields| fields.iter().find(|field| field.spec.id == id).copied())
    }

    /// A member of the record as it is saved.
    pub(super) fn said_of(self, name: &str) -> Option<Value> {
        self.record.with(|record| record.as_ref()?.get(name).cloned())
    }

    /// The identifier by which the API knows it, once it does.
    pub(super) fn id(self) -> Option<String> {
        Some(self.said_of("id")?.as_str()?.to_owned())
    }

    /// Its readable address, once it has one.
    pub(super) fn slug(self) -> Option<String> {
        Some(self.said_of("slug")?.as_str()?.to_owned())
    }

    /// The version that is changed.
    pub(super) fn version(self) -> i64 {
        self.said_of("version")
            .and_then(|version| version.as_i64())
            .unwrap_or_default()
    }

    /// Who sees it; what is still to come will be a draft. Watched.
    pub(super) fn visibility(self) -> Visibility {
        let said = self
            .said_of("visibility")
            .and_then(|code| code.as_str()?.parse().ok());
        said.unwrap_or(Visibility::Draft)
    }

    /// Whether its person runs the network.
    pub(super) fn animates(self) -> bool {
        self.around
            .with_value(|Around { account, .. }| Caller::from(account).may_animate())
    }

    /// Whether only its editors see it, and it saves itself.
    pub(super) fn is_draft(self) -> bool {
        let drafts = kinds::kind(self.resource).drafts;
        drafts && self.visibility() == Visibility::Draft
    }

    fn begin(self) {
        if let Some(kept) = self.place().read() {
            self.take_up(&kept);
            self.said.set(Some(words::KEPT.of(self.language).to_owned()));
        }
        self.ask_before_leaving();
        // Watched apart from the memo: each letter counts, not only the first.
        Effect::new(move |before: Option<()>| {
            self.fields
                .with_value(|fields| fields.iter().for_each(|field| field.rows.track()));
            self.keep();
            if before.is_some() {
                self.save_soon();
            }
        });
        // Somebody who has signed in again goes on where they were.
        Effect::new(move |_| {
            if self.session().who() == Who::Member && self.changed.get_untracked() {
                self.save_soon();
            }
        });
    }

    /// Takes up what was typed before. What somebody has saved meanwhile stands beside it.
    fn take_up(self, kept: &kept::Kept) {
        let stale = kept.version != self.version();
        let mut conflicts = Vec::new();
        for (id, rows) in &kept.rows {
            let Some(field) = self.field(id) else { continue };
            field.rows.set(rows.clone());
            if stale && field.saved.with_untracked(|saved| saved != rows) {
                conflicts.push(Conflict {
                    field,
                    theirs: RwSignal::new(false),
                });
            }
        }
        self.conflicts.set(conflicts);
    }

    /// Keeps what is typed and not saved in this browser: neither the end of a session nor a reload takes it.
    pub(super) fn keep(self) {
        let changed = self.fields.with_value(|fields| {
            let changed = fields.iter().filter(|field| untrack(|| field.is_changed()));
            changed
                .map(|field| (field.spec.id.to_owned(), field.rows.get_untracked()))
                .collect()
        });
        let version = untrack(|| self.version());
        self.place().write(&kept::Kept {
            version,
            rows: changed,
        });
    }

    /// Where that is.
    pub(super) fn place(self) -> kept::Place {
        let id = untrack(|| self.id()).unwrap_or_else(|| self.resource.as_str().to_owned());
        self.around
            .with_value(|Around { account, .. }| kept::Place::new(account.id, &id))
    }

    /// Whoever leaves with something unsaved is asked, here and by the browser.
    fn ask_before_leaving(self) {
        Effect::new(move |_| {
            let words = form_words::LEAVE.of(self.language);
            self.router()
                .ask_before_leaving(self.changed.get().then_some(words));
        });
        let leaving = window_event_listener(leptos::ev::beforeunload, move |event| {
            if self.changed.get_untracked() {
                event.prevent_default();
            }
        });
        on_cleanup(move || {
            leaving.remove();
            self.later().forget();
            self.router().ask_before_leaving(None);
            // Whoever leaves while signed in has been asked.
            if self.session().is(Who::Member) {
                self.place().forget();
            }
        });
    }

    /// What has changed, as the API takes it, with all that is wrong with it; all there is of what is still to come.
    pub(super) fn changes(self) -> Changes {
        let mut changes = Changes::default();
        let new = untrack(|| self.id()).is_none();
        let counts = |field: &&Field| {
            let said = new && field.rows.with_untracked(|rows| !rows.is_empty());
            said || untrack(|| field.is_changed())
        };
        self.fields.with_value(|fields| {
            for field in fields.iter().filter(counts) {
                let rows = field.rows.get_untracked();
                match field.spec.shape.write(&rows) {
                    Ok(value) => {
                        kinds::put(&mut changes.body, field.spec.id, value);
                        changes.sent.push((*field, rows));
                    }
                    Err(words) => changes
                        .faults
                        .push(Fault::of(field.spec.id, words.of(self.language))),
                }
            }
        });
        changes
    }

    /// Whether there is no record without it. What belongs to nobody is the network’s: only animators write it.
    pub(super) fn requires(self, field: Field) -> bool {
        let owns = matches!(field.spec.shape, Shape::Chosen(source) if source.owns());
        field.spec.required || owns && !self.animates()
    }

    /// The required fields that hold nothing.
    pub(super) fn missing(self) -> Vec<Fault> {
        let words = words::REQUIRED.of(self.language);
        let is_empty = |rows: &Vec<Row>| rows.iter().all(|row| row.key.trim().is_empty());
        self.fields.with_value(|fields| {
            let missing = fields
                .iter()
                .filter(|field| self.requires(**field) && field.rows.with_untracked(is_empty));
            missing.map(|field| Fault::of(field.spec.id, words)).collect()
        })
    }

    /// Says what was done.
    pub(super) fn say(self, text: Text) {
        self.said.set(Some(text.of(self.language).to_owned()));
    }
}

//! Saving: drafts by themselves while one types, what others read when one says so; and what was saved elsewhere
//! meanwhile.

use super::kinds;
use super::record::{Around, Changes, Conflict, Editor, Field};
use super::shapes::Row;
use crate::address::Address;
use crate::browser::document;
use crate::intl;
use crate::router::How;
use crate::ui::form::{self, Fault};
use crate::ui::states;
use aect_client::Error;
use aect_types::problem::ErrorCode;
use aect_types::{Problem, Visibility, site};
use aect_words::pages::editor as words;
use leptos::prelude::*;
use serde_json::Value;
use std::time::Duration;

/// Typing rests for this long before a draft is saved.
const REST: Duration = Duration::from_millis(1_500);
/// What names in the address the record that was begun there.
pub(super) const BEGUN: &str = "fiche";
/// Where the conflicts are.
pub(super) const CONFLICTS: &str = "conflit";

/// Why something is saved.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Why {
    /// Some time has passed.
    Rest,
    /// The reader says so.
    Said,
    /// To be seen by others.
    Show(Visibility),
    /// To say that all of it is still true.
    Confirm,
}

impl Editor {
    /// Saves a draft once typing has come to rest. What others already read is saved when its writer says so.
    pub(super) fn save_soon(self) {
        if untrack(|| self.is_draft()) && self.conflicts.with_untracked(Vec::is_empty) {
            self.later().perform(REST, move || self.save(Why::Rest));
        }
    }

    /// Saves what has changed.
    pub(super) fn save(self, why: Why) {
        let shared = !kinds::kind(self.resource).drafts && untrack(|| self.id()).is_none();
        let why = match why {
            Why::Said if shared => Why::Show(Visibility::Public),
            why => why,
        };
        if self.sending.get_untracked() {
            // What is on its way comes first; what was only to be saved by and by is, afterwards.
            if why != Why::Rest {
                self.wanted.set(Some(why));
            }
            return;
        }
        self.later().forget();
        if why != Why::Rest {
            self.settle();
        }
        let (changes, missing) = (self.changes(), self.missing());
        if why == Why::Rest {
            // A text that is half a date is not wrong yet; without the required fields there is no record.
            let new = untrack(|| self.id()).is_none();
            if !missing.is_empty() || new && !changes.faults.is_empty() {
                self.say(words::NOT_SAVED_YET);
            } else if !changes.sent.is_empty() {
                self.send(why, changes);
            }
            return;
        }
        let faults = [changes.faults.clone(), missing].concat();
        if !faults.is_empty() {
            self.refuse(faults);
        } else if why == Why::Said && changes.sent.is_empty() {
            self.say_when();
        } else {
            self.send(why, changes);
        }
    }

    fn send(self, why: Why, changes: Changes) {
        self.form().mark(Vec::new());
        let Changes {
            body: mut changes,
            sent,
            ..
        } = changes;
        if untrack(|| self.said_of("to_confirm")) == Some(Value::Bool(true)) {
            // Whoever writes it vouches for it.
            changes.insert("to_confirm".to_owned(), Value::Bool(false));
        }
        if let Why::Show(visibility) = why {
            changes.insert("visibility".to_owned(), visibility.as_str().into());
        }
        let (id, version) = untrack(|| (self.id(), self.version()));
        let client = self.client();
        self.sending.set(true);
        leptos::task::spawn_local(async move {
            let answer = if let Some(id) = &id {
                client.change::<Value>(self.resource, id, version, &changes).await
            } else {
                let whole = kinds::whole(self.resource, changes);
                client.enter::<Value>(self.resource, &whole).await
            };
            // The page may be gone already.
            if self.sending.try_set(false).is_none() {
                let wanted = self.wanted.try_update(Option::take).flatten();
                match answer {
                    Ok(record) => {
                        self.saved(why, record, sent);
                        if let Some(wanted) = wanted {
                            self.save(wanted);
                        }
                    }
                    Err(error) => self.not_saved(wanted.unwrap_or(why), &error),
                }
            }
        });
    }

    fn saved(self, why: Why, record: Value, sent: Vec<(Field, Vec<Row>)>) {
        let begun = untrack(|| self.id()).is_none();
        for (field, rows) in sent {
            field.saved.set(rows);
        }
        if begun {
            // What was typed before it had an identifier has been saved with it.
            self.place().forget();
        }
        self.record.set(Some(record));
        self.keep();
        let slug = untrack(|| self.slug()).unwrap_or_default();
        let waits = self.waits_for_look(why);
        if let (Why::Show(_), Some(page), false) = (why, site::record(self.resource, &slug), waits) {
            return self.router().go(&page, How::Push);
        }
        if begun {
            let here = self
                .router()
                .address
                .with_untracked(|address| address.path.clone());
            let to = Address::with_pairs(&here, [(BEGUN, slug)]);
            self.router().go(&to.href(), How::Replace);
        }
        match why {
            Why::Confirm => self.say(words::CONFIRMED),
            _ if waits => self.say(words::WAITS_FOR_LOOK),
            _ => self.say_when(),
        }
        if self.changed.get_untracked() {
            self.save_soon();
        }
    }

    /// Whether what was to be shown stays a draft: the network's team looks at a new member's first record.
    fn waits_for_look(self, why: Why) -> bool {
        let shown = matches!(why, Why::Show(visibility) if visibility != Visibility::Draft);
        shown && untrack(|| self.visibility()) == Visibility::Draft
    }

    fn say_when(self) {
        let draft = untrack(|| self.is_draft());
        let words = if draft {
            words::DRAFT_SAVED_AT
        } else {
            words::SAVED_AT
        };
        let time = intl::now(self.language);
        self.said
            .set(Some([words.of(self.language), " ", &time].concat()));
    }

    fn not_saved(self, why: Why, error: &Error) {
        if let Some(present) = error.present::<Value>() {
            return self.beside(why, present);
        }
        if error.status() == Some(401) {
            return self.session().end();
        }
        let faults = match error {
            Error::Problem(problem) if !problem.errors.is_empty() => self.named(problem),
            error => vec![Fault::of("", states::explanation(error).of(self.language))],
        };
        if why == Why::Rest {
            self.form().mark(faults);
            self.say(words::NOT_SAVED_FAULTS);
        } else {
            self.refuse(faults);
        }
    }

    /// Says what is wrong, and leads to the first thing that is.
    fn refuse(self, mut faults: Vec<Fault>) {
        self.said.set(None);
        let order = |fault: &Fault| {
            let place = |field: &Field| fault.is_of(field.spec.id);
            self.fields
                .with_value(|fields| fields.iter().position(place))
                .unwrap_or(usize::MAX)
        };
        faults.sort_by_key(order);
        self.form().refuse_first(faults);
    }

    /// Each field that the server names, by the part of it that is in the page.
    fn named(self, problem: &Problem) -> Vec<Fault> {
        let words = |pointer: &str, code: ErrorCode, detail: &str| {
            let known = match (pointer, code) {
                (_, ErrorCode::Required) => words::REQUIRED,
                ("countries", ErrorCode::Range) => words::SHARES_WRONG,
                ("end_date" | "time/end" | "time/last", ErrorCode::Conflict) => words::END_WRONG,
                (_, ErrorCode::Conflict) if pointer.ends_with("/max") => words::RANGE_WRONG,
                _ => return detail.to_owned(),
            };
            known.of(self.language).to_owned()
        };
        let named = problem.errors.iter().map(|error| {
            let pointer = error
                .pointer
                .as_deref()
                .unwrap_or_default()
                .trim_start_matches('/');
            // The field itself, or the nearest around it that is in the page.
            let around = std::iter::successors(Some(pointer), |at| at.rsplit_once('/').map(|(at, _)| at));
            let here = around
                .take_while(|at| at.contains('/'))
                .chain([pointer])
                .find(|at| document().get_element_by_id(at).is_some());
            let field = || {
                kinds::specs(self.resource)
                    .map(|spec| spec.id)
                    .find(|id| form::is_within(pointer, id))
            };
            Fault::of(
                here.or_else(field).unwrap_or_default(),
                words(pointer, error.code, &error.detail),
            )
        });
        named.collect()
    }

    /// Takes in what somebody else has saved: where both wrote, the reader chooses.
    pub(super) fn beside(self, why: Why, present: Value) {
        if self.take_in(present) {
            self.save(why);
        }
    }

    /// The same, without saving; `true` where nobody has to choose.
    pub(super) fn take_in(self, present: Value) -> bool {
        let mut conflicts = Vec::new();
        self.fields.with_value(|fields| {
            for field in fields {
                let theirs = self.around.with_value(|Around { known, .. }| {
                    field
                        .spec
                        .shape
                        .read(kinds::value(&present, field.spec.id), known)
                });
                let (mine, before) = (field.rows.get_untracked(), field.saved.get_untracked());
                if mine == before {
                    field.rows.set(theirs.clone());
                } else if theirs != before && theirs != mine {
                    conflicts.push(Conflict {
                        field: *field,
                        theirs: RwSignal::new(false),
                    });
                }
                field.saved.set(theirs);
            }
        });
        self.record.set(Some(present));
        self.keep();
        if conflicts.is_empty() {
            return true;
        }
        self.said.set(None);
        self.conflicts.set(conflicts);
        request_animation_frame(|| form::go_to(CONFLICTS));
        false
    }

    /// Takes up what the reader has chosen.
    fn settle(self) {
        for conflict in self.conflicts.get_untracked() {
            if conflict.theirs.get_untracked() {
                conflict.field.rows.set(conflict.field.saved.get_untracked());
            }
        }
        self.conflicts.set(Vec::new());
    }
}

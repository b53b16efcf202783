//! The queue: what waits, done one by one or all that is ticked, with one reason, and undone.

use super::keys;
use super::reasons::Asked;
use crate::data::{self, Loaded};
use crate::session::{Session, use_session};
use crate::ui::form::{Fault, Form};
use crate::ui::node::{live, told};
use crate::ui::states;
use aect_client::{Client, Error};
use aect_types::Uuid;
use aect_types::moderation::{
    Moderation, ModerationAct, ModerationDecision, ModerationItem, ModerationKind, ModerationResults,
    ModerationTarget, ModerationUndo,
};
use aect_types::people::MemberRole;
use aect_words::pages::{Text, animation as words};
use aect_words::{Labelled as _, Language};
use leptos::prelude::*;

/// Where the focus goes when what it was on is gone.
pub(super) const LIST: &str = "file";

/// The page while it is used.
#[derive(Clone, Copy)]
pub(super) struct Queue {
    pub(super) language: Language,
    loaded: Loaded<Moderation>,
    /// Says what was done, and what could not be.
    pub(super) form: Form,
    /// Which kind is shown; all where none is.
    shown: RwSignal<Option<ModerationKind>>,
    /// What is ticked.
    pub(super) ticked: RwSignal<Vec<(ModerationKind, Uuid)>>,
    /// What is about to be done, once a reason is given.
    pub(super) asked: RwSignal<Option<Asked>>,
    pub(super) reason: RwSignal<String>,
    /// What can still be undone.
    undoable: RwSignal<Vec<Uuid>>,
    /// On which thing the focus was last, and its place in the list.
    pub(super) at: RwSignal<Option<(Uuid, usize)>>,
    /// Something was done, and the list is about to be another: the focus goes to it then.
    returning: StoredValue<bool>,
    client: StoredValue<Client>,
    session: Session,
}

/// The page.
pub(super) fn page(language: Language) -> AnyView {
    let queue = Queue {
        language,
        loaded: data::load_apart(|client: Client| async move { client.moderation().await }),
        form: Form::new(language),
        shown: RwSignal::new(None),
        ticked: RwSignal::default(),
        asked: RwSignal::new(None),
        reason: RwSignal::default(),
        undoable: RwSignal::default(),
        at: RwSignal::new(None),
        returning: StoredValue::new(false),
        client: StoredValue::new(expect_context()),
        session: use_session(),
    };
    view! {
        {queue.form.summary()}
        <p class="said">{queue.form.status()}</p>
        {live(move || queue.way_back())}
        {states::part(queue.loaded, move |found| queue.content(found))}
    }
    .into_any()
}

/// What is decided of an item.
pub(super) const fn target(item: &ModerationItem) -> ModerationTarget {
    ModerationTarget {
        kind: item.kind,
        id: item.id,
        version: item.version,
    }
}

impl Queue {
    fn content(self, found: &Moderation) -> AnyView {
        let language = self.language;
        if self.returning.get_value() {
            self.returning.set_value(false);
            request_animation_frame(|| crate::browser::focus(LIST));
        }
        if found.items.is_empty() {
            return view! { <p class="notice" id=LIST tabindex="-1">{words::NOTHING.of(language)}</p> }
                .into_any();
        }
        let of_kind = |kind: ModerationKind| found.items.iter().filter(move |item| item.kind == kind);
        let ordered: Vec<ModerationItem> = ModerationKind::ALL
            .iter()
            .flat_map(|kind| of_kind(*kind))
            .cloned()
            .collect();
        let press = move |event: web_sys::KeyboardEvent| {
            let shown = self.shown.get_untracked();
            let seen = ordered
                .iter()
                .filter(|item| shown.is_none_or(|shown| shown == item.kind));
            keys::pressed(
                self.at.get_untracked(),
                &event,
                &seen.cloned().collect::<Vec<_>>(),
            );
        };
        let mut place = 0;
        let sections: Vec<AnyView> = ModerationKind::ALL
            .iter()
            .map(|kind| self.section(*kind, found, &mut place))
            .collect();
        view! {
            {self.kinds(found)}
            {self.bulk(found)}
            {keys::help(self.language)}
            <div id=LIST tabindex="-1" on:keydown=press>{sections}</div>
        }
        .into_any()
    }

    /// Which kinds there are, and how many of each.
    fn kinds(self, found: &Moderation) -> AnyView {
        let language = self.language;
        let all: u64 = found.counts.iter().map(|count| count.count).sum();
        let counted = found.counts.iter().filter(|count| count.count > 0);
        let ways = counted.map(|count| (Some(count.kind), count.kind.label(language), count.count));
        let ways = std::iter::once((None, words::ALL.of(language), all)).chain(ways);
        let button = move |(kind, name, count): (Option<ModerationKind>, &'static str, u64)| {
            let name = [name, " (", &count.to_string(), ")"].concat();
            view! {
                <button type="button" class="tool" aria-pressed=move || (self.shown.get() == kind).to_string()
                    on:click=move |_| self.show(kind)>{name}</button>
            }
            .into_any()
        };
        view! {
            <div class="tools" role="group" aria-label=words::KIND.of(language)>{ways.map(button).collect::<Vec<_>>()}</div>
        }
        .into_any()
    }

    fn show(self, kind: Option<ModerationKind>) {
        self.shown.set(kind);
        // What is not seen is not decided.
        self.ticked.set(Vec::new());
        self.asked.set(None);
    }

    fn section(self, kind: ModerationKind, found: &Moderation, place: &mut usize) -> AnyView {
        let rows: Vec<AnyView> = found
            .items
            .iter()
            .filter(|item| item.kind == kind)
            .map(|item| {
                *place += 1;
                self.row(item, *place - 1)
            })
            .collect();
        if rows.is_empty() {
            return ().into_any();
        }
        let hidden = move || self.shown.get().is_some_and(|shown| shown != kind);
        view! {
            <section class="aside" hidden=hidden>
                <h2>{kind.label(self.language)}</h2>
                <ul class="rows">{rows}</ul>
            </section>
        }
        .into_any()
    }

    /// What is done with all that is ticked.
    fn bulk(self, found: &Moderation) -> AnyView {
        let language = self.language;
        let items: StoredValue<Vec<ModerationTarget>> =
            StoredValue::new(found.items.iter().map(target).collect());
        let seen = move || {
            let shown = self.shown.get();
            let all = items.get_value().into_iter();
            all.filter(|item| shown.is_none_or(|shown| shown == item.kind))
                .collect::<Vec<_>>()
        };
        let tick = move |_| {
            let all = seen();
            let some = self.ticked.with_untracked(Vec::is_empty);
            let ticked = all.iter().filter(|_| some).map(|item| (item.kind, item.id));
            self.ticked.set(ticked.collect());
        };
        let ticked = move || {
            let ticked = self.ticked.get();
            let all = items.get_value().into_iter();
            all.filter(|item| ticked.contains(&(item.kind, item.id)))
                .collect::<Vec<_>>()
        };
        let acts = move || {
            let ticked = ticked();
            let button = |act: ModerationAct, name: Text| {
                let fits = !ticked.is_empty() && ticked.iter().all(|item| act.fits(item.kind));
                let items = ticked.clone();
                view! {
                    <button type="button" class="tool" disabled=!fits
                        on:click=move |_| self.begin(act, items.clone(), None, "lot")>{name.of(language)}</button>
                }
                .into_any()
            };
            vec![
                button(ModerationAct::Accept, words::ACCEPT),
                button(ModerationAct::Refuse, words::REFUSE),
                button(ModerationAct::Hide, words::HIDE),
            ]
        };
        let all = move || {
            let none = self.ticked.with(Vec::is_empty);
            let words = if none {
                words::SELECT_ALL
            } else {
                words::SELECT_NONE
            };
            words.of(language)
        };
        view! {
            <div class="aside">
                <div class="tools">
                    <button type="button" class="tool" on:click=tick>{live(all)}</button>
                    {told("span", "", words::SELECTED.of(language))}
                    {live(acts)}
                </div>
                {self.reason_for("lot")}
            </div>
        }
        .into_any()
    }

    /// Does something at once, or asks for a reason first; `place` is where it was pressed.
    pub(super) fn begin(
        self,
        act: ModerationAct,
        items: Vec<ModerationTarget>,
        role: Option<MemberRole>,
        place: &str,
    ) {
        let asked = Asked {
            place: place.to_owned(),
            decision: ModerationDecision {
                act,
                items,
                role,
                reason: None,
            },
        };
        if asked
            .decision
            .items
            .iter()
            .any(|item| act.needs_reason(item.kind))
        {
            self.ask(asked);
        } else {
            self.decide(asked.decision);
        }
    }

    pub(super) fn decide(self, decision: ModerationDecision) {
        let client = self.client.get_value();
        self.done(async move {
            let done = client.moderate(&decision).await?;
            let undoable = done.results.iter().filter_map(|result| result.decision);
            self.undoable.set(undoable.collect());
            let all = done.results.iter().all(|result| result.status == 200);
            Ok(if all { words::DONE } else { words::NOT_ALL })
        });
    }

    /// What was just done can be taken back.
    fn way_back(self) -> Option<AnyView> {
        let decisions = self.undoable.get();
        if decisions.is_empty() {
            return None;
        }
        let undo = move |_| {
            let (client, undo) = (
                self.client.get_value(),
                ModerationUndo {
                    decisions: decisions.clone(),
                },
            );
            self.done(async move {
                let undone = client.undo_moderation(&undo).await;
                self.undoable.set(Vec::new());
                match undone {
                    Ok(ModerationResults { results }) if results.iter().all(|one| one.status == 200) => {
                        Ok(words::UNDONE)
                    }
                    Ok(_) => Ok(words::NOT_ALL),
                    Err(error) if error.status() == Some(404) => Ok(words::TOO_LATE),
                    Err(error) => Err(error),
                }
            });
        };
        Some(
            view! {
                <div class="tools">
                    <button type="button" class="button" id=keys::UNDO on:click=undo>{words::UNDO.of(self.language)}</button>
                </div>
            }
            .into_any(),
        )
    }

    fn done(self, doing: impl Future<Output = Result<Text, Error>> + 'static) {
        self.form.send(async move {
            match doing.await {
                Ok(said) => {
                    self.asked.set(None);
                    self.ticked.set(Vec::new());
                    self.form.say(said);
                    // What was pressed goes with what it did.
                    self.returning.set_value(true);
                    self.loaded.retry();
                }
                Err(error) if error.status() == Some(401) => self.session.end(),
                Err(error) => self.form.refuse(Fault::told(&error, self.language)),
            }
        });
    }
}

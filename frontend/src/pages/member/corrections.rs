//! Corrections that wait for the reader's answer.

use crate::data::{self, Loaded};
use crate::intl;
use crate::session::{Session, use_session};
use crate::ui::form::{Fault, Field, Form, go_to};
use crate::ui::node::{linked, live, told};
use crate::ui::states;
use aect_client::{Client, Error};
use aect_types::remarks::{Correction, CorrectionDecision, RemarkState};
use aect_types::{Page, Uuid, site};
use aect_words::Language;
use aect_words::pages::remarks as words;
use js_sys::Date;
use leptos::prelude::*;

/// Where the focus goes when what it was on is gone.
const HEADING: &str = "corrections";

#[derive(Clone, Copy)]
struct Waiting {
    language: Language,
    loaded: Loaded<Page<Correction>>,
    /// Says what was done, and what could not be.
    form: Form,
    /// The one that is about to be refused, once a reason is given.
    refused: RwSignal<Option<Uuid>>,
    reason: RwSignal<String>,
    client: StoredValue<Client>,
    session: Session,
}

/// The section; nothing while nothing waits.
pub(super) fn section(language: Language) -> AnyView {
    let waiting = Waiting {
        language,
        loaded: data::load_apart(|client: Client| async move { client.waiting_corrections().await }),
        form: Form::new(language),
        refused: RwSignal::new(None),
        reason: RwSignal::default(),
        client: StoredValue::new(expect_context()),
        session: use_session(),
    };
    view! {
        {waiting.form.summary()}
        <p class="said">{waiting.form.status()}</p>
        {states::part(waiting.loaded, move |page| waiting.rows(page))}
    }
    .into_any()
}

impl Waiting {
    fn rows(self, page: &Page<Correction>) -> AnyView {
        if page.items.is_empty() {
            return ().into_any();
        }
        let rows = page.items.iter().map(|one| self.row(one)).collect::<Vec<_>>();
        view! {
            <section class="aside">
                <h2 id=HEADING tabindex="-1">{words::WAITING.of(self.language)}</h2>
                <ul class="rows">{rows}</ul>
            </section>
        }
        .into_any()
    }

    fn row(self, one: &Correction) -> AnyView {
        let (language, id) = (self.language, one.id);
        let href = site::record(one.resource, one.slug.as_str()).unwrap_or_default();
        let at = intl::moment(Date::parse(&one.sent_at.to_string()), language);
        let right = one.right.clone().map(|right| told("p", "row-note", right));
        let done = move |_| self.decide(id, RemarkState::Accepted);
        let refuse = move |_| {
            self.reason.set(String::new());
            self.refused.set(Some(id));
            request_animation_frame(|| go_to("motif"));
        };
        let sure = move || (self.refused.get() == Some(id)).then(|| self.sure(id));
        view! {
            <li class="row">
                <p class="row-title">{linked(&href, "", one.name.clone())}</p>
                {told("p", "", one.wrong.clone())}
                {right}
                {told("p", "row-note", at)}
                <div class="tools">
                    <button type="button" class="button" on:click=done>{words::DONE.of(language)}</button>
                    <button type="button" class="tool" on:click=refuse>{words::REFUSE.of(language)}</button>
                </div>
                {live(sure)}
            </li>
        }
        .into_any()
    }

    fn sure(self, id: Uuid) -> AnyView {
        let language = self.language;
        let field = Field {
            id: "motif",
            label: words::REASON,
            help: Some(words::REASON_HELP),
            value: self.reason,
        };
        let refuse = move |_| self.decide(id, RemarkState::Refused);
        view! {
            <div class="form">
                {self.form.line(field, "text", "off")}
                <div class="form-send">
                    <button type="button" class="button button-main" on:click=refuse>{words::REFUSE_NOW.of(language)}</button>
                    <button type="button" class="tool" on:click=move |_| self.refused.set(None)>{words::KEEP.of(language)}</button>
                </div>
            </div>
        }
        .into_any()
    }

    fn decide(self, id: Uuid, state: RemarkState) {
        let reason = self.reason.get_untracked().trim().to_owned();
        let reason = (state == RemarkState::Refused).then_some(reason);
        if reason.as_ref().is_some_and(String::is_empty) {
            let missing = words::REASON_MISSING.of(self.language);
            return self.form.refuse(vec![Fault::of("motif", missing)]);
        }
        let (client, decision) = (self.client.get_value(), CorrectionDecision { state, reason });
        self.form.send(async move {
            let said = match client.decide_correction(id, &decision).await {
                Ok(_) => words::ANSWERED,
                Err(Error::Stale(_)) => words::TOO_LATE,
                Err(error) if error.status() == Some(401) => return self.session.end(),
                Err(error) => return self.form.refuse(Fault::told(&error, self.language)),
            };
            self.refused.set(None);
            self.form.say(said);
            self.loaded.retry();
            // What was pressed is gone with what it did.
            crate::browser::focus(HEADING);
        });
    }
}

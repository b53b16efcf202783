//! Projects that the reader's collectivities are asked to lead with others.

use crate::data::{self, Loaded};
use crate::intl;
use crate::session::{Session, use_session};
use crate::ui::form::{Fault, Field, Form, go_to};
use crate::ui::node::{linked, live, told};
use crate::ui::states;
use aect_client::{Client, Error};
use aect_types::co_leads::{CoLead, CoLeadDecision, CoLeadState};
use aect_types::{Page, Uuid, site};
use aect_words::Language;
use aect_words::pages::sharing as words;
use js_sys::Date;
use leptos::prelude::*;

/// Where the focus goes when what it was on is gone.
const HEADING: &str = "copilotages";
const REASON: &str = "motif-copilotage";

#[derive(Clone, Copy)]
struct Waiting {
    language: Language,
    loaded: Loaded<Page<CoLead>>,
    /// Says what was done, and what could not be.
    form: Form,
    /// The one that is about to be declined, once a reason is given.
    declined: RwSignal<Option<Uuid>>,
    reason: RwSignal<String>,
    client: StoredValue<Client>,
    session: Session,
}

/// The section; nothing while nothing waits.
pub(super) fn section(language: Language) -> AnyView {
    let waiting = Waiting {
        language,
        loaded: data::load_apart(|client: Client| async move { client.waiting_co_leads().await }),
        form: Form::new(language),
        declined: RwSignal::new(None),
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
    fn rows(self, page: &Page<CoLead>) -> AnyView {
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

    fn row(self, one: &CoLead) -> AnyView {
        let (language, id) = (self.language, one.id);
        let href = site::record(one.project.resource, one.project.slug.as_str()).unwrap_or_default();
        let asked = [&one.collectivity.name, " ", words::ASKED.of(language)].concat();
        let with = |name: &str, words: &'static str| told("p", "row-note", [words, " ", name].concat());
        let lead = one
            .lead
            .as_deref()
            .map(|lead| with(lead, words::LED_BY.of(language)));
        let by = one.person.as_ref().map(|person| person.name.as_str());
        let by = by.filter(|name| !name.is_empty());
        let by = by.map(|name| with(name, words::BY.of(language)));
        let at = intl::moment(Date::parse(&one.asked_at.to_string()), language);
        let accept = move |_| self.decide(id, CoLeadState::Accepted);
        let decline = move |_| {
            self.reason.set(String::new());
            self.declined.set(Some(id));
            request_animation_frame(|| go_to(REASON));
        };
        let sure = move || (self.declined.get() == Some(id)).then(|| self.sure(id));
        view! {
            <li class="row">
                {told("p", "row-note", asked)}
                <p class="row-title">{linked(&href, "", one.project.name.clone())}</p>
                {lead}
                {by}
                {one.message.clone().map(|message| told("p", "", message))}
                {told("p", "row-note", at)}
                <div class="tools">
                    <button type="button" class="button" on:click=accept>{words::ACCEPT.of(language)}</button>
                    <button type="button" class="tool" on:click=decline>{words::DECLINE.of(language)}</button>
                </div>
                {live(sure)}
            </li>
        }
        .into_any()
    }

    fn sure(self, id: Uuid) -> AnyView {
        let language = self.language;
        let field = Field {
            id: REASON,
            label: words::REASON,
            help: Some(words::REASON_HELP),
            value: self.reason,
        };
        let decline = move |_| self.decide(id, CoLeadState::Declined);
        view! {
            <div class="form">
                {self.form.line(field, "text", "off")}
                <div class="form-send">
                    <button type="button" class="button button-main" on:click=decline>{words::DECLINE_NOW.of(language)}</button>
                    <button type="button" class="tool" on:click=move |_| self.declined.set(None)>{words::KEEP.of(language)}</button>
                </div>
            </div>
        }
        .into_any()
    }

    fn decide(self, id: Uuid, state: CoLeadState) {
        let reason = self.reason.get_untracked().trim().to_owned();
        let reason = (state == CoLeadState::Declined).then_some(reason);
        if reason.as_ref().is_some_and(String::is_empty) {
            let missing = words::REASON_MISSING.of(self.language);
            return self.form.refuse_first(vec![Fault::of(REASON, missing)]);
        }
        let (client, decision) = (self.client.get_value(), CoLeadDecision { state, reason });
        self.form.send(async move {
            let said = match client.decide_co_lead(id, &decision).await {
                Ok(_) => words::DONE,
                Err(Error::Stale(_)) => words::TOO_LATE,
                Err(error) if error.status() == Some(401) => return self.session.end(),
                Err(error) => return self.form.refuse(Fault::told(&error, self.language)),
            };
            self.declined.set(None);
            self.form.say(said);
            self.loaded.retry();
            // What was pressed is gone with what it did.
            crate::browser::focus(HEADING);
        });
    }
}

//! Saying what is wrong with a record: anybody may, without an account and without a cookie.

use crate::browser;
use crate::data::{self, Loaded};
use crate::session::{Who, use_session};
use crate::ui::form::{Fault, Field, Form};
use crate::ui::heading::heading;
use crate::ui::node::{live, told};
use crate::ui::states;
use aect_client::{Client, Error};
use aect_types::people::Email;
use aect_types::remarks::{CorrectionInput, ReportInput, ReportReason};
use aect_types::{Resource, Slug, Uuid, site};
use aect_words::pages::{member, remarks as words};
use aect_words::{Labelled as _, Language};
use leptos::prelude::*;
use serde_json::Value;

/// What is said of which record.
#[derive(Clone, Copy)]
struct Remark {
    language: Language,
    record: Uuid,
    /// What nobody but a program fills in.
    trap: RwSignal<String>,
    sent: RwSignal<bool>,
    client: StoredValue<Client>,
}

/// Where to answer, asked of whoever has no account.
#[derive(Clone, Copy)]
struct Answer {
    form: Form,
    /// What its two fields are called in the page.
    ids: [&'static str; 2],
    email: RwSignal<String>,
    consent: RwSignal<bool>,
}

/// The page.
pub(crate) fn page(resource: Resource, slug: &Slug, language: Language) -> AnyView {
    let key = slug.to_string();
    let loaded: Loaded<Value> = data::load_apart(move |client: Client| {
        let key = key.clone();
        async move { client.json(&client.site().record(resource, &key)).await }
    });
    let href = site::record(resource, slug.as_str()).unwrap_or_default();
    states::record_page(loaded, move |record: Value| view(&record, &href, language))
}

fn view(record: &Value, href: &str, language: Language) -> AnyView {
    let said = |name: &str| record.get(name).and_then(Value::as_str).map(str::to_owned);
    let name = ["full_name", "name", "title", "name_fr"]
        .into_iter()
        .find_map(said);
    let remark = Remark {
        language,
        record: said("id").and_then(|id| id.parse().ok()).unwrap_or_default(),
        trap: RwSignal::default(),
        sent: RwSignal::new(false),
        client: StoredValue::new(expect_context()),
    };
    let href = language.place(href);
    let back = href.clone();
    let forms = move || {
        if remark.sent.get() {
            return view! {
                <p class="notice" role="status" tabindex="-1" id="envoye">{words::SENT.of(language)}</p>
                <div class="tools"><a class="button button-main" href=back.clone()>{words::BACK.of(language)}</a></div>
            }
            .into_any();
        }
        view! {
            <p class="lead">{words::INTRODUCTION.of(language)}</p>
            {remark.correction()}
            {remark.report()}
        }
        .into_any()
    };
    view! {
        {heading(words::TITLE.of(language).to_owned(), language)}
        <p>{words::ABOUT.of(language)} " " <a href=href lang="fr">{name}</a></p>
        {live(forms)}
    }
    .into_any()
}

impl Remark {
    fn correction(self) -> AnyView {
        let form = Form::new(self.language);
        let [wrong, right] = [(); 2].map(|()| RwSignal::new(String::new()));
        let answer = Answer::new(form, ["email", "consent"]);
        let field = |id, label, help, value| Field {
            id,
            label,
            help: Some(help),
            value,
        };
        let lines = vec![
            form.area(field("wrong", words::WRONG, words::WRONG_HELP, wrong)),
            form.area(field("right", words::RIGHT, words::RIGHT_HELP, right)),
            answer.view(self.language),
            self.trapped(),
        ];
        let send = move || {
            let (email, mut faults) = answer.given(self.language);
            let input = CorrectionInput {
                record: self.record,
                wrong: said(wrong).unwrap_or_default(),
                right: said(right),
                email,
                consent: answer.consent.get_untracked(),
                website: said(self.trap),
            };
            if input.wrong.is_empty() {
                faults.insert(0, Fault::of("wrong", words::WRONG_MISSING.of(self.language)));
            }
            if !faults.is_empty() {
                return form.refuse(faults);
            }
            let client = self.client.get_value();
            self.send(form, async move { client.propose_correction(&input).await });
        };
        form.view(lines, words::SEND, send)
    }

    /// A field that people neither see nor reach: what fills it in is a program.
    fn trapped(self) -> AnyView {
        view! {
            <div class="visually-hidden" aria-hidden="true">
                <label>
                    {words::TRAP.of(self.language)}
                    <input type="text" name="website" tabindex="-1" autocomplete="off"
                        on:input=move |event| self.trap.set(event_target_value(&event)) />
                </label>
            </div>
        }
        .into_any()
    }

    fn report(self) -> AnyView {
        let language = self.language;
        let form = Form::new(language);
        let answer = Answer::new(form, ["report-email", "report-consent"]);
        let (reason, message) = (
            RwSignal::new(ReportReason::Wrong.as_str().to_owned()),
            RwSignal::new(String::new()),
        );
        let choices = ReportReason::ALL.iter();
        let choices = choices
            .map(|reason| (reason.as_str(), reason.label(language)))
            .collect();
        let field = |id, label, value| Field {
            id,
            label,
            help: None,
            value,
        };
        let lines = vec![
            form.choice(field("reason", words::REPORT_WHY, reason), choices),
            form.area(field("message", words::REPORT_MESSAGE, message)),
            answer.view(language),
        ];
        let send = move || {
            let (email, faults) = answer.given(language);
            if !faults.is_empty() {
                return form.refuse(faults);
            }
            let input = ReportInput {
                record: self.record,
                reason: reason.get_untracked().parse().unwrap_or(ReportReason::Other),
                message: said(message),
                email,
                consent: answer.consent.get_untracked(),
                website: said(self.trap),
            };
            let client = self.client.get_value();
            self.send(form, async move { client.report(&input).await });
        };
        view! {
            <details class="aside">
                <summary>{words::REPORT.of(language)}</summary>
                {told("p", "", words::REPORT_DETAIL.of(language))}
                {form.view(lines, words::REPORT_SEND, send)}
            </details>
        }
        .into_any()
    }

    fn send(self, form: Form, sending: impl Future<Output = Result<(), Error>> + 'static) {
        let language = self.language;
        form.send(async move {
            match sending.await {
                Ok(()) => {
                    self.sent.set(true);
                    request_animation_frame(|| browser::focus("envoye"));
                }
                Err(error) if error.status() == Some(429) => {
                    form.refuse(vec![Fault::of("", words::TOO_MANY.of(language))]);
                }
                Err(error) => form.refuse(Fault::told(&error, language)),
            }
        });
    }
}

impl Answer {
    fn new(form: Form, ids: [&'static str; 2]) -> Self {
        Self {
            form,
            ids,
            email: RwSignal::default(),
            consent: RwSignal::new(false),
        }
    }

    /// The address, where one was typed that is one, and what is wrong with it.
    fn given(self, language: Language) -> (Option<Email>, Vec<Fault>) {
        let [id, consented] = self.ids;
        let Some(typed) = said(self.email) else {
            return (None, Vec::new());
        };
        let Ok(email) = typed.parse() else {
            return (None, vec![Fault::of(id, member::EMAIL_WRONG.of(language))]);
        };
        if self.consent.get_untracked() {
            (Some(email), Vec::new())
        } else {
            let missing = Fault::of(consented, words::CONSENT_MISSING.of(language));
            (Some(email), vec![missing])
        }
    }

    /// The address and the consent; whoever has signed in is answered at the address of their account.
    fn view(self, language: Language) -> AnyView {
        let session = use_session();
        live(move || {
            if session.who() == Who::Member {
                return told("p", "hint", words::ANSWERED_BY_MAIL.of(language));
            }
            let field = Field {
                id: self.ids[0],
                label: words::EMAIL,
                help: Some(words::EMAIL_HELP),
                value: self.email,
            };
            view! {
                {self.form.line(field, "email", "email")}
                {self.consent(language)}
            }
            .into_any()
        })
    }

    fn consent(self, language: Language) -> AnyView {
        let (id, consent) = (self.ids[1], self.consent);
        let fault = self.form.fault(id);
        view! {
            <div class="field" class:field-wrong=move || fault.get().is_some()>
                {self.form.wrong(id, fault)}
                <label class="field-choice">
                    <input type="checkbox" id=id name=id prop:checked=move || consent.get()
                        aria-invalid=move || fault.get().map(|_| "true")
                        on:change=move |event| consent.set(event_target_checked(&event)) />
                    {words::CONSENT.of(language)}
                </label>
            </div>
        }
        .into_any()
    }
}

/// What was typed, where something was.
fn said(text: RwSignal<String>) -> Option<String> {
    Some(text.get_untracked().trim().to_owned()).filter(|text| !text.is_empty())
}

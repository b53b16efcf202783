//! The second factor: set up, renewed and taken away on Mon compte; shown once after signing in, by whoever has one.

use crate::session::{Session, use_session};
use crate::ui::form::{Fault, Field, Form};
use crate::ui::heading::heading;
use crate::ui::node::{live, node, told};
use crate::ui::sheet::written;
use aect_client::{Client, Error};
use aect_types::people::{Account, SecondFactor, SecondFactorCode, SecondFactorSecret};
use aect_words::Language;
use aect_words::pages::{Text, member as words};
use leptos::prelude::*;
use maud::PreEscaped;

/// How far one has come.
#[derive(Clone)]
enum Step {
    Off,
    Begun(SecondFactorSecret),
    /// On; with recovery codes where they were just given.
    On(Vec<String>),
}

#[derive(Clone, Copy)]
struct Factor {
    language: Language,
    step: RwSignal<Step>,
    code: RwSignal<String>,
    form: Form,
    client: StoredValue<Client>,
    session: Session,
}

impl Factor {
    fn new(step: Step, language: Language) -> Self {
        Self {
            language,
            step: RwSignal::new(step),
            code: RwSignal::default(),
            form: Form::new(language),
            client: StoredValue::new(expect_context()),
            session: use_session(),
        }
    }
}

/// The part of Mon compte.
pub(super) fn section(account: &Account, language: Language) -> AnyView {
    let step = match account.second_factor {
        SecondFactor::Shown => Step::On(Vec::new()),
        SecondFactor::Off | SecondFactor::Due => Step::Off,
    };
    let factor = Factor::new(step, language);
    view! {
        <section class="aside">
            <h2 id="facteur" tabindex="-1">{words::FACTOR.of(language)}</h2>
            {factor.form.summary()}
            {live(move || factor.shown())}
            {factor.form.status()}
        </section>
    }
    .into_any()
}

/// The whole page, for whoever has to show theirs first; `then` follows.
pub(super) fn due(language: Language, then: impl Fn() + Copy + 'static) -> AnyView {
    let factor = Factor::new(Step::Off, language);
    let send = move || {
        let (client, code) = (factor.client.get_value(), factor.given());
        factor.tried(async move { client.show_second_factor(&code).await }, move |()| {
            then();
        });
    };
    view! {
        {heading(words::FACTOR.of(language).to_owned(), language)}
        <p class="lead">{words::FACTOR_DUE.of(language)}</p>
        {factor.form.view(vec![factor.line()], words::FACTOR_SHOW, send)}
    }
    .into_any()
}

impl Factor {
    fn shown(self) -> AnyView {
        match self.step.get() {
            Step::Off => self.off(),
            Step::Begun(secret) => self.begun(secret),
            Step::On(codes) => self.on(&codes),
        }
    }

    fn off(self) -> AnyView {
        let begin = move || {
            let client = self.client.get_value();
            self.tried(async move { client.begin_second_factor().await }, move |secret| {
                self.step.set(Step::Begun(secret));
            });
        };
        let parts = vec![
            told("p", "", words::FACTOR_DETAIL.of(self.language)),
            self.button("button", words::FACTOR_SET_UP, begin),
        ];
        node("div", "", parts)
    }

    fn begun(self, secret: SecondFactorSecret) -> AnyView {
        let confirm = move || {
            let (client, code) = (self.client.get_value(), self.given());
            self.tried(
                async move { client.confirm_second_factor(&code).await },
                move |given| {
                    self.step.set(Step::On(given.codes));
                },
            );
        };
        let label = words::FACTOR_DRAWING.of(self.language);
        // By fours, as one copies it.
        let letters: Vec<char> = secret.secret.chars().collect();
        let spelt: Vec<String> = letters.chunks(4).map(|four| four.iter().collect()).collect();
        view! {
            <p>{words::FACTOR_SCAN.of(self.language)}</p>
            <div class="qr" role="img" aria-label=label>{written(PreEscaped(secret.qr_code))}</div>
            <p><code>{spelt.join(" ")}</code></p>
            {self.form.view(vec![self.line()], words::FACTOR_CONFIRM, confirm)}
        }
        .into_any()
    }

    fn on(self, codes: &[String]) -> AnyView {
        let renew = move || {
            let client = self.client.get_value();
            self.tried(async move { client.renew_recovery_codes().await }, move |given| {
                self.step.set(Step::On(given.codes));
            });
        };
        let remove = move || {
            let client = self.client.get_value();
            self.tried(async move { client.remove_second_factor().await }, move |()| {
                self.step.set(Step::Off);
                self.form.say(words::FACTOR_REMOVED);
            });
        };
        let fresh = (!codes.is_empty()).then(|| {
            let codes = codes.iter().map(|code| told("li", "", by_halves(code))).collect();
            let parts = vec![
                told("h3", "", words::FACTOR_CODES.of(self.language)),
                told("p", "", words::FACTOR_CODES_DETAIL.of(self.language)),
                node("ul", "codes", codes),
            ];
            node("div", "notice", parts)
        });
        let buttons = vec![
            self.button("tool", words::FACTOR_RENEW, renew),
            self.button("tool", words::FACTOR_REMOVE, remove),
        ];
        let parts = vec![
            told("p", "", words::FACTOR_ON.of(self.language)),
            fresh.into_any(),
            node("div", "tools", buttons),
        ];
        node("div", "", parts)
    }

    fn line(self) -> AnyView {
        let field = Field {
            id: "code",
            label: words::FACTOR_CODE,
            help: Some(words::FACTOR_CODE_HELP),
            value: self.code,
        };
        self.form.line(field, "text", "one-time-code")
    }

    fn given(self) -> SecondFactorCode {
        SecondFactorCode {
            code: self.code.get_untracked(),
        }
    }

    fn button(self, class: &'static str, words: Text, press: impl Fn() + 'static) -> AnyView {
        view! { <button type="button" class=class on:click=move |_| press()>{words.of(self.language)}</button> }
            .into_any()
    }

    /// Tries something; what comes of it goes to `then`, what is wrong with a code to its field.
    fn tried<T: 'static>(
        self,
        trying: impl Future<Output = Result<T, Error>> + 'static,
        then: impl Fn(T) + 'static,
    ) {
        self.form.send(async move {
            match trying.await {
                Ok(value) => {
                    self.code.set(String::new());
                    then(value);
                    crate::browser::focus("facteur");
                }
                Err(error) if error.status() == Some(401) => self.session.end(),
                Err(error) if error.status() == Some(422) => {
                    let wrong = words::FACTOR_CODE_WRONG.of(self.language);
                    self.form.refuse(vec![Fault::of("code", wrong)]);
                }
                Err(error) => self.form.refuse(Fault::told(&error, self.language)),
            }
        });
    }
}

/// «7K2P Q9XZ»: as one copies it.
fn by_halves(code: &str) -> String {
    let (first, second) = code.split_at_checked(4).unwrap_or((code, ""));
    [first, " ", second].concat()
}

//! What leads in besides the link, on Connexion: another site that signs people in, where the server knows one, and a
//! password, folded.

use crate::browser::window;
use crate::data;
use crate::ui::form::{Fault, Field, Form};
use crate::ui::node::{live, told};
use aect_client::{Client, Error};
use aect_types::people::{AccessToken, Email};
use aect_types::ways::{OpenIdRequest, PasswordSignIn, SignInWays};
use aect_words::Language;
use aect_words::pages::{Text, member, ways as words};
use leptos::prelude::*;

/// What says in the address what came of the other site.
pub(super) const CAME: &str = "openid";
/// That one is signed in.
pub(super) const IN: &str = "in";
/// What the public agents' sign-in is called; its guidelines want it explained.
const PROCONNECT: &str = "ProConnect";

/// Why one has not come in, where one has not.
pub(super) fn trouble(came: &str) -> Option<Text> {
    Some(match came {
        "refused" => words::REFUSED,
        "expired" => words::EXPIRED,
        "unavailable" => words::SITE_UNAVAILABLE,
        "not-vouched" => words::NOT_VOUCHED,
        "no-address" => words::NO_ADDRESS,
        "not-linked" => words::NOT_LINKED,
        "another" => words::ANOTHER,
        _ => return None,
    })
}

/// Says it.
pub(super) fn note(trouble: Text, language: Language) -> AnyView {
    view! { <p class="notice notice-error" role="alert">{trouble.of(language)}</p> }.into_any()
}

/// Goes to the other site.
pub(super) fn leave_for(url: &str) {
    let left = window().location().assign(url);
    debug_assert!(left.is_ok(), "the address of another site");
}

#[derive(Clone, Copy)]
pub(super) struct Others {
    language: Language,
    email: RwSignal<String>,
    password: RwSignal<String>,
    /// Where to go once signed in.
    back: StoredValue<String>,
    client: StoredValue<Client>,
    /// What is wrong with the link is not wrong with these.
    link: Form,
    site: Form,
    form: Form,
}

impl Others {
    pub(super) fn new(
        language: Language,
        email: RwSignal<String>,
        back: StoredValue<String>,
        client: Client,
        link: Form,
    ) -> Self {
        Self {
            language,
            email,
            password: RwSignal::default(),
            back,
            client: StoredValue::new(client),
            link,
            site: Form::new(language),
            form: Form::new(language),
        }
    }

    /// Both, the other site as soon as it is known; `then` follows a password that is right.
    pub(super) fn view(self, then: impl Fn(AccessToken) + Copy + 'static) -> AnyView {
        let ways = data::load_apart(|client: Client| async move { client.sign_in_ways().await });
        let site = move || {
            ways.value
                .with(|ways: &Option<SignInWays>| ways.as_ref()?.openid.clone())
        };
        let site = Memo::new(move |_| site());
        view! {
            {live(move || site.get().map(|name| self.of_site(&name)))}
            <details class="fold ways">
                <summary>{words::BY_PASSWORD.of(self.language)}</summary>
                {told("p", "", words::BY_PASSWORD_DETAIL.of(self.language))}
                {self.form.view(self.lines(), member::SIGN_IN_HERE, move || self.send(then))}
            </details>
        }
        .into_any()
    }

    fn of_site(self, name: &str) -> AnyView {
        let language = self.language;
        let explained = (name == PROCONNECT).then(|| {
            view! {
                <p class="small">
                    <a href="https://www.proconnect.gouv.fr/" rel="external">{words::WHAT_IS_PROCONNECT.of(language)}</a>
                </p>
            }
        });
        let label = words::sign_in_with(name, language);
        view! {
            <div class="ways">
                <p class="ways-or">{words::OR.of(language)}</p>
                {self.site.summary()}
                <p><button type="button" class="button" on:click=move |_| self.lead()>{label}</button> {self.site.status()}</p>
                {explained}
            </div>
        }
        .into_any()
    }

    fn lead(self) {
        self.quiet();
        let (client, back) = (self.client.get_value(), self.back.get_value());
        self.site.send(async move {
            match client.begin_openid(&OpenIdRequest { back: Some(back) }).await {
                Ok(begun) => leave_for(&begun.url),
                Err(error) => self.site.refuse(unavailable(&error, self.language)),
            }
        });
    }

    fn lines(self) -> Vec<AnyView> {
        let field = |id, label, value| Field {
            id,
            label,
            help: None,
            value,
        };
        let address = field("account", member::EMAIL, self.email);
        let password = field("password", words::PASSWORD, self.password);
        vec![
            self.form.line(address, "email", "username"),
            self.form.line(password, "password", "current-password"),
        ]
    }

    fn send(self, then: impl Fn(AccessToken) + 'static) {
        self.quiet();
        let (form, language) = (self.form, self.language);
        let Ok(email) = self.email.with_untracked(|email| email.parse::<Email>()) else {
            return form.refuse(vec![Fault::of("account", member::EMAIL_WRONG.of(language))]);
        };
        let password = self.password.get_untracked();
        if password.is_empty() {
            return form.refuse(vec![Fault::of("password", words::PASSWORD_MISSING.of(language))]);
        }
        let client = self.client.get_value();
        form.send(async move {
            match client
                .sign_in_by_password(&PasswordSignIn { email, password })
                .await
            {
                Ok(token) => then(token),
                Err(error) => form.refuse(match error.status() {
                    Some(401) => vec![Fault::of("password", words::PASSWORD_REFUSED.of(language))],
                    Some(429) => vec![Fault::of("", words::PASSWORD_WAIT.of(language))],
                    _ => Fault::told(&error, language),
                }),
            }
        });
    }

    /// One summary at a time says what is wrong.
    fn quiet(self) {
        for form in [self.link, self.site, self.form] {
            form.mark(Vec::new());
        }
    }
}

/// Why the other site cannot be gone to.
pub(super) fn unavailable(error: &Error, language: Language) -> Vec<Fault> {
    match error.status() {
        Some(503) => vec![Fault::of("", words::SITE_UNAVAILABLE.of(language))],
        _ => Fault::told(error, language),
    }
}

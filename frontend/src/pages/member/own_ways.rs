//! What leads in to one's account besides the link, on Mon compte: a password, another site.

use super::ways::{self, unavailable};
use crate::data::{self, Loaded};
use crate::router::use_router;
use crate::session::{Session, use_session};
use crate::ui::form::{self, Fault, Field, Form};
use crate::ui::node::{live, node, told};
use crate::ui::states;
use aect_client::{Client, Error};
use aect_types::ways::limits::{PASSWORD_MAX, PASSWORD_MIN};
use aect_types::ways::{AccountWays, LinkedSite, PasswordInput};
use aect_words::Language;
use aect_words::pages::{Text, ways as words};
use leptos::prelude::*;

/// What came of the other site where it was linked.
const LINKED: &str = "linked";
/// Where the focus goes once something was done.
const HEADING: &str = "moyens";

#[derive(Clone, Copy)]
struct OwnWays {
    language: Language,
    loaded: Loaded<AccountWays>,
    /// Whether a password is being chosen.
    choosing: RwSignal<bool>,
    password: RwSignal<String>,
    current: RwSignal<String>,
    form: Form,
    client: StoredValue<Client>,
    session: Session,
}

/// The part of Mon compte.
pub(super) fn section(language: Language) -> AnyView {
    let own = OwnWays {
        language,
        loaded: data::load_apart(|client: Client| async move { client.account_ways().await }),
        choosing: RwSignal::new(false),
        password: RwSignal::default(),
        current: RwSignal::default(),
        form: Form::new(language),
        client: StoredValue::new(expect_context()),
        session: use_session(),
    };
    let came = use_router()
        .address
        .with_untracked(|address| address.parameter(ways::CAME));
    if came.as_deref() == Some(LINKED) {
        own.form.say(words::LINKED);
    }
    let trouble = came.and_then(|came| ways::trouble(&came));
    view! {
        <section class="aside">
            <h2 id=HEADING tabindex="-1">{words::WAYS.of(language)}</h2>
            {trouble.map(|trouble| ways::note(trouble, language))}
            {told("p", "", words::WAYS_DETAIL.of(language))}
            {live(move || (!own.choosing.get()).then(|| own.form.summary()))}
            {states::part(own.loaded, move |ways| own.rows(ways))}
            {live(move || (!own.choosing.get()).then(|| own.form.status()))}
        </section>
    }
    .into_any()
}

impl OwnWays {
    fn words(self, text: Text) -> &'static str {
        text.of(self.language)
    }

    fn rows(self, ways: &AccountWays) -> AnyView {
        let (has, recent) = (ways.password_since.is_some(), ways.recent);
        let site = ways.openid.as_ref().map(|site| self.site(site));
        let password = live(move || {
            if self.choosing.get() {
                self.chosen(has, recent)
            } else {
                self.password(has)
            }
        });
        node("div", "", vec![password, site.into_any()])
    }

    fn password(self, has: bool) -> AnyView {
        let choose = move || {
            self.choosing.set(true);
            // The button that was pressed is gone.
            request_animation_frame(|| form::go_to("password"));
        };
        let (state, label) = if has {
            (words::PASSWORD_SET, words::PASSWORD_CHANGE)
        } else {
            (words::PASSWORD_NONE, words::PASSWORD_CHOOSE)
        };
        let parts = vec![
            told("p", "", self.words(state)),
            node("div", "tools", vec![button(self.words(label), choose)]),
        ];
        node("div", "", parts)
    }

    /// The form; the present password is asked of whoever has one and has not signed in just now.
    fn chosen(self, has: bool, recent: bool) -> AnyView {
        if !has && !recent {
            return told("p", "notice", self.words(words::PASSWORD_STALE));
        }
        let form = self.form;
        let field = |id, label, help, value| Field {
            id,
            label,
            help,
            value,
        };
        let current = field("current", words::PASSWORD_CURRENT, None, self.current);
        let new = field(
            "password",
            words::PASSWORD_NEW,
            Some(words::PASSWORD_HELP),
            self.password,
        );
        let mut lines = Vec::new();
        if !recent {
            lines.push(form.line(current, "password", "current-password"));
        }
        lines.push(form.line(new, "password", "new-password"));
        let remove = has.then(|| {
            let remove = move || self.set(None, words::PASSWORD_REMOVED);
            node(
                "div",
                "tools",
                vec![button(self.words(words::PASSWORD_REMOVE), remove)],
            )
        });
        view! {
            {form.view(lines, words::PASSWORD_SAVE, move || self.save())}
            {remove}
        }
        .into_any()
    }

    fn save(self) {
        let password = self.password.get_untracked();
        let length = password.chars().count();
        if !(PASSWORD_MIN..=PASSWORD_MAX).contains(&length) {
            return self
                .form
                .refuse(vec![Fault::of("password", self.words(words::PASSWORD_LENGTH))]);
        }
        self.set(Some(password), words::PASSWORD_SAVED);
    }

    fn set(self, password: Option<String>, said: Text) {
        let current = Some(self.current.get_untracked()).filter(|current| !current.is_empty());
        let client = self.client.get_value();
        self.done(
            async move { client.set_password(&PasswordInput { password, current }).await },
            said,
        );
    }

    fn site(self, site: &LinkedSite) -> AnyView {
        let linked = site.since.is_some();
        let change = move || {
            let client = self.client.get_value();
            if linked {
                return self.done(async move { client.unlink_openid().await }, words::UNLINKED);
            }
            self.form.send(async move {
                match client.link_openid().await {
                    Ok(begun) => ways::leave_for(&begun.url),
                    Err(error) => self.refuse(&error),
                }
            });
        };
        let label = words::link(&site.name, linked, self.language);
        let parts = vec![
            told("p", "", words::linked(&site.name, linked, self.language)),
            node("div", "tools", vec![button(label, change)]),
        ];
        node("div", "ways", parts)
    }

    /// Does something, says that it was done, and reads what there is anew.
    fn done(self, doing: impl Future<Output = Result<(), Error>> + 'static, said: Text) {
        self.form.send(async move {
            match doing.await {
                Ok(()) => {
                    self.password.set(String::new());
                    self.current.set(String::new());
                    self.choosing.set(false);
                    self.form.say(said);
                    self.loaded.retry();
                    crate::browser::focus(HEADING);
                }
                Err(error) => self.refuse(&error),
            }
        });
    }

    fn refuse(self, error: &Error) {
        match error.status() {
            Some(401) => self.session.end(),
            Some(503) => self.form.refuse(unavailable(error, self.language)),
            Some(429) => self
                .form
                .refuse(vec![Fault::of("", self.words(words::PASSWORD_WAIT))]),
            _ => self.form.refuse(self.faults(error)),
        }
    }

    /// What is wrong. Whoever has stayed so long that the present password is asked for finds its field.
    fn faults(self, error: &Error) -> Vec<Fault> {
        let faults = Fault::told(error, self.language);
        if faults.iter().any(|fault| fault.is_of("current")) {
            self.loaded.retry();
            return vec![Fault::of("current", self.words(words::PASSWORD_CURRENT_WRONG))];
        }
        faults
    }
}

fn button(label: impl Into<String>, press: impl Fn() + 'static) -> AnyView {
    let label: String = label.into();
    view! { <button type="button" class="tool" on:click=move |_| press()>{label}</button> }.into_any()
}

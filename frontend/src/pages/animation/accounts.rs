//! Accounts: found by name or address, suspended, given a role.

use crate::data::{self, Loaded, Question};
use crate::session::{Session, use_session};
use crate::ui::form::{Fault, Field, Form};
use crate::ui::node::told;
use crate::ui::states;
use aect_client::{Client, Error};
use aect_types::Page;
use aect_types::people::{UserRole, UserState};
use aect_types::users::{UserChange, UserSummary};
use aect_words::pages::animation as words;
use aect_words::{Labelled as _, Language};
use leptos::prelude::*;

/// Typing rests for this many milliseconds before the server is asked.
const REST: i32 = 250;
const LIST: &str = "comptes";

#[derive(Clone, Copy)]
struct Accounts {
    language: Language,
    loaded: Loaded<Page<UserSummary>>,
    /// Says what was done, and what could not be.
    form: Form,
    client: StoredValue<Client>,
    session: Session,
}

/// The page.
pub(super) fn page(language: Language) -> AnyView {
    let sought = RwSignal::new(String::new());
    let question = move || {
        Some(Question {
            key: sought.get().trim().to_owned(),
            after: REST,
        })
    };
    let loaded = data::load(question, |client: Client, words: String| async move {
        let words = String::from(js_sys::encode_uri_component(&words));
        client.users(&["q=", &words].concat()).await
    });
    let accounts = Accounts {
        language,
        loaded,
        form: Form::new(language),
        client: StoredValue::new(expect_context()),
        session: use_session(),
    };
    let field = Field {
        id: "q",
        label: words::FIND,
        help: None,
        value: sought,
    };
    view! {
        {told("p", "lead", words::ACCOUNTS_INTRODUCTION.of(language))}
        {accounts.form.summary()}
        <div class="form">{accounts.form.line(field, "search", "off")}</div>
        <p class="said">{accounts.form.status()}</p>
        <div id=LIST tabindex="-1">{states::part(loaded, move |page| accounts.rows(page))}</div>
    }
    .into_any()
}

impl Accounts {
    fn rows(self, page: &Page<UserSummary>) -> AnyView {
        if page.items.is_empty() {
            return told("p", "hint", words::FOUND_NONE.of(self.language));
        }
        let rows = page.items.iter().map(|user| self.row(user)).collect::<Vec<_>>();
        view! { <ul class="rows">{rows}</ul> }.into_any()
    }

    fn row(self, user: &UserSummary) -> AnyView {
        let language = self.language;
        let name = if user.name.is_empty() {
            words::NAMELESS.of(language).to_owned()
        } else {
            user.name.clone()
        };
        let notes = [Some(user.email.as_str().to_owned()), user.function.clone()];
        let notes = notes.into_iter().flatten().collect::<Vec<_>>().join(" – ");
        let suspended = user.state == UserState::Suspended;
        let state = suspended.then(|| told("span", "badge badge-coming", user.state.label(language)));
        view! {
            <li class="row">
                {told("p", "row-title", name)}
                {told("p", "row-note", notes)}
                <p class="badges"><span class="badge">{user.role.label(language)}</span> " " {state}</p>
                {self.acts(user)}
            </li>
        }
        .into_any()
    }

    fn acts(self, user: &UserSummary) -> AnyView {
        let language = self.language;
        let (id, version, role, state) = (user.id, user.version, user.role, user.state);
        let change = move |change: UserChange| {
            let client = self.client.get_value();
            self.form.send(async move {
                match client.change_user(id, version, &change).await {
                    Ok(_) | Err(Error::Stale(_)) => {
                        self.form.say(words::CHANGED);
                        self.loaded.retry();
                        crate::browser::focus(LIST);
                    }
                    Err(error) if error.status() == Some(401) => self.session.end(),
                    Err(error) => self.form.refuse(Fault::told(&error, language)),
                }
            });
        };
        let (words, other) = match state {
            UserState::Active => (words::SUSPEND, UserState::Suspended),
            UserState::Suspended => (words::REACTIVATE, UserState::Active),
        };
        let label = [words.of(language), " ", user.email.as_str()].concat();
        let press = move |_| change(UserChange { role, state: other });
        let suspend = user.may_suspend.then(|| {
            view! { <button type="button" class="tool" aria-label=label on:click=press>{words.of(language)}</button> }
        });
        let option = |one: &UserRole| {
            let one = *one;
            view! { <option value=one.as_str() prop:selected=one == role>{one.label(language)}</option> }
                .into_any()
        };
        let choose = move |event| {
            if let Ok(role) = event_target_value(&event).parse() {
                change(UserChange { role, state });
            }
        };
        let label = [words::ROLE.of(language), " – ", user.email.as_str()].concat();
        let promote = user.may_promote.then(|| {
            view! {
                <select aria-label=label on:change=choose>{UserRole::ALL.iter().map(option).collect::<Vec<_>>()}</select>
            }
        });
        view! { <div class="tools">{promote} {suspend}</div> }.into_any()
    }
}

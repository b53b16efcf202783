//! Where one is signed in: each browser with what it is and when it was used, a way to end each, and the way out of this
//! one.

use super::{agents, sign_in};
use crate::address::Address;
use crate::data::{self, Loaded};
use crate::intl;
use crate::router::{How, use_router};
use crate::routes;
use crate::session;
use crate::ui::form::{Fault, Form};
use crate::ui::node::told;
use crate::ui::states;
use aect_client::{Client, Error};
use aect_types::Page;
use aect_types::people::Session;
use aect_words::Language;
use aect_words::pages::{Text, member as words};
use js_sys::Date;
use leptos::prelude::*;

#[derive(Clone, Copy)]
struct Sessions {
    language: Language,
    loaded: Loaded<Page<Session>>,
    /// Says what was done, and what could not be.
    form: Form,
    client: StoredValue<Client>,
    session: session::Session,
}

/// The part of Mon compte.
pub(super) fn section(language: Language) -> AnyView {
    let sessions = Sessions {
        language,
        loaded: data::load_apart(|client: Client| async move { client.sessions().await }),
        form: Form::new(language),
        client: StoredValue::new(expect_context()),
        session: session::use_session(),
    };
    view! {
        <section class="aside">
            <h2 id="sessions" tabindex="-1">{words::SESSIONS.of(language)}</h2>
            {sessions.form.summary()}
            {states::part(sessions.loaded, move |page| sessions.rows(page))}
            {sessions.form.status()}
            {sessions.way_out()}
        </section>
    }
    .into_any()
}

impl Sessions {
    fn rows(self, page: &Page<Session>) -> AnyView {
        let rows = page
            .items
            .iter()
            .map(|session| self.row(session))
            .collect::<Vec<_>>();
        let others = page.items.iter().any(|session| !session.present);
        let end_others = move |_| {
            let client = self.client.get_value();
            self.done(
                async move { client.end_other_sessions().await },
                words::SESSIONS_ENDED,
            );
        };
        let button = others.then(|| {
            view! {
                <button type="button" class="tool" on:click=end_others>{words::SESSIONS_END_OTHERS.of(self.language)}</button>
            }
        });
        view! {
            <ul class="rows">{rows}</ul>
            <div class="tools">{button}</div>
        }
        .into_any()
    }

    fn row(self, session: &Session) -> AnyView {
        let (language, id) = (self.language, session.id);
        let name = named(session.agent.as_deref().unwrap_or_default(), language);
        let used = intl::moment(Date::parse(&session.used_at.to_string()), language);
        let used = format!("{} {used}", words::SESSION_USED.of(language));
        let end = move |_| {
            let client = self.client.get_value();
            self.done(async move { client.end_session(id).await }, words::SESSION_ENDED);
        };
        let label = format!("{} – {name}", words::SESSION_END.of(language));
        let side = if session.present {
            told("span", "badge badge-alive", words::SESSION_PRESENT.of(language))
        } else {
            view! {
                <button type="button" class="tool" aria-label=label on:click=end>{words::SESSION_END.of(language)}</button>
            }
            .into_any()
        };
        view! {
            <li class="row row-sided">
                <div>
                    {told("p", "row-title", name)}
                    {told("p", "row-note", used)}
                </div>
                {side}
            </li>
        }
        .into_any()
    }

    /// Does something, says that it was done, and reads the list anew.
    fn done(self, doing: impl Future<Output = Result<(), Error>> + 'static, words: Text) {
        let session = self.session;
        self.form.send(async move {
            match doing.await {
                Ok(()) => {
                    self.form.say(words);
                    self.loaded.retry();
                    // The button that was pressed is gone with what it ended.
                    crate::browser::focus("sessions");
                }
                Err(error) if error.status() == Some(401) => session.end(),
                Err(error) => self.form.refuse(Fault::told(&error, self.language)),
            }
        });
    }

    fn way_out(self) -> AnyView {
        let (session, router) = (self.session, use_router());
        let sign_out = move |_| {
            let client = self.client.get_value();
            self.form.send(async move {
                match client.sign_out().await {
                    Err(error) if error.status() != Some(401) => {
                        self.form.refuse(Fault::told(&error, self.language));
                    }
                    _ => {
                        let to = Address::with_pairs(routes::SIGN_IN, [(sign_in::OUT, "1")]);
                        router.go(&to.href(), How::Push);
                        session.end();
                    }
                }
            });
        };
        view! {
            <p class="form-send">
                <button type="button" class="button" on:click=sign_out>{words::SIGN_OUT.of(self.language)}</button>
            </p>
        }
        .into_any()
    }
}

/// «Firefox sur Windows».
fn named(agent: &str, language: Language) -> String {
    match agents::named(agent) {
        (Some(browser), Some(system)) => format!("{browser} {} {system}", words::AGENT_ON.of(language)),
        (Some(name), None) | (None, Some(name)) => name.to_owned(),
        (None, None) => words::AGENT_UNKNOWN.of(language).to_owned(),
    }
}

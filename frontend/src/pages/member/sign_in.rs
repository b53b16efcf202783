//! Connexion: an address, a link in a mail, and a button; or a code, where the link was opened in another browser.

use super::keeping;
use super::requests::{self, Request};
use super::ways::{self, Others};
use crate::address::Address;
use crate::router::{How, Router, use_router};
use crate::routes;
use crate::session::{Session, Who, use_session};
use crate::ui::form::{Fault, Field, Form};
use crate::ui::heading::heading;
use crate::ui::node::{live, told};
use aect_client::{Client, Error};
use aect_types::people::{AccessToken, Email, SignInCodeUse, SignInLinkUse, SignInLinkUsed};
use aect_words::Language;
use aect_words::pages::{Text, member as words};
use leptos::prelude::*;

/// What names in the address where to go once signed in.
pub(super) const BACK: &str = "retour";
/// What names the link in the address that a mail leads to.
const LINK: &str = "lien";
/// What says in the address that one has just signed out.
pub(super) const OUT: &str = "fin";

/// How far one has come.
#[derive(Clone, PartialEq)]
enum Step {
    /// Which address?
    Ask,
    /// A link is on its way.
    Sent,
    /// The page that a link leads to.
    Link(String),
    /// A link that opens nothing.
    Refused,
    /// What to type in the browser that asked.
    Code(String),
    /// Back from the other site, with a session that is being asked for.
    Coming,
    /// Signed in, and on the way to another page.
    Done,
}

#[derive(Clone, Copy)]
struct SignIn {
    language: Language,
    step: RwSignal<Step>,
    email: RwSignal<String>,
    code: RwSignal<String>,
    back: StoredValue<String>,
    client: StoredValue<Client>,
    session: Session,
    router: Router,
}

/// The page.
pub(super) fn page(language: Language) -> AnyView {
    let router = use_router();
    let asked = |name| router.address.with_untracked(|address| address.parameter(name));
    let (link, back) = (asked(LINK), asked(BACK));
    let session = use_session();
    let came = asked(ways::CAME);
    let last = requests::all().into_iter().next();
    let step = match link {
        _ if came.as_deref() == Some(ways::IN) => {
            if session.is(Who::Visitor) {
                session.resume();
            }
            Step::Coming
        }
        Some(link) => Step::Link(link),
        None if came.is_some() => Step::Ask,
        None if last.is_some() => Step::Sent,
        None => Step::Ask,
    };
    let back = back
        .or_else(|| last.as_ref().map(|request| request.back.clone()))
        .filter(|back| {
            let path = Address::parse(back).path;
            routes::is_page(&path) && path != routes::SIGN_IN
        });
    let page = SignIn {
        language,
        step: RwSignal::new(step.clone()),
        email: RwSignal::new(last.map(|request| request.email).unwrap_or_default()),
        code: RwSignal::default(),
        back: StoredValue::new(back.unwrap_or_else(|| routes::SPACE.to_owned())),
        client: StoredValue::new(expect_context()),
        session,
        router,
    };
    if matches!(step, Step::Link(_)) {
        // Whoever looks over a shoulder, or into the history, finds no link that signs in.
        router.go(routes::SIGN_IN, How::Replace);
    }
    Effect::new(move |_| page.go_on());
    live(move || page.view())
}

fn told_status(words: &'static str) -> AnyView {
    view! { <p class="notice" role="status">{words}</p> }.into_any()
}

impl SignIn {
    fn words(self, text: Text) -> &'static str {
        text.of(self.language)
    }

    /// Goes on to where one wanted to be, once signed in: here, or in another window.
    fn go_on(self) {
        let arrived = self
            .step
            .with(|step| matches!(step, Step::Ask | Step::Sent | Step::Coming | Step::Done));
        if self.session.who() == Who::Visitor && self.step.get_untracked() == Step::Coming {
            self.step.set(Step::Ask);
        }
        if self.session.who() == Who::Member && arrived {
            requests::forget();
            self.router.go(&self.back.get_value(), How::Replace);
        }
    }

    fn turn(self, step: Step) {
        self.router.turn();
        self.step.set(step);
    }

    fn view(self) -> AnyView {
        match self.step.get() {
            Step::Ask => self.asking(),
            Step::Sent => self.sent(),
            Step::Link(link) => self.link(link),
            Step::Refused => self.refused(),
            Step::Code(code) => self.shown(code),
            Step::Coming | Step::Done => told("h1", "visually-hidden", self.words(words::SIGN_IN)),
        }
    }

    fn heading(self, text: Text) -> AnyView {
        heading(self.words(text).to_owned(), self.language)
    }

    fn asking(self) -> AnyView {
        let form = Form::new(self.language);
        let field = Field {
            id: "email",
            label: words::EMAIL,
            help: Some(words::EMAIL_HELP),
            value: self.email,
        };
        let asked = |name| {
            self.router
                .address
                .with_untracked(|address| address.parameter(name).is_some())
        };
        let note = match (asked(OUT), asked(BACK)) {
            (true, _) => Some(words::SIGNED_OUT),
            (_, true) => Some(words::SIGN_IN_FIRST),
            _ => None,
        };
        let came = self
            .router
            .address
            .with_untracked(|address| address.parameter(ways::CAME));
        let trouble = came.and_then(|came| ways::trouble(&came));
        let note = match trouble {
            Some(trouble) => Some(ways::note(trouble, self.language)),
            None => note.map(|note| told_status(self.words(note))),
        };
        let client = self.client.get_value();
        let others = Others::new(self.language, self.email, self.back, client, form);
        let send = move || match self.email.with_untracked(|email| email.parse::<Email>()) {
            Ok(email) => form.send(async move {
                match self.ask(email).await {
                    Ok(()) => self.turn(Step::Sent),
                    Err(error) => form.refuse(Fault::told(&error, self.language)),
                }
            }),
            Err(_) => form.refuse(vec![Fault::of("email", self.words(words::EMAIL_WRONG))]),
        };
        view! {
            {self.heading(words::SIGN_IN)}
            <p class="lead">{self.words(words::SIGN_IN_INTRODUCTION)}</p>
            {note}
            {form.view(vec![form.line(field, "email", "email")], words::SEND_LINK, send)}
            {others.view(move |token| self.signed_in(&token))}
        }
        .into_any()
    }

    /// Has a link sent.
    async fn ask(self, email: Email) -> Result<(), Error> {
        let sent = self.client.get_value().ask_sign_in_link(&email).await?;
        requests::keep(Request::new(sent, email.as_str(), &self.back.get_value()));
        self.email.set(email.into());
        Ok(())
    }

    fn sent(self) -> AnyView {
        let (again, typing) = (Form::new(self.language), Form::new(self.language));
        let field = Field {
            id: "code",
            label: words::CODE,
            help: None,
            value: self.code,
        };
        let send_again = move |_| {
            // An address that a link was sent to is one.
            let Ok(email) = self.email.with_untracked(|email| email.parse::<Email>()) else {
                return;
            };
            again.send(async move {
                match self.ask(email).await {
                    Ok(()) => again.say(words::SENT_AGAIN),
                    Err(error) => typing.refuse(Fault::told(&error, self.language)),
                }
            });
        };
        let other = move |_| {
            requests::forget();
            self.turn(Step::Ask);
        };
        view! {
            {self.heading(words::SENT_TITLE)}
            <p class="lead">{self.words(words::SENT)} " " <strong class="address">{live(move || self.email.get())}</strong> "."</p>
            <div class="prose">
                <p>{self.words(words::SENT_NEXT)}</p>
                <p>{self.words(words::SENT_SPAM)}</p>
            </div>
            <div class="tools">
                <button type="button" class="tool" on:click=send_again>{self.words(words::SEND_AGAIN)}</button>
                <button type="button" class="tool" on:click=other>{self.words(words::OTHER_ADDRESS)}</button>
                {again.status()}
            </div>
            <section class="aside">
                <h2>{self.words(words::CODE_ELSEWHERE)}</h2>
                <p>{self.words(words::CODE_ELSEWHERE_DETAIL)}</p>
                {typing.view(vec![typing.line(field, "text", "one-time-code")], words::SIGN_IN_HERE, move || self.type_code(typing))}
            </section>
        }
        .into_any()
    }

    fn type_code(self, form: Form) {
        let code = self
            .code
            .with_untracked(|code| code.chars().filter(char::is_ascii_digit).collect::<String>());
        if code.len() != 6 {
            return form.refuse(vec![Fault::of("code", self.words(words::CODE_WRONG))]);
        }
        form.send(async move {
            match self.use_code(&code).await {
                Ok(Some(token)) => self.signed_in(&token),
                Ok(None) => form.refuse(vec![Fault::of("code", self.words(words::CODE_REFUSED))]),
                Err(error) => form.refuse(Fault::told(&error, self.language)),
            }
        });
    }

    /// Uses a code: it is that of one of the links that are on their way. Nothing where it is that of none.
    async fn use_code(self, code: &str) -> Result<Option<AccessToken>, Error> {
        let client = self.client.get_value();
        for request in requests::all() {
            let using = SignInCodeUse {
                id: request.id,
                browser: request.browser,
                code: code.to_owned(),
            };
            match client.use_sign_in_code(&using).await {
                Ok(token) => return Ok(Some(token)),
                Err(error) if error.status() == Some(401) => {}
                Err(error) => return Err(error),
            }
        }
        Ok(None)
    }

    fn link(self, link: String) -> AnyView {
        let form = Form::new(self.language);
        let send = move || {
            let link = link.clone();
            form.send(async move {
                match self.use_link(&link).await {
                    Ok(SignInLinkUsed::SignedIn(token)) => self.signed_in(&token),
                    Ok(SignInLinkUsed::Code { code }) => self.turn(Step::Code(code)),
                    Err(error) if error.status() == Some(401) => self.turn(Step::Refused),
                    Err(error) => form.refuse(Fault::told(&error, self.language)),
                }
            });
        };
        view! {
            {self.heading(words::LINK_TITLE)}
            <p class="lead">{self.words(words::LINK_DETAIL)}</p>
            {form.view(Vec::new(), words::SIGN_IN_HERE, send)}
            <p class="small aside">{self.words(words::LINK_NOT_YOU)}</p>
        }
        .into_any()
    }

    /// Uses a link, as the browser of one of the links that were asked for here where it is one of them.
    async fn use_link(self, link: &str) -> Result<SignInLinkUsed, Error> {
        let client = self.client.get_value();
        let using = |browser| SignInLinkUse {
            link: link.to_owned(),
            browser,
        };
        for request in requests::all() {
            let used = client.use_sign_in_link(&using(Some(request.browser))).await?;
            if let SignInLinkUsed::SignedIn(_) = used {
                self.back.set_value(request.back);
                return Ok(used);
            }
        }
        client.use_sign_in_link(&using(None)).await
    }

    fn refused(self) -> AnyView {
        view! {
            {self.heading(words::LINK_REFUSED_TITLE)}
            <p class="lead">{self.words(words::LINK_REFUSED)}</p>
            <p class="form">
                <button type="button" class="button button-main" on:click=move |_| self.turn(Step::Ask)>
                    {self.words(words::ASK_ANOTHER)}
                </button>
            </p>
        }
        .into_any()
    }

    fn shown(self, code: String) -> AnyView {
        view! {
            {self.heading(words::YOUR_CODE)}
            <p class="code">{code}</p>
            <p class="lead">{self.words(words::YOUR_CODE_DETAIL)}</p>
        }
        .into_any()
    }

    fn signed_in(self, token: &AccessToken) {
        let client = self.client.get_value();
        client.call_as(Some(token.access_token.clone()));
        keeping::keep(self.session, client, token.expires_in);
        self.step.set(Step::Done);
        self.session.begin();
    }
}

//! Mon compte: what one says of oneself, where one is signed in, and the way out.

use super::conflict;
use super::own_ways;
use super::personal;
use super::reach;
use super::second_factor;
use super::sessions;
use crate::data::{self, Loaded};
use crate::router::use_router;
use crate::routes;
use crate::session::{Session, Who, use_session};
use crate::ui::dates;
use crate::ui::form::{self, Fault, Field, Form};
use crate::ui::heading::heading;
use crate::ui::node::live;
use crate::ui::{states, states::skeleton};
use aect_client::Client;
use aect_types::people::{Account, AccountInput, SecondFactor, Standing, limits};
use aect_words::pages::{form as form_words, member as words};
use aect_words::{Labelled as _, Language};
use leptos::prelude::*;

/// What names in the address the field that a link leads to.
pub(super) const FIELD: &str = "champ";

/// The page.
pub(super) fn page(language: Language) -> AnyView {
    let loaded: Loaded<Account> =
        data::load_apart(move |client: Client| async move { client.account().await });
    // The form is made once: what comes later must not take the place of what is typed.
    let known = Memo::new(move |_| loaded.value.with(Option::is_some));
    let content = move || {
        if known.get() {
            return loaded
                .value
                .get_untracked()
                .map(|account| content(account, language));
        }
        match loaded.error.get() {
            Some(error) => Some(states::failure(&error, move || loaded.retry())),
            None => loaded.slow.get().then(|| skeleton(8)),
        }
    };
    let is_due = Memo::new(move |_| {
        let due = |account: &Account| account.second_factor == SecondFactor::Due;
        loaded.value.with(|account| account.as_ref().is_some_and(due))
    });
    live(move || {
        if is_due.get() {
            return second_factor::due(language, move || loaded.retry());
        }
        view! {
            {heading(words::ACCOUNT.of(language).to_owned(), language)}
            {live(content)}
        }
        .into_any()
    })
}

fn content(account: Account, language: Language) -> AnyView {
    let wanted = use_router()
        .address
        .with_untracked(|address| address.parameter(FIELD));
    if let Some(id) = wanted {
        request_animation_frame(move || form::go_to(&id));
    }
    let email = account.email.as_str().to_owned();
    let factor = second_factor::section(&account, language);
    view! {
        <p class="lead">{words::SIGNED_IN_AS.of(language)} " " <strong class="address">{email}</strong> "."</p>
        <section class="aside">
            <h2>{words::WHO.of(language)}</h2>
            {Editor::new(account, language).view()}
        </section>
        {reach::section(language)}
        {own_ways::section(language)}
        {factor}
        {sessions::section(language)}
        {personal::section(language)}
    }
    .into_any()
}

/// What the person may change, as it is typed.
#[derive(Clone, Copy)]
pub(super) struct Fields {
    name: RwSignal<String>,
    function: RwSignal<String>,
    standing: RwSignal<String>,
    mandate_end: RwSignal<String>,
    language: RwSignal<String>,
}

impl Fields {
    fn of(account: &Account) -> Self {
        let fields = Self {
            name: RwSignal::default(),
            function: RwSignal::default(),
            standing: RwSignal::default(),
            mandate_end: RwSignal::default(),
            language: RwSignal::default(),
        };
        fields.show(account);
        fields
    }

    /// Takes what an account says.
    pub(super) fn show(self, account: &Account) {
        let [name, function, standing, mandate_end, language] = typed(account);
        self.name.set(name);
        self.function.set(function);
        self.standing.set(standing);
        self.mandate_end.set(mandate_end);
        self.language.set(language);
    }

    /// What is typed, in the order of [`typed`].
    pub(super) fn all(self) -> [String; 5] {
        [
            self.name,
            self.function,
            self.standing,
            self.mandate_end,
            self.language,
        ]
        .map(|field| field.get())
    }

    /// What is typed as the API takes it, or all that is wrong with it.
    fn input(self, language: Language) -> Result<AccountInput, Vec<Fault>> {
        let [name, function, standing, mandate_end, spoken] = untrack(|| self.all());
        let mut faults = Vec::new();
        for (id, text) in [("name", &name), ("function", &function)] {
            if text.trim().chars().count() > limits::NAME_MAX {
                faults.push(Fault::of(id, form_words::TOO_LONG.of(language)));
            }
        }
        let standing: Standing = standing.parse().unwrap_or_default();
        // Only those who have a mandate have its end.
        let end = Some(mandate_end.trim()).filter(|end| !end.is_empty() && standing == Standing::Elected);
        let end = end.map(dates::read);
        if end == Some(None) {
            faults.push(Fault::of("mandate_end", words::MANDATE_END_WRONG.of(language)));
        }
        if !faults.is_empty() {
            return Err(faults);
        }
        Ok(AccountInput {
            name: name.trim().to_owned(),
            function: Some(function.trim().to_owned()).filter(|function| !function.is_empty()),
            standing,
            mandate_end: end.flatten(),
            language: spoken,
        })
    }
}

/// What an account says, as one would type it: name, function, standing, end of the mandate, language.
pub(super) fn typed(account: &Account) -> [String; 5] {
    let end = account.mandate_end.map(|end| end.to_string()).unwrap_or_default();
    [
        account.name.clone(),
        account.function.clone().unwrap_or_default(),
        account.standing.to_string(),
        dates::typed(&end),
        account.language.clone(),
    ]
}

/// The form of the account.
#[derive(Clone, Copy)]
pub(super) struct Editor {
    pub(super) language: Language,
    pub(super) fields: Fields,
    /// As it was last read or saved.
    saved: RwSignal<Account>,
    /// As somebody has saved it elsewhere meanwhile.
    pub(super) other: RwSignal<Option<Account>>,
    form: Form,
    client: StoredValue<Client>,
    session: Session,
}

impl Editor {
    fn new(account: Account, language: Language) -> Self {
        Self {
            language,
            fields: Fields::of(&account),
            saved: RwSignal::new(account),
            other: RwSignal::new(None),
            form: Form::new(language),
            client: StoredValue::new(expect_context()),
            session: use_session(),
        }
    }

    fn view(self) -> AnyView {
        self.ask_before_leaving();
        let language = self.language;
        let over = move || {
            (self.session.who() != Who::Member).then(|| {
                let href = language.place(routes::SIGN_IN);
                view! {
                    <p class="notice" role="alert">
                        {words::SESSION_OVER.of(language)} " "
                        <a href=href target="_blank">{words::SIGN_IN_BESIDE.of(language)}</a>
                    </p>
                }
            })
        };
        view! {
            {live(over)}
            {live(move || self.other.get().map(|other| conflict::view(self, other)))}
            {self.form.view(self.lines(), form_words::SAVE, move || self.save())}
        }
        .into_any()
    }

    fn lines(self) -> Vec<AnyView> {
        let (language, fields, form) = (self.language, self.fields, self.form);
        let field = |id, label, help, value| Field {
            id,
            label,
            help,
            value,
        };
        let name = field("name", words::NAME, Some(words::NAME_HELP), fields.name);
        let function = field(
            "function",
            words::FUNCTION,
            Some(words::FUNCTION_HELP),
            fields.function,
        );
        let standing = field("standing", words::STANDING, None, fields.standing);
        let end = field(
            "mandate_end",
            words::MANDATE_END,
            Some(words::MANDATE_END_HELP),
            fields.mandate_end,
        );
        let spoken = field("language", words::LANGUAGE, None, fields.language);
        let standings = Standing::ALL
            .iter()
            .map(|code| (code.as_str(), code.label(language)));
        let elected = Memo::new(move |_| fields.standing.with(|code| code == Standing::Elected.as_str()));
        let languages = Language::ALL.map(|language| (language.tag(), language.name()));
        vec![
            form.line(name, "text", "name"),
            form.line(function, "text", "organization-title"),
            form.choice(standing, standings.collect()),
            live(move || elected.get().then(|| form.line(end, "text", "off"))),
            form.choice(spoken, languages.to_vec()),
        ]
    }

    /// Whoever leaves with something unsaved is asked, here and by the browser.
    fn ask_before_leaving(self) {
        let router = use_router();
        let unsaved = Memo::new(move |_| self.saved.with(typed) != self.fields.all());
        Effect::new(move |_| {
            let words = form_words::LEAVE.of(self.language);
            router.ask_before_leaving(unsaved.get().then_some(words));
        });
        let leaving = window_event_listener(leptos::ev::beforeunload, move |event| {
            if unsaved.get_untracked() {
                event.prevent_default();
            }
        });
        on_cleanup(move || {
            leaving.remove();
            router.ask_before_leaving(None);
        });
    }

    pub(super) fn save(self) {
        let session = self.session;
        let input = match self.fields.input(self.language) {
            Ok(input) => input,
            Err(faults) => return self.form.refuse(faults),
        };
        let client = self.client.get_value();
        self.form.send(async move {
            let version = self.saved.with_untracked(|saved| saved.version);
            match client.describe_account(version, &input).await {
                Ok(account) => {
                    session.call(&account.name);
                    self.fields.show(&account);
                    self.saved.set(account);
                    self.other.set(None);
                    self.form.say(form_words::SAVED);
                }
                Err(error) if error.status() == Some(412) => match client.account().await {
                    Ok(other) => self.other.set(Some(other)),
                    Err(error) => self.form.refuse(Fault::told(&error, self.language)),
                },
                Err(error) if error.status() == Some(401) => session.end(),
                Err(error) => self.form.refuse(Fault::told(&error, self.language)),
            }
        });
    }

    /// Goes on from what was saved elsewhere.
    pub(super) fn go_on_from(self, other: Account) {
        self.saved.set(other);
        self.other.set(None);
    }
}

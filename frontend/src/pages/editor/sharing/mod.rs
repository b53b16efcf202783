//! Who leads a project with its lead: those that were asked, and asking one more.

mod asking;
mod rows;

use crate::data::{self, Loaded};
use crate::pages::records::rights::may_write;
use crate::session::{Session, use_session};
use crate::ui::form::{Fault, Form};
use crate::ui::heading::heading;
use crate::ui::node::told;
use crate::ui::states;
use aect_client::{Client, Error};
use aect_types::co_leads::{CoLead, CoLeadDecision, CoLeadState};
use aect_types::people::Account;
use aect_types::site;
use aect_types::{Resource, Uuid};
use aect_words::Language;
use aect_words::pages::{editor, sharing as words};
use leptos::prelude::*;
use serde_json::Value;

/// Where the focus goes when what it was on is gone.
const HEADING: &str = "copilotes";

/// The project, the reader, and what was asked.
type Known = (Value, Account, Vec<CoLead>);

/// The page while it is used.
#[derive(Clone, Copy)]
struct Page {
    language: Language,
    loaded: Loaded<Known>,
    /// Says what was done, and what could not be.
    form: Form,
    /// What is about to be done with which request, once a reason is given.
    act: RwSignal<Option<(Uuid, CoLeadState)>>,
    reason: RwSignal<String>,
    client: StoredValue<Client>,
    session: Session,
}

/// The page.
pub(super) fn page(slug: &str, language: Language) -> AnyView {
    let (key, href) = (
        slug.to_owned(),
        site::record(Resource::Projects, slug).unwrap_or_default(),
    );
    let page = Page {
        language,
        loaded: data::load_apart(move |client: Client| {
            let key = key.clone();
            async move { load(client, key).await }
        }),
        form: Form::new(language),
        act: RwSignal::new(None),
        reason: RwSignal::default(),
        client: StoredValue::new(expect_context()),
        session: use_session(),
    };
    let named = move || {
        let title = page
            .loaded
            .value
            .with(|known| Some(known.as_ref()?.0.get("title")?.as_str()?.to_owned()))?;
        Some(view! { <p class="lead"><a href=language.place(&href) lang="fr">{title}</a></p> }.into_any())
    };
    view! {
        {heading(words::TITLE.of(language).to_owned(), language)}
        {crate::ui::node::live(named)}
        {page.form.summary()}
        <p class="said">{page.form.status()}</p>
        {states::part(page.loaded, move |known| page.content(known))}
    }
    .into_any()
}

async fn load(client: Client, slug: String) -> Result<Known, Error> {
    let account = client.account().await?;
    let project: Value = client
        .json(&client.site().record(Resource::Projects, &slug))
        .await?;
    let asked = if may_write(&account, Resource::Projects, &project) {
        client.co_leads(id_of(&project)).await?.items
    } else {
        Vec::new()
    };
    Ok((project, account, asked))
}

fn id_of(record: &Value) -> Uuid {
    let id = record
        .get("id")
        .and_then(Value::as_str)
        .and_then(|id| id.parse().ok());
    id.unwrap_or_default()
}

impl Page {
    fn content(self, (project, account, asked): &Known) -> AnyView {
        let language = self.language;
        if !may_write(account, Resource::Projects, project) {
            return told("p", "notice", editor::NOT_YOURS.of(language));
        }
        let rows = self.rows(project, account, asked);
        let nobody = rows
            .is_empty()
            .then(|| told("p", "hint", words::NOBODY.of(language)));
        view! {
            {told("p", "", words::ABOUT.of(language))}
            <section class="aside">
                <h2 id=HEADING tabindex="-1">{words::KNOWN.of(language)}</h2>
                {nobody}
                <ul class="rows">{rows}</ul>
            </section>
            {self.asking(id_of(project))}
        }
        .into_any()
    }

    fn decide(self, id: Uuid, state: CoLeadState) {
        let reason = self.reason.get_untracked().trim().to_owned();
        if state.needs_reason() && reason.is_empty() {
            let missing = words::REASON_MISSING.of(self.language);
            return self.form.refuse_first(vec![Fault::of("reason", missing)]);
        }
        let reason = Some(reason).filter(|reason| !reason.is_empty());
        let (client, decision) = (self.client.get_value(), CoLeadDecision { state, reason });
        self.form.send(async move {
            let said = match client.decide_co_lead(id, &decision).await {
                Ok(_) => words::DONE,
                Err(Error::Stale(_)) => words::TOO_LATE,
                Err(error) if error.status() == Some(401) => return self.session.end(),
                Err(error) => return self.form.refuse(Fault::told(&error, self.language)),
            };
            self.done(said);
        });
    }

    fn done(self, said: aect_words::pages::Text) {
        self.act.set(None);
        self.reason.set(String::new());
        self.form.say(said);
        self.loaded.retry();
        // What was pressed is gone with what it did.
        crate::browser::focus(HEADING);
    }
}

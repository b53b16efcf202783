//! The team of a record: those who belong to it and who decides, or the way in for whoever does not yet.

mod asking;
mod inviting;
mod rows;

use crate::data::{self, Loaded};
use crate::session::{Session, use_session};
use crate::ui::form::{Fault, Form};
use crate::ui::heading::heading;
use crate::ui::node::{linked, node, told};
use crate::ui::states;
use aect_client::{Client, Error};
use aect_types::memberships::{MembershipDecision, Team};
use aect_types::people::{Account, MemberRole, MembershipState};
use aect_types::policy::Caller;
use aect_types::site::{self, EditorPage};
use aect_types::{Resource, Slug, Uuid};
use aect_words::pages::{Text, animation, succession, team as words};
use aect_words::{Labelled as _, Language};
use leptos::prelude::*;
use serde_json::Value;

/// Where the focus goes when what it was on is gone.
const HEADING: &str = "membres";

/// What the page is about, and for whom.
type Known = (Account, Option<Team>);

/// The page while it is used.
#[derive(Clone, Copy)]
struct Page {
    language: Language,
    record: Uuid,
    /// The page on which animators open the access.
    access: StoredValue<String>,
    /// What whoever takes over finds.
    hand_over: StoredValue<String>,
    loaded: Loaded<Known>,
    /// Says what was done, and what could not be.
    form: Form,
    /// What is about to be done to whom, once a reason is given or the reader is sure.
    act: RwSignal<Option<(Uuid, Act)>>,
    reason: RwSignal<String>,
    client: StoredValue<Client>,
    session: Session,
}

/// What is done only after a second thought.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Act {
    Refuse,
    End,
    Leave,
}

/// The page.
pub(super) fn page(resource: Resource, slug: &str, language: Language) -> AnyView {
    let key = slug.to_owned();
    let loaded: Loaded<Value> = data::load_apart(move |client: Client| {
        let key = key.clone();
        async move { client.json(&client.site().record(resource, &key)).await }
    });
    let href = site::record(resource, slug).unwrap_or_default();
    let at = |page: fn(Resource, Slug) -> EditorPage| {
        let path = slug.parse().map(|slug| page(resource, slug).path());
        path.unwrap_or_default()
    };
    let ways = [at(EditorPage::Access), at(EditorPage::HandOver)];
    states::record_page(loaded, move |record: Value| view(&record, &href, &ways, language))
}

fn view(record: &Value, href: &str, [access, hand_over]: &[String; 2], language: Language) -> AnyView {
    let said = |name: &str| {
        record
            .get(name)
            .and_then(Value::as_str)
            .unwrap_or_default()
            .to_owned()
    };
    let id: Uuid = said("id").parse().unwrap_or_default();
    let name = [said("full_name"), said("name")]
        .into_iter()
        .find(|name| !name.is_empty());
    let page = Page {
        language,
        record: id,
        access: StoredValue::new(access.clone()),
        hand_over: StoredValue::new(hand_over.clone()),
        loaded: data::load_apart(move |client: Client| async move { load(client, id).await }),
        form: Form::new(language),
        act: RwSignal::new(None),
        reason: RwSignal::default(),
        client: StoredValue::new(expect_context()),
        session: use_session(),
    };
    view! {
        {heading(words::TEAM.of(language).to_owned(), language)}
        <p class="lead"><a href=language.place(href) lang="fr">{name}</a></p>
        {page.form.summary()}
        <p class="said">{page.form.status()}</p>
        {states::part(page.loaded, move |known| page.content(known))}
    }
    .into_any()
}

async fn load(client: Client, record: Uuid) -> Result<Known, Error> {
    let account = client.account().await?;
    let caller = Caller::from(&account);
    let team = if caller.belongs_to(record) || caller.may_animate() {
        Some(client.team(record).await?)
    } else {
        None
    };
    Ok((account, team))
}

impl Page {
    fn content(self, (account, team): &Known) -> AnyView {
        let own = account
            .memberships
            .iter()
            .find(|membership| membership.record == self.record);
        let belongs = own.is_some_and(|own| own.state == MembershipState::Accepted);
        let way_in = (!belongs).then(|| self.way_in(own));
        let team = team.as_ref().map(|team| self.team(team, account.id));
        let access = Caller::from(account).may_animate().then(|| {
            let words = animation::ACCESS.of(self.language).to_owned();
            let link = linked(&self.access.get_value(), "button", words);
            node("div", "tools", vec![link])
        });
        let hands_over = team.is_some().then(|| {
            let words = succession::TITLE.of(self.language).to_owned();
            node(
                "div",
                "tools",
                vec![linked(&self.hand_over.get_value(), "button", words)],
            )
        });
        view! { {access} {hands_over} {way_in} {team} }.into_any()
    }

    fn team(self, team: &Team, me: Uuid) -> AnyView {
        let language = self.language;
        let vacancies = team
            .vacancies
            .iter()
            .map(|vacancy| told("li", "", vacancy.label(language)))
            .collect::<Vec<_>>();
        let lacks = (!vacancies.is_empty()).then(|| {
            view! {
                <section class="aside">
                    <h2>{words::VACANCIES.of(language)}</h2>
                    <ul>{vacancies}</ul>
                </section>
            }
        });
        let of = |state: MembershipState| {
            let rows = team.items.iter().filter(|member| member.state == state);
            rows.map(|member| self.row(member, team.decides, me))
                .collect::<Vec<_>>()
        };
        let accepted = of(MembershipState::Accepted);
        let nobody = accepted
            .is_empty()
            .then(|| told("p", "hint", words::NOBODY.of(language)));
        view! {
            {section(words::WAITING, of(MembershipState::Pending), language)}
            {lacks}
            <section class="aside">
                <h2 id=HEADING tabindex="-1">{words::MEMBERS.of(language)}</h2>
                {nobody}
                <ul class="rows">{accepted}</ul>
            </section>
            {section(words::INVITATIONS, of(MembershipState::Invited), language)}
            {team.decides.then(|| self.inviting())}
        }
        .into_any()
    }

    /// Decides a membership, says so, and reads the team anew.
    fn decide(self, id: Uuid, state: MembershipState, role: Option<MemberRole>) {
        let reason = self.reason.get_untracked().trim().to_owned();
        let reason = Some(reason).filter(|reason| !reason.is_empty());
        let (client, decision) = (
            self.client.get_value(),
            MembershipDecision { state, role, reason },
        );
        self.done(words::DONE, async move {
            client.decide_membership(id, &decision).await.map(drop)
        });
    }

    fn done(self, words: Text, doing: impl Future<Output = Result<(), Error>> + 'static) {
        self.form.send(async move {
            match doing.await {
                Ok(()) => {
                    self.act.set(None);
                    self.reason.set(String::new());
                    self.form.say(words);
                    self.loaded.retry();
                    // What was pressed is gone with what it did.
                    crate::browser::focus(HEADING);
                }
                Err(error) if error.status() == Some(401) => self.session.end(),
                Err(error) => self.form.refuse(Fault::told(&error, self.language)),
            }
        });
    }

    /// A button that does something at once.
    fn button(self, class: &'static str, words: Text, press: impl Fn() + 'static) -> AnyView {
        view! { <button type="button" class=class on:click=move |_| press()>{words.of(self.language)}</button> }
            .into_any()
    }
}

/// A section of rows; nothing where there are none.
fn section(title: Text, rows: Vec<AnyView>, language: Language) -> Option<AnyView> {
    (!rows.is_empty()).then(|| {
        view! {
            <section class="aside">
                <h2>{title.of(language)}</h2>
                <ul class="rows">{rows}</ul>
            </section>
        }
        .into_any()
    })
}

//! What one writes for: each collectivity with its record, its events to come, its projects, and those that wait to be
//! confirmed. A part of its own, which only members fetch.

mod drafts;
pub(crate) mod rights;
mod shared;

pub(crate) use rights::above;

use crate::address::Address;
use crate::data::{self, Loaded};
use crate::intl::Browser;
use crate::pages::editor::FOR;
use crate::routes;
use crate::session::{Session, use_session};
use crate::ui::form::{Fault, Form};
use crate::ui::node::{link, linked, live, node, told};
use crate::ui::states;
use aect_client::{Client, Error};
use aect_pages::Voice as _;
use aect_types::events::{Event, EventSummary};
use aect_types::history::Restoration;
use aect_types::people::{Account, Membership};
use aect_types::policy::Caller;
use aect_types::projects::ProjectKind;
use aect_types::query::ListQuery;
use aect_types::site::{self, EditorPage};
use aect_types::{PartialDate, Resource, Slug};
use aect_words::pages::{Text, editor as words, projects};
use aect_words::{Labelled as _, Language, phrases};
use leptos::prelude::*;
use serde_json::{Value, json};

/// Projects shown of each collectivity.
const MOST: u16 = 50;
/// Where the focus goes when what it was on is gone.
const HEADING: &str = "fiches";

/// Whom one writes for, with its projects, whether it has more, and its events to come.
#[derive(Clone)]
struct Written {
    membership: Membership,
    projects: Vec<Value>,
    more: bool,
    events: Vec<EventSummary>,
}

/// A project that was removed, with the version that this made.
type Removed = (String, i64);

/// A project in these lists.
struct Line {
    id: String,
    slug: String,
    title: String,
    /// What it is, and with whom.
    about: String,
    to_confirm: bool,
    /// Who leads it.
    lead: String,
}

impl Line {
    fn of(project: &Value, language: Language) -> Self {
        let text = |value: &Value, name: &str| {
            value
                .get(name)
                .and_then(Value::as_str)
                .unwrap_or_default()
                .to_owned()
        };
        let kind = text(project, "kind").parse::<ProjectKind>().ok();
        let partners = project
            .get("partners")
            .and_then(Value::as_array)
            .into_iter()
            .flatten();
        let partners: Vec<&str> = partners.filter_map(Value::as_str).collect();
        let about = [
            kind.map(|kind| kind.label(language).to_owned()),
            Some(partners.join(", ")),
        ];
        let about: Vec<String> = about
            .into_iter()
            .flatten()
            .filter(|part| !part.is_empty())
            .collect();
        Self {
            id: text(project, "id"),
            slug: text(project, "slug"),
            title: text(project, "title"),
            about: about.join(" – "),
            to_confirm: project.get("to_confirm") == Some(&Value::Bool(true)),
            lead: project
                .get("lead")
                .map(|lead| text(lead, "id"))
                .unwrap_or_default(),
        }
    }
}

#[derive(Clone, Copy)]
struct Records {
    language: Language,
    form: Form,
    loaded: Loaded<Vec<Written>>,
    /// The project that was removed last, with the version that this made.
    removed: RwSignal<Option<Removed>>,
    client: StoredValue<Client>,
    session: Session,
}

/// The section; nothing for whoever writes for nobody.
pub(crate) fn section(account: &Account, language: Language) -> Option<AnyView> {
    let edited: Vec<Membership> = rights::edited_all(account).cloned().collect();
    let animates = Caller::from(account).may_animate();
    if edited.is_empty() && !animates {
        return None;
    }
    let loaded = data::load_apart(move |client: Client| {
        let edited = edited.clone();
        async move { load(client, edited).await }
    });
    let records = Records {
        language,
        form: Form::new(language),
        loaded,
        removed: RwSignal::new(None),
        client: StoredValue::new(expect_context()),
        session: use_session(),
    };
    let of_each =
        move |written: &Vec<Written>| node("div", "", written.iter().map(|one| records.of(one)).collect());
    Some(
        view! {
            <section class="aside">
                <h2 id=HEADING tabindex="-1">{words::RECORDS.of(language)}</h2>
                {records.form.summary()}
                <p class="said">{records.form.status()} {live(move || records.undo())}</p>
                {drafts::view(language)}
                {states::part(loaded, of_each)}
                {shared::view(animates, language)}
            </section>
        }
        .into_any(),
    )
}

async fn load(client: Client, edited: Vec<Membership>) -> Result<Vec<Written>, Error> {
    let mut written = Vec::new();
    for membership in edited {
        let (mut projects, mut more, mut events) = (Vec::new(), false, Vec::new());
        // Those of an actor are not asked for: lists know collectivities.
        if membership.resource == Resource::Collectivities {
            let query = ListQuery {
                limit: Some(MOST),
                ..ListQuery::default()
            };
            let query = query.with("collectivity", membership.slug.as_str());
            let coming = ListQuery {
                from: Some(PartialDate::Day(Browser(Language::Fr).today())),
                ..query.clone()
            };
            events = client.list::<Event>(&coming).await?.items;
            let query = query.with("to_confirm", "true").with("to_confirm", "false");
            let next;
            (projects, next) = client.items(Resource::Projects, &query).await?;
            more = next.is_some();
        }
        written.push(Written {
            membership,
            projects,
            more,
            events,
        });
    }
    Ok(written)
}

/// Confirms a project or removes it; the version that this was done to.
async fn judged(client: Client, id: &str, right: bool) -> Result<i64, Error> {
    let record: Value = client.json(&client.site().record(Resource::Projects, id)).await?;
    let version = record.get("version").and_then(Value::as_i64).unwrap_or_default();
    if right {
        let change = json!({"to_confirm": false});
        client
            .change::<Value>(Resource::Projects, id, version, &change)
            .await?;
    } else {
        client.remove(Resource::Projects, id, version).await?;
    }
    Ok(version)
}

impl Records {
    fn of(self, written: &Written) -> AnyView {
        let language = self.language;
        let Membership { slug, resource, .. } = &written.membership;
        let page = site::record(*resource, slug.as_str()).unwrap_or_default();
        let change = EditorPage::Record(*resource, slug.clone()).path();
        let begin = |kind: Resource| {
            let href = Address::with_pairs(&EditorPage::New(kind).path(), [(FOR, slug.as_str())]).href();
            linked(&href, "button", words::titles(kind).0.of(language).to_owned())
        };
        let mut tools = vec![linked(
            &change,
            "button",
            words::RECORD_CHANGE.of(language).to_owned(),
        )];
        let collectivity = *resource == Resource::Collectivities;
        tools.extend(collectivity.then(|| begin(Resource::Projects)));
        tools.push(begin(Resource::Events));
        tools.push(begin(Resource::News));
        tools.push(begin(Resource::Resources));
        let mut parts = vec![
            node("h3", "", vec![link(page, written.membership.name.clone())]),
            node("div", "tools", tools),
        ];
        if collectivity {
            parts.extend(self.events(&written.events));
            parts.extend(self.projects(written));
        }
        node("div", "written-for", parts)
    }

    /// The events to come, each with the way to its editor; nothing where there is none.
    fn events(self, events: &[EventSummary]) -> Option<AnyView> {
        let language = self.language;
        let row = |event: &EventSummary| {
            let page = site::record(Resource::Events, event.slug.as_str()).unwrap_or_default();
            let title = node("p", "row-title", vec![link(page, event.title.clone())]);
            let when = aect_pages::days(&event.time, Browser(language));
            let said = node("div", "", vec![title, told("p", "row-note", when)]);
            let change = self.change(Resource::Events, &event.slug, &event.title);
            node("li", "row row-sided", vec![said, change])
        };
        (!events.is_empty()).then(|| {
            let heading = told("h4", "", words::EVENTS.of(language));
            node(
                "div",
                "",
                vec![heading, node("ul", "rows", events.iter().map(row).collect())],
            )
        })
    }

    /// Its projects: those that wait to be confirmed first.
    fn projects(self, written: &Written) -> Vec<AnyView> {
        let language = self.language;
        let lines = written.projects.iter().map(|project| Line::of(project, language));
        let projects: Vec<Line> = lines.collect();
        let record = written.membership.record.to_string();
        let leads = |project: &Line| project.lead == record;
        let (waiting, others): (Vec<&Line>, Vec<_>) = projects
            .iter()
            .partition(|project| project.to_confirm && leads(project));
        let rows = |of: &[&Line], row: &dyn Fn(&Line) -> AnyView| {
            node("ul", "rows", of.iter().map(|project| row(project)).collect())
        };
        let mut parts = Vec::new();
        if !waiting.is_empty() {
            let count = u64::try_from(waiting.len()).unwrap_or_default();
            let count = phrases::counted(count, words::TO_CONFIRM_COUNT, Browser(language));
            parts.push(told("h4", "", words::TO_CONFIRM_LIST.of(language)));
            parts.push(told("p", "row-note", count));
            parts.push(rows(&waiting, &|project| self.waiting(project)));
        }
        parts.push(told("h4", "", words::PROJECTS.of(language)));
        parts.push(if others.is_empty() {
            told("p", "row-note", words::NO_PROJECT.of(language))
        } else {
            rows(&others, &|project| self.project(project, leads(project)))
        });
        if written.more {
            let slug = written.membership.slug.as_str();
            let all = Address::with_pairs(routes::PROJECTS, [("collectivity", slug)]).href();
            parts.push(node("p", "", vec![link(all, projects::SEE_ALL.of(language))]));
        }
        parts
    }

    /// The way to an editor.
    fn change(self, resource: Resource, slug: &Slug, title: &str) -> AnyView {
        let href = EditorPage::Record(resource, slug.clone()).path();
        let words = words::CHANGE.of(self.language);
        let name = format!("{words} – {title}");
        view! { <a class="tool" aria-label=name href=self.language.place(&href)>{words}</a> }.into_any()
    }

    fn title(project: &Line) -> AnyView {
        let page = site::record(Resource::Projects, &project.slug).unwrap_or_default();
        let title = node("p", "row-title", vec![link(page, project.title.clone())]);
        node(
            "div",
            "",
            vec![title, told("p", "row-note", project.about.clone())],
        )
    }

    /// A project with the way to its editor, where it is theirs to change.
    fn project(self, project: &Line, leads: bool) -> AnyView {
        let slug = project.slug.parse().ok().filter(|_| leads);
        let change = slug.map(|slug| self.change(Resource::Projects, &slug, &project.title));
        node(
            "li",
            "row row-sided",
            std::iter::once(Self::title(project)).chain(change).collect(),
        )
    }

    /// A project that waits: right, or not theirs, in one click.
    fn waiting(self, project: &Line) -> AnyView {
        let language = self.language;
        let (confirmed, refused) = (project.id.clone(), project.id.clone());
        let named = |words: Text| format!("{} – {}", words.of(language), project.title);
        let buttons = view! {
            <div class="tools">
                <button type="button" class="button" aria-label=named(words::EXACT) on:click=move |_| self.judge(confirmed.clone(), true)>{words::EXACT.of(language)}</button>
                <button type="button" class="tool" aria-label=named(words::NOT_OURS) on:click=move |_| self.judge(refused.clone(), false)>{words::NOT_OURS.of(language)}</button>
            </div>
        };
        node(
            "li",
            "row row-sided",
            vec![Self::title(project), buttons.into_any()],
        )
    }

    /// Says that a project is right, or removes it; then reads the lists anew.
    fn judge(self, id: String, right: bool) {
        let client = self.client.get_value();
        self.removed.set(None);
        self.form.send(async move {
            match judged(client, &id, right).await {
                Ok(_) if right => self.done(words::EXACT_DONE),
                // Bringing it back is a change of the version that this has made.
                Ok(version) => {
                    self.removed.set(Some((id, version + 1)));
                    self.done(words::NOT_OURS_DONE);
                }
                Err(error) => self.failed(&error),
            }
        });
    }

    /// Brings back what was removed last.
    fn undo(self) -> Option<AnyView> {
        let (id, version) = self.removed.get()?;
        let bring_back = move |_| {
            let (client, id) = (self.client.get_value(), id.clone());
            self.form.send(async move {
                let wanted = Restoration::default();
                match client
                    .restore::<Value>(Resource::Projects, &id, version, wanted)
                    .await
                {
                    Ok(_) => {
                        self.removed.set(None);
                        self.done(words::UNDONE);
                    }
                    Err(error) => self.failed(&error),
                }
            });
        };
        Some(view! { <button type="button" class="tool" on:click=bring_back>{words::UNDO_SHORT.of(self.language)}</button> }.into_any())
    }

    fn done(self, said: Text) {
        self.form.say(said);
        self.loaded.retry();
        // The button that was pressed is gone with what it was for.
        crate::browser::focus(HEADING);
    }

    fn failed(self, error: &Error) {
        if error.status() == Some(401) {
            self.session.end();
        } else {
            self.form.refuse(Fault::told(error, self.language));
        }
    }
}

//! What one writes for: each collectivity with its record, its projects, and those that wait to be confirmed. A part of its
//! own, which only members fetch.

pub(crate) mod rights;

pub(crate) use rights::above;

use crate::address::Address;
use crate::data::{self, Loaded};
use crate::intl::{self, Browser};
use crate::pages::editor::FOR;
use crate::routes;
use crate::session::{Session, use_session};
use crate::ui::form::{Fault, Form};
use crate::ui::node::{link, linked, live, node, told};
use crate::ui::states;
use aect_client::{Client, Error};
use aect_types::drafts::Draft;
use aect_types::history::Restoration;
use aect_types::people::{Account, Membership};
use aect_types::projects::ProjectKind;
use aect_types::query::ListQuery;
use aect_types::site::{self, EditorPage};
use aect_types::{Page, Resource};
use aect_words::pages::{Text, editor as words, projects};
use aect_words::{Labelled as _, Language, phrases};
use js_sys::Date;
use leptos::prelude::*;
use serde_json::{Value, json};

/// Projects shown of each collectivity.
const MOST: u16 = 50;
/// Where the focus goes when what it was on is gone.
const HEADING: &str = "fiches";

/// A collectivity with its projects, and whether it has more.
type Written = (Membership, Vec<Value>, bool);

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
    let edited: Vec<Membership> = rights::edited(account).cloned().collect();
    if edited.is_empty() {
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
                {drafts(language)}
                {states::part(loaded, of_each)}
            </section>
        }
        .into_any(),
    )
}

/// What is written and not shown to anybody else yet; nothing where there is none.
fn drafts(language: Language) -> AnyView {
    let loaded: Loaded<Page<Draft>> = data::load_apart(|client: Client| async move { client.drafts().await });
    states::part(loaded, move |drafts| {
        let rows: Vec<AnyView> = drafts
            .items
            .iter()
            .map(|draft| {
                let page = EditorPage::Record(draft.resource, draft.slug.clone()).path();
                let at = intl::moment(Date::parse(&draft.updated_at.to_string()), language);
                let at = [words::DRAFT_LAST.of(language), " ", &at].concat();
                let title = node("p", "row-title", vec![link(page, draft.title.clone())]);
                node("li", "row", vec![title, told("p", "row-note", at)])
            })
            .collect();
        if rows.is_empty() {
            return ().into_any();
        }
        let parts = vec![
            told("h3", "", words::DRAFTS.of(language)),
            node("ul", "rows", rows),
        ];
        node("div", "written-for", parts)
    })
}

async fn load(client: Client, edited: Vec<Membership>) -> Result<Vec<Written>, Error> {
    let mut written = Vec::new();
    for membership in edited {
        let query = ListQuery {
            limit: Some(MOST),
            ..ListQuery::default()
        };
        let query = query.with("collectivity", membership.slug.as_str());
        let query = query.with("to_confirm", "true").with("to_confirm", "false");
        let (projects, next) = client.items(Resource::Projects, &query).await?;
        written.push((membership, projects, next.is_some()));
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
    fn of(self, (membership, projects, more): &Written) -> AnyView {
        let language = self.language;
        let (slug, record) = (&membership.slug, membership.record);
        let projects: Vec<Line> = projects
            .iter()
            .map(|project| Line::of(project, language))
            .collect();
        let record = record.to_string();
        let leads = |project: &Line| project.lead == record;
        let (waiting, others): (Vec<&Line>, Vec<_>) = projects
            .iter()
            .partition(|project| project.to_confirm && leads(project));
        let page = site::record(Resource::Collectivities, slug.as_str()).unwrap_or_default();
        let change = EditorPage::Record(Resource::Collectivities, slug.clone()).path();
        let all = Address::with_pairs(routes::PROJECTS, [("collectivity", slug.as_str())]).href();
        let begin = Address::with_pairs(&EditorPage::NewProject.path(), [(FOR, slug.as_str())]).href();
        let button = |href: &str, class, words: Text| linked(href, class, words.of(language).to_owned());
        let rows = |of: &[&Line], row: &dyn Fn(&Line) -> AnyView| {
            node("ul", "rows", of.iter().map(|project| row(project)).collect())
        };
        let mut parts = vec![
            node("h3", "", vec![link(page, membership.name.clone())]),
            node(
                "div",
                "tools",
                vec![
                    button(&change, "button", words::RECORD_CHANGE),
                    button(&begin, "button", words::NEW_PROJECT),
                ],
            ),
        ];
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
        if *more {
            parts.push(node("p", "", vec![link(all, projects::SEE_ALL.of(language))]));
        }
        node("div", "written-for", parts)
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
        let href = project
            .slug
            .parse()
            .map(|slug| EditorPage::Record(Resource::Projects, slug).path());
        let href = href.unwrap_or_default();
        let name = format!("{} – {}", words::CHANGE.of(self.language), project.title);
        let change = leads.then(|| {
            view! { <a class="tool" aria-label=name href=self.language.place(&href)>{words::CHANGE.of(self.language)}</a> }.into_any()
        });
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

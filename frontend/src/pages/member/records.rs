//! What one writes for: each collectivity with its record, its projects, and those that wait to be confirmed.

use super::rights;
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
use aect_types::history::Restoration;
use aect_types::people::{Account, Membership};
use aect_types::projects::{Project, ProjectSummary};
use aect_types::query::ListQuery;
use aect_types::site::{self, EditorPage};
use aect_types::{Resource, Uuid};
use aect_words::pages::{Text, editor as words, projects};
use aect_words::{Labelled as _, Language, phrases};
use leptos::prelude::*;
use serde_json::{Value, json};

/// Projects shown of each collectivity.
const MOST: u16 = 50;
/// Where the focus goes when what it was on is gone.
const HEADING: &str = "fiches";

/// A collectivity with its projects, and whether it has more.
type Written = (Membership, Vec<ProjectSummary>, bool);

#[derive(Clone, Copy)]
struct Records {
    language: Language,
    form: Form,
    loaded: Loaded<Vec<Written>>,
    /// The project that was removed last, with the version that this made.
    removed: RwSignal<Option<(Uuid, i64)>>,
    client: StoredValue<Client>,
    session: Session,
}

/// The section; nothing for whoever writes for nobody.
pub(super) fn section(account: &Account, language: Language) -> Option<AnyView> {
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
                {states::part(loaded, of_each)}
            </section>
        }
        .into_any(),
    )
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
        let page = client.list::<Project>(&query).await?;
        written.push((membership, page.items, page.next.is_some()));
    }
    Ok(written)
}

impl Records {
    fn of(self, (membership, projects, more): &Written) -> AnyView {
        let language = self.language;
        let (slug, record) = (&membership.slug, membership.record);
        let leads = |project: &ProjectSummary| project.lead.as_ref().is_some_and(|lead| lead.id == record);
        let (waiting, others): (Vec<&ProjectSummary>, Vec<_>) = projects
            .iter()
            .partition(|project| project.to_confirm && leads(project));
        let page = site::record(Resource::Collectivities, slug.as_str()).unwrap_or_default();
        let change = EditorPage::Record(Resource::Collectivities, slug.clone()).path();
        let all = Address::with_pairs(routes::PROJECTS, [("collectivity", slug.as_str())]).href();
        let begin = Address::with_pairs(&EditorPage::NewProject.path(), [(FOR, slug.as_str())]).href();
        let button = |href: &str, class, words: Text| linked(href, class, words.of(language).to_owned());
        let rows = |of: &[&ProjectSummary], row: &dyn Fn(&ProjectSummary) -> AnyView| {
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

    fn title(self, project: &ProjectSummary) -> AnyView {
        let page = site::record(Resource::Projects, project.slug.as_str()).unwrap_or_default();
        let about = [
            Some(project.kind.label(self.language).to_owned()),
            (!project.partners.is_empty()).then(|| project.partners.join(", ")),
        ];
        let about: Vec<String> = about.into_iter().flatten().collect();
        let title = node("p", "row-title", vec![link(page, project.title.clone())]);
        node("div", "", vec![title, told("p", "row-note", about.join(" – "))])
    }

    /// A project with the way to its editor, where it is theirs to change.
    fn project(self, project: &ProjectSummary, leads: bool) -> AnyView {
        let href = EditorPage::Record(Resource::Projects, project.slug.clone()).path();
        let name = format!("{} – {}", words::CHANGE.of(self.language), project.title);
        let change = leads.then(|| {
            view! { <a class="tool" aria-label=name href=self.language.place(&href)>{words::CHANGE.of(self.language)}</a> }.into_any()
        });
        node(
            "li",
            "row row-sided",
            std::iter::once(self.title(project)).chain(change).collect(),
        )
    }

    /// A project that waits: right, or not theirs, in one click.
    fn waiting(self, project: &ProjectSummary) -> AnyView {
        let (language, id) = (self.language, project.id);
        let named = |words: Text| format!("{} – {}", words.of(language), project.title);
        let buttons = view! {
            <div class="tools">
                <button type="button" class="button" aria-label=named(words::EXACT) on:click=move |_| self.confirm(id)>{words::EXACT.of(language)}</button>
                <button type="button" class="tool" aria-label=named(words::NOT_OURS) on:click=move |_| self.refuse(id)>{words::NOT_OURS.of(language)}</button>
            </div>
        };
        node(
            "li",
            "row row-sided",
            vec![self.title(project), buttons.into_any()],
        )
    }

    fn confirm(self, id: Uuid) {
        self.perform(
            words::EXACT_DONE,
            move |client, version| async move {
                let right = json!({"to_confirm": false});
                client
                    .change::<Value>(Resource::Projects, &id.to_string(), version, &right)
                    .await?;
                Ok(None)
            },
            id,
        );
    }

    fn refuse(self, id: Uuid) {
        self.perform(
            words::NOT_OURS_DONE,
            move |client, version| async move {
                client
                    .remove(Resource::Projects, &id.to_string(), version)
                    .await?;
                // Bringing it back is a change of the version that this has made.
                Ok(Some((id, version + 1)))
            },
            id,
        );
    }

    /// Does something with the present version of a project, says so, and reads the lists anew.
    fn perform<F>(self, said: Text, does: impl FnOnce(Client, i64) -> F + 'static, id: Uuid)
    where
        F: Future<Output = Result<Option<(Uuid, i64)>, Error>> + 'static,
    {
        let client = self.client.get_value();
        self.removed.set(None);
        self.form.send(async move {
            let done = async {
                let address = client.site().record(Resource::Projects, &id.to_string());
                let record = client.json::<Value>(&address).await?;
                let version = record.get("version").and_then(Value::as_i64).unwrap_or_default();
                does(client, version).await
            };
            match done.await {
                Ok(removed) => {
                    self.removed.set(removed);
                    self.done(said);
                }
                Err(error) => self.failed(&error),
            }
        });
    }

    /// Brings back what was removed last.
    fn undo(self) -> Option<AnyView> {
        let (id, version) = self.removed.get()?;
        let bring_back = move |_| {
            let client = self.client.get_value();
            self.form.send(async move {
                let wanted = Restoration::default();
                match client
                    .restore::<Value>(Resource::Projects, &id.to_string(), version, wanted)
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

//! Whether a project is here already: shown while one begins it, never in the way.

use super::record::Editor;
use crate::data::{self, Loaded, Question};
use crate::ui::node::live;
use aect_client::{Client, Error};
use aect_types::query::ListQuery;
use aect_types::{Resource, site};
use aect_words::pages::editor as words;
use leptos::prelude::*;
use serde_json::Value;

/// Typing rests for this many milliseconds before the server is asked.
const REST: i32 = 500;
/// Those that are shown.
const MOST: usize = 5;

/// Who leads it, where, and what it is called.
type Likeness = (Option<String>, Vec<String>, String);

/// Projects that resemble the one that is begun.
pub(super) fn view(editor: Editor) -> AnyView {
    let likeness = Memo::new(move |_| likeness(editor));
    let question = move || {
        let key = likeness.get();
        let says = key.2.chars().count() >= 4 || key.0.is_some() && !key.1.is_empty();
        says.then_some(Question { key, after: REST })
    };
    let found: Loaded<Vec<Value>> =
        data::load(
            question,
            |client: Client, key| async move { ask(client, key).await },
        );
    let row = move |project: &Value| {
        let href = site::record(Resource::Projects, text(project, "slug")).unwrap_or_default();
        let lead = project
            .get("lead")
            .map(|lead| text(lead, "name"))
            .filter(|name| !name.is_empty());
        let (lead, title) = (
            lead.map(|name| [" – ", name].concat()),
            text(project, "title").to_owned(),
        );
        let opens = words::NEW_WINDOW.of(editor.language);
        view! { <li><a href=editor.language.place(&href) target="_blank">{title} <span class="visually-hidden">" (" {opens} ")"</span></a>{lead}</li> }.into_any()
    };
    live(move || {
        // It is never in the way: where the search fails there is nothing to say.
        let own = editor.id();
        let rows = found.value.with(|found| {
            let others = found
                .iter()
                .flatten()
                .filter(|project| Some(text(project, "id")) != own.as_deref());
            others.take(MOST).map(row).collect::<Vec<_>>()
        });
        (!rows.is_empty()).then(|| {
            view! {
                <aside class="notice" aria-labelledby="doublons">
                    <h2 id="doublons">{words::DUPLICATES.of(editor.language)}</h2>
                    <p>{words::DUPLICATES_DETAIL.of(editor.language)}</p>
                    <ul class="plain">{rows}</ul>
                </aside>
            }
            .into_any()
        })
    })
}

/// A member that is a text; empty where there is none.
fn text<'a>(value: &'a Value, name: &str) -> &'a str {
    value.get(name).and_then(Value::as_str).unwrap_or_default()
}

fn likeness(editor: Editor) -> Likeness {
    let rows = |id| editor.field(id).map(|field| field.rows.get()).unwrap_or_default();
    let first = |id| rows(id).into_iter().next().map(|row| row.key);
    let lead = first("lead").and_then(|lead| {
        let slug = |account: &aect_types::people::Account| {
            let own = account
                .memberships
                .iter()
                .find(|one| one.record.to_string() == lead);
            own.map(|one| one.slug.to_string())
        };
        editor.around.with_value(|around| slug(&around.account))
    });
    let countries = rows("countries").into_iter().map(|row| row.key).collect();
    (
        lead,
        countries,
        first("title").unwrap_or_default().trim().to_owned(),
    )
}

/// Those of the same lead in one of these countries, then those whose words are the title's; to be confirmed or not.
async fn ask(client: Client, (lead, countries, title): Likeness) -> Result<Vec<Value>, Error> {
    let all = ListQuery {
        limit: u16::try_from(MOST).ok(),
        ..ListQuery::default()
    };
    let all = all.with("to_confirm", "true").with("to_confirm", "false");
    let mut found = Vec::new();
    if let Some(lead) = lead.filter(|_| !countries.is_empty()) {
        let query = countries
            .into_iter()
            .fold(all.clone().with("collectivity", lead), |query, code| {
                query.with("country", code)
            });
        found = client.items(Resource::Projects, &query).await?.0;
    }
    if title.chars().count() >= 4 {
        let query = ListQuery {
            q: Some(title),
            ..all
        };
        for item in client.items(Resource::Projects, &query).await?.0 {
            if !found
                .iter()
                .any(|known: &Value| text(known, "id") == text(&item, "id"))
            {
                found.push(item);
            }
        }
    }
    Ok(found)
}

//! What happened to a record: who, when, what it said before and afterwards, in the words of its form; and the way back.

use super::kinds::{self, Spec};
use super::opened::Opened;
use super::shapes::{ACTOR, COLLECTIVITY, Known, Shape};
use crate::data::{self, Loaded};
use crate::intl;
use crate::router::{How, Router, use_router};
use crate::session::{Session, use_session};
use crate::ui::form::{Fault, Form};
use crate::ui::heading::heading;
use crate::ui::node::told;
use crate::ui::states;
use aect_client::{Client, Error};
use aect_types::given::limits;
use aect_types::history::Restoration;
use aect_types::{Resource, Uuid, Visibility, site};
use aect_words::pages::{Text, editor as words, files, form as form_words};
use aect_words::{Labelled as _, Language};
use leptos::prelude::*;
use serde_json::Value;
use std::collections::BTreeSet;

/// What changes when somebody says that a record is true.
const CONFIRMING: [&str; 2] = ["confirmed_at", "to_confirm"];

/// Fields that imports write and no form has.
const OTHERS: [Spec; 3] = [
    kinds::optional(
        "status_note",
        words::STATUS_NOTE,
        None,
        Shape::Long(limits::NOTE_MAX),
    ),
    kinds::optional("area", words::AREA, None, Shape::Long(limits::NOTE_MAX)),
    kinds::optional(
        "to_confirm",
        words::TO_CONFIRM,
        None,
        Shape::Truth(words::TO_CONFIRM),
    ),
];

/// What was loaded.
#[derive(Clone)]
struct Past {
    record: Value,
    revisions: Vec<Value>,
    known: Known,
}

/// The page.
pub(super) fn page(resource: Resource, key: String, language: Language) -> AnyView {
    let loaded: Loaded<Past> = data::load_apart(move |client: Client| {
        let key = key.clone();
        async move { load(client, resource, key, language).await }
    });
    states::record_page(loaded, move |past: Past| view(&past, resource, language))
}

async fn load(client: Client, resource: Resource, key: String, language: Language) -> Result<Past, Error> {
    let mut history: Value = client.history(resource, &key).await?;
    let revisions = match history.get_mut("items").map(Value::take) {
        Some(Value::Array(items)) => items,
        _ => Vec::new(),
    };
    let opened = Opened::load(client.clone(), resource, Some(key), None, language).await?;
    let mut known = opened.known(language);
    name_all(&client, resource, &revisions, &mut known).await;
    Ok(Past {
        record: opened.record.unwrap_or_default(),
        revisions,
        known,
    })
}

/// Learns what the records are called that the changes name by their identifiers. Where one cannot be had, its identifier
/// is shown: still true.
async fn name_all(client: &Client, resource: Resource, revisions: &[Value], known: &mut Known) {
    let mut wanted = BTreeSet::new();
    for revision in revisions {
        for (field, change) in revision
            .get("changes")
            .and_then(Value::as_object)
            .into_iter()
            .flatten()
        {
            let spec = kinds::specs(resource).find(|spec| spec.id == field);
            let of_field = spec.and_then(|spec| spec.shape.resource());
            identifiers(change, "", &mut |name, id| {
                wanted.extend(named_by(name).or(of_field).map(|of| (of, id)));
            });
        }
    }
    for (of, id) in wanted {
        if known.names.contains_key(&id) {
            continue;
        }
        if let Ok(record) = client.json::<Value>(&client.site().record(of, &id)).await {
            let name = ["full_name", "name"]
                .into_iter()
                .find_map(|name| record.get(name)?.as_str());
            known.names.insert(id.clone(), name.unwrap_or(&id).to_owned());
        }
    }
}

/// What a member of that name refers to, wherever it stands.
fn named_by(name: &str) -> Option<Resource> {
    match name {
        COLLECTIVITY => Some(Resource::Collectivities),
        ACTOR | "funder" => Some(Resource::Actors),
        _ => None,
    }
}

/// The identifiers in a value, each with the name of the member that holds it.
fn identifiers(value: &Value, name: &str, take: &mut dyn FnMut(&str, String)) {
    match value {
        Value::String(text) if text.parse::<Uuid>().is_ok() => take(name, text.clone()),
        Value::Array(items) => items.iter().for_each(|item| identifiers(item, name, take)),
        Value::Object(fields) => fields
            .iter()
            .for_each(|(name, item)| identifiers(item, name, take)),
        _ => {}
    }
}

/// What bringing a version back needs.
#[derive(Clone, Copy)]
struct Restoring {
    resource: Resource,
    form: Form,
    around: StoredValue<(Client, Session, Router)>,
    version: i64,
    language: Language,
}

fn view(past: &Past, resource: Resource, language: Language) -> AnyView {
    let called = kinds::kind(resource).name;
    let restoring = Restoring {
        resource,
        form: Form::new(language),
        around: StoredValue::new((expect_context(), use_session(), use_router())),
        version: version_of(&past.record),
        language,
    };
    let slug = text(&past.record, "slug");
    let page = site::record(resource, slug).unwrap_or_default();
    let slug = StoredValue::new(slug.to_owned());
    let revisions = past
        .revisions
        .iter()
        .map(|revision| entry(past, revision, restoring, slug))
        .collect::<Vec<_>>();
    view! {
        {heading(words::HISTORY.of(language).to_owned(), language)}
        <p class="lead"><a href=language.place(&page)>{text(&past.record, called).to_owned()}</a></p>
        {restoring.form.summary()}
        {restoring.form.status()}
        <ol class="rows">{revisions}</ol>
    }
    .into_any()
}

fn entry(past: &Past, revision: &Value, restoring: Restoring, slug: StoredValue<String>) -> AnyView {
    let language = restoring.language;
    let version = version_of(revision);
    let present = version == restoring.version;
    let who = match (text(revision, "author/kind"), text(revision, "author/name")) {
        ("person", "") => words::HISTORY_SOMEBODY.of(language),
        ("person", name) => name,
        _ => words::HISTORY_IMPORT.of(language),
    };
    let who = who.to_owned();
    let at = intl::moment(js_sys::Date::parse(text(revision, "at")), language);
    let back = (!present).then(|| {
        let press = move |_| restoring.restore(version, slug);
        let name = format!("{} ({version})", words::HISTORY_RESTORE.of(language));
        view! { <button type="button" class="tool" aria-label=name on:click=press>{words::HISTORY_RESTORE.of(language)}</button> }
    });
    let number = format!("{} {version}", words::HISTORY_VERSION.of(language));
    let now = present
        .then(|| view! { " " <span class="badge badge-alive">{words::HISTORY_NOW.of(language)}</span> });
    view! {
        <li class="row">
            <h2 class="row-title">{who} " " {does(revision).of(language)}</h2>
            <p class="row-note">{at} " – " {number} {now}</p>
            {changes(past, revision, restoring.resource, language)}
            {back}
        </li>
    }
    .into_any()
}

/// A text of a record or a revision; empty where there is none.
fn text<'a>(revision: &'a Value, id: &str) -> &'a str {
    kinds::value(revision, id).as_str().unwrap_or_default()
}

fn version_of(record: &Value) -> i64 {
    kinds::value(record, "version").as_i64().unwrap_or_default()
}

/// What was done.
fn does(revision: &Value) -> Text {
    let changed = kinds::value(revision, "changes").as_object();
    let mut changed = changed.into_iter().flat_map(serde_json::Map::keys);
    match text(revision, "operation") {
        "create" => words::HISTORY_CREATED,
        "hide" => words::HISTORY_HIDDEN,
        "restore" => words::HISTORY_RESTORED,
        _ if changed.all(|field| CONFIRMING.contains(&field.as_str())) => words::HISTORY_CONFIRMED,
        _ => words::HISTORY_CHANGED,
    }
}

/// Before and after of each field that has words.
fn changes(past: &Past, revision: &Value, resource: Resource, language: Language) -> Option<AnyView> {
    let mut rows: Vec<AnyView> = Vec::new();
    for spec in kinds::specs(resource).chain(&OTHERS) {
        let field = spec.id.split('/').next().unwrap_or_default();
        let Some(Value::Array(both)) = kinds::value(revision, "changes").get(field) else {
            continue;
        };
        let rest = spec
            .id
            .get(field.len()..)
            .unwrap_or_default()
            .trim_start_matches('/');
        let [before, after] = [0, 1].map(|rank| {
            let value = both.get(rank).unwrap_or(&Value::Null);
            told_value(
                spec,
                if rest.is_empty() {
                    value
                } else {
                    kinds::value(value, rest)
                },
                &past.known,
            )
        });
        if before != after {
            rows.push(row(spec.label, before, after, language));
        }
    }
    if let Value::Array(both) = kinds::value(revision, "changes/files") {
        let [before, after] = [0, 1].map(|rank| files_told(both.get(rank)));
        rows.push(row(files::SECTION, before, after, language));
    }
    if let Value::Array(both) = kinds::value(revision, "changes/visibility") {
        let [before, after] = [0, 1].map(|rank| {
            let code = both
                .get(rank)
                .and_then(Value::as_str)
                .and_then(|code| code.parse::<Visibility>().ok());
            code.map(|code| code.label(language).to_owned())
                .unwrap_or_default()
        });
        rows.push(row(words::VISIBILITY, before, after, language));
    }
    (!rows.is_empty()).then(|| {
        view! {
            <div class="table" tabindex="0" role="region" aria-label=format!("{} {}", words::HISTORY_VERSION.of(language), version_of(revision))>
                <table>
                    <thead><tr>
                        <th scope="col">{form_words::FIELD.of(language)}</th>
                        <th scope="col">{words::HISTORY_BEFORE.of(language)}</th>
                        <th scope="col">{words::HISTORY_AFTER.of(language)}</th>
                    </tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        }
        .into_any()
    })
}

/// Files, by what is said of them.
fn files_told(files: Option<&Value>) -> String {
    let files = files.and_then(Value::as_array).into_iter().flatten();
    let said = files.filter_map(|file| {
        let said = |name: &str| file.get(name)?.as_str();
        said("title").or_else(|| said("alt"))
    });
    said.collect::<Vec<_>>().join(" ; ")
}

fn told_value(spec: &Spec, value: &Value, known: &Known) -> String {
    let rows = spec.shape.read(value, known);
    match spec.shape {
        // Nothing was said yet.
        Shape::Truth(_) if value.is_null() => String::new(),
        shape => shape.told(&rows, known.language),
    }
}

fn row(name: Text, before: String, after: String, language: Language) -> AnyView {
    let cell = |said: String| {
        let said = if said.is_empty() {
            form_words::NOTHING.of(language).to_owned()
        } else {
            said
        };
        told("td", "", said)
    };
    view! { <tr><th scope="row">{name.of(language)}</th>{cell(before)}{cell(after)}</tr> }.into_any()
}

impl Restoring {
    /// Brings a version back, and shows the record.
    fn restore(self, version: i64, slug: StoredValue<String>) {
        let ((client, session, router), key) = (self.around.get_value(), slug.get_value());
        let wanted = Restoration {
            version: Some(version),
        };
        self.form.send(async move {
            match client
                .restore::<Value>(self.resource, &key, self.version, wanted)
                .await
            {
                Ok(_) => {
                    let page = site::record(self.resource, &key).unwrap_or_default();
                    router.go(&page, How::Push);
                }
                Err(error) if error.status() == Some(401) => session.end(),
                Err(error) => self.form.refuse(Fault::told(&error, self.language)),
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;
    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn identifiers_are_found_wherever_they_stand() {
        let id = Uuid::from_u128(7).to_string();
        let mut found = Vec::new();
        let change = json!([[], [{"actor": id, "role": "funder"}, {"theme": id}], [id]]);
        identifiers(&change, "", &mut |name, found_id| {
            assert_eq!(found_id, id);
            found.push(named_by(name));
        });
        assert_eq!(found, [Some(Resource::Actors), None, None]);
    }
}

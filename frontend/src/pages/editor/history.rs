//! What happened to a record: who, when, what it said before and afterwards, in the words of its form; and the way back.

use super::kinds::{self, Spec};
use super::opened::Opened;
use super::shapes::{Known, Shape};
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
use aect_types::history::{Author, Restoration, Revision};
use aect_types::{Resource, Uuid, Visibility, site};
use aect_words::pages::{Text, editor as words, form as form_words};
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
    revisions: Vec<Revision>,
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
    let revisions = client.history(resource, &key).await?.items;
    let opened = Opened::load(client.clone(), resource, Some(key), language).await?;
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
async fn name_all(client: &Client, resource: Resource, revisions: &[Revision], known: &mut Known) {
    let mut wanted = BTreeSet::new();
    for revision in revisions {
        for (field, change) in &revision.changes {
            if let Some(of) = kinds::specs(resource)
                .find(|spec| spec.id == field)
                .and_then(|spec| spec.shape.resource())
            {
                identifiers(change, &mut |id| wanted.extend([(of, id)]));
            }
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

/// The identifiers in a value.
fn identifiers(value: &Value, take: &mut dyn FnMut(String)) {
    match value {
        Value::String(text) if text.parse::<Uuid>().is_ok() => take(text.clone()),
        Value::Array(items) => items.iter().for_each(|item| identifiers(item, take)),
        Value::Object(fields) => fields.values().for_each(|item| identifiers(item, take)),
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
    let called = if resource == Resource::Collectivities {
        "full_name"
    } else {
        "title"
    };
    let text = |name: &str| {
        past.record
            .get(name)
            .and_then(Value::as_str)
            .unwrap_or_default()
            .to_owned()
    };
    let restoring = Restoring {
        resource,
        form: Form::new(language),
        around: StoredValue::new((expect_context(), use_session(), use_router())),
        version: past
            .record
            .get("version")
            .and_then(Value::as_i64)
            .unwrap_or_default(),
        language,
    };
    let slug = StoredValue::new(text("slug"));
    let page = site::record(resource, &text("slug")).unwrap_or_default();
    let revisions = past
        .revisions
        .iter()
        .map(|revision| entry(past, revision, restoring, slug))
        .collect::<Vec<_>>();
    view! {
        {heading(words::HISTORY.of(language).to_owned(), language)}
        <p class="lead"><a href=language.place(&page)>{text(called)}</a></p>
        {restoring.form.summary()}
        {restoring.form.status()}
        <ol class="rows">{revisions}</ol>
    }
    .into_any()
}

fn entry(past: &Past, revision: &Revision, restoring: Restoring, slug: StoredValue<String>) -> AnyView {
    let language = restoring.language;
    let present = revision.version == restoring.version;
    let who = match &revision.author {
        Author::Person { name, .. } => name
            .clone()
            .unwrap_or_else(|| words::HISTORY_SOMEBODY.of(language).to_owned()),
        Author::Program { .. } => words::HISTORY_IMPORT.of(language).to_owned(),
    };
    let at = intl::moment(js_sys::Date::parse(&revision.at.to_string()), language);
    let version = revision.version;
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

/// What was done.
fn does(revision: &Revision) -> Text {
    match revision.operation.as_str() {
        "create" => words::HISTORY_CREATED,
        "hide" => words::HISTORY_HIDDEN,
        "restore" => words::HISTORY_RESTORED,
        _ if revision
            .changes
            .keys()
            .all(|field| CONFIRMING.contains(&field.as_str())) =>
        {
            words::HISTORY_CONFIRMED
        }
        _ => words::HISTORY_CHANGED,
    }
}

/// Before and after of each field that has words.
fn changes(past: &Past, revision: &Revision, resource: Resource, language: Language) -> Option<AnyView> {
    let mut rows: Vec<AnyView> = Vec::new();
    for spec in kinds::specs(resource).chain(&OTHERS) {
        let field = spec.id.split('/').next().unwrap_or_default();
        let Some(Value::Array(both)) = revision.changes.get(field) else {
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
    if let Some(Value::Array(both)) = revision.changes.get("visibility") {
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
            <div class="table" tabindex="0" role="region" aria-label=format!("{} {}", words::HISTORY_VERSION.of(language), revision.version)>
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
        identifiers(&json!([[], [{"actor": id, "role": "funder"}]]), &mut |id| {
            found.push(id);
        });
        assert_eq!(found, [id]);
    }
}

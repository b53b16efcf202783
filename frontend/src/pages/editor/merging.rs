//! Two records that may be one, side by side: an animator chooses which stays.

use super::finding::found;
use super::kinds::{self, Spec};
use super::opened::Opened;
use super::shapes::{Known, Shape};
use crate::address::Address;
use crate::data::{self, Loaded};
use crate::router::{How, Router, use_router};
use crate::session::use_session;
use crate::ui::form::{Fault, Field, Form};
use crate::ui::heading::heading;
use crate::ui::node::{linked, told};
use crate::ui::states;
use aect_client::Client;
use aect_types::policy::Caller;
use aect_types::site::{self, EditorPage};
use aect_types::{Resource, Slug};
use aect_words::Language;
use aect_words::pages::{animation, form as form_words, merging as words};
use leptos::prelude::*;
use serde_json::Value;

const STAYS: &str = "reste";

/// The page.
pub(super) fn page(resource: Resource, slug: &Slug, language: Language) -> AnyView {
    let path = EditorPage::Merging(resource, slug.clone()).path();
    let key = slug.to_string();
    let router = use_router();
    let other = router
        .address
        .with_untracked(|address| address.parameter(EditorPage::WITH));
    let loaded: Loaded<Opened> = data::load_apart(move |client: Client| {
        let (key, other) = (key.clone(), other.clone());
        async move { Opened::load(client, resource, Some(key), other, language).await }
    });
    states::record_page(loaded, move |opened: Opened| {
        let content = if Caller::from(&opened.account).may_animate() {
            untrack(|| content(&opened, resource, &path, router, language))
        } else {
            told("p", "notice", animation::NOT_YOURS.of(language))
        };
        view! {
            {heading(words::TITLE.of(language).to_owned(), language)}
            {content}
        }
        .into_any()
    })
}

fn content(opened: &Opened, resource: Resource, path: &str, router: Router, language: Language) -> AnyView {
    let known = opened.known(language);
    match (&opened.record, &opened.model) {
        (Some(one), Some(other)) if id_of(one) == id_of(other) => view! {
            {told("p", "notice", words::SAME.of(language))}
            {choosing(one, resource, path, router, language)}
        }
        .into_any(),
        (Some(one), Some(other)) => both([one, other], resource, &known, router, language),
        (Some(one), None) => choosing(one, resource, path, router, language),
        _ => states::lost(language),
    }
}

fn text<'a>(record: &'a Value, id: &str) -> &'a str {
    kinds::value(record, id).as_str().unwrap_or_default()
}

fn id_of(record: &Value) -> &str {
    text(record, "id")
}

fn name_of(record: &Value, resource: Resource) -> String {
    text(record, kinds::kind(resource).name).to_owned()
}

fn way_to(record: &Value, resource: Resource) -> AnyView {
    let href = site::record(resource, text(record, "slug")).unwrap_or_default();
    linked(&href, "", name_of(record, resource))
}

/// Which other record.
fn choosing(one: &Value, resource: Resource, path: &str, router: Router, language: Language) -> AnyView {
    let typed = RwSignal::new(String::new());
    let field = Field {
        id: "autre",
        label: words::WITH,
        help: Some(words::WITH_HELP),
        value: typed,
    };
    let path = StoredValue::new(path.to_owned());
    let choose = move |(id, _): (String, String)| {
        let href = Address::with_pairs(&path.get_value(), [(EditorPage::WITH, id.as_str())]).href();
        router.go(&href, How::Push);
    };
    view! {
        <p class="lead" lang="fr">{way_to(one, resource)}</p>
        <div class="form">
            {Form::new(language).line(field, "search", "off")}
            {found(resource, typed, language, choose)}
        </div>
    }
    .into_any()
}

/// Both, and which of them stays.
fn both(
    records: [&Value; 2],
    resource: Resource,
    known: &Known,
    router: Router,
    language: Language,
) -> AnyView {
    let rows: Vec<AnyView> = kinds::specs(resource)
        .filter_map(|spec| row(spec, records, known, language))
        .collect();
    let [one, other] = records.map(|record| way_to(record, resource));
    view! {
        <h2>{words::SIDE_BY_SIDE.of(language)}</h2>
        <div class="table" tabindex="0" role="region" aria-label=words::SIDE_BY_SIDE.of(language)>
            <table>
                <thead><tr>
                    <th scope="col">{words::FIELD.of(language)}</th>
                    <th scope="col" lang="fr">{one}</th>
                    <th scope="col" lang="fr">{other}</th>
                </tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        {staying(records, resource, router, language)}
    }
    .into_any()
}

/// What both say in a field; nothing where neither says anything.
fn row(spec: &Spec, records: [&Value; 2], known: &Known, language: Language) -> Option<AnyView> {
    let [one, other] = records.map(|record| {
        let value = kinds::value(record, spec.id);
        match spec.shape {
            Shape::Truth(_) if value.is_null() => String::new(),
            shape => shape.told(&shape.read(value, known), language),
        }
    });
    if one.is_empty() && other.is_empty() {
        return None;
    }
    let differ = one != other;
    let cell = |said: String| {
        let said = if said.is_empty() {
            form_words::NOTHING.of(language).to_owned()
        } else {
            said
        };
        let inside = told(if differ { "strong" } else { "span" }, "", said);
        view! { <td lang="fr">{inside}</td> }.into_any()
    };
    Some(view! { <tr><th scope="row">{spec.label.of(language)}</th>{cell(one)}{cell(other)}</tr> }.into_any())
}

/// Which of them stays, and the button.
fn staying(records: [&Value; 2], resource: Resource, router: Router, language: Language) -> AnyView {
    let form = Form::new(language);
    let stays: RwSignal<Option<usize>> = RwSignal::new(None);
    let known = StoredValue::new(records.map(Value::clone));
    let choice = move |(rank, record): (usize, &Value)| {
        let name = name_of(record, resource);
        let id = (rank == 0).then_some(STAYS);
        view! {
            <label class="field-choice">
                <input type="radio" name="reste" id=id prop:checked=move || stays.get() == Some(rank) on:change=move |_| stays.set(Some(rank)) />
                <span lang="fr">{name}</span>
            </label>
        }
        .into_any()
    };
    let choices: Vec<AnyView> = records.into_iter().enumerate().map(choice).collect();
    let (client, session): (Client, _) = (expect_context(), use_session());
    let client = StoredValue::new(client);
    let merge = move || {
        let Some(rank) = stays.get_untracked() else {
            return form.refuse_first(vec![Fault::of(STAYS, words::CHOOSE.of(language))]);
        };
        let [one, other] = known.get_value();
        let (stays, goes) = if rank == 0 { (one, other) } else { (other, one) };
        let version = kinds::value(&goes, "version").as_i64().unwrap_or_default();
        let into = id_of(&stays).parse().unwrap_or_default();
        let client = client.get_value();
        form.send(async move {
            match client.merge::<Value>(resource, id_of(&goes), version, into).await {
                Ok(record) => {
                    let page = site::record(resource, text(&record, "slug")).unwrap_or_default();
                    router.go(&page, How::Push);
                }
                Err(error) => match error.status() {
                    Some(401) => session.end(),
                    Some(412) => form.refuse(vec![Fault::of(STAYS, words::CHANGED.of(language))]),
                    Some(422) => form.refuse_first(vec![Fault::of(STAYS, words::REFUSED.of(language))]),
                    _ => form.refuse(Fault::told(&error, language)),
                },
            }
        });
    };
    let fields = vec![
        view! {
            <fieldset class="field">
                <legend>{words::STAYS.of(language)}</legend>
                {choices}
                {form.wrong(STAYS, form.fault(STAYS))}
            </fieldset>
        }
        .into_any(),
        told("p", "hint", words::WHAT_HAPPENS.of(language)),
    ];
    form.view(fields, words::NOW, merge)
}

//! Who of a record's people can be reached, as far as each lets the reader see.

use crate::data::{self, Loaded};
use crate::session::{Who, use_session};
use crate::ui::heading::heading;
use crate::ui::node::{node, told};
use crate::ui::states;
use aect_client::{Client, Error};
use aect_types::contacts::Contact;
use aect_types::{Resource, Slug, Uuid, site};
use aect_words::pages::{Text, contacts as words};
use aect_words::{Labelled as _, Language};
use leptos::prelude::*;
use serde_json::Value;

/// A record's name and mailbox, and its people.
#[derive(Clone, PartialEq)]
struct Reached {
    name: String,
    mailbox: Option<String>,
    contacts: Vec<Contact>,
}

/// The page.
pub(crate) fn page(resource: Resource, slug: &Slug, language: Language) -> AnyView {
    let key = slug.to_string();
    let loaded: Loaded<Reached> = data::load_once(move |client: Client| {
        let key = key.clone();
        async move { reached(&client, resource, &key).await }
    });
    let href = site::record(resource, slug.as_str()).unwrap_or_default();
    states::record_page(loaded, move |reached: Reached| view(reached, &href, language))
}

async fn reached(client: &Client, resource: Resource, key: &str) -> Result<Reached, Error> {
    let record: Value = client.json(&client.site().record(resource, key)).await?;
    let said = |name: &str| record.get(name).and_then(Value::as_str).map(str::to_owned);
    let id: Uuid = said("id").and_then(|id| id.parse().ok()).unwrap_or_default();
    Ok(Reached {
        name: said("name").unwrap_or_default(),
        mailbox: said("contact_mailbox"),
        contacts: client.contacts(id).await?.items,
    })
}

fn view(reached: Reached, href: &str, language: Language) -> AnyView {
    let href = language.place(href);
    let session = use_session();
    let nobody: Text = match session.who() {
        Who::Member => words::NOBODY,
        _ => words::NOBODY_VISITOR,
    };
    let people = reached.contacts.iter().map(|contact| person(contact, language));
    let people = if reached.contacts.is_empty() {
        told("p", "", nobody.of(language))
    } else {
        node("ul", "rows", people.collect())
    };
    let mailbox = reached.mailbox.map(|mailbox| {
        let parts = vec![
            told("span", "", words::MAILBOX.of(language)),
            " ".into_any(),
            address(&mailbox),
        ];
        node("p", "", parts)
    });
    view! {
        {heading(words::TITLE.of(language).to_owned(), language)}
        <p class="lead"><a href=href>{reached.name}</a></p>
        {people}
        {mailbox}
    }
    .into_any()
}

fn person(contact: &Contact, language: Language) -> AnyView {
    let said = |text: &Option<String>| text.clone().map(|text| told("p", "", text));
    let name = contact.name.clone().map(|name| told("p", "row-title", name));
    let email = contact
        .email
        .as_ref()
        .map(|email| node("p", "", vec![address(email.as_str())]));
    let parts = vec![
        name.into_any(),
        said(&contact.function).into_any(),
        told("p", "hint", contact.standing.label(language)),
        email.into_any(),
    ];
    node("li", "row", parts)
}

fn address(email: &str) -> AnyView {
    let href = format!("mailto:{email}");
    view! { <a href=href>{email.to_owned()}</a> }.into_any()
}

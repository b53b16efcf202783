//! Requests to belong that wait for the reader's decision.

use crate::data::{self, Loaded};
use crate::intl;
use crate::ui::node::{linked, node, told};
use crate::ui::states;
use aect_client::Client;
use aect_types::Page;
use aect_types::memberships::WaitingMembership;
use aect_types::site::EditorPage;
use aect_words::Language;
use aect_words::pages::team as words;
use js_sys::Date;
use leptos::prelude::*;

/// The section; nothing while nobody waits.
pub(super) fn section(language: Language) -> AnyView {
    let loaded: Loaded<Page<WaitingMembership>> =
        data::load_apart(|client: Client| async move { client.waiting_memberships().await });
    states::part(loaded, move |waiting| {
        if waiting.items.is_empty() {
            return ().into_any();
        }
        let rows = waiting.items.iter().map(|one| row(one, language)).collect();
        let parts = vec![
            told("h2", "", words::MY_WAITING.of(language)),
            node("ul", "rows", rows),
        ];
        node("section", "aside", parts)
    })
}

fn row(waiting: &WaitingMembership, language: Language) -> AnyView {
    let person = waiting.member.person.as_ref().map(|person| person.name.clone());
    let email = waiting
        .member
        .email
        .as_ref()
        .map(|email| email.as_str().to_owned());
    let name = person
        .filter(|name| !name.is_empty())
        .or(email)
        .unwrap_or_default();
    let asks = [&name, " ", words::ASKS_FOR.of(language), " ", &waiting.name].concat();
    let at = intl::moment(Date::parse(&waiting.member.asked_at.to_string()), language);
    let team = EditorPage::Team(waiting.resource, waiting.slug.clone()).path();
    let decide = linked(&team, "button", words::DECIDE.of(language).to_owned());
    let message = waiting.member.message.clone();
    let parts = vec![
        told("p", "row-title", asks),
        message.map(|message| told("p", "row-note", message)).into_any(),
        told("p", "row-note", at),
        node("div", "tools", vec![decide]),
    ];
    node("li", "row", parts)
}

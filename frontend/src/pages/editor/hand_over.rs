//! What whoever takes over a record finds, on pages to print.

use crate::data::{self, Loaded};
use crate::intl;
use crate::ui::heading::heading;
use crate::ui::sheet::written;
use crate::ui::states;
use aect_client::{Client, Error};
use aect_types::memberships::{HandOver, HandOverItem, HandOverKind, TeamMember};
use aect_types::site::{self, EditorPage};
use aect_types::{Resource, Slug, Uuid};
use aect_words::pages::{Text, shell, succession as words, team};
use aect_words::{Labelled as _, Language};
use js_sys::Date;
use leptos::prelude::*;
use maud::{Markup, html};
use serde_json::Value;

/// What is promised, running and pending.
const SECTIONS: [(Text, &[HandOverKind]); 3] = [
    (words::PROMISED, &[HandOverKind::Event, HandOverKind::Report]),
    (words::RUNNING, &[HandOverKind::Project, HandOverKind::Group]),
    (
        words::PENDING,
        &[
            HandOverKind::CoLeadReceived,
            HandOverKind::CoLeadSent,
            HandOverKind::Correction,
            HandOverKind::Draft,
        ],
    ),
];

/// The page.
pub(super) fn page(resource: Resource, slug: &Slug, language: Language) -> AnyView {
    let key = slug.to_string();
    let team = EditorPage::Team(resource, slug.clone()).path();
    let loaded: Loaded<Option<HandOver>> = data::load_apart(move |client: Client| {
        let key = key.clone();
        async move { load(client, resource, key).await }
    });
    states::record_page(loaded, move |found: Option<HandOver>| {
        let content = if let Some(found) = found {
            sheet(&found, &team, language)
        } else {
            html! { p.notice { (words::FOR_TEAM.of(language)) } }
        };
        view! {
            {heading(words::TITLE.of(language).to_owned(), language)}
            {written(content)}
        }
        .into_any()
    })
}

/// What is handed over; `None` to whoever does not belong to the record.
async fn load(client: Client, resource: Resource, key: String) -> Result<Option<HandOver>, Error> {
    let record: Value = client.json(&client.site().record(resource, &key)).await?;
    let id = record.get("id").and_then(Value::as_str);
    let id: Uuid = id.and_then(|id| id.parse().ok()).unwrap_or_default();
    match client.hand_over(id).await {
        Ok(found) => Ok(Some(found)),
        Err(error) if error.status() == Some(403) => Ok(None),
        Err(error) => Err(error),
    }
}

fn sheet(found: &HandOver, team: &str, language: Language) -> Markup {
    let href = site::record(found.record.resource, found.record.slug.as_str()).unwrap_or_default();
    let day = |at: aect_types::Instant| intl::moment(Date::parse(&at.to_string()), language);
    html! {
        p.lead { a href=(href) lang="fr" { (found.record.name) } }
        div.tools {
            button.tool type="button" data-does="print" { (shell::PRINT.of(language)) }
            a.tool href=(team) { (words::TO_TEAM.of(language)) }
        }
        @if found.in_transition || found.since.is_some() {
            p.notice {
                (words::TRANSITION.of(language))
                @if let Some(since) = found.since { " " (words::SINCE.of(language)) " " (day(since)) "." }
            }
        }
        section.aside {
            h2 { (words::PEOPLE.of(language)) }
            ul.rows { @for member in &found.people { (person(member, language)) } }
            @if !found.vacancies.is_empty() {
                p { strong { (team::VACANCIES.of(language)) } }
                ul { @for place in &found.vacancies { li { (place.label(language)) } } }
            }
            @if found.asking > 0 { p { (words::ASKING.of(language)) " " (found.asking) } }
        }
        @for (title, kinds) in SECTIONS {
            section.aside {
                h2 { (title.of(language)) }
                (listed(found, kinds, language))
            }
        }
        p.hint { (words::PRINT_NOTE.of(language)) }
    }
}

fn person(member: &TeamMember, language: Language) -> Markup {
    let person = member.person.as_ref();
    let name = person
        .map(|person| person.name.as_str())
        .filter(|name| !name.is_empty());
    html! {
        li.row {
            p.row-title { (name.unwrap_or(team::NAMELESS.of(language))) }
            p.badges {
                @if let Some(role) = member.role { span."badge badge-alive" { (role.label(language)) } }
                @if let Some(person) = person { " " span.badge { (person.standing.label(language)) } }
            }
            @if let Some(function) = person.and_then(|person| person.function.as_deref()) {
                p.row-note { (function) }
            }
            @if let Some(end) = person.and_then(|person| person.mandate_end) {
                p.row-note { (words::UNTIL.of(language)) " " (intl::date(end, language)) }
            }
        }
    }
}

fn listed(found: &HandOver, kinds: &[HandOverKind], language: Language) -> Markup {
    let of = |kind: HandOverKind| found.items.iter().filter(move |item| item.kind == kind);
    let none = kinds.iter().all(|kind| of(*kind).next().is_none());
    html! {
        @if none { p.hint { (words::NOTHING.of(language)) } }
        @for kind in kinds {
            @if of(*kind).next().is_some() {
                h3 { (kind.label(language)) }
                ul.rows { @for item in of(*kind) { (row(item, language)) } }
            }
        }
    }
}

fn row(item: &HandOverItem, language: Language) -> Markup {
    let href = site::record(item.record.resource, item.record.slug.as_str()).unwrap_or_default();
    html! {
        li.row {
            p.row-title { a href=(href) lang="fr" { (item.record.name) } }
            @if let Some(on) = item.on { p.row-note { (intl::date(on, language)) } }
            @if let Some(with) = &item.with { p.row-note { (words::WITH.of(language)) " " (with) } }
        }
    }
}

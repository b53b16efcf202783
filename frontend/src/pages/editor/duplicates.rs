//! Whether a record is here already: shown while one begins it, never in the way.

use super::kinds;
use super::record::Editor;
use crate::data::{self, Loaded, Question};
use crate::ui::node::live;
use aect_client::Client;
use aect_types::{Resource, site};
use aect_words::pages::editor as words;
use leptos::prelude::*;
use serde_json::Value;

/// Typing rests for this many milliseconds before the server is asked.
const REST: i32 = 500;
/// Those that are shown.
const MOST: usize = 5;
/// Letters of a name that says something.
const LETTERS: usize = 4;

/// What the API is told of a record of a kind, and the field that says it; nothing of those that it does not compare.
const fn compared(resource: Resource) -> &'static [(&'static str, &'static str)] {
    match resource {
        Resource::Projects => &[
            ("name", "title"),
            ("lead", "lead"),
            ("country", "countries"),
            ("partner_authority", "partner_authorities"),
        ],
        Resource::Actors => &[("name", "name"), ("acronym", "acronym")],
        Resource::PartnerAuthorities => &[("name", "name"), ("country", "country")],
        Resource::ExternalInitiatives => &[("name", "name"), ("country", "countries")],
        _ => &[],
    }
}

/// Records that resemble the one that is begun.
pub(super) fn view(editor: Editor) -> AnyView {
    let resource = editor.resource;
    if compared(resource).is_empty() {
        return ().into_any();
    }
    let known = Memo::new(move |_| known(editor));
    let question = move || {
        let key = known.get();
        let name = key.first().filter(|(name, _)| name == "name");
        let says = name.is_some_and(|(_, name)| name.chars().count() >= LETTERS);
        says.then_some(Question { key, after: REST })
    };
    let found: Loaded<Value> = data::load(question, move |client: Client, known| async move {
        let address = client.site().likely_duplicates(resource, known);
        client.json(&address).await
    });
    let row = move |one: &Value| {
        let text = |name: &str| kinds::value(one, name).as_str().unwrap_or_default();
        let (href, name) = (site::record(resource, text("slug")), text("name").to_owned());
        let opens = words::NEW_WINDOW.of(editor.language);
        view! { <li><a href=editor.language.place(&href.unwrap_or_default()) target="_blank">{name} <span class="visually-hidden">" (" {opens} ")"</span></a></li> }.into_any()
    };
    live(move || {
        // It is never in the way: where the search fails there is nothing to say.
        let own = editor.id();
        let rows = found.value.with(|found| {
            let items = found.as_ref().and_then(|found| found.get("items")?.as_array());
            let others = items
                .into_iter()
                .flatten()
                .filter(|one| kinds::value(one, "id").as_str() != own.as_deref());
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

/// What is typed of it so far; of several countries or partners the first.
fn known(editor: Editor) -> Vec<(String, String)> {
    let said = |(name, id): &(&str, &str)| {
        let field = editor.field(id)?;
        let text = field
            .rows
            .with(|rows| Some(rows.first()?.key.trim().to_owned()))?;
        (!text.is_empty()).then(|| ((*name).to_owned(), text))
    };
    compared(editor.resource).iter().filter_map(said).collect()
}

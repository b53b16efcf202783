//! The pages on which records are written: a part of its own, which neither visitors nor the other pages of members fetch.

mod chooser;
mod conflict;
mod controls;
mod create;
mod deletion;
mod duplicates;
mod elsewhere;
mod files;
mod finding;
mod hand_over;
mod history;
mod kept;
mod kinds;
mod merging;
mod opened;
mod record;
mod saving;
mod shapes;
mod sharing;
mod team;
mod view;

use crate::data::{self, Loaded};
use crate::pages::member::for_members;
use crate::router::use_router;
use crate::ui::heading::heading;
use crate::ui::node::{link, told};
use crate::ui::states;
use aect_client::Client;
use aect_types::Resource;
use aect_types::given::Rules;
use aect_types::policy::Writers;
use aect_types::site::{self, EditorPage, paths};
use aect_words::Language;
use aect_words::pages::editor as words;
use leptos::prelude::*;
use opened::Opened;
use record::Editor;
pub(crate) use record::{COPY, FOR};
use serde_json::Value;

/// The page.
pub(crate) fn page(page: EditorPage, language: Language) -> AnyView {
    let path = page.path();
    for_members(path, language, move |language| match &page {
        EditorPage::New(resource) => {
            let asked = use_router().address.get_untracked();
            let [begun, model] = [saving::BEGUN, COPY].map(|name| asked.parameter(name));
            writing(*resource, begun, model, language)
        }
        EditorPage::Record(resource, slug) => writing(*resource, Some(slug.to_string()), None, language),
        EditorPage::History(resource, slug) => history::page(*resource, slug.to_string(), language),
        EditorPage::Merging(resource, slug) => merging::page(*resource, slug, language),
        // Other parts have the others.
        _ => states::lost(language),
    })
}

/// The pages of those who keep a record: of another part.
pub(crate) fn keepers(page: EditorPage, language: Language) -> AnyView {
    let path = page.path();
    for_members(path, language, move |language| match &page {
        EditorPage::Team(resource, slug) => team::page(*resource, slug.as_str(), language),
        EditorPage::HandOver(resource, slug) => hand_over::page(*resource, slug, language),
        EditorPage::Sharing(_, slug) => sharing::page(slug.as_str(), language),
        _ => states::lost(language),
    })
}

/// Opens a record, or a new one, and its editor for those who may write it.
fn writing(resource: Resource, key: Option<String>, model: Option<String>, language: Language) -> AnyView {
    let loaded: Loaded<Opened> = data::load_apart(move |client: Client| {
        let (key, model) = (key.clone(), model.clone());
        async move { Opened::load(client, resource, key, model, language).await }
    });
    states::record_page(loaded, move |opened: Opened| {
        if opened.may_write(resource) {
            // Made once: what it reads of itself must not make it anew.
            untrack(|| view::view(Editor::new(resource, opened, language)))
        } else {
            not_yours(resource, opened.record.as_ref(), language)
        }
    })
}

/// What is said to a member who may not write it.
fn not_yours(resource: Resource, record: Option<&Value>, language: Language) -> AnyView {
    let enter = Rules::of(resource).map(|rules| rules.enter);
    let (title, detail) = match (record, resource) {
        (Some(_), _) => (words::CHANGE, words::NOT_YOURS),
        (None, _) if enter == Some(Writers::Animators) => (words::titles(resource).0, words::FOR_ANIMATORS),
        (None, Resource::Projects) => (words::NEW_PROJECT, words::NO_COLLECTIVITY),
        (None, _) => (words::titles(resource).0, words::NO_ORGANISATION),
    };
    let slug = record.and_then(|record| record.get("slug")?.as_str());
    let page = slug.and_then(|slug| site::record(resource, slug));
    let (href, name) = match page {
        Some(page) => (page, words::SEE_RECORD),
        None => (
            paths::COLLECTIVITIES.to_owned(),
            aect_words::pages::collectivities::TITLE,
        ),
    };
    view! {
        {heading(title.of(language).to_owned(), language)}
        {told("p", "notice", detail.of(language))}
        <p>{link(href, name.of(language))}</p>
    }
    .into_any()
}

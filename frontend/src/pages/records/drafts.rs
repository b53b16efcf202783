//! Drafts: what is written and not shown to anybody else yet.

use crate::data::{self, Loaded};
use crate::intl;
use crate::ui::node::{link, node, told};
use crate::ui::states;
use aect_client::Client;
use aect_types::Page;
use aect_types::drafts::Draft;
use aect_types::site::EditorPage;
use aect_words::Language;
use aect_words::pages::editor as words;
use js_sys::Date;
use leptos::prelude::*;

/// Their list; nothing where there is none.
pub(super) fn view(language: Language) -> AnyView {
    let loaded: Loaded<Page<Draft>> = data::load_apart(|client: Client| async move { client.drafts().await });
    states::part(loaded, move |drafts| {
        let rows: Vec<AnyView> = drafts
            .items
            .iter()
            .map(|draft| {
                let page = EditorPage::Record(draft.resource, draft.slug.clone()).path();
                let at = intl::moment(Date::parse(&draft.updated_at.to_string()), language);
                let at = [words::DRAFT_LAST.of(language), " ", &at].concat();
                let title = node("p", "row-title", vec![link(page, draft.title.clone())]);
                node("li", "row", vec![title, told("p", "row-note", at)])
            })
            .collect();
        if rows.is_empty() {
            return ().into_any();
        }
        let parts = vec![
            told("h3", "", words::DRAFTS.of(language)),
            node("ul", "rows", rows),
        ];
        node("div", "written-for", parts)
    })
}

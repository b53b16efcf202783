//! The ways to enter what is everybody's.

use crate::ui::node::{linked, node, told};
use aect_types::Resource;
use aect_types::site::EditorPage;
use aect_words::Language;
use aect_words::pages::editor as words;
use leptos::prelude::*;

/// Those that the person may enter.
pub(super) fn view(animates: bool, language: Language) -> AnyView {
    let kinds: &[Resource] = if animates {
        &[
            Resource::Events,
            Resource::News,
            Resource::Actors,
            Resource::PartnerAuthorities,
            Resource::ThematicGroups,
            Resource::Resources,
            Resource::ExternalInitiatives,
            Resource::Themes,
        ]
    } else {
        &[
            Resource::Actors,
            Resource::PartnerAuthorities,
            Resource::ExternalInitiatives,
        ]
    };
    let button = |kind: &Resource| {
        let href = EditorPage::New(*kind).path();
        linked(&href, "tool", words::titles(*kind).0.of(language).to_owned())
    };
    let parts = vec![
        told("h3", "", words::SHARED.of(language)),
        node("div", "tools", kinds.iter().map(button).collect()),
    ];
    node("div", "written-for", parts)
}

//! The register of processing activities, to be read and printed.

use crate::data::{self, Loaded};
use crate::intl::Browser;
use crate::ui::node::{node, told};
use crate::ui::sheet::written;
use crate::ui::states;
use aect_client::Client;
use aect_types::register::{ProcessingActivity, Register};
use aect_words::Language;
use aect_words::pages::{Text, animation as words};
use leptos::prelude::*;

/// The page.
pub(super) fn page(language: Language) -> AnyView {
    let loaded: Loaded<Register> = data::load_apart(|client: Client| async move { client.register().await });
    states::part(loaded, move |register| view(register, language))
}

fn view(register: &Register, language: Language) -> AnyView {
    let unknown = || words::REGISTER_UNKNOWN.of(language).to_owned();
    let said = |said: &Option<String>| text(said.clone().unwrap_or_else(unknown));
    let responsible = vec![
        (words::REGISTER_CONTROLLER, said(&register.controller)),
        (words::REGISTER_OFFICER, said(&register.officer)),
    ];
    let activities = register.activities.iter().map(|one| activity(one, language));
    let measures = list(register.measures.iter().cloned());
    let title = words::REGISTER_MEASURES.of(language);
    view! {
        {told("p", "lead", words::REGISTER_INTRODUCTION.of(language))}
        {written(aect_pages::tools(&[], Browser(language)))}
        {part(None, facts(responsible, language))}
        {activities.collect::<Vec<_>>()}
        {part(Some(title.to_owned()), measures)}
    }
    .into_any()
}

fn activity(activity: &ProcessingActivity, language: Language) -> AnyView {
    let kept = activity.retention.iter();
    let kept = kept.map(|kept| [&kept.what, " – ", &kept.kept].concat());
    let said = vec![
        (words::REGISTER_PURPOSE, text(activity.purpose.clone())),
        (words::REGISTER_BASIS, text(activity.basis.clone())),
        (words::REGISTER_PEOPLE, text(activity.people.clone())),
        (words::REGISTER_DATA, text(activity.data.clone())),
        (words::REGISTER_RECIPIENTS, text(activity.recipients.clone())),
        (words::REGISTER_RETENTION, list(kept)),
    ];
    part(Some(activity.name.clone()), facts(said, language))
}

fn part(title: Option<String>, content: AnyView) -> AnyView {
    let title = title.map(|title| told("h2", "", title));
    node("section", "aside", vec![title.into_any(), content])
}

/// What is said, by name.
fn facts(said: Vec<(Text, AnyView)>, language: Language) -> AnyView {
    let parts = said.into_iter().map(|(name, value)| {
        let name = told("dt", "", name.of(language));
        node("div", "fact", vec![name, node("dd", "", vec![value])])
    });
    node("dl", "facts", parts.collect())
}

fn list(lines: impl Iterator<Item = String>) -> AnyView {
    node("ul", "", lines.map(|line| told("li", "", line)).collect())
}

fn text(text: String) -> AnyView {
    text.into_any()
}

//! The pages of whoever runs the platform: a part of its own, which nobody else fetches.

pub(crate) mod access;
mod accounts;
mod acts;
mod identity;
mod keys;
mod post;
mod queue;
mod reasons;
mod register;
mod rows;
mod settings;

use crate::pages::member::for_members;
use crate::ui::heading::heading;
use crate::ui::node::{linked, node};
use aect_types::site::MemberPage;
use aect_words::Language;
use aect_words::pages::{Text, animation as words};
use leptos::prelude::*;

/// The page.
pub(crate) fn page(page: MemberPage, language: Language) -> AnyView {
    for_members(page.path().to_owned(), language, move |language| {
        let content = match page {
            MemberPage::Users => accounts::page(language),
            MemberPage::Acts => acts::page(language),
            MemberPage::Settings => settings::page(language),
            MemberPage::Register => register::page(language),
            _ => queue::page(language),
        };
        view! {
            {heading(name_of(page).of(language).to_owned(), language)}
            {menu(page, language)}
            {content}
        }
        .into_any()
    })
}

const fn name_of(page: MemberPage) -> Text {
    match page {
        MemberPage::Users => words::ACCOUNTS,
        MemberPage::Acts => words::ACTS,
        MemberPage::Settings => words::SETTINGS,
        MemberPage::Register => words::REGISTER,
        _ => words::QUEUE,
    }
}

/// The way from one of these pages to the others.
fn menu(here: MemberPage, language: Language) -> AnyView {
    let others = MemberPage::ANIMATION.into_iter().filter(|page| *page != here);
    let links = others
        .map(|page| linked(page.path(), "tool", name_of(page).of(language).to_owned()))
        .collect();
    let label = words::MENU.of(language);
    view! { <nav aria-label=label>{node("div", "tools", links)}</nav> }.into_any()
}

//! Mon espace: what one belongs to, and what is missing.

use super::account::FIELD;
use super::second_factor;
use crate::address::Address;
use crate::data::{self, Loaded};
use crate::session::use_session;
use crate::ui::heading::heading;
use crate::ui::sheet::written;
use crate::ui::states;
use crate::{parts, routes};
use aect_client::Client;
use aect_pages::picture;
use aect_types::people::{Account, Membership, MembershipState, SecondFactor, UserRole};
use aect_types::policy::Caller;
use aect_types::site::{self, EditorPage, paths};
use aect_words::pages::{Text, animation, member as words, shell, team};
use aect_words::{Labelled as _, Language};
use leptos::prelude::*;
use maud::{Markup, html};

/// The page.
pub(super) fn page(language: Language) -> AnyView {
    let session = use_session();
    let loaded: Loaded<Account> =
        data::load_apart(move |client: Client| async move { client.account().await });
    states::record_page(loaded, move |account: Account| {
        session.call(&account.name);
        if account.second_factor == SecondFactor::Due {
            return second_factor::due(language, move || loaded.retry());
        }
        view! {
            {heading(shell::SPACE.of(language).to_owned(), language)}
            {written(hello(&account, language))}
            {super::mandate::section(&account, language)}
            {super::waiting::section(language)}
            {super::co_leads::section(language)}
            {super::corrections::section(language)}
            {written(told(&account, language))}
            {parts::records_of(account, language)}
        }
        .into_any()
    })
}

fn hello(account: &Account, language: Language) -> Markup {
    html! {
        p.lead { (words::HELLO.of(language)) @if !account.name.is_empty() { " " (account.name) } "." }
        div.tools {
            a.button href=(routes::ACCOUNT) { (words::ACCOUNT.of(language)) }
            @if Caller::from(account).may_animate() {
                a.button href=(paths::QUEUE) { (animation::QUEUE.of(language)) }
            }
        }
    }
}

fn told(account: &Account, language: Language) -> Markup {
    let missing = missing(account);
    html! {
        @if !missing.is_empty() {
            section.aside {
                h2 { (words::MISSING.of(language)) }
                ul.rows { @for (href, name, why) in missing { li.row {
                    p.row-title { a href=(href) { (name.of(language)) } }
                    p.row-note { (why.of(language)) }
                } } }
            }
        }
        section.aside {
            h2 { (words::MEMBERSHIPS.of(language)) }
            @if account.memberships.is_empty() {
                div.empty {
                    (picture("sprout"))
                    p { (words::NO_MEMBERSHIP.of(language)) }
                    p { a href=(routes::COLLECTIVITIES) { (words::NO_MEMBERSHIP_WAY.of(language)) } }
                }
            } @else {
                ul.rows { @for membership in &account.memberships { (row(membership, language)) } }
            }
        }
    }
}

/// What others would like to know: where to say it, its name, and why.
fn missing(account: &Account) -> Vec<(String, Text, Text)> {
    let at = |field| Address::with_pairs(routes::ACCOUNT, [(FIELD, field)]).href();
    let name = (at("name"), words::MISSING_NAME, words::MISSING_NAME_DETAIL);
    let function = (
        at("function"),
        words::MISSING_FUNCTION,
        words::MISSING_FUNCTION_DETAIL,
    );
    let factor = (at("facteur"), words::FACTOR_NEEDED, words::FACTOR_NEEDED_DETAIL);
    let mut missing = Vec::new();
    if account.role != UserRole::Member && account.second_factor == SecondFactor::Off {
        missing.push(factor);
    }
    if account.name.is_empty() {
        missing.push(name);
    }
    if account.function.as_deref().unwrap_or_default().is_empty() {
        missing.push(function);
    }
    missing
}

fn row(membership: &Membership, language: Language) -> Markup {
    let href = site::record(membership.resource, membership.slug.as_str());
    let tone = match membership.state {
        MembershipState::Accepted => "badge badge-alive",
        MembershipState::Invited | MembershipState::Pending => "badge badge-coming",
        MembershipState::Refused | MembershipState::Former => "badge",
    };
    let role = membership
        .role
        .filter(|_| membership.state == MembershipState::Accepted);
    html! {
        li.row {
            p.row-title { @match href {
                Some(href) => { a href=(href) { (membership.name) } }
                None => { (membership.name) }
            } }
            p.badges {
                span class=(tone) { (membership.state.label(language)) }
                @if let Some(role) = role { span.badge { (role.label(language)) } }
            }
            p { a href=(EditorPage::Team(membership.resource, membership.slug.clone()).path()) {
                (team::TEAM.of(language))
            } }
            @if let Some(reason) = &membership.reason {
                p.row-note { (words::REASON.of(language)) " " (reason) }
            }
        }
    }
}

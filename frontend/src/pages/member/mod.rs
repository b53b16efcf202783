//! Signing in, and the pages of whoever has: a part of its own, which visitors never fetch.

mod account;
mod agents;
mod co_leads;
mod conflict;
pub(crate) mod contacts;
mod corrections;
pub(crate) mod keeping;
mod mandate;
mod own_ways;
mod personal;
mod reach;
pub(crate) mod remark;
mod requests;
mod second_factor;
mod sessions;
mod sign_in;
mod space;
mod waiting;
mod ways;

use crate::address::Address;
use crate::router::{How, use_router};
use crate::routes;
use crate::session::{Who, use_session};
use crate::ui::heading::heading;
use crate::ui::node::{live, told};
use crate::ui::states;
use aect_types::site::MemberPage;
use aect_words::Language;
use aect_words::pages::shell;
use leptos::prelude::*;

/// The page.
pub(crate) fn page(page: MemberPage, language: Language) -> AnyView {
    match page {
        MemberPage::SignIn => sign_in::page(language),
        MemberPage::Space => for_members(page.path().to_owned(), language, space::page),
        MemberPage::Account => for_members(page.path().to_owned(), language, account::page),
        // Those of whoever runs the platform are another part.
        _ => states::lost(language),
    }
}

/// Whether a page of members is shown.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Gate {
    Awaited,
    Closed,
    Open,
}

/// The page at a path, for whoever has signed in; anybody else signs in first and comes back.
pub(crate) fn for_members(
    path: String,
    language: Language,
    show: impl Fn(Language) -> AnyView + Send + 'static,
) -> AnyView {
    let (session, router) = (use_session(), use_router());
    let gate = Memo::new(move |before: Option<&Gate>| match session.who() {
        Who::Member => Gate::Open,
        // A session that ends takes nothing that was typed: the page itself says so.
        _ if before == Some(&Gate::Open) && router.has_unsaved() => Gate::Open,
        Who::Awaited => Gate::Awaited,
        Who::Visitor => Gate::Closed,
    });
    live(move || match gate.get() {
        Gate::Open => show(language),
        Gate::Awaited => waiting(language),
        Gate::Closed => {
            if let Some(error) = session.trouble.get_untracked() {
                return view! {
                    {heading(shell::ERROR_TITLE.of(language).to_owned(), language)}
                    {states::failure(&error, move || session.resume())}
                }
                .into_any();
            }
            sign_in_first(path.clone());
            waiting(language)
        }
    })
}

/// Leads to Connexion, and from there back here.
fn sign_in_first(path: String) {
    let router = use_router();
    request_animation_frame(move || {
        if router.address.with_untracked(|address| address.path == path) {
            let back = router.address.with_untracked(Address::href);
            let to = Address::with_pairs(routes::SIGN_IN, [(sign_in::BACK, back)]);
            router.go(&to.href(), How::Replace);
        }
    });
}

/// What is shown until it is known what shall be; the page is not complete meanwhile.
fn waiting(language: Language) -> AnyView {
    let busy = use_router().busy();
    on_cleanup(move || drop(busy));
    view! {
        {told("h1", "visually-hidden", shell::LOADING.of(language))}
        {states::skeleton(6)}
    }
    .into_any()
}

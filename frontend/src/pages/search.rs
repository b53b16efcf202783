//! Recherche: everything at once; the words are in the address.

use crate::address::Address;
use crate::router::{How, use_router};
use crate::routes;
use crate::ui::everything;
use crate::ui::heading::heading;
use aect_words::Language;
use aect_words::pages::search;
use leptos::prelude::*;

/// The page.
pub(crate) fn page(language: Language) -> AnyView {
    let router = use_router();
    let given = move || {
        router
            .address
            .with(|address| address.parameter("q").unwrap_or_default())
    };
    let words = RwSignal::new(untrack(given));
    // What is typed goes into the address; what the address says otherwise (back, a link) goes into the field.
    Effect::new(move |_| {
        let typed = words.get();
        let (typed, given) = (typed.trim().to_owned(), untrack(given));
        if typed != given && untrack(|| router.address.with(|address| address.path == routes::SEARCH)) {
            let pairs = (!typed.is_empty()).then_some(("q", typed));
            router.go(&Address::with_pairs(routes::SEARCH, pairs).href(), How::Replace);
        }
    });
    view! {
        {heading(search::TITLE.of(language).to_owned(), language)}
        {everything::search(words, aect_pages::search::HITS, language)}
    }
    .into_any()
}

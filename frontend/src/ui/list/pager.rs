//! Previous and next: fifty rows a page.

use super::State;
use crate::browser::{self, document};
use crate::router::{How, use_router};
use crate::ui::node::live;
use aect_types::query::ListQuery;
use aect_words::pages::list;
use leptos::prelude::*;

/// The buttons; nothing where the list has one page.
pub(super) fn pager(
    state: State,
    page: impl Fn() -> Option<(ListQuery, Option<String>)> + Send + 'static,
) -> AnyView {
    let (router, language) = (use_router(), state.language);
    let turn = move |cursor: Option<String>, trail: Vec<String>| {
        let query = ListQuery {
            cursor,
            ..state.query_untracked()
        };
        router.go_with(&state.address(&query), trail, How::Push);
        if let Some(list) = document().get_element_by_id("liste") {
            list.scroll_into_view();
        }
        browser::focus("liste");
    };
    live(move || {
        let (query, next) = page()?;
        let back = router.entry.with_untracked(crate::history::Entry::step_back);
        let on_first = query.cursor.is_none();
        if on_first && next.is_none() {
            return None;
        }
        let here = query.cursor;
        let previous = move |_| {
            // A shared link leads into the middle of a list: from there, back means to its beginning.
            let (cursor, trail) = back.clone().unwrap_or_default();
            turn(cursor, trail);
        };
        let forth = next.map(|next| {
            let forward = move |_| {
                let trail = router.entry.with_untracked(|entry| entry.trail_after(here.as_deref()));
                turn(Some(next.clone()), trail);
            };
            view! { <button type="button" class="button" on:click=forward>{list::NEXT.of(language)}" →"</button> }.into_any()
        });
        let backwards = (!on_first).then(|| {
            let known = router.entry.with_untracked(|entry| !entry.trail.is_empty());
            let name = if known { list::PREVIOUS } else { list::FIRST };
            view! { <button type="button" class="button" on:click=previous>"← "{name.of(language)}</button> }
                .into_any()
        });
        Some(
            view! { <nav class="pager" aria-label=list::PAGES.of(language)>{backwards}{forth}</nav> }
                .into_any(),
        )
    })
}

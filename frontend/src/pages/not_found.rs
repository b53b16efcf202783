//! No page at this address: where to go instead.

use crate::routes;
use crate::ui::heading::heading;
use aect_words::{Language, pages::shell};
use leptos::prelude::*;

/// The page.
pub(crate) fn page(language: Language) -> AnyView {
    let ways = [
        (routes::HOME, shell::NOT_FOUND_SEARCH),
        (routes::COLLECTIVITIES, shell::NOT_FOUND_DIRECTORY),
        (routes::PROJECTS, shell::NOT_FOUND_PROJECTS),
        (routes::MAP, shell::NOT_FOUND_MAP),
    ];
    view! {
        <div class="prose">
            {heading(shell::NOT_FOUND_TITLE.of(language).to_owned(), language)}
            <p class="lead">{shell::NOT_FOUND.of(language)}</p>
            <p>{shell::NOT_FOUND_WAYS.of(language)}</p>
            <ul>
                {ways.map(|(path, way)| view! { <li><a href=path>{way.of(language)}</a></li> }).collect_view()}
            </ul>
        </div>
    }
    .into_any()
}

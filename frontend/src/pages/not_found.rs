//! No page at this address: where to go instead.

use crate::routes;
use crate::ui::heading::heading;
use crate::ui::node::{link, node, told};
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
    let ways = ways.map(|(path, way)| node("li", "", vec![link(path, way.of(language))]));
    let parts = vec![
        heading(shell::NOT_FOUND_TITLE.of(language).to_owned(), language),
        told("p", "lead", shell::NOT_FOUND.of(language)),
        told("p", "", shell::NOT_FOUND_WAYS.of(language)),
        node("ul", "", ways.into()),
    ];
    node("div", "prose", parts)
}

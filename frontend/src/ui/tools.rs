//! Copy the link, print, export: the buttons of [`aect_pages::tools`], under exports that may change.

use crate::intl::Browser;
use crate::language::use_language;
use crate::ui::node::{live, node};
use crate::ui::sheet::written;
use aect_words::pages::{Text, shell};
use leptos::prelude::*;

/// The tools of a page; `exports` gives names and addresses.
pub(crate) fn tools(exports: impl Fn() -> Vec<(Text, String)> + Send + 'static) -> AnyView {
    let language = use_language();
    live(move || written(aect_pages::tools(&exports(), Browser(language))))
}

/// The same with entries that save what only the page has.
pub(crate) fn tools_with(
    exports: impl Fn() -> Vec<(Text, String)> + Send + 'static,
    entries: Vec<AnyView>,
) -> AnyView {
    let language = use_language();
    let list = move || {
        let link = |(name, address): (Text, String)| {
            view! { <li><a download href=address>{name.of(language)}</a></li> }.into_any()
        };
        exports().into_iter().map(link).collect::<Vec<_>>()
    };
    let entries: Vec<AnyView> = entries
        .into_iter()
        .map(|entry| node("li", "", vec![entry]))
        .collect();
    view! {
        <div class="tools">
            {written(aect_pages::copy_and_print(Browser(language)))}
            <details class="menu">
                <summary class="tool">{shell::EXPORT.of(language)}</summary>
                <ul>{entries}{live(list)}</ul>
            </details>
            <span class="tools-said" role="status"></span>
        </div>
    }
    .into_any()
}

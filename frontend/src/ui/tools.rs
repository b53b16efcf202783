//! Copy the link, print, export.

use crate::browser::window;
use crate::language::use_language;
use crate::ui::node::{live, node};
use aect_words::pages::{Text, shell};
use leptos::prelude::*;
use wasm_bindgen_futures::JsFuture;

/// The tools of a page; `exports` gives names and addresses when the list opens.
pub(crate) fn tools(exports: impl Fn() -> Vec<(Text, String)> + Send + 'static) -> AnyView {
    tools_with(exports, Vec::new())
}

/// The same with buttons that save what only the page has.
pub(crate) fn tools_with(
    exports: impl Fn() -> Vec<(Text, String)> + Send + 'static,
    buttons: Vec<AnyView>,
) -> AnyView {
    let language = use_language();
    let said = RwSignal::new(None::<Text>);
    let copy = move |_| {
        let clipboard = window().navigator().clipboard();
        let address = window().location().href().unwrap_or_default();
        leptos::task::spawn_local(async move {
            let copied = JsFuture::from(clipboard.write_text(&address)).await;
            said.set(Some(if copied.is_ok() {
                shell::COPIED
            } else {
                shell::NOT_COPIED
            }));
        });
    };
    let print = |_| {
        // Refused where a dialog is already open: nothing to say.
        drop(window().print());
    };
    let list = move || {
        let link = |(name, address): (Text, String)| {
            view! { <li><a download href=address>{name.of(language)}</a></li> }.into_any()
        };
        exports().into_iter().map(link).collect::<Vec<_>>()
    };
    view! {
        <div class="tools">
            <button type="button" class="tool" on:click=copy>{shell::COPY_LINK.of(language)}</button>
            <button type="button" class="tool" on:click=print>{shell::PRINT.of(language)}</button>
            <details class="menu">
                <summary class="tool">{shell::EXPORT.of(language)}</summary>
                <ul>{buttons.into_iter().map(|button| node("li", "", vec![button])).collect::<Vec<_>>()}{live(list)}</ul>
            </details>
            <span class="tools-said" role="status">{live(move || said.get().map(|text| text.of(language).to_owned()))}</span>
        </div>
    }
    .into_any()
}

/// The tools of a record.
pub(crate) fn record_tools(json: String) -> AnyView {
    tools(move || vec![(shell::EXPORT_JSON, json.clone())])
}

//! What a long text will look like: asked of the server, which alone makes HTML of it.

use super::{Editor, Field, first};
use crate::ui::node::{live, told};
use crate::ui::states;
use aect_words::pages::files as words;
use leptos::prelude::*;

/// A button, and what it shows.
pub(super) fn view(editor: Editor, field: Field) -> AnyView {
    let language = editor.language;
    let shown: RwSignal<Option<Result<String, &'static str>>> = RwSignal::new(None);
    let client = editor.client();
    let press = move |_| {
        let (client, text) = (client.clone(), untrack(|| first(field)));
        leptos::task::spawn_local(async move {
            let made = client.preview(&text).await.map(|preview| preview.html);
            // The page may be gone already.
            let _gone = shown.try_set(Some(
                made.map_err(|error| states::explanation(&error).of(language)),
            ));
        });
    };
    let label = field.spec.label.of(language);
    let name = [words::PREVIEW_OF.of(language), " ", label].concat();
    let result = move || {
        Some(match shown.get()? {
            Ok(html) => view! { <div class="note prose-text" lang="fr" inner_html=html></div> }.into_any(),
            Err(words) => told("p", "field-error", words),
        })
    };
    view! {
        <p class="hint">{words::MARKDOWN_HELP.of(language)}</p>
        <button type="button" class="tool" aria-label=name on:click=press>{words::PREVIEW.of(language)}</button>
        <div aria-live="polite">{live(result)}</div>
    }
    .into_any()
}

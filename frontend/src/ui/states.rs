//! What a page shows when it has nothing to show yet, or cannot.

use crate::data::Loaded;
use crate::intl::Browser;
use crate::language::use_language;
use crate::ui::heading::heading;
use crate::ui::node::{live, node, told};
use crate::ui::sheet;
use aect_client::Error;
use aect_words::Language;
use aect_words::pages::{Text, shell};
use leptos::prelude::*;
use std::sync::Arc;

/// What happened, in a reader's words.
pub(crate) fn explanation(error: &Error) -> Text {
    match error {
        Error::Network(_) | Error::Timeout => shell::ERROR_NETWORK,
        Error::Unreadable { .. } | Error::Address { .. } => shell::ERROR_UNREADABLE,
        Error::Problem(_) | Error::Stale(_) => shell::ERROR_SERVER,
    }
}

/// An error in the place of what could not be loaded, with a way to try again.
pub(crate) fn failure(error: &Error, retry: impl Fn() + 'static) -> AnyView {
    let language = use_language();
    let reference = match error {
        Error::Problem(problem) => Some(format!(
            "{} {}",
            shell::ERROR_REFERENCE.of(language),
            problem.request_id
        )),
        _ => None,
    };
    view! {
        <div class="notice notice-error" role="alert">
            {sheet::written(aect_pages::picture("cut"))}
            <p>{explanation(error).of(language)}</p>
            {reference.map(|reference| told("p", "small", reference))}
            <button type="button" class="button" on:click=move |_| retry()>{shell::RETRY.of(language)}</button>
        </div>
    }
    .into_any()
}

/// Grey lines while an answer is awaited; read out as one word.
pub(crate) fn skeleton(lines: usize) -> AnyView {
    let language = use_language();
    let said = view! { <p class="visually-hidden" role="status">{shell::LOADING.of(language)}</p> };
    let mut parts = vec![said.into_any()];
    for _ in 0..lines {
        parts.push(node("div", "skeleton-line", Vec::new()));
    }
    node("div", "skeleton", parts)
}

/// No page at this address: where to go instead.
pub(crate) fn lost(language: Language) -> AnyView {
    let sheet = aect_pages::lost("", Browser(language));
    sheet::entitle(&sheet, language);
    sheet::written(maud::PreEscaped(sheet.main))
}

/// A whole page out of one record: skeleton, record, not found, or error.
pub(crate) fn record_page<T: Clone + Send + Sync + 'static>(
    loaded: Loaded<T>,
    show: impl Fn(T) -> AnyView + Send + 'static,
) -> AnyView {
    let language = use_language();
    live(move || match (loaded.error.get(), loaded.value.get()) {
        (Some(error), _) if error.is_not_found() => lost(language),
        (Some(error), _) => view! {
            {heading(shell::ERROR_TITLE.of(language).to_owned(), language)}
            {failure(&error, move || loaded.retry())}
        }
        .into_any(),
        (None, Some(record)) => show(record),
        (None, None) => live(move || {
            // A page is never without its one heading; this one names nothing yet and takes no focus.
            let heading = || told("h1", "visually-hidden", shell::LOADING.of(language));
            loaded.slow.get().then(|| vec![heading(), skeleton(8)])
        }),
    })
}

/// A part of a page: what was loaded, kept while newer is awaited; a skeleton at first; an error in its place.
pub(crate) fn part<T: Send + Sync + 'static>(
    loaded: Loaded<T>,
    show: impl Fn(&T) -> AnyView + Send + 'static,
) -> AnyView {
    let shown = move || loaded.value.with(|value| value.as_ref().map(&show));
    let retry = move || loaded.retry();
    whatever_there_is(Box::new(shown), loaded.error, loaded.slow, Arc::new(retry))
}

/// The part that is the same whatever was loaded, so that it is in the WASM once.
fn whatever_there_is(
    shown: Box<dyn Fn() -> Option<AnyView> + Send>,
    error: RwSignal<Option<Error>>,
    slow: RwSignal<bool>,
    retry: Arc<dyn Fn() + Send + Sync>,
) -> AnyView {
    live(move || {
        if let Some(error) = error.get() {
            let retry = Arc::clone(&retry);
            return failure(&error, move || retry());
        }
        shown().unwrap_or_else(|| live(move || slow.get().then(|| skeleton(3))))
    })
}

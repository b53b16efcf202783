//! The reader's language: kept in the browser, French where nothing was chosen.

use crate::browser;
use aect_words::Language;
use leptos::prelude::*;

const KEY: &str = "language";

/// The choice of language. The whole page is drawn anew when it changes, so that no text need watch it.
#[derive(Clone, Copy)]
pub(crate) struct Choice(RwSignal<Language>);

impl Choice {
    /// The choice made earlier, or the browser's first language where we speak it, or French.
    pub(crate) fn read() -> Self {
        let kept = browser::remembered(KEY).and_then(|tag| Language::of_tag(&tag));
        Self(RwSignal::new(kept.unwrap_or_default()))
    }

    /// The language, watched.
    pub(crate) fn get(self) -> Language {
        self.0.get()
    }

    /// Chooses, and remembers.
    pub(crate) fn set(self, language: Language) {
        browser::remember(KEY, language.tag());
        self.0.set(language);
    }
}

/// The language in which the page is being drawn.
pub(crate) fn use_language() -> Language {
    expect_context::<Choice>().0.get_untracked()
}

/// The other one.
pub(crate) const fn other(language: Language) -> Language {
    match language {
        Language::Fr => Language::En,
        Language::En => Language::Fr,
    }
}

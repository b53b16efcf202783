//! The reader's language: that of the address. French is at the root, English below `/en`.

use crate::browser;
use aect_words::Language;
use leptos::prelude::*;

/// The language of the present address. The whole page is drawn anew when it changes, so that no text need watch it.
#[derive(Clone, Copy)]
pub(crate) struct Spoken(RwSignal<Language>);

impl Spoken {
    /// That of the address in the browser.
    pub(crate) fn here() -> Self {
        Self(RwSignal::new(Self::of_address()))
    }

    fn of_address() -> Language {
        Language::of_path(&browser::window().location().pathname().unwrap_or_default()).0
    }

    /// The language, watched.
    pub(crate) fn get(self) -> Language {
        self.0.get()
    }

    /// The language at this moment.
    pub(crate) fn now(self) -> Language {
        self.0.get_untracked()
    }

    /// Speaks a language from now on.
    pub(crate) fn set(self, language: Language) {
        if self.now() != language {
            self.0.set(language);
        }
    }

    /// Speaks that of the address, where the browser has gone there itself.
    pub(crate) fn follow(self) {
        self.set(Self::of_address());
    }
}

/// The language in which the page is being drawn.
pub(crate) fn use_language() -> Language {
    expect_context::<Spoken>().now()
}

//! What the platform calls itself and says of itself: as its network has set it, else as it was built.

use crate::Language;
use crate::pages::{Text, home, shell};
use aect_types::platform::Platform;

/// Something that a network may word itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wording {
    /// The name.
    Name,
    /// The name in full.
    LongName,
    /// What the home page begins with.
    Introduction,
    /// What stands below every page.
    About,
}

impl Wording {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Name, Self::LongName, Self::Introduction, Self::About];

    /// By which a page says it (`<meta name>`), in each language in which it was set.
    #[must_use]
    pub const fn meta(self) -> &'static str {
        match self {
            Self::Name => "application-name",
            Self::LongName => "aect-long-name",
            Self::Introduction => "aect-introduction",
            Self::About => "aect-about",
        }
    }

    /// The words that it was built with.
    #[must_use]
    pub const fn built(self) -> Text {
        match self {
            Self::Name => shell::PLATFORM,
            Self::LongName => shell::PLATFORM_WHOLE,
            Self::Introduction => home::INTRODUCTION,
            Self::About => shell::FOOTER_ABOUT,
        }
    }

    /// What was set in that language.
    #[must_use]
    pub fn set(self, platform: &Platform, language: Language) -> Option<&str> {
        let [french, english] = match self {
            Self::Name => [&platform.name_fr, &platform.name_en],
            Self::LongName => [&platform.long_name_fr, &platform.long_name_en],
            Self::Introduction => [&platform.introduction_fr, &platform.introduction_en],
            Self::About => [&platform.about_fr, &platform.about_en],
        };
        match language {
            Language::Fr => french.as_deref(),
            Language::En => english.as_deref(),
        }
    }

    /// What it says in that language.
    #[must_use]
    pub fn said(self, platform: &Platform, language: Language) -> &str {
        self.set(platform, language)
            .unwrap_or_else(|| self.built().of(language))
    }
}

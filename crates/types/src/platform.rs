//! How the platform presents itself: what its network words itself. Who runs it, and what the law has it say, is in the
//! operator's file.

use crate::charter::{Charter, Colour, LEAST_CONTRAST, NoColour};
use crate::given::Checks;
use crate::problem::ErrorCode;
use crate::query::ParameterError;
use serde::{Deserialize, Serialize};

/// Bounds of what is set, in characters.
pub mod limits {
    /// The name: it stands in the header of every page and in the subjects of mails.
    pub const NAME_MAX: usize = 40;
    /// The long name.
    pub const LONG_NAME_MAX: usize = 120;
    /// A sentence.
    pub const SENTENCE_MAX: usize = 400;
}

/// What admins set; what is null is worded by the program.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct PlatformInput {
    /// What it is called, in French.
    pub name_fr: Option<String>,
    /// The same in English.
    pub name_en: Option<String>,
    /// What it is called in full, in French.
    pub long_name_fr: Option<String>,
    /// The same in English.
    pub long_name_en: Option<String>,
    /// What the home page begins with, in French.
    pub introduction_fr: Option<String>,
    /// The same in English.
    pub introduction_en: Option<String>,
    /// What it is for, below every page, in French.
    pub about_fr: Option<String>,
    /// The same in English.
    pub about_en: Option<String>,
    /// The colour of light pages, as `#0d5b5c`.
    pub colour_light: Option<String>,
    /// The colour of dark ones.
    pub colour_dark: Option<String>,
}

/// What is set at present.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Platform {
    /// Number of writes, for `If-Match`.
    pub version: i64,
    /// What it is called, in French.
    pub name_fr: Option<String>,
    /// The same in English.
    pub name_en: Option<String>,
    /// What it is called in full, in French.
    pub long_name_fr: Option<String>,
    /// The same in English.
    pub long_name_en: Option<String>,
    /// What the home page begins with, in French.
    pub introduction_fr: Option<String>,
    /// The same in English.
    pub introduction_en: Option<String>,
    /// What it is for, below every page, in French.
    pub about_fr: Option<String>,
    /// The same in English.
    pub about_en: Option<String>,
    /// The colour of light pages, as `#0d5b5c`.
    pub colour_light: Option<String>,
    /// The colour of dark ones.
    pub colour_dark: Option<String>,
}

impl Platform {
    /// What was set, as that write.
    #[must_use]
    pub fn of(version: i64, set: PlatformInput) -> Self {
        Self {
            version,
            name_fr: set.name_fr,
            name_en: set.name_en,
            long_name_fr: set.long_name_fr,
            long_name_en: set.long_name_en,
            introduction_fr: set.introduction_fr,
            introduction_en: set.introduction_en,
            about_fr: set.about_fr,
            about_en: set.about_en,
            colour_light: set.colour_light,
            colour_dark: set.colour_dark,
        }
    }

    /// What of it can be set.
    #[must_use]
    pub fn input(self) -> PlatformInput {
        PlatformInput {
            name_fr: self.name_fr,
            name_en: self.name_en,
            long_name_fr: self.long_name_fr,
            long_name_en: self.long_name_en,
            introduction_fr: self.introduction_fr,
            introduction_en: self.introduction_en,
            about_fr: self.about_fr,
            about_en: self.about_en,
            colour_light: self.colour_light,
            colour_dark: self.colour_dark,
        }
    }
}

impl Platform {
    /// The colours of light and of dark pages, where they are set.
    #[must_use]
    pub fn charters(&self) -> [Option<Charter>; 2] {
        let set = self.clone().input().charters();
        set.map(|charter| charter.and_then(Result::ok))
    }
}

/// Why a colour is not taken.
enum Unusable {
    NoColour,
    /// The least contrast that it has.
    Contrast(f64),
}

/// Where the colours are.
const COLOURS: [&str; 2] = ["/colour_light", "/colour_dark"];

impl PlatformInput {
    /// With no space around what is said, and nothing where nothing is.
    #[must_use]
    pub fn tidied(mut self) -> Self {
        for (_, said, _) in self.lines() {
            *said = said
                .take()
                .map(|said| said.trim().to_owned())
                .filter(|said| !said.is_empty());
        }
        self
    }

    /// Everything that is wrong: each is one line of bounded length.
    #[must_use]
    pub fn faults(&self) -> Vec<ParameterError> {
        let mut checks = Checks::default();
        for (pointer, said, most) in self.clone().lines() {
            checks.maybe(pointer, said.as_ref(), most);
            if said.as_ref().is_some_and(|said| said.contains(['\n', '\t'])) {
                checks.note(pointer, ErrorCode::Format, "");
            }
        }
        for (pointer, fault) in COLOURS.into_iter().zip(self.clone().charters()) {
            match fault {
                Some(Err(Unusable::NoColour)) => checks.note(pointer, ErrorCode::Format, "#0d5b5c"),
                Some(Err(Unusable::Contrast(found))) => {
                    let said = format!("{LEAST_CONTRAST}:1, {found:.1}:1");
                    checks.note(pointer, ErrorCode::Contrast, said);
                }
                None | Some(Ok(_)) => {}
            }
        }
        checks.found()
    }

    /// The colours of light and of dark pages, with what is made of them.
    fn charters(self) -> [Option<Result<Charter, Unusable>>; 2] {
        let made = |said: Option<String>, make: fn(Colour) -> Result<Charter, f64>| {
            let colour = said?.parse().map_err(|NoColour| Unusable::NoColour);
            Some(colour.and_then(|colour| make(colour).map_err(Unusable::Contrast)))
        };
        [
            made(self.colour_light, Charter::light),
            made(self.colour_dark, Charter::dark),
        ]
    }

    fn lines(&mut self) -> [(&'static str, &mut Option<String>, usize); 10] {
        use limits::{LONG_NAME_MAX, NAME_MAX, SENTENCE_MAX};
        [
            ("/name_fr", &mut self.name_fr, NAME_MAX),
            ("/name_en", &mut self.name_en, NAME_MAX),
            ("/long_name_fr", &mut self.long_name_fr, LONG_NAME_MAX),
            ("/long_name_en", &mut self.long_name_en, LONG_NAME_MAX),
            ("/introduction_fr", &mut self.introduction_fr, SENTENCE_MAX),
            ("/introduction_en", &mut self.introduction_en, SENTENCE_MAX),
            ("/about_fr", &mut self.about_fr, SENTENCE_MAX),
            ("/about_en", &mut self.about_en, SENTENCE_MAX),
            (COLOURS[0], &mut self.colour_light, NAME_MAX),
            (COLOURS[1], &mut self.colour_dark, NAME_MAX),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_set_is_one_line_of_bounded_length() {
        let named = |name: &str| PlatformInput {
            name_fr: Some(name.to_owned()),
            ..PlatformInput::default()
        };
        assert_eq!(named(" <b>\"L’été\"</b> ").tidied(), named("<b>\"L’été\"</b>"));
        assert_eq!(named("  ").tidied(), PlatformInput::default());
        assert_eq!(named(&"é".repeat(limits::NAME_MAX)).faults(), []);
        for wrong in [&"é".repeat(limits::NAME_MAX + 1), "a\nb", "a\0b", "a\r\nBcc: b"] {
            assert!(!named(wrong).faults().is_empty(), "{wrong:?}");
        }
    }
}

//! Values of the operator's file: what is written there, or the mark that it is still to come.

use aect_types::PartialDate;
use aect_words::Language;
use aect_words::pages::texts as words;
use anyhow::{bail, ensure};
use maud::{Markup, html};
use serde::{Deserialize, Deserializer, de};
use std::fmt;
use std::str::FromStr;

/// What a field says that the operator has not given yet.
const TO_COMPLETE: &str = "à compléter par l’exploitant";
/// Longest value, in bytes: an address or a sentence.
const VALUE_MAX: usize = 1000;

/// A value, or the word that it is still to come.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Given<T> {
    Value(T),
    ToComplete,
}

impl<T> Given<T> {
    /// As it is written, where it is given.
    pub(super) fn said(&self) -> Option<String>
    where
        T: fmt::Display,
    {
        match self {
            Self::Value(value) => Some(value.to_string()),
            Self::ToComplete => None,
        }
    }

    /// In HTML, where it is given.
    pub(super) fn shown(&self, how: impl Fn(&T) -> Markup) -> Option<Markup> {
        match self {
            Self::Value(value) => Some(how(value)),
            Self::ToComplete => None,
        }
    }
}

impl<'de, T: FromStr<Err: fmt::Display>> Deserialize<'de> for Given<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        if text == TO_COMPLETE {
            return Ok(Self::ToComplete);
        }
        text.parse().map(Self::Value).map_err(de::Error::custom)
    }
}

/// As it is written.
pub(super) fn plain(value: &impl fmt::Display) -> Markup {
    html! { (value.to_string()) }
}

/// A text on one line.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Line(pub(super) String);

impl FromStr for Line {
    type Err = anyhow::Error;

    fn from_str(text: &str) -> anyhow::Result<Self> {
        ensure!(!text.trim().is_empty(), "an empty value");
        ensure!(text.len() <= VALUE_MAX, "longer than {VALUE_MAX} bytes");
        ensure!(!text.contains(char::is_control), "more than one line");
        ensure!(text != TO_COMPLETE, "still to be completed");
        Ok(Self(text.to_owned()))
    }
}

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// An electronic address.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Email(Line);

impl fmt::Display for Email {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl Email {
    pub(super) fn link(&self) -> Markup {
        html! { a href={ "mailto:" (self.0) } { (self.0) } }
    }
}

impl FromStr for Email {
    type Err = anyhow::Error;

    /// Looks for slips of the pen, not for what the post office takes.
    fn from_str(text: &str) -> anyhow::Result<Self> {
        let line: Line = text.parse()?;
        let parts = text.split_once('@');
        let good =
            parts.is_some_and(|(name, host)| !name.is_empty() && host.contains('.') && !host.contains('@'));
        let safe = |letter: char| letter.is_ascii_alphanumeric() || "@._+-".contains(letter);
        ensure!(good && text.chars().all(safe), "not an electronic address");
        Ok(Self(line))
    }
}

/// An address of the web.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct WebAddress(Line);

impl WebAddress {
    pub(super) fn link(&self) -> Markup {
        html! { a href=(self.0) { (self.0) } }
    }
}

impl FromStr for WebAddress {
    type Err = anyhow::Error;

    fn from_str(text: &str) -> anyhow::Result<Self> {
        let host = text.strip_prefix("https://").unwrap_or_default();
        ensure!(
            host.contains('.') && !text.contains(' '),
            "not an address of the form https://…"
        );
        Ok(Self(text.parse()?))
    }
}

/// A date to the day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Day(pub(super) PartialDate);

impl FromStr for Day {
    type Err = anyhow::Error;

    fn from_str(text: &str) -> anyhow::Result<Self> {
        match text.parse() {
            Ok(day @ PartialDate::Day(_)) => Ok(Self(day)),
            _ => bail!("not a date of the form 2027-03-01"),
        }
    }
}

/// Why messages may be kept and answered (article 6 of the GDPR).
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum LegalBasis {
    LegitimateInterest,
    PublicInterest,
}

impl LegalBasis {
    pub(super) const fn sentence(self, language: Language) -> &'static str {
        match self {
            Self::LegitimateInterest => words::LEGITIMATE_INTEREST.of(language),
            Self::PublicInterest => words::PUBLIC_INTEREST.of(language),
        }
    }
}

impl FromStr for LegalBasis {
    type Err = anyhow::Error;

    fn from_str(text: &str) -> anyhow::Result<Self> {
        match text {
            "legitimate_interest" => Ok(Self::LegitimateInterest),
            "public_interest" => Ok(Self::PublicInterest),
            _ => bail!("either legitimate_interest or public_interest"),
        }
    }
}

/// Values that cannot be left to complete.
macro_rules! read_from_text {
    ($($name:ident),*) => {
        $(impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                String::deserialize(deserializer)?.parse().map_err(de::Error::custom)
            }
        })*
    };
}
read_from_text!(Line, Day);

//! What is given to write a record: what it must satisfy, whose it is, and what it refers to. The server checks it; a
//! form may check the same before it sends.

mod collectivities;
mod projects;

use crate::Resource;
use crate::money::MoneyRange;
use crate::problem::ErrorCode;
use crate::query::ParameterError;
use uuid::Uuid;

/// Longest texts, in characters.
pub mod limits {
    /// A title or a name.
    pub const TITLE_MAX: usize = 200;
    /// A summary: what a list shows.
    pub const SUMMARY_MAX: usize = 280;
    /// A sentence or two.
    pub const NOTE_MAX: usize = 1_000;
    /// A text of several paragraphs.
    pub const TEXT_MAX: usize = 20_000;
    /// An address of the Web.
    pub const URL_MAX: usize = 2_000;
    /// Entries of any list.
    pub const ITEMS_MAX: usize = 200;
}

/// A record that another one names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// Where it is named (RFC 6901).
    pub pointer: String,
    /// What it must be.
    pub resource: Resource,
    /// Which one.
    pub id: Uuid,
}

/// What is given to write a record.
pub trait Given {
    /// Fields that only animators write: official data, and what the platform itself says.
    const RESERVED: &'static [&'static str];

    /// The collectivities and actors whose editors may write it; `id` is the record's own.
    fn owners(&self, id: Uuid) -> Vec<Uuid>;

    /// The records that it names.
    fn references(&self) -> Vec<Reference>;

    /// Adds what is wrong with it.
    fn check(&self, checks: &mut Checks);

    /// Everything that is wrong with it, at once.
    fn wrong(&self) -> Vec<ParameterError> {
        let mut checks = Checks::default();
        self.check(&mut checks);
        checks.0
    }
}

/// What is wrong so far.
#[derive(Debug, Default)]
pub struct Checks(Vec<ParameterError>);

impl Checks {
    /// Notes an error.
    pub(crate) fn note(&mut self, pointer: &str, code: ErrorCode, expected: impl Into<String>) {
        self.0.push(ParameterError::new(pointer, code, expected));
    }

    /// A text that must say something.
    pub(crate) fn required(&mut self, pointer: &str, text: &str, most: usize) {
        if text.trim().is_empty() {
            self.note(pointer, ErrorCode::Required, "");
        }
        self.text(pointer, text, most);
    }

    /// A text.
    pub(crate) fn text(&mut self, pointer: &str, text: &str, most: usize) {
        if text.chars().count() > most {
            self.note(pointer, ErrorCode::TooLong, most.to_string());
        }
        // Lines may be broken; other control characters only hide something.
        if text
            .chars()
            .any(|letter| letter.is_control() && !matches!(letter, '\n' | '\t'))
        {
            self.note(pointer, ErrorCode::Format, "");
        }
    }

    /// A text that may be missing.
    pub(crate) fn maybe(&mut self, pointer: &str, text: Option<&String>, most: usize) {
        if let Some(text) = text {
            self.text(pointer, text, most);
        }
    }

    /// A list of texts.
    pub(crate) fn texts(&mut self, pointer: &str, texts: &[String], most: usize) {
        self.few(pointer, texts.len());
        for (rank, text) in texts.iter().enumerate() {
            self.required(&format!("{pointer}/{rank}"), text, most);
        }
    }

    /// The length of a list.
    pub(crate) fn few(&mut self, pointer: &str, length: usize) {
        if length > limits::ITEMS_MAX {
            self.note(pointer, ErrorCode::Range, format!("0 … {}", limits::ITEMS_MAX));
        }
    }

    /// An address of the Web: nothing else may be linked to.
    pub(crate) fn url(&mut self, pointer: &str, url: &str) {
        let host = url
            .strip_prefix("https://")
            .or_else(|| url.strip_prefix("http://"));
        let right = host.is_some_and(|host| {
            !host.is_empty()
                && !host.starts_with('/')
                && !url
                    .chars()
                    .any(|letter| letter.is_whitespace() || letter.is_control())
        });
        if !right {
            self.note(pointer, ErrorCode::Format, "https://…");
        }
        self.text(pointer, url, limits::URL_MAX);
    }

    /// A whole number within bounds.
    pub(crate) fn within(&mut self, pointer: &str, number: i64, least: i64, most: i64) {
        if !(least..=most).contains(&number) {
            self.note(pointer, ErrorCode::Range, format!("{least} … {most}"));
        }
    }

    /// A range of money: neither end below zero, the lower one first.
    pub(crate) fn money(&mut self, pointer: &str, range: Option<MoneyRange>) {
        let Some(MoneyRange { min, max }) = range else {
            return;
        };
        for (name, end) in [("min", min), ("max", max)] {
            if end.is_some_and(|end| end.amount_cents < 0) {
                self.note(&format!("{pointer}/{name}/amount_cents"), ErrorCode::Range, "0 …");
            }
        }
        if min.zip(max).is_some_and(|(min, max)| min > max) {
            self.note(
                &format!("{pointer}/max"),
                ErrorCode::Conflict,
                format!("≥ {pointer}/min"),
            );
        }
    }
}

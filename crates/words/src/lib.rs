//! All that a person reads, in French and English: typed keys, so that a missing sentence does not compile.
//!
//! One file per concern. The server, the exports and the pages share them; no I/O lives here, and nothing that would
//! weigh in the WASM. A file either implements [`Labelled`] by exhaustive matches (closed lists) or holds a struct of
//! `&'static str` with one constant a language (screens and sentences).

pub mod codes;
pub mod dates;
pub mod exports;
mod language;
pub mod mails;
pub mod pages;
pub mod phrases;
pub mod platform;
pub mod problems;
pub mod typography;

pub use language::Language;

/// What a value is called, in a reader's language.
pub trait Labelled: Copy {
    /// Its name as a person reads it.
    fn label(self, language: Language) -> &'static str;
}

/// Writes [`Labelled`] for an enum, French before English; a value without both does not compile.
macro_rules! labels {
    ($name:ident { $($variant:ident: $fr:literal, $en:literal;)+ }) => {
        impl $crate::Labelled for $name {
            fn label(self, language: $crate::Language) -> &'static str {
                match language {
                    $crate::Language::Fr => match self { $(Self::$variant => $fr),+ },
                    $crate::Language::En => match self { $(Self::$variant => $en),+ },
                }
            }
        }
    };
}
pub(crate) use labels;

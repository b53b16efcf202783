//! The texts of the pages: one constant a text, both languages side by side, so that a missing one does not compile.
//!
//! French first. «Vous», plain words, short sentences.

use crate::Language;

/// A text in both languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Text {
    fr: &'static str,
    en: &'static str,
}

impl Text {
    /// The text in that language.
    #[must_use]
    pub const fn of(self, language: Language) -> &'static str {
        match language {
            Language::Fr => self.fr,
            Language::En => self.en,
        }
    }
}

/// A noun with its plural, for counts: French counts 0 and 1 as one, English only 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counted {
    one: Text,
    many: Text,
}

impl Counted {
    /// The form that goes with a count, without the number.
    #[must_use]
    pub const fn form(self, count: u64, language: Language) -> &'static str {
        let single = match language {
            Language::Fr => count < 2,
            Language::En => count == 1,
        };
        if single {
            self.one.of(language)
        } else {
            self.many.of(language)
        }
    }
}

macro_rules! texts {
    ($($(#[$meta:meta])* $name:ident = $fr:literal, $en:literal;)*) => {
        $($(#[$meta])*
        #[doc = concat!("«", $fr, "»")]
        pub const $name: $crate::pages::Text = $crate::pages::Text { fr: $fr, en: $en };)*

        #[cfg(test)]
        pub(crate) const TEXTS: &[$crate::pages::Text] = &[$($name),*];
    };
}

macro_rules! counted {
    ($($name:ident = $fr:literal / $frs:literal, $en:literal / $ens:literal;)*) => {
        $(#[doc = concat!("«", $frs, "»")]
        pub const $name: $crate::pages::Counted = $crate::pages::Counted {
            one: $crate::pages::Text { fr: $fr, en: $en },
            many: $crate::pages::Text { fr: $frs, en: $ens },
        };)*
    };
}

pub mod actors;
pub mod agenda;
pub mod animation;
pub mod collectivities;
pub mod compare;
pub mod contacts;
pub mod countries;
pub mod countries_page;
pub mod declaration;
pub mod editor;
pub mod event_form;
pub mod files;
pub mod form;
pub mod groups;
pub mod home;
pub mod initiatives;
pub mod list;
pub mod mails;
pub mod map;
pub mod member;
pub mod merging;
pub mod news;
pub mod observatory;
pub mod partners;
pub mod projects;
pub mod register;
pub mod remarks;
pub mod resources;
pub mod search;
pub mod shared_forms;
pub mod sharing;
pub mod shell;
pub mod site_map;
pub mod succession;
pub mod team;
pub mod texts;
pub mod themes;
pub mod ways;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typography_is_right() {
        let files = [
            actors::TEXTS,
            agenda::TEXTS,
            animation::TEXTS,
            collectivities::TEXTS,
            compare::TEXTS,
            contacts::TEXTS,
            countries_page::TEXTS,
            groups::TEXTS,
            declaration::TEXTS,
            editor::TEXTS,
            event_form::TEXTS,
            files::TEXTS,
            form::TEXTS,
            home::TEXTS,
            initiatives::TEXTS,
            list::TEXTS,
            mails::TEXTS,
            map::TEXTS,
            member::TEXTS,
            merging::TEXTS,
            ways::TEXTS,
            news::TEXTS,
            observatory::TEXTS,
            partners::TEXTS,
            projects::TEXTS,
            register::TEXTS,
            remarks::TEXTS,
            resources::TEXTS,
            search::TEXTS,
            shared_forms::TEXTS,
            sharing::TEXTS,
            shell::TEXTS,
            site_map::TEXTS,
            succession::TEXTS,
            team::TEXTS,
            themes::TEXTS,
            texts::TEXTS,
        ];
        for text in files.concat() {
            for language in Language::ALL {
                crate::typography::check_text(language, text.of(language));
            }
        }
    }

    #[test]
    fn zero_is_one_in_french_and_many_in_english() {
        let form = |count, language| list::RESULTS.form(count, language);
        assert_eq!(form(0, Language::Fr), "résultat");
        assert_eq!(form(1, Language::Fr), "résultat");
        assert_eq!(form(2, Language::Fr), "résultats");
        assert_eq!(form(0, Language::En), "results");
        assert_eq!(form(1, Language::En), "result");
    }
}

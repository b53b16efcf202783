//! Identifiers of the outside world, parsed once: whoever holds one holds a valid one.

use crate::text;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;
use thiserror::Error;

/// Why a text is not the identifier it was read for.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum InvalidIdentifier {
    /// A SIREN has nine digits.
    #[error("a SIREN has nine digits")]
    SirenLength,
    /// The Luhn checksum of a SIREN does not hold.
    #[error("the check digit of this SIREN is wrong")]
    SirenChecksum,
    /// A slug holds `a-z`, `0-9` and single inner hyphens, 1 to 120 characters.
    #[error("a slug holds a-z, 0-9 and single inner hyphens, 1 to 120 characters")]
    Slug,
    /// A country is given by its two capital letters.
    #[error("a country is given by its ISO 3166-1 alpha-2 code, two capital letters")]
    Country,
}

/// A newtype over text with one parser, used by serde as well.
macro_rules! text_newtype {
    ($(#[$meta:meta])* $name:ident, $parse:expr) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(value_type = String))]
        pub struct $name(String);

        impl $name {
            /// As text.
            #[must_use]
            pub fn as_str(&self) -> &str { &self.0 }
        }
        impl FromStr for $name {
            type Err = InvalidIdentifier;
            fn from_str(value: &str) -> Result<Self, Self::Err> {
                let parse: fn(&str) -> Result<(), InvalidIdentifier> = $parse;
                parse(value).map(|()| Self(value.to_owned()))
            }
        }
        impl TryFrom<String> for $name {
            type Error = InvalidIdentifier;
            fn try_from(value: String) -> Result<Self, Self::Error> { value.parse() }
        }
        impl From<$name> for String {
            fn from(value: $name) -> Self { value.0 }
        }
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { f.write_str(&self.0) }
        }
    };
}

text_newtype! {
    /// A French establishment register number: nine digits with a Luhn checksum (Insee, Sirene).
    Siren, |value| {
        if value.len() != 9 || !value.bytes().all(|b| b.is_ascii_digit()) {
            return Err(InvalidIdentifier::SirenLength);
        }
        let sum: u32 = value.bytes().rev().enumerate().map(|(rank, byte)| {
            let digit = u32::from(byte - b'0') * if rank % 2 == 1 { 2 } else { 1 };
            digit / 10 + digit % 10
        }).sum();
        if sum.is_multiple_of(10) { Ok(()) } else { Err(InvalidIdentifier::SirenChecksum) }
    }
}

text_newtype! {
    /// The readable part of an address, unique within its resource.
    Slug, |value| {
        let inner = !value.starts_with('-') && !value.ends_with('-') && !value.contains("--");
        let letters = value.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        if (1..=120).contains(&value.len()) && inner && letters { Ok(()) } else { Err(InvalidIdentifier::Slug) }
    }
}

text_newtype! {
    /// A country: ISO 3166-1 alpha-2, and `XK` for Kosovo, which has no code there.
    CountryCode, |value| {
        if value.len() == 2 && value.bytes().all(|b| b.is_ascii_uppercase()) { Ok(()) } else { Err(InvalidIdentifier::Country) }
    }
}

impl Slug {
    /// The longest a slug may be, in characters.
    pub const MAX: usize = 120;

    /// A slug out of a name: folded, words joined by hyphens, cut at a word where it is too long. A name without
    /// a letter or digit gives `None`.
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        let mut slug = String::new();
        for word in text::fold_letters(name)
            .split(' ')
            .filter(|word| !word.is_empty())
        {
            if slug.len() + word.len() + 1 > Self::MAX {
                if slug.is_empty() {
                    // One word that is too long alone is cut all the same.
                    slug.extend(word.chars().take(Self::MAX));
                }
                break;
            }
            if !slug.is_empty() {
                slug.push('-');
            }
            slug.push_str(word);
        }
        slug.parse().ok()
    }

    /// The same slug with a qualifier behind it, for a name that several bear; the name makes room for it.
    #[must_use]
    pub fn qualified(&self, qualifier: &str) -> Option<Self> {
        let qualifier = Self::of_name(qualifier)?;
        let room = Self::MAX.checked_sub(qualifier.0.len() + 1)?;
        let name = self.0.get(..room).unwrap_or(&self.0).trim_end_matches('-');
        Self::of_name(&format!("{name} {qualifier}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn siren_checks_its_digit() {
        assert!("200053759".parse::<Siren>().is_ok());
        assert_eq!(
            "200053758".parse::<Siren>(),
            Err(InvalidIdentifier::SirenChecksum)
        );
        assert_eq!("20005375".parse::<Siren>(), Err(InvalidIdentifier::SirenLength));
        assert_eq!("20005375é".parse::<Siren>(), Err(InvalidIdentifier::SirenLength));
    }

    #[test]
    fn slug_comes_from_a_name() {
        let slug = |name| Slug::of_name(name).map(String::from);
        assert_eq!(slug("Saint-Émilion"), Some("saint-emilion".into()));
        assert_eq!(slug("L'Œuvre d’Aÿ"), Some("l-oeuvre-d-ay".into()));
        assert_eq!(slug("???"), None);
        assert_eq!(slug(&"a".repeat(200)), Some("a".repeat(Slug::MAX)));
    }

    #[test]
    fn a_qualifier_always_has_room() {
        let qualified = |name: &str| Slug::of_name(name).unwrap().qualified("1a2b").unwrap();
        assert_eq!(qualified("Plénière 2026").as_str(), "pleniere-2026-1a2b");
        for length in 110..=Slug::MAX {
            let slug = qualified(&"a".repeat(length));
            assert!(
                slug.as_str().ends_with("a-1a2b") && slug.as_str().len() <= Slug::MAX,
                "{slug}"
            );
        }
    }

    #[test]
    fn slug_refuses_what_an_address_cannot_hold() {
        for bad in ["", "-a", "a-", "a--b", "A", "é", "a b"] {
            assert!(bad.parse::<Slug>().is_err(), "{bad}");
        }
    }
}

//! Records that may be the one that somebody is about to enter.

use crate::text::{fold, is_stop_word};
use crate::{CountryCode, Slug, Visibility};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use uuid::Uuid;

codes! {
    /// What two records have in common.
    Likeness {
        /// Their names say nearly the same.
        Name = "name",
        /// The acronym.
        Acronym = "acronym",
        /// A country.
        Country = "country",
        /// The collectivity that leads.
        Lead = "lead",
        /// A partner authority.
        PartnerAuthority = "partner_authority",
    }
}

/// A record that may be the one that somebody is about to enter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LikelyDuplicate {
    /// Its identifier.
    pub id: Uuid,
    /// Its address.
    pub slug: Slug,
    /// Its name or title.
    pub name: String,
    /// Who sees it: a draft is one of the caller's own.
    pub visibility: Visibility,
    /// Why it may be the same.
    pub alike: Vec<Likeness>,
}

/// What is known of a record that may be entered already.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sought {
    /// Its name or title.
    pub name: String,
    /// Its acronym.
    pub acronym: Option<String>,
    /// Its countries.
    pub countries: Vec<CountryCode>,
    /// The collectivity that leads it.
    pub lead: Option<Uuid>,
    /// Its partner authorities.
    pub partner_authorities: Vec<Uuid>,
}

/// What is known of a record, ready to be compared with many.
#[derive(Clone, Debug)]
pub struct Compared {
    sought: Sought,
    trigrams: BTreeSet<[char; 3]>,
    acronym: Option<String>,
}

impl From<Sought> for Compared {
    fn from(sought: Sought) -> Self {
        let acronym = sought.acronym.as_deref().map(fold);
        Self {
            trigrams: trigrams(&sought.name),
            acronym: acronym.filter(|folded| !folded.is_empty()),
            sought,
        }
    }
}

/// From which resemblance on two names say nearly the same.
const SAME_NAME: f64 = 0.5;

impl Sought {
    /// What it has in common with another one, and how much that is; `None` where it is not likely to be the same.
    #[must_use]
    pub fn likeness(&self, other: &Self) -> Option<(f64, Vec<Likeness>)> {
        Compared::from(self.clone()).likeness(&Compared::from(other.clone()))
    }
}

impl Compared {
    /// What it has in common with another one, and how much that is; `None` where it is not likely to be the same.
    #[must_use]
    pub fn likeness(&self, other: &Self) -> Option<(f64, Vec<Likeness>)> {
        let name = common(&self.trigrams, &other.trigrams);
        let (one, another) = (&self.sought, &other.sought);
        let shared = [
            (Likeness::Name, 0.0, name >= SAME_NAME),
            (
                Likeness::Acronym,
                0.5,
                self.acronym.is_some() && self.acronym == other.acronym,
            ),
            (Likeness::Country, 0.2, share(&one.countries, &another.countries)),
            (
                Likeness::Lead,
                0.2,
                one.lead.is_some() && one.lead == another.lead,
            ),
            (
                Likeness::PartnerAuthority,
                0.4,
                share(&one.partner_authorities, &another.partner_authorities),
            ),
        ];
        let alike = shared.iter().filter(|(_, _, same)| *same);
        let weight: f64 = alike.clone().map(|(_, weight, _)| weight).sum();
        let alike: Vec<Likeness> = alike.map(|(likeness, ..)| *likeness).collect();
        let has = |likeness| alike.contains(&likeness);
        // One cooperation with one partner is told in many words.
        let likely = has(Likeness::Name)
            || has(Likeness::Acronym)
            || has(Likeness::Lead) && has(Likeness::PartnerAuthority);
        likely.then_some((name + weight, alike))
    }
}

fn share<T: PartialEq>(one: &[T], other: &[T]) -> bool {
    one.iter().any(|item| other.contains(item))
}

/// How much two names resemble each other, from 0 to 1: Dice's coefficient of the groups of three letters of their words
/// (L. R. Dice, “Measures of the amount of ecologic association between species”, Ecology 26(3), 1945).
#[must_use]
pub fn resemblance(one: &str, other: &str) -> f64 {
    common(&trigrams(one), &trigrams(other))
}

fn common(one: &BTreeSet<[char; 3]>, other: &BTreeSet<[char; 3]>) -> f64 {
    let all = count(one.len() + other.len());
    if all == 0.0 {
        return 0.0;
    }
    2.0 * count(one.intersection(other).count()) / all
}

fn count(number: usize) -> f64 {
    u32::try_from(number).map_or(f64::INFINITY, f64::from)
}

fn trigrams(name: &str) -> BTreeSet<[char; 3]> {
    let mut found = BTreeSet::new();
    for word in fold(name)
        .split(' ')
        .filter(|word| !word.is_empty() && !is_stop_word(word))
    {
        let letters: Vec<char> = format!(" {word} ").chars().collect();
        found.extend(
            letters
                .windows(3)
                .filter_map(|three| <[char; 3]>::try_from(three).ok()),
        );
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(name: &str) -> Sought {
        Sought {
            name: name.to_owned(),
            ..Sought::default()
        }
    }

    #[test]
    fn names_that_say_the_same_resemble_each_other() {
        for (one, other) in [
            ("L’eau à Dakar", "Eau a dakar"),
            ("Saint-Louis", "Ville de St Louis"),
            (
                "Coopération décentralisée avec Fès",
                "Cooperations decentralisees avec Fes",
            ),
            (
                "Agence française de développement",
                "Agence Francaise du Développement (AFD)",
            ),
        ] {
            assert!(
                named(one).likeness(&named(other)).is_some(),
                "{one}, {other}: {}",
                resemblance(one, other)
            );
        }
        for (one, other) in [
            ("Dakar", "Rabat"),
            ("Eau à Dakar", "Culture à Rabat"),
            ("", ""),
            ("…", "Dakar"),
        ] {
            assert_eq!(named(one).likeness(&named(other)), None, "{one}, {other}");
        }
    }

    #[test]
    fn what_is_shared_tells_more_than_a_name() {
        let lead = Some(Uuid::from_u128(1));
        let partner_authorities = vec![Uuid::from_u128(2)];
        let one = Sought {
            lead,
            partner_authorities,
            ..named("Des puits")
        };
        let other = Sought {
            name: "Agriculture".to_owned(),
            ..one.clone()
        };
        let (_, alike) = one.likeness(&other).unwrap();
        assert_eq!(alike, [Likeness::Lead, Likeness::PartnerAuthority]);
        let elsewhere = Sought {
            lead: None,
            ..other.clone()
        };
        assert_eq!(one.likeness(&elsewhere), None);
        let (same, _) = one.likeness(&one).unwrap();
        assert!(same > one.likeness(&other).unwrap().0);
    }
}

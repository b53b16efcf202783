//! Money: integers of cents, ranges that stay ranges.

use serde::{Deserialize, Serialize};

codes! {
    /// The currency of an amount (ISO 4217).
    #[derive(Default)]
    Currency {
        /// Euro.
        #[default]
        Eur = "EUR",
    }
}

/// An amount, in cents.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Money {
    /// Cents of the currency; never negative.
    #[cfg_attr(feature = "openapi", schema(minimum = 0))]
    pub amount_cents: i64,
    /// ISO 4217 code.
    pub currency: Currency,
}

impl Money {
    /// An amount in cents of euro.
    #[must_use]
    pub const fn eur_cents(amount_cents: i64) -> Self {
        Self {
            amount_cents,
            currency: Currency::Eur,
        }
    }
}

/// A range as it was said; both ends are equal where one figure was said, and one is null where it was left open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct MoneyRange {
    /// The lower end.
    pub min: Option<Money>,
    /// The upper end.
    pub max: Option<Money>,
}

impl MoneyRange {
    /// The range between two amounts in cents of euro, or `None` where neither end is known.
    #[must_use]
    pub fn eur_cents(min: Option<i64>, max: Option<i64>) -> Option<Self> {
        (min.is_some() || max.is_some()).then_some(Self {
            min: min.map(Money::eur_cents),
            max: max.map(Money::eur_cents),
        })
    }
}

//! Countries and territories (ISO 3166-1, and Kosovo).

use crate::geo::Position;
use crate::{CountryCode, Slug};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

codes! {
    /// Continents.
    Continent {
        /// Africa.
        Africa = "AF",
        /// Antarctica.
        Antarctica = "AN",
        /// Asia.
        Asia = "AS",
        /// Europe.
        Europe = "EU",
        /// North America.
        NorthAmerica = "NA",
        /// Oceania.
        Oceania = "OC",
        /// South America.
        SouthAmerica = "SA",
    }
}

entity! {
    /// A country or territory.
    Country, CountryInput, CountryRefs, Countries, CountrySummary;
    fields {
        /// ISO 3166-1 alpha-2; `XK` for Kosovo.
        code: CountryCode,
        /// ISO 3166-1 alpha-3.
        iso3: String,
        /// ISO 3166-1 numeric.
        iso_numeric: Option<String>,
        /// Its name in French.
        name_fr: String,
        /// Its name in English.
        name_en: String,
        /// Its continent.
        continent: Continent,
        /// Its capital, in English.
        capital: Option<String>,
        /// A point inside its largest part.
        position: Option<Position>,
    }
    references {}
    computed {}
}

/// A country in a list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CountrySummary {
    /// Its identifier.
    pub id: Uuid,
    /// Its address.
    pub slug: Slug,
    /// ISO 3166-1 alpha-2.
    pub code: CountryCode,
    /// Its name in French.
    pub name_fr: String,
    /// Its name in English.
    pub name_en: String,
    /// Its continent.
    pub continent: Continent,
    /// A point inside its largest part.
    pub position: Option<Position>,
}

impl From<&Country> for CountrySummary {
    fn from(record: &Country) -> Self {
        Self {
            id: record.id,
            slug: record.slug.clone(),
            code: record.code.clone(),
            name_fr: record.name_fr.clone(),
            name_en: record.name_en.clone(),
            continent: record.continent,
            position: record.position,
        }
    }
}

//! The reference data that comes with the binary.

/// Countries and territories: codes, names in French and English, continent, capital, a point.
pub const COUNTRIES_JSON: &str = include_str!("../reference/countries.json");

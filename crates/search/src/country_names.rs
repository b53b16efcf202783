//! Names of countries, so that «Sénégal» finds what only bears the code `SN`.

use aect_types::CountryCode;
use aect_types::countries::Continent;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::LazyLock;

#[derive(Deserialize)]
struct Line {
    iso2: CountryCode,
    name_fr: String,
    name_en: String,
    continent: Continent,
}

static COUNTRIES: LazyLock<BTreeMap<CountryCode, Line>> = LazyLock::new(|| {
    #[expect(
        clippy::expect_used,
        reason = "the list is compiled in, and the tests below read it"
    )]
    let lines: Vec<Line> = serde_json::from_str(aect_db::reference::COUNTRIES_JSON)
        .expect("the shipped list of countries can be read");
    lines.into_iter().map(|line| (line.iso2.clone(), line)).collect()
});

/// Its names in French and English.
pub(crate) fn names(country: &CountryCode) -> impl Iterator<Item = &'static str> + use<> {
    COUNTRIES
        .get(country)
        .into_iter()
        .flat_map(|line| [line.name_fr.as_str(), line.name_en.as_str()])
}

/// Its continent.
pub(crate) fn continent(country: &CountryCode) -> Option<Continent> {
    COUNTRIES.get(country).map(|line| line.continent)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn countries_are_known_by_both_names_and_continent() {
        let senegal = "SN".parse().unwrap();
        assert_eq!(names(&senegal).collect::<Vec<_>>(), ["Sénégal", "Senegal"]);
        assert_eq!(continent(&senegal), Some(Continent::Africa));
        assert_eq!(COUNTRIES.len(), 250);
        assert_eq!(names(&"ZZ".parse().unwrap()).count(), 0);
    }
}

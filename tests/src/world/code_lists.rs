//! Countries, goals and sectors of the small region.

use super::public;
use crate::inputs::{at, country, dac_sector, sdg};
use aect_db::{Result, Write};
use aect_types::countries::{Continent, CountryInput};

pub(super) fn settle(write: &mut Write<'_>) -> Result<()> {
    for (code, iso3, fr, en, continent, position) in [
        (
            "SN",
            "SEN",
            "Sénégal",
            "Senegal",
            Continent::Africa,
            at(-14.5, 14.4),
        ),
        ("MA", "MAR", "Maroc", "Morocco", Continent::Africa, at(-6.3, 31.9)),
        (
            "DE",
            "DEU",
            "Allemagne",
            "Germany",
            Continent::Europe,
            at(10.4, 51.1),
        ),
        ("JP", "JPN", "Japon", "Japan", Continent::Asia, at(138.0, 36.5)),
        (
            "CI",
            "CIV",
            "Côte d’Ivoire",
            "Côte d’Ivoire",
            Continent::Africa,
            at(-5.6, 7.6),
        ),
    ] {
        let input = CountryInput {
            position: Some(position),
            ..country(code, iso3, fr, en, continent)
        };
        public(write, &input)?;
    }
    public(write, &sdg(4, "Éducation de qualité", "Quality education"))?;
    public(
        write,
        &sdg(6, "Eau propre et assainissement", "Clean water and sanitation"),
    )?;
    public(write, &sdg(17, "Partenariats", "Partnerships"))?;
    public(
        write,
        &dac_sector(
            "140",
            "Distribution d’eau et assainissement",
            "Water supply and sanitation",
        ),
    )?;
    public(
        write,
        &dac_sector(
            "111",
            "Éducation, niveau non spécifié",
            "Education, level unspecified",
        ),
    )?;
    Ok(())
}

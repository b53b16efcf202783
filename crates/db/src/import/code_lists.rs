//! Countries, goals and sectors.

use super::importing::Importing;
use super::rows::each_json_item;
use crate::{Imported, Key, Result};
use aect_types::CountryCode;
use aect_types::countries::{Continent, CountryInput};
use aect_types::dac_sectors::DacSectorInput;
use aect_types::geo::Position;
use aect_types::sdgs::SdgInput;
use serde::Deserialize;
use std::io::Read;

fn plain<S>(scheme: &'static str, id: String, input: S) -> Imported<S> {
    Imported {
        key: Key { scheme, id },
        input,
        citations: Vec::new(),
        slug: None,
        silent: &[],
    }
}

#[derive(Deserialize)]
struct Country {
    iso2: CountryCode,
    iso3: String,
    iso_numeric: Option<String>,
    name_fr: String,
    name_en: String,
    continent: Continent,
    capital: Option<String>,
    lon: Option<f64>,
    lat: Option<f64>,
}

pub(super) fn countries(importing: &mut Importing<'_, '_>, file: &mut dyn Read) -> Result<()> {
    each_json_item(importing, file, "", |importing, line, item: Country| {
        let input = CountryInput {
            code: item.iso2.clone(),
            iso3: item.iso3,
            iso_numeric: item.iso_numeric,
            name_fr: item.name_fr,
            name_en: item.name_en,
            continent: item.continent,
            capital: item.capital.filter(|capital| !capital.is_empty()),
            position: item
                .lon
                .zip(item.lat)
                .and_then(|(lon, lat)| Position::new(lon, lat)),
        };
        importing.put(line, &plain("iso-3166", item.iso2.to_string(), input))?;
        Ok(None)
    })
}

#[derive(Deserialize)]
struct Sdg {
    number: i16,
    short_fr: String,
    short_en: String,
    title_fr: String,
    title_en: String,
    color: String,
}

pub(super) fn sdgs(importing: &mut Importing<'_, '_>, file: &mut dyn Read) -> Result<()> {
    each_json_item(importing, file, "", |importing, line, item: Sdg| {
        let input = SdgInput {
            number: item.number,
            name_fr: item.short_fr,
            name_en: item.short_en,
            title_fr: item.title_fr,
            title_en: item.title_en,
            color: item.color,
        };
        importing.put(line, &plain("sdg", item.number.to_string(), input))?;
        Ok(None)
    })
}

#[derive(Deserialize)]
struct DacSector {
    code: String,
    name_en: String,
    /// In the words of the source, with its odd capitals; withdrawn sectors may have none.
    name_fr: Option<String>,
    label_fr: Option<String>,
    status: String,
}

pub(super) fn dac_sectors(importing: &mut Importing<'_, '_>, file: &mut dyn Read) -> Result<()> {
    each_json_item(importing, file, "/items", |importing, line, item: DacSector| {
        let input = DacSectorInput {
            code: item.code.clone(),
            name_fr: item
                .label_fr
                .or(item.name_fr)
                .unwrap_or_else(|| item.name_en.clone()),
            name_en: item.name_en,
            active: item.status == "active",
        };
        importing.put(line, &plain("dac", item.code, input))?;
        Ok(None)
    })
}

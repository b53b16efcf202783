//! Countries as a table.

use crate::cell::{Cell, code, latitude, longitude, optional};
use crate::text::Text;
use aect_types::countries::Continent;
use aect_types::geo::Position;

super::table! {
    Countries, CountryRow;
    reads {
        code: Text<'a>,
        iso3: Text<'a>,
        iso_numeric: Option<Text<'a>>,
        name_fr: Text<'a>,
        name_en: Text<'a>,
        continent: Continent,
        capital: Option<Text<'a>>,
        position: Option<Position>,
    }
    columns {
        Code: |row| Cell::Text(&row.code),
        Iso3: |row| Cell::Text(&row.iso3),
        IsoNumeric: |row| optional(row.iso_numeric.as_ref()),
        NameFr: |row| Cell::Text(&row.name_fr),
        NameEn: |row| Cell::Text(&row.name_en),
        Continent: |row| code(row.continent),
        Capital: |row| optional(row.capital.as_ref()),
        Longitude: |row| longitude(row.position),
        Latitude: |row| latitude(row.position),
    }
    points |row| row.position.into_iter().collect();
}

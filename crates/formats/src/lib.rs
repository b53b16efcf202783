//! Records to bytes, pure: CSV, GeoJSON, NDJSON and iCalendar, record by record, so that memory does not grow with the
//! length of a list.
//!
//! What comes into a list is the JSON of each record as it is stored and answered; what a format needs of it is read
//! without copying. [`exporter`] is the one way in.

mod cell;
mod csv;
mod geojson;
mod ics;
mod ndjson;
mod plain;
mod site;
mod tables;
mod text;

pub use site::{CountryNames, Site};

use aect_types::Resource;
use aect_types::resource::Format;
use aect_words::Language;

/// Why a record could not be written.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The stored record is not of the form that its kind has.
    #[error("a record cannot be read: {0}")]
    Record(#[from] serde_json::Error),
    /// The table cannot be written.
    #[error("a row cannot be written: {0}")]
    Row(#[from] ::csv::Error),
}

/// How a table is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Dialect {
    /// RFC 4180: commas, decimal points, codes. For programs.
    #[default]
    Plain,
    /// What a French spreadsheet opens with a double click: semicolons, decimal commas, labels instead of codes.
    ExcelFr,
}

/// Writes a list, record by record, behind what is already in `out`.
pub trait Export: Send {
    /// What comes before the first record.
    fn start(&mut self, out: &mut Vec<u8>) -> Result<(), Error>;
    /// One whole record, as its JSON.
    fn record(&mut self, json: &str, out: &mut Vec<u8>) -> Result<(), Error>;
    /// What comes after the last record.
    fn finish(&mut self, out: &mut Vec<u8>) -> Result<(), Error>;
}

/// The writer of a list of `resource` in `format`; `None` where that list is not given in that format.
#[must_use]
pub fn exporter(
    resource: Resource,
    format: Format,
    dialect: Dialect,
    language: Language,
    site: &Site,
) -> Option<Box<dyn Export>> {
    if !resource.spec().formats.contains(&format) {
        return None;
    }
    match format {
        Format::Json => None,
        Format::Csv => Some(tables::csv(resource, dialect, site)),
        Format::GeoJson => Some(tables::geojson(resource, site)),
        Format::Ndjson => Some(Box::new(ndjson::Lines)),
        Format::Ics => Some(Box::new(ics::Feed::new(language, site))),
    }
}

//! GeoJSON (RFC 7946): one feature a record, streamed into one collection.

use crate::cell::{Cell, Term};
use crate::tables::Table;
use crate::{Error, Export, Site};
use aect_types::geo::Position;
use aect_words::exports::Column;
use serde::ser::{Serialize, SerializeMap, Serializer};
use std::marker::PhantomData;

pub(crate) struct GeoJson<T> {
    site: Site,
    first: bool,
    table: PhantomData<fn() -> T>,
}

impl<T: Table> GeoJson<T> {
    pub(crate) fn new(site: &Site) -> Self {
        Self {
            site: site.clone(),
            first: true,
            table: PhantomData,
        }
    }
}

impl<T: Table> Export for GeoJson<T> {
    fn start(&mut self, out: &mut Vec<u8>) -> Result<(), Error> {
        out.extend_from_slice(br#"{"type":"FeatureCollection","features":["#);
        Ok(())
    }

    fn record(&mut self, json: &str, out: &mut Vec<u8>) -> Result<(), Error> {
        let row: T::Row<'_> = serde_json::from_str(json)?;
        if !std::mem::take(&mut self.first) {
            out.push(b',');
        }
        out.push(b'\n');
        let feature = Feature {
            kind: "Feature",
            id: T::id(&row),
            geometry: Geometry::of(T::points(&row)),
            properties: Properties::<T> {
                row: &row,
                site: &self.site,
            },
        };
        Ok(serde_json::to_writer(out, &feature)?)
    }

    fn finish(&mut self, out: &mut Vec<u8>) -> Result<(), Error> {
        out.extend_from_slice(b"\n]}\n");
        Ok(())
    }
}

#[derive(serde::Serialize)]
#[serde(bound = "")]
struct Feature<'r, 'a, T: Table> {
    #[serde(rename = "type")]
    kind: &'static str,
    id: &'r str,
    geometry: Option<Geometry>,
    properties: Properties<'r, 'a, T>,
}

#[derive(serde::Serialize)]
#[serde(tag = "type", content = "coordinates")]
enum Geometry {
    Point(Position),
    MultiPoint(Vec<Position>),
}

impl Geometry {
    /// `None` where only a country is known.
    fn of(points: Vec<Position>) -> Option<Self> {
        match *points.as_slice() {
            [] => None,
            [point] => Some(Self::Point(point)),
            _ => Some(Self::MultiPoint(points)),
        }
    }
}

/// The columns of a row; null where nothing is known, so that every feature has the same properties.
struct Properties<'r, 'a, T: Table> {
    row: &'r T::Row<'a>,
    site: &'r Site,
}

impl<T: Table> Serialize for Properties<'_, '_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for (column, cell) in T::COLUMNS {
            // The identifier and the geometry stand beside the properties.
            if !matches!(
                column,
                Column::Id | Column::Longitude | Column::Latitude | Column::Geometry
            ) {
                map.serialize_entry(column.name(), &cell(self.row, self.site))?;
            }
        }
        map.end()
    }
}

impl Serialize for Cell<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Empty => serializer.serialize_none(),
            Self::Text(text) | Self::Moment(text) => serializer.serialize_str(text),
            Self::Made(text) => serializer.serialize_str(text),
            Self::Integer(number) => serializer.serialize_i64(*number),
            Self::Decimal(number) => serializer.serialize_f64(*number),
            Self::Cents(cents) => serializer.serialize_f64(euros(*cents)),
            Self::Bool(value) => serializer.serialize_bool(*value),
            Self::Term(term) => term.serialize(serializer),
            Self::Country(code) => code.serialize(serializer),
            Self::Texts(texts) => serializer.collect_seq(texts),
            Self::Terms(terms) => serializer.collect_seq(terms),
            Self::Countries(codes) => serializer.collect_seq(codes),
            Self::Integers(numbers) => serializer.collect_seq(numbers),
        }
    }
}

impl Serialize for Term<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code)
    }
}

#[expect(
    clippy::as_conversions,
    clippy::cast_precision_loss,
    reason = "cents are exact in a double up to 90,000 billion euros"
)]
fn euros(cents: i64) -> f64 {
    cents as f64 / 100.0
}

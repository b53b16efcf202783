//! Positions (WGS 84, longitude first as in RFC 7946) and places.

use crate::CountryCode;
use serde::{Deserialize, Serialize};

/// A point: `[longitude, latitude]` in decimal degrees, WGS 84.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "[f64; 2]", into = "[f64; 2]")]
pub struct Position {
    /// Degrees east, -180 to 180.
    lon: f64,
    /// Degrees north, -90 to 90.
    lat: f64,
}

impl Position {
    /// A position, or `None` outside the globe.
    #[must_use]
    pub fn new(lon: f64, lat: f64) -> Option<Self> {
        ((-180.0..=180.0).contains(&lon) && (-90.0..=90.0).contains(&lat)).then_some(Self { lon, lat })
    }

    /// Degrees east.
    #[must_use]
    pub const fn lon(self) -> f64 {
        self.lon
    }

    /// Degrees north.
    #[must_use]
    pub const fn lat(self) -> f64 {
        self.lat
    }

    /// To the thousandth of a degree: about a hundred metres.
    #[must_use]
    pub fn rounded(self) -> Self {
        let rounded = |degrees: f64| (degrees * 1000.0).round() / 1000.0;
        Self {
            lon: rounded(self.lon),
            lat: rounded(self.lat),
        }
    }

    /// Great-circle distance in kilometres (haversine, mean earth radius 6,371.0088 km).
    #[must_use]
    pub fn distance_km(self, other: Self) -> f64 {
        let (lat, other_lat) = (self.lat.to_radians(), other.lat.to_radians());
        let half_lat = ((other_lat - lat) / 2.0).sin();
        let half_lon = ((other.lon - self.lon).to_radians() / 2.0).sin();
        let chord = half_lat.mul_add(half_lat, lat.cos() * other_lat.cos() * half_lon * half_lon);
        2.0 * 6371.0088 * chord.sqrt().min(1.0).asin()
    }
}

impl TryFrom<[f64; 2]> for Position {
    type Error = &'static str;
    fn try_from([lon, lat]: [f64; 2]) -> Result<Self, Self::Error> {
        Self::new(lon, lat).ok_or("a position is [longitude, latitude] in degrees, WGS 84")
    }
}

impl From<Position> for [f64; 2] {
    fn from(position: Position) -> Self {
        [position.lon, position.lat]
    }
}

codes! {
    /// How exactly a place is known.
    Exactness {
        /// The place itself.
        Exact = "exact",
        /// Its surroundings.
        Approximate = "approximate",
        /// Only the country: shade it, do not pin it.
        CountryOnly = "country_only",
    }
}

/// A place where something happens.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// Its name, as people say it.
    pub name: String,
    /// The country it lies in.
    pub country: Option<CountryCode>,
    /// Where it is; null where only the country is known.
    pub position: Option<Position>,
    /// How exactly it is known.
    pub exactness: Exactness,
}

/// A box: west, south, east, north in degrees. West greater than east crosses the 180th meridian (RFC 7946, 5.2).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BoundingBox {
    /// South-western corner.
    pub south_west: Position,
    /// North-eastern corner.
    pub north_east: Position,
}

impl BoundingBox {
    /// Whether a point lies in the box or on its edge.
    #[must_use]
    pub fn contains(self, point: Position) -> bool {
        let (west, east) = (self.south_west.lon, self.north_east.lon);
        let across = if west <= east {
            (west..=east).contains(&point.lon)
        } else {
            point.lon >= west || point.lon <= east
        };
        across && (self.south_west.lat..=self.north_east.lat).contains(&point.lat)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(lon: f64, lat: f64) -> Position {
        Position::new(lon, lat).unwrap()
    }

    #[test]
    fn distance_from_bordeaux_to_dakar() {
        let distance = at(-0.5792, 44.8378).distance_km(at(-17.4677, 14.7167));
        assert!((3640.0..3720.0).contains(&distance), "{distance}");
    }

    #[test]
    fn a_box_may_cross_the_antimeridian() {
        let pacific = BoundingBox {
            south_west: at(170.0, -30.0),
            north_east: at(-160.0, 0.0),
        };
        assert!(pacific.contains(at(178.0, -17.0)));
        assert!(!pacific.contains(at(0.0, -17.0)));
    }
}

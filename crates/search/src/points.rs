//! Values that belong together, packed in one number of a column so that they stay together.

use aect_types::CountryCode;
use aect_types::geo::{BoundingBox, Position};

/// One degree in the unit of the column: 1 cm at the equator.
const UNITS: f64 = 1e7;

#[expect(
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    reason = "at most 1.8e9 in absolute value; `as` saturates"
)]
fn units(degrees: f64) -> i32 {
    (degrees * UNITS).round() as i32
}

/// A point in one number.
pub(crate) fn pack(point: Position) -> u64 {
    let half = |degrees: f64| u64::from(units(degrees).cast_unsigned());
    half(point.lon()) << 32 | half(point.lat())
}

fn unpack(packed: u64) -> (i32, i32) {
    let half = |bits: u64| u32::try_from(bits & 0xffff_ffff).unwrap_or(0).cast_signed();
    (half(packed >> 32), half(packed))
}

/// Where a point must lie. A point and a corner are rounded alike, so that a point on the edge stays on it.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Area {
    /// In a box: west, south, east, north.
    Box(i32, i32, i32, i32),
    /// Within so many kilometres.
    Around(Position, f64),
}

impl Area {
    /// The area of a box.
    pub(crate) fn of_box(bbox: BoundingBox) -> Self {
        let BoundingBox {
            south_west,
            north_east,
        } = bbox;
        Self::Box(
            units(south_west.lon()),
            units(south_west.lat()),
            units(north_east.lon()),
            units(north_east.lat()),
        )
    }

    /// Whether a packed point lies in it.
    pub(crate) fn contains(self, packed: u64) -> bool {
        let (lon, lat) = unpack(packed);
        match self {
            Self::Box(west, south, east, north) => {
                let across = if west <= east {
                    (west..=east).contains(&lon)
                } else {
                    lon >= west || lon <= east
                };
                across && (south..=north).contains(&lat)
            }
            Self::Around(centre, kilometres) => Position::new(f64::from(lon) / UNITS, f64::from(lat) / UNITS)
                .is_some_and(|point| centre.distance_km(point) <= kilometres),
        }
    }
}

/// Bits of an amount; 2.8 × 10¹² euros.
const CENTS_BITS: u32 = 48;
const CENTS_MAX: u64 = (1 << CENTS_BITS) - 1;

/// An amount for a country in one number.
pub(crate) fn pack_cents(country: &CountryCode, cents: i64) -> u64 {
    let letters = country
        .as_str()
        .bytes()
        .fold(0_u64, |letters, letter| letters << 8 | u64::from(letter));
    letters << CENTS_BITS | u64::try_from(cents).unwrap_or(0).min(CENTS_MAX)
}

/// The country and the amount.
pub(crate) fn unpack_cents(packed: u64) -> (String, i64) {
    let letter = |shift: u32| char::from(u8::try_from(packed >> shift & 0xff).unwrap_or(b'?'));
    let country = String::from_iter([letter(CENTS_BITS + 8), letter(CENTS_BITS)]);
    (country, i64::try_from(packed & CENTS_MAX).unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_and_amounts_survive_packing() {
        for (lon, lat) in [(-0.5792, 44.8378), (180.0, -90.0), (-180.0, 90.0), (0.0, 0.0)] {
            let (x, y) = unpack(pack(Position::new(lon, lat).unwrap()));
            assert!((f64::from(x) / UNITS - lon).abs() < 1e-9, "{lon}");
            assert!((f64::from(y) / UNITS - lat).abs() < 1e-9, "{lat}");
        }
        let packed = pack_cents(&"SN".parse().unwrap(), 123_456_789);
        assert_eq!(unpack_cents(packed), ("SN".to_owned(), 123_456_789));
    }

    #[test]
    fn a_point_on_the_corner_of_a_box_is_in_it() {
        let corner = Position::new(-0.579_212_345_67, 44.837_812_345_67).unwrap();
        let bbox = BoundingBox {
            south_west: corner,
            north_east: Position::new(1.0, 45.0).unwrap(),
        };
        assert!(Area::of_box(bbox).contains(pack(corner)));
    }
}

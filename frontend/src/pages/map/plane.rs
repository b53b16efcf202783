//! The plane of a map: its outlines, which place is next, which numbers have room.

use aect_types::geo::Position;
use serde::Deserialize;

/// Outlines, as `assets/world.py` and `assets/region.py` write them.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Outlines {
    pub(super) width: f64,
    pub(super) height: f64,
    /// Countries or departments.
    pub(super) shapes: Vec<Shape>,
    /// Limits drawn over them, an SVG path.
    pub(super) lines: Option<String>,
    /// Where its north-western and its south-eastern corner lie, on a plane whose degrees have all the same size.
    #[serde(default)]
    pub(super) corners: Vec<Position>,
}

impl Outlines {
    /// Where a point of the globe lies; nowhere on a plane that does not say.
    pub(super) fn place(&self, at: Position) -> Option<(f64, f64)> {
        let [from, to] = *self.corners.as_slice() else {
            return None;
        };
        let across = (at.lon() - from.lon()) / (to.lon() - from.lon());
        let down = (at.lat() - from.lat()) / (to.lat() - from.lat());
        Some((across * self.width, down * self.height))
    }
}

/// A country or department on the plane.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Shape {
    /// Its code.
    pub(super) code: String,
    /// SVG path; empty where there is no shape at this scale.
    pub(super) path: String,
    /// A point inside its largest part.
    pub(super) x: f64,
    /// The same, from the top.
    pub(super) y: f64,
    /// Side of the square of its largest part's area.
    pub(super) size: f64,
}

/// A direction of the arrow keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Direction {
    Left,
    Right,
    Up,
    Down,
}

/// The nearest of some places in a direction: within 45° of it; what lies off its line counts double.
pub(super) fn nearest<T>(
    from: (f64, f64),
    direction: Direction,
    places: &[T],
    position: impl Fn(&T) -> (f64, f64),
) -> Option<&T> {
    let ahead = |(x, y): (f64, f64)| {
        let (dx, dy) = (x - from.0, y - from.1);
        let (along, aside) = match direction {
            Direction::Left => (-dx, dy),
            Direction::Right => (dx, dy),
            Direction::Up => (-dy, dx),
            Direction::Down => (dy, dx),
        };
        (along > 0.5 && aside.abs() <= along).then(|| along + 2.0 * aside.abs())
    };
    places
        .iter()
        .filter_map(|place| Some((ahead(position(place))?, place)))
        .min_by(|(one, _), (other, _)| one.total_cmp(other))
        .map(|(_, place)| place)
}

/// Which of some labels have room: the first ones first, none over another. Sizes in units of the plane.
pub(super) fn with_room(labels: &[(f64, f64)], width: f64, height: f64) -> Vec<bool> {
    let mut placed: Vec<(f64, f64)> = Vec::new();
    let fits = |placed: &[(f64, f64)], (x, y): (f64, f64)| {
        placed
            .iter()
            .all(|(px, py)| (px - x).abs() > width || (py - y).abs() > height)
    };
    labels
        .iter()
        .map(|label| {
            let free = fits(&placed, *label);
            if free {
                placed.push(*label);
            }
            free
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn arrows_go_to_the_nearest_place() {
        let points = [
            ("FR", (0.0, 0.0)),
            ("DE", (10.0, -2.0)),
            ("PL", (20.0, -2.0)),
            ("SN", (-5.0, 40.0)),
        ];
        let from = |at: (f64, f64), direction| {
            let found = nearest(at, direction, &points, |(_, at)| *at);
            found.map(|(code, _)| *code)
        };
        assert_eq!(from((0.0, 0.0), Direction::Right), Some("DE"));
        assert_eq!(from((10.0, -2.0), Direction::Right), Some("PL"));
        assert_eq!(from((0.0, 0.0), Direction::Down), Some("SN"));
        assert_eq!(from((0.0, 0.0), Direction::Left), None);
        assert_eq!(from((-5.0, 40.0), Direction::Up), Some("FR"));
    }

    #[test]
    fn numbers_do_not_cover_each_other() {
        assert_eq!(
            with_room(&[(0.0, 0.0), (5.0, 0.0), (50.0, 0.0)], 20.0, 20.0),
            [true, false, true]
        );
    }
}

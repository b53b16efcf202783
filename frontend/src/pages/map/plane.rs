//! The plane of the map: what part of it is seen, which country is next, which numbers have room.

use crate::browser;
use serde::Deserialize;

/// The outlines, as `assets/world.py` writes them.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct World {
    pub(super) width: f64,
    pub(super) height: f64,
    pub(super) countries: Vec<Shape>,
}

impl World {
    /// The country of that code.
    pub(super) fn country(&self, code: &str) -> Option<&Shape> {
        self.countries.iter().find(|shape| shape.code == code)
    }
}

/// A country on the plane.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Shape {
    /// Its code.
    pub(super) code: String,
    /// SVG path; empty where the country has no shape at this scale.
    pub(super) path: String,
    /// A point inside its largest part.
    pub(super) x: f64,
    /// The same, from the top.
    pub(super) y: f64,
    /// Side of the square of its largest part's area.
    pub(super) size: f64,
}

/// The part of the plane that is seen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct View {
    pub(super) x: f64,
    pub(super) y: f64,
    pub(super) width: f64,
    /// Height of the frame for its width.
    ratio: f64,
    whole: (f64, f64),
}

/// How far one may zoom in.
const CLOSEST: f64 = 16.0;

impl View {
    /// The whole plane in a frame of that shape.
    pub(super) fn whole(width: f64, height: f64, ratio: f64) -> Self {
        Self {
            x: 0.0,
            y: 0.0,
            width,
            ratio,
            whole: (width, height),
        }
        .at(0.0, 0.0)
    }

    /// Its height.
    pub(super) fn height(self) -> f64 {
        self.width * self.ratio
    }

    /// Nearer (`factor` above 1) or farther, with one point staying where it is (fractions of the view).
    pub(super) fn zoomed(self, factor: f64, at: (f64, f64)) -> Self {
        let width = between(self.width / factor, self.whole.0 / CLOSEST, self.whole.0);
        let nearer = Self { width, ..self };
        let (across, down) = (self.width - width, self.height() - nearer.height());
        nearer.at(self.x + across * at.0, self.y + down * at.1)
    }

    /// Moved by fractions of itself.
    pub(super) fn panned(self, across: f64, down: f64) -> Self {
        self.at(self.x + across * self.width, self.y + down * self.height())
    }

    /// Moved just so far that a point is well inside.
    pub(super) fn showing(self, x: f64, y: f64) -> Self {
        let margin = 0.1;
        let within = |point: f64, start: f64, length: f64| {
            let (low, high) = (start + margin * length, start + (1.0 - margin) * length);
            if point < low {
                point - low
            } else {
                (point - high).max(0.0)
            }
        };
        self.at(
            self.x + within(x, self.x, self.width),
            self.y + within(y, self.y, self.height()),
        )
    }

    /// From that corner, kept on the plane; where the frame is larger than the plane, in its middle.
    fn at(self, x: f64, y: f64) -> Self {
        let kept = |start: f64, length: f64, whole: f64| {
            if length >= whole {
                (whole - length) / 2.0
            } else {
                between(start, 0.0, whole - length)
            }
        };
        Self {
            x: kept(x, self.width, self.whole.0),
            y: kept(y, self.height(), self.whole.1),
            ..self
        }
    }

    /// As the attribute of an SVG.
    pub(super) fn view_box(self) -> String {
        [self.x, self.y, self.width, self.height()]
            .map(browser::decimal)
            .join(" ")
    }
}

/// As `f64::clamp`, whose panic would bring the standard library's writer of decimals, 10 kB of tables.
fn between(number: f64, least: f64, most: f64) -> f64 {
    if number < least {
        least
    } else if number > most {
        most
    } else {
        number
    }
}

/// A direction of the arrow keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Direction {
    Left,
    Right,
    Up,
    Down,
}

/// The nearest point in a direction: within 45° of it; what lies off its line counts double.
pub(super) fn nearest<'a>(
    from: (f64, f64),
    direction: Direction,
    points: impl Iterator<Item = (&'a str, (f64, f64))>,
) -> Option<&'a str> {
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
    points
        .filter_map(|(code, point)| Some((ahead(point)?, code)))
        .min_by(|(one, _), (other, _)| one.total_cmp(other))
        .map(|(_, code)| code)
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
    fn arrows_go_to_the_nearest_country() {
        let points = [
            ("FR", (0.0, 0.0)),
            ("DE", (10.0, -2.0)),
            ("PL", (20.0, -2.0)),
            ("SN", (-5.0, 40.0)),
        ];
        let from = |at: (f64, f64), direction| nearest(at, direction, points.into_iter());
        assert_eq!(from((0.0, 0.0), Direction::Right), Some("DE"));
        assert_eq!(from((10.0, -2.0), Direction::Right), Some("PL"));
        assert_eq!(from((0.0, 0.0), Direction::Down), Some("SN"));
        assert_eq!(from((0.0, 0.0), Direction::Left), None);
        assert_eq!(from((-5.0, 40.0), Direction::Up), Some("FR"));
    }

    fn assert_near(one: f64, other: f64) {
        assert!((one - other).abs() < 1e-6, "{one} is not {other}");
    }

    #[test]
    fn a_view_never_leaves_the_plane() {
        let view = View::whole(2400.0, 1200.0, 0.5);
        assert_eq!(view.zoomed(0.5, (0.5, 0.5)), view);
        let near = view.zoomed(4.0, (0.5, 0.5));
        assert_near(near.x, 900.0);
        assert_near(near.y, 450.0);
        assert_near(near.width, 600.0);
        assert_near(near.panned(-9.0, 9.0).x, 0.0);
        assert_near(near.panned(-9.0, 9.0).y, 900.0);
        assert_near(near.zoomed(1000.0, (0.0, 0.0)).width, 2400.0 / CLOSEST);
        let moved = near.showing(100.0, 600.0);
        assert!(moved.x < 100.0);
        assert_near(moved.width, 600.0);
        let tall = View::whole(2400.0, 1200.0, 1.0);
        assert_near(tall.y, -600.0);
        assert_near(tall.height(), 2400.0);
    }

    #[test]
    fn numbers_do_not_cover_each_other() {
        assert_eq!(
            with_room(&[(0.0, 0.0), (5.0, 0.0), (50.0, 0.0)], 20.0, 20.0),
            [true, false, true]
        );
    }
}

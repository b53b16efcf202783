//! What part of a plane is seen, through which frame.

use crate::browser;

/// A part of the plane as an address says it: centre and width in whole units, `x-y-width`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct At {
    x: u32,
    y: u32,
    width: u32,
}

impl At {
    /// Reads `1180-430-1090`.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let mut numbers = text.split('-').map(|number| number.parse().ok());
        let mut next = || numbers.next().flatten();
        let at = Self {
            x: next()?,
            y: next()?,
            width: next()?,
        };
        Some(at).filter(|at| at.width > 0)
    }
}

impl std::fmt::Display for At {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { x, y, width } = self;
        write!(f, "{x}-{y}-{width}")
    }
}

/// A plane and the frame through which it is seen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Frame {
    /// Size of the plane, in units.
    pub(super) plane: (f64, f64),
    /// Height of the frame for its width.
    pub(super) ratio: f64,
}

/// How far one may zoom in.
const CLOSEST: f64 = 16.0;

/// The part of the plane that is seen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct View {
    pub(super) x: f64,
    pub(super) y: f64,
    pub(super) width: f64,
    frame: Frame,
}

impl View {
    /// The whole plane.
    pub(super) fn whole(frame: Frame) -> Self {
        let view = Self {
            x: 0.0,
            y: 0.0,
            width: frame.widest(),
            frame,
        };
        view.with_corner(0.0, 0.0)
    }

    /// What an address says, kept on the plane.
    pub(super) fn at(at: At, frame: Frame) -> Self {
        let whole = Self::whole(frame);
        let width = frame.bounded(f64::from(at.width));
        let view = Self { width, ..whole };
        view.with_corner(
            f64::from(at.x) - width / 2.0,
            f64::from(at.y) - view.height() / 2.0,
        )
    }

    /// As an address says it.
    pub(super) fn rounded(self) -> At {
        At {
            x: browser::whole(self.x + self.width / 2.0),
            y: browser::whole(self.y + self.height() / 2.0),
            width: browser::whole(self.width),
        }
    }

    /// The same through another frame: centre and width stay.
    pub(super) fn through(self, frame: Frame) -> Self {
        let width = frame.bounded(self.width);
        let view = Self { width, frame, ..self };
        let (x, y) = (self.x + self.width / 2.0, self.y + self.height() / 2.0);
        view.with_corner(x - width / 2.0, y - view.height() / 2.0)
    }

    /// Its height.
    pub(super) fn height(self) -> f64 {
        self.width * self.frame.ratio
    }

    /// Whether one cannot come any nearer.
    pub(super) fn is_closest(self) -> bool {
        self.width <= self.frame.plane.0 / CLOSEST * 1.01
    }

    /// Nearer (`factor` above 1) or farther, with one point staying where it is (fractions of the view).
    pub(super) fn zoomed(self, factor: f64, at: (f64, f64)) -> Self {
        let width = self.frame.bounded(self.width / factor);
        let nearer = Self { width, ..self };
        let (across, down) = (self.width - width, self.height() - nearer.height());
        nearer.with_corner(self.x + across * at.0, self.y + down * at.1)
    }

    /// Moved by fractions of itself.
    pub(super) fn panned(self, across: f64, down: f64) -> Self {
        self.with_corner(self.x + across * self.width, self.y + down * self.height())
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
        self.with_corner(
            self.x + within(x, self.x, self.width),
            self.y + within(y, self.y, self.height()),
        )
    }

    /// On the middle of some points, at least `factor` nearer, and farther only as far as they need.
    pub(super) fn onto(self, extent: Extent, factor: f64) -> Self {
        let ((left, right), (top, bottom)) = (extent.across, extent.down);
        let needed = (right - left).max((bottom - top) / self.frame.ratio) * 1.3;
        let width = self.frame.bounded(needed.min(self.width / factor));
        let nearer = Self { width, ..self };
        nearer.with_corner(
            (left + right - width) / 2.0,
            (top + bottom - nearer.height()) / 2.0,
        )
    }

    /// Whether a point is seen, or lies no farther away than another frame's length.
    pub(super) fn is_near(self, x: f64, y: f64) -> bool {
        let near =
            |point: f64, start: f64, length: f64| point > start - length && point < start + 2.0 * length;
        near(x, self.x, self.width) && near(y, self.y, self.height())
    }

    /// Whether the whole sheet of another view is near.
    pub(super) fn has_near(self, other: Self) -> bool {
        let sheet = other.sheet();
        let near = |across, down| self.is_near(sheet.x + across, sheet.y + down);
        near(0.0, 0.0) && near(sheet.width, sheet.height())
    }

    /// What is drawn of it: as much again as is seen, half a frame more on each side, for a hand to bring in.
    fn sheet(self) -> Self {
        Self {
            x: self.x - self.width / 2.0,
            y: self.y - self.height() / 2.0,
            width: self.width * 2.0,
            ..self
        }
    }

    /// The drawing of this view, moved and scaled so that it shows another: a CSS transform, of a frame so many
    /// pixels wide.
    pub(super) fn transform_to(self, other: Self, pixels: f64) -> String {
        let scale = self.width / other.width;
        let units = pixels / other.width;
        let [x, y] = [self.x - other.x, self.y - other.y].map(|moved| browser::decimal(moved * units));
        // Four digits: at the far edge of a frame, the second one would be felt.
        let scale = browser::whole(scale * 1e4);
        format!("translate({x}px, {y}px) scale(calc({scale} / 10000))")
    }

    /// From that corner, kept on the plane; where the frame is larger than the plane, in its middle.
    fn with_corner(self, x: f64, y: f64) -> Self {
        let kept = |start: f64, length: f64, whole: f64| {
            if length >= whole {
                (whole - length) / 2.0
            } else {
                between(start, 0.0, whole - length)
            }
        };
        let plane = self.frame.plane;
        Self {
            x: kept(x, self.width, plane.0),
            y: kept(y, self.height(), plane.1),
            ..self
        }
    }

    /// Its sheet, as the attribute of an SVG.
    pub(super) fn view_box(self) -> String {
        let sheet = self.sheet();
        [sheet.x, sheet.y, sheet.width, sheet.height()]
            .map(browser::decimal)
            .join(" ")
    }
}

impl Frame {
    /// Width of the whole plane seen at once.
    fn widest(self) -> f64 {
        let (width, height) = self.plane;
        width.max(height / self.ratio)
    }

    fn bounded(self, width: f64) -> f64 {
        between(width, self.plane.0 / CLOSEST, self.widest())
    }
}

/// The box around some points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Extent {
    /// Left and right.
    pub(super) across: (f64, f64),
    /// Top and bottom.
    pub(super) down: (f64, f64),
}

impl Extent {
    /// The box around no more than one point.
    pub(super) const fn of(x: f64, y: f64) -> Self {
        Self {
            across: (x, x),
            down: (y, y),
        }
    }

    /// Whether a point lies in it.
    pub(super) fn holds(self, x: f64, y: f64) -> bool {
        let within = |(low, high): (f64, f64), point: f64| low <= point && point <= high;
        within(self.across, x) && within(self.down, y)
    }

    /// With one point more.
    pub(super) fn with(self, x: f64, y: f64) -> Self {
        let wider = |(low, high): (f64, f64), point: f64| (low.min(point), high.max(point));
        Self {
            across: wider(self.across, x),
            down: wider(self.down, y),
        }
    }
}

/// As `f64::clamp`, whose panic would bring the standard library's writer of decimals, 10 kB of tables.
pub(super) fn between(number: f64, least: f64, most: f64) -> f64 {
    if number < least {
        least
    } else if number > most {
        most
    } else {
        number
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    const WIDE: Frame = Frame {
        plane: (2400.0, 1200.0),
        ratio: 0.5,
    };

    fn assert_near(one: f64, other: f64) {
        assert!((one - other).abs() < 1e-6, "{one} is not {other}");
    }

    #[test]
    fn a_view_never_leaves_the_plane() {
        let view = View::whole(WIDE);
        assert_eq!(view.zoomed(0.5, (0.5, 0.5)), view);
        let near = view.zoomed(4.0, (0.5, 0.5));
        assert_near(near.x, 900.0);
        assert_near(near.y, 450.0);
        assert_near(near.width, 600.0);
        assert_near(near.panned(-9.0, 9.0).x, 0.0);
        assert_near(near.panned(-9.0, 9.0).y, 900.0);
        let closest = near.zoomed(1000.0, (0.0, 0.0));
        assert_near(closest.width, 2400.0 / CLOSEST);
        assert!(closest.is_closest() && !near.is_closest());
        let moved = near.showing(100.0, 600.0);
        assert!(moved.x < 100.0);
        assert_near(moved.width, 600.0);
    }

    #[test]
    fn a_frame_of_another_shape_still_shows_the_whole_plane() {
        let tall = View::whole(Frame { ratio: 1.0, ..WIDE });
        assert_near(tall.y, -600.0);
        assert_near(tall.height(), 2400.0);
        let flat = View::whole(Frame { ratio: 0.25, ..WIDE });
        assert_near(flat.width, 4800.0);
        assert_near(flat.x, -1200.0);
        assert_near(flat.height(), 1200.0);
        let again = View::whole(WIDE)
            .zoomed(4.0, (0.5, 0.5))
            .through(Frame { ratio: 1.0, ..WIDE });
        assert_near(again.width, 600.0);
        assert_near(again.x, 900.0);
        assert_near(again.y, 300.0);
    }

    #[test]
    fn an_address_says_what_is_seen() {
        let view = View::whole(WIDE).zoomed(4.0, (0.25, 0.75));
        let at = At::parse(&view.rounded().to_string()).unwrap();
        assert_eq!(View::at(at, WIDE), view);
        let beyond = At::parse("99999-0-1").unwrap();
        assert_near(View::at(beyond, WIDE).x, 2400.0 - 150.0);
        for bad in ["", "1-2", "1-2-0", "a-b-c", "-1-2-3"] {
            assert_eq!(At::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn one_comes_nearer_until_the_points_fill_the_frame() {
        let view = View::whole(WIDE);
        let two = Extent::of(1000.0, 600.0).with(1100.0, 620.0);
        let near = view.onto(two, 1.6);
        assert_near(near.x + near.width / 2.0, 1050.0);
        assert_near(near.y + near.height() / 2.0, 610.0);
        assert!(near.width < 200.0 && near.width > 100.0);
        let all = Extent::of(0.0, 0.0).with(2400.0, 1200.0);
        assert_near(view.onto(all, 1.6).width, 1500.0);
    }

    #[test]
    fn what_is_near_is_drawn_before_it_is_seen() {
        let near = View::whole(WIDE).zoomed(4.0, (0.5, 0.5));
        assert!(near.is_near(400.0, 200.0) && !near.is_near(200.0, 500.0));
        assert!(near.has_near(near.panned(0.4, -0.4)) && !near.has_near(near.panned(0.6, 0.0)));
        assert_near(near.sheet().x, near.x - 300.0);
    }
}

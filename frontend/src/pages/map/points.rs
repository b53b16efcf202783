//! Collectivities as points, and the points that are too close to each other to be told apart, as one.

use super::plane::Outlines;
use super::spots::Spot;
use super::state::Place;
use super::view::{Extent, between};
use crate::browser;
use aect_pages::order;
use aect_types::collectivities::CollectivityPoint;
use aect_types::stats::{Stats, StatsBy};

/// A collectivity on the plane.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Point<'a> {
    /// Its number among all.
    number: usize,
    slug: &'a str,
    x: f64,
    y: f64,
    /// Its projects, and its twinnings to confirm, under the filters.
    counts: (u64, u64),
}

/// How much is known of a collectivity: projects, twinnings to confirm only, nothing.
const fn rank(counts: (u64, u64)) -> usize {
    match counts {
        (0, 0) => 0,
        (0, _) => 1,
        _ => 2,
    }
}

/// The points on the plane with what they count; without `all`, only those that count something.
pub(super) fn placed<'a>(
    points: &'a [CollectivityPoint],
    outlines: &Outlines,
    acting: &Stats,
    all: bool,
) -> Vec<Point<'a>> {
    let rows = order::by_key(acting.rows.iter().collect(), |row| row.value.clone());
    let place = |(number, CollectivityPoint(slug, .., at)): (usize, &'a CollectivityPoint)| {
        let slug = slug.as_str();
        let found = rows.binary_search_by(|row| row.value.as_str().cmp(slug));
        let figure = found.ok().and_then(|rank| rows.get(rank)).map(|row| &row.figure);
        let counts = figure.map_or((0, 0), |figure| (figure.projects, figure.twinnings_to_confirm));
        let (x, y) = outlines.place(*at)?;
        (all || figure.is_some()).then_some(Point {
            number,
            slug,
            x,
            y,
            counts,
        })
    };
    points.iter().enumerate().filter_map(place).collect()
}

/// A grid over a plane of that size, its cells so many units wide.
#[derive(Clone, Copy, Debug)]
pub(super) struct Grid {
    pub(super) plane: (f64, f64),
    pub(super) cell: f64,
}

impl Grid {
    fn columns(self) -> usize {
        index(self.plane.0 / self.cell) + 1
    }

    fn rank(self, x: f64, y: f64) -> usize {
        index(y / self.cell) * self.columns() + index(x / self.cell)
    }

    fn cells(self) -> usize {
        self.rank(self.plane.0, self.plane.1) + 1
    }
}

fn index(along: f64) -> usize {
    usize::try_from(browser::whole(along.floor())).unwrap_or_default()
}

/// The points of each cell of a grid as one; without a grid, every point alone.
pub(super) fn clusters(points: &[Point<'_>], grid: Option<Grid>) -> Vec<Spot> {
    let mut clusters: Vec<Spot> = Vec::new();
    // By cell, the cluster that has been begun there: its number and one.
    let mut begun = vec![0_usize; grid.map_or(0, Grid::cells)];
    for point in points {
        let mut alone = 0;
        let cell = grid.and_then(|grid| begun.get_mut(grid.rank(point.x, point.y)));
        let cell = cell.unwrap_or(&mut alone);
        if let Some(cluster) = cell.checked_sub(1).and_then(|rank| clusters.get_mut(rank)) {
            join(cluster, point);
            continue;
        }
        *cell = clusters.len() + 1;
        clusters.push(Spot {
            id: Place::new(StatsBy::Collectivity, point.slug).id(),
            x: point.x,
            y: point.y,
            shape: None,
            size: 0.0,
            rank: rank(point.counts),
            number: 0,
            counts: point.counts,
            said: String::new(),
            members: vec![point.number],
            extent: Extent::of(point.x, point.y),
        });
    }
    for (number, cluster) in clusters.iter_mut().enumerate() {
        if let Some(grid) = grid.filter(|_| cluster.number > 0) {
            cluster.id = format!("{GROUP}{number}");
            settle(cluster, grid.cell);
        }
    }
    clusters
}

/// How the identifier of a group begins; its number follows.
pub(super) const GROUP: &str = "groupe-";

/// Adds a point to a cluster, whose position is the sum of all until [`settle`].
fn join(cluster: &mut Spot, point: &Point<'_>) {
    cluster.x += point.x;
    cluster.y += point.y;
    cluster.extent = cluster.extent.with(point.x, point.y);
    cluster.number = cluster.number.max(1) + 1;
    cluster.members.push(point.number);
    if point.counts > cluster.counts {
        cluster.counts = point.counts;
        cluster.rank = rank(point.counts);
        let last = cluster.members.len() - 1;
        cluster.members.swap(0, last);
    }
}

/// Puts a cluster in the middle of its points, far enough from the edges of its cell that it covers no other.
fn settle(cluster: &mut Spot, cell: f64) {
    let many = f64::from(u32::try_from(cluster.number).unwrap_or(u32::MAX));
    let room = cell * 0.36;
    let middle = |sum: f64, within: f64| {
        let start = (within / cell).floor() * cell;
        between(sum / many, start + room, start + cell - room)
    };
    cluster.x = middle(cluster.x, cluster.extent.across.0);
    cluster.y = middle(cluster.y, cluster.extent.down.0);
}

#[cfg(test)]
mod tests {
    use super::*;
    use aect_types::collectivities::CollectivityKind;
    use aect_types::geo::Position;
    use aect_types::stats::{Figure, StatsRow};
    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    const GRID: Grid = Grid {
        plane: (200.0, 100.0),
        cell: 100.0,
    };

    fn points(at: &[(f64, f64)]) -> Vec<Point<'static>> {
        let point = |(number, (x, y)): (usize, &(f64, f64))| Point {
            number,
            slug: "a",
            x: *x,
            y: *y,
            counts: (0, u64::from(number == 2)),
        };
        at.iter().enumerate().map(point).collect()
    }

    #[test]
    fn every_point_is_in_one_cluster() {
        let points = points(&[(1.0, 1.0), (95.0, 12.0), (3.0, 5.0), (120.0, 4.0), (9.0, 1.0)]);
        let found = clusters(&points, Some(GRID));
        let members: Vec<_> = found.iter().map(|cluster| cluster.members.clone()).collect();
        assert_eq!(members, [vec![2, 1, 0, 4], vec![3]], "the one that acts first");
        assert_eq!(
            (found[0].number, found[0].rank, found[0].id.as_str()),
            (4, 1, "groupe-0")
        );
        assert_eq!(found[0].extent.across, (1.0, 95.0));
        assert_eq!(
            (found[1].x, found[1].y),
            (120.0, 4.0),
            "a single point stays where it is"
        );
        assert_eq!((found[1].number, found[1].id.as_str()), (0, "collectivite-a"));
        assert_eq!(clusters(&points, None).len(), points.len());
    }

    #[test]
    fn clusters_do_not_cover_each_other() {
        let points = points(&[(98.0, 50.0), (99.0, 50.0), (101.0, 50.0), (102.0, 52.0)]);
        let found = clusters(&points, Some(GRID));
        assert!(found[1].x - found[0].x >= 72.0, "{found:?}");
    }

    #[test]
    fn points_at_the_edge_of_the_plane_have_a_cell() {
        let points = points(&[(200.0, 100.0), (0.0, 0.0), (199.0, 99.0)]);
        assert_eq!(clusters(&points, Some(GRID)).len(), 3);
    }

    #[test]
    fn points_count_what_the_figures_say() {
        let corner = |lon, lat| Position::new(lon, lat);
        let outlines = Outlines {
            width: 100.0,
            height: 200.0,
            shapes: Vec::new(),
            lines: None,
            corners: vec![corner(-2.0, 47.0).unwrap(), corner(8.0, 37.0).unwrap()],
        };
        let point = |slug: &str, lon| {
            let at = corner(lon, 45.0).unwrap();
            CollectivityPoint(
                slug.parse().unwrap(),
                slug.to_owned(),
                CollectivityKind::Commune,
                None,
                at,
            )
        };
        let points = [point("b", 0.5), point("a", 1.0), point("c", 1.0)];
        let figure = Figure {
            projects: 0,
            url: String::new(),
            twinnings_to_confirm: 3,
            twinnings_to_confirm_url: None,
            budget_cents: 0,
        };
        let row = |slug: &str| StatsRow {
            value: slug.to_owned(),
            figure: figure.clone(),
        };
        let acting = Stats {
            by: StatsBy::Collectivity,
            all: figure.clone(),
            rows: vec![row("c"), row("b")],
        };
        let acts = placed(&points, &outlines, &acting, false);
        assert_eq!(acts.iter().map(|point| point.number).collect::<Vec<_>>(), [0, 2]);
        assert_eq!((acts[0].x, acts[0].y, acts[0].counts), (25.0, 40.0, (0, 3)));
        assert_eq!(placed(&points, &outlines, &acting, true).len(), 3);
    }
}

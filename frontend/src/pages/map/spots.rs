//! What one can come to on a map: countries, departments, collectivities and groups of them; here, countries and
//! departments with what they count.

use super::drawing::Here;
use super::figures::Figures;
use super::plane::{Outlines, Shape};
use super::state::Place;
use super::view::Extent;
use crate::names::Names;
use crate::{intl, intl::Browser};
use aect_pages::order;
use aect_types::stats::{Figure, Stats, StatsBy};
use aect_words::Language;
use aect_words::pages::list;
use aect_words::phrases;

/// Shades, palest first, by how many projects at least.
pub(super) const SHADES: &[u64] = &[1, 2, 4, 8, 16];

/// Something that can be opened, or a group that can be come nearer to.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Spot {
    /// Of its element on the page.
    pub(super) id: String,
    pub(super) x: f64,
    pub(super) y: f64,
    /// The number of its outline.
    pub(super) shape: Option<usize>,
    /// Side of the square of its area.
    pub(super) size: f64,
    /// How dark it is, or how much is known of it.
    pub(super) rank: usize,
    /// What is written on it.
    pub(super) number: u64,
    /// Projects, and twinnings to confirm; of a group, those of its first member.
    pub(super) counts: (u64, u64),
    /// Name and figures in words; collectivities, of which there are thousands, are named when they are drawn.
    pub(super) said: String,
    /// Numbers among the collectivities, the one of which most is known first.
    pub(super) members: Vec<usize>,
    /// The box around the members.
    pub(super) extent: Extent,
}

impl Spot {
    /// As the arrows know it.
    pub(super) fn here(&self) -> Here {
        Here {
            id: self.id.clone(),
            x: self.x,
            y: self.y,
        }
    }

    /// Whether it is what the arrows have come to: groups are numbered anew when the scale changes.
    pub(super) fn is(&self, here: &Here) -> bool {
        self.id == here.id && (self.x, self.y) == (here.x, here.y)
    }
}

/// What a figure counts, as the map is asked to count.
pub(super) const fn counted(figure: &Figure, twinnings: bool) -> u64 {
    if twinnings {
        figure.projects + figure.twinnings_to_confirm
    } else {
        figure.projects
    }
}

/// «Sénégal : 4 projets, 12 jumelages à confirmer».
pub(super) fn in_words(name: &str, counts: (u64, u64), language: Language) -> String {
    let counted = |count, noun| phrases::counted(count, noun, Browser(language));
    let projects = counted(counts.0, list::PROJECTS);
    let twinnings = counted(counts.1, list::TWINNINGS_TO_CONFIRM);
    format!("{name}\u{a0}: {projects}, {twinnings}")
}

/// The name of a place.
pub(super) fn name(place: &Place, names: Names, figures: Figures, language: Language) -> String {
    match place.by {
        StatsBy::Collectivity => figures.name(&place.value),
        StatsBy::Department => names.department(&place.value, language),
        _ => intl::country(&place.value, language),
    }
}

/// The countries of which something is known, or all departments. The most first: the numbers that have room are
/// chosen in this order.
pub(super) fn areas(
    outlines: &Outlines,
    stats: &Stats,
    twinnings: bool,
    call: impl Fn(&Place) -> String,
    language: Language,
) -> Vec<Spot> {
    let area = |(number, shape): (usize, &Shape)| {
        let figure = stats.rows.iter().find(|row| row.value == shape.code);
        let figure = figure.map(|row| &row.figure);
        let counts = figure.map_or((0, 0), |figure| (figure.projects, figure.twinnings_to_confirm));
        let all = stats.by == StatsBy::Department;
        (all || counts != (0, 0)).then(|| {
            let place = Place::new(stats.by, &shape.code);
            let count = figure.map_or(0, |figure| counted(figure, twinnings));
            Spot {
                id: place.id(),
                x: shape.x,
                y: shape.y,
                shape: Some(number),
                size: shape.size,
                rank: SHADES.iter().filter(|least| count >= **least).count(),
                number: count,
                counts,
                said: in_words(&call(&place), counts, language),
                members: Vec::new(),
                extent: Extent::of(shape.x, shape.y),
            }
        })
    };
    let areas = outlines.shapes.iter().enumerate().filter_map(area).collect();
    order::by_key(areas, |area: &Spot| {
        format!("{:020}{}", u64::MAX - area.number, area.id)
    })
}

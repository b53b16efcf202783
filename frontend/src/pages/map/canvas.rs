//! The map: outlines shaded by count with the number written, points, one tab stop with arrows inside.

use super::drawing::{Drawing, FRAME};
use super::figures::Figures;
use super::markup::{Markup, unit};
use super::plane::{Outlines, with_room};
use super::spots::{self, Spot};
use super::state::Scene;
use super::{Carte, controls};
use crate::intl;
use aect_types::collectivities::CollectivityPoint;
use aect_words::pages::{list, map as words};
use aect_words::{Labelled, Language};
use leptos::prelude::*;
use std::sync::Arc;

/// A shape smaller than this, in pixels, gets a dot as well.
const TOO_SMALL: f64 = 7.0;
/// Size of a number, in pixels.
const NUMBER: f64 = 13.0;
/// Radius of a dot, and of what answers to the pointer around it, in pixels.
const DOT: f64 = 5.0;
const TARGET: f64 = 12.0;

/// The map.
pub(super) fn canvas(map: Carte, outlines: &Arc<Outlines>, figures: Figures) -> AnyView {
    let language = map.language;
    let drawing = Drawing::new(map, outlines, figures);
    Effect::new(move |_| drawing.attach());
    let region = map.state.with_untracked(|state| state.scene == Scene::Region);
    let active = move || drawing.active();
    let label = if region { words::LABEL_REGION } else { words::LABEL };
    let (land, limits) = (land(outlines, region), limits(outlines));
    view! {
        <div class="map" class:map-region=region>
            {controls::buttons(&drawing)}
            <div class="map-canvas" id=FRAME role="listbox" tabindex="0" aria-label=label.of(language)
                aria-activedescendant=active>
                <div class="map-sheet">
                    <svg role="presentation" viewBox=move || drawing.view.get().view_box()>
                        {layer("map-land", true, move || land.clone())}
                        {layer("map-areas", false, move || shaded(&drawing))}
                        {layer("map-limits", true, move || limits.clone())}
                        {layer("map-points", false, move || dotted(&drawing))}
                        {layer("map-numbers", true, move || numbers(&drawing))}
                        {layer("map-here", true, move || ring(&drawing))}
                    </svg>
                </div>
            </div>
            {controls::legend(region, language)}
        </div>
    }
    .into_any()
}

/// A part of the drawing that follows the signals it reads.
fn layer(class: &'static str, hidden: bool, markup: impl Fn() -> String + Send + 'static) -> AnyView {
    let markup: Box<dyn Fn() -> String + Send> = Box::new(markup);
    view! { <g class=class role="presentation" aria-hidden=hidden.then_some("true") inner_html=markup /> }
        .into_any()
}

/// All countries; those of which something is known are drawn again, above, as are all departments.
fn land(outlines: &Outlines, region: bool) -> String {
    let mut markup = Markup::default();
    for shape in outlines
        .shapes
        .iter()
        .filter(|shape| !region && !shape.path.is_empty())
    {
        markup.empty("path", &[("d", &shape.path)]);
    }
    markup.finish()
}

fn limits(outlines: &Outlines) -> String {
    let mut markup = Markup::default();
    if let Some(lines) = &outlines.lines {
        markup.empty("path", &[("d", lines)]);
    }
    markup.finish()
}

/// An option of the list that the map is, without its end.
fn option(markup: &mut Markup, drawing: &Drawing, spot: &Spot, said: &str) {
    let (class, selected) = if drawing.is_open(spot) {
        ("place chosen", "true")
    } else {
        ("place", "false")
    };
    markup.open(
        "g",
        &[
            ("role", "option"),
            ("id", &spot.id),
            ("class", class),
            ("aria-selected", selected),
            ("aria-label", said),
        ],
    );
    markup.told("title", &[], said);
}

fn shaded(drawing: &Drawing) -> String {
    let pixel = drawing.pixel();
    let mut markup = Markup::default();
    drawing.areas.with(|areas| {
        // The one that is open comes last: its neighbours would cover its outline.
        let (open, others): (Vec<_>, Vec<_>) = areas.iter().partition(|area| drawing.is_open(area));
        for area in others.into_iter().chain(open) {
            option(&mut markup, drawing, area, &area.said);
            outline(&mut markup, area, &format!("shade-{}", area.rank), drawing, pixel);
            markup.close("g");
        }
    });
    markup.finish()
}

/// The shape of an area, with a dot where it is too small to be seen.
fn outline(markup: &mut Markup, area: &Spot, class: &str, drawing: &Drawing, pixel: f64) {
    drawing.outlines.with_value(|outlines| {
        let shape = area.shape.and_then(|number| outlines.shapes.get(number));
        if let Some(shape) = shape.filter(|shape| !shape.path.is_empty()) {
            markup.empty("path", &[("class", class), ("d", &shape.path)]);
        }
    });
    if area.size < TOO_SMALL * pixel {
        circle(markup, "hit", area, TARGET * pixel);
        circle(markup, class, area, DOT * pixel);
    }
}

fn circle(markup: &mut Markup, class: &str, at: &Spot, radius: f64) {
    let (x, y, radius) = (unit(at.x), unit(at.y), unit(radius));
    markup.empty(
        "circle",
        &[("class", class), ("cx", &x), ("cy", &y), ("r", &radius)],
    );
}

/// Radius of so many points, in pixels.
const fn radius(members: usize) -> f64 {
    match members {
        0 | 1 => DOT,
        2..10 => 11.0,
        10..100 => 13.0,
        _ => 16.0,
    }
}

fn dotted(drawing: &Drawing) -> String {
    let (pixel, around) = (drawing.pixel(), drawing.around.get());
    let mut markup = Markup::default();
    drawing.points.with(|points| {
        let points = points
            .as_ref()
            .map(|points| points.points.as_slice())
            .unwrap_or_default();
        drawing.clusters.with(|clusters| {
            for cluster in clusters.iter().filter(|one| around.is_near(one.x, one.y)) {
                let said = called(cluster, points, drawing.map.language);
                option(&mut markup, drawing, cluster, &said);
                dot(&mut markup, cluster, pixel);
                markup.close("g");
            }
        });
    });
    markup.finish()
}

/// A collectivity with its figures, or a group by how many they are and the one of which most is known.
fn called(cluster: &Spot, points: &[CollectivityPoint], language: Language) -> String {
    let first = cluster.members.first().and_then(|number| points.get(*number));
    let Some(CollectivityPoint(_, name, kind, ..)) = first else {
        return String::new();
    };
    if cluster.number > 0 {
        let counted =
            aect_words::phrases::counted(cluster.number, list::COLLECTIVITIES, intl::Browser(language));
        return format!("{counted} {} {name}", words::AROUND.of(language));
    }
    let name = format!("{name} – {}", kind.label(language));
    spots::in_words(&name, cluster.counts, language)
}

fn dot(markup: &mut Markup, cluster: &Spot, pixel: f64) {
    let class = ["point-0", "point-1", "point-2"]
        .get(cluster.rank)
        .copied()
        .unwrap_or_default();
    if cluster.number == 0 {
        circle(markup, "hit", cluster, TARGET * pixel);
    }
    circle(markup, class, cluster, radius(cluster.members.len()) * pixel);
    if cluster.number > 0 {
        let size = 12.0 * pixel;
        let number = cluster.number.to_string();
        write(markup, (cluster.x, cluster.y), size, ("middle", class), &number);
    }
}

/// A text in the middle of whose height a point lies.
fn write(markup: &mut Markup, (x, y): (f64, f64), size: f64, (anchor, class): (&str, &str), words: &str) {
    let (x, y, size) = (unit(x), unit(y + size * 0.36), unit(size));
    let attributes = [
        ("x", x.as_str()),
        ("y", &y),
        ("font-size", &size),
        ("text-anchor", anchor),
        ("class", class),
    ];
    markup.told("text", &attributes, words);
}

/// The numbers of the areas that have room.
fn numbers(drawing: &Drawing) -> String {
    let pixel = drawing.pixel();
    let size = NUMBER * pixel;
    let mut markup = Markup::default();
    drawing.areas.with(|areas| {
        let mut points = Vec::new();
        for area in areas.iter().filter(|area| area.number > 0) {
            points.push(drawing.clusters.with(|clusters| free(area, clusters, pixel)));
        }
        let room = with_room(&points, size * 1.5, size);
        let counted = areas.iter().zip(points.iter().zip(room));
        for (area, ((x, y), _)) in counted.filter(|(_, (_, free))| *free) {
            let beside = area.size < TOO_SMALL * pixel;
            let (x, anchor) = if beside {
                (x + (DOT + 2.0) * pixel, "start")
            } else {
                (*x, "middle")
            };
            let number = intl::number(area.number, drawing.map.language);
            write(&mut markup, (x, *y), size, (anchor, ""), &number);
        }
    });
    markup.finish()
}

/// Where the number of an area may stand with no point over it: in its middle, else as near as can be.
fn free(area: &Spot, clusters: &[Spot], pixel: f64) -> (f64, f64) {
    const STEP: f64 = 11.0;
    const FARTHEST: u8 = 4;
    let around = [
        (0.0, -1.0),
        (0.0, 1.0),
        (1.0, 0.0),
        (-1.0, 0.0),
        (0.7, -0.7),
        (-0.7, 0.7),
        (0.7, 0.7),
        (-0.7, -0.7),
    ];
    let covered = |(x, y): (f64, f64)| {
        clusters.iter().any(|cluster| {
            let reach = (radius(cluster.members.len()) + 8.0) * pixel;
            let (across, down) = (cluster.x - x, cluster.y - y);
            across * across + down * down < reach * reach
        })
    };
    for ring in 0..=FARTHEST {
        let off = f64::from(ring) * STEP * pixel;
        for (across, down) in around {
            let at = (area.x + across * off, area.y + down * off);
            if !covered(at) {
                return at;
            }
        }
    }
    (area.x, area.y)
}

/// The outline of what the arrows have come to.
fn ring(drawing: &Drawing) -> String {
    let Some(here) = drawing.here.get() else {
        return String::new();
    };
    let pixel = drawing.pixel();
    let mut markup = Markup::default();
    let same = |spot: &&Spot| spot.is(&here);
    drawing.areas.with(|areas| {
        if let Some(area) = areas.iter().find(same) {
            outline(&mut markup, area, "", drawing, pixel);
        }
    });
    drawing.clusters.with(|clusters| {
        if let Some(cluster) = clusters.iter().find(same) {
            circle(
                &mut markup,
                "",
                cluster,
                (radius(cluster.members.len()) + 3.0) * pixel,
            );
        }
    });
    markup.finish()
}

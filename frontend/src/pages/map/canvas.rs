//! The drawing: outlines shaded by count with the number written, one tab stop with arrows inside, zoom by button,
//! by wheel with Ctrl, and moves by drag.

use super::counted;
use super::plane::{Shape, View, World, with_room};
use super::state::MapState;
use crate::browser;
use crate::intl;
use crate::intl::Browser;
use crate::ui::node::{live, node, text, told};
use aect_pages::order;
use aect_types::stats::Stats;
use aect_words::Language;
use aect_words::pages::{list, map as words};
use aect_words::phrases;
use leptos::prelude::*;
use std::sync::Arc;

/// Shades, palest first, by how many projects at least.
const SHADES: &[u64] = &[1, 2, 4, 8, 16];
/// A shape smaller than this, in pixels, gets a dot as well.
const TOO_SMALL: f64 = 7.0;
/// Size of a number, in pixels.
const NUMBER: f64 = 13.0;
/// Radius of a dot, in pixels.
const DOT: f64 = 4.5;
/// On a narrow screen the frame is taller, and opens on Europe and Africa.
const NARROW: &str = "(max-width: 48rem)";

/// A country that something is known of.
#[derive(Clone, PartialEq)]
pub(super) struct Mark {
    pub(super) code: String,
    pub(super) x: f64,
    pub(super) y: f64,
    pub(super) size: f64,
    pub(super) count: u64,
    pub(super) said: String,
}

/// What the parts of the drawing share.
#[derive(Clone, Copy)]
pub(super) struct Drawing {
    pub(super) state: Memo<MapState>,
    pub(super) marks: Memo<Vec<Mark>>,
    pub(super) view: RwSignal<View>,
    /// Width of the frame, in pixels.
    pub(super) frame: RwSignal<f64>,
    /// The country that the arrows have come to.
    pub(super) at: RwSignal<Option<String>>,
    /// The pointer has moved the map: the click that ends the drag opens nothing.
    pub(super) dragged: StoredValue<bool>,
    /// Where a drag began, and the view then.
    pub(super) grip: StoredValue<Option<(i32, i32, View)>>,
    pub(super) language: Language,
}

/// The map.
pub(super) fn canvas(
    world: Arc<World>,
    state: Memo<MapState>,
    figures: RwSignal<Option<Stats>>,
    language: Language,
) -> AnyView {
    let shapes = Arc::clone(&world);
    let marks = Memo::new(move |_| {
        let twinnings = state.with(|state| state.twinnings);
        figures
            .with(|figures| {
                figures
                    .as_ref()
                    .map(|figures| marks(&shapes, figures, twinnings, language))
            })
            .unwrap_or_default()
    });
    let drawing = Drawing {
        state,
        marks,
        view: RwSignal::new(opening(&world)),
        frame: RwSignal::new(if browser::matches(NARROW) { 350.0 } else { 800.0 }),
        at: RwSignal::new(None),
        dragged: StoredValue::new(false),
        grip: StoredValue::new(None),
        language,
    };
    request_animation_frame(move || drawing.measure());
    let active = move || drawing.at.get().map(|code| format!("pays-{code}"));
    view! {
        <div class="map">
            {buttons(drawing)}
            <div class="map-canvas" id="carte" role="listbox" tabindex="0" aria-label=words::LABEL.of(language)
                aria-activedescendant=active
                on:keydown=move |event| drawing.key(&event)
                on:click=move |event| drawing.clicked(&event)
                on:wheel=move |event| drawing.wheel(&event)
                on:pointerdown=move |event| drawing.grip(&event)
                on:pointermove=move |event| drawing.drag(&event)
                on:pointerup=move |_| drawing.grip.set_value(None)
                on:pointerleave=move |_| drawing.grip.set_value(None)>
                <svg role="presentation" viewBox=move || drawing.view.get().view_box()>
                    <g aria-hidden="true" role="presentation">{land(&world, drawing)}</g>
                    {shaded(world, drawing)}
                    <g aria-hidden="true" class="map-numbers" role="presentation">{numbers(drawing)}</g>
                </svg>
            </div>
            {legend(language)}
            <p class="small no-print">{words::KEYS.of(language)}</p>
        </div>
    }
    .into_any()
}

/// What is seen first.
fn opening(world: &World) -> View {
    if browser::matches(NARROW) {
        View::whole(world.width, world.height, 1.0).zoomed(2.2, (0.49, 0.42))
    } else {
        View::whole(world.width, world.height, world.height / world.width)
    }
}

fn marks(world: &World, figures: &Stats, twinnings: bool, language: Language) -> Vec<Mark> {
    let mark = |row: &aect_types::stats::StatsRow| {
        let shape = world.country(&row.value)?;
        let said = format!(
            "{}\u{a0}: {}, {}",
            intl::country(&row.value, language),
            phrases::counted(row.figure.projects, list::PROJECTS, Browser(language)),
            phrases::counted(
                row.figure.twinnings_to_confirm,
                list::TWINNINGS_TO_CONFIRM,
                Browser(language)
            )
        );
        let known = row.figure.projects + row.figure.twinnings_to_confirm > 0;
        let Shape { x, y, size, .. } = *shape;
        known.then(|| Mark {
            code: row.value.clone(),
            x,
            y,
            size,
            count: counted(row, twinnings),
            said,
        })
    };
    let marks = figures.rows.iter().filter_map(mark).collect();
    // The most first; the numbers that have room are chosen in this order.
    order::by_key(marks, |mark| {
        format!("{:020}{}", u64::MAX - mark.count, mark.code)
    })
}

/// Countries of which nothing is known.
fn land(world: &World, drawing: Drawing) -> AnyView {
    let outline = move |shape: &Shape| {
        let (given, path) = (shape.code.clone(), shape.path.clone());
        let code = shape.code.clone();
        // Those of which something is known are drawn, and named, above.
        let hidden = move || {
            drawing
                .marks
                .with(|marks| marks.iter().any(|mark| mark.code == code))
                .then_some("none")
        };
        view! { <path class="land" data-code=given d=path display=hidden /> }
    };
    world
        .countries
        .iter()
        .filter(|shape| !shape.path.is_empty())
        .map(outline)
        .collect_view()
        .into_any()
}

/// Countries of which something is known, each an option of the list that the map is.
fn shaded(world: Arc<World>, drawing: Drawing) -> AnyView {
    let option = move |mark: Mark| {
        let path = world
            .country(&mark.code)
            .map(|shape| shape.path.clone())
            .unwrap_or_default();
        let Mark {
            code,
            x,
            y,
            size,
            count,
            said,
        } = mark;
        let (label, id) = (said.clone(), format!("pays-{code}"));
        let shade = format!(
            "land shade-{}",
            SHADES.iter().filter(|least| count >= **least).count()
        );
        let chosen = {
            let code = code.clone();
            move || {
                drawing
                    .state
                    .with(|state| state.country.as_ref().is_some_and(|open| open.as_str() == code))
            }
        };
        let here = {
            let code = code.clone();
            move || drawing.at.with(|at| at.as_deref() == Some(code.as_str()))
        };
        let selected = chosen.clone();
        let dot = move || {
            let pixel = drawing.pixel();
            (size < TOO_SMALL * pixel).then(|| view! { <circle class="dot" cx=browser::decimal(x) cy=browser::decimal(y) r=browser::decimal(DOT * pixel) /> }.into_any())
        };
        view! {
            <g role="option" id=id class="country" class:here=here class:chosen=chosen
                aria-selected=move || selected().to_string() aria-label=label data-code=code>
                <title>{said}</title>
                <path class=shade.clone() d=path />
                <g class=shade role="presentation">{live(dot)}</g>
            </g>
        }
        .into_any()
    };
    live(move || drawing.marks.get().into_iter().map(&option).collect::<Vec<_>>())
}

/// The numbers that have room.
fn numbers(drawing: Drawing) -> AnyView {
    live(move || {
        let pixel = drawing.pixel();
        let size = NUMBER * pixel;
        drawing.marks.with(|marks| {
            let counted: Vec<&Mark> = marks.iter().filter(|mark| mark.count > 0).collect();
            let points: Vec<(f64, f64)> = counted.iter().map(|mark| (mark.x, mark.y)).collect();
            let room = with_room(&points, size * 1.5, size);
            let number = |(mark, _): (&&Mark, &bool)| {
                let beside = mark.size < TOO_SMALL * pixel;
                let x = if beside {
                    mark.x + (DOT + 2.0) * pixel
                } else {
                    mark.x
                };
                let anchor = if beside { "start" } else { "middle" };
                view! {
                    <text x=browser::decimal(x) y=browser::decimal(mark.y + size * 0.36) font-size=browser::decimal(size)
                        text-anchor=anchor>
                        {intl::number(mark.count, drawing.language)}
                    </text>
                }
                .into_any()
            };
            counted
                .iter()
                .zip(&room)
                .filter(|(_, free)| **free)
                .map(number)
                .collect::<Vec<_>>()
        })
    })
}

fn buttons(drawing: Drawing) -> AnyView {
    let button = move |sign: &'static str, name: aect_words::pages::Text, act: fn(View) -> View| {
        let name = name.of(drawing.language);
        view! {
            <button type="button" aria-label=name title=name on:click=move |_| drawing.view.update(|view| *view = act(*view))>
                <span aria-hidden="true">{sign}</span>
            </button>
        }
    };
    view! {
        <div class="map-buttons no-print">
            {button("+", words::ZOOM_IN, |view| view.zoomed(1.6, (0.5, 0.5)))}
            {button("−", words::ZOOM_OUT, |view| view.zoomed(1.0 / 1.6, (0.5, 0.5)))}
            {button("⤢", words::ZOOM_RESET, |view| view.zoomed(0.001, (0.5, 0.5)))}
        </div>
    }
    .into_any()
}

fn legend(language: Language) -> AnyView {
    let entry = |shade: String, said: String| {
        let swatch = view! {
            <svg viewBox="0 0 20 12" aria-hidden="true"><rect class=shade width="20" height="12" /></svg>
        };
        node("li", "", vec![swatch.into_any(), text(said)])
    };
    let mut entries = Vec::new();
    for (rank, least) in SHADES.iter().enumerate() {
        let said = match SHADES.get(rank + 1) {
            Some(next) if next - least > 1 => format!("{least} – {}", next - 1),
            Some(_) => least.to_string(),
            None => format!("{least} +"),
        };
        entries.push(entry(format!("shade-{}", rank + 1), said));
    }
    entries.push(entry(
        "shade-0".to_owned(),
        words::LEGEND_TWINNINGS.of(language).to_owned(),
    ));
    let parts = vec![told("p", "", words::LEGEND.of(language)), node("ul", "", entries)];
    node("div", "legend", parts)
}

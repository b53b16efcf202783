//! Buttons of the map, and what its colours and signs mean.

use super::drawing::Drawing;
use super::markup::Markup;
use super::spots::SHADES;
use super::view::View;
use crate::ui::node::{node, text, told};
use aect_words::Language;
use aect_words::pages::{Text, map as words};
use leptos::prelude::*;

/// How much one step of a button or key zooms.
pub(super) const STEP: f64 = 1.6;
/// How far one step of a button moves, in frames.
const STRIDE: f64 = 0.25;

/// Nearer, farther, everything; and the four directions.
pub(super) fn buttons(drawing: &Drawing) -> AnyView {
    let drawing = *drawing;
    let language = drawing.map.language;
    let button = move |class: &'static str, sign: &'static str, name: Text, act: Box<dyn Fn()>| {
        let name = name.of(language);
        view! {
            <button type="button" class=class aria-label=name title=name on:click=move |_| act()>
                <span aria-hidden="true">{sign}</span>
            </button>
        }
        .into_any()
    };
    let look =
        move |act: fn(View) -> View| -> Box<dyn Fn()> { Box::new(move || drawing.look(act(drawing.seen()))) };
    let all: Box<dyn Fn()> = Box::new(move || drawing.map.look_at(None));
    let zoom = vec![
        button(
            "",
            "+",
            words::ZOOM_IN,
            look(|view| view.zoomed(STEP, (0.5, 0.5))),
        ),
        button(
            "",
            "−",
            words::ZOOM_OUT,
            look(|view| view.zoomed(1.0 / STEP, (0.5, 0.5))),
        ),
        button("", "⤢", words::ZOOM_RESET, all),
    ];
    let moves = vec![
        button("up", "↑", words::MOVE_UP, look(|view| view.panned(0.0, -STRIDE))),
        button(
            "left",
            "←",
            words::MOVE_LEFT,
            look(|view| view.panned(-STRIDE, 0.0)),
        ),
        button(
            "right",
            "→",
            words::MOVE_RIGHT,
            look(|view| view.panned(STRIDE, 0.0)),
        ),
        button(
            "down",
            "↓",
            words::MOVE_DOWN,
            look(|view| view.panned(0.0, STRIDE)),
        ),
    ];
    let groups = vec![node("div", "map-zoom", zoom), node("div", "map-moves", moves)];
    node("div", "map-buttons no-print", groups)
}

/// Shades by number of projects; in the region, the signs of collectivities as well.
pub(super) fn legend(region: bool, language: Language) -> AnyView {
    let shade = |class: String, said: String| sign("rect", &class, said);
    let mut shades = Vec::new();
    for (rank, least) in SHADES.iter().enumerate() {
        let said = match SHADES.get(rank + 1) {
            Some(next) if next - least > 1 => format!("{least} – {}", next - 1),
            Some(_) => least.to_string(),
            None => format!("{least} +"),
        };
        shades.push(shade(format!("shade-{}", rank + 1), said));
    }
    let palest = if region {
        words::LEGEND_NONE
    } else {
        words::LEGEND_TWINNINGS
    };
    shades.push(shade("shade-0".to_owned(), palest.of(language).to_owned()));
    let title = if region {
        words::LEGEND_REGION
    } else {
        words::LEGEND
    };
    let mut parts = vec![told("p", "", title.of(language)), node("ul", "", shades)];
    if region {
        let point = |class: &str, said: Text| sign("circle", class, said.of(language).to_owned());
        let signs = vec![
            point("point-2", words::LEGEND_ACTS),
            point("point-1", words::LEGEND_TWINNED),
            point("point-0", words::LEGEND_UNKNOWN),
        ];
        parts.extend([
            told("p", "", words::LEGEND_POINTS.of(language)),
            node("ul", "", signs),
        ]);
    }
    node("div", "legend", parts)
}

/// A sign of the map with what it means.
fn sign(tag: &str, class: &str, said: String) -> AnyView {
    let mut markup = Markup::default();
    let place = match tag {
        "circle" => [("r", "5"), ("cx", "10"), ("cy", "6")].as_slice(),
        _ => [("width", "20"), ("height", "12")].as_slice(),
    };
    markup.empty(tag, &[&[("class", class)], place].concat());
    let swatch = view! { <svg viewBox="0 0 20 12" aria-hidden="true" inner_html=markup.finish() /> };
    node("li", "", vec![swatch.into_any(), text(said)])
}

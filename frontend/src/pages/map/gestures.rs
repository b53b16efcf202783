//! What keys, mouse and fingers do to the drawing.

use super::canvas::Drawing;
use super::go;
use super::plane::{Direction, nearest};
use crate::browser;
use crate::router::How;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent, MouseEvent, PointerEvent, WheelEvent};

/// A hand that clicks moves less than so many pixels.
const STEADY: i32 = 5;

impl Drawing {
    /// Units of the plane in a pixel.
    pub(super) fn pixel(self) -> f64 {
        self.view.get().width / self.frame.get()
    }

    pub(super) fn measure(self) {
        let frame = browser::document().get_element_by_id("carte");
        let width = frame.map_or(0.0, |frame| frame.get_bounding_client_rect().width());
        if width > 0.0 {
            self.frame.set(width);
        }
    }

    pub(super) fn open(self, code: &str) {
        self.at.set(Some(code.to_owned()));
        let mut next = self.state.get_untracked();
        next.country = code.parse().ok();
        go(&next, How::Push);
        request_animation_frame(|| browser::focus("pays"));
    }

    pub(super) fn key(self, event: &KeyboardEvent) {
        let direction = match event.key().as_str() {
            "ArrowLeft" => Direction::Left,
            "ArrowRight" => Direction::Right,
            "ArrowUp" => Direction::Up,
            "ArrowDown" => Direction::Down,
            "Enter" | " " => {
                event.prevent_default();
                if let Some(code) = self.at.get_untracked() {
                    self.open(&code);
                }
                return;
            }
            "+" | "=" => return self.view.update(|view| *view = view.zoomed(1.6, (0.5, 0.5))),
            "-" => {
                return self
                    .view
                    .update(|view| *view = view.zoomed(1.0 / 1.6, (0.5, 0.5)));
            }
            _ => return,
        };
        event.prevent_default();
        self.step(direction);
    }

    /// To the nearest country; from nowhere, to the one with the most.
    fn step(self, direction: Direction) {
        let next = self.marks.with_untracked(|marks| {
            let here = self.at.get_untracked();
            let here = here.and_then(|code| marks.iter().find(|mark| mark.code == code));
            let code = match here {
                None => marks.first().map(|mark| mark.code.as_str()),
                Some(here) => nearest(
                    (here.x, here.y),
                    direction,
                    marks.iter().map(|mark| (mark.code.as_str(), (mark.x, mark.y))),
                ),
            }?;
            marks
                .iter()
                .find(|mark| mark.code == code)
                .map(|mark| (mark.code.clone(), mark.x, mark.y))
        });
        if let Some((code, x, y)) = next {
            self.view.update(|view| *view = view.showing(x, y));
            self.at.set(Some(code));
        }
    }

    pub(super) fn clicked(self, event: &MouseEvent) {
        if self.dragged.get_value() {
            return;
        }
        let target = event
            .target()
            .and_then(|target| target.dyn_into::<Element>().ok());
        let marked = target.and_then(|target| target.closest("[data-code]").ok().flatten());
        if let Some(code) = marked.and_then(|element| element.get_attribute("data-code")) {
            self.open(&code);
        }
    }

    pub(super) fn wheel(self, event: &WheelEvent) {
        if !event.ctrl_key() {
            return;
        }
        event.prevent_default();
        let factor = if event.delta_y() < 0.0 { 1.25 } else { 0.8 };
        let at = fraction(event).unwrap_or((0.5, 0.5));
        self.view.update(|view| *view = view.zoomed(factor, at));
    }

    pub(super) fn grip(self, event: &PointerEvent) {
        self.dragged.set_value(false);
        if event.button() == 0 {
            let begun = (event.client_x(), event.client_y(), self.view.get_untracked());
            self.grip.set_value(Some(begun));
        }
    }

    pub(super) fn drag(self, event: &PointerEvent) {
        let Some((x, y, view)) = self.grip.get_value() else {
            return;
        };
        let Some(frame) = event
            .current_target()
            .and_then(|target| target.dyn_into::<Element>().ok())
        else {
            return;
        };
        let frame = frame.get_bounding_client_rect();
        let moved = (x - event.client_x()).abs() + (y - event.client_y()).abs();
        if moved < STEADY {
            return;
        }
        self.dragged.set_value(true);
        let across = f64::from(x - event.client_x()) / frame.width().max(1.0);
        let down = f64::from(y - event.client_y()) / frame.height().max(1.0);
        self.view.set(view.panned(across, down));
    }
}

/// Where in the map the pointer is, in fractions of it.
fn fraction(event: &WheelEvent) -> Option<(f64, f64)> {
    let frame = event
        .current_target()?
        .dyn_into::<Element>()
        .ok()?
        .get_bounding_client_rect();
    let across = (f64::from(event.client_x()) - frame.left()) / frame.width().max(1.0);
    let down = (f64::from(event.client_y()) - frame.top()) / frame.height().max(1.0);
    Some((across, down))
}

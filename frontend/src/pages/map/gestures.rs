//! What keys, mouse and fingers do to the drawing.

use super::controls::STEP;
use super::drawing::{Drawing, FRAME, Here};
use super::plane::{Direction, nearest};
use super::points::GROUP;
use super::spots::Spot;
use super::state::Place;
use super::view::View;
use super::{browser, panel};
use crate::router::How;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent, MouseEvent, PointerEvent, WheelEvent};

/// A hand that clicks moves less than so many pixels.
const STEADY: f64 = 5.0;
const MIDDLE: (f64, f64) = (0.5, 0.5);

/// The fingers, or the mouse, that hold the map.
#[derive(Clone, Debug, Default)]
pub(super) struct Hands {
    /// Where each is, by its number.
    fingers: Vec<(i32, (f64, f64))>,
    /// What was seen when the last one came or went, and where they were.
    begun: Option<(View, Grip)>,
    /// They have moved the map: the click that ends the drag opens nothing.
    moved: bool,
}

/// Where fingers are together: their middle, and how far apart the first two are.
#[derive(Clone, Copy, Debug)]
struct Grip {
    x: f64,
    y: f64,
    apart: f64,
}

impl Hands {
    /// Two fingers count; a third one is only resting there.
    fn grip(&self) -> Option<Grip> {
        let (_, one) = self.fingers.first()?;
        let (_, other) = self.fingers.get(1).unwrap_or(self.fingers.first()?);
        let (across, down) = (one.0 - other.0, one.1 - other.1);
        Some(Grip {
            x: f64::midpoint(one.0, other.0),
            y: f64::midpoint(one.1, other.1),
            apart: (across * across + down * down).sqrt(),
        })
    }
}

impl Drawing {
    /// One of the frame's events.
    pub(super) fn heard(self, event: &Event) {
        match event.type_().as_str() {
            "keydown" => self.key(event.unchecked_ref()),
            "click" => self.clicked(event),
            "wheel" => self.wheel(event.unchecked_ref()),
            "pointerdown" => self.grip(event.unchecked_ref()),
            "pointermove" => self.drag(event.unchecked_ref()),
            _ => self.let_go(event.unchecked_ref()),
        }
    }

    fn key(self, event: &KeyboardEvent) {
        let direction = match event.key().as_str() {
            "ArrowLeft" => Direction::Left,
            "ArrowRight" => Direction::Right,
            "ArrowUp" => Direction::Up,
            "ArrowDown" => Direction::Down,
            "Enter" | " " => {
                event.prevent_default();
                if let Some(id) = self.active() {
                    self.act(&id);
                }
                return;
            }
            "+" | "=" => return self.look(self.seen().zoomed(STEP, MIDDLE)),
            "-" => return self.look(self.seen().zoomed(1.0 / STEP, MIDDLE)),
            _ => return,
        };
        event.prevent_default();
        self.step(direction);
    }

    /// To the nearest place or group; from nowhere, to the one with the most.
    fn step(self, direction: Direction) {
        let places = self.places();
        let next = match self.here.get_untracked() {
            Some(here) => nearest((here.x, here.y), direction, &places, |place| (place.x, place.y)),
            None => places.first(),
        };
        self.come_to(next.cloned());
    }

    fn come_to(self, place: Option<Here>) {
        let Some(place) = place else { return };
        let view = self.seen();
        let shown = view.showing(place.x, place.y);
        if shown != view {
            self.look(shown);
        }
        self.here.set(Some(place));
    }

    /// Everything that the arrows stop at.
    fn places(self) -> Vec<Here> {
        let mut places = Vec::new();
        for spots in [self.areas, self.clusters] {
            spots.with_untracked(|spots| places.extend(spots.iter().map(Spot::here)));
        }
        places
    }

    /// The element that the arrows have come to, unless the scale has parted or joined it since.
    pub(super) fn active(self) -> Option<String> {
        let here = self.here.get()?;
        let there = |spots: Memo<Vec<Spot>>| spots.with(|spots| spots.iter().any(|spot| spot.is(&here)));
        (there(self.areas) || there(self.clusters)).then(|| here.id.clone())
    }

    /// Opens a place; comes nearer to a group.
    fn act(self, id: &str) {
        if let Some(place) = Place::of_id(id) {
            let here = self.places().into_iter().find(|here| here.id == id);
            self.here.set(here);
            self.map.change(How::Push, |state| state.open = Some(place));
            request_animation_frame(|| browser::focus(panel::HEADING));
            return;
        }
        let number = id.strip_prefix(GROUP).and_then(|number| number.parse().ok());
        let group = number.and_then(|number: usize| {
            self.clusters
                .with_untracked(|clusters| clusters.get(number).cloned())
        });
        let Some(group) = group else { return };
        self.look(self.seen().onto(group.extent, STEP));
        // What was one is several now: the arrows go on from the nearest of them.
        let distance = |place: &Here| (place.x - group.x).abs() + (place.y - group.y).abs();
        let places = self.places().into_iter();
        let members = places.filter(|place| group.extent.holds(place.x, place.y));
        self.come_to(members.min_by(|one, other| distance(one).total_cmp(&distance(other))));
    }

    fn clicked(self, event: &Event) {
        if self.hands.with_value(|hands| hands.moved) {
            return;
        }
        let target = event
            .target()
            .and_then(|target| target.dyn_into::<Element>().ok());
        let place = target.and_then(|target| target.closest(".place").ok().flatten());
        if let Some(place) = place {
            self.act(&place.id());
        }
    }

    fn wheel(self, event: &WheelEvent) {
        if !event.ctrl_key() {
            return;
        }
        event.prevent_default();
        let factor = if event.delta_y() < 0.0 { 1.25 } else { 0.8 };
        self.look(self.seen().zoomed(factor, fraction(pointer(event))));
    }

    fn grip(self, event: &PointerEvent) {
        if event.button() != 0 {
            return;
        }
        let seen = self.seen();
        self.hands.update_value(|hands| {
            hands.moved &= !hands.fingers.is_empty();
            hands.fingers.push((event.pointer_id(), pointer(event)));
            hands.begun = hands.grip().map(|grip| (seen, grip));
        });
    }

    fn drag(self, event: &PointerEvent) {
        let begun = self.hands.try_update_value(|hands| {
            let id = event.pointer_id();
            let finger = hands.fingers.iter_mut().find(|(known, _)| *known == id)?;
            finger.1 = pointer(event);
            Some((hands.begun?, hands.grip()?, hands.moved))
        });
        let Some(((view, before), now, moved)) = begun.flatten() else {
            return;
        };
        let (across, down) = (before.x - now.x, before.y - now.y);
        if !moved {
            if across.abs() + down.abs() + (now.apart - before.apart).abs() < STEADY {
                return;
            }
            self.hands.update_value(|hands| hands.moved = true);
            hold(event);
        }
        let factor = if before.apart > 0.0 {
            now.apart / before.apart
        } else {
            1.0
        };
        let (width, height) = self.frame.get_untracked();
        let nearer = view.zoomed(factor, fraction((before.x, before.y)));
        self.follow(nearer.panned(across / width, down / height));
    }

    fn let_go(self, event: &PointerEvent) {
        let seen = self.seen();
        let held = self.hands.try_update_value(|hands| {
            hands.fingers.retain(|(known, _)| *known != event.pointer_id());
            hands.begun = hands.grip().map(|grip| (seen, grip));
            !hands.fingers.is_empty()
        });
        if held == Some(false) {
            self.rest();
        }
    }
}

fn pointer(event: &MouseEvent) -> (f64, f64) {
    (f64::from(event.client_x()), f64::from(event.client_y()))
}

/// Where in the frame a point of the window is, in fractions of it.
fn fraction((x, y): (f64, f64)) -> (f64, f64) {
    let frame = browser::document().get_element_by_id(FRAME);
    frame.map_or(MIDDLE, |frame| {
        let frame = frame.get_bounding_client_rect();
        let of = |point: f64, start: f64, length: f64| (point - start) / length.max(1.0);
        (
            of(x, frame.left(), frame.width()),
            of(y, frame.top(), frame.height()),
        )
    })
}

/// Has all that follows of a pointer's way come here, even beyond the frame.
fn hold(event: &PointerEvent) {
    let frame = browser::document().get_element_by_id(FRAME);
    // Refused where the pointer is gone already: then nothing follows.
    let _held = frame.map(|frame| frame.set_pointer_capture(event.pointer_id()));
}

//! What the parts of a drawing share: what is drawn, what of it is seen, where the arrows have come to.

use super::Carte;
use super::figures::{self, Asked, Figures};
use super::gestures::Hands;
use super::plane::Outlines;
use super::points::{self, Grid};
use super::spots::{self, Spot};
use super::state::{Place, Scene};
use super::view::{Frame, View};
use crate::browser;
use crate::names::use_names;
use aect_types::collectivities::CollectivityPoints;
use aect_types::query::ListQuery;
use leptos::prelude::*;
use std::sync::Arc;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, Event, HtmlElement};

/// Side of a cell of the grid of clusters, in pixels.
const CELL: f64 = 46.0;
/// On a narrow screen the frame is taller, and the world opens on Europe and Africa.
const NARROW: &str = "(max-width: 48rem)";
/// The frame's identifier.
pub(super) const FRAME: &str = "carte";
/// What the frame listens to. One listener for all: one for each would be a kilobyte of the WASM.
const EVENTS: [&str; 7] = [
    "keydown",
    "click",
    "wheel",
    "pointerdown",
    "pointermove",
    "pointerup",
    "pointercancel",
];

/// The element that the arrows have come to.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Here {
    pub(super) id: String,
    pub(super) x: f64,
    pub(super) y: f64,
}

/// A drawing.
#[derive(Clone, Copy)]
pub(super) struct Drawing {
    pub(super) map: Carte,
    /// Where collectivities are and what they are called.
    pub(super) points: RwSignal<Option<CollectivityPoints>>,
    pub(super) outlines: StoredValue<Arc<Outlines>>,
    /// Countries or departments.
    pub(super) areas: Memo<Vec<Spot>>,
    /// Collectivities, those close to each other as one.
    pub(super) clusters: Memo<Vec<Spot>>,
    /// The place that is open. Not by the whole state, which also says what is seen: that draws nothing anew.
    pub(super) open: Memo<Option<Asked>>,
    /// What is seen when no hand moves it.
    pub(super) view: Memo<View>,
    /// The view that is drawn for: another one when the scale changes, or when one has moved by a frame's length.
    pub(super) around: Memo<View>,
    /// Width and height of the frame, in pixels.
    pub(super) frame: RwSignal<(f64, f64)>,
    pub(super) here: RwSignal<Option<Here>>,
    pub(super) hands: StoredValue<Hands>,
    /// What is seen while a hand moves it: no signal, for nothing but a transform follows it.
    moving: StoredValue<Option<View>>,
    /// The last view that was looked at, more exactly than its address says.
    exact: RwSignal<Option<View>>,
}

impl Drawing {
    /// The drawing of a map on its outlines.
    pub(super) fn new(map: Carte, outlines: &Arc<Outlines>, figures: Figures) -> Self {
        let region = map.state.with_untracked(|state| state.scene == Scene::Region);
        let plane = (outlines.width, outlines.height);
        let frame = RwSignal::new(guess(region));
        let exact = RwSignal::new(None::<View>);
        let view = Memo::new(move |_| {
            let (width, height) = frame.get();
            let frame = Frame {
                plane,
                ratio: height / width,
            };
            let kept = |at| exact.get().filter(|exact| exact.rounded() == at);
            map.at.get().map_or_else(
                || opening(frame, region),
                |at| kept(at).map_or_else(|| View::at(at, frame), |exact| exact.through(frame)),
            )
        });
        let around = Memo::new(move |before: Option<&View>| {
            let view = view.get();
            let same_scale = |before: &&View| before.width.total_cmp(&view.width).is_eq();
            let kept = before.filter(same_scale).filter(|before| before.has_near(view));
            kept.copied().unwrap_or(view)
        });
        Self {
            map,
            points: figures.points.value,
            outlines: StoredValue::new(Arc::clone(outlines)),
            areas: areas(map, Arc::clone(outlines), figures),
            clusters: clusters(map, Arc::clone(outlines), figures, (around, frame)),
            open: figures::asked(map.state, |state| {
                Some(Asked {
                    place: state.open.clone()?,
                    query: ListQuery::default(),
                })
            }),
            view,
            around,
            frame,
            here: RwSignal::new(None),
            hands: StoredValue::default(),
            moving: StoredValue::new(None),
            exact,
        }
    }

    /// Whether it is what is open.
    pub(super) fn is_open(self, spot: &Spot) -> bool {
        self.open.with(|open| {
            let place = open.as_ref().map(|open| &open.place);
            place.is_some_and(|place| place.id() == spot.id)
        })
    }

    /// Units of the plane in a pixel.
    pub(super) fn pixel(self) -> f64 {
        self.around.get().width / self.frame.get().0
    }

    /// Shows another part of the plane.
    pub(super) fn look(self, view: View) {
        self.exact.set(Some(view));
        self.map.look_at(Some(view.rounded()));
    }

    /// What is seen now.
    pub(super) fn seen(self) -> View {
        let moving = self.moving.get_value();
        moving.unwrap_or_else(|| self.view.get_untracked())
    }

    /// Moves the drawing as it is, until a hand lets it go or has moved it so far that nothing is drawn there.
    pub(super) fn follow(self, seen: View) {
        if !self.view.get_untracked().has_near(seen) {
            self.rest();
        }
        self.moving.set_value(Some(seen));
        let view = self.view.get_untracked();
        transform(&view.transform_to(seen, self.frame.get_untracked().0));
    }

    /// Draws what is seen since a hand has moved it.
    pub(super) fn rest(self) {
        if let Some(seen) = self.moving.try_update_value(Option::take).flatten() {
            self.look(seen);
            transform("none");
        }
    }

    /// Listens to keys, mouse and fingers, and keeps the size of the frame up to date.
    pub(super) fn attach(self) {
        let Some(frame) = browser::document().get_element_by_id(FRAME) else {
            return;
        };
        let heard = Closure::<dyn Fn(Event)>::new(move |event| self.heard(&event)).into_js_value();
        for event in EVENTS {
            let added = frame.add_event_listener_with_callback(event, heard.unchecked_ref());
            debug_assert!(added.is_ok(), "listener of {event}");
        }
        self.measure(&frame);
    }

    fn measure(self, frame: &Element) {
        let measured = frame.clone();
        let changed = move || {
            let size = measured.get_bounding_client_rect();
            let (width, height) = (size.width(), size.height());
            let known = self.frame.try_get_untracked();
            // Nothing while it is hidden; less than two pixels are not worth drawing it again.
            if width > 0.0 && known.is_some_and(|(w, h)| (w - width).abs() + (h - height).abs() > 2.0) {
                self.frame.set((width, height));
            }
        };
        let changed = Closure::<dyn Fn()>::new(changed).into_js_value();
        // A browser without it keeps the size that was guessed.
        if let Ok(observer) = web_sys::ResizeObserver::new(changed.unchecked_ref()) {
            observer.observe(frame);
        }
    }
}

/// Moves the drawing within its frame.
fn transform(words: &str) {
    let sheet = browser::document().query_selector(".map-sheet").ok().flatten();
    if let Some(sheet) = sheet.and_then(|sheet| sheet.dyn_into::<HtmlElement>().ok()) {
        // Through the object, which the security policy allows; as an attribute it would not.
        let set = sheet.style().set_property("transform", words);
        debug_assert!(set.is_ok(), "{words}");
    }
}

/// The countries or departments with what they count.
fn areas(map: Carte, outlines: Arc<Outlines>, figures: Figures) -> Memo<Vec<Spot>> {
    let (names, language) = (use_names(), map.language);
    Memo::new(move |_| {
        let counted = map.counted.get();
        figures.areas.value.with(|stats| {
            let present = stats.as_ref().filter(|stats| stats.by == counted.by);
            let call = |place: &Place| spots::name(place, names, figures, language);
            present
                .map(|stats| spots::areas(&outlines, stats, counted.twinnings, call, language))
                .unwrap_or_default()
        })
    })
}

/// The collectivities, where they are shown; together as far as the scale of the view asks for.
fn clusters(
    map: Carte,
    outlines: Arc<Outlines>,
    figures: Figures,
    (around, frame): (Memo<View>, RwSignal<(f64, f64)>),
) -> Memo<Vec<Spot>> {
    Memo::new(move |_| {
        let all = map.counted.get().all;
        let around = around.get();
        let grid = Grid {
            plane: (outlines.width, outlines.height),
            cell: CELL * around.width / frame.get().0,
        };
        figures.points.value.with(|points| {
            figures.acting.value.with(|acting| {
                let Some((points, acting)) = points.as_ref().zip(acting.as_ref()) else {
                    return Vec::new();
                };
                let placed = points::placed(&points.points, &outlines, acting, all);
                points::clusters(&placed, (!around.is_closest()).then_some(grid))
            })
        })
    })
}

/// What is seen first.
fn opening(frame: Frame, region: bool) -> View {
    let whole = View::whole(frame);
    if !region && frame.ratio > 0.9 {
        whole.zoomed(2.2, (0.49, 0.42))
    } else {
        whole
    }
}

/// Size of the frame before it can be measured, as the style says it.
fn guess(region: bool) -> (f64, f64) {
    let root = browser::document().document_element();
    let window = f64::from(root.map_or(1280, |root| root.client_width()));
    let content = window.min(1216.0) - 40.0;
    let beside = if window >= 960.0 { 344.0 } else { 0.0 };
    let ratio = match (region, browser::matches(NARROW)) {
        (false, false) => 1088.0 / 2400.0,
        (false, true) => 1.0,
        (true, false) => 0.8,
        (true, true) => 1.25,
    };
    let width = (content - beside - 2.0).max(200.0);
    (width, width * ratio)
}

//! Where the reader is, and what happens when they go elsewhere: title, focus, scroll and the mark that a page is
//! complete, once and for every page.
//!
//! Own, and small: the library's router knows neither titles nor focus nor scroll, and weighs more than this file.

use crate::address::Address;
use crate::browser::{self, document, window};
use crate::history::Entry;
use crate::language::Spoken;
use aect_words::Language;
use leptos::prelude::LocalStorage;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::{Element, Event, MouseEvent, PopStateEvent};

/// Whether going somewhere makes a new entry of the history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum How {
    /// A discrete change: back returns to the state before.
    Push,
    /// Typing or panning: back returns to the page before.
    Replace,
}

/// Where the reader is.
#[derive(Clone, Copy)]
pub(crate) struct Router {
    /// The present address, without its language.
    pub(crate) address: RwSignal<Address>,
    /// The language of the present address.
    spoken: Spoken,
    /// What the present history entry remembers.
    pub(crate) entry: RwSignal<Entry>,
    /// Loads under way; the page is complete when there are none.
    busy: RwSignal<u32>,
    /// The next heading that appears takes the focus.
    focus_heading: StoredValue<bool>,
    /// Where to scroll once the page is complete.
    scroll_once_ready: StoredValue<Option<u32>>,
    /// What to ask before this page is left, in the reader's words.
    unsaved: StoredValue<Option<&'static str>>,
    /// Saves the scroll when it has come to rest.
    scroll_timer: StoredValue<Option<TimeoutHandle>, LocalStorage>,
}

/// A load under way: while it lives, the page is not complete.
pub(crate) struct Busy(RwSignal<u32>);

impl Drop for Busy {
    fn drop(&mut self) {
        self.0.try_update(|count| *count = count.saturating_sub(1));
    }
}

impl Router {
    /// Listens to links, to back and forward and to scrolling. Called once.
    pub(crate) fn start(spoken: Spoken) -> Self {
        let entry = stored_entry();
        let router = Self {
            address: RwSignal::new(present_address()),
            spoken,
            scroll_once_ready: StoredValue::new((entry.scroll > 0).then_some(entry.scroll)),
            entry: RwSignal::new(entry),
            busy: RwSignal::new(0),
            focus_heading: StoredValue::new(false),
            unsaved: StoredValue::new(None),
            scroll_timer: StoredValue::new_local(None),
        };
        if let Ok(history) = window().history() {
            let set = history.set_scroll_restoration(web_sys::ScrollRestoration::Manual);
            debug_assert!(set.is_ok(), "scroll restoration");
        }
        listen("click", move |event| router.follow_link(&event));
        listen("popstate", move |event| router.came_back(&event));
        listen("scroll", move |_| router.scrolled());
        Effect::new(move |_| router.mark_when_complete());
        router
    }

    /// Goes to an address of the site, in the present language.
    pub(crate) fn go(self, href: &str, how: How) {
        self.go_with(&Address::parse(href), Vec::new(), how);
    }

    /// Goes to an address with the trail of pages before it.
    pub(crate) fn go_with(self, to: &Address, trail: Vec<String>, how: How) {
        self.save_scroll();
        let elsewhere = self.address.with_untracked(|here| here.path != to.path);
        let scroll = if elsewhere { 0 } else { browser::scroll_position() };
        let entry = Entry { scroll, trail };
        self.write(&entry, to, how);
        self.entry.set(entry);
        if elsewhere {
            self.focus_heading.set_value(true);
            self.scroll_once_ready.set_value(None);
            browser::scroll_to(0);
        }
        if self.address.with_untracked(|here| here != to) {
            self.address.set(to.clone());
        }
    }

    /// Writes the record's present address where a former one led here.
    pub(crate) fn name(self, path: &str) {
        if self.address.with_untracked(|address| address.path == path) {
            return;
        }
        let to = Address {
            path: path.to_owned(),
            query: String::new(),
        };
        self.write(&self.entry.get_untracked(), &to, How::Replace);
        self.address.set(to);
    }

    /// Writes an entry of the history at an address in the present language.
    fn write(self, entry: &Entry, to: &Address, how: How) {
        write_entry(entry, Some(&self.spoken.now().place(&to.href())), how);
    }

    /// Says that something is being loaded, until the answer is dropped.
    pub(crate) fn busy(self) -> Busy {
        browser::set_root_attribute("data-ready", None);
        self.busy.update(|count| *count += 1);
        Busy(self.busy)
    }

    /// Has whoever leaves this page asked first, in these words: something on it is not saved. `None`: everything is.
    pub(crate) fn ask_before_leaving(self, words: Option<&'static str>) {
        self.unsaved.set_value(words);
    }

    /// Whether something on this page is not saved.
    pub(crate) fn has_unsaved(self) -> bool {
        self.unsaved.with_value(Option::is_some)
    }

    /// Whether the reader rather stays where something is not saved.
    fn stays(self) -> bool {
        let Some(words) = self.unsaved.get_value() else {
            return false;
        };
        // A browser that cannot ask does not hold anybody back.
        let leaves = window().confirm_with_message(words).unwrap_or(true);
        if leaves {
            self.unsaved.set_value(None);
        }
        !leaves
    }

    /// Says that the page turns to another of its steps: the next heading takes the focus, at the top.
    pub(crate) fn turn(self) {
        self.focus_heading.set_value(true);
        browser::scroll_to(0);
    }

    /// Whether the heading that asks is the one to be focused.
    pub(crate) fn takes_focus(self) -> bool {
        self.focus_heading
            .try_update_value(std::mem::take)
            .unwrap_or(false)
    }

    fn follow_link(self, event: &Event) {
        let Some(click) = event.dyn_ref::<MouseEvent>() else {
            return;
        };
        let modified = click.ctrl_key() || click.meta_key() || click.shift_key() || click.alt_key();
        if modified || click.button() != 0 || event.default_prevented() {
            return;
        }
        if let Some(link) = event.target().and_then(|target| link_within_site(&target)) {
            event.prevent_default();
            if self.stays() {
                return;
            }
            match link.language {
                Some(language) => self.speak(language),
                None => self.go(&link.href, How::Push),
            }
        }
    }

    /// Shows this same page in another language.
    fn speak(self, language: Language) {
        self.save_scroll();
        self.spoken.set(language);
        let here = self.address.get_untracked();
        self.write(&self.entry.get_untracked(), &here, How::Push);
        self.address.notify();
    }

    fn came_back(self, event: &Event) {
        let state = event.dyn_ref::<PopStateEvent>().map(PopStateEvent::state);
        let state = state.and_then(|state| state.as_string());
        let to = present_address();
        // An anchor of this page was followed: the browser has gone there already.
        if state.is_none() && self.address.with_untracked(|here| *here == to) {
            return;
        }
        if self.stays() {
            let here = self.address.get_untracked();
            return self.write(&self.entry.get_untracked(), &here, How::Push);
        }
        let entry = state.map_or_else(Entry::default, |text| Entry::parse(&text));
        let elsewhere = self.address.with_untracked(|here| here.path != to.path);
        self.focus_heading.set_value(elsewhere);
        self.scroll_once_ready.set_value(Some(entry.scroll));
        self.entry.set(entry);
        browser::set_root_attribute("data-ready", None);
        self.spoken.follow();
        if self.address.with_untracked(|here| *here != to) {
            self.address.set(to);
        } else {
            self.address.notify();
        }
    }

    fn scrolled(self) {
        if let Some(timer) = self.scroll_timer.try_update_value(Option::take).flatten() {
            timer.clear();
        }
        let rest = std::time::Duration::from_millis(150);
        let timer = set_timeout_with_handle(move || self.save_scroll(), rest);
        self.scroll_timer.set_value(timer.ok());
    }

    fn save_scroll(self) {
        // While a page is still filling, its scroll is not one that a reader chose.
        if self.scroll_once_ready.with_value(Option::is_some) {
            return;
        }
        let scroll = browser::scroll_position();
        if self.entry.with_untracked(|entry| entry.scroll != scroll) {
            self.entry.update_untracked(|entry| entry.scroll = scroll);
            write_entry(&self.entry.get_untracked(), None, How::Replace);
        }
    }

    /// Sets `data-ready` on `<html>` to the address whose data is shown, and brings the old scroll back.
    fn mark_when_complete(self) {
        let address = self.address.get();
        if self.busy.get() > 0 {
            return;
        }
        // The loads of a page begin in effects after this one: the next frame knows.
        request_animation_frame(move || {
            let still = self.address.with_untracked(|now| *now == address);
            if still && self.busy.get_untracked() == 0 {
                crate::app::take_over();
                if let Some(top) = self.scroll_once_ready.try_update_value(Option::take).flatten() {
                    browser::scroll_to(top);
                }
                let href = self.spoken.now().place(&address.href());
                browser::set_root_attribute("data-ready", Some(&href));
            }
        });
    }
}

/// The router of the application.
pub(crate) fn use_router() -> Router {
    expect_context()
}

fn present_address() -> Address {
    let location = window().location();
    let path = location.pathname().unwrap_or_default();
    let (_, path) = Language::of_path(&path);
    Address::parse(&format!("{path}{}", location.search().unwrap_or_default()))
}

fn stored_entry() -> Entry {
    let state = window().history().ok().and_then(|history| history.state().ok());
    state
        .and_then(|state| state.as_string())
        .map_or_else(Entry::default, |text| Entry::parse(&text))
}

fn write_entry(entry: &Entry, href: Option<&str>, how: How) {
    let Ok(history) = window().history() else { return };
    let state = JsValue::from_str(&entry.to_string());
    let written = match how {
        How::Push => history.push_state_with_url(&state, "", href),
        How::Replace => history.replace_state_with_url(&state, "", href),
    };
    // A browser may refuse too many entries in a short time; the page is right all the same.
    drop(written);
}

/// A link to a page of this site.
struct Link {
    /// Its address without its language.
    href: String,
    /// The language that it leads to, where it leads to this page in another.
    language: Option<Language>,
}

/// The link behind a click, where it leads to a page of this site that opens here.
fn link_within_site(target: &web_sys::EventTarget) -> Option<Link> {
    let element = target.dyn_ref::<Element>()?;
    let link = element.closest("a[href]").ok()??;
    if link.has_attribute("download") || link.has_attribute("target") {
        return None;
    }
    let href = link.get_attribute("href")?;
    let (_, path) = Language::of_path(&href);
    let page = href.starts_with('/') && !href.starts_with("//");
    (page && crate::routes::is_page(&Address::parse(path).path)).then(|| Link {
        href: path.to_owned(),
        language: link
            .get_attribute("hreflang")
            .and_then(|tag| Language::of_tag(&tag)),
    })
}

fn listen(event: &str, handler: impl Fn(Event) + 'static) {
    let handler = Closure::<dyn Fn(Event)>::new(handler).into_js_value();
    let target: &web_sys::EventTarget = if event == "click" { &document() } else { &window() };
    let added = target.add_event_listener_with_callback(event, handler.unchecked_ref());
    debug_assert!(added.is_ok(), "listener of {event}");
}

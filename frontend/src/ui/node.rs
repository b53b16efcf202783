//! Nodes that only show something. One function for all of them: the `view!` macro writes the code of each node anew,
//! which is right where a page reacts, and too dear in the WASM where it only tells.

use crate::language::use_language;
use leptos::html::custom;
use leptos::prelude::*;

/// An element with a class (empty: none) and what it holds.
pub(crate) fn node(tag: &'static str, class: &'static str, children: Vec<AnyView>) -> AnyView {
    let class = (!class.is_empty()).then_some(class);
    custom(tag).attr("class", class).child(children).into_any()
}

/// An element that holds a text.
pub(crate) fn told(tag: &'static str, class: &'static str, words: impl Into<String>) -> AnyView {
    node(tag, class, vec![text(words)])
}

/// A text.
pub(crate) fn text(words: impl Into<String>) -> AnyView {
    plain(words.into())
}

/// A link to a page of the site.
pub(crate) fn link(href: impl Into<String>, words: impl Into<String>) -> AnyView {
    linked(&href.into(), "", words.into())
}

/// A link with a class.
pub(crate) fn linked(href: &str, class: &'static str, words: String) -> AnyView {
    let class = (!class.is_empty()).then_some(class);
    custom("a")
        .attr("href", use_language().place(href))
        .attr("class", class)
        .child(vec![plain(words)])
        .into_any()
}

/// A part of the page that follows the signals it reads. One type for all of them, whatever they show and from what:
/// each type of its own would be a kilobyte of the WASM.
pub(crate) fn live<V: IntoAny + 'static>(show: impl Fn() -> V + Send + 'static) -> AnyView {
    let show: Box<dyn Fn() -> AnyView + Send> = Box::new(move || show().into_any());
    show.into_any()
}

fn plain(words: String) -> AnyView {
    words.into_any()
}

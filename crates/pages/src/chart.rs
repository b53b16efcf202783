//! Charts as SVG: horizontal bars, each a link to what it counts. Nothing is said by colour alone: every bar bears its
//! name and its number, and a table stands beside.

use crate::parts::own;
use maud::{Markup, html};

/// One bar.
pub(crate) struct Bar {
    /// What it counts.
    pub(crate) name: String,
    /// How long it is.
    pub(crate) count: u64,
    /// How its number is written.
    pub(crate) said: String,
    /// Where its list is.
    pub(crate) href: String,
}

/// Width of the drawing, in its own units.
const WIDTH: u64 = 440;
/// From one bar to the next: room for a name above and a bar that a finger hits.
const STEP: u64 = 44;
/// Room for the number behind the longest bar.
const NUMBER: u64 = 70;

/// The bars, one below the other, with `title` as the name of the whole.
pub(crate) fn bars(id: &str, title: &str, bars: &[Bar]) -> Markup {
    let most = bars.iter().map(|bar| bar.count).max().unwrap_or(1).max(1);
    let height = STEP * u64::try_from(bars.len()).unwrap_or(u64::MAX);
    let view = format!("0 0 {WIDTH} {height}");
    let long = |bar: &Bar| ((WIDTH - NUMBER) * bar.count / most).max(2);
    html! {
        svg.bars viewBox=(view) role="group" aria-labelledby=(id) xmlns=(own("http://www.w3.org/2000/svg")) {
            title id=(id) { (title) }
            @for (bar, top) in bars.iter().zip((0..).step_by(44)) {
                a href=(bar.href) {
                    rect.bar-room x="0" y=(top) width=(WIDTH) height=(STEP) {}
                    text.bar-name x="0" y=(top + 16) { (bar.name) }
                    rect.bar x="0" y=(top + 22) width=(long(bar)) height="14" rx="3" {}
                    text.bar-number x=(long(bar) + 8) y=(top + 34) { (bar.said) }
                }
            }
        }
    }
}

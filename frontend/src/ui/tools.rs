//! Copy the link, print, export: the buttons of [`aect_pages::tools`], under exports that may change.

use crate::intl::Browser;
use crate::language::use_language;
use crate::ui::node::live;
use crate::ui::sheet::written;
use aect_words::pages::Text;
use leptos::prelude::*;

/// The tools of a page; `exports` gives names and addresses.
pub(crate) fn tools(exports: impl Fn() -> Vec<(Text, String)> + Send + 'static) -> AnyView {
    let language = use_language();
    live(move || written(aect_pages::tools(&exports(), Browser(language))))
}

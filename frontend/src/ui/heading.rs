//! The one `<h1>` of a page that reacts: it names the window and takes the focus when the reader has come from
//! elsewhere. Written pages bring their own.

use crate::browser::{self, document};
use crate::intl::Browser;
use crate::router::use_router;
use aect_pages::Voice as _;
use aect_words::{Language, platform::Wording};
use leptos::prelude::*;

/// The heading.
pub(crate) fn heading(text: String, language: Language) -> AnyView {
    document().set_title(&[&text, " – ", &Browser(language).says(Wording::Name)].concat());
    if use_router().takes_focus() {
        request_animation_frame(|| browser::focus("titre"));
    }
    view! { <h1 id="titre" tabindex="-1">{text}</h1> }.into_any()
}

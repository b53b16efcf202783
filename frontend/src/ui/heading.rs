//! The one `<h1>` of a page: it names the window and takes the focus when the reader has come from elsewhere.

use crate::browser::{self, document};
use crate::router::use_router;
use crate::routes;
use aect_words::{Language, pages::shell};
use leptos::prelude::*;

/// The heading.
pub(crate) fn heading(text: String, language: Language) -> AnyView {
    let router = use_router();
    let path = router.address.with_untracked(|address| address.path.clone());
    let section = routes::section_of(&path).map(|section| section.of(language));
    document().set_title(&title(&text, section, shell::PLATFORM.of(language)));
    if router.takes_focus() {
        request_animation_frame(|| browser::focus("titre"));
    }
    view! { <h1 id="titre" tabindex="-1">{text}</h1> }.into_any()
}

/// «{h1} – {section} – {platform}».
fn title(heading: &str, section: Option<&str>, platform: &str) -> String {
    let parts = [Some(heading), section, Some(platform)];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" – ")
}

#[cfg(test)]
mod tests {
    use super::*;
    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn a_title_goes_from_the_page_to_the_platform() {
        assert_eq!(
            title("Bordeaux", Some("Annuaire"), "AECT"),
            "Bordeaux – Annuaire – AECT"
        );
        assert_eq!(title("Projets", None, "AECT"), "Projets – AECT");
    }
}

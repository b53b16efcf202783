//! What is seen, to take away: pictures, which a script of their own makes when they are asked for
//! (`assets/picture.js`), and the figures for a spreadsheet.

use super::figures::Figures;
use super::{Carte, sheet};
use crate::names::use_names;
use aect_words::pages::{Text, map as words};
use leptos::prelude::*;

/// Entries of the menu of exports.
pub(super) fn entries(map: Carte, figures: Figures) -> Vec<AnyView> {
    let (language, names) = (map.language, use_names());
    let picture = |name: Text, kind: &'static str| {
        view! { <button type="button" data-picture=kind>{name.of(language)}</button> }.into_any()
    };
    let csv = move || {
        let counted = figures.areas.value.read();
        let sheet = map
            .state
            .with(|state| sheet::sheet(state, counted.as_ref()?, figures, names, language));
        let text = js_sys::encode_uri_component(&sheet?.csv(language));
        Some(format!("data:text/csv;charset=utf-8,{}", String::from(text)))
    };
    vec![
        picture(words::EXPORT_SVG, "svg"),
        picture(words::EXPORT_PNG, "png"),
        view! { <a download="carte-aect.csv" href=csv>{words::EXPORT_FIGURES.of(language)}</a> }.into_any(),
    ]
}

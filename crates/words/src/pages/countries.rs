//! Names of countries. The browser knows them (Unicode CLDR, as the reference data); here are only those that
//! French administrations write otherwise.

use crate::Language;

/// The name that French administrations use where it is not CLDR's; `None`: ask the browser.
#[must_use]
pub fn name(code: &str, language: Language) -> Option<&'static str> {
    let (fr, en) = match code {
        "CD" => ("République démocratique du Congo", "Democratic Republic of the Congo"),
        "CG" => ("Congo", "Congo"),
        "PS" => ("Palestine", "Palestine"),
        "MM" => ("Myanmar", "Myanmar"),
        "HK" => ("Hong Kong", "Hong Kong"),
        "MO" => ("Macao", "Macao"),
        _ => return None,
    };
    Some(match language {
        Language::French => fr,
        Language::English => en,
    })
}

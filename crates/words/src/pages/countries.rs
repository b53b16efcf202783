//! Names of countries. The browser knows them (Unicode CLDR, as the reference data); here are only those that
//! French administrations write otherwise.

use crate::Language;

/// The name that French administrations use where it is not CLDR's; `None`: ask the browser.
#[must_use]
pub fn name(code: &str, language: Language) -> Option<&'static str> {
    let (fr, en) = match code {
        "CD" => (
            "République démocratique du Congo",
            "Democratic Republic of the Congo",
        ),
        "CG" => ("République du Congo", "Republic of the Congo"),
        "PS" => ("Palestine", "Palestine"),
        "MM" => ("Birmanie", "Myanmar (Burma)"),
        "HK" => ("Hong Kong", "Hong Kong"),
        "MO" => ("Macao", "Macao"),
        _ => return None,
    };
    Some(match language {
        Language::Fr => fr,
        Language::En => en,
    })
}

//! What stays around every page: skip links, header with the navigation, footer.

use crate::parts::{icon, own};
use crate::{Voice, exports};
use aect_types::Resource;
use aect_types::query::ListQuery;
use aect_types::site::paths;
use aect_words::Language;
use aect_words::pages::{Text, shell};
use aect_words::platform::Wording;
use maud::{Markup, html};

/// The entries of the main navigation, in order.
pub const NAVIGATION: [(&str, Text); 7] = [
    (paths::MAP, shell::MAP),
    (paths::COLLECTIVITIES, shell::DIRECTORY),
    (paths::PROJECTS, shell::PROJECTS),
    (paths::EVENTS, shell::AGENDA),
    (paths::THEMATIC_GROUPS, shell::GROUPS),
    (paths::OBSERVATORY, shell::OBSERVATORY),
    (paths::SEARCH, shell::SEARCH),
];

/// Sections that are reached through another entry.
const WITHIN: [(&str, &str); 6] = [
    (paths::ACTORS, paths::COLLECTIVITIES),
    (paths::PARTNER_AUTHORITIES, paths::COLLECTIVITIES),
    (paths::COMPARE, paths::COLLECTIVITIES),
    (paths::NEWS, paths::EVENTS),
    (paths::RESOURCES, paths::THEMATIC_GROUPS),
    (paths::EXTERNAL_INITIATIVES, paths::THEMATIC_GROUPS),
];

/// The same drawing as the favicon.
const LOGO: &str = concat!(
    r#"<rect width="40" height="40" rx="9"/><circle cx="20" cy="20" r="12"/>"#,
    r#"<path d="M8 20h24M20 8c-8 7-8 17 0 24M20 8c8 7 8 17 0 24"/><circle class="logo-home" cx="15.5" cy="17" r="3.6"/>"#,
);

/// Above the page at an address: a path, with its question where it has one. `member` is what to call whoever has signed
/// in: nothing until their name is known.
#[must_use]
pub fn header(address: &str, member: Option<&str>, voice: impl Voice) -> Markup {
    let language = voice.language();
    let path = address.split('?').next().unwrap_or_default();
    let name = voice.says(Wording::Name);
    let (first, rest) = name.split_once(' ').unwrap_or((&name, ""));
    html! {
        a.skip href="#contenu" { (shell::SKIP_TO_CONTENT.of(language)) }
        a.skip href="#navigation" { (shell::SKIP_TO_NAVIGATION.of(language)) }
        header.header {
            div.wrap.header-row {
                a.brand href=(paths::HOME) aria-current=[(path == paths::HOME).then_some("page")] {
                    svg.logo viewBox="0 0 40 40" aria-hidden="true" { (own(LOGO)) }
                    span.brand-name { strong { (first) } " " (rest) }
                    span.visually-hidden { " – " (shell::HOME.of(language)) }
                }
                nav #navigation .navigation tabindex="-1" aria-label=(shell::NAVIGATION.of(language)) {
                    ul { @for (entry, name) in NAVIGATION {
                        li { a href=(entry) aria-current=[current(path, entry)] {
                            @if entry == paths::SEARCH { (icon("search")) }
                            (name.of(language))
                        } }
                    } }
                }
                (person(path, member, language))
                (language_switch(address, language))
            }
        }
    }
}

/// «page» on the entry's own page, «true» within its section.
fn current(path: &str, entry: &str) -> Option<&'static str> {
    let lies = |section: &str| {
        path.strip_prefix(section)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    let through = WITHIN.iter().any(|(section, of)| *of == entry && lies(section));
    match path == entry {
        true => Some("page"),
        false if lies(entry) || through => Some("true"),
        false => None,
    }
}

/// The way to sign in, or to one's own pages. As wide whatever it says: who signs in moves nothing.
fn person(path: &str, member: Option<&str>, language: Language) -> Markup {
    let (href, words) = match member {
        None => (paths::SIGN_IN, shell::SIGN_IN.of(language)),
        Some("") => (paths::SPACE, shell::SPACE.of(language)),
        Some(name) => (paths::SPACE, name),
    };
    let own = member.is_some_and(|name| !name.is_empty());
    html! {
        a #personne .person href=(href) aria-current=[(path == href).then_some("page")] {
            (icon("person"))
            span.person-name {
                @if own { span.visually-hidden { (shell::SPACE.of(language)) " – " } }
                (words)
            }
        }
    }
}

/// The same page in the other language.
fn language_switch(address: &str, language: Language) -> Markup {
    let other = language.other();
    html! {
        a #langue .language lang=(other.tag()) title=(shell::LANGUAGE_SWITCH_LONG.of(language))
            hreflang=(other.tag()) href=(other.place(address)) { (shell::LANGUAGE_SWITCH.of(language)) }
    }
}

/// Below every page.
#[must_use]
pub fn footer(voice: impl Voice) -> Markup {
    let language = voice.language();
    let excel = |resource| {
        let list = exports(resource, &ListQuery::default(), voice);
        list.into_iter()
            .next()
            .map(|(_, address)| address)
            .unwrap_or_default()
    };
    let data = [
        (format!("{}/docs/", voice.api()), shell::FOOTER_API),
        (
            excel(Resource::Collectivities),
            shell::FOOTER_EXPORT_COLLECTIVITIES,
        ),
        (excel(Resource::Projects), shell::FOOTER_EXPORT_PROJECTS),
    ];
    let sources = [
        shell::SOURCE_COLLECTIVITIES,
        shell::SOURCE_COOPERATIONS,
        shell::SOURCE_TWINNINGS,
        shell::SOURCE_COUNTRIES,
        shell::SOURCE_CODES,
    ];
    html! {
        footer.footer {
            div.wrap.footer-columns {
                section { h2 { (voice.says(Wording::Name)) } p { (voice.says(Wording::About)) } }
                @for (name, pages) in crate::site_map::PAGES {
                    section { h2 { (name.of(language)) } ul { @for (path, name) in pages {
                        li { a href=(path) { (with_state(*name, voice).of(language)) } }
                    } } }
                }
                section { h2 { (shell::FOOTER_REUSE.of(language)) } ul { @for (address, name) in data {
                    li { a href=(address) { (name.of(language)) } }
                } } }
            }
            div.wrap.sources {
                section { h2 { (shell::FOOTER_SOURCES.of(language)) } ul { @for source in sources {
                    li { (source.of(language)) }
                } } }
            }
        }
    }
}

/// The accessibility statement is named with its state, as the law has it (décret 2019-768, article 5).
fn with_state(name: Text, voice: impl Voice) -> Text {
    if name != shell::ACCESSIBILITY {
        return name;
    }
    match voice.accessibility().as_str() {
        "totalement_conforme" => shell::ACCESSIBILITY_TOTAL,
        "partiellement_conforme" => shell::ACCESSIBILITY_PARTIAL,
        _ => shell::ACCESSIBILITY_NONE,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_navigation_says_where_one_is() {
        assert_eq!(current("/annuaire", "/annuaire"), Some("page"));
        assert_eq!(current("/annuaire/bordeaux", "/annuaire"), Some("true"));
        assert_eq!(current("/acteurs/cuf", "/annuaire"), Some("true"));
        assert_eq!(current("/annuaires", "/annuaire"), None);
        assert_eq!(current("/projets", "/annuaire"), None);
    }
}

//! Accueil.

use super::Plain;
use super::french::{FR, French};
use super::parts::NAVIGATION;
use aect_words::pages::{home as words, list, shell};
use aect_words::phrases;
use maud::html;
use serde_json::json;

/// What the platform holds.
#[derive(Clone, Copy, Debug)]
pub struct Figures {
    /// Collectivities in the directory.
    pub collectivities: u64,
    /// Projects, twinnings to confirm apart.
    pub projects: u64,
}

/// The page that one comes to first.
#[must_use]
pub fn home(figures: Figures) -> Plain {
    let doors = [words::DOOR_MAP, words::DOOR_DIRECTORY, words::DOOR_PROJECTS];
    Plain {
        heading: words::TITLE.of(FR).to_owned(),
        section: None,
        description: words::INTRODUCTION.of(FR).to_owned(),
        path: "/".to_owned(),
        structured: Some(json!({
            "@type": "WebSite",
            "name": shell::PLATFORM.of(FR),
            "alternateName": shell::PLATFORM_WHOLE.of(FR),
            "inLanguage": ["fr", "en"],
        })),
        main: html! {
            h1 { (words::TITLE.of(FR)) }
            p.lead { (words::INTRODUCTION.of(FR)) }
            search.list-search {
                form action="/annuaire" method="get" {
                    label for="mienne" { (words::REFERENCED_LABEL.of(FR)) }
                    input type="search" id="mienne" name="q";
                    " " button.button type="submit" { (list::SEARCH.of(FR)) }
                }
            }
            h2 { (words::DOORS.of(FR)) }
            ul {
                @for ((path, name), what) in NAVIGATION.iter().skip(1).zip(doors) {
                    li { a href=(path) { (name.of(FR)) } " : " (what.of(FR)) }
                }
            }
            h2 { (words::FIGURES.of(FR)) }
            ul {
                li { a href="/annuaire" { (phrases::counted(figures.collectivities, list::LISTED_COLLECTIVITIES, French)) } }
                li { a href="/projets" { (phrases::counted(figures.projects, list::PROJECTS, French)) } }
            }
        },
    }
}

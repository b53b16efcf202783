//! The lists: Annuaire and Projets, with their search and their pages.

use super::Plain;
use super::french::{FR, French};
use super::parts::{collectivity_row, project_row};
use crate::Site;
use aect_types::Page;
use aect_types::collectivities::CollectivitySummary;
use aect_types::projects::ProjectSummary;
use aect_words::pages::{Counted, Text, collectivities as directory, list, projects as works};
use aect_words::phrases;
use maud::{Markup, html};

/// A page of a list as it was asked for.
#[derive(Clone, Debug)]
pub struct Listed<'a, S> {
    /// The rows.
    pub page: &'a Page<S>,
    /// The words searched for.
    pub words: Option<&'a str>,
    /// The filters, as parameters: a new search keeps them.
    pub filters: &'a [(String, String)],
    /// The address of this page of the list.
    pub path: &'a str,
    /// The address of the next page.
    pub next: Option<&'a str>,
    /// The address of the first page, where this is another one.
    pub first: Option<&'a str>,
}

/// What the two lists do not have in common.
struct Words {
    path: &'static str,
    title: Text,
    introduction: Text,
    search: Text,
    counted: Counted,
}

/// Annuaire.
#[must_use]
pub fn collectivities(listed: &Listed<'_, CollectivitySummary>, site: &Site) -> Plain {
    let words = Words {
        path: "/annuaire",
        title: directory::TITLE,
        introduction: directory::INTRODUCTION,
        search: directory::SEARCH_LABEL,
        counted: list::COLLECTIVITIES,
    };
    page(&words, listed, |summary| collectivity_row(summary, site))
}

/// Projets.
#[must_use]
pub fn projects(listed: &Listed<'_, ProjectSummary>, site: &Site) -> Plain {
    let words = Words {
        path: "/projets",
        title: works::TITLE,
        introduction: works::INTRODUCTION,
        search: works::SEARCH_LABEL,
        counted: list::PROJECTS,
    };
    page(&words, listed, |summary| project_row(summary, site))
}

fn page<S>(words: &Words, listed: &Listed<'_, S>, row: impl Fn(&S) -> Markup) -> Plain {
    Plain {
        heading: words.title.of(FR).to_owned(),
        section: None,
        description: words.introduction.of(FR).to_owned(),
        path: listed.path.to_owned(),
        structured: Some(serde_json::json!({"@type": "CollectionPage", "name": words.title.of(FR)})),
        main: html! {
            h1 { (words.title.of(FR)) }
            p.lead { (words.introduction.of(FR)) }
            (search(words, listed))
            p { (phrases::counted(listed.page.total, words.counted, French)) }
            @if listed.page.items.is_empty() {
                p { (list::EMPTY.of(FR)) " " (list::EMPTY_FILTERS.of(FR)) }
                p { a href=(words.path) { (list::EMPTY_CLEAR.of(FR)) } }
            } @else {
                ol.rows { @for item in &listed.page.items { (row(item)) } }
            }
            (pager(listed))
        },
    }
}

fn search<S>(words: &Words, listed: &Listed<'_, S>) -> Markup {
    html! {
        search.list-search {
            form action=(words.path) method="get" {
                label for="recherche" { (words.search.of(FR)) }
                input type="search" id="recherche" name="q" value=[listed.words];
                @for (name, value) in listed.filters { input type="hidden" name=(name) value=(value); }
                " " button.button type="submit" { (list::SEARCH.of(FR)) }
            }
        }
    }
}

fn pager<S>(listed: &Listed<'_, S>) -> Markup {
    html! {
        @if listed.first.is_some() || listed.next.is_some() {
            nav.pager aria-label=(list::PAGES.of(FR)) {
                @if let Some(first) = listed.first { a.button href=(first) { "← " (list::FIRST.of(FR)) } " " }
                @if let Some(next) = listed.next { a.button rel="next" href=(next) { (list::NEXT.of(FR)) " →" } }
            }
        }
    }
}

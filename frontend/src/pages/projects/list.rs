//! Projets: cooperations and other actions, by theme, country, department, kind, status.

use crate::routes;
use crate::ui::heading::heading;
use crate::ui::list::{ListConfig, list};
use crate::ui::rows;
use aect_types::projects::Project;
use aect_words::Language;
use aect_words::pages::{Text, list as words, projects};
use leptos::prelude::*;

const SORTS: &[(&str, Text)] = &[
    ("-updated_at", words::SORT_UPDATED),
    ("name", words::SORT_NAME),
    ("-start", words::SORT_START),
];

/// The page.
pub(crate) fn page(language: Language) -> AnyView {
    view! {
        {heading(projects::TITLE.of(language).to_owned(), language)}
        <p class="lead">{projects::INTRODUCTION.of(language)}</p>
        {list::<Project>(ListConfig {
            path: routes::PROJECTS,
            facets: &["country", "theme", "department", "kind", "status", "sdg", "year"],
            sorts: SORTS,
            search_label: projects::SEARCH_LABEL,
            noun: words::PROJECTS,
            row: rows::project,
            preview: None,
        })}
    }
    .into_any()
}

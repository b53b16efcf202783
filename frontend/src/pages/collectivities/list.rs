//! Annuaire: all collectivities, by search, by letter, by department.

use super::index::{Entry, NameIndex};
use crate::data;
use crate::intl::Browser;
use crate::names::use_names;
use crate::router::use_router;
use crate::routes;
use crate::ui::heading::heading;
use crate::ui::list::{Found, ListConfig, Sorts, list};
use crate::ui::node::{link, live, node, text, told};
use crate::ui::sheet::written;
use crate::ui::states;
use aect_client::Client;
use aect_pages::{list as directories, rows};
use aect_types::Resource;
use aect_types::collectivities::{Collectivity, CollectivityKind};
use aect_types::query::{ListQuery, limits};
use aect_words::pages::{Text, collectivities, list as words};
use aect_words::{Labelled, Language};
use leptos::prelude::*;
use maud::Markup;
use std::sync::Arc;

type Index = data::Loaded<Arc<NameIndex>>;

/// The ways through the directory, by the value of `view`.
const VIEWS: &[(&str, Text)] = &[
    ("", collectivities::VIEW_LIST),
    ("lettres", collectivities::VIEW_LETTERS),
    ("departements", collectivities::VIEW_DEPARTMENTS),
];

const SORTS: Sorts = &[
    ("name", words::SORT_NAME),
    ("-population", words::SORT_POPULATION),
    ("-updated_at", words::SORT_UPDATED),
];

/// The page.
pub(crate) fn page(language: Language) -> AnyView {
    let router = use_router();
    let index: Index = data::load_once(|client: Client| async move {
        client
            .collectivity_names()
            .await
            .map(|names| Arc::new(NameIndex::new(names)))
    });
    let view = Memo::new(move |before: Option<&String>| {
        router.address.with(|address| match before {
            Some(before) if address.path != routes::COLLECTIVITIES => before.clone(),
            _ => address.parameter("view").unwrap_or_default(),
        })
    });
    let shown = move || match view.get().as_str() {
        "lettres" => letters(index, language),
        "departements" => departments(index, language),
        _ => directory(index),
    };
    view! {
        {heading(collectivities::TITLE.of(language).to_owned(), language)}
        <p class="lead">{collectivities::INTRODUCTION.of(language)}</p>
        {written(directories::directories(Resource::Collectivities, Browser(language)))}
        {tabs(view, language)}
        {live(shown)}
    }
    .into_any()
}

fn tabs(view: Memo<String>, language: Language) -> AnyView {
    let tab = move |(value, name): &(&'static str, Text)| {
        let (value, name) = (*value, name.of(language));
        let href = if value.is_empty() {
            routes::COLLECTIVITIES.to_owned()
        } else {
            format!("{}?view={value}", routes::COLLECTIVITIES)
        };
        let href = language.place(&href);
        let current = move || (view.get() == value).then_some("page");
        view! { <li><a href=href aria-current=current>{name}</a></li> }
    };
    view! {
        <nav class="tabs" aria-label=collectivities::VIEWS.of(language)>
            <ul>{VIEWS.iter().map(tab).collect_view()}</ul>
        </nav>
    }
    .into_any()
}

fn directory(index: Index) -> AnyView {
    let language = crate::language::use_language();
    let preview = move |query: &ListQuery| {
        let index = index.value.get()?;
        let found = index.find(query)?;
        let row = |entry: &&Entry| {
            let row = rows::CollectivityRow {
                slug: &entry.slug,
                name: &entry.name,
                kind: entry.kind,
                department: entry.department.as_deref(),
                population: None,
            };
            rows::collectivity_named(row, &Markup::default(), Browser(language))
        };
        let first = found.iter().take(usize::from(limits::PAGE_DEFAULT));
        Some(Found {
            total: u64::try_from(found.len()).unwrap_or(u64::MAX),
            rows: rows::rows(first.map(row)),
        })
    };
    list::<Collectivity>(ListConfig {
        facets: &["kind", "department", "active", "engagement", "country", "theme"],
        sorts: SORTS,
        rows: Box::new(|items, voice| rows::rows(items.iter().map(|item| rows::collectivity(item, voice)))),
        preview: Some(Box::new(preview)),
        within: None,
        nothing: |_| None,
    })
}

fn letters(index: Index, language: Language) -> AnyView {
    let router = use_router();
    let chosen = Memo::new(move |_| {
        let letter = router.address.with(|address| address.parameter("letter"));
        letter.and_then(|letter| letter.chars().next()).unwrap_or('a')
    });
    let link = move |letter: char| {
        let href = language.place(&format!(
            "{}?view=lettres&letter={letter}",
            routes::COLLECTIVITIES
        ));
        let current = move || (chosen.get() == letter).then_some("page");
        let name = letter.to_ascii_uppercase().to_string();
        view! { <li><a href=href aria-current=current>{name}</a></li> }
    };
    states::part(index, move |index| {
        let index = Arc::clone(index);
        let all = index.letters();
        let names = move || {
            let letter = chosen.get();
            let found: Vec<AnyView> = index.beginning_with(letter).map(name).collect();
            let count = u64::try_from(found.len()).unwrap_or(u64::MAX);
            view! {
                <h2>{letter.to_ascii_uppercase().to_string()}" – "{aect_words::phrases::counted(count, words::COLLECTIVITIES, Browser(language))}</h2>
                <ul class="names">{found}</ul>
            }
            .into_any()
        };
        view! {
            <nav class="letters" aria-label=collectivities::LETTERS.of(language)>
                <ul>{all.into_iter().map(link).collect_view()}</ul>
            </nav>
            {live(names)}
        }
        .into_any()
    })
}

/// A name; what is not a commune says what it is, a commune its department.
fn name(entry: &Entry) -> AnyView {
    let language = crate::language::use_language();
    let hint = match entry.kind {
        CollectivityKind::Commune => entry.department.clone().unwrap_or_default(),
        kind => kind.label(language).to_owned(),
    };
    let link = link(routes::collectivity(&entry.slug), entry.name.clone());
    node("li", "", vec![link, text(" "), told("span", "hint", hint)])
}

fn departments(index: Index, language: Language) -> AnyView {
    states::part(index, move |index| {
        let index = Arc::clone(index);
        let card = move |(code, name): (String, String)| {
            let count = u64::try_from(index.count_in(&code)).unwrap_or(u64::MAX);
            let href = format!("{}?department={code}", routes::COLLECTIVITIES);
            let heading = node("h2", "", vec![link(href, format!("{name} ({code})"))]);
            let said = told(
                "p",
                "",
                aect_words::phrases::counted(count, words::COLLECTIVITIES, Browser(language)),
            );
            node("li", "card", vec![heading, said])
        };
        let cards = move || {
            use_names()
                .all_departments()
                .into_iter()
                .map(card.clone())
                .collect::<Vec<_>>()
        };
        view! { <ul class="cards">{live(cards)}</ul> }.into_any()
    })
}

//! Comparer: two or three collectivities side by side.

use crate::parts::{collectivity as named, countries, filtered, heading, number, table, tags, with_query};
use crate::{Asked, Sheet, Source, Voice};
use aect_types::collectivities::{Collectivity, CollectivitySummary};
use aect_types::query::{ListQuery, limits};
use aect_types::site::{PublicPage, paths};
use aect_types::{Page, Resource};
use aect_words::pages::{Text, collectivities as of_one, compare as words, list};
use aect_words::{Labelled as _, phrases};
use maud::{Markup, html};

/// Collectivities side by side.
pub(crate) const MOST: usize = 3;
/// Names offered for a search.
const OFFERED: u16 = 8;

/// The page: the collectivities that `c` names, and those that `q` finds to be added.
pub(crate) async fn page<S: Source>(asked: &Asked, source: &S, voice: impl Voice) -> Result<Sheet, S::Error> {
    let mut compared: Vec<Collectivity> = Vec::new();
    for key in asked.all("c").take(MOST) {
        let one = source.record::<Collectivity>(key).await?;
        if !compared.iter().any(|known| known.id == one.id) {
            compared.push(one);
        }
    }
    let offered = match asked.first("q") {
        Some(words) if compared.len() < MOST => {
            let query = ListQuery {
                q: Some(crate::search::words_of(words)).filter(|words| !words.is_empty()),
                limit: Some(OFFERED),
                ..ListQuery::default()
            };
            Some(source.list::<Collectivity>(&query).await?)
        }
        _ => None,
    };
    let language = voice.language();
    let main = html! {
        (heading(words::TITLE.of(language)))
        p.lead { (words::INTRODUCTION.of(language)) }
        @if compared.len() < MOST { (adding(&compared, asked, offered.as_ref(), voice)) }
        @if !compared.is_empty() { (side_by_side(&compared, voice)) (crate::tools(&[], voice)) }
    };
    let mut sheet = Sheet::new(
        &PublicPage::Compare,
        words::TITLE.of(language),
        words::INTRODUCTION.of(language),
        main,
    );
    sheet.path = address(&compared, None);
    Ok(sheet)
}

/// The address that compares these, and one more.
fn address(compared: &[Collectivity], more: Option<&str>) -> String {
    let slugs = compared.iter().map(|one| one.slug.as_str()).chain(more);
    let pairs: Vec<(String, String)> = slugs.map(|slug| ("c".to_owned(), slug.to_owned())).collect();
    with_query(paths::COMPARE, &pairs)
}

fn adding(
    compared: &[Collectivity],
    asked: &Asked,
    offered: Option<&Page<CollectivitySummary>>,
    voice: impl Voice,
) -> Markup {
    let language = voice.language();
    html! {
        search.list-search {
            form action=(paths::COMPARE) method="get" {
                label for="ajouter" { (words::ADD.of(language)) }
                input #ajouter type="search" name="q" maxlength=(limits::Q_MAX) value=[asked.first("q")];
                @for one in compared { input type="hidden" name="c" value=(one.slug); }
                " " button.button type="submit" { (list::SEARCH.of(language)) }
            }
        }
        @if let Some(page) = offered {
            @if page.items.is_empty() { p { (words::NOT_FOUND.of(language)) } } @else {
                p { (words::CHOOSE.of(language)) }
                ul.names {
                    @for one in &page.items {
                        li {
                            a href=(address(compared, Some(one.slug.as_str()))) { (one.name) } " "
                            span.hint { (one.kind.label(language)) @if let Some(code) = &one.department_code { ", " (code) } }
                        }
                    }
                }
            }
        }
    }
}

/// One line of the table: its name, and what it says of each.
type Line = (Text, Vec<Markup>);

fn side_by_side(compared: &[Collectivity], voice: impl Voice) -> Markup {
    let language = voice.language();
    let names: Vec<&str> = compared.iter().map(|one| one.name.as_str()).collect();
    let mut heads = vec![(words::COLUMN.of(language), false)];
    heads.extend(names.iter().map(|name| (*name, false)));
    let rows = html! {
        @for (name, cells) in lines(compared, voice) {
            tr { th scope="row" { (name.of(language)) } @for cell in cells { td { (cell) } } }
        }
        tr.no-print {
            th scope="row" { (words::REMOVE.of(language)) }
            @for one in compared {
                @let others: Vec<Collectivity> = compared.iter().filter(|other| other.id != one.id).cloned().collect();
                td { a href=(address(&others, None)) { (words::REMOVE_ONE.of(language)) " " (one.name) } }
            }
        }
    };
    html! { div.compare { (table(words::TITLE.of(language), &heads, &rows)) } }
}

fn lines(compared: &[Collectivity], voice: impl Voice) -> Vec<Line> {
    let language = voice.language();
    let each = |name: Text, cell: &dyn Fn(&Collectivity) -> Markup| -> Line {
        (name, compared.iter().map(cell).collect())
    };
    let text =
        |words: Option<String>| html! { (words.unwrap_or_else(|| words::NOTHING.of(language).to_owned())) };
    let count = |path: &str, filter: &str, one: &Collectivity, count: u64| {
        let href = filtered(path, filter, one.slug.as_str());
        html! { a href=(href) { (number(count, voice)) } }
    };
    vec![
        each(words::RECORD, &|one| {
            crate::parts::to(Resource::Collectivities, one.slug.as_str(), &one.full_name)
        }),
        each(list::FIELD_KIND, &|one| {
            text(Some(one.kind.label(language).to_owned()))
        }),
        each(of_one::POPULATION, &|one| {
            text(one.population.map(|people| phrases::inhabitants(people, voice)))
        }),
        each(list::FIELD_DEPARTMENT, &|one| {
            one.department.as_ref().map_or_else(|| text(None), named)
        }),
        each(of_one::EPCI, &|one| {
            one.epci.as_ref().map_or_else(|| text(None), named)
        }),
        each(list::FIELD_ENGAGEMENT, &|one| {
            text(Some(one.engagement.label(language).to_owned()))
        }),
        each(words::PROJECTS, &|one| {
            count(paths::PROJECTS, "collectivity", one, one.activity.projects)
        }),
        each(of_one::TWINNINGS, &|one| {
            text(Some(number(one.activity.twinnings_to_confirm, voice)))
        }),
        each(of_one::COUNTRIES, &|one| {
            let links: Vec<(String, String)> = countries(&one.activity.countries, voice)
                .into_iter()
                .map(|(code, name)| (filtered(paths::COLLECTIVITIES, "country", &code), name))
                .collect();
            tags(&links).unwrap_or_else(|| text(None))
        }),
        each(of_one::THEMES, &|one| {
            let links: Vec<(String, String)> = one
                .activity
                .themes
                .iter()
                .map(|slug| {
                    (
                        filtered(paths::COLLECTIVITIES, "theme", slug.as_str()),
                        voice.theme(slug.as_str()),
                    )
                })
                .collect();
            tags(&links).unwrap_or_else(|| text(None))
        }),
        each(of_one::SERVICE, &|one| {
            let service = one.international_service.as_ref();
            text(service.and_then(|service| service.name.clone()))
        }),
    ]
}

//! Recherche: one search for everything, its hits by kind.

use crate::parts::{heading, number, to, with_query};
use crate::{Asked, Sheet, Source, Voice};
use aect_types::Resource;
use aect_types::query::limits;
use aect_types::search::{SearchGroup, SearchHit, SearchResults};
use aect_types::site::{self, PublicPage, paths};
use aect_words::pages::{Text, home as words, list, search};
use aect_words::phrases;
use maud::{Markup, html};

/// Hits of each kind on the page of a search.
pub const HITS: u16 = 10;

/// The page, with the hits of its words where it has some.
pub(crate) async fn page<S: Source>(asked: &Asked, source: &S, voice: impl Voice) -> Result<Sheet, S::Error> {
    let language = voice.language();
    let asked = words_of(asked.first("q").unwrap_or_default());
    let results = match asked.as_str() {
        "" => None,
        words => Some(source.search(words, HITS).await?),
    };
    let main = html! {
        (heading(search::TITLE.of(language)))
        search.list-search {
            form action=(paths::SEARCH) method="get" {
                label for="tout" { (words::SEARCH_LABEL.of(language)) }
                input #tout type="search" name="q" maxlength=(limits::Q_MAX) value=(asked);
                " " button.button type="submit" { (list::SEARCH.of(language)) }
            }
        }
        @if let Some(results) = &results {
            p.count { (phrases::counted(results.total, list::RESULTS, voice)) }
            (found(results, &asked, HITS, voice))
        } @else { p.hint { (words::SEARCH_HINT.of(language)) } }
    };
    let mut sheet = Sheet::new(
        &PublicPage::Search,
        search::TITLE.of(language),
        search::INTRODUCTION.of(language),
        main,
    );
    if !asked.is_empty() {
        sheet.path = with_query(paths::SEARCH, &[("q".to_owned(), asked)]);
    }
    Ok(sheet)
}

/// The words of a search as the API takes them.
#[must_use]
pub fn words_of(text: &str) -> String {
    text.trim().chars().take(limits::Q_MAX).collect()
}

/// The hits, by kind, at most `shown` of each being here; and where all of them are.
#[must_use]
pub fn found(results: &SearchResults, words: &str, shown: u16, voice: impl Voice) -> Markup {
    let language = voice.language();
    html! {
        @if results.groups.is_empty() {
            div.empty { (crate::picture("nothing")) p { (words::SEARCH_NOTHING.of(language)) } }
        }
        @else { div.found-groups { @for group in &results.groups { (kind(group, words, shown, voice)) } } }
    }
}

fn kind(group: &SearchGroup, words: &str, shown: u16, voice: impl Voice) -> Markup {
    let language = voice.language();
    let all = site::section(group.resource).filter(|_| group.total > u64::from(shown));
    html! {
        section.found {
            h2 { (name_of(group.resource).of(language)) }
            ul { @for hit in &group.hits { li { (one(group.resource, hit)) " " span.hint lang="fr" { (hit.hint) } } } }
            @if let Some(path) = all {
                @let href = with_query(path, &[("q".to_owned(), words.to_owned())]);
                p { a href=(href) { (words::SEE_ALL.of(language)) " (" (number(group.total, voice)) ")" } }
            }
        }
    }
}

/// A hit; goals and sectors have no page, but projects.
fn one(resource: Resource, hit: &SearchHit) -> Markup {
    let slug = hit.slug.as_str();
    let projects = |filter| {
        let href = crate::parts::filtered(paths::PROJECTS, filter, slug);
        html! { a href=(href) { (hit.name) } }
    };
    match resource {
        Resource::Sdgs => projects("sdg"),
        Resource::DacSectors => projects("dac_sector"),
        _ => to(resource, slug, &hit.name),
    }
}

const fn name_of(resource: Resource) -> Text {
    match resource {
        Resource::Collectivities => words::RESOURCE_COLLECTIVITIES,
        Resource::Actors => words::RESOURCE_ACTORS,
        Resource::PartnerAuthorities => words::RESOURCE_PARTNERS,
        Resource::Projects => words::RESOURCE_PROJECTS,
        Resource::Events => words::RESOURCE_EVENTS,
        Resource::News => words::RESOURCE_NEWS,
        Resource::ThematicGroups => words::RESOURCE_GROUPS,
        Resource::Resources => words::RESOURCE_RESOURCES,
        Resource::ExternalInitiatives => words::RESOURCE_INITIATIVES,
        Resource::Themes => words::RESOURCE_THEMES,
        Resource::Countries => words::RESOURCE_COUNTRIES,
        Resource::Sdgs => words::RESOURCE_SDGS,
        Resource::DacSectors => words::RESOURCE_SECTORS,
    }
}

//! The lists, with their search and their pages: what each is called, and how it is shown without the application.

use crate::parts::{heading, picture, with_query};
use crate::{Asked, Sheet, Source, Voice, agenda, rows};
use aect_types::actors::Actor;
use aect_types::collectivities::Collectivity;
use aect_types::countries::Country;
use aect_types::external_initiatives::ExternalInitiative;
use aect_types::news::News;
use aect_types::partner_authorities::PartnerAuthority;
use aect_types::projects::Project;
use aect_types::query::{ListQuery, limits};
use aect_types::resources::SharedResource;
use aect_types::site::{PublicPage, paths};
use aect_types::thematic_groups::ThematicGroup;
use aect_types::themes::Theme;
use aect_types::{Page, Record, Resource};
use aect_words::pages::{
    Counted, Text, actors, agenda as diary, collectivities, countries_page, groups, initiatives,
    list as text, news, partners, projects, resources, shell, themes,
};
use aect_words::phrases;
use maud::{Markup, html};

/// What a list is called.
#[derive(Clone, Copy, Debug)]
pub struct Words {
    /// Its heading.
    pub title: Text,
    /// What it is about.
    pub introduction: Text,
    /// What its search field is for.
    pub search: Text,
    /// What is counted.
    pub noun: Counted,
}

/// The words of the list of a kind of record; code lists have no page and none.
#[must_use]
pub const fn words(resource: Resource) -> Option<Words> {
    let (title, introduction, search, noun) = match resource {
        Resource::Collectivities => (
            collectivities::TITLE,
            collectivities::INTRODUCTION,
            collectivities::SEARCH_LABEL,
            text::COLLECTIVITIES,
        ),
        Resource::Actors => (
            actors::TITLE,
            actors::INTRODUCTION,
            actors::SEARCH_LABEL,
            actors::COUNTED,
        ),
        Resource::PartnerAuthorities => (
            partners::TITLE,
            partners::INTRODUCTION,
            partners::SEARCH_LABEL,
            partners::COUNTED,
        ),
        Resource::Projects => (
            projects::TITLE,
            projects::INTRODUCTION,
            projects::SEARCH_LABEL,
            text::PROJECTS,
        ),
        Resource::Events => (
            diary::TITLE,
            diary::INTRODUCTION,
            diary::SEARCH_LABEL,
            text::EVENTS,
        ),
        Resource::News => (news::TITLE, news::INTRODUCTION, news::SEARCH_LABEL, news::COUNTED),
        Resource::ThematicGroups => (
            groups::TITLE,
            groups::INTRODUCTION,
            groups::SEARCH_LABEL,
            groups::COUNTED,
        ),
        Resource::Resources => (
            resources::TITLE,
            resources::INTRODUCTION,
            resources::SEARCH_LABEL,
            resources::COUNTED,
        ),
        Resource::ExternalInitiatives => (
            initiatives::TITLE,
            initiatives::INTRODUCTION,
            initiatives::SEARCH_LABEL,
            initiatives::COUNTED,
        ),
        Resource::Themes => (
            themes::TITLE,
            themes::INTRODUCTION,
            themes::SEARCH_LABEL,
            themes::COUNTED,
        ),
        Resource::Countries => (
            countries_page::TITLE,
            countries_page::INTRODUCTION,
            countries_page::SEARCH_LABEL,
            text::COUNTRIES,
        ),
        Resource::Sdgs | Resource::DacSectors => return None,
    };
    Some(Words {
        title,
        introduction,
        search,
        noun,
    })
}

/// What is said of a list that is empty though nothing narrows it: why, and where to go meanwhile; `None` of those that
/// are never empty.
#[must_use]
pub fn nothing(resource: Resource, voice: impl Voice) -> Option<Markup> {
    let language = voice.language();
    let (why, next, path, way) = match resource {
        Resource::News => (news::NONE, news::NONE_NEXT, paths::EVENTS, news::NONE_AGENDA),
        Resource::Resources => (
            resources::NONE,
            resources::NONE_NEXT,
            paths::PROJECTS,
            resources::NONE_PROJECTS,
        ),
        Resource::ExternalInitiatives => (
            initiatives::NONE,
            initiatives::NONE_NEXT,
            paths::ACTORS,
            initiatives::NONE_ACTORS,
        ),
        _ => return None,
    };
    Some(html! {
        div.empty {
            (picture("quiet"))
            p.lead { (why.of(language)) }
            p { (next.of(language)) }
            p { a href=(path) { (way.of(language)) } }
        }
    })
}

/// The lists that belong together: what they are called together, and each.
type Family = (Text, &'static [(Resource, Text)]);

const FAMILIES: [Family; 3] = [
    (
        shell::DIRECTORY,
        &[
            (Resource::Collectivities, shell::COLLECTIVITIES),
            (Resource::Actors, shell::ACTORS),
            (Resource::PartnerAuthorities, shell::PARTNERS),
        ],
    ),
    (
        shell::AGENDA,
        &[(Resource::Events, shell::AGENDA), (Resource::News, shell::NEWS)],
    ),
    (
        shell::GROUPS,
        &[
            (Resource::ThematicGroups, shell::GROUPS),
            (Resource::Resources, shell::RESOURCES),
            (Resource::ExternalInitiatives, initiatives::TAB),
        ],
    ),
];

/// The lists that belong with this one, each leading to the others; nothing where it stands alone.
#[must_use]
pub fn directories(here: Resource, voice: impl Voice) -> Markup {
    let language = voice.language();
    let family = FAMILIES
        .iter()
        .find(|(_, lists)| lists.iter().any(|(of, _)| *of == here));
    html! {
        @if let Some((called, lists)) = family {
            nav.tabs aria-label=(called.of(language)) {
                ul {
                    @for (of, name) in *lists {
                        li {
                            a href=(PublicPage::List(*of).path()) aria-current=[(*of == here).then_some("page")] {
                                (name.of(language))
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The whole list of a kind of record, one page of it.
pub(crate) async fn page<S: Source>(
    resource: Resource,
    asked: &Asked,
    source: &S,
    voice: impl Voice,
) -> Result<Sheet, S::Error> {
    let query = asked.query(resource);
    match resource {
        Resource::Collectivities => {
            written::<Collectivity, S>(&query, source, voice, |item| rows::collectivity(item, voice)).await
        }
        Resource::Actors => written::<Actor, S>(&query, source, voice, |item| rows::actor(item, voice)).await,
        Resource::PartnerAuthorities => {
            written::<PartnerAuthority, S>(&query, source, voice, |item| rows::partner_authority(item, voice))
                .await
        }
        Resource::Events => agenda::page(asked, query, source, voice).await,
        Resource::News => written::<News, S>(&query, source, voice, |item| rows::news(item, voice)).await,
        Resource::ThematicGroups => {
            written::<ThematicGroup, S>(&query, source, voice, |item| rows::thematic_group(item, voice)).await
        }
        Resource::Resources => {
            written::<SharedResource, S>(&query, source, voice, |item| rows::resource(item, voice)).await
        }
        Resource::ExternalInitiatives => {
            written::<ExternalInitiative, S>(&query, source, voice, |item| {
                rows::external_initiative(item, voice)
            })
            .await
        }
        Resource::Themes => written::<Theme, S>(&query, source, voice, |item| rows::theme(item, voice)).await,
        Resource::Countries => {
            written::<Country, S>(&query, source, voice, |item| rows::country(item, voice)).await
        }
        Resource::Projects | Resource::Sdgs | Resource::DacSectors => {
            written::<Project, S>(&query, source, voice, |item| rows::project(item, voice)).await
        }
    }
}

async fn written<R: Record, S: Source>(
    query: &ListQuery,
    source: &S,
    voice: impl Voice,
    row: impl Fn(&R::Summary) -> Markup,
) -> Result<Sheet, S::Error> {
    let page = source.list::<R>(query).await?;
    let listed = Listed::of(R::RESOURCE, query, &page, &[]);
    let shown = rows::rows(page.items.iter().map(row));
    let nothing = (!query.is_filtered())
        .then(|| nothing(R::RESOURCE, voice))
        .flatten();
    Ok(sheet(&listed, &Markup::default(), &shown, nothing, voice))
}

/// A page of a list, its rows apart.
pub(crate) struct Listed<'a> {
    resource: Resource,
    query: &'a ListQuery,
    total: u64,
    next: Option<&'a str>,
    /// Parameters of the page that are not the list's.
    own: &'a [(String, String)],
}

impl<'a> Listed<'a> {
    /// What is shown around the rows of a page.
    pub(crate) fn of<T>(
        resource: Resource,
        query: &'a ListQuery,
        page: &'a Page<T>,
        own: &'a [(String, String)],
    ) -> Self {
        Self {
            resource,
            query,
            total: page.total,
            next: page.next.as_deref(),
            own,
        }
    }

    fn address(&self, query: &ListQuery) -> String {
        let mut pairs = query.to_pairs();
        pairs.extend(self.own.iter().cloned());
        with_query(&PublicPage::List(self.resource).path(), &pairs)
    }

    fn first_page(&self) -> ListQuery {
        ListQuery {
            cursor: None,
            ..self.query.clone()
        }
    }
}

/// The page around the rows; `before` stands between the introduction and the search, `nothing` where there are no rows
/// and more is known than that nothing matches.
pub(crate) fn sheet(
    listed: &Listed<'_>,
    before: &Markup,
    shown: &Markup,
    nothing: Option<Markup>,
    voice: impl Voice,
) -> Sheet {
    let language = voice.language();
    let words = words(listed.resource).unwrap_or(Words {
        title: projects::TITLE,
        introduction: projects::INTRODUCTION,
        search: projects::SEARCH_LABEL,
        noun: text::RESULTS,
    });
    let main = html! {
        (heading(words.title.of(language)))
        p.lead { (words.introduction.of(language)) }
        (directories(listed.resource, voice))
        (before)
        (search(listed, words.search, voice))
        p.count { (phrases::counted(listed.total, words.noun, voice)) }
        @if listed.total > 0 { (shown) }
        @else if let Some(nothing) = nothing { (nothing) }
        @else { (crate::empty(&PublicPage::List(listed.resource).path(), voice)) }
        (pager(listed, voice))
        (crate::tools(&crate::exports(listed.resource, listed.query, voice), voice))
    };
    let page = PublicPage::List(listed.resource);
    let mut sheet = Sheet::new(
        &page,
        words.title.of(language),
        words.introduction.of(language),
        main,
    );
    sheet.path = listed.address(listed.query);
    #[cfg(feature = "json-ld")]
    let sheet =
        sheet.structured(serde_json::json!({"@type": "CollectionPage", "name": words.title.of(language)}));
    sheet
}

fn search(listed: &Listed<'_>, label: Text, voice: impl Voice) -> Markup {
    let language = voice.language();
    let mut kept = ListQuery {
        q: None,
        ..listed.first_page()
    }
    .to_pairs();
    kept.extend(listed.own.iter().cloned());
    html! {
        search.list-search {
            form action=(PublicPage::List(listed.resource).path()) method="get" {
                label for="recherche" { (label.of(language)) }
                input #recherche type="search" name="q" maxlength=(limits::Q_MAX) value=[listed.query.q.as_ref()];
                @for (name, value) in &kept { input type="hidden" name=(name) value=(value); }
                " " button.button type="submit" { (text::SEARCH.of(language)) }
            }
        }
    }
}

fn pager(listed: &Listed<'_>, voice: impl Voice) -> Markup {
    let language = voice.language();
    let first = listed
        .query
        .cursor
        .is_some()
        .then(|| listed.address(&listed.first_page()));
    let next = listed.next.map(|cursor| {
        listed.address(&ListQuery {
            cursor: Some(cursor.to_owned()),
            ..listed.query.clone()
        })
    });
    html! {
        @if first.is_some() || next.is_some() {
            nav.pager aria-label=(text::PAGES.of(language)) {
                @if let Some(first) = first { a.button href=(first) { "← " (text::FIRST.of(language)) } " " }
                @if let Some(next) = next { a.button rel="next" href=(next) { (text::NEXT.of(language)) " →" } }
            }
        }
    }
}

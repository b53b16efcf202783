//! What is told of a record, on its own page: the newest news and resources that name it; nothing where none does.

use crate::parts::{section, with_query};
use crate::{Source, Voice, rows};
use aect_types::Resource;
use aect_types::query::ListQuery;
use aect_types::site::paths;
use aect_types::told::Told;
use aect_words::pages::{news as news_words, resources as resource_words};
use futures_util::future::try_join;
use maud::{Markup, html};

/// Rows before a link leads to the list, which begins with the newest as well.
const SHOWN: u16 = 3;

/// The news that name one of these, and the resources.
pub(crate) async fn of<S: Source>(
    filter: &'static str,
    values: &[&str],
    source: &S,
    voice: impl Voice,
) -> Result<Markup, S::Error> {
    let query = under(filter, values);
    let (news, resources) = try_join(
        source.told(Resource::News, &query),
        source.told(Resource::Resources, &query),
    )
    .await?;
    Ok(html! {
        (listed(Resource::News, &news.items, query.clone(), voice))
        (listed(Resource::Resources, &resources.items, query, voice))
    })
}

/// The news that name a record of a kind that no resource names.
pub(crate) async fn news<S: Source>(
    filter: &'static str,
    value: &str,
    source: &S,
    voice: impl Voice,
) -> Result<Markup, S::Error> {
    let query = under(filter, &[value]);
    let news = source.told(Resource::News, &query).await?;
    Ok(listed(Resource::News, &news.items, query, voice))
}

fn under(filter: &'static str, values: &[&str]) -> ListQuery {
    let newest = ListQuery {
        limit: Some(SHOWN),
        ..ListQuery::default()
    };
    values
        .iter()
        .fold(newest, |query, value| query.with(filter, *value))
}

fn listed(resource: Resource, told: &[Told], mut query: ListQuery, voice: impl Voice) -> Markup {
    let (name, path, all) = match resource {
        Resource::News => (news_words::TITLE, paths::NEWS, news_words::SEE_ALL),
        _ => (resource_words::TITLE, paths::RESOURCES, resource_words::SEE_ALL),
    };
    query.limit = None;
    let content = html! {
        @if !told.is_empty() {
            (rows::rows(told.iter().map(|one| rows::told(resource, one, voice))))
            p.no-print { a href=(with_query(path, &query.to_pairs())) { (all.of(voice.language())) } }
        }
    };
    section(name, &content, voice)
}

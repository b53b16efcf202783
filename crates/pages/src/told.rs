//! What is told of a record, on its own page: the newest news and resources that name it; nothing where none does.

use crate::parts::{section, with_query};
use crate::{Source, Voice, rows};
use aect_types::news::News;
use aect_types::query::ListQuery;
use aect_types::resources::SharedResource;
use aect_types::site::paths;
use aect_words::pages::{Text, news as news_words, resources as resource_words};
use futures_util::future::try_join;
use maud::{Markup, html};

/// Rows before a link leads to the list, which begins with the newest as well.
const SHOWN: u16 = 3;

/// The news that name a record, and the resources.
pub(crate) async fn of<S: Source>(
    filter: &'static str,
    values: &[&str],
    source: &S,
    voice: impl Voice,
) -> Result<Markup, S::Error> {
    let (news, resources) = try_join(
        news(filter, values, source, voice),
        resources(filter, values, source, voice),
    )
    .await?;
    Ok(html! { (news) (resources) })
}

/// The news that name one of these.
pub(crate) async fn news<S: Source>(
    filter: &'static str,
    values: &[&str],
    source: &S,
    voice: impl Voice,
) -> Result<Markup, S::Error> {
    let query = under(filter, values);
    let page = source.list::<News>(&newest(&query)).await?;
    let shown = page.items.iter().map(|item| rows::news(item, voice));
    let ways = (paths::NEWS, news_words::SEE_ALL);
    Ok(listed(news_words::TITLE, shown.collect(), ways, &query, voice))
}

async fn resources<S: Source>(
    filter: &'static str,
    values: &[&str],
    source: &S,
    voice: impl Voice,
) -> Result<Markup, S::Error> {
    let query = under(filter, values);
    let page = source.list::<SharedResource>(&newest(&query)).await?;
    let shown = page.items.iter().map(|item| rows::resource(item, voice));
    let ways = (paths::RESOURCES, resource_words::SEE_ALL);
    Ok(listed(
        resource_words::TITLE,
        shown.collect(),
        ways,
        &query,
        voice,
    ))
}

fn under(filter: &'static str, values: &[&str]) -> ListQuery {
    let all = ListQuery::default();
    values.iter().fold(all, |query, value| query.with(filter, *value))
}

fn newest(query: &ListQuery) -> ListQuery {
    ListQuery {
        limit: Some(SHOWN),
        ..query.clone()
    }
}

fn listed(
    name: Text,
    shown: Vec<Markup>,
    (path, all): (&str, Text),
    query: &ListQuery,
    voice: impl Voice,
) -> Markup {
    let content = html! {
        @if !shown.is_empty() {
            (rows::rows(shown))
            p.no-print { a href=(with_query(path, &query.to_pairs())) { (all.of(voice.language())) } }
        }
    };
    section(name, &content, voice)
}

//! What search engines ask first: `/robots.txt` (RFC 9309) and the map of the pages (sitemaps.org, 0.9).

use crate::answers;
use crate::cache::Made;
use crate::error::{Error, Result};
use crate::state::{Snapshot, State};
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use aect_db::{Conn, renditions};
use aect_types::problem::ProblemKind;
use aect_types::query::ListQuery;
use aect_types::site::{PublicPage, SECTIONS, TextPage};
use aect_types::{Resource, Slug};
use maud::{Markup, PreEscaped, html};
use serde::Deserialize;

/// Addresses of one file, at most (sitemaps.org).
const MOST: usize = 50_000;
const XML: &str = "application/xml; charset=utf-8";
const NAMESPACE: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

/// Answers what programs may visit: every page, but neither the API's exports nor each combination of filters.
pub(crate) async fn robots(state: Data<State>) -> HttpResponse {
    let text = format!(
        "User-agent: *\nDisallow: /api/\nDisallow: /*?\n\nSitemap: {}/sitemap.xml\n",
        state.site.url().trim_end_matches('/')
    );
    HttpResponse::Ok()
        .content_type("text/plain; charset=utf-8")
        .body(text)
}

/// Answers the list of the maps.
pub(crate) async fn index(state: Data<State>, request: HttpRequest) -> Result<HttpResponse> {
    state.shell().ok_or(ProblemKind::NotFound)?;
    let writing = state.clone();
    answers::answer(&state, &request, "sitemap".to_owned(), async |snapshot| {
        let mut names = vec!["pages".to_owned()];
        for (section, resource) in SECTIONS {
            let all = snapshot
                .index
                .ids(resource, snapshot.reader, &everything(resource))?;
            for part in 1..=all.len().div_ceil(MOST) {
                names.push(format!("{}-{part}", section.trim_start_matches('/')));
            }
        }
        let base = writing.site.url();
        let list = html! {
            sitemapindex xmlns=(NAMESPACE) { @for name in &names { sitemap { loc { (base) "/sitemaps/" (name) ".xml" } } } }
        };
        Ok(made(&list, snapshot.position))
    })
    .await
}

/// Answers one map: the pages that have no record, or a part of a section's records.
pub(crate) async fn part(
    state: Data<State>,
    name: Path<String>,
    request: HttpRequest,
) -> Result<HttpResponse> {
    state.shell().ok_or(ProblemKind::NotFound)?;
    let name = name.into_inner();
    let asked = asked(&name).ok_or(ProblemKind::NotFound)?;
    let writing = state.clone();
    answers::answer(&state, &request, format!("sitemaps/{name}"), async |snapshot| {
        let reading = writing.clone();
        reading
            .read(move |conn| {
                let paths = match asked {
                    Asked::Pages => pages(),
                    Asked::Records(resource, part) => records(conn, &snapshot, resource, part)?,
                };
                let base = writing.site.url();
                let list =
                    html! { urlset xmlns=(NAMESPACE) { @for path in &paths { url { loc { (base) (path) } } } } };
                Ok(made(&list, snapshot.position))
            })
            .await
    })
    .await
}

enum Asked {
    Pages,
    /// A kind of record, and which part of it, from 1 on.
    Records(Resource, usize),
}

fn asked(name: &str) -> Option<Asked> {
    if name == "pages" {
        return Some(Asked::Pages);
    }
    let (section, part) = name.rsplit_once('-')?;
    let (_, resource) = SECTIONS
        .iter()
        .find(|(path, _)| path.strip_prefix('/') == Some(section))?;
    Some(Asked::Records(*resource, part.parse().ok()?))
}

fn made(list: &Markup, position: i64) -> Made {
    let whole = html! { (PreEscaped("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")) (list) };
    Made::new(XML, position, whole.into_string())
}

fn pages() -> Vec<String> {
    let single = [
        PublicPage::Home,
        PublicPage::Map,
        PublicPage::Compare,
        PublicPage::Observatory,
        PublicPage::Search,
        PublicPage::SiteMap,
    ];
    let lists = SECTIONS.map(|(_, resource)| PublicPage::List(resource));
    let texts = TextPage::ALL.map(PublicPage::Text);
    single
        .iter()
        .chain(&lists)
        .chain(&texts)
        .map(PublicPage::path)
        .collect()
}

/// The list of all records of a kind, twinnings that nobody has confirmed included: each has its page.
fn everything(resource: Resource) -> ListQuery {
    let all = ListQuery::default();
    match resource {
        Resource::Projects => all.with("to_confirm", "true").with("to_confirm", "false"),
        _ => all,
    }
}

#[derive(Deserialize)]
struct Addressed {
    slug: Slug,
}

fn records(conn: &mut Conn, snapshot: &Snapshot, resource: Resource, part: usize) -> Result<Vec<String>> {
    let all = snapshot
        .index
        .ids(resource, snapshot.reader, &everything(resource))?;
    let ids = part.checked_sub(1).and_then(|part| all.chunks(MOST).nth(part));
    let ids = ids.ok_or(ProblemKind::NotFound)?;
    let mut paths = Vec::with_capacity(ids.len());
    for summary in renditions::summaries(conn, snapshot.reader, ids)? {
        let Addressed { slug } = serde_json::from_str(&summary).map_err(Error::internal)?;
        paths.push(PublicPage::Record(resource, slug).path());
    }
    Ok(paths)
}

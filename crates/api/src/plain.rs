//! The pages as the server answers them: whole, readable where the application cannot run, which else takes over.

use crate::address;
use crate::answers;
use crate::cache::Made;
use crate::edge::Worded;
use crate::error::{Error, Result};
use crate::exports;
use crate::headers::CSP_PAGES;
use crate::lists::List;
use crate::state::{Snapshot, State};
use actix_web::http::StatusCode;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, HeaderValue, LOCATION};
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse};
use aect_db::Conn;
use aect_db::renditions::{self, Found};
use aect_formats::Site;
use aect_formats::html::{self, Figures, Listed, Plain, Shell};
use aect_types::problem::ProblemKind;
use aect_types::query::ListQuery;
use aect_types::site::PublicPage;
use aect_types::stats::{StatsBy, StatsRow};
use aect_types::{Page, Resource, Slug};
use serde::de::DeserializeOwned;

const HTML: &str = "text/html; charset=utf-8";

/// Projects on the page of a collectivity.
const OF_A_RECORD: u16 = 20;

/// Answers the page at `page`; a former address leads to the present one.
pub(crate) async fn page(
    state: &Data<State>,
    request: &HttpRequest,
    page: PublicPage,
) -> Result<HttpResponse> {
    let query = question(&page, request);
    let asked = format!("page {}?{}", page.path(), address::query(query.to_pairs()));
    let reading = state.clone();
    let made = answers::answer(state, request, asked, async |snapshot| {
        let position = snapshot.position;
        let writing = reading.clone();
        reading
            .read(move |conn| {
                let asking = Asking {
                    snapshot: &snapshot,
                    site: &Site::new(
                        &writing.public_url,
                        exports::country_names(conn, &snapshot)?.into(),
                    ),
                    query,
                };
                match asking.answer(conn, &page)? {
                    Answer::Page(plain) => {
                        let shell = writing.shell().ok_or(ProblemKind::NotFound)?;
                        Ok(Made::new(HTML, position, shell.page(&plain, asking.site)))
                    }
                    Answer::Moved(page) => moved(&page, position),
                }
            })
            .await
    })
    .await;
    match made {
        Ok(response) => Ok(as_page(response)),
        Err(error) if error.kind == ProblemKind::NotFound => lost(state, request.path()),
        Err(error) if error.kind.status() >= 500 => bare(state, request, &error),
        Err(error) => Err(error),
    }
}

/// The application alone, where the page cannot be made now: it asks again, and says in a reader's words what is wrong.
fn bare(state: &State, request: &HttpRequest, error: &Error) -> Result<HttpResponse> {
    let index = state.spa.as_ref().ok_or(ProblemKind::NotFound)?.index();
    tracing::error!(path = request.path(), cause = ?error.cause, kind = ?error.kind, "a page cannot be made");
    let status = StatusCode::from_u16(error.kind.status()).map_err(Error::internal)?;
    Ok(as_page(
        HttpResponse::build(status)
            .content_type(HTML)
            .insert_header((CACHE_CONTROL, "no-store"))
            .body(index),
    ))
}

/// Answers that there is no page there.
pub(crate) fn lost(state: &State, path: &str) -> Result<HttpResponse> {
    let shell: &Shell = state.shell().ok_or(ProblemKind::NotFound)?;
    let site = Site::new(&state.public_url, std::sync::Arc::default());
    let response = HttpResponse::NotFound()
        .content_type(HTML)
        .body(shell.page(&html::lost(path), &site));
    Ok(as_page(response))
}

/// A page says itself what it refuses, and what may run in it.
fn as_page(mut response: HttpResponse) -> HttpResponse {
    response.headers_mut().insert(CONTENT_SECURITY_POLICY, CSP_PAGES);
    response.extensions_mut().insert(Worded);
    response
}

fn moved(page: &PublicPage, position: i64) -> Result<Made> {
    let mut made = Made::new(HTML, position, "");
    made.status = StatusCode::PERMANENT_REDIRECT;
    let location = HeaderValue::try_from(page.path()).map_err(Error::internal)?;
    made.headers.push((LOCATION, location));
    Ok(made)
}

/// What the address asks of the page's list; other pages take no parameter.
fn question(page: &PublicPage, request: &HttpRequest) -> ListQuery {
    let resource = match page {
        PublicPage::Collectivities => Resource::Collectivities,
        PublicPage::Projects | PublicPage::Map => Resource::Projects,
        _ => return ListQuery::default(),
    };
    let (mut query, _) = ListQuery::parse_leniently(resource, address::pairs(request));
    // What only programs ask.
    query.facets.clear();
    query.fields.clear();
    query
}

enum Answer {
    Page(Box<Plain>),
    Moved(PublicPage),
}

impl From<Plain> for Answer {
    fn from(plain: Plain) -> Self {
        Self::Page(Box::new(plain))
    }
}

/// A page asked for, on one snapshot.
struct Asking<'a> {
    snapshot: &'a Snapshot,
    site: &'a Site,
    query: ListQuery,
}

impl Asking<'_> {
    fn answer(&self, conn: &mut Conn, page: &PublicPage) -> Result<Answer> {
        Ok(match page {
            PublicPage::Home => html::home(self.figures()?).into(),
            PublicPage::Map => html::countries(&self.by_country()?, self.site).into(),
            PublicPage::Collectivities => self
                .list(conn, Resource::Collectivities, page, html::collectivities)?
                .into(),
            PublicPage::Projects => self.list(conn, Resource::Projects, page, html::projects)?.into(),
            PublicPage::Collectivity(slug) => match self.record(conn, Resource::Collectivities, slug)? {
                Place::Here(record) => {
                    let projects = self.projects_of(conn, slug)?;
                    html::collectivity(&record, &projects, self.site).into()
                }
                Place::Moved(slug) => Answer::Moved(PublicPage::Collectivity(slug)),
            },
            PublicPage::Project(slug) => match self.record(conn, Resource::Projects, slug)? {
                Place::Here(record) => html::project(&record, self.site).into(),
                Place::Moved(slug) => Answer::Moved(PublicPage::Project(slug)),
            },
        })
    }

    fn figures(&self) -> Result<Figures> {
        let Snapshot { index, reader, .. } = self.snapshot;
        let total = |resource| -> Result<u64> {
            Ok(index
                .select(resource, *reader, &ListQuery::default(), None, 0)?
                .total)
        };
        Ok(Figures {
            collectivities: total(Resource::Collectivities)?,
            projects: total(Resource::Projects)?,
        })
    }

    fn by_country(&self) -> Result<Vec<StatsRow>> {
        let Snapshot { index, reader, .. } = self.snapshot;
        let figures = index.stats(*reader, StatsBy::Country, &self.query)?;
        let row =
            |(value, counts): (String, _)| crate::stats::row(&self.query, StatsBy::Country, value, counts);
        Ok(figures.rows.into_iter().map(row).collect())
    }

    fn list<S: DeserializeOwned>(
        &self,
        conn: &mut Conn,
        resource: Resource,
        page: &PublicPage,
        write: impl Fn(&Listed<'_, S>, &Site) -> Plain,
    ) -> Result<Plain> {
        // A cursor that is not of this list leads to its first page.
        let whole = ListQuery {
            cursor: None,
            ..self.query.clone()
        };
        let (query, list) = match List::read(resource, self.query.to_pairs()) {
            Ok(list) => (&self.query, list),
            Err(_) => (&whole, List::read(resource, whole.to_pairs())?),
        };
        let rows = rows(&list, conn, self.snapshot)?;
        let address = |query: &ListQuery| with_query(&page.path(), query);
        let next = rows.next.as_ref().map(|cursor| {
            address(&ListQuery {
                cursor: Some(cursor.clone()),
                ..query.clone()
            })
        });
        let first = query.cursor.is_some().then(|| address(&whole));
        let searched = ListQuery {
            q: None,
            ..whole.clone()
        };
        Ok(write(
            &Listed {
                page: &rows,
                words: query.q.as_deref(),
                filters: &searched.to_pairs(),
                path: &address(query),
                next: next.as_deref(),
                first: first.as_deref(),
            },
            self.site,
        ))
    }

    fn record<T: DeserializeOwned>(
        &self,
        conn: &mut Conn,
        resource: Resource,
        slug: &Slug,
    ) -> Result<Place<T>> {
        match renditions::find(conn, resource, self.snapshot.reader, slug.as_str())? {
            Found::Here(rendition) if rendition.slug != *slug => Ok(Place::Moved(rendition.slug)),
            Found::Here(rendition) => {
                let record = serde_json::from_str(&rendition.record).map_err(Error::internal)?;
                Ok(Place::Here(Box::new(record)))
            }
            Found::Moved(slug) => Ok(Place::Moved(slug)),
            Found::Nowhere => Err(ProblemKind::NotFound.into()),
        }
    }

    fn projects_of<S: DeserializeOwned>(&self, conn: &mut Conn, collectivity: &Slug) -> Result<Page<S>> {
        let query = ListQuery {
            limit: Some(OF_A_RECORD),
            ..ListQuery::default()
        };
        // Twinnings that nobody has confirmed as well: their badge says so.
        let query = query
            .with("collectivity", collectivity.as_str())
            .with("to_confirm", "true")
            .with("to_confirm", "false");
        rows(
            &List::read(Resource::Projects, query.to_pairs())?,
            conn,
            self.snapshot,
        )
    }
}

enum Place<T> {
    Here(Box<T>),
    /// At a code or former address: where the page is.
    Moved(Slug),
}

fn rows<S: DeserializeOwned>(list: &List, conn: &mut Conn, snapshot: &Snapshot) -> Result<Page<S>> {
    let (items, around) = list.rows(conn, snapshot)?;
    let items = items.iter().map(|item| serde_json::from_str(item));
    Ok(Page {
        items: items
            .collect::<std::result::Result<_, _>>()
            .map_err(Error::internal)?,
        total: around.total,
        left_out: around.left_out,
        next: around.next,
        facets: None,
    })
}

fn with_query(path: &str, query: &ListQuery) -> String {
    match address::query(query.to_pairs()) {
        pairs if pairs.is_empty() => path.to_owned(),
        pairs => format!("{path}?{pairs}"),
    }
}

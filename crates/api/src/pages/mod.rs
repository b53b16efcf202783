//! The pages as the server answers them: whole, readable where the application cannot run, which else takes over.

mod shell;
pub(crate) mod sitemap;
mod source;
mod vocabulary;
mod voice;

pub(crate) use shell::Shell;
pub(crate) use vocabulary::Newest;

use crate::address;
use crate::answers;
use crate::cache::Made;
use crate::edge::{Worded, loggable};
use crate::error::{Error, Result};
use crate::headers::CSP_PAGES;
use crate::state::State;
use actix_web::http::StatusCode;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, HeaderValue, LOCATION};
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse};
use aect_pages::{Asked, Sheet};
use aect_types::problem::ProblemKind;
use aect_types::site::PublicPage;
use aect_words::Language;
use chrono::NaiveDate;
use futures_util::FutureExt as _;
use source::Records;
use std::cell::RefCell;
use voice::Speaker;

const HTML: &str = "text/html; charset=utf-8";

/// Answers the page at `page` in a language; a former address leads to the present one.
pub(crate) async fn page(
    state: &Data<State>,
    request: &HttpRequest,
    language: Language,
    page: PublicPage,
) -> Result<HttpResponse> {
    let own = matches!(page, PublicPage::Member(_) | PublicPage::Editor(_));
    // Behind the address of such a page may stand a link that signs in: it is the application's to read, and no key of
    // the cache.
    let pairs = if own { Vec::new() } else { address::pairs(request) };
    let today = today();
    let platform = state.site.platform();
    // Some pages begin with the present day: what was made yesterday is not today's.
    let question = format!(
        "page {}?{} {today} {}",
        language.place(&page.path()),
        address::query(pairs.clone()),
        platform.version
    );
    let asked = Asked::new(pairs);
    let writing = state.clone();
    let made = answers::answer(state, request, question, async |snapshot| {
        let position = snapshot.position;
        let reading = writing.clone();
        reading
            .read(move |conn| {
                let names = writing.names.at(conn, &snapshot)?;
                let voice = Speaker {
                    language,
                    names: names.of(language),
                    accessibility: writing.texts.accessibility(),
                    platform: &platform,
                    today,
                };
                let records = Records {
                    conn: RefCell::new(conn),
                    snapshot: &snapshot,
                    texts: &writing.texts,
                    language,
                };
                let sheet = written(&records, &page, &asked, voice)?;
                if let PublicPage::Record(..) = page
                    && sheet.path != page.path()
                {
                    return moved(&language.place(&sheet.path), position);
                }
                let shell = writing.shell().ok_or(ProblemKind::NotFound)?;
                Ok(Made::new(
                    HTML,
                    position,
                    shell.page(&sheet, writing.site.url(), voice),
                ))
            })
            .await
    })
    .await;
    match made {
        Ok(mut response) => {
            if own {
                response
                    .headers_mut()
                    .insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
            }
            Ok(as_page(response))
        }
        Err(error) if error.kind == ProblemKind::NotFound => {
            lost(state, language, Language::of_path(request.path()).1)
        }
        Err(error) if error.kind.status() >= 500 => bare(state, request, &error),
        Err(error) => Err(error),
    }
}

/// Writes a page out of one snapshot.
fn written(records: &Records<'_>, page: &PublicPage, asked: &Asked, voice: Speaker<'_>) -> Result<Sheet> {
    let sheet = aect_pages::sheet(page, asked, records, voice).now_or_never();
    sheet.ok_or_else(|| Error::internal(anyhow::anyhow!("a page waits for what is here already")))?
}

/// The present day in Paris, where the platform's readers are.
fn today() -> NaiveDate {
    chrono::Utc::now()
        .with_timezone(&chrono_tz::Europe::Paris)
        .date_naive()
}

/// The application alone, where the page cannot be made now: it asks again, and says in a reader's words what is wrong.
fn bare(state: &State, request: &HttpRequest, error: &Error) -> Result<HttpResponse> {
    let index = state.spa.as_ref().ok_or(ProblemKind::NotFound)?.index();
    tracing::error!(path = loggable(request.path()), cause = ?error.cause, kind = ?error.kind, "a page cannot be made");
    let status = StatusCode::from_u16(error.kind.status()).map_err(Error::internal)?;
    Ok(as_page(
        HttpResponse::build(status)
            .content_type(HTML)
            .insert_header((CACHE_CONTROL, "no-store"))
            .body(index),
    ))
}

/// Answers that there is no page there.
pub(crate) fn lost(state: &State, language: Language, path: &str) -> Result<HttpResponse> {
    let shell: &Shell = state.shell().ok_or(ProblemKind::NotFound)?;
    let names = vocabulary::Vocabulary::default();
    let platform = state.site.platform();
    let voice = Speaker {
        language,
        names: &names,
        accessibility: state.texts.accessibility(),
        platform: &platform,
        today: today(),
    };
    let response = HttpResponse::NotFound().content_type(HTML).body(shell.page(
        &aect_pages::lost(path, voice),
        state.site.url(),
        voice,
    ));
    Ok(as_page(response))
}

/// A page says itself what it refuses, and what may run in it.
fn as_page(mut response: HttpResponse) -> HttpResponse {
    response.headers_mut().insert(CONTENT_SECURITY_POLICY, CSP_PAGES);
    response.extensions_mut().insert(Worded);
    response
}

fn moved(to: &str, position: i64) -> Result<Made> {
    let mut made = Made::new(HTML, position, "");
    made.status = StatusCode::PERMANENT_REDIRECT;
    let location = HeaderValue::try_from(to).map_err(Error::internal)?;
    made.headers.push((LOCATION, location));
    Ok(made)
}

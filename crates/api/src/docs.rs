//! `/docs`: the OpenAPI document in a viewer that we serve ourselves, and what each kind of problem means.

use crate::answers::REVALIDATE;
use crate::error::{Error, Result};
use crate::headers::{CSP_DOCS, CSP_PAGES};
use crate::openapi;
use crate::state::State;
use crate::{compression, etag, negotiation::Coding};
use actix_web::http::header::{
    CACHE_CONTROL, CONTENT_ENCODING, CONTENT_SECURITY_POLICY, ETAG, LOCATION, VARY,
};
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use aect_types::problem::ProblemKind;
use aect_words::{Labelled as _, Language, problems};
use bytes::Bytes;
use std::fmt::Write as _;
use std::sync::Arc;
use utoipa_swagger_ui::Config;

const PROBLEMS: &str = "/docs/problems";

/// The documentation, made once.
pub(crate) struct Docs {
    openapi: Bytes,
    openapi_gzip: Bytes,
    openapi_brotli: Bytes,
    viewer: Arc<Config<'static>>,
    problems: String,
}

/// Where a kind of problem is documented: its `type`.
pub(crate) fn problem_address(kind: ProblemKind) -> String {
    format!("{PROBLEMS}#{kind}")
}

impl Docs {
    pub(crate) fn new() -> anyhow::Result<Self> {
        let openapi: Bytes = openapi::json()?.into();
        let viewer = Config::from(format!("{}/openapi.json", crate::address::BASE))
            .try_it_out_enabled(true)
            .display_operation_id(true)
            .validator_url("none");
        Ok(Self {
            openapi_gzip: compression::compress(&openapi, Coding::Gzip)?,
            openapi_brotli: compression::compress(&openapi, Coding::Brotli)?,
            openapi,
            viewer: Arc::new(viewer),
            problems: problems_page(),
        })
    }
}

/// `/api/v1/openapi.json`.
pub(crate) async fn openapi(state: Data<State>, request: HttpRequest) -> HttpResponse {
    let coding = Coding::asked_by(&request);
    let body = match coding {
        Coding::Identity => &state.docs.openapi,
        Coding::Gzip => &state.docs.openapi_gzip,
        Coding::Brotli => &state.docs.openapi_brotli,
    };
    let tag = etag::of(1, body);
    if etag::is_known(request.headers(), &tag) {
        return HttpResponse::NotModified().insert_header((ETAG, tag)).finish();
    }
    let mut response = HttpResponse::Ok();
    response
        .content_type("application/json")
        .insert_header((ETAG, tag))
        .insert_header((CACHE_CONTROL, REVALIDATE))
        .insert_header((VARY, "Accept-Encoding"));
    if let Some(coding) = coding.header() {
        response.insert_header((CONTENT_ENCODING, coding));
    }
    response.body(body.clone())
}

/// `/docs`: its files are relative to the folder.
pub(crate) async fn folder() -> HttpResponse {
    HttpResponse::PermanentRedirect()
        .insert_header((LOCATION, "/docs/"))
        .finish()
}

/// `/docs/{file}`.
pub(crate) async fn viewer(state: Data<State>, file: Path<String>) -> Result<HttpResponse> {
    let found = utoipa_swagger_ui::serve(&file, Arc::clone(&state.docs.viewer))
        .map_err(|error| Error::internal(anyhow::anyhow!("the viewer cannot be configured: {error}")))?;
    let file = found.ok_or(ProblemKind::NotFound)?;
    let mut response = HttpResponse::Ok();
    response
        .content_type(file.content_type)
        .insert_header((CONTENT_SECURITY_POLICY, CSP_DOCS))
        .insert_header((CACHE_CONTROL, "public, max-age=3600"));
    if file.gzpipped {
        response.insert_header((CONTENT_ENCODING, "gzip"));
    }
    Ok(response.body(file.bytes.into_owned()))
}

/// `/docs/problems`.
pub(crate) async fn problems(state: Data<State>) -> HttpResponse {
    HttpResponse::Ok()
        .content_type("text/html; charset=utf-8")
        .insert_header((CONTENT_SECURITY_POLICY, CSP_PAGES))
        .insert_header((CACHE_CONTROL, REVALIDATE))
        .body(state.docs.problems.clone())
}

/// A plain page; the texts are ours and hold no markup.
fn problems_page() -> String {
    let mut page = String::from(
        "<!doctype html><html lang=\"fr\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width\"><title>Problèmes · Problems</title></head><body><main>\
         <h1>Problèmes de l’API · <span lang=\"en\">Problems of the API</span></h1>\
         <p><a href=\"/docs/\">Documentation de l’API · <span lang=\"en\">API documentation</span></a></p>",
    );
    for kind in ProblemKind::ALL {
        let [fr, en] = Language::ALL;
        // Writing into a string cannot fail.
        let _ = write!(
            page,
            "<section id=\"{kind}\"><h2>{status} · <code>{kind}</code></h2>\
             <p><strong>{}</strong> {}</p><p lang=\"en\"><strong>{}</strong> {}</p></section>",
            kind.label(fr),
            problems::detail(*kind, fr),
            kind.label(en),
            problems::detail(*kind, en),
            status = kind.status(),
        );
    }
    page.push_str("</main></body></html>");
    page
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_problem_has_its_place_on_the_page() {
        let page = problems_page();
        for kind in ProblemKind::ALL {
            let address = problem_address(*kind);
            let anchor = address.strip_prefix("/docs/problems#").unwrap();
            assert!(page.contains(&format!("id=\"{anchor}\"")), "{anchor}");
        }
    }
}

//! What surrounds every request: its identifier, the limits, the clock, the log, the metrics, the headers of every
//! answer; and every refusal, ours or the framework's, put into words.

use crate::address::BASE;
use crate::error::Error;
use crate::files;
use crate::headers;
use crate::problems::Refusal;
use crate::request_id::RequestId;
use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::error::InternalError;
use actix_web::http::header::{ACCEPT_LANGUAGE, CONTENT_ENCODING, CONTENT_LENGTH, HeaderValue};
use actix_web::http::{Method, StatusCode};
use actix_web::middleware::Next;
use actix_web::web::Data;
use aect_types::problem::ProblemKind;
use futures_util::FutureExt as _;
use std::panic::AssertUnwindSafe;
use std::time::{Duration, Instant};

/// Longest address that is read: fifty values of each filter fit.
const URI_MAX: usize = 16 * 1024;
/// Longest body that is let in, where it brings no file.
const BODY_MAX: u64 = 64 * 1024;
/// How long a file may take to arrive: a telephone's picture over a slow line.
const FILE_PATIENCE: Duration = Duration::from_mins(5);

/// How long an answer may take to begin.
#[derive(Clone, Copy)]
pub(crate) struct Deadline(pub(crate) Duration);

/// Marks a response that refuses in its own words: the page that says that there is no such page.
#[derive(Clone, Copy)]
pub(crate) struct Worded;

/// The edge, as middleware: the outermost layer.
pub(crate) async fn edge(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    let visit = Visit::begin(&request);
    if let Some(kind) = refused(&request) {
        let response = visit.refuse(&kind.into());
        return Ok(visit.end(request.into_response(response)));
    }
    let deadline = request
        .app_data::<Data<Deadline>>()
        .map_or(Duration::MAX, |deadline| deadline.0);
    let deadline = if brings_file(&request) {
        deadline.max(FILE_PATIENCE)
    } else {
        deadline
    };
    // A panic ends the request, not the worker.
    let answer = AssertUnwindSafe(next.call(request)).catch_unwind();
    let error = match tokio::time::timeout(deadline, answer).await {
        Ok(Ok(Ok(response))) => return Ok(visit.answer(response)),
        Ok(Ok(Err(error))) => error_of(&error, error.as_response_error().status_code()),
        Ok(Err(_)) => Error::internal(anyhow::anyhow!("a handler panicked")),
        Err(_) => ProblemKind::Unavailable.into(),
    };
    // The request is gone with the future: the response travels alone.
    let mut response = visit.refuse(&error);
    visit.headers(response.headers_mut());
    visit.record("none", response.status());
    Err(InternalError::from_response(error, response).into())
}

/// What can be refused by looking at the head alone.
fn refused(request: &ServiceRequest) -> Option<ProblemKind> {
    let length = request
        .headers()
        .get(CONTENT_LENGTH)
        .and_then(|length| length.to_str().ok()?.parse::<u64>().ok());
    if request
        .uri()
        .path_and_query()
        .is_some_and(|target| target.as_str().len() > URI_MAX)
    {
        Some(ProblemKind::UriTooLong)
    } else if request.headers().contains_key(CONTENT_ENCODING) {
        Some(ProblemKind::UnsupportedMediaType)
    } else if length.is_some_and(|length| length > body_max(request)) {
        Some(ProblemKind::PayloadTooLarge)
    } else {
        None
    }
}

/// Whether a request brings a file to a record.
fn brings_file(request: &ServiceRequest) -> bool {
    let path = request.path();
    request.method() == Method::POST && path.starts_with(BASE) && path.ends_with("/files")
}

fn body_max(request: &ServiceRequest) -> u64 {
    if brings_file(request) {
        u64::try_from(files::BODY_MAX).unwrap_or(BODY_MAX)
    } else {
        BODY_MAX
    }
}

/// One request on its way through.
struct Visit {
    id: RequestId,
    started: Instant,
    method: Method,
    path: String,
    language: Option<HeaderValue>,
}

impl Visit {
    fn begin(request: &ServiceRequest) -> Self {
        Self {
            id: RequestId::of(request.headers()),
            started: Instant::now(),
            method: request.method().clone(),
            path: loggable(request.path()),
            language: request.headers().get(ACCEPT_LANGUAGE).cloned(),
        }
    }

    /// An answer on its way out; a refusal without words gets them.
    fn answer<B: MessageBody + 'static>(self, response: ServiceResponse<B>) -> ServiceResponse<BoxBody> {
        let status = response.status();
        let worded = response.response().extensions().contains::<Worded>();
        if worded || !status.is_client_error() && !status.is_server_error() {
            return self.end(response.map_into_boxed_body());
        }
        let error = match response.response().error() {
            Some(error) => error_of(error, status),
            None => Error::of_status(status),
        };
        let mut refusal = self.refuse(&error);
        // What the refusing layer said besides: `Allow`.
        for (name, value) in response.headers() {
            if !refusal.headers().contains_key(name) {
                refusal.headers_mut().append(name.clone(), value.clone());
            }
        }
        let (request, _) = response.into_parts();
        self.end(ServiceResponse::new(request, refusal))
    }

    /// Puts an error into words, and its cause into the log: here and only here.
    fn refuse(&self, error: &Error) -> actix_web::HttpResponse {
        if let Some(cause) = &error.cause {
            tracing::error!(request_id = self.id.as_str(), method = %self.method, path = self.path, cause = format!("{cause:#}"), "a request failed");
        }
        Refusal {
            error,
            request_id: self.id.as_str(),
            language: self.language.as_ref(),
        }
        .respond()
    }

    fn end(self, mut response: ServiceResponse<BoxBody>) -> ServiceResponse<BoxBody> {
        self.headers(response.headers_mut());
        let route = response.request().match_pattern();
        self.record(route.as_deref().unwrap_or("none"), response.status());
        response
    }

    fn headers(&self, headers: &mut actix_web::http::header::HeaderMap) {
        headers::secure(headers);
        if self.path.starts_with(BASE) {
            headers::open(headers);
        }
        headers.insert(crate::request_id::HEADER, self.id.header());
    }

    /// One line and two figures a request; neither the query nor any address of a person.
    fn record(&self, route: &str, status: StatusCode) {
        let taken = self.started.elapsed();
        metrics::counter!("aect_http_requests_total", "route" => route.to_owned(), "status" => status.as_u16().to_string())
            .increment(1);
        metrics::histogram!("aect_http_request_duration_seconds", "route" => route.to_owned()).record(taken);
        tracing::info!(
            target: "aect::access",
            request_id = self.id.as_str(),
            method = %self.method,
            path = self.path,
            status = status.as_u16(),
            micros = u64::try_from(taken.as_micros()).unwrap_or(u64::MAX),
        );
    }
}

/// A path as it may be logged: what is no part of an address of ours may be anything that somebody typed, an address of mail
/// for instance.
pub(crate) fn loggable(path: &str) -> String {
    let ours = |byte: u8| byte.is_ascii_alphanumeric() || b"-._".contains(&byte);
    let part = |part| if str::bytes(part).all(ours) { part } else { "…" };
    path.split('/').map(part).collect::<Vec<_>>().join("/")
}

/// Our own error, or what the framework's means.
fn error_of(error: &actix_web::Error, status: StatusCode) -> Error {
    match error.as_error::<Error>() {
        Some(error) => error.clone(),
        None => Error::of_status(status),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::problems;
    use actix_web::http::header::CONTENT_TYPE;
    use actix_web::middleware::from_fn;
    use actix_web::test::{TestRequest, init_service, read_body};
    use actix_web::{App, HttpResponse, web};
    use aect_types::Problem;

    async fn panics() -> HttpResponse {
        panic!("on purpose")
    }

    #[test]
    fn what_somebody_typed_is_not_logged() {
        assert_eq!(loggable("/api/v1/projects/marie@mairie.fr"), "/api/v1/projects/…");
        assert_eq!(loggable("/Marie%20Durand/history"), "/…/history");
        assert_eq!(loggable("/assets/start-0a1b.js"), "/assets/start-0a1b.js");
    }

    async fn worded() -> HttpResponse {
        let mut response = HttpResponse::NotFound().body("<!doctype html>");
        response.extensions_mut().insert(Worded);
        response
    }

    async fn never() -> HttpResponse {
        std::future::pending().await
    }

    /// What the edge answers to a request, as status and problem.
    async fn answer(request: TestRequest) -> (u16, Problem) {
        use actix_web::dev::Service as _;
        let app = App::new()
            .app_data(Data::new(Deadline(Duration::from_millis(20))))
            .route("/panics", web::get().to(panics))
            .route("/never", web::get().to(never))
            .service(web::resource("/fine").route(web::get().to(HttpResponse::Ok)))
            .wrap(from_fn(edge));
        let app = init_service(app).await;
        let response = match app.call(request.to_request()).await {
            Ok(response) => response.map_into_boxed_body().into_parts().1,
            Err(error) => error.error_response(),
        };
        assert_eq!(
            response.headers().get(CONTENT_TYPE).unwrap(),
            problems::MEDIA_TYPE
        );
        assert!(response.headers().contains_key(crate::request_id::HEADER));
        let status = response.status().as_u16();
        let response = ServiceResponse::new(TestRequest::default().to_http_request(), response);
        let problem: Problem = serde_json::from_slice(&read_body(response).await).unwrap();
        assert_eq!(problem.status, status);
        (status, problem)
    }

    #[actix_web::test]
    async fn a_panic_is_one_500_and_tells_nothing() {
        let (status, problem) = answer(TestRequest::get().uri("/panics")).await;
        assert_eq!(status, 500);
        assert!(!serde_json::to_string(&problem).unwrap().contains("on purpose"));
    }

    #[actix_web::test]
    async fn an_answer_that_does_not_come_is_a_503() {
        assert_eq!(answer(TestRequest::get().uri("/never")).await.0, 503);
    }

    #[actix_web::test]
    async fn what_the_framework_refuses_is_a_problem_too() {
        assert_eq!(answer(TestRequest::get().uri("/nowhere")).await.0, 404);
        assert_eq!(answer(TestRequest::post().uri("/fine")).await.0, 405);
        let long = format!("/fine?q={}", "x".repeat(URI_MAX));
        assert_eq!(answer(TestRequest::get().uri(&long)).await.0, 414);
        let packed = TestRequest::get()
            .uri("/fine")
            .insert_header((CONTENT_ENCODING, "gzip"));
        assert_eq!(answer(packed).await.0, 415);
        let large = TestRequest::get()
            .uri("/fine")
            .insert_header((CONTENT_LENGTH, "65537"));
        assert_eq!(answer(large).await.0, 413);
    }

    #[actix_web::test]
    async fn pages_of_any_origin_may_read_the_data_and_its_problems() {
        let app = init_service(App::new().wrap(from_fn(edge))).await;
        let open = async |path: &str| {
            let response =
                actix_web::test::call_service(&app, TestRequest::get().uri(path).to_request()).await;
            response.headers().get("access-control-allow-origin").cloned()
        };
        assert_eq!(open("/api/v1/nowhere").await.unwrap(), "*");
        assert_eq!(open("/annuaire").await, None);
    }

    #[actix_web::test]
    async fn a_page_may_refuse_in_its_own_words() {
        let app = init_service(
            App::new()
                .route("/lost", web::get().to(worded))
                .wrap(from_fn(edge)),
        )
        .await;
        let response =
            actix_web::test::call_service(&app, TestRequest::get().uri("/lost").to_request()).await;
        assert_eq!(response.status().as_u16(), 404);
        assert_eq!(read_body(response).await, "<!doctype html>");
    }

    #[actix_web::test]
    async fn the_caller_may_name_the_request() {
        let named = TestRequest::get()
            .uri("/nowhere")
            .insert_header((crate::request_id::HEADER, "gateway-7"));
        assert_eq!(answer(named).await.1.request_id, "gateway-7");
    }
}

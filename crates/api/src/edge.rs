//! What surrounds every request: its identifier, the limits, the clock, the log, the metrics, the headers of every
//! answer; and every refusal, ours or the framework's, put into words.

use crate::error::Error;
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
/// Longest body that is let in; nothing here reads one.
const BODY_MAX: u64 = 64 * 1024;

/// How long an answer may take to begin.
#[derive(Clone, Copy)]
pub(crate) struct Deadline(pub(crate) Duration);

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
    } else if length.is_some_and(|length| length > BODY_MAX) {
        Some(ProblemKind::PayloadTooLarge)
    } else {
        None
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
            path: request.path().to_owned(),
            language: request.headers().get(ACCEPT_LANGUAGE).cloned(),
        }
    }

    /// An answer on its way out; a refusal without words gets them.
    fn answer<B: MessageBody + 'static>(self, response: ServiceResponse<B>) -> ServiceResponse<BoxBody> {
        let status = response.status();
        if !status.is_client_error() && !status.is_server_error() {
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

/// Our own error, or what the framework's means.
fn error_of(error: &actix_web::Error, status: StatusCode) -> Error {
    match error.as_error::<Error>() {
        Some(error) => error.clone(),
        None => Error::of_status(status),
    }
}

//! From a question to a response: the cache, conditional requests, and the headers of every answer.

use crate::cache::{Key, Made, Ready};
use crate::error::Result;
use crate::etag;
use crate::negotiation::Coding;
use crate::state::{Snapshot, State};
use actix_web::http::header::{
    self, AUTHORIZATION, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_LANGUAGE, CONTENT_TYPE, ETAG, HeaderValue,
    VARY,
};
use actix_web::{HttpRequest, HttpResponse, HttpResponseBuilder};
use aect_types::policy::Reader;
use aect_words::Language;
use std::future::Future;

/// Kept by everybody, asked again each time: an entity tag makes that cheap.
pub(crate) const REVALIDATE: HeaderValue = HeaderValue::from_static("public, max-age=0, must-revalidate");

/// The same for an answer to a person, which only their own browser keeps.
const PRIVATE: HeaderValue = HeaderValue::from_static("private, max-age=0, must-revalidate");

const VARYING: HeaderValue = HeaderValue::from_static("Accept, Accept-Encoding, Authorization");
const VARYING_IN_LANGUAGE: HeaderValue = HeaderValue::from_static("Accept-Encoding, Accept-Language");

/// Answers `question` (canonical, format included) from the cache, or with what `make` makes.
pub(crate) async fn answer<F>(
    state: &State,
    request: &HttpRequest,
    question: String,
    make: impl FnOnce(Snapshot) -> F,
) -> Result<HttpResponse>
where
    F: Future<Output = Result<Made>>,
{
    let snapshot = state.snapshot(request).await?;
    let key = Key {
        request: question,
        reader: snapshot.reader,
        coding: Coding::asked_by(request),
        position: snapshot.position,
    };
    let ready = state.cache.get(key, || make(snapshot)).await?;
    Ok(respond(request, &ready))
}

/// An answer to one person alone: no cache keeps it.
pub(crate) fn to_one(made: Made) -> HttpResponse {
    let mut response = HttpResponse::build(made.status);
    response
        .insert_header((ETAG, etag::of(made.version, &made.body)))
        .insert_header((CACHE_CONTROL, "no-store"))
        .insert_header((CONTENT_TYPE, made.media_type));
    for header in made.headers {
        response.append_header(header);
    }
    response.body(made.body)
}

/// Answers `question` in a language with what `make` makes. No record has a part in it: nothing is waited for.
pub(crate) async fn in_language(
    state: &State,
    request: &HttpRequest,
    question: &str,
    language: Language,
    make: impl FnOnce() -> Result<Made>,
) -> Result<HttpResponse> {
    let key = Key {
        request: format!("{question} {}", language.tag()),
        reader: Reader::Visitor,
        coding: Coding::asked_by(request),
        position: 0,
    };
    let ready = state
        .cache
        .get(key, async || {
            let mut answer = make()?;
            let tag = HeaderValue::from_static(language.tag());
            answer.headers.push((CONTENT_LANGUAGE, tag));
            Ok(answer)
        })
        .await?;
    Ok(respond(request, &ready))
}

fn respond(request: &HttpRequest, ready: &Ready) -> HttpResponse {
    if ready.status.is_success() && etag::is_known(request.headers(), &ready.etag) {
        let mut response = HttpResponse::NotModified();
        validators(&mut response, request, ready);
        return response.finish();
    }
    let mut response = HttpResponse::build(ready.status);
    validators(&mut response, request, ready);
    response.insert_header((CONTENT_TYPE, ready.media_type.clone()));
    if let Some(coding) = ready.coding.header() {
        response.insert_header((CONTENT_ENCODING, HeaderValue::from_static(coding)));
    }
    for (name, value) in &ready.headers {
        response.append_header((name.clone(), value.clone()));
    }
    response.body(ready.body.clone())
}

/// What a 304 says as well (RFC 9110, 15.4.5).
fn validators(response: &mut HttpResponseBuilder, request: &HttpRequest, ready: &Ready) {
    let caching = caching(request);
    // An answer says its language where the reader chose it.
    let spoken = ready.headers.iter().any(|(name, _)| name == CONTENT_LANGUAGE);
    response
        .insert_header((ETAG, ready.etag.clone()))
        .insert_header((CACHE_CONTROL, caching))
        .insert_header((VARY, if spoken { VARYING_IN_LANGUAGE } else { VARYING }));
}

/// Who may keep an answer: everybody, or only the browser of the person who asked.
pub(crate) fn caching(request: &HttpRequest) -> HeaderValue {
    if request.headers().contains_key(AUTHORIZATION) {
        PRIVATE
    } else {
        REVALIDATE
    }
}

/// `Content-Disposition` of a file to be kept.
pub(crate) fn attachment(name: &str) -> (header::HeaderName, HeaderValue) {
    let value = HeaderValue::try_from(format!("attachment; filename=\"{name}\""));
    (
        header::CONTENT_DISPOSITION,
        value.unwrap_or(HeaderValue::from_static("attachment")),
    )
}

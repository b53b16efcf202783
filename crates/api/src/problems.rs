//! Problem documents (RFC 9457): an error in the reader's words.

use crate::docs;
use crate::error::Error;
use actix_web::http::StatusCode;
use actix_web::http::header::{
    CACHE_CONTROL, CONTENT_LANGUAGE, CONTENT_TYPE, HeaderValue, RETRY_AFTER, VARY,
};
use actix_web::{HttpResponse, ResponseError as _};
use aect_types::Problem;
use aect_types::problem::{FieldError, ProblemKind};
use aect_words::{Labelled as _, Language, problems};
use serde::Serialize;
use serde_json::value::RawValue;

/// Media type of a problem document.
pub(crate) const MEDIA_TYPE: &str = "application/problem+json";

/// An error about to be answered.
pub(crate) struct Refusal<'a> {
    pub(crate) error: &'a Error,
    pub(crate) request_id: &'a str,
    /// `Accept-Language`, where the reader sent one.
    pub(crate) language: Option<&'a HeaderValue>,
}

impl Refusal<'_> {
    /// The response, without the headers that every response has.
    pub(crate) fn respond(&self) -> HttpResponse {
        let asked = self.language.and_then(|header| header.to_str().ok());
        let language = Language::negotiate(asked.unwrap_or_default());
        let mut response = HttpResponse::build(self.error.status_code());
        response
            .insert_header((CONTENT_TYPE, MEDIA_TYPE))
            .insert_header((CONTENT_LANGUAGE, language.tag()))
            .insert_header((CACHE_CONTROL, "no-store"))
            .insert_header((VARY, "Accept-Language"));
        if let Some(seconds) = self.error.later.or_else(|| retry_after(self.error.kind)) {
            response.insert_header((RETRY_AFTER, seconds));
        }
        let document = document(self.error, self.request_id, language);
        // A problem is made of texts and numbers: it can always be written.
        let body = match &self.error.present {
            None => serde_json::to_vec(&document).unwrap_or_default(),
            Some(present) => serde_json::to_vec(&Stale {
                problem: &document,
                present: serde_json::from_str(present).ok(),
            })
            .unwrap_or_default(),
        };
        response.body(body)
    }
}

/// The answer to a change of an earlier version: the record as it is now stands beside (RFC 9457, 3.2).
#[derive(Serialize)]
struct Stale<'a> {
    #[serde(flatten)]
    problem: &'a Problem,
    present: Option<&'a RawValue>,
}

fn document(error: &Error, request_id: &str, language: Language) -> Problem {
    let kind = error.kind;
    Problem {
        kind: docs::problem_address(kind),
        title: kind.label(language).to_owned(),
        status: kind.status(),
        detail: problems::detail(kind, language).to_owned(),
        request_id: request_id.to_owned(),
        errors: error
            .parameters
            .iter()
            .map(|wrong| {
                let name = Some(wrong.parameter.clone());
                let in_body = kind == ProblemKind::InvalidBody;
                FieldError {
                    parameter: name.clone().filter(|_| !in_body),
                    pointer: name.filter(|_| in_body),
                    code: wrong.code,
                    detail: problems::error_detail(wrong.code, language, &wrong.expected),
                }
            })
            .collect(),
    }
}

/// Seconds after which it is worth coming back.
const fn retry_after(kind: ProblemKind) -> Option<i64> {
    match kind {
        ProblemKind::Unavailable => Some(1),
        ProblemKind::TooManyRequests => Some(10),
        _ => None,
    }
}

impl Error {
    /// What a status of the framework means here.
    pub(crate) fn of_status(status: StatusCode) -> Self {
        let code = status.as_u16();
        let same = |kind: &&ProblemKind| kind.status() == code;
        match ProblemKind::ALL.iter().find(same) {
            Some(kind) => (*kind).into(),
            None if status.is_client_error() => ProblemKind::BadRequest.into(),
            None => Self::internal(anyhow::anyhow!("the framework answered {status}")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use actix_web::body::MessageBody as _;
    use aect_types::problem::ErrorCode;

    fn written(error: &Error, language: &'static str) -> (HttpResponse<()>, Problem) {
        let language = HeaderValue::from_static(language);
        let refusal = Refusal {
            error,
            request_id: "r-1",
            language: Some(&language),
        };
        let (response, body) = refusal.respond().into_parts();
        let problem = serde_json::from_slice(&body.try_into_bytes().unwrap()).unwrap();
        (response, problem)
    }

    #[test]
    fn the_reader_chooses_the_language() {
        let error = Error::parameter("limit", ErrorCode::Range, "1 … 200");
        let (response, french) = written(&error, "fr-FR, en;q=0.5");
        assert_eq!(response.headers().get(CONTENT_TYPE).unwrap(), MEDIA_TYPE);
        assert_eq!((french.status, french.request_id.as_str()), (400, "r-1"));
        assert_eq!(french.kind, "/docs/problems#invalid-parameters");
        assert_eq!(french.errors[0].parameter.as_deref(), Some("limit"));
        let (_, english) = written(&error, "en");
        assert_ne!(english.title, french.title);
        assert_ne!(english.errors[0].detail, french.errors[0].detail);
    }

    #[test]
    fn a_cause_never_leaves() {
        let error = Error::internal(anyhow::anyhow!("SELECT secret FROM /var/lib"));
        let (_, problem) = written(&error, "en");
        assert_eq!(problem.status, 500);
        assert!(!serde_json::to_string(&problem).unwrap().contains("secret"));
    }

    #[test]
    fn statuses_of_the_framework_have_a_kind() {
        let kind = |status| Error::of_status(StatusCode::from_u16(status).unwrap()).kind;
        assert_eq!(kind(404), ProblemKind::NotFound);
        assert_eq!(kind(431), ProblemKind::BadRequest);
        assert_eq!(kind(501), ProblemKind::Internal);
    }
}

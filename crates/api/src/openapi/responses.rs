//! Responses: what every operation may answer besides its own, said once.

use super::schemas;
use crate::problems;
use aect_types::Problem;
use aect_types::problem::{ErrorCode, FieldError, ProblemKind};
use aect_words::{Labelled as _, Language, problems as words};
use serde_json::{Value, json};
use utoipa::openapi::content::ContentBuilder;
use utoipa::openapi::header::{Header, HeaderBuilder};
use utoipa::openapi::response::{Response, ResponseBuilder};
use utoipa::openapi::schema::{ObjectBuilder, Ref, Type};
use utoipa::openapi::{Components, RefOr};

/// The problems that any operation may answer with.
const ANYWHERE: [ProblemKind; 9] = [
    ProblemKind::InvalidParameters,
    ProblemKind::MethodNotAllowed,
    ProblemKind::NotAcceptable,
    ProblemKind::RequestTimeout,
    ProblemKind::PayloadTooLarge,
    ProblemKind::UriTooLong,
    ProblemKind::UnsupportedMediaType,
    ProblemKind::Internal,
    ProblemKind::Unavailable,
];

/// Adds the shared responses and headers to the document.
pub(super) fn add(components: &mut Components) -> anyhow::Result<()> {
    // A key that was used otherwise is a 422 as what is wrong in a body is: operations that take one say so in words.
    for kind in ProblemKind::ALL
        .iter()
        .filter(|kind| **kind != ProblemKind::IdempotencyKeyReused)
    {
        components.responses.insert(name(*kind), problem(*kind)?.into());
    }
    let unchanged = ResponseBuilder::new()
        .description("The reader already has it: `If-None-Match` names its entity tag.")
        .header_ref("ETag", header("ETag"));
    components
        .responses
        .insert("NotModified".into(), unchanged.build().into());
    let moved = ResponseBuilder::new()
        .description("A former address: `Location` is the present one.")
        .header_ref("Location", header("Location"));
    components.responses.insert("Moved".into(), moved.build().into());
    let headers = [
        (
            "ETag",
            "Tag of these very bytes; send it back in `If-None-Match`.",
            "\"42-9f86d081884c7d65\"",
        ),
        (
            "Link",
            "The next and the first page (RFC 8288).",
            "</api/v1/themes>; rel=\"first\"",
        ),
        (
            "Location",
            "The present address.",
            "/api/v1/collectivities/bordeaux",
        ),
        ("Allow", "The methods that this address takes.", "GET, HEAD"),
        ("Retry-After", "Seconds after which it is worth coming back.", "1"),
        (
            "Content-Disposition",
            "A name for the file.",
            "attachment; filename=\"projects.csv\"",
        ),
        (
            "Content-Range",
            "Which bytes these are, of how many.",
            "bytes 0-1023/146515",
        ),
        ("Content-Language", "The language of the answer.", "en"),
        (
            "X-Request-Id",
            "Name of this request in our log; the caller's own, where it sent one.",
            "0199d4c8-0000-7000-8000-000000000000",
        ),
    ];
    for (name, description, example) in headers {
        components
            .headers
            .insert(name.into(), RefOr::T(text(description, example)));
    }
    Ok(())
}

/// The problems of an operation, by status; `found`: whether it looks for one record.
pub(super) fn problems(found: bool) -> Vec<(String, RefOr<Response>)> {
    let not_found = found.then_some(&ProblemKind::NotFound);
    let mut kinds: Vec<&ProblemKind> = ANYWHERE.iter().chain(not_found).collect();
    kinds.sort_by_key(|kind| kind.status());
    kinds
        .iter()
        .map(|kind| (kind.status().to_string(), reference(&name(**kind))))
        .collect()
}

/// The problems of an operation that may besides answer with these, by status.
pub(super) fn problems_with(own: &[ProblemKind]) -> Vec<(String, RefOr<Response>)> {
    // Of two kinds with one status, the operation's own says more: it comes first.
    let mut kinds: Vec<&ProblemKind> = own.iter().chain(&ANYWHERE).collect();
    kinds.sort_by_key(|kind| kind.status());
    kinds.dedup_by_key(|kind| kind.status());
    kinds
        .iter()
        .map(|kind| (kind.status().to_string(), reference(&name(**kind))))
        .collect()
}

/// A reference to a response of the document.
pub(super) fn reference(name: &str) -> RefOr<Response> {
    Ref::from_response_name(name).into()
}

/// A reference to a header of the document.
pub(super) fn header(name: &str) -> Ref {
    Ref::new(format!("#/components/headers/{name}"))
}

fn name(kind: ProblemKind) -> String {
    kind.label(Language::En).split(' ').map(capital).collect()
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn text(description: &str, example: &str) -> Header {
    HeaderBuilder::new()
        .schema(Some(ObjectBuilder::new().schema_type(Type::String)))
        .description(Some(description))
        .example(Some(json!(example)))
        .build()
}

fn problem(kind: ProblemKind) -> anyhow::Result<Response> {
    let content = ContentBuilder::new()
        .schema(Some(schemas::reference("Problem")))
        .example(Some(example(kind)?))
        .build();
    let mut response = ResponseBuilder::new()
        .description(format!(
            "{}. {}",
            kind.label(Language::En),
            words::detail(kind, Language::En)
        ))
        .content(problems::MEDIA_TYPE, content)
        .header_ref("X-Request-Id", header("X-Request-Id"));
    match kind {
        ProblemKind::MethodNotAllowed => response = response.header_ref("Allow", header("Allow")),
        ProblemKind::Unavailable | ProblemKind::TooManyRequests => {
            response = response.header_ref("Retry-After", header("Retry-After"));
        }
        _ => {}
    }
    Ok(response.build())
}

fn example(kind: ProblemKind) -> anyhow::Result<Value> {
    let wrong = || FieldError {
        parameter: Some("contry".into()),
        pointer: None,
        code: ErrorCode::Unknown,
        detail: words::error_detail(ErrorCode::Unknown, Language::En, "country, theme"),
    };
    let example = Problem {
        kind: crate::docs::problem_address(kind),
        title: kind.label(Language::En).to_owned(),
        status: kind.status(),
        detail: words::detail(kind, Language::En).to_owned(),
        request_id: "0199d4c8-0000-7000-8000-000000000000".into(),
        errors: match kind {
            ProblemKind::InvalidParameters => vec![wrong()],
            ProblemKind::InvalidBody => vec![FieldError {
                parameter: None,
                pointer: Some("/contry".into()),
                ..wrong()
            }],
            _ => Vec::new(),
        },
    };
    Ok(serde_json::to_value(example)?)
}

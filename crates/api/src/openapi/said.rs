//! An operation that is more than a question: what it sends and answers, and who may ask. One line a part, in the tables
//! beside.

use super::{parameters, responses, schemas};
use aect_types::problem::ProblemKind;
use serde_json::Value;
use utoipa::openapi::Required;
use utoipa::openapi::content::ContentBuilder;
use utoipa::openapi::path::{HttpMethod, Operation, OperationBuilder, PathItem, Paths};
use utoipa::openapi::request_body::RequestBodyBuilder;
use utoipa::openapi::response::ResponseBuilder;
use utoipa::openapi::security::SecurityRequirement;

/// The name of the way in: an access token.
pub(super) const PERSON: &str = "person";

pub(super) const JSON: &str = "application/json";
pub(super) const PATCH: &str = "application/merge-patch+json";

/// What an operation is, sends and answers.
pub(super) struct Said {
    pub(super) method: HttpMethod,
    pub(super) path: String,
    pub(super) tag: String,
    pub(super) id: String,
    pub(super) summary: String,
    pub(super) description: String,
    /// Whether it needs a person who has signed in.
    pub(super) signed_in: bool,
    pub(super) parameters: &'static [&'static str],
    /// Media type, schema and example of what is sent.
    pub(super) sends: Option<(&'static str, String, Value)>,
    pub(super) status: &'static str,
    /// What is answered: in words, and as a schema with an example.
    pub(super) answers: (String, Option<(String, Value)>),
    pub(super) problems: &'static [ProblemKind],
}

/// Adds operations to the document.
pub(super) fn add(paths: &mut Paths, operations: impl IntoIterator<Item = Said>) {
    for said in operations {
        let (path, method) = (said.path.clone(), said.method.clone());
        let item = PathItem::new(method, built(said));
        match paths.paths.get_mut(&path) {
            Some(known) => known.merge_operations(item),
            None => drop(paths.paths.insert(path, item)),
        }
    }
}

fn built(said: Said) -> Operation {
    let once = is_done_once(&said);
    let mut answer = ResponseBuilder::new()
        .description(said.answers.0)
        .header_ref("X-Request-Id", responses::header("X-Request-Id"));
    if let Some((schema, example)) = said.answers.1 {
        answer = answer.content(JSON, content(&schema, example));
    }
    let description = if once {
        [&said.description, ONCE].concat()
    } else {
        said.description
    };
    let mut operation = OperationBuilder::new()
        .tag(said.tag)
        .operation_id(Some(said.id))
        .summary(Some(said.summary))
        .description(Some(description))
        .response(said.status, answer.build());
    let shared = ["Idempotency-Key", "Accept-Language"];
    let shared = shared.iter().skip(usize::from(!once));
    for name in said.parameters.iter().chain(shared) {
        operation = operation.parameter_ref(parameters::reference(name));
    }
    if let Some((media_type, schema, example)) = said.sends {
        let body = RequestBodyBuilder::new()
            .content(media_type, content(&schema, example))
            .required(Some(Required::True));
        operation = operation.request_body(Some(body.build()));
    }
    if said.signed_in {
        operation = operation.security(SecurityRequirement::new(PERSON, Vec::<String>::new()));
    }
    for (status, problem) in responses::problems_with(said.problems) {
        operation = operation.response(status, problem);
    }
    operation.build()
}

/// What is said of an operation that may come twice.
const ONCE: &str = " Sent again with the same `Idempotency-Key`, it does nothing more and gets the first answer, less a secret \
                    that is shown once, with `Idempotency-Replayed: true`; with another request the key is refused (422, \
                    `idempotency-key-reused`).";

/// Those that take no key though a person sends them: what they begin or use is good once by itself, or takes the place of
/// what was there. A preview does nothing; a file names the version of the record that it is added to, and a second one is
/// refused (412).
const BY_THEMSELVES: [&str; 7] = [
    "beginSecondFactor",
    "confirmSecondFactor",
    "renewRecoveryCodes",
    "showSecondFactor",
    "linkOpenId",
    "previewText",
    "restoreFile",
];

/// Those that a visitor may send as well; only of a person's the key is looked at.
const FOR_ANYBODY: [&str; 2] = ["proposeCorrection", "reportRecord"];

/// Whether an operation honours a key: every POST of a person that does not work once by itself.
fn is_done_once(said: &Said) -> bool {
    let id = said.id.as_str();
    let adds_file = said.path.ends_with("/files");
    let person = said.signed_in && !adds_file && !BY_THEMSELVES.contains(&id);
    said.method == HttpMethod::Post && (person || FOR_ANYBODY.contains(&id))
}

fn content(schema: &str, example: Value) -> utoipa::openapi::Content {
    ContentBuilder::new()
        .schema(Some(schemas::reference(schema)))
        .example(Some(example))
        .build()
}

//! Operations of people: signing in, the session, the account. What another kind of operation needs is a line in a
//! table here as well.

use super::{parameters, responses, schemas};
use aect_types::problem::ProblemKind;
use serde_json::{Value, json};
use utoipa::openapi::Required;
use utoipa::openapi::content::ContentBuilder;
use utoipa::openapi::path::{
    HttpMethod, OperationBuilder, Parameter, ParameterBuilder, ParameterIn, PathItem, Paths,
};
use utoipa::openapi::request_body::RequestBodyBuilder;
use utoipa::openapi::response::ResponseBuilder;
use utoipa::openapi::schema::{KnownFormat, ObjectBuilder, SchemaFormat, Type};
use utoipa::openapi::security::SecurityRequirement;

/// The name of the way in: an access token.
pub(super) const PERSON: &str = "person";

/// What an operation is, sends and answers.
struct Said {
    method: HttpMethod,
    path: &'static str,
    tag: &'static str,
    id: &'static str,
    summary: &'static str,
    description: &'static str,
    /// Whether it needs a person who has signed in.
    signed_in: bool,
    parameters: &'static [&'static str],
    /// Media type, schema and example of what is sent.
    sends: Option<(&'static str, &'static str, Value)>,
    status: &'static str,
    /// What is answered: in words, and as a schema with an example.
    answers: (&'static str, Option<(&'static str, Value)>),
    problems: &'static [ProblemKind],
}

const JSON: &str = "application/json";
const PATCH: &str = "application/merge-patch+json";

/// Adds them.
pub(super) fn add(paths: &mut Paths) {
    for said in sign_in().into_iter().chain(session()).chain(account()) {
        let (path, method) = (said.path, said.method.clone());
        let operation = built(said);
        let item = PathItem::new(method, operation);
        match paths.paths.get_mut(path) {
            Some(known) => known.merge_operations(item),
            None => drop(paths.paths.insert(path.to_owned(), item)),
        }
    }
}

fn built(said: Said) -> utoipa::openapi::path::Operation {
    let mut answer = ResponseBuilder::new()
        .description(said.answers.0)
        .header_ref("X-Request-Id", responses::header("X-Request-Id"));
    if let Some((schema, example)) = said.answers.1 {
        answer = answer.content(JSON, content(schema, example));
    }
    let mut operation = OperationBuilder::new()
        .tag(said.tag)
        .operation_id(Some(said.id))
        .summary(Some(said.summary))
        .description(Some(said.description))
        .response(said.status, answer.build());
    for name in said.parameters.iter().chain(["Accept-Language"].iter()) {
        operation = operation.parameter_ref(parameters::reference(name));
    }
    if let Some((media_type, schema, example)) = said.sends {
        let body = RequestBodyBuilder::new()
            .content(media_type, content(schema, example))
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

fn content(schema: &str, example: Value) -> utoipa::openapi::Content {
    ContentBuilder::new()
        .schema(Some(schemas::reference(schema)))
        .example(Some(example))
        .build()
}

/// What is named in the path by its identifier.
pub(super) fn id() -> Parameter {
    ParameterBuilder::new()
        .name("id")
        .parameter_in(ParameterIn::Path)
        .required(Required::True)
        .description(Some("Its identifier."))
        .schema(Some(
            ObjectBuilder::new()
                .schema_type(Type::String)
                .format(Some(SchemaFormat::KnownFormat(KnownFormat::Uuid))),
        ))
        .example(Some(json!(ID)))
        .build()
}

const ID: &str = "0199d4c8-0000-7000-8000-000000000000";
const WORD: &str = "3q2-7wAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

fn token() -> Value {
    json!({"access_token": "eyJ0eXAiOiJKV1QiLCJhbGciOiJFZERTQSJ9.e30.c2ln", "token_type": "Bearer", "expires_in": 900})
}

const BODY: &[ProblemKind] = &[ProblemKind::BadRequest, ProblemKind::InvalidBody];
const OPENS: &[ProblemKind] = &[
    ProblemKind::BadRequest,
    ProblemKind::SignInRefused,
    ProblemKind::InvalidBody,
];
const MINE: &[ProblemKind] = &[ProblemKind::Unauthorized];

fn sign_in() -> [Said; 3] {
    [
        Said {
            method: HttpMethod::Post,
            path: "/sign-in/links",
            tag: "Signing in",
            id: "askSignInLink",
            summary: "Have a sign-in link sent",
            description: "Sends a link to an address, whether it is known or not. The link opens a page whose button signs in; it is good for \
                          fifteen minutes, and once.",
            signed_in: false,
            parameters: &[],
            sends: Some((
                JSON,
                "SignInLinkRequest",
                json!({"email": "marie@mairie-bordeaux.fr"}),
            )),
            status: "202",
            answers: (
                "It is on its way. `browser` stays in the browser that asked: only there does the link open a session.",
                Some((
                    "SignInLinkSent",
                    json!({"id": ID, "browser": WORD, "expires_at": "2026-11-22T10:15:00.000000Z"}),
                )),
            ),
            problems: BODY,
        },
        Said {
            method: HttpMethod::Post,
            path: "/sign-in/links/use",
            tag: "Signing in",
            id: "useSignInLink",
            summary: "Use a sign-in link",
            description: "Opens a session in the browser that asked for the link; in any other, gives a code to be typed there.",
            signed_in: false,
            parameters: &[],
            sends: Some((JSON, "SignInLinkUse", json!({"link": WORD, "browser": WORD}))),
            status: "200",
            answers: (
                "The session's first access token, and its cookie; or a code.",
                Some(("SignInLinkUsed", token())),
            ),
            problems: OPENS,
        },
        Said {
            method: HttpMethod::Post,
            path: "/sign-in/codes/use",
            tag: "Signing in",
            id: "useSignInCode",
            summary: "Use the code of a sign-in link",
            description: "Opens a session by the six digits that the link gave in another browser. Five tries a link.",
            signed_in: false,
            parameters: &[],
            sends: Some((
                JSON,
                "SignInCodeUse",
                json!({"id": ID, "browser": WORD, "code": "012345"}),
            )),
            status: "200",
            answers: (
                "The session's first access token, and its cookie.",
                Some(("AccessToken", token())),
            ),
            problems: OPENS,
        },
    ]
}

fn session() -> [Said; 5] {
    [
        Said {
            method: HttpMethod::Post,
            path: "/session/refresh",
            tag: "Signing in",
            id: "refreshSession",
            summary: "Get the next access token",
            description: "By the cookie of the session, which is turned: one that comes a second time ends the session.",
            signed_in: false,
            parameters: &[],
            sends: None,
            status: "200",
            answers: (
                "The next access token, and the next cookie.",
                Some(("AccessToken", token())),
            ),
            problems: &[ProblemKind::Unauthorized, ProblemKind::Forbidden],
        },
        Said {
            method: HttpMethod::Delete,
            path: "/session",
            tag: "Signing in",
            id: "endSession",
            summary: "Sign out",
            description: "Ends the session of the caller: its tokens are refused from now on.",
            signed_in: true,
            parameters: &[],
            sends: None,
            status: "204",
            answers: ("It has ended.", None),
            problems: MINE,
        },
        Said {
            method: HttpMethod::Get,
            path: "/sessions",
            tag: "Account",
            id: "listSessions",
            summary: "List one's sessions",
            description: "The browsers in which one has signed in, the last used first.",
            signed_in: true,
            parameters: &[],
            sends: None,
            status: "200",
            answers: (
                "All of them, on one page.",
                Some((
                    "SessionPage",
                    json!({"items": [{"id": ID, "way": "link", "second_factor": false, "agent": "Mozilla/5.0", "created_at":
                        "2026-11-22T10:00:00.000000Z", "used_at": "2026-11-22T10:00:00.000000Z", "present": true}], "total": 1,
                        "next": null}),
                )),
            ),
            problems: MINE,
        },
        Said {
            method: HttpMethod::Delete,
            path: "/sessions",
            tag: "Account",
            id: "endOtherSessions",
            summary: "End all other sessions",
            description: "Ends every session of the caller but the present one.",
            signed_in: true,
            parameters: &[],
            sends: None,
            status: "204",
            answers: ("They have ended.", None),
            problems: MINE,
        },
        Said {
            method: HttpMethod::Delete,
            path: "/sessions/{id}",
            tag: "Account",
            id: "endOneSession",
            summary: "End one of one's sessions",
            description: "Ends a session of the caller.",
            signed_in: true,
            parameters: &["Id"],
            sends: None,
            status: "204",
            answers: ("It has ended.", None),
            problems: &[ProblemKind::Unauthorized, ProblemKind::NotFound],
        },
    ]
}

fn account() -> [Said; 2] {
    let example = json!({
        "id": ID, "version": 2, "email": "marie@mairie-bordeaux.fr", "name": "Marie Curie", "function": "Adjointe au maire",
        "standing": "elected", "mandate_end": "2032-03", "language": "fr", "role": "member",
        "created_at": "2026-11-22T10:00:00.000000Z", "memberships": []
    });
    [
        Said {
            method: HttpMethod::Get,
            path: "/account",
            tag: "Account",
            id: "getAccount",
            summary: "Get one's own account",
            description: "Who the caller is, and what they belong to.",
            signed_in: true,
            parameters: &[],
            sends: None,
            status: "200",
            answers: ("The account.", Some(("Account", example.clone()))),
            problems: MINE,
        },
        Said {
            method: HttpMethod::Patch,
            path: "/account",
            tag: "Account",
            id: "updateAccount",
            summary: "Change one's own account",
            description: "What a person says of themselves, as a merge patch (RFC 7396).",
            signed_in: true,
            parameters: &["If-Match"],
            sends: Some((
                PATCH,
                "AccountPatch",
                json!({"name": "Marie Curie", "function": null}),
            )),
            status: "200",
            answers: ("The account, changed.", Some(("Account", example))),
            problems: &[
                ProblemKind::BadRequest,
                ProblemKind::Unauthorized,
                ProblemKind::PreconditionFailed,
                ProblemKind::InvalidBody,
                ProblemKind::PreconditionRequired,
            ],
        },
    ]
}

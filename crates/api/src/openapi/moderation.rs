//! Operations of those who run the platform: the queue, accounts, acts, settings.

use super::people::ID;
use super::said::{self, JSON, PATCH, Said};
use aect_types::audit::ActKind;
use aect_types::moderation::ModerationKind;
use aect_types::people::UserRole;
use aect_types::problem::ProblemKind;
use serde_json::{Value, json};
use utoipa::openapi::path::{HttpMethod, Parameter, ParameterBuilder, ParameterIn, Paths};
use utoipa::openapi::schema::{ObjectBuilder, Type};
use utoipa::openapi::{Components, Required};

pub(super) const TAG: &str = "Moderation";

/// Adds them, and the parameters that only they take.
pub(super) fn add(paths: &mut Paths, components: &mut Components) {
    said::add(
        paths,
        queue()
            .into_iter()
            .chain(settings())
            .chain(super::platform::operations())
            .chain(super::platform::mail())
            .chain(super::platform::register())
            .chain(accounts()),
    );
    for (key, parameter) in [
        (
            "ModerationKind",
            code("kind", "Only what is of that kind.", ModerationKind::CODES),
        ),
        ("ActKind", code("act", "Only acts of that kind.", ActKind::CODES)),
        (
            "ActPerson",
            word("person", "Only acts by or to that account: its identifier.", ID),
        ),
        (
            "ActRecord",
            word("record", "Only acts to that record: its identifier.", ID),
        ),
        ("ActCursor", word("cursor", "`next` of the page before.", ID)),
        (
            "UserWords",
            word("q", "Words of the name or the address.", "durand"),
        ),
        (
            "UserRole",
            code("role", "Only accounts of that role.", UserRole::CODES),
        ),
    ] {
        components.parameters.insert(key.into(), parameter.into());
    }
}

fn code(name: &str, description: &str, codes: &'static [&'static str]) -> Parameter {
    let schema = ObjectBuilder::new()
        .schema_type(Type::String)
        .enum_values(Some(codes.iter().copied()));
    asked(
        name,
        description,
        schema,
        codes.first().copied().unwrap_or_default(),
    )
}

fn word(name: &str, description: &str, example: &str) -> Parameter {
    asked(
        name,
        description,
        ObjectBuilder::new().schema_type(Type::String),
        example,
    )
}

fn asked(name: &str, description: &str, schema: ObjectBuilder, example: &str) -> Parameter {
    ParameterBuilder::new()
        .name(name)
        .parameter_in(ParameterIn::Query)
        .required(Required::False)
        .description(Some(description))
        .schema(Some(schema))
        .example(Some(json!(example)))
        .build()
}

fn item() -> Value {
    json!({
        "kind": "report", "id": ID, "resource": "projects", "record": ID, "slug": "eau-potable-a-dakar",
        "name": "Eau potable à Dakar", "other": null, "places": [], "version": null, "held": false, "report": "personal_data",
        "message": "Un numéro de portable.", "proposal": null, "person": null, "email": null,
        "at": "2026-11-22T10:00:00.000000Z"
    })
}

fn results() -> Value {
    json!({"results": [{"kind": "report", "id": ID, "status": 200, "state": "accepted", "decision": ID}]})
}

pub(super) const READS: &[ProblemKind] = &[
    ProblemKind::InvalidParameters,
    ProblemKind::Unauthorized,
    ProblemKind::Forbidden,
    ProblemKind::SecondFactorRequired,
];
const ACTS: &[ProblemKind] = &[
    ProblemKind::BadRequest,
    ProblemKind::Unauthorized,
    ProblemKind::Forbidden,
    ProblemKind::SecondFactorRequired,
    ProblemKind::InvalidBody,
];

fn queue() -> [Said; 3] {
    [
        Said {
            method: HttpMethod::Get,
            path: "/moderation".into(),
            tag: TAG.into(),
            id: "listModeration".into(),
            summary: "List what waits for animators".into(),
            description: "Reports, records that their people have published, requests to belong that nobody in charge answers, corrections that \
                          have waited for seven days or that nobody is in charge of. For animators.".into(),
            signed_in: true,
            parameters: &["ModerationKind"],
            sends: None,
            status: "200",
            answers: (
                "What waits, and how much of each kind.".into(),
                Some(("Moderation".into(), json!({"items": [item()], "counts": [{"kind": "report", "count": 1}]}))),
            ),
            problems: READS,
        },
        Said {
            method: HttpMethod::Post,
            path: "/moderation/decisions".into(),
            tag: TAG.into(),
            id: "decideModeration".into(),
            summary: "Do something with what waits".into(),
            description: "Accepts, refuses or hides, one thing or a hundred, with one reason. Each is decided by itself: what somebody else has \
                          decided or changed meanwhile has the status 412 and how far it has come. Whoever is concerned is told why, ten minutes \
                          later: until then it can be undone.".into(),
            signed_in: true,
            parameters: &[],
            sends: Some((
                JSON,
                "ModerationDecision".into(),
                json!({"act": "hide", "items": [{"kind": "report", "id": ID}], "reason": "Un numéro de portable."}),
            )),
            status: "200",
            answers: (
                "What came of each, in the order in which they were named.".into(),
                Some(("ModerationResults".into(), results())),
            ),
            problems: ACTS,
        },
        Said {
            method: HttpMethod::Post,
            path: "/moderation/undo".into(),
            tag: TAG.into(),
            id: "undoModeration".into(),
            summary: "Undo what was done".into(),
            description: "Within ten minutes, by any animator; mail about it does not leave. What has come further since has the status 412.".into(),
            signed_in: true,
            parameters: &[],
            sends: Some((JSON, "ModerationUndo".into(), json!({"decisions": [ID]}))),
            status: "200",
            answers: (
                "What came of each that could still be undone.".into(),
                Some(("ModerationResults".into(), json!({"results": [{"kind": "report", "id": ID, "status": 200, "state": "open",
                    "decision": null}]}))),
            ),
            problems: &[
                ProblemKind::BadRequest,
                ProblemKind::Unauthorized,
                ProblemKind::Forbidden,
                ProblemKind::SecondFactorRequired,
                ProblemKind::NotFound,
                ProblemKind::InvalidBody,
            ],
        },
    ]
}

fn settings() -> [Said; 2] {
    let example = || json!({"first_look": true});
    [
        Said {
            method: HttpMethod::Get,
            path: "/settings".into(),
            tag: TAG.into(),
            id: "getSettings".into(),
            summary: "Get the settings of the platform".into(),
            description: "For animators.".into(),
            signed_in: true,
            parameters: &[],
            sends: None,
            status: "200",
            answers: ("The settings.".into(), Some(("Settings".into(), example()))),
            problems: READS,
        },
        Said {
            method: HttpMethod::Patch,
            path: "/settings".into(),
            tag: TAG.into(),
            id: "updateSettings".into(),
            summary: "Change the settings of the platform".into(),
            description: "As a merge patch (RFC 7396). For animators.".into(),
            signed_in: true,
            parameters: &[],
            sends: Some((PATCH, "SettingsPatch".into(), example())),
            status: "200",
            answers: (
                "The settings, changed.".into(),
                Some(("Settings".into(), example())),
            ),
            problems: ACTS,
        },
    ]
}

fn user() -> Value {
    json!({
        "id": ID, "version": 2, "email": "marie@mairie-bordeaux.fr", "name": "Marie Curie", "function": "Adjointe au maire",
        "role": "member", "state": "active", "created_at": "2026-11-22T10:00:00.000000Z", "may_suspend": true, "may_promote": false
    })
}

fn accounts() -> [Said; 3] {
    [
        Said {
            method: HttpMethod::Get,
            path: "/audit".into(),
            tag: TAG.into(),
            id: "listActs".into(),
            summary: "List acts of authority".into(),
            description: "Who did what to whom: memberships, roles, suspensions, domains, codes, the queue, records deleted or brought back by \
                          animators, settings, keys. The last first, kept for three years. For animators.".into(),
            signed_in: true,
            parameters: &["ActKind", "ActPerson", "ActRecord", "ActCursor"],
            sends: None,
            status: "200",
            answers: (
                "A page of fifty.".into(),
                Some((
                    "ActPage".into(),
                    json!({"items": [{"id": ID, "at": "2026-11-22T10:00:00.000000Z", "actor": {"id": ID, "name": "Paul Martin"},
                        "act": "role", "person": {"id": ID, "name": null}, "record": null, "detail": "animator"}], "total": 1, "next": null}),
                )),
            ),
            problems: READS,
        },
        Said {
            method: HttpMethod::Get,
            path: "/users".into(),
            tag: TAG.into(),
            id: "listUsers".into(),
            summary: "List accounts".into(),
            description: "Fifty at most, the last made first. For animators.".into(),
            signed_in: true,
            parameters: &["UserWords", "UserRole"],
            sends: None,
            status: "200",
            answers: (
                "Those that were found; `total` counts all.".into(),
                Some(("UserPage".into(), json!({"items": [user()], "total": 1, "next": null}))),
            ),
            problems: READS,
        },
        Said {
            method: HttpMethod::Patch,
            path: "/users/{id}".into(),
            tag: TAG.into(),
            id: "updateUser".into(),
            summary: "Suspend an account, or give it a role".into(),
            description: "As a merge patch (RFC 7396). Animators suspend members, admins anybody but themselves; only admins give roles. Whoever is \
                          suspended is signed out at once.".into(),
            signed_in: true,
            parameters: &["Id", "If-Match"],
            sends: Some((PATCH, "UserChange".into(), json!({"state": "suspended", "role": "member"}))),
            status: "200",
            answers: ("The account, changed.".into(), Some(("UserSummary".into(), user()))),
            problems: &[
                ProblemKind::BadRequest,
                ProblemKind::Unauthorized,
                ProblemKind::Forbidden,
                ProblemKind::SecondFactorRequired,
                ProblemKind::NotFound,
                ProblemKind::PreconditionFailed,
                ProblemKind::InvalidBody,
                ProblemKind::PreconditionRequired,
            ],
        },
    ]
}

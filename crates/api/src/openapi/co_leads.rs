//! Operations of shared projects: asking a collectivity to lead with the lead, and its answer.

use super::people::ID;
use super::said::{self, JSON, Said};
use aect_types::problem::ProblemKind;
use serde_json::{Value, json};
use utoipa::openapi::path::{HttpMethod, ParameterBuilder, ParameterIn, Paths};
use utoipa::openapi::schema::{KnownFormat, ObjectBuilder, SchemaFormat, Type};
use utoipa::openapi::{Components, Required};

const TAG: &str = "Shared projects";

/// Adds them, and the parameter that only they take.
pub(super) fn add(paths: &mut Paths, components: &mut Components) {
    said::add(paths, reading().into_iter().chain(writing()));
    let project = ParameterBuilder::new()
        .name("project")
        .parameter_in(ParameterIn::Query)
        .required(Required::True)
        .description(Some("The identifier of a project."))
        .schema(Some(
            ObjectBuilder::new()
                .schema_type(Type::String)
                .format(Some(SchemaFormat::KnownFormat(KnownFormat::Uuid))),
        ))
        .example(Some(json!(ID)))
        .build();
    components
        .parameters
        .insert("SharedProject".into(), project.into());
}

fn co_lead() -> Value {
    json!({
        "id": ID, "project": {"id": ID, "resource": "projects", "slug": "des-puits", "name": "Des puits"}, "lead": "Bordeaux",
        "collectivity": {"id": ID, "resource": "collectivities", "slug": "landes", "name": "Landes"}, "state": "asked",
        "message": "Menons-le ensemble.", "reason": null,
        "person": {"id": ID, "name": "Marie Curie", "function": "Adjointe au maire", "standing": "elected", "mandate_end": "2032-03"},
        "asked_at": "2026-11-22T10:00:00.000000Z", "decided_at": null, "again_from": null
    })
}

fn page() -> (String, Value) {
    let page = json!({"items": [co_lead()], "total": 1, "next": null});
    ("CoLeadPage".into(), page)
}

fn reading() -> [Said; 2] {
    [
        Said {
            method: HttpMethod::Get,
            path: "/co-leads".into(),
            tag: TAG.into(),
            id: "listCoLeads".into(),
            summary: "List who was asked to lead a project".into(),
            description: "Whatever became of each request, for those who may change the project. Nobody else sees who is asked: it leads the \
                          project, publicly, once it has accepted.".into(),
            signed_in: true,
            parameters: &["SharedProject"],
            sends: None,
            status: "200",
            answers: ("All of them, on one page.".into(), Some(page())),
            problems: &[
                ProblemKind::InvalidParameters,
                ProblemKind::Unauthorized,
                ProblemKind::Forbidden,
            ],
        },
        Said {
            method: HttpMethod::Get,
            path: "/co-leads/waiting".into(),
            tag: TAG.into(),
            id: "listWaitingCoLeads".into(),
            summary: "List the requests to lead that wait for one's answer".into(),
            description: "Of the collectivities that the caller writes for. The oldest first. Animators have their queue besides.".into(),
            signed_in: true,
            parameters: &[],
            sends: None,
            status: "200",
            answers: ("All of them, on one page.".into(), Some(page())),
            problems: &[ProblemKind::Unauthorized],
        },
    ]
}

fn writing() -> [Said; 2] {
    [
        Said {
            method: HttpMethod::Post,
            path: "/co-leads".into(),
            tag: TAG.into(),
            id: "askCoLead".into(),
            summary: "Ask a collectivity to lead a project".into(),
            description: "Those who write for it are told, and answer; the animators do while nobody writes for it. Whoever writes for both need \
                          not ask: it leads at once. Asking again changes nothing; a collectivity that has declined or left is not asked again for \
                          ninety days.".into(),
            signed_in: true,
            parameters: &[],
            sends: Some((
                JSON,
                "CoLeadRequest".into(),
                json!({"project": ID, "collectivity": ID, "message": "Menons-le ensemble."}),
            )),
            status: "200",
            answers: ("The request as it is now.".into(), Some(("CoLead".into(), co_lead()))),
            problems: &[
                ProblemKind::BadRequest,
                ProblemKind::Unauthorized,
                ProblemKind::Forbidden,
                ProblemKind::InvalidBody,
                ProblemKind::TooManyRequests,
            ],
        },
        Said {
            method: HttpMethod::Patch,
            path: "/co-leads/{id}".into(),
            tag: TAG.into(),
            id: "decideCoLead".into(),
            summary: "Answer a request to lead, or end it".into(),
            description: "Whoever is asked accepts, or declines with a reason; later they may leave. Those who asked may withdraw it, and those \
                          who write for the lead may end what was accepted. The project follows, and the other side is told. What somebody else \
                          has decided meanwhile is answered as it is now.".into(),
            signed_in: true,
            parameters: &["Id"],
            sends: Some((JSON, "CoLeadDecision".into(), json!({"state": "accepted"}))),
            status: "200",
            answers: ("The request, decided.".into(), Some(("CoLead".into(), co_lead()))),
            problems: &[
                ProblemKind::BadRequest,
                ProblemKind::Unauthorized,
                ProblemKind::NotFound,
                ProblemKind::PreconditionFailed,
                ProblemKind::InvalidBody,
            ],
        },
    ]
}

//! Operations of belonging: asking, inviting, deciding, and what spares the deciding.

use super::people::{ID, path_word};
use super::said::{self, JSON, Said};
use aect_types::problem::ProblemKind;
use serde_json::{Value, json};
use utoipa::openapi::path::{HttpMethod, Parameter, ParameterBuilder, ParameterIn, Paths};
use utoipa::openapi::schema::{KnownFormat, ObjectBuilder, SchemaFormat, Type};
use utoipa::openapi::{Components, Required};

const TAG: &str = "Memberships";
const DOMAIN: &str = "mairie-bordeaux.fr";

/// Adds them, and the parameters that only they take.
pub(super) fn add(paths: &mut Paths, components: &mut Components) {
    let all = reading().into_iter().chain([taking_over()]);
    said::add(paths, all.chain(writing()).chain(claims()));
    let domain = path_word("domain", "A domain of e-mail, in small letters.", DOMAIN);
    components.parameters.insert("Domain".into(), domain.into());
    components.parameters.insert("Record".into(), record().into());
}

fn record() -> Parameter {
    ParameterBuilder::new()
        .name("record")
        .parameter_in(ParameterIn::Query)
        .required(Required::True)
        .description(Some("The identifier of a collectivity or an actor."))
        .schema(Some(
            ObjectBuilder::new()
                .schema_type(Type::String)
                .format(Some(SchemaFormat::KnownFormat(KnownFormat::Uuid))),
        ))
        .example(Some(json!(ID)))
        .build()
}

fn member() -> Value {
    json!({
        "id": ID, "state": "pending", "role": null,
        "person": {"id": ID, "name": "Marie Curie", "function": "Adjointe au maire", "standing": "elected", "mandate_end": "2032-03"},
        "email": "marie@mairie-bordeaux.fr", "message": "Je suis l’adjointe à l’international.",
        "asked_at": "2026-11-22T10:00:00.000000Z", "decided_at": null
    })
}

const ACTS: &[ProblemKind] = &[
    ProblemKind::BadRequest,
    ProblemKind::Unauthorized,
    ProblemKind::InvalidBody,
    ProblemKind::TooManyRequests,
];
const ANIMATES: &[ProblemKind] = &[
    ProblemKind::BadRequest,
    ProblemKind::Unauthorized,
    ProblemKind::Forbidden,
    ProblemKind::InvalidBody,
];

fn reading() -> [Said; 2] {
    [
        Said {
            method: HttpMethod::Get,
            path: "/memberships".into(),
            tag: TAG.into(),
            id: "getTeam".into(),
            summary: "Get the team of a record".into(),
            description: "Who belongs to a collectivity or an actor, and which places nobody fills: for its own people and for animators. Whoever \
                          decides also sees who asked, who is invited, and their addresses.".into(),
            signed_in: true,
            parameters: &["Record"],
            sends: None,
            status: "200",
            answers: (
                "The team.".into(),
                Some(("Team".into(), json!({"items": [member()], "vacancies": ["staff"], "decides": true, "domains": [DOMAIN]}))),
            ),
            problems: &[
                ProblemKind::InvalidParameters,
                ProblemKind::Unauthorized,
                ProblemKind::Forbidden,
            ],
        },
        Said {
            method: HttpMethod::Get,
            path: "/memberships/waiting".into(),
            tag: TAG.into(),
            id: "listWaitingMemberships".into(),
            summary: "List the requests that wait for one's decision".into(),
            description: "Of the records that the caller is in charge of; of all records for animators. The oldest first.".into(),
            signed_in: true,
            parameters: &[],
            sends: None,
            status: "200",
            answers: (
                "All of them, on one page.".into(),
                Some((
                    "WaitingMembershipPage".into(),
                    json!({"items": [{"resource": "collectivities", "record": ID, "slug": "bordeaux", "name": "Bordeaux", "member": member()}],
                        "total": 1, "next": null}),
                )),
            ),
            problems: &[ProblemKind::Unauthorized],
        },
    ]
}

fn taking_over() -> Said {
    Said {
        method: HttpMethod::Get,
        path: "/memberships/hand-over".into(),
        tag: TAG.into(),
        id: "getHandOver".into(),
        summary: "Get what whoever takes over a record finds".into(),
        description: "Who is there and which places nobody fills; events to come and reports due; projects and groups; requests, corrections and \
                      drafts that wait. For its own people and for animators.".into(),
        signed_in: true,
        parameters: &["Record"],
        sends: None,
        status: "200",
        answers: (
            "All of it.".into(),
            Some((
                "HandOver".into(),
                json!({"record": {"id": ID, "resource": "collectivities", "slug": "bordeaux", "name": "Bordeaux"}, "in_transition": true,
                    "vacancies": ["elected"], "since": "2026-11-22T10:00:00.000000Z", "people": [], "asking": 1,
                    "items": [{"kind": "project", "record": {"id": ID, "resource": "projects", "slug": "des-puits", "name": "Des puits"},
                        "on": null, "with": null}]}),
            )),
        ),
        problems: &[
            ProblemKind::InvalidParameters,
            ProblemKind::Unauthorized,
            ProblemKind::Forbidden,
        ],
    }
}

fn writing() -> [Said; 3] {
    [
        Said {
            method: HttpMethod::Post,
            path: "/memberships".into(),
            tag: TAG.into(),
            id: "askMembership".into(),
            summary: "Ask to belong to a record".into(),
            description: "Whoever has an address on a domain that stands for the record, a good code, or an invitation belongs at once; otherwise \
                          those in charge are told, or the animators where nobody is. Asking again changes nothing.".into(),
            signed_in: true,
            parameters: &[],
            sends: Some((
                JSON,
                "MembershipRequest".into(),
                json!({"record": ID, "message": "Je suis l’adjointe à l’international."}),
            )),
            status: "200",
            answers: ("The membership as it is now.".into(), Some(("TeamMember".into(), member()))),
            problems: ACTS,
        },
        Said {
            method: HttpMethod::Patch,
            path: "/memberships/{id}".into(),
            tag: TAG.into(),
            id: "decideMembership".into(),
            summary: "Decide a membership".into(),
            description: "Whoever is in charge accepts with a role, refuses with a reason, gives another role, or ends it with a reason; the person \
                          takes up or declines an invitation, withdraws a request, or leaves.".into(),
            signed_in: true,
            parameters: &["Id"],
            sends: Some((
                JSON,
                "MembershipDecision".into(),
                json!({"state": "accepted", "role": "editor"}),
            )),
            status: "200",
            answers: ("The membership, decided.".into(), Some(("TeamMember".into(), member()))),
            problems: &[
                ProblemKind::BadRequest,
                ProblemKind::Unauthorized,
                ProblemKind::NotFound,
                ProblemKind::InvalidBody,
            ],
        },
        Said {
            method: HttpMethod::Post,
            path: "/invitations".into(),
            tag: TAG.into(),
            id: "invite".into(),
            summary: "Invite somebody by e-mail".into(),
            description: "Sends a mail; who signs in with that address may say yes. Whether the address is known is not told. Who has asked to belong \
                          belongs at once.".into(),
            signed_in: true,
            parameters: &[],
            sends: Some((
                JSON,
                "Invitation".into(),
                json!({"record": ID, "email": "paul@mairie-bordeaux.fr", "role": "editor", "message": "Rejoignez-nous."}),
            )),
            status: "200",
            answers: ("The invitation.".into(), Some(("TeamMember".into(), member()))),
            problems: &[
                ProblemKind::BadRequest,
                ProblemKind::Unauthorized,
                ProblemKind::Forbidden,
                ProblemKind::InvalidBody,
                ProblemKind::TooManyRequests,
            ],
        },
    ]
}

fn claims() -> [Said; 4] {
    [
        Said {
            method: HttpMethod::Put,
            path: "/membership-domains/{domain}".into(),
            tag: TAG.into(),
            id: "attachDomain".into(),
            summary: "Let a domain of e-mail stand for a record".into(),
            description: "Who has an address there and asks to belong is not decided on any more: they write where nobody is in charge, and read \
                          where somebody is. Never the domain of a provider. For animators.".into(),
            signed_in: true,
            parameters: &["Domain"],
            sends: Some((JSON, "MembershipDomain".into(), json!({"record": ID}))),
            status: "204",
            answers: ("It stands for the record, and for no other.".into(), None),
            problems: &[
                ProblemKind::BadRequest,
                ProblemKind::InvalidParameters,
                ProblemKind::Unauthorized,
                ProblemKind::Forbidden,
                ProblemKind::InvalidBody,
            ],
        },
        Said {
            method: HttpMethod::Delete,
            path: "/membership-domains/{domain}".into(),
            tag: TAG.into(),
            id: "detachDomain".into(),
            summary: "Let a domain stand for nobody".into(),
            description: "Who already belongs still does. For animators.".into(),
            signed_in: true,
            parameters: &["Domain"],
            sends: None,
            status: "204",
            answers: ("It stands for nobody.".into(), None),
            problems: &[
                ProblemKind::Unauthorized,
                ProblemKind::Forbidden,
                ProblemKind::NotFound,
            ],
        },
        Said {
            method: HttpMethod::Get,
            path: "/visit-codes".into(),
            tag: TAG.into(),
            id: "listVisitCodes".into(),
            summary: "List the codes made for a record".into(),
            description: "When they were made and used; the codes themselves are kept by nobody. For animators.".into(),
            signed_in: true,
            parameters: &["Record"],
            sends: None,
            status: "200",
            answers: (
                "All of them, on one page.".into(),
                Some((
                    "VisitCodeMadePage".into(),
                    json!({"items": [{"role": "owner", "made_at": "2026-11-22T10:00:00.000000Z", "expires_at":
                        "2027-02-20T10:00:00.000000Z", "used_at": null}], "total": 1, "next": null}),
                )),
            ),
            problems: &[ProblemKind::InvalidParameters, ProblemKind::Unauthorized, ProblemKind::Forbidden],
        },
        Said {
            method: HttpMethod::Post,
            path: "/visit-codes".into(),
            tag: TAG.into(),
            id: "makeVisitCode".into(),
            summary: "Make a code to leave at a visit".into(),
            description: "It lets one person in, within ninety days, and is shown this once. For animators.".into(),
            signed_in: true,
            parameters: &[],
            sends: Some((JSON, "VisitCodeRequest".into(), json!({"record": ID, "role": "owner"}))),
            status: "201",
            answers: (
                "The code.".into(),
                Some((
                    "VisitCode".into(),
                    json!({"code": "7K2PQ9XZ", "url": "https://aect.example.org/annuaire/bordeaux/equipe?code=7K2PQ9XZ",
                        "qr_code": "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
                        "expires_at": "2027-02-20T10:00:00.000000Z"}),
                )),
            ),
            problems: ANIMATES,
        },
    ]
}

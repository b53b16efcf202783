//! Operations on what anybody says of a record: corrections and reports.

use super::people::ID;
use super::said::{self, JSON, Said};
use aect_types::problem::ProblemKind;
use serde_json::{Value, json};
use utoipa::openapi::path::{HttpMethod, Paths};

const TAG: &str = "Remarks";

/// Adds them.
pub(super) fn add(paths: &mut Paths) {
    said::add(paths, sending().into_iter().chain(deciding()));
}

fn correction() -> Value {
    json!({
        "id": ID, "resource": "collectivities", "record": ID, "slug": "bordeaux", "name": "Bordeaux",
        "wrong": "Le jumelage avec Fukuoka est actif.", "right": "Il dure depuis 1982.", "answerable": true, "state": "open",
        "reason": null, "sent_at": "2026-11-22T10:00:00.000000Z", "decided_at": null
    })
}

const SENDS: &[ProblemKind] = &[
    ProblemKind::BadRequest,
    ProblemKind::InvalidBody,
    ProblemKind::TooManyRequests,
];

fn sending() -> [Said; 2] {
    [
        Said {
            method: HttpMethod::Post,
            path: "/corrections".into(),
            tag: TAG.into(),
            id: "proposeCorrection".into(),
            summary: "Propose a correction".into(),
            description: "Tells those in charge of a record, or the animators where nobody is, what is wrong with it. Needs no account. Who leaves \
                          an address, and agrees that it is kept, gets one answer; then it is erased. Twenty an hour from one source.".into(),
            signed_in: false,
            parameters: &[],
            sends: Some((
                JSON,
                "CorrectionInput".into(),
                json!({"record": ID, "wrong": "Le jumelage avec Fukuoka est actif.", "right": "Il dure depuis 1982.",
                    "email": "marie@mairie-bordeaux.fr", "consent": true}),
            )),
            status: "202",
            answers: ("It is on its way.".into(), None),
            problems: SENDS,
        },
        Said {
            method: HttpMethod::Post,
            path: "/reports".into(),
            tag: TAG.into(),
            id: "reportRecord".into(),
            summary: "Report a record".into(),
            description: "Tells the animators that a record should not be there as it is. Needs no account. Who has signed in, or leaves \
                          an address and agrees that it is kept, is told what was decided. Twenty an hour from one source.".into(),
            signed_in: false,
            parameters: &[],
            sends: Some((
                JSON,
                "ReportInput".into(),
                json!({"record": ID, "reason": "personal_data", "message": "Un numéro de portable.",
                    "email": "marie@mairie-bordeaux.fr", "consent": true}),
            )),
            status: "202",
            answers: ("It is on its way.".into(), None),
            problems: SENDS,
        },
    ]
}

fn deciding() -> [Said; 2] {
    [
        Said {
            method: HttpMethod::Get,
            path: "/corrections/waiting".into(),
            tag: TAG.into(),
            id: "listWaitingCorrections".into(),
            summary: "List the corrections that wait for one's decision".into(),
            description: "Of the records whose owners the caller writes for. The oldest first. Animators have their queue besides.".into(),
            signed_in: true,
            parameters: &[],
            sends: None,
            status: "200",
            answers: (
                "All of them, on one page.".into(),
                Some((
                    "CorrectionPage".into(),
                    json!({"items": [correction()], "total": 1, "next": null}),
                )),
            ),
            problems: &[ProblemKind::Unauthorized, ProblemKind::SecondFactorRequired],
        },
        Said {
            method: HttpMethod::Patch,
            path: "/corrections/{id}".into(),
            tag: TAG.into(),
            id: "decideCorrection".into(),
            summary: "Decide a correction".into(),
            description: "Says that it was done, or why not; whoever left an address is told. What somebody else has decided meanwhile is \
                          answered as it is now.".into(),
            signed_in: true,
            parameters: &["Id"],
            sends: Some((JSON, "CorrectionDecision".into(), json!({"state": "accepted"}))),
            status: "200",
            answers: ("The correction, decided.".into(), Some(("Correction".into(), correction()))),
            problems: &[
                ProblemKind::BadRequest,
                ProblemKind::Unauthorized,
                ProblemKind::SecondFactorRequired,
                ProblemKind::NotFound,
                ProblemKind::PreconditionFailed,
                ProblemKind::InvalidBody,
            ],
        },
    ]
}

//! Operations of who can be reached.

use super::said::{self, JSON, Said};
use aect_types::problem::ProblemKind;
use serde_json::{Value, json};
use utoipa::openapi::path::{HttpMethod, Paths};

/// Adds them.
pub(super) fn add(paths: &mut Paths) {
    said::add(paths, [list(), consent(), set()]);
}

fn said() -> Value {
    json!({"name": "public", "function": "public", "email": "members"})
}

fn list() -> Said {
    let contact =
        json!({"name": "Marie Curie", "function": "Adjointe au maire", "standing": "elected", "email": null});
    Said {
        method: HttpMethod::Get,
        path: "/contacts".into(),
        tag: "Memberships".into(),
        id: "listContacts".into(),
        summary: "List those of a record who can be reached".into(),
        description: "Of a collectivity or an actor: whoever belongs to it and lets the caller see something of them, with what they let them see. \
                      It is theirs to take back at any time: not to be kept.".into(),
        signed_in: false,
        parameters: &["Record"],
        sends: None,
        status: "200",
        answers: (
            "All of them, on one page.".into(),
            Some(("ContactPage".into(), json!({"items": [contact], "total": 1, "next": null}))),
        ),
        problems: &[ProblemKind::InvalidParameters, ProblemKind::NotFound],
    }
}

fn consent() -> Said {
    Said {
        method: HttpMethod::Get,
        path: "/account/contact".into(),
        tag: "Account".into(),
        id: "getContactConsent".into(),
        summary: "Get what one lets others see of oneself".into(),
        description: "Beside the records one belongs to: nothing, until one has said otherwise.".into(),
        signed_in: true,
        parameters: &[],
        sends: None,
        status: "200",
        answers: (
            "Who may see what.".into(),
            Some(("ContactConsent".into(), said())),
        ),
        problems: &[ProblemKind::Unauthorized, ProblemKind::SecondFactorRequired],
    }
}

fn set() -> Said {
    Said {
        method: HttpMethod::Put,
        path: "/account/contact".into(),
        tag: "Account".into(),
        id: "setContactConsent".into(),
        summary: "Let others see something of oneself, or no longer".into(),
        description: "Each field by itself: for nobody, for members, for anybody. It holds at once.".into(),
        signed_in: true,
        parameters: &[],
        sends: Some((JSON, "ContactConsent".into(), said())),
        status: "204",
        answers: ("It holds.".into(), None),
        problems: &[
            ProblemKind::BadRequest,
            ProblemKind::Unauthorized,
            ProblemKind::SecondFactorRequired,
            ProblemKind::InvalidBody,
        ],
    }
}

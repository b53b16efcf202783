//! Operations on how the platform presents itself.

use super::moderation::{READS, TAG};
use super::said::{PATCH, Said};
use aect_types::problem::ProblemKind;
use serde_json::{Value, json};
use utoipa::openapi::path::HttpMethod;

fn platform() -> Value {
    json!({
        "version": 2, "name_fr": "Réseau Ouest", "name_en": "Western Network", "long_name_fr": null, "long_name_en": null,
        "introduction_fr": "Qui coopère avec qui, et sur quoi.", "introduction_en": null, "about_fr": null, "about_en": null,
        "colour_light": "#7b1e3a", "colour_dark": null
    })
}

/// The register of processing activities.
pub(super) fn register() -> [Said; 1] {
    let example = json!({
        "controller": "Réseau Ouest, 1 place de la Mairie, 33000 Bordeaux", "officer": null,
        "activities": [{
            "name": "Courriels", "purpose": "Ouvrir une session et prévenir de ce qui attend",
            "basis": "Intérêt légitime : animer le réseau (article 6, 1, f du RGPD)",
            "people": "Élus, agents et salariés qui ont un compte", "data": "Adresse, objet et texte ; date d’envoi",
            "recipients": "Le destinataire, le service de courriel et l’hébergeur",
            "retention": [{"what": "La trace d’un courriel parti", "kept": "90 jours"}]
        }],
        "measures": ["Durées appliquées par le programme, chaque heure"]
    });
    [Said {
        method: HttpMethod::Get,
        path: "/register".into(),
        tag: TAG.into(),
        id: "getRegister".into(),
        summary: "Get the register of processing activities".into(),
        description: "GDPR, article 30, in the reader's language (`Accept-Language`). Lengths of time are those that the program applies. \
                      For animators."
            .into(),
        signed_in: true,
        parameters: &[],
        sends: None,
        status: "200",
        answers: ("The register.".into(), Some(("Register".into(), example))),
        problems: READS,
    }]
}

const ID: &str = "0199d4c8-0000-7000-8000-00000000000a";

/// How mail leaves.
pub(super) fn mail() -> [Said; 3] {
    let trial = |sent: bool| json!({"id": ID, "sent": sent, "failure": null});
    let status = json!({
        "host": "smtp.example.fr", "sender": "Réseau Ouest <ne-pas-repondre@example.fr>", "waiting": 2, "given_up": 1,
        "failure": {"at": "2026-11-22T10:00:00.000000Z", "reason": "permanent error (550): 5.1.1 … no such user"}
    });
    [
        Said {
            method: HttpMethod::Get,
            path: "/mail".into(),
            tag: TAG.into(),
            id: "getMail".into(),
            summary: "Get how mail leaves, and how it fares".into(),
            description: "Whom it is for is never told, nor is a password. For admins.".into(),
            signed_in: true,
            parameters: &[],
            sends: None,
            status: "200",
            answers: ("How it fares.".into(), Some(("MailStatus".into(), status))),
            problems: READS,
        },
        Said {
            method: HttpMethod::Post,
            path: "/mail/trials".into(),
            tag: TAG.into(),
            id: "tryMail".into(),
            summary: "Have a mail sent to oneself".into(),
            description: "To see whether mail leaves. Counted with the links that sign in to one's address. For admins."
                .into(),
            signed_in: true,
            parameters: &[],
            sends: None,
            status: "202",
            answers: ("It is on its way.".into(), Some(("MailTrial".into(), trial(false)))),
            problems: &[
                ProblemKind::BadRequest,
                ProblemKind::Unauthorized,
                ProblemKind::Forbidden,
                ProblemKind::SecondFactorRequired,
                ProblemKind::TooManyRequests,
            ],
        },
        Said {
            method: HttpMethod::Get,
            path: "/mail/trials/{id}".into(),
            tag: TAG.into(),
            id: "getMailTrial".into(),
            summary: "Get what has become of such a mail".into(),
            description: "Answered once it was tried, or after ten seconds. For admins.".into(),
            signed_in: true,
            parameters: &["Id"],
            sends: None,
            status: "200",
            answers: ("What has become of it.".into(), Some(("MailTrial".into(), trial(true)))),
            problems: &[
                ProblemKind::InvalidParameters,
                ProblemKind::Unauthorized,
                ProblemKind::Forbidden,
                ProblemKind::SecondFactorRequired,
                ProblemKind::NotFound,
            ],
        },
    ]
}

pub(super) fn operations() -> [Said; 2] {
    [
        Said {
            method: HttpMethod::Get,
            path: "/platform".into(),
            tag: TAG.into(),
            id: "getPlatform".into(),
            summary: "Get how the platform presents itself".into(),
            description: "What is null is worded by the program. For animators.".into(),
            signed_in: true,
            parameters: &[],
            sends: None,
            status: "200",
            answers: ("What is set.".into(), Some(("Platform".into(), platform()))),
            problems: READS,
        },
        Said {
            method: HttpMethod::Patch,
            path: "/platform".into(),
            tag: TAG.into(),
            id: "updatePlatform".into(),
            summary: "Set how the platform presents itself".into(),
            description: "As a merge patch (RFC 7396); null or an empty text gives the program's own words back. Pages and mails say it at once, \
                          those of other processes within a second or two. For admins."
                .into(),
            signed_in: true,
            parameters: &["If-Match"],
            sends: Some((PATCH, "PlatformInput".into(), json!({"name_fr": "Réseau Ouest"}))),
            status: "200",
            answers: ("What is set now.".into(), Some(("Platform".into(), platform()))),
            problems: &[
                ProblemKind::BadRequest,
                ProblemKind::Unauthorized,
                ProblemKind::Forbidden,
                ProblemKind::SecondFactorRequired,
                ProblemKind::PreconditionFailed,
                ProblemKind::InvalidBody,
                ProblemKind::PreconditionRequired,
            ],
        },
    ]
}

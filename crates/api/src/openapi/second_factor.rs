//! Operations of the second factor.

use super::said::{self, JSON, Said};
use aect_types::problem::ProblemKind;
use serde_json::json;
use utoipa::openapi::path::{HttpMethod, Paths};

const TAG: &str = "Second factor";

/// Adds them.
pub(super) fn add(paths: &mut Paths) {
    said::add(paths, setting_up().into_iter().chain(using()));
}

const CODE: &[ProblemKind] = &[
    ProblemKind::BadRequest,
    ProblemKind::Unauthorized,
    ProblemKind::Forbidden,
    ProblemKind::InvalidBody,
    ProblemKind::TooManyRequests,
];
const MINE: &[ProblemKind] = &[
    ProblemKind::Unauthorized,
    ProblemKind::Forbidden,
    ProblemKind::SecondFactorRequired,
];

fn setting_up() -> [Said; 3] {
    [
        Said {
            method: HttpMethod::Post,
            path: "/account/second-factor".into(),
            tag: TAG.into(),
            id: "beginSecondFactor".into(),
            summary: "Begin a second factor".into(),
            description: "Makes a secret for an application of codes (TOTP, RFC 6238: SHA-1, six digits, thirty seconds). It protects nothing \
                          before its first code has come back. Who has a second factor takes it away first.".into(),
            signed_in: true,
            parameters: &[],
            sends: None,
            status: "200",
            answers: (
                "The secret, as an address and as a QR code.".into(),
                Some((
                    "SecondFactorSecret".into(),
                    json!({
                        "secret": "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP",
                        "uri": "otpauth://totp/AECT%20Nouvelle-Aquitaine:marie@mairie-bordeaux.fr?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=AECT%20Nouvelle-Aquitaine",
                        "qr_code": "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 53 53\"></svg>"
                    }),
                )),
            ),
            problems: MINE,
        },
        Said {
            method: HttpMethod::Post,
            path: "/account/second-factor/confirm".into(),
            tag: TAG.into(),
            id: "confirmSecondFactor".into(),
            summary: "Confirm a second factor".into(),
            description: "By the first code of the application. From now on every session shows the second factor; the present one has.".into(),
            signed_in: true,
            parameters: &[],
            sends: Some((JSON, "SecondFactorCode".into(), json!({"code": "123456"}))),
            status: "200",
            answers: (
                "Ten recovery codes, shown this once.".into(),
                Some(("RecoveryCodes".into(), json!({"codes": ["7K2PQ9XZ", "0M4NB8TR"]}))),
            ),
            problems: CODE,
        },
        Said {
            method: HttpMethod::Delete,
            path: "/account/second-factor".into(),
            tag: TAG.into(),
            id: "removeSecondFactor".into(),
            summary: "Take the second factor away".into(),
            description: "With its recovery codes. Animators do not animate without one.".into(),
            signed_in: true,
            parameters: &[],
            sends: None,
            status: "204",
            answers: ("There is none any more.".into(), None),
            problems: &[ProblemKind::Unauthorized, ProblemKind::SecondFactorRequired],
        },
    ]
}

fn using() -> [Said; 2] {
    [
        Said {
            method: HttpMethod::Post,
            path: "/account/recovery-codes".into(),
            tag: TAG.into(),
            id: "renewRecoveryCodes".into(),
            summary: "Get new recovery codes".into(),
            description: "Those before open nothing any more.".into(),
            signed_in: true,
            parameters: &[],
            sends: None,
            status: "200",
            answers: (
                "Ten recovery codes, shown this once.".into(),
                Some(("RecoveryCodes".into(), json!({"codes": ["7K2PQ9XZ", "0M4NB8TR"]}))),
            ),
            problems: MINE,
        },
        Said {
            method: HttpMethod::Post,
            path: "/session/second-factor".into(),
            tag: TAG.into(),
            id: "showSecondFactor".into(),
            summary: "Show the second factor".into(),
            description: "A code of the application, which opens once, or a recovery code. After five wrong ones in a row the next has to wait, ever \
                          longer.".into(),
            signed_in: true,
            parameters: &[],
            sends: Some((JSON, "SecondFactorCode".into(), json!({"code": "123456"}))),
            status: "204",
            answers: ("The session has shown it: its tokens are worth all that the account is.".into(), None),
            problems: CODE,
        },
    ]
}

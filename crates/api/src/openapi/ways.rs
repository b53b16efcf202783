//! Operations of what leads in besides the link: a password, another site.

use super::said::{self, JSON, Said};
use aect_types::problem::ProblemKind;
use serde_json::{Value, json};
use utoipa::openapi::path::{HttpMethod, Paths};

const IN: &str = "Signing in";
const ACCOUNT: &str = "Account";

/// Adds them.
pub(super) fn add(paths: &mut Paths) {
    said::add(paths, signing_in().into_iter().chain(own()).chain(linking()));
}

const PASSWORD: &str = "trois pommes rouges";

fn led() -> Value {
    json!({"url": "https://auth.example.fr/authorize?response_type=code&client_id=aect&state=3q2-7w"})
}

const MINE: &[ProblemKind] = &[ProblemKind::Unauthorized, ProblemKind::SecondFactorRequired];

fn signing_in() -> [Said; 3] {
    [
        Said {
            method: HttpMethod::Get,
            path: "/sign-in/ways".into(),
            tag: IN.into(),
            id: "getSignInWays".into(),
            summary: "Get what leads in besides the link".into(),
            description: "What another site that signs people in is called, where this one knows one.".into(),
            signed_in: false,
            parameters: &[],
            sends: None,
            status: "200",
            answers: ("What there is here.".into(), Some(("SignInWays".into(), json!({"openid": "ProConnect"})))),
            problems: &[],
        },
        Said {
            method: HttpMethod::Post,
            path: "/sign-in/password".into(),
            tag: IN.into(),
            id: "signInByPassword".into(),
            summary: "Sign in by a password".into(),
            description: "An address that is unknown, one without a password and a wrong password get the same answer. Guessing has to wait, ever \
                          longer; a link can always be asked for.".into(),
            signed_in: false,
            parameters: &[],
            sends: Some((JSON, "PasswordSignIn".into(), json!({"email": "marie@mairie-bordeaux.fr", "password": PASSWORD}))),
            status: "200",
            answers: (
                "The session's first access token, and its cookie.".into(),
                Some((
                    "AccessToken".into(),
                    json!({"access_token": "eyJ0eXAiOiJKV1QiLCJhbGciOiJFZERTQSJ9.e30.c2ln", "token_type": "Bearer", "expires_in": 900}),
                )),
            ),
            problems: &[
                ProblemKind::BadRequest,
                ProblemKind::SignInRefused,
                ProblemKind::InvalidBody,
                ProblemKind::TooManyRequests,
                ProblemKind::Unavailable,
            ],
        },
        Said {
            method: HttpMethod::Post,
            path: "/sign-in/openid".into(),
            tag: IN.into(),
            id: "beginOpenId".into(),
            summary: "Begin to sign in by another site".into(),
            description: "By OpenID Connect. Gives the address of the other site, and a cookie to the browser that asks: whoever comes back within \
                          ten minutes, once and in that browser, is signed in and led to `back`.".into(),
            signed_in: false,
            parameters: &[],
            sends: Some((JSON, "OpenIdRequest".into(), json!({"back": "/mon-espace"}))),
            status: "200",
            answers: ("Where to go.".into(), Some(("OpenIdBegun".into(), led()))),
            problems: &[
                ProblemKind::BadRequest,
                ProblemKind::NotFound,
                ProblemKind::InvalidBody,
                ProblemKind::TooManyRequests,
                ProblemKind::Unavailable,
            ],
        },
    ]
}

fn own() -> [Said; 2] {
    [
        Said {
            method: HttpMethod::Get,
            path: "/account/ways".into(),
            tag: ACCOUNT.into(),
            id: "getAccountWays".into(),
            summary: "Get what leads in to one's account".into(),
            description: "Besides the link, which always does: a password, another site.".into(),
            signed_in: true,
            parameters: &[],
            sends: None,
            status: "200",
            answers: (
                "What does, and since when.".into(),
                Some((
                    "AccountWays".into(),
                    json!({"password_since": "2026-11-22T10:00:00.000000Z", "recent": false, "openid": {"name": "ProConnect", "since": null}}),
                )),
            ),
            problems: MINE,
        },
        Said {
            method: HttpMethod::Put,
            path: "/account/password".into(),
            tag: ACCOUNT.into(),
            id: "setPassword".into(),
            summary: "Set, change or take away one's password".into(),
            description: "Of twelve to 128 characters, of any kind, and none of those that anybody would try first. All other sessions end. Whoever \
                          has not signed in within the last ten minutes says the present one.".into(),
            signed_in: true,
            parameters: &[],
            sends: Some((JSON, "PasswordInput".into(), json!({"password": PASSWORD, "current": null}))),
            status: "204",
            answers: ("It is this one from now on, or there is none any more.".into(), None),
            problems: &[
                ProblemKind::BadRequest,
                ProblemKind::Unauthorized,
                ProblemKind::SecondFactorRequired,
                ProblemKind::InvalidBody,
                ProblemKind::TooManyRequests,
                ProblemKind::Unavailable,
            ],
        },
    ]
}

fn linking() -> [Said; 2] {
    [
        Said {
            method: HttpMethod::Post,
            path: "/account/openid".into(),
            tag: ACCOUNT.into(),
            id: "linkOpenId".into(),
            summary: "Begin to link another site".into(),
            description: "As for signing in; whoever comes back has their account linked, and is signed in by that site from then on.".into(),
            signed_in: true,
            parameters: &[],
            sends: None,
            status: "200",
            answers: ("Where to go.".into(), Some(("OpenIdBegun".into(), led()))),
            problems: &[
                ProblemKind::Unauthorized,
                ProblemKind::SecondFactorRequired,
                ProblemKind::NotFound,
                ProblemKind::TooManyRequests,
                ProblemKind::Unavailable,
            ],
        },
        Said {
            method: HttpMethod::Delete,
            path: "/account/openid".into(),
            tag: ACCOUNT.into(),
            id: "unlinkOpenId".into(),
            summary: "Unlink another site".into(),
            description: "It leads in to this account no longer. One that vouches for addresses does again when it is used to sign in.".into(),
            signed_in: true,
            parameters: &[],
            sends: None,
            status: "204",
            answers: ("It is unlinked.".into(), None),
            problems: &[
                ProblemKind::Unauthorized,
                ProblemKind::SecondFactorRequired,
                ProblemKind::NotFound,
            ],
        },
    ]
}

//! Operations of people: signing in, the session, the account.

use super::said::{self, JSON, PATCH, Said};
use aect_types::problem::ProblemKind;
use serde_json::{Value, json};
use utoipa::openapi::Required;
use utoipa::openapi::path::{HttpMethod, Parameter, ParameterBuilder, ParameterIn, Paths};
use utoipa::openapi::schema::{KnownFormat, ObjectBuilder, SchemaFormat, Type};

/// Adds them.
pub(super) fn add(paths: &mut Paths) {
    said::add(
        paths,
        sign_in()
            .into_iter()
            .chain(session())
            .chain(account())
            .chain(own()),
    );
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

pub(super) const ID: &str = "0199d4c8-0000-7000-8000-000000000000";
/// A word of the path.
pub(super) fn path_word(name: &str, description: &str, example: &str) -> Parameter {
    ParameterBuilder::new()
        .name(name)
        .parameter_in(ParameterIn::Path)
        .required(Required::True)
        .description(Some(description))
        .schema(Some(ObjectBuilder::new().schema_type(Type::String)))
        .example(Some(json!(example)))
        .build()
}

const WORD: &str = "3q2-7wAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

fn token() -> Value {
    json!({"access_token": "eyJ0eXAiOiJKV1QiLCJhbGciOiJFZERTQSJ9.e30.c2ln", "token_type": "Bearer", "expires_in": 900})
}

const ASKS: &[ProblemKind] = &[
    ProblemKind::BadRequest,
    ProblemKind::InvalidBody,
    ProblemKind::TooManyRequests,
];
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
            path: "/sign-in/links".into(),
            tag: "Signing in".into(),
            id: "askSignInLink".into(),
            summary: "Have a sign-in link sent".into(),
            description: "Sends a link to an address, whether it is known or not. The link opens a page whose button signs in; it is good for \
                          fifteen minutes, and once. It also opens in another browser that has asked for one to that address.".into(),
            signed_in: false,
            parameters: &[],
            sends: Some((JSON, "SignInLinkRequest".into(),
                json!({"email": "marie@mairie-bordeaux.fr"}),
            )),
            status: "202",
            answers: (
                "It is on its way. `browser` stays in the browser that asked: only there does the link open a session.".into(),
                Some(("SignInLinkSent".into(),
                    json!({"id": ID, "browser": WORD, "expires_at": "2026-11-22T10:15:00.000000Z"}),
                )),
            ),
            problems: ASKS,
        },
        Said {
            method: HttpMethod::Post,
            path: "/sign-in/links/use".into(),
            tag: "Signing in".into(),
            id: "useSignInLink".into(),
            summary: "Use a sign-in link".into(),
            description: "Opens a session in the browser that asked for the link; in any other, gives a code to be typed there.".into(),
            signed_in: false,
            parameters: &[],
            sends: Some((JSON, "SignInLinkUse".into(), json!({"link": WORD, "browser": WORD}))),
            status: "200",
            answers: (
                "The session's first access token, and its cookie; or a code.".into(),
                Some(("SignInLinkUsed".into(), token())),
            ),
            problems: OPENS,
        },
        Said {
            method: HttpMethod::Post,
            path: "/sign-in/codes/use".into(),
            tag: "Signing in".into(),
            id: "useSignInCode".into(),
            summary: "Use the code of a sign-in link".into(),
            description: "Opens a session by the six digits that the link gave in another browser. Five tries a link.".into(),
            signed_in: false,
            parameters: &[],
            sends: Some((JSON, "SignInCodeUse".into(),
                json!({"id": ID, "browser": WORD, "code": "012345"}),
            )),
            status: "200",
            answers: (
                "The session's first access token, and its cookie.".into(),
                Some(("AccessToken".into(), token())),
            ),
            problems: OPENS,
        },
    ]
}

fn session() -> [Said; 5] {
    [
        Said {
            method: HttpMethod::Post,
            path: "/session/refresh".into(),
            tag: "Signing in".into(),
            id: "refreshSession".into(),
            summary: "Get the next access token".into(),
            description: "By the cookie of the session, which is turned: one that comes a second time ends the session.".into(),
            signed_in: false,
            parameters: &[],
            sends: None,
            status: "200",
            answers: (
                "The next access token, and the next cookie.".into(),
                Some(("AccessToken".into(), token())),
            ),
            problems: &[ProblemKind::Unauthorized, ProblemKind::Forbidden],
        },
        Said {
            method: HttpMethod::Delete,
            path: "/session".into(),
            tag: "Signing in".into(),
            id: "endSession".into(),
            summary: "Sign out".into(),
            description: "Ends the session of the caller: its tokens are refused from now on.".into(),
            signed_in: true,
            parameters: &[],
            sends: None,
            status: "204",
            answers: ("It has ended.".into(), None),
            problems: MINE,
        },
        Said {
            method: HttpMethod::Get,
            path: "/sessions".into(),
            tag: "Account".into(),
            id: "listSessions".into(),
            summary: "List one's sessions".into(),
            description: "The browsers in which one has signed in, the last used first.".into(),
            signed_in: true,
            parameters: &[],
            sends: None,
            status: "200",
            answers: (
                "All of them, on one page.".into(),
                Some(("SessionPage".into(),
                    json!({"items": [{"id": ID, "way": "link", "second_factor": false, "agent": "Mozilla/5.0", "created_at":
                        "2026-11-22T10:00:00.000000Z", "used_at": "2026-11-22T10:00:00.000000Z", "present": true}], "total": 1,
                        "next": null}),
                )),
            ),
            problems: MINE,
        },
        Said {
            method: HttpMethod::Delete,
            path: "/sessions".into(),
            tag: "Account".into(),
            id: "endOtherSessions".into(),
            summary: "End all other sessions".into(),
            description: "Ends every session of the caller but the present one.".into(),
            signed_in: true,
            parameters: &[],
            sends: None,
            status: "204",
            answers: ("They have ended.".into(), None),
            problems: MINE,
        },
        Said {
            method: HttpMethod::Delete,
            path: "/sessions/{id}".into(),
            tag: "Account".into(),
            id: "endOneSession".into(),
            summary: "End one of one's sessions".into(),
            description: "Ends a session of the caller.".into(),
            signed_in: true,
            parameters: &["Id"],
            sends: None,
            status: "204",
            answers: ("It has ended.".into(), None),
            problems: &[ProblemKind::Unauthorized, ProblemKind::NotFound],
        },
    ]
}

/// An account.
fn example() -> Value {
    json!({
        "id": ID, "version": 2, "email": "marie@mairie-bordeaux.fr", "name": "Marie Curie", "function": "Adjointe au maire",
        "standing": "elected", "mandate_end": "2032-03", "language": "fr", "role": "member", "second_factor": "off",
        "created_at": "2026-11-22T10:00:00.000000Z", "memberships": []
    })
}

fn account() -> [Said; 2] {
    [
        Said {
            method: HttpMethod::Get,
            path: "/account".into(),
            tag: "Account".into(),
            id: "getAccount".into(),
            summary: "Get one's own account".into(),
            description: "Who the caller is, and what they belong to.".into(),
            signed_in: true,
            parameters: &[],
            sends: None,
            status: "200",
            answers: ("The account.".into(), Some(("Account".into(), example()))),
            problems: MINE,
        },
        Said {
            method: HttpMethod::Patch,
            path: "/account".into(),
            tag: "Account".into(),
            id: "updateAccount".into(),
            summary: "Change one's own account".into(),
            description: "What a person says of themselves, as a merge patch (RFC 7396).".into(),
            signed_in: true,
            parameters: &["If-Match"],
            sends: Some((
                PATCH,
                "AccountPatch".into(),
                json!({"name": "Marie Curie", "function": null}),
            )),
            status: "200",
            answers: (
                "The account, changed.".into(),
                Some(("Account".into(), example())),
            ),
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

/// What is kept of a person, and what they have not shown yet.
fn own() -> [Said; 3] {
    [
        Said {
            method: HttpMethod::Get,
            path: "/account/drafts".into(),
            tag: "Account".into(),
            id: "listDrafts".into(),
            summary: "List the drafts that one may write".into(),
            description: "Drafts are in no other list. The last written first.".into(),
            signed_in: true,
            parameters: &[],
            sends: None,
            status: "200",
            answers: (
                "All of them, on one page.".into(),
                Some((
                    "DraftPage".into(),
                    json!({"items": [{"resource": "projects", "id": ID, "slug": "eau-potable-a-dakar", "title": "Eau potable à Dakar",
                        "updated_at": "2026-11-22T10:00:00.000000Z"}], "total": 1, "next": null}),
                )),
            ),
            problems: &[ProblemKind::Unauthorized, ProblemKind::SecondFactorRequired],
        },
        Said {
            method: HttpMethod::Get,
            path: "/account/data".into(),
            tag: "Account".into(),
            id: "getPersonalData".into(),
            summary: "Get everything that is kept of oneself".into(),
            description: "To keep, or to take elsewhere (GDPR, articles 15 and 20).".into(),
            signed_in: true,
            parameters: &[],
            sends: None,
            status: "200",
            answers: (
                "All of it, as a file to save.".into(),
                Some((
                    "PersonalData".into(),
                    json!({"written_at": "2026-11-22T10:00:00.000000Z", "account": example(), "memberships": [], "sessions": [],
                        "sign_in_links": [], "contact_consent": null, "password_since": null, "openid_identities": [], "second_factor_since": null, "recovery_codes_left": 0, "waiting_mails": [], "remarks": [], "co_leads": [], "writes": []}),
                )),
            ),
            problems: &[ProblemKind::Unauthorized, ProblemKind::SecondFactorRequired],
        },
        Said {
            method: HttpMethod::Delete,
            path: "/account".into(),
            tag: "Account".into(),
            id: "eraseAccount".into(),
            summary: "Erase one's own account".into(),
            description: "Forgets the person (GDPR, article 17): the account, its sessions and memberships, mail to and about them. Records keep                           what was written, by an identifier that leads to nobody any more.".into(),
            signed_in: true,
            parameters: &[],
            sends: None,
            status: "204",
            answers: ("The person is forgotten.".into(), None),
            problems: &[ProblemKind::Unauthorized, ProblemKind::SecondFactorRequired],
        },
    ]
}

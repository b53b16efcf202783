//! Access tokens: JWT (RFC 7519) signed with Ed25519 (RFC 8037), good for a quarter of an hour.

use crate::error::{Error, Result};
use aect_db::people::keys::SigningKey;
use aect_db::people::sessions::LASTING;
use aect_types::Uuid;
use aect_types::people::AccessToken;
use aect_types::problem::ProblemKind;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation};
use serde::{Deserialize, Serialize};

/// How long one is good, in seconds.
pub(crate) const GOOD_FOR: u32 = 15 * 60;

/// What a token is for: one is never taken for the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Use {
    /// To call the API.
    Access,
    /// To read files, for as long as a session lasts: it stands in a cookie.
    Files,
}

impl Use {
    const fn audience(self) -> &'static str {
        match self {
            Self::Access => "aect",
            Self::Files => "aect-files",
        }
    }

    /// How long one is good, in seconds.
    fn seconds(self) -> i64 {
        match self {
            Self::Access => i64::from(GOOD_FOR),
            Self::Files => LASTING.num_seconds(),
        }
    }
}

/// What is given to a session.
pub(crate) struct Issued {
    pub(crate) access: AccessToken,
    /// What lets files be read.
    pub(crate) files: String,
}

/// What a token says.
#[derive(Debug, Serialize, Deserialize)]
struct Claims {
    /// Who made it: the site.
    iss: String,
    aud: String,
    /// The account.
    sub: Uuid,
    /// The session.
    sid: Uuid,
    iat: i64,
    exp: i64,
}

/// The tokens of an account in a session, made now by the site `issuer`.
pub(crate) fn issue(key: &SigningKey, issuer: &str, user: Uuid, session: Uuid) -> Result<Issued> {
    let signed = |purpose| signed(key, issuer, purpose, user, session);
    Ok(Issued {
        access: AccessToken {
            access_token: signed(Use::Access)?,
            token_type: "Bearer".to_owned(),
            expires_in: GOOD_FOR,
        },
        files: signed(Use::Files)?,
    })
}

fn signed(key: &SigningKey, issuer: &str, purpose: Use, user: Uuid, session: Uuid) -> Result<String> {
    let now = chrono::Utc::now().timestamp();
    let claims = Claims {
        iss: issuer.to_owned(),
        aud: purpose.audience().to_owned(),
        sub: user,
        sid: session,
        iat: now,
        exp: now + purpose.seconds(),
    };
    let mut header = Header::new(Algorithm::EdDSA);
    header.kid = Some(key.kid.clone());
    let secret = STANDARD.decode(&key.secret).map_err(Error::internal)?;
    let token = jsonwebtoken::encode(&header, &claims, &EncodingKey::from_ed_der(&secret));
    token.map_err(Error::internal)
}

/// Which key a token names; a token that names none is not ours.
pub(crate) fn key_of(token: &str) -> Result<String> {
    let header = jsonwebtoken::decode_header(token).map_err(|_| ProblemKind::Unauthorized)?;
    header.kid.ok_or_else(|| ProblemKind::Unauthorized.into())
}

/// The session of a token for that use that this key has signed for the site `issuer`, and that is still good.
pub(crate) fn session_of(key: &SigningKey, issuer: &str, used: Use, token: &str) -> Result<Uuid> {
    let public = DecodingKey::from_ed_components(&key.public).map_err(Error::internal)?;
    let mut expected = Validation::new(Algorithm::EdDSA);
    expected.set_required_spec_claims(&["exp", "iss", "aud", "sub"]);
    expected.set_audience(&[used.audience()]);
    expected.set_issuer(&[issuer]);
    expected.leeway = 5;
    let read = jsonwebtoken::decode::<Claims>(token, &public, &expected);
    read.map(|read| read.claims.sid)
        .map_err(|_| ProblemKind::Unauthorized.into())
}

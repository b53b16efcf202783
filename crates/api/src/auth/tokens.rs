//! Access tokens: JWT (RFC 7519) signed with Ed25519 (RFC 8037), good for a quarter of an hour.

use crate::error::{Error, Result};
use aect_db::people::keys::SigningKey;
use aect_types::Uuid;
use aect_types::people::AccessToken;
use aect_types::problem::ProblemKind;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation};
use serde::{Deserialize, Serialize};

/// How long one is good, in seconds.
pub(crate) const GOOD_FOR: u32 = 15 * 60;

/// Whom tokens are for.
const AUDIENCE: &str = "aect";

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

/// A token for an account in a session, made now by the site `issuer`.
pub(crate) fn issue(key: &SigningKey, issuer: &str, user: Uuid, session: Uuid) -> Result<AccessToken> {
    let now = chrono::Utc::now().timestamp();
    let claims = Claims {
        iss: issuer.to_owned(),
        aud: AUDIENCE.to_owned(),
        sub: user,
        sid: session,
        iat: now,
        exp: now + i64::from(GOOD_FOR),
    };
    let mut header = Header::new(Algorithm::EdDSA);
    header.kid = Some(key.kid.clone());
    let secret = STANDARD.decode(&key.secret).map_err(Error::internal)?;
    let access_token = jsonwebtoken::encode(&header, &claims, &EncodingKey::from_ed_der(&secret));
    Ok(AccessToken {
        access_token: access_token.map_err(Error::internal)?,
        token_type: "Bearer".to_owned(),
        expires_in: GOOD_FOR,
    })
}

/// Which key a token names; a token that names none is not ours.
pub(crate) fn key_of(token: &str) -> Result<String> {
    let header = jsonwebtoken::decode_header(token).map_err(|_| ProblemKind::Unauthorized)?;
    header.kid.ok_or_else(|| ProblemKind::Unauthorized.into())
}

/// The session of a token that this key has signed for the site `issuer`, and that is still good.
pub(crate) fn session_of(key: &SigningKey, issuer: &str, token: &str) -> Result<Uuid> {
    let public = DecodingKey::from_ed_components(&key.public).map_err(Error::internal)?;
    let mut expected = Validation::new(Algorithm::EdDSA);
    expected.set_required_spec_claims(&["exp", "iss", "aud", "sub"]);
    expected.set_audience(&[AUDIENCE]);
    expected.set_issuer(&[issuer]);
    expected.leeway = 5;
    let read = jsonwebtoken::decode::<Claims>(token, &public, &expected);
    read.map(|read| read.claims.sid)
        .map_err(|_| ProblemKind::Unauthorized.into())
}

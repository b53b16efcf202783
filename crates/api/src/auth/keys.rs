//! The keys that sign access tokens. They are in the database: every process signs and believes the same ones.

use super::tokens::{self, Issued, Use};
use crate::error::{Error, Result};
use crate::headers;
use crate::state::State;
use actix_web::HttpResponse;
use actix_web::http::header::{CACHE_CONTROL, HeaderValue};
use actix_web::web::Data;
use aect_db::Db;
use aect_db::people::keys::{self, SigningKey};
use aect_types::Uuid;
use aect_types::audit::ActKind;
use aect_types::problem::ProblemKind;
use aws_lc_rs::signature::{Ed25519KeyPair, KeyPair as _};
use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use serde_json::json;
use std::sync::{Arc, PoisonError, RwLock};

/// The keys as they were last read, the one that signs first.
pub(crate) struct Keys {
    /// Who signs: the site's address.
    issuer: String,
    known: RwLock<Arc<[SigningKey]>>,
}

impl Keys {
    /// Reads them; makes the first one of an instance.
    pub(crate) async fn start(db: &Db, issuer: String) -> anyhow::Result<Self> {
        let first = new_key()?;
        db.write("keys".to_owned(), move |write| write.first_signing_key(&first))
            .await?;
        let known = db.read(keys::all).await?;
        Ok(Self {
            issuer,
            known: RwLock::new(known.into()),
        })
    }

    /// The keys as they are now.
    async fn read(&self, db: &Db) -> Result<Arc<[SigningKey]>> {
        let read: Arc<[SigningKey]> = db.read(keys::all).await?.into();
        *self.known.write().unwrap_or_else(PoisonError::into_inner) = Arc::clone(&read);
        Ok(read)
    }

    fn known(&self) -> Arc<[SigningKey]> {
        // Nothing panics while it is held.
        Arc::clone(&self.known.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// The tokens of an account in a session, signed with the newest key, whichever process has made it.
    pub(crate) async fn issue(&self, db: &Db, user: Uuid, session: Uuid) -> Result<Issued> {
        let known = self.read(db).await?;
        let newest = known
            .first()
            .ok_or_else(|| Error::internal(anyhow::anyhow!("no key signs")))?;
        tokens::issue(newest, &self.issuer, user, session)
    }

    /// The session of an access token.
    pub(crate) async fn session_of(&self, db: &Db, token: &str) -> Result<Uuid> {
        self.session_for(db, Use::Access, token).await
    }

    /// The session of a token that lets files be read.
    pub(crate) async fn reader_of(&self, db: &Db, token: &str) -> Result<Uuid> {
        self.session_for(db, Use::Files, token).await
    }

    /// The session of a token for that use; one that names an unknown key may be of a key that another process has just made.
    async fn session_for(&self, db: &Db, used: Use, token: &str) -> Result<Uuid> {
        let kid = tokens::key_of(token)?;
        let find = |known: &[SigningKey]| known.iter().find(|key| key.kid == kid).cloned();
        let mut key = find(&self.known());
        if key.is_none() {
            key = find(&self.read(db).await?);
        }
        let key = key.ok_or(ProblemKind::Unauthorized)?;
        tokens::session_of(&key, &self.issuer, used, token)
    }
}

/// Makes a new key, which signs from now on; tokens of the one before are believed until their time is over.
pub fn turn(db: &Db) -> anyhow::Result<()> {
    let key = new_key()?;
    db.write_blocking("keys", |write| {
        write.note_act(ActKind::Keys, None, None, None)?;
        write.add_signing_key(&key)
    })?;
    Ok(())
}

/// A new key pair.
fn new_key() -> anyhow::Result<SigningKey> {
    let pair = Ed25519KeyPair::generate()?;
    let secret = pair.to_pkcs8v1()?;
    let public = URL_SAFE_NO_PAD.encode(pair.public_key().as_ref());
    Ok(SigningKey {
        kid: Uuid::now_v7().simple().to_string(),
        secret: STANDARD.encode(secret.as_ref()),
        public,
    })
}

/// Answers the public halves (RFC 7517), so that others can check our tokens.
pub(crate) async fn jwks(state: Data<State>) -> Result<HttpResponse> {
    let known = state.db.read(keys::all).await?;
    let keys: Vec<_> = known
        .iter()
        .map(|key| {
            json!({
                "kty": "OKP", "crv": "Ed25519", "alg": "EdDSA", "use": "sig", "kid": key.kid, "x": key.public
            })
        })
        .collect();
    let mut response = HttpResponse::Ok().json(json!({ "keys": keys }));
    let caching = HeaderValue::from_static("public, max-age=300");
    response.headers_mut().insert(CACHE_CONTROL, caching);
    headers::open(response.headers_mut());
    Ok(response)
}

//! The keys that sign access tokens.

use crate::schema::signing_keys;
use crate::sql::At;
use crate::{Conn, Result, Write};
use diesel::prelude::*;

/// A key pair (Ed25519).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SigningKey {
    /// How tokens name it.
    pub kid: String,
    /// PKCS #8 in base64: what signs.
    pub secret: String,
    /// The public half in base64url, as a JWK has it (`x`, RFC 8037).
    pub public: String,
}

/// All of them, the newest first.
pub fn all(conn: &mut Conn) -> Result<Vec<SigningKey>> {
    let rows: Vec<(String, String, String)> = signing_keys::table
        .order((signing_keys::created_at.desc(), signing_keys::kid.desc()))
        .select((signing_keys::kid, signing_keys::secret, signing_keys::public))
        .load(conn)?;
    let read = |(kid, secret, public)| SigningKey { kid, secret, public };
    Ok(rows.into_iter().map(read).collect())
}

impl Write<'_> {
    /// Adds a key: it signs from now on; of those before, the last one is still believed.
    pub fn add_signing_key(&mut self, key: &SigningKey) -> Result<()> {
        let known: Vec<String> = all(self.conn)?.into_iter().skip(1).map(|key| key.kid).collect();
        diesel::delete(signing_keys::table.filter(signing_keys::kid.eq_any(known))).execute(self.conn)?;
        diesel::insert_into(signing_keys::table)
            .values((
                signing_keys::kid.eq(&key.kid),
                signing_keys::secret.eq(&key.secret),
                signing_keys::public.eq(&key.public),
                signing_keys::created_at.eq(At(self.now())),
            ))
            .execute(self.conn)?;
        Ok(())
    }

    /// Makes the first key, unless another process has.
    pub fn first_signing_key(&mut self, key: &SigningKey) -> Result<()> {
        if all(self.conn)?.is_empty() {
            self.add_signing_key(key)?;
        }
        Ok(())
    }
}

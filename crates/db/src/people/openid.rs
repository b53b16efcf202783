//! Signing in by another site (OpenID Connect): who was led there, and who somebody is to it.

use crate::schema::{openid_attempts, openid_identities};
use crate::sql::{At, Id};
use crate::{Conn, Result, Write};
use aect_types::{Instant, Uuid};
use chrono::TimeDelta;
use diesel::prelude::*;

/// How long somebody may stay at the other site.
pub const GOOD_FOR: TimeDelta = TimeDelta::minutes(10);

/// Somebody who is led to the other site.
#[derive(Clone, Debug)]
pub struct Attempt {
    /// What the site repeats in the token, so that a token of another attempt is none of this one.
    pub nonce: String,
    /// What the code is exchanged with (RFC 7636).
    pub verifier: String,
    /// Where to go once signed in: a path of ours.
    pub back: Option<String>,
    /// In which language.
    pub language: String,
    /// Who wants their account linked; nobody where somebody signs in.
    pub user: Option<Uuid>,
}

/// Since when the other site vouches for a person, and when it last did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Identity {
    /// Since when.
    pub linked_at: Instant,
    /// When it last did.
    pub used_at: Instant,
}

/// Who the other site vouches for by that name of theirs.
pub fn user_of(conn: &mut Conn, issuer: &str, subject: &str) -> Result<Option<Uuid>> {
    let found: Option<Id> = openid_identities::table
        .find((issuer, subject))
        .select(openid_identities::user_id)
        .first(conn)
        .optional()?;
    Ok(found.map(|id| id.0))
}

/// Whether that site vouches for a person; the first of its names for them.
pub fn of_user(conn: &mut Conn, user: Uuid, issuer: &str) -> Result<Option<Identity>> {
    let found: Option<(At, At)> = openid_identities::table
        .filter(openid_identities::user_id.eq(Id(user)))
        .filter(openid_identities::issuer.eq(issuer))
        .order(openid_identities::linked_at)
        .select((openid_identities::linked_at, openid_identities::used_at))
        .first(conn)
        .optional()?;
    Ok(found.map(|(linked_at, used_at)| Identity {
        linked_at: linked_at.0,
        used_at: used_at.0,
    }))
}

impl Write<'_> {
    /// Remembers somebody who is led to the other site, by digests of what the way back brings and of what their
    /// browser keeps; forgets those who have not come back in time.
    pub fn begin_openid(&mut self, state: &str, browser: &str, attempt: &Attempt) -> Result<()> {
        let now = self.now();
        diesel::delete(openid_attempts::table.filter(openid_attempts::expires_at.lt(At(now))))
            .execute(self.conn)?;
        diesel::insert_into(openid_attempts::table)
            .values((
                openid_attempts::state_digest.eq(state),
                openid_attempts::browser_digest.eq(browser),
                openid_attempts::nonce.eq(&attempt.nonce),
                openid_attempts::verifier.eq(&attempt.verifier),
                openid_attempts::back.eq(&attempt.back),
                openid_attempts::language.eq(&attempt.language),
                openid_attempts::user_id.eq(attempt.user.map(Id)),
                openid_attempts::expires_at.eq(At(Instant::new(now.as_datetime() + GOOD_FOR))),
            ))
            .execute(self.conn)?;
        Ok(())
    }

    /// Takes what was remembered of somebody who comes back, this once: nothing in another browser, or too late.
    pub fn take_openid(&mut self, state: &str, browser: &str) -> Result<Option<Attempt>> {
        type Row = (String, String, Option<String>, String, Option<Id>);
        let theirs = openid_attempts::table
            .find(state)
            .filter(openid_attempts::browser_digest.eq(browser))
            .filter(openid_attempts::expires_at.gt(At(self.now())));
        let found: Option<Row> = theirs
            .select((
                openid_attempts::nonce,
                openid_attempts::verifier,
                openid_attempts::back,
                openid_attempts::language,
                openid_attempts::user_id,
            ))
            .first(self.conn)
            .optional()?;
        // Of two at once, one.
        let taken = diesel::delete(theirs).execute(self.conn)?;
        let found = found.filter(|_| taken == 1);
        Ok(found.map(|(nonce, verifier, back, language, user)| Attempt {
            nonce,
            verifier,
            back,
            language,
            user: user.map(|id| id.0),
        }))
    }

    /// Remembers who the other site vouches for.
    pub fn link_identity(&mut self, user: Uuid, issuer: &str, subject: &str) -> Result<()> {
        let now = At(self.now());
        diesel::insert_into(openid_identities::table)
            .values((
                openid_identities::issuer.eq(issuer),
                openid_identities::subject.eq(subject),
                openid_identities::user_id.eq(Id(user)),
                openid_identities::linked_at.eq(now),
                openid_identities::used_at.eq(now),
            ))
            .execute(self.conn)?;
        Ok(())
    }

    /// The other site has vouched for somebody once more.
    pub fn identity_used(&mut self, issuer: &str, subject: &str) -> Result<()> {
        diesel::update(openid_identities::table.find((issuer, subject)))
            .set(openid_identities::used_at.eq(At(self.now())))
            .execute(self.conn)?;
        Ok(())
    }

    /// That site vouches for a person no longer, by whatever name; `false` where it did not.
    pub fn unlink_identity(&mut self, user: Uuid, issuer: &str) -> Result<bool> {
        let gone = diesel::delete(
            openid_identities::table
                .filter(openid_identities::user_id.eq(Id(user)))
                .filter(openid_identities::issuer.eq(issuer)),
        )
        .execute(self.conn)?;
        Ok(gone > 0)
    }
}

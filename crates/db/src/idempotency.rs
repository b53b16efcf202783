//! Requests that may come twice, told by a key (draft-ietf-httpapi-idempotency-key-header): what was answered to the first
//! is kept for a day, in the transaction that did what it asked. Who sends it again gets the same answer.

use crate::schema::idempotency_keys as keys;
use crate::sql::{At, Id};
use crate::{Conn, Result, Write};
use aect_types::{Instant, Uuid};
use chrono::{TimeDelta, Utc};
use diesel::prelude::*;

/// How long an answer is kept.
pub(crate) const KEPT: TimeDelta = TimeDelta::hours(24);

/// A request that names a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attempt {
    /// Who sends it: keys are a person's own.
    pub user: Uuid,
    /// The key.
    pub key: String,
    /// The digest of what is asked: the same key asks the same thing.
    pub digest: String,
}

/// What was answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// `Location`.
    pub location: Option<String>,
    /// `ETag`.
    pub etag: Option<String>,
    /// The position in the journal of what was done.
    pub position: Option<i64>,
    /// The body, to the byte.
    pub body: String,
}

/// What is known of a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Known {
    /// Nothing.
    Nothing,
    /// It came before, with this answer.
    Answered(Answer),
    /// It came before, and asked for something else.
    Otherwise,
}

type Row = (String, i32, Option<String>, Option<String>, Option<i64>, String);

/// What is known of the key of an attempt.
pub fn known(conn: &mut Conn, attempt: &Attempt) -> Result<Known> {
    let row: Option<Row> = keys::table
        .find((Id(attempt.user), &attempt.key))
        .filter(keys::created_at.gt(At(oldest(Instant::new(Utc::now())))))
        .select((
            keys::digest,
            keys::status,
            keys::location,
            keys::etag,
            keys::position,
            keys::body,
        ))
        .first(conn)
        .optional()?;
    let Some((digest, status, location, etag, position, body)) = row else {
        return Ok(Known::Nothing);
    };
    if digest != attempt.digest {
        return Ok(Known::Otherwise);
    }
    let status = u16::try_from(status).map_err(|_| crate::Error::Corrupt(format!("status {status}")))?;
    Ok(Known::Answered(Answer {
        status,
        location,
        etag,
        position,
        body,
    }))
}

/// What was kept before that is worth nothing any more.
fn oldest(now: Instant) -> Instant {
    Instant::new(now.as_datetime() - KEPT)
}

impl Write<'_> {
    /// What is known of a key.
    pub fn attempt(&mut self, attempt: &Attempt) -> Result<Known> {
        known(self.conn, attempt)
    }

    /// Keeps what is answered to an attempt of which nothing was known.
    pub fn keep_answer(&mut self, attempt: &Attempt, answer: &Answer) -> Result<()> {
        let too_old = keys::created_at.le(At(oldest(self.now())));
        diesel::delete(keys::table.filter(too_old)).execute(self.conn)?;
        diesel::delete(keys::table.find((Id(attempt.user), &attempt.key))).execute(self.conn)?;
        diesel::insert_into(keys::table)
            .values((
                keys::user_id.eq(Id(attempt.user)),
                keys::key.eq(&attempt.key),
                keys::digest.eq(&attempt.digest),
                keys::status.eq(i32::from(answer.status)),
                keys::location.eq(&answer.location),
                keys::etag.eq(&answer.etag),
                keys::position.eq(answer.position),
                keys::body.eq(&answer.body),
                keys::created_at.eq(At(self.now())),
            ))
            .execute(self.conn)?;
        Ok(())
    }
}

//! Second factors: what a person shows besides, from an application of codes or from paper.

use crate::schema::{recovery_codes, second_factors, sessions};
use crate::sql::{At, Id};
use crate::{Conn, Result, Write};
use aect_types::{Instant, Uuid};
use chrono::TimeDelta;
use diesel::prelude::*;

/// Wrong codes in a row that cost no waiting.
const FREE_TRIES: i32 = 5;
/// The first wait after them; each further one is twice as long.
const FIRST_WAIT: TimeDelta = TimeDelta::seconds(30);
/// The longest.
const LONGEST_WAIT: TimeDelta = TimeDelta::minutes(15);

/// A second factor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Factor {
    /// The shared secret, in base 32.
    pub secret: String,
    /// Whether a first code has come back: before that it protects nothing.
    pub confirmed: bool,
    /// The last time step that opened.
    pub last_step: Option<i64>,
    /// Until when no code is looked at, after too many wrong ones.
    pub wait_until: Option<Instant>,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = second_factors)]
struct Row {
    secret: String,
    confirmed_at: Option<At>,
    last_step: Option<i64>,
    wait_until: Option<At>,
}

/// The second factor of a person.
pub fn of_user(conn: &mut Conn, user: Uuid) -> Result<Option<Factor>> {
    let row: Option<Row> = second_factors::table
        .find(Id(user))
        .select(Row::as_select())
        .first(conn)
        .optional()?;
    Ok(row.map(|row| Factor {
        secret: row.secret,
        confirmed: row.confirmed_at.is_some(),
        last_step: row.last_step,
        wait_until: row.wait_until.map(|at| at.0),
    }))
}

/// Whether a person has one that protects.
pub(super) fn is_set(conn: &mut Conn, user: Uuid) -> Result<bool> {
    let count: i64 = second_factors::table
        .find(Id(user))
        .filter(second_factors::confirmed_at.is_not_null())
        .count()
        .get_result(conn)?;
    Ok(count > 0)
}

impl Write<'_> {
    /// Keeps a secret that is to become a second factor.
    pub fn begin_factor(&mut self, user: Uuid, secret: &str) -> Result<()> {
        diesel::delete(second_factors::table.find(Id(user))).execute(self.conn)?;
        diesel::insert_into(second_factors::table)
            .values((
                second_factors::user_id.eq(Id(user)),
                second_factors::secret.eq(secret),
                second_factors::tries.eq(0),
            ))
            .execute(self.conn)?;
        Ok(())
    }

    /// A code of that step has opened: the factor protects from now on, and the session has shown it.
    pub fn factor_shown(&mut self, user: Uuid, session: Uuid, step: Option<i64>) -> Result<()> {
        let now = At(self.now());
        diesel::update(
            second_factors::table
                .find(Id(user))
                .filter(second_factors::confirmed_at.is_null()),
        )
        .set(second_factors::confirmed_at.eq(Some(now)))
        .execute(self.conn)?;
        if let Some(step) = step {
            diesel::update(second_factors::table.find(Id(user)))
                .set(second_factors::last_step.eq(Some(step)))
                .execute(self.conn)?;
        }
        diesel::update(second_factors::table.find(Id(user)))
            .set((
                second_factors::tries.eq(0),
                second_factors::wait_until.eq(None::<At>),
            ))
            .execute(self.conn)?;
        diesel::update(sessions::table.find(Id(session)))
            .set(sessions::second_factor.eq(true))
            .execute(self.conn)?;
        Ok(())
    }

    /// A code was wrong: after a few, the next one has to wait, ever longer. Only whoever has already signed in comes
    /// so far: no stranger shuts anybody out.
    pub fn factor_failed(&mut self, user: Uuid) -> Result<()> {
        diesel::update(second_factors::table.find(Id(user)))
            .set(second_factors::tries.eq(second_factors::tries + 1))
            .execute(self.conn)?;
        let tries: i32 = second_factors::table
            .find(Id(user))
            .select(second_factors::tries)
            .first(self.conn)?;
        let Ok(doublings) = u32::try_from(tries - FREE_TRIES) else {
            return Ok(());
        };
        // Doubled ten times it is longer than the longest.
        let wait = (FIRST_WAIT * 2_i32.pow(doublings.min(10))).min(LONGEST_WAIT);
        let until = At(Instant::new(self.now().as_datetime() + wait));
        diesel::update(second_factors::table.find(Id(user)))
            .set(second_factors::wait_until.eq(Some(until)))
            .execute(self.conn)?;
        Ok(())
    }

    /// Takes a second factor away, with its recovery codes: no session has shown one any more. Answers whether it was one:
    /// a secret whose first code never came back protected nothing.
    pub fn remove_factor(&mut self, user: Uuid) -> Result<bool> {
        let was_one = of_user(self.conn, user)?.is_some_and(|factor| factor.confirmed);
        diesel::delete(second_factors::table.find(Id(user))).execute(self.conn)?;
        diesel::update(sessions::table.filter(sessions::user_id.eq(Id(user))))
            .set(sessions::second_factor.eq(false))
            .execute(self.conn)?;
        self.set_recovery_codes(user, &[])?;
        Ok(was_one)
    }

    /// Gives a person these recovery codes (digests) instead of those before.
    pub fn set_recovery_codes(&mut self, user: Uuid, digests: &[String]) -> Result<()> {
        diesel::delete(recovery_codes::table.filter(recovery_codes::user_id.eq(Id(user))))
            .execute(self.conn)?;
        for digest in digests {
            diesel::insert_into(recovery_codes::table)
                .values((
                    recovery_codes::digest.eq(digest),
                    recovery_codes::user_id.eq(Id(user)),
                ))
                .execute(self.conn)?;
        }
        Ok(())
    }

    /// Spends a recovery code (its digest); `false` where it is none of theirs, or was spent.
    pub fn use_recovery_code(&mut self, user: Uuid, digest: &str) -> Result<bool> {
        let spent = diesel::update(
            recovery_codes::table
                .find(digest)
                .filter(recovery_codes::user_id.eq(Id(user)))
                .filter(recovery_codes::used_at.is_null()),
        )
        .set(recovery_codes::used_at.eq(Some(At(self.now()))))
        .execute(self.conn)?;
        Ok(spent == 1)
    }
}

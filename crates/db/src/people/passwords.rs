//! Passwords of those who want one.

use crate::schema::{passwords, users};
use crate::sql::{At, Id};
use crate::{Conn, Result, Write};
use aect_types::people::Email;
use aect_types::{Instant, Uuid};
use diesel::prelude::*;

/// The account of an address, and the hash of its password, where it has one.
pub fn of_email(conn: &mut Conn, email: &Email) -> Result<Option<(Uuid, String)>> {
    let found: Option<(Id, String)> = passwords::table
        .inner_join(users::table)
        .filter(users::email.eq(email.as_str()))
        .select((passwords::user_id, passwords::hash))
        .first(conn)
        .optional()?;
    Ok(found.map(|(user, hash)| (user.0, hash)))
}

/// The hash of a person's password, and since when it is that.
pub fn of_user(conn: &mut Conn, user: Uuid) -> Result<Option<(String, Instant)>> {
    let found: Option<(String, At)> = passwords::table
        .find(Id(user))
        .select((passwords::hash, passwords::set_at))
        .first(conn)
        .optional()?;
    Ok(found.map(|(hash, since)| (hash, since.0)))
}

impl Write<'_> {
    /// Gives a person a password (its hash) in the place of the one before, or none any more; answers whether there was one.
    pub fn set_password(&mut self, user: Uuid, hash: Option<&str>) -> Result<bool> {
        let before = diesel::delete(passwords::table.find(Id(user))).execute(self.conn)?;
        if let Some(hash) = hash {
            diesel::insert_into(passwords::table)
                .values((
                    passwords::user_id.eq(Id(user)),
                    passwords::hash.eq(hash),
                    passwords::set_at.eq(At(self.now())),
                ))
                .execute(self.conn)?;
        }
        Ok(before > 0)
    }
}

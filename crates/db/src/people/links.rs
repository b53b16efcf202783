//! Signing in by a link sent to one's address.

use super::mails::Mail;
use crate::schema::sign_in_links;
use crate::sql::{At, Id};
use crate::{Result, Write};
use aect_types::people::Email;
use aect_types::{Instant, Uuid};
use chrono::TimeDelta;
use diesel::prelude::*;

/// How long a link is good.
pub const GOOD_FOR: TimeDelta = TimeDelta::minutes(15);
/// How often a code may be tried.
const TRIES: i32 = 5;

/// What is kept of a request to sign in.
#[derive(Clone, Debug)]
pub struct Asked<'a> {
    /// Where the link was sent.
    pub email: &'a Email,
    /// Digest of what the link holds.
    pub link: &'a str,
    /// Digest of what the browser that asked has kept.
    pub browser: &'a str,
    /// In which language.
    pub language: &'a str,
}

/// What a link leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Opened {
    /// The browser that asked: its address has answered.
    Here {
        /// The address.
        email: Email,
        /// Its language.
        language: String,
    },
    /// Another one: the code may be typed in the browser that asked.
    Elsewhere,
    /// No such link, or not any more.
    Spent,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = sign_in_links)]
struct Row {
    id: Id,
    email: String,
    browser_digest: String,
    code_digest: Option<String>,
    language: String,
    expires_at: At,
    used_at: Option<At>,
}

impl Write<'_> {
    /// Remembers a request, and puts its mail on its way; none where the address was sent many already, of which each is
    /// as good in the browser that asks. Returns its identifier and until when it is good.
    pub fn ask_link(&mut self, asked: &Asked<'_>, mail: Option<&Mail>) -> Result<(Uuid, Instant)> {
        let (id, now) = (Uuid::now_v7(), self.now());
        if let Some(mail) = mail {
            self.send_mail(mail)?;
        }
        let expires_at = Instant::new(now.as_datetime() + GOOD_FOR);
        diesel::insert_into(sign_in_links::table)
            .values((
                sign_in_links::id.eq(Id(id)),
                sign_in_links::email.eq(asked.email.as_str()),
                sign_in_links::link_digest.eq(asked.link),
                sign_in_links::browser_digest.eq(asked.browser),
                sign_in_links::code_tries.eq(0),
                sign_in_links::language.eq(asked.language),
                sign_in_links::created_at.eq(At(now)),
                sign_in_links::expires_at.eq(At(expires_at)),
            ))
            .execute(self.conn)?;
        // What nobody can use any more is forgotten.
        let long_ago = Instant::new(now.as_datetime() - TimeDelta::days(1));
        diesel::delete(sign_in_links::table.filter(sign_in_links::created_at.lt(At(long_ago))))
            .execute(self.conn)?;
        Ok((id, expires_at))
    }

    /// Uses a link: in a browser that asked for one to that address it is spent, in any other `code` (a digest) will do there in its place.
    pub fn use_link(&mut self, link: &str, browser: Option<&str>, code: &str) -> Result<Opened> {
        let found: Option<Row> = sign_in_links::table
            .filter(sign_in_links::link_digest.eq(link))
            .select(Row::as_select())
            .first(self.conn)
            .optional()?;
        let Some(row) = found.filter(|row| self.is_good(row)) else {
            return Ok(Opened::Spent);
        };
        if self.has_asked(&row, browser)? {
            return self.spend(row);
        }
        diesel::update(sign_in_links::table.find(row.id))
            .set((
                sign_in_links::code_digest.eq(Some(code)),
                sign_in_links::code_tries.eq(0),
            ))
            .execute(self.conn)?;
        Ok(Opened::Elsewhere)
    }

    /// Uses the code that a link gave in another browser. A wrong one counts; after a few, none is right any more.
    pub fn use_code(&mut self, id: Uuid, browser: &str, code: &str) -> Result<Opened> {
        let found: Option<Row> = sign_in_links::table
            .find(Id(id))
            .select(Row::as_select())
            .first(self.conn)
            .optional()?;
        let asked_here = |row: &Row| row.browser_digest == browser && row.code_digest.is_some();
        let Some(row) = found.filter(|row| self.is_good(row) && asked_here(row)) else {
            return Ok(Opened::Spent);
        };
        // Counted before it is compared: of many guesses at once, no more than so many are.
        let counted = diesel::update(
            sign_in_links::table
                .find(row.id)
                .filter(sign_in_links::code_tries.lt(TRIES)),
        )
        .set(sign_in_links::code_tries.eq(sign_in_links::code_tries + 1))
        .execute(self.conn)?;
        if counted == 1 && row.code_digest.as_deref() == Some(code) {
            return self.spend(row);
        }
        Ok(Opened::Spent)
    }

    /// Whether a browser has asked for a link to the same address that is still good, this one or another: the mail of
    /// another may be the only one that came.
    fn has_asked(&mut self, row: &Row, browser: Option<&str>) -> Result<bool> {
        let Some(browser) = browser else {
            return Ok(false);
        };
        let asked: i64 = sign_in_links::table
            .filter(sign_in_links::email.eq(&row.email))
            .filter(sign_in_links::browser_digest.eq(browser))
            .filter(sign_in_links::expires_at.gt(At(self.now())))
            .filter(sign_in_links::used_at.is_null())
            .count()
            .get_result(self.conn)?;
        Ok(asked > 0)
    }

    fn is_good(&self, row: &Row) -> bool {
        row.used_at.is_none() && row.expires_at.0 > self.now()
    }

    fn spend(&mut self, row: Row) -> Result<Opened> {
        // Of two at once, one.
        let spent = diesel::update(
            sign_in_links::table
                .find(row.id)
                .filter(sign_in_links::used_at.is_null()),
        )
        .set(sign_in_links::used_at.eq(Some(At(self.now()))))
        .execute(self.conn)?;
        if spent == 0 {
            return Ok(Opened::Spent);
        }
        let no_address = |_| crate::Error::Corrupt("a link was sent to no address".to_owned());
        Ok(Opened::Here {
            email: row.email.parse().map_err(no_address)?,
            language: row.language,
        })
    }
}

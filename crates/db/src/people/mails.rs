//! Mail on its way: written in the transaction that wants it sent, tried until it is.

use crate::schema::mails;
use crate::sql::{At, Id};
use crate::{Conn, Result, Write};
use aect_types::mail::{MailFailure, MailTrial};
use aect_types::moderation::limits::UNDO_MINUTES;
use aect_types::{Instant, Uuid};
use chrono::TimeDelta;
use diesel::prelude::*;

/// A mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mail {
    /// Whom it is for.
    pub recipient: String,
    /// Its subject.
    pub subject: String,
    /// Its words.
    pub text: String,
    /// The same as HTML.
    pub html: String,
}

/// A mail that waits.
#[derive(Clone, Debug)]
pub struct Waiting {
    /// Its identifier, and the first part of its `Message-ID`.
    pub id: Uuid,
    /// The mail.
    pub mail: Mail,
    /// How often it was tried.
    pub tries: i32,
}

/// After so many tries it is given up: most of two days with the pauses below.
const MOST_TRIES: i32 = 12;

type Row = (Id, String, String, String, String, i32);

/// Mails whose time has come, the oldest first.
pub fn due(conn: &mut Conn, now: Instant, most: i64) -> Result<Vec<Waiting>> {
    let rows: Vec<Row> = mails::table
        .filter(mails::sent_at.is_null())
        .filter(mails::tries.lt(MOST_TRIES))
        .filter(mails::next_try_at.le(At(now)))
        .order((mails::next_try_at, mails::id))
        .limit(most)
        .select((
            mails::id,
            mails::recipient,
            mails::subject,
            mails::text,
            mails::html,
            mails::tries,
        ))
        .load(conn)?;
    let read = |(id, recipient, subject, text, html, tries): Row| Waiting {
        id: id.0,
        mail: Mail {
            recipient,
            subject,
            text,
            html,
        },
        tries,
    };
    Ok(rows.into_iter().map(read).collect())
}

/// How mail fares: how many wait, how many were given up, and the last that could not leave.
pub fn fares(conn: &mut Conn) -> Result<(u64, u64, Option<MailFailure>)> {
    let staying = || mails::table.filter(mails::sent_at.is_null());
    let waiting: i64 = staying()
        .filter(mails::tries.lt(MOST_TRIES))
        .count()
        .get_result(conn)?;
    let given_up: i64 = staying()
        .filter(mails::tries.ge(MOST_TRIES))
        .count()
        .get_result(conn)?;
    let last: Option<(Option<At>, Option<String>)> = mails::table
        .filter(mails::failed_at.is_not_null())
        .order(mails::failed_at.desc())
        .select((mails::failed_at, mails::failure))
        .first(conn)
        .optional()?;
    let failure = last.and_then(|(at, reason)| {
        Some(MailFailure {
            at: at?.0,
            reason: reason?,
        })
    });
    let counted = |count: i64| u64::try_from(count).unwrap_or_default();
    Ok((counted(waiting), counted(given_up), failure))
}

/// What has become of a mail.
pub fn trial(conn: &mut Conn, id: Uuid) -> Result<Option<MailTrial>> {
    let row: Option<(Option<At>, Option<String>)> = mails::table
        .find(Id(id))
        .select((mails::sent_at, mails::failure))
        .first(conn)
        .optional()?;
    Ok(row.map(|(sent_at, failure)| MailTrial {
        id,
        sent: sent_at.is_some(),
        failure: failure.filter(|_| sent_at.is_none()),
    }))
}

impl Write<'_> {
    /// Puts a mail to somebody on its way.
    pub fn send_mail(&mut self, mail: &Mail) -> Result<()> {
        self.send_mail_about(mail, None)
    }

    /// The same, of which one wants to know what becomes ([`trial`]); gives its identifier.
    pub fn try_mail(&mut self, mail: &Mail) -> Result<Uuid> {
        self.put_mail(mail, None, None)
    }

    /// Puts a mail on its way that speaks of a person.
    pub fn send_mail_about(&mut self, mail: &Mail, about: Option<Uuid>) -> Result<()> {
        self.put_mail(mail, about, None).map(drop)
    }

    /// Puts a mail about a decision on its way: it leaves once that cannot be undone any more.
    pub fn send_mail_of(&mut self, mail: &Mail, decision: Uuid) -> Result<()> {
        self.put_mail(mail, None, Some(decision)).map(drop)
    }

    /// Takes back the mail about a decision.
    pub fn withdraw_mail_of(&mut self, decision: Uuid) -> Result<()> {
        diesel::delete(
            mails::table
                .filter(mails::decision_id.eq(Some(Id(decision))))
                .filter(mails::sent_at.is_null()),
        )
        .execute(self.conn)?;
        Ok(())
    }

    fn put_mail(&mut self, mail: &Mail, about: Option<Uuid>, decision: Option<Uuid>) -> Result<Uuid> {
        let (id, now) = (Uuid::now_v7(), At(self.now()));
        let pause = decision.map_or_else(TimeDelta::zero, |_| TimeDelta::minutes(UNDO_MINUTES));
        let leaves = At(Instant::new(self.now().as_datetime() + pause));
        diesel::insert_into(mails::table)
            .values((
                mails::id.eq(Id(id)),
                mails::recipient.eq(&mail.recipient),
                mails::subject.eq(&mail.subject),
                mails::text.eq(&mail.text),
                mails::html.eq(&mail.html),
                mails::created_at.eq(now),
                mails::next_try_at.eq(leaves),
                mails::tries.eq(0),
                mails::about_id.eq(about.map(Id)),
                mails::decision_id.eq(decision.map(Id)),
            ))
            .execute(self.conn)?;
        Ok(id)
    }

    /// It has left: nothing of it is kept but that it was sent, since links in it open a session.
    pub fn mail_left(&mut self, id: Uuid) -> Result<()> {
        diesel::update(mails::table.find(Id(id)))
            .set((
                mails::sent_at.eq(Some(At(self.now()))),
                mails::recipient.eq(""),
                mails::subject.eq(""),
                mails::text.eq(""),
                mails::html.eq(""),
                mails::about_id.eq(None::<Id>),
            ))
            .execute(self.conn)?;
        Ok(())
    }

    /// It could not leave: the next try comes after a pause that doubles. `failure` names nobody: it stays when the mail has left.
    pub fn mail_stayed(&mut self, waiting: &Waiting, failure: &str) -> Result<()> {
        let pause = TimeDelta::minutes(1 << waiting.tries.clamp(0, 9));
        let next = Instant::new(self.now().as_datetime() + pause);
        diesel::update(mails::table.find(Id(waiting.id)))
            .set((
                mails::tries.eq(waiting.tries + 1),
                mails::next_try_at.eq(At(next)),
                mails::failure.eq(Some(failure)),
                mails::failed_at.eq(Some(At(self.now()))),
            ))
            .execute(self.conn)?;
        Ok(())
    }

    /// It was refused for good: it is given up, and nothing of it is kept but why.
    pub fn mail_refused(&mut self, id: Uuid, failure: &str) -> Result<()> {
        diesel::update(mails::table.find(Id(id)))
            .set((
                mails::tries.eq(MOST_TRIES),
                mails::failure.eq(Some(failure)),
                mails::failed_at.eq(Some(At(self.now()))),
                mails::recipient.eq(""),
                mails::subject.eq(""),
                mails::text.eq(""),
                mails::html.eq(""),
                mails::about_id.eq(None::<Id>),
            ))
            .execute(self.conn)?;
        Ok(())
    }
}

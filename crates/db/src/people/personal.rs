//! Everything that is kept of a person: for them to have, and to be forgotten.

use crate::schema::{
    journal, mails, memberships, openid_identities, records, recovery_codes, remarks, second_factors,
    sessions, sign_in_links, users,
};
use crate::sql::{At, Doc, Id};
use crate::{Conn, Result, Write};
use aect_types::Uuid;
use aect_types::history::{Author, Revision};
use aect_types::people::Email;
use aect_types::personal::{
    MailKept, MembershipKept, OpenIdIdentityKept, RemarkKept, SessionKept, SignInLinkKept, WriteKept,
};
use diesel::prelude::*;

/// Memberships, whatever became of them.
pub fn memberships(conn: &mut Conn, user: Uuid) -> Result<Vec<MembershipKept>> {
    type Row = (
        Id,
        String,
        Option<String>,
        String,
        Option<String>,
        Option<String>,
        At,
        Option<At>,
    );
    let rows: Vec<Row> = memberships::table
        .filter(memberships::user_id.eq(Id(user)))
        .order(memberships::asked_at)
        .select((
            memberships::record_id,
            memberships::state,
            memberships::role,
            memberships::way,
            memberships::message,
            memberships::reason,
            memberships::asked_at,
            memberships::decided_at,
        ))
        .load(conn)?;
    let read = |(record, state, role, way, message, reason, asked_at, decided_at): Row| {
        Ok(MembershipKept {
            record: record.0,
            state: state.parse()?,
            role: role.map(|role| role.parse()).transpose()?,
            way,
            message,
            reason,
            asked_at: asked_at.0,
            decided_at: decided_at.map(|at| at.0),
        })
    };
    rows.into_iter().map(read).collect()
}

/// Sessions, ended ones included.
pub fn sessions(conn: &mut Conn, user: Uuid) -> Result<Vec<SessionKept>> {
    type Row = (String, Option<String>, At, At, Option<At>, Option<String>);
    let rows: Vec<Row> = sessions::table
        .filter(sessions::user_id.eq(Id(user)))
        .order(sessions::created_at)
        .select((
            sessions::way,
            sessions::agent,
            sessions::created_at,
            sessions::used_at,
            sessions::ended_at,
            sessions::ended_because,
        ))
        .load(conn)?;
    let read = |(way, agent, created_at, used_at, ended_at, ended_because): Row| {
        Ok(SessionKept {
            way: way.parse()?,
            agent,
            created_at: created_at.0,
            used_at: used_at.0,
            ended_at: ended_at.map(|at| at.0),
            ended_because,
        })
    };
    rows.into_iter().map(read).collect()
}

/// Requests for links to an address.
pub fn sign_in_links(conn: &mut Conn, email: &Email) -> Result<Vec<SignInLinkKept>> {
    let rows: Vec<(At, Option<At>)> = sign_in_links::table
        .filter(sign_in_links::email.eq(email.as_str()))
        .order(sign_in_links::created_at)
        .select((sign_in_links::created_at, sign_in_links::used_at))
        .load(conn)?;
    let read = |(created_at, used_at): (At, Option<At>)| SignInLinkKept {
        created_at: created_at.0,
        used_at: used_at.map(|at| at.0),
    };
    Ok(rows.into_iter().map(read).collect())
}

/// Other sites that sign a person in.
pub fn openid_identities(conn: &mut Conn, user: Uuid) -> Result<Vec<OpenIdIdentityKept>> {
    let rows: Vec<(String, String, At, At)> = openid_identities::table
        .filter(openid_identities::user_id.eq(Id(user)))
        .order(openid_identities::linked_at)
        .select((
            openid_identities::issuer,
            openid_identities::subject,
            openid_identities::linked_at,
            openid_identities::used_at,
        ))
        .load(conn)?;
    let read = |(issuer, subject, linked_at, used_at): (String, String, At, At)| OpenIdIdentityKept {
        issuer,
        subject,
        linked_at: linked_at.0,
        used_at: used_at.0,
    };
    Ok(rows.into_iter().map(read).collect())
}

/// Mail to an address that has not left.
pub fn waiting_mails(conn: &mut Conn, email: &Email) -> Result<Vec<MailKept>> {
    let rows: Vec<(String, At)> = mails::table
        .filter(mails::recipient.eq(email.as_str()))
        .order(mails::created_at)
        .select((mails::subject, mails::created_at))
        .load(conn)?;
    let read = |(subject, created_at): (String, At)| MailKept {
        subject,
        created_at: created_at.0,
    };
    Ok(rows.into_iter().map(read).collect())
}

/// Since when a person has a second factor, and how many recovery codes are left.
pub fn second_factor(conn: &mut Conn, user: Uuid) -> Result<(Option<aect_types::Instant>, i64)> {
    let since: Option<Option<At>> = second_factors::table
        .find(Id(user))
        .select(second_factors::confirmed_at)
        .first(conn)
        .optional()?;
    let left = recovery_codes::table
        .filter(recovery_codes::user_id.eq(Id(user)))
        .filter(recovery_codes::used_at.is_null())
        .count()
        .get_result(conn)?;
    Ok((since.flatten().map(|at| at.0), left))
}

/// What a person said of records, from their account or with their address.
pub fn remarks(conn: &mut Conn, user: Uuid, email: &Email) -> Result<Vec<RemarkKept>> {
    type Row = (
        Id,
        String,
        Option<String>,
        Option<String>,
        Option<String>,
        String,
        Option<String>,
        At,
    );
    let rows: Vec<Row> = remarks::table
        .filter(
            remarks::author_id
                .eq(Some(Id(user)))
                .or(remarks::email.eq(email.as_str())),
        )
        .order(remarks::created_at)
        .select((
            remarks::record_id,
            remarks::kind,
            remarks::message,
            remarks::proposal,
            remarks::email,
            remarks::state,
            remarks::answer,
            remarks::created_at,
        ))
        .load(conn)?;
    let read = |(record, kind, message, proposal, email, state, answer, sent_at): Row| {
        Ok(RemarkKept {
            record: record.0,
            kind: kind.parse()?,
            message,
            proposal,
            email: email.and_then(|email| email.parse().ok()),
            state: state.parse()?,
            answer,
            sent_at: sent_at.0,
        })
    };
    rows.into_iter().map(read).collect()
}

/// What a person wrote in records, in the order in which they did.
pub fn writes(conn: &mut Conn, user: Uuid) -> Result<Vec<WriteKept>> {
    type Row = (String, Id, i64, At, String, Doc);
    let rows: Vec<Row> = journal::table
        .inner_join(records::table.on(records::id.eq(journal::record_id)))
        .filter(journal::author.eq(format!("user:{user}")))
        .order(journal::sequence)
        .select((
            records::resource,
            journal::record_id,
            journal::version,
            journal::at,
            journal::operation,
            journal::changes,
        ))
        .load(conn)?;
    let read = |(resource, record, version, at, operation, changes): Row| {
        Ok(WriteKept {
            resource: resource.parse()?,
            record: record.0,
            revision: Revision {
                version,
                at: at.0,
                author: Author::Person { id: user, name: None },
                operation,
                changes: changes.read()?,
            },
        })
    };
    rows.into_iter().map(read).collect()
}

impl Write<'_> {
    /// Forgets a person: the account and all that hangs on it, requests for links, mail to and about them, and their name in
    /// what is said of files. Records keep what was written, by an identifier that leads to nobody any more.
    pub fn erase_user(&mut self, user: Uuid) -> Result<()> {
        let Some(known) = self.user(user)? else {
            return Ok(());
        };
        let email = known.email.as_str();
        diesel::delete(sign_in_links::table.filter(sign_in_links::email.eq(email))).execute(self.conn)?;
        diesel::delete(
            mails::table.filter(mails::recipient.eq(email).or(mails::about_id.eq(Some(Id(user))))),
        )
        .execute(self.conn)?;
        let said = remarks::author_id.eq(Some(Id(user))).or(remarks::email.eq(email));
        diesel::delete(remarks::table.filter(said)).execute(self.conn)?;
        self.forget_co_leads_of(user)?;
        self.forget_in_files(user, &[&known.name, email])?;
        // Sessions, memberships, second factors, the password and other sites go with it.
        diesel::delete(users::table.find(Id(user))).execute(self.conn)?;
        Ok(())
    }
}

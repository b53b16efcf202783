//! Sessions and their refresh tokens.

use crate::schema::{memberships, refresh_tokens, sessions, users};
use crate::sql::{At, Id};
use crate::{Conn, Result, Write};
use aect_types::people::{MemberRole, MembershipState, SignInWay, UserState};
use aect_types::policy::Person;
use aect_types::{Instant, Uuid};
use chrono::TimeDelta;
use diesel::prelude::*;
use std::collections::BTreeMap;

/// Why a session has ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Because {
    /// The person ended it.
    SignedOut,
    /// A refresh token came a second time: somebody else has one.
    Stolen,
    /// The account was suspended.
    Suspended,
    /// The password was changed.
    Password,
}

impl Because {
    const fn as_str(self) -> &'static str {
        match self {
            Self::SignedOut => "signed_out",
            Self::Stolen => "stolen",
            Self::Suspended => "suspended",
            Self::Password => "password",
        }
    }
}

/// How a session begins.
#[derive(Clone, Debug)]
pub struct Beginning<'a> {
    /// Whose it is.
    pub user: Uuid,
    /// How they signed in.
    pub way: SignInWay,
    /// With a second factor.
    pub second_factor: bool,
    /// The browser, as it calls itself.
    pub agent: Option<&'a str>,
    /// Digest of its first refresh token.
    pub refresh: &'a str,
}

/// What came of a refresh token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turned {
    /// The session goes on, with the next token.
    On {
        /// Which session.
        session: Uuid,
        /// Whose.
        user: Uuid,
    },
    /// It came a second time: the session has ended.
    Stolen,
    /// It is none, or its session has ended.
    Unknown,
}

/// How long a session lasts that nobody uses.
pub const LASTING: TimeDelta = TimeDelta::days(30);
/// How long after its use a refresh token may come again: two windows of one browser turn theirs at the same time.
const TWO_WINDOWS: TimeDelta = TimeDelta::seconds(10);

/// A session, as its person sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// Its identifier.
    pub id: Uuid,
    /// How they signed in.
    pub way: SignInWay,
    /// With a second factor.
    pub second_factor: bool,
    /// The browser, as it called itself.
    pub agent: Option<String>,
    /// When it began.
    pub created_at: Instant,
    /// When it was last used.
    pub used_at: Instant,
}

type Row = (Id, String, bool, Option<String>, At, At);

/// The sessions of a person that have not ended, the last used first.
pub fn of_user(conn: &mut Conn, user: Uuid) -> Result<Vec<Session>> {
    let rows: Vec<Row> = sessions::table
        .filter(sessions::user_id.eq(Id(user)))
        .filter(sessions::ended_at.is_null())
        .order(sessions::used_at.desc())
        .select((
            sessions::id,
            sessions::way,
            sessions::second_factor,
            sessions::agent,
            sessions::created_at,
            sessions::used_at,
        ))
        .load(conn)?;
    let read = |(id, way, second_factor, agent, created_at, used_at): Row| {
        Ok(Session {
            id: id.0,
            way: way.parse()?,
            second_factor,
            agent,
            created_at: created_at.0,
            used_at: used_at.0,
        })
    };
    rows.into_iter().map(read).collect()
}

/// The person of a session, with what decides their rights; `None` where it has ended, or the account may not be used.
pub fn person(conn: &mut Conn, session: Uuid) -> Result<Option<Person>> {
    let found: Option<(Id, String, String, bool)> = sessions::table
        .inner_join(users::table)
        .filter(sessions::id.eq(Id(session)))
        .filter(sessions::ended_at.is_null())
        .select((users::id, users::role, users::state, sessions::second_factor))
        .first(conn)
        .optional()?;
    let Some((id, role, state, second_factor)) = found else {
        return Ok(None);
    };
    if state.parse::<UserState>()? != UserState::Active {
        return Ok(None);
    }
    let second_factor_due = !second_factor && super::second_factors::is_set(conn, id.0)?;
    if second_factor_due {
        return Ok(Some(Person {
            id: id.0,
            role: role.parse()?,
            second_factor,
            second_factor_due,
            memberships: BTreeMap::new(),
        }));
    }
    let roles: Vec<(Id, Option<String>)> = memberships::table
        .filter(memberships::user_id.eq(id))
        .filter(memberships::state.eq(MembershipState::Accepted.as_str()))
        .select((memberships::record_id, memberships::role))
        .load(conn)?;
    let mut given: BTreeMap<Uuid, MemberRole> = BTreeMap::new();
    for (record, role) in roles {
        if let Some(role) = role {
            given.insert(record.0, role.parse()?);
        }
    }
    Ok(Some(Person {
        id: id.0,
        role: role.parse()?,
        second_factor,
        second_factor_due,
        memberships: given,
    }))
}

/// When a session began.
pub fn begun_at(conn: &mut Conn, session: Uuid) -> Result<Instant> {
    let begun: At = sessions::table
        .find(Id(session))
        .select(sessions::created_at)
        .first(conn)?;
    Ok(begun.0)
}

impl Write<'_> {
    /// Begins a session.
    pub fn begin_session(&mut self, beginning: &Beginning<'_>) -> Result<Uuid> {
        let id = Uuid::now_v7();
        let now = self.now();
        diesel::insert_into(sessions::table)
            .values((
                sessions::id.eq(Id(id)),
                sessions::user_id.eq(Id(beginning.user)),
                sessions::way.eq(beginning.way.as_str()),
                sessions::second_factor.eq(beginning.second_factor),
                sessions::agent.eq(beginning.agent),
                sessions::created_at.eq(At(now)),
                sessions::used_at.eq(At(now)),
            ))
            .execute(self.conn)?;
        self.issue(id, beginning.refresh)?;
        self.seen(beginning.user)?;
        Ok(id)
    }

    /// Takes a refresh token for the next one. Whoever brings one a second time ends the session: of the two, one is
    /// a thief.
    pub fn turn_session(&mut self, refresh: &str, next: &str) -> Result<Turned> {
        type Found = (Id, Id, At, Option<At>, Option<At>);
        let found: Option<Found> = refresh_tokens::table
            .inner_join(sessions::table)
            .filter(refresh_tokens::digest.eq(refresh))
            .select((
                sessions::id,
                sessions::user_id,
                refresh_tokens::expires_at,
                refresh_tokens::used_at,
                sessions::ended_at,
            ))
            .first(self.conn)
            .optional()?;
        let Some((session, user, expires_at, used_at, ended_at)) = found else {
            return Ok(Turned::Unknown);
        };
        let now = self.now();
        if ended_at.is_some() || expires_at.0 <= now {
            return Ok(Turned::Unknown);
        }
        if used_at.is_some_and(|used| now.as_datetime() - used.0.as_datetime() > TWO_WINDOWS) {
            self.end_session(session.0, Because::Stolen)?;
            return Ok(Turned::Stolen);
        }
        diesel::update(refresh_tokens::table.find(refresh))
            .set(refresh_tokens::used_at.eq(Some(used_at.unwrap_or(At(now)))))
            .execute(self.conn)?;
        diesel::update(sessions::table.find(session))
            .set(sessions::used_at.eq(At(now)))
            .execute(self.conn)?;
        self.issue(session.0, next)?;
        self.seen(user.0)?;
        Ok(Turned::On {
            session: session.0,
            user: user.0,
        })
    }

    /// Somebody uses their account: it stays.
    fn seen(&mut self, user: Uuid) -> Result<()> {
        diesel::update(users::table.find(Id(user)))
            .set((users::seen_at.eq(Some(At(self.now()))), users::notices.eq(0)))
            .execute(self.conn)?;
        Ok(())
    }

    /// Ends a session.
    pub fn end_session(&mut self, session: Uuid, because: Because) -> Result<()> {
        let now = Some(At(self.now()));
        diesel::update(
            sessions::table
                .find(Id(session))
                .filter(sessions::ended_at.is_null()),
        )
        .set((
            sessions::ended_at.eq(now),
            sessions::ended_because.eq(because.as_str()),
        ))
        .execute(self.conn)?;
        Ok(())
    }

    /// Ends a session of a person; `false` where it is none of theirs.
    pub fn end_session_of(&mut self, user: Uuid, session: Uuid) -> Result<bool> {
        let theirs = of_user(self.conn, user)?.iter().any(|known| known.id == session);
        if theirs {
            self.end_session(session, Because::SignedOut)?;
        }
        Ok(theirs)
    }

    /// Ends all sessions of a person but one.
    pub fn end_sessions(&mut self, user: Uuid, except: Option<Uuid>, because: Because) -> Result<()> {
        for session in of_user(self.conn, user)? {
            if Some(session.id) != except {
                self.end_session(session.id, because)?;
            }
        }
        Ok(())
    }

    fn issue(&mut self, session: Uuid, digest: &str) -> Result<()> {
        let now = self.now();
        diesel::insert_into(refresh_tokens::table)
            .values((
                refresh_tokens::digest.eq(digest),
                refresh_tokens::session_id.eq(Id(session)),
                refresh_tokens::issued_at.eq(At(now)),
                refresh_tokens::expires_at.eq(At(Instant::new(now.as_datetime() + LASTING))),
            ))
            .execute(self.conn)?;
        Ok(())
    }
}

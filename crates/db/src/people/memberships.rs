//! Who belongs to which collectivity or actor: what the person sees of it, and what changes it.

use crate::schema::{memberships, records, renditions};
use crate::sql::{At, Id};
use crate::{Conn, Result, Write};
use aect_types::audit::ActKind;
use aect_types::people::{MemberRole, Membership, MembershipState};
use aect_types::{Instant, Resource, Uuid};
use chrono::TimeDelta;
use diesel::prelude::*;
use serde::Deserialize;

/// How somebody came to belong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// They asked, and somebody decides.
    Asked,
    /// Somebody invited them.
    Invited,
    /// They have an address on a domain that stands for the record.
    Domain,
    /// Another site says which organisation they work for, by its SIRET.
    Siret,
    /// They had a code that the network left at a visit.
    Visit,
    /// Whoever runs the instance let them in.
    Command,
}

impl Way {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Asked => "asked",
            Self::Invited => "invited",
            Self::Domain => "domain",
            Self::Siret => "siret",
            Self::Visit => "visit",
            Self::Command => "command",
        }
    }
}

/// A request to belong, an invitation, or both at once.
#[derive(Clone, Debug)]
pub struct Asking<'a> {
    /// Who.
    pub user: Uuid,
    /// To what.
    pub record: Uuid,
    /// With which state it begins.
    pub state: MembershipState,
    /// What they may do, or may once they say yes.
    pub role: Option<MemberRole>,
    /// How it came.
    pub way: Way,
    /// What they wrote, or was written to them.
    pub message: Option<&'a str>,
    /// Who invited them, or let them in.
    pub by: Option<Uuid>,
}

/// What is decided of a membership.
#[derive(Clone, Debug)]
pub struct Decision<'a> {
    /// Which state follows.
    pub state: MembershipState,
    /// What they may do from now on, or could.
    pub role: Option<MemberRole>,
    /// Why, in words.
    pub reason: Option<&'a str>,
    /// Who decided.
    pub by: Option<Uuid>,
}

/// A membership, as rules look at it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Belonging {
    /// Its identifier.
    pub id: Uuid,
    /// Who.
    pub user: Uuid,
    /// To what.
    pub record: Uuid,
    /// How far it has come.
    pub state: MembershipState,
    /// What they may do, or may once they say yes.
    pub role: Option<MemberRole>,
    /// When they asked or were asked.
    pub asked_at: Instant,
}

#[derive(Deserialize)]
struct Named {
    #[serde(alias = "title", alias = "name_fr")]
    name: String,
}

type Row = (
    Id,
    Id,
    String,
    String,
    String,
    String,
    Option<String>,
    Option<String>,
    At,
    Option<At>,
);

/// The memberships of a person, in the order in which they asked.
pub fn of_user(conn: &mut Conn, user: Uuid) -> Result<Vec<Membership>> {
    let rows: Vec<Row> = memberships::table
        .inner_join(records::table.on(records::id.eq(memberships::record_id)))
        .inner_join(renditions::table.on(renditions::record_id.eq(memberships::record_id)))
        .filter(memberships::user_id.eq(Id(user)))
        .filter(renditions::hidden.eq(false))
        .order(memberships::asked_at)
        .select((
            memberships::id,
            memberships::record_id,
            records::resource,
            records::slug,
            renditions::summary,
            memberships::state,
            memberships::role,
            memberships::reason,
            memberships::asked_at,
            memberships::decided_at,
        ))
        .load(conn)?;
    rows.into_iter().map(read).collect()
}

fn read(row: Row) -> Result<Membership> {
    let (id, record, resource, slug, summary, state, role, reason, asked_at, decided_at) = row;
    Ok(Membership {
        id: id.0,
        resource: resource.parse::<Resource>()?,
        record: record.0,
        slug: slug.parse()?,
        name: name_in(&summary)?,
        state: state.parse()?,
        role: role.map(|role| role.parse()).transpose()?,
        reason,
        asked_at: asked_at.0,
        decided_at: decided_at.map(|at| at.0),
    })
}

/// The name of a record.
pub fn name_of(conn: &mut Conn, record: Uuid) -> Result<String> {
    let summary: String = renditions::table
        .find(Id(record))
        .select(renditions::summary)
        .first(conn)?;
    name_in(&summary)
}

/// The name or title that a rendition's summary gives.
pub(super) fn name_in(summary: &str) -> Result<String> {
    let Named { name } = serde_json::from_str(summary)?;
    Ok(name)
}

type Known = (Id, Id, Id, String, Option<String>, At);

fn belonging((id, user, record, state, role, asked_at): Known) -> Result<Belonging> {
    Ok(Belonging {
        id: id.0,
        user: user.0,
        record: record.0,
        state: state.parse()?,
        role: role.map(|role| role.parse()).transpose()?,
        asked_at: asked_at.0,
    })
}

impl Write<'_> {
    /// A membership.
    pub fn membership(&mut self, id: Uuid) -> Result<Option<Belonging>> {
        let row: Option<Known> = memberships::table
            .find(Id(id))
            .select((
                memberships::id,
                memberships::user_id,
                memberships::record_id,
                memberships::state,
                memberships::role,
                memberships::asked_at,
            ))
            .first(self.conn)
            .optional()?;
        row.map(belonging).transpose()
    }

    /// The membership of a person with a record, whatever its state.
    pub fn membership_of(&mut self, user: Uuid, record: Uuid) -> Result<Option<Belonging>> {
        let known: Option<Id> = memberships::table
            .filter(memberships::user_id.eq(Id(user)))
            .filter(memberships::record_id.eq(Id(record)))
            .select(memberships::id)
            .first(self.conn)
            .optional()?;
        known.map_or(Ok(None), |id| self.membership(id.0))
    }

    /// Asks, invites or lets in. There is one membership for a person and a record: this one takes the place of what
    /// was there.
    pub fn ask_membership(&mut self, asking: &Asking<'_>) -> Result<Uuid> {
        let known = self.membership_of(asking.user, asking.record)?;
        let now = At(self.now());
        let decided = (asking.state == MembershipState::Accepted).then_some(now);
        // By an address, a code or the command line: nobody decides, but it is good to know.
        if asking.state == MembershipState::Accepted {
            let role = asking.role.map_or("", MemberRole::as_str);
            let detail = format!("{} {role} {}", asking.state, asking.way.as_str());
            let (user, record) = (Some(asking.user), Some(asking.record));
            self.note_act(ActKind::Membership, user, record, Some(&detail))?;
        }
        let said = (
            memberships::state.eq(asking.state.as_str()),
            memberships::role.eq(asking.role.map(|role| role.to_string())),
            memberships::way.eq(asking.way.as_str()),
            memberships::message.eq(asking.message),
            memberships::reason.eq(None::<String>),
            memberships::asked_at.eq(now),
            memberships::decided_at.eq(decided),
            memberships::decided_by.eq(asking.by.map(Id)),
        );
        if let Some(known) = known {
            diesel::update(memberships::table.find(Id(known.id)))
                .set(said)
                .execute(self.conn)?;
            return Ok(known.id);
        }
        let id = Uuid::now_v7();
        diesel::insert_into(memberships::table)
            .values((
                memberships::id.eq(Id(id)),
                memberships::user_id.eq(Id(asking.user)),
                memberships::record_id.eq(Id(asking.record)),
                said,
            ))
            .execute(self.conn)?;
        Ok(id)
    }

    /// Decides a membership.
    pub fn decide_membership(&mut self, id: Uuid, decision: &Decision<'_>) -> Result<()> {
        diesel::update(memberships::table.find(Id(id)))
            .set((
                memberships::state.eq(decision.state.as_str()),
                memberships::role.eq(decision.role.map(|role| role.to_string())),
                memberships::reason.eq(decision.reason),
                memberships::decided_at.eq(Some(At(self.now()))),
                memberships::decided_by.eq(decision.by.map(Id)),
            ))
            .execute(self.conn)?;
        let (user, record): (Id, Id) = memberships::table
            .find(Id(id))
            .select((memberships::user_id, memberships::record_id))
            .first(self.conn)?;
        // What somebody does of their own is no act of authority.
        if decision.by == Some(user.0) {
            return Ok(());
        }
        let role = decision.role.map_or("", MemberRole::as_str);
        let detail = format!("{} {role}", decision.state);
        self.note_act(
            ActKind::Membership,
            Some(user.0),
            Some(record.0),
            Some(detail.trim()),
        )
    }

    /// How many people somebody has invited within the last day.
    pub fn invited_lately(&mut self, by: Uuid) -> Result<i64> {
        Ok(memberships::table
            .filter(memberships::decided_by.eq(Id(by)))
            .filter(memberships::way.eq(Way::Invited.as_str()))
            .filter(memberships::asked_at.gt(At(self.a_day_ago())))
            .count()
            .get_result(self.conn)?)
    }

    /// How many records a person has asked to belong to within the last day.
    pub fn asked_lately(&mut self, user: Uuid) -> Result<i64> {
        Ok(memberships::table
            .filter(memberships::user_id.eq(Id(user)))
            .filter(memberships::way.eq(Way::Asked.as_str()))
            .filter(memberships::asked_at.gt(At(self.a_day_ago())))
            .count()
            .get_result(self.conn)?)
    }

    /// Since when something happened lately.
    #[must_use]
    pub fn a_day_ago(&self) -> Instant {
        Instant::new(self.now().as_datetime() - TimeDelta::days(1))
    }
}

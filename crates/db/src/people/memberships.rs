//! Who belongs to which collectivity or actor.

use crate::schema::{memberships, records, renditions};
use crate::sql::{At, Id};
use crate::{Conn, Result, Write};
use aect_types::people::{MemberRole, Membership, MembershipState};
use aect_types::{Resource, Uuid};
use diesel::prelude::*;
use serde::Deserialize;

/// How somebody came to belong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Whoever runs the instance let them in.
    Command,
}

impl Way {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Command => "command",
        }
    }
}

/// What is decided of a membership.
#[derive(Clone, Debug)]
pub struct Decision<'a> {
    /// Which state follows.
    pub state: MembershipState,
    /// What they may do, where they were accepted.
    pub role: Option<MemberRole>,
    /// Why, in words, where they were refused.
    pub reason: Option<&'a str>,
    /// Who decided.
    pub by: Option<Uuid>,
}

#[derive(Deserialize)]
struct Named {
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

/// The memberships of a person, by the names of the records.
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
    let Named { name } = serde_json::from_str(&summary)?;
    Ok(Membership {
        id: id.0,
        resource: resource.parse::<Resource>()?,
        record: record.0,
        slug: slug.parse()?,
        name,
        state: state.parse()?,
        role: role.map(|role| role.parse()).transpose()?,
        reason,
        asked_at: asked_at.0,
        decided_at: decided_at.map(|at| at.0),
    })
}

impl Write<'_> {
    /// Asks, or is asked, to belong: a new request takes the place of one that was refused or has ended. Nothing
    /// changes where one waits or was accepted.
    pub fn ask_membership(
        &mut self,
        user: Uuid,
        record: Uuid,
        state: MembershipState,
        way: Way,
        message: Option<&str>,
    ) -> Result<Uuid> {
        let known: Option<(Id, String)> = memberships::table
            .filter(memberships::user_id.eq(Id(user)))
            .filter(memberships::record_id.eq(Id(record)))
            .select((memberships::id, memberships::state))
            .first(self.conn)
            .optional()?;
        let now = At(self.now());
        if let Some((id, before)) = known {
            let over = matches!(
                before.parse()?,
                MembershipState::Refused | MembershipState::Former
            );
            if over {
                diesel::update(memberships::table.find(id))
                    .set((
                        memberships::state.eq(state.as_str()),
                        memberships::role.eq(None::<String>),
                        memberships::way.eq(way.as_str()),
                        memberships::message.eq(message),
                        memberships::reason.eq(None::<String>),
                        memberships::asked_at.eq(now),
                        memberships::decided_at.eq(None::<At>),
                        memberships::decided_by.eq(None::<Id>),
                    ))
                    .execute(self.conn)?;
            }
            return Ok(id.0);
        }
        let id = Uuid::now_v7();
        diesel::insert_into(memberships::table)
            .values((
                memberships::id.eq(Id(id)),
                memberships::user_id.eq(Id(user)),
                memberships::record_id.eq(Id(record)),
                memberships::state.eq(state.as_str()),
                memberships::way.eq(way.as_str()),
                memberships::message.eq(message),
                memberships::asked_at.eq(now),
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
        Ok(())
    }
}

//! Who keeps a record, as its own people and the animators see them.

use super::memberships::name_in;
use super::users::{self, User};
use crate::schema::{memberships, records, renditions, users as accounts};
use crate::sql::{At, Id};
use crate::{Conn, Result};
use aect_types::memberships::{TeamMember, TeamPerson, Vacancy, WaitingMembership};
use aect_types::people::{Email, MemberRole, MembershipState, Standing, UserRole};
use aect_types::{Instant, Uuid};
use diesel::prelude::*;

#[derive(Queryable, Selectable)]
#[diesel(table_name = memberships)]
struct Row {
    id: Id,
    user_id: Id,
    state: String,
    role: Option<String>,
    message: Option<String>,
    asked_at: At,
    decided_at: Option<At>,
}

/// Everybody who belongs to a record, asked to or is invited, whoever waits first, then by name.
pub fn of_record(conn: &mut Conn, record: Uuid) -> Result<Vec<TeamMember>> {
    let present = [
        MembershipState::Pending,
        MembershipState::Invited,
        MembershipState::Accepted,
    ];
    let rows: Vec<Row> = memberships::table
        .filter(memberships::record_id.eq(Id(record)))
        .filter(memberships::state.eq_any(present.map(MembershipState::as_str)))
        .order(memberships::asked_at)
        .select(Row::as_select())
        .load(conn)?;
    let mut team = Vec::new();
    for row in rows {
        team.push(member(conn, row)?);
    }
    team.sort_by_key(|member| present.iter().position(|state| *state == member.state));
    Ok(team)
}

/// One of them, whatever its state.
pub fn one(conn: &mut Conn, membership: Uuid) -> Result<Option<TeamMember>> {
    let row: Option<Row> = memberships::table
        .find(Id(membership))
        .select(Row::as_select())
        .first(conn)
        .optional()?;
    row.map(|row| member(conn, row)).transpose()
}

fn member(conn: &mut Conn, row: Row) -> Result<TeamMember> {
    let user = users::by_id(conn, row.user_id.0)?
        .ok_or_else(|| crate::Error::Corrupt("a membership is nobody's".to_owned()))?;
    let state: MembershipState = row.state.parse()?;
    let email = Some(user.email.clone());
    Ok(TeamMember {
        id: row.id.0,
        state,
        role: row.role.map(|role| role.parse()).transpose()?,
        // Whoever was only invited has not said that they may be shown.
        person: (state != MembershipState::Invited).then(|| shown(user)),
        email,
        message: row.message,
        asked_at: row.asked_at.0,
        decided_at: row.decided_at.map(|at| at.0),
    })
}

pub(super) fn shown(user: User) -> TeamPerson {
    TeamPerson {
        id: user.id,
        name: user.name,
        function: user.function,
        standing: user.standing,
        mandate_end: user.mandate_end,
    }
}

/// The places of a team that nobody fills; whoever's mandate has ended fills none of an elected official or a civil servant.
#[must_use]
pub fn vacancies(team: &[TeamMember], now: Instant) -> Vec<Vacancy> {
    let today = now.as_datetime().date_naive();
    let stands = |member: &TeamMember, standing: Standing| {
        member.person.as_ref().is_some_and(|person| {
            let over = person.mandate_end.is_some_and(|end| end.last_day() < today);
            person.standing == standing && !over
        })
    };
    let fills = |member: &TeamMember, vacancy: Vacancy| match vacancy {
        Vacancy::Owner => member.role == Some(MemberRole::Owner),
        Vacancy::Elected => stands(member, Standing::Elected),
        Vacancy::Staff => stands(member, Standing::Staff),
    };
    let accepted = || {
        team.iter()
            .filter(|member| member.state == MembershipState::Accepted)
    };
    let all = Vacancy::ALL.iter().copied();
    all.filter(|vacancy| !accepted().any(|member| fills(member, *vacancy)))
        .collect()
}

/// Requests that nobody has decided, the oldest first: of these records, or of all.
pub fn waiting(conn: &mut Conn, of: Option<&[Uuid]>) -> Result<Vec<WaitingMembership>> {
    let mut query = memberships::table
        .inner_join(records::table.on(records::id.eq(memberships::record_id)))
        .inner_join(renditions::table.on(renditions::record_id.eq(memberships::record_id)))
        .filter(memberships::state.eq(MembershipState::Pending.as_str()))
        .filter(renditions::hidden.eq(false))
        .into_boxed();
    if let Some(of) = of {
        query = query.filter(memberships::record_id.eq_any(of.iter().map(|id| Id(*id))));
    }
    let rows: Vec<(Row, Id, String, String, String)> = query
        .order(memberships::asked_at)
        .select((
            Row::as_select(),
            memberships::record_id,
            records::resource,
            records::slug,
            renditions::summary,
        ))
        .load(conn)?;
    let mut waiting = Vec::new();
    for (row, record, resource, slug, summary) in rows {
        waiting.push(WaitingMembership {
            resource: resource.parse()?,
            record: record.0,
            slug: slug.parse()?,
            name: name_in(&summary)?,
            member: member(conn, row)?,
        });
    }
    Ok(waiting)
}

/// The addresses of those in charge of a record, and their languages.
pub fn owners(conn: &mut Conn, record: Uuid) -> Result<Vec<(Email, String)>> {
    with_role(conn, record, &[MemberRole::Owner])
}

/// The addresses of those who write for a record, and their languages.
pub fn editors(conn: &mut Conn, record: Uuid) -> Result<Vec<(Email, String)>> {
    with_role(conn, record, &[MemberRole::Editor, MemberRole::Owner])
}

/// The addresses of everybody who belongs to a record, and their languages.
pub fn everybody(conn: &mut Conn, record: Uuid) -> Result<Vec<(Email, String)>> {
    with_role(conn, record, MemberRole::ALL)
}

fn with_role(conn: &mut Conn, record: Uuid, roles: &[MemberRole]) -> Result<Vec<(Email, String)>> {
    let roles = roles.iter().map(|role| role.as_str());
    let rows: Vec<(String, String)> = memberships::table
        .inner_join(accounts::table)
        .filter(memberships::record_id.eq(Id(record)))
        .filter(memberships::state.eq(MembershipState::Accepted.as_str()))
        .filter(memberships::role.eq_any(roles))
        .select((accounts::email, accounts::language))
        .load(conn)?;
    rows.into_iter().map(addressed).collect()
}

/// The addresses of those who run the platform, and their languages.
pub fn animators(conn: &mut Conn) -> Result<Vec<(Email, String)>> {
    let roles = [UserRole::Animator, UserRole::Admin].map(UserRole::as_str);
    let rows: Vec<(String, String)> = accounts::table
        .filter(accounts::role.eq_any(roles))
        .select((accounts::email, accounts::language))
        .load(conn)?;
    rows.into_iter().map(addressed).collect()
}

fn addressed((email, language): (String, String)) -> Result<(Email, String)> {
    let no_address = |_| crate::Error::Corrupt("an account has no address".to_owned());
    Ok((email.parse().map_err(no_address)?, language))
}

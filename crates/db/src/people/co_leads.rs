//! Collectivities that were asked to lead a project with its lead. What came of it is in the project; what people wrote is
//! here only.

use super::audit::placed;
use super::memberships::name_of;
use super::team::{self, shown};
use super::users;
use crate::naming::owners;
use crate::schema::{co_leads, renditions};
use crate::sql::{At, Id};
use crate::stored::Stored;
use crate::{Conn, Error, Result, Write};
use aect_types::audit::ActRecord;
use aect_types::co_leads::{CoLead, CoLeadState, PAUSE_DAYS};
use aect_types::people::MemberRole;
use aect_types::policy::Person;
use aect_types::projects::{CollectivityPartInput, CollectivityRole, ProjectInput};
use aect_types::{Instant, Resource, Uuid};
use chrono::TimeDelta;
use diesel::prelude::*;

/// How long it is remembered what became of a request, once it is over.
pub(crate) const KEPT: TimeDelta = TimeDelta::days(365);

/// A request, as rules look at it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// Its identifier.
    pub id: Uuid,
    /// To lead what.
    pub project: Uuid,
    /// Who is asked.
    pub collectivity: Uuid,
    /// How far it has come.
    pub state: CoLeadState,
    /// When it was asked.
    pub asked_at: Instant,
    /// Who asked.
    pub asked_by: Option<Uuid>,
    /// When it was decided.
    pub decided_at: Option<Instant>,
}

impl Asked {
    /// From when on it may be asked again, where the collectivity has declined or left.
    #[must_use]
    pub fn again_from(&self) -> Option<Instant> {
        let over = matches!(self.state, CoLeadState::Declined | CoLeadState::Left);
        let decided = self.decided_at.filter(|_| over)?;
        Some(Instant::new(decided.as_datetime() + TimeDelta::days(PAUSE_DAYS)))
    }
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = co_leads)]
struct Row {
    id: Id,
    project_id: Id,
    collectivity_id: Id,
    state: String,
    message: Option<String>,
    answer: Option<String>,
    asked_at: At,
    asked_by: Option<Id>,
    decided_at: Option<At>,
}

impl Row {
    fn asked(&self) -> Result<Asked> {
        Ok(Asked {
            id: self.id.0,
            project: self.project_id.0,
            collectivity: self.collectivity_id.0,
            state: self.state.parse()?,
            asked_at: self.asked_at.0,
            asked_by: self.asked_by.map(|by| by.0),
            decided_at: self.decided_at.map(|at| at.0),
        })
    }
}

/// A request, whatever became of it.
pub fn one(conn: &mut Conn, id: Uuid) -> Result<Option<CoLead>> {
    let row: Option<Row> = co_leads::table
        .find(Id(id))
        .select(Row::as_select())
        .first(conn)
        .optional()?;
    row.map(|row| read(conn, row)).transpose()
}

/// Those of a project, the last asked first.
pub fn of_project(conn: &mut Conn, project: Uuid) -> Result<Vec<CoLead>> {
    let rows: Vec<Row> = co_leads::table
        .filter(co_leads::project_id.eq(Id(project)))
        .order((co_leads::asked_at.desc(), co_leads::id))
        .select(Row::as_select())
        .load(conn)?;
    rows.into_iter().map(|row| read(conn, row)).collect()
}

/// Those that wait for the answer of somebody who writes for the collectivity; the oldest first.
pub fn waiting_for(conn: &mut Conn, person: &Person) -> Result<Vec<CoLead>> {
    let mine = person
        .memberships
        .iter()
        .filter(|(_, role)| **role >= MemberRole::Editor);
    let mine: Vec<Uuid> = mine.map(|(record, _)| *record).collect();
    waiting(conn, Some(&mine))
}

/// Those that nobody of the collectivity can answer: animators do.
pub(super) fn of_nobody(conn: &mut Conn) -> Result<Vec<CoLead>> {
    let mut found = Vec::new();
    for one in waiting(conn, None)? {
        if !is_written(conn, one.collectivity.id)? {
            found.push(one);
        }
    }
    Ok(found)
}

/// Those that wait, to a record or for a project that it leads.
pub(super) fn open_of(conn: &mut Conn, record: Uuid) -> Result<Vec<CoLead>> {
    let mut found = Vec::new();
    for one in waiting(conn, None)? {
        let theirs = one.collectivity.id == record;
        if theirs || owners(conn, Resource::Projects, one.project.id)?.contains(&record) {
            found.push(one);
        }
    }
    Ok(found)
}

fn waiting(conn: &mut Conn, of: Option<&[Uuid]>) -> Result<Vec<CoLead>> {
    let mut query = co_leads::table
        .inner_join(renditions::table.on(renditions::record_id.eq(co_leads::project_id)))
        .filter(co_leads::state.eq(CoLeadState::Asked.as_str()))
        .filter(renditions::hidden.eq(false))
        .into_boxed();
    if let Some(of) = of {
        query = query.filter(co_leads::collectivity_id.eq_any(of.iter().map(|id| Id(*id))));
    }
    let rows: Vec<Row> = query
        .order((co_leads::asked_at, co_leads::id))
        .select(Row::as_select())
        .load(conn)?;
    rows.into_iter().map(|row| read(conn, row)).collect()
}

/// Whether somebody writes for a collectivity or an actor.
pub fn is_written(conn: &mut Conn, record: Uuid) -> Result<bool> {
    Ok(!team::editors(conn, record)?.is_empty())
}

fn read(conn: &mut Conn, row: Row) -> Result<CoLead> {
    let asked = row.asked()?;
    let project = known(conn, asked.project)?;
    let lead = ProjectInput::load(conn, asked.project)?.lead;
    let person = match asked.asked_by {
        Some(by) => users::by_id(conn, by)?.map(shown),
        None => None,
    };
    Ok(CoLead {
        id: asked.id,
        project,
        lead: lead.map(|lead| name_of(conn, lead)).transpose()?,
        collectivity: known(conn, asked.collectivity)?,
        state: asked.state,
        message: row.message,
        reason: row.answer,
        person,
        asked_at: asked.asked_at,
        decided_at: asked.decided_at,
        again_from: asked.again_from(),
    })
}

fn known(conn: &mut Conn, id: Uuid) -> Result<ActRecord> {
    placed(conn, Some(Id(id)))?.ok_or_else(|| Error::Corrupt(format!("{id} has no rendition")))
}

impl Write<'_> {
    /// A request.
    pub fn co_lead(&mut self, id: Uuid) -> Result<Option<Asked>> {
        let row: Option<Row> = co_leads::table
            .find(Id(id))
            .select(Row::as_select())
            .first(self.conn)
            .optional()?;
        row.map(|row| row.asked()).transpose()
    }

    /// The request to that collectivity to lead that project, whatever became of it.
    pub fn co_lead_of(&mut self, project: Uuid, collectivity: Uuid) -> Result<Option<Asked>> {
        let row: Option<Row> = co_leads::table
            .filter(co_leads::project_id.eq(Id(project)))
            .filter(co_leads::collectivity_id.eq(Id(collectivity)))
            .select(Row::as_select())
            .first(self.conn)
            .optional()?;
        row.map(|row| row.asked()).transpose()
    }

    /// Asks a collectivity, in the place of what was asked of it before.
    pub fn ask_co_lead(
        &mut self,
        project: Uuid,
        collectivity: Uuid,
        message: Option<&str>,
        by: Uuid,
    ) -> Result<Uuid> {
        let said = (
            co_leads::state.eq(CoLeadState::Asked.as_str()),
            co_leads::message.eq(message),
            co_leads::answer.eq(None::<String>),
            co_leads::asked_at.eq(At(self.now())),
            co_leads::asked_by.eq(Some(Id(by))),
            co_leads::decided_at.eq(None::<At>),
            co_leads::decided_by.eq(None::<Id>),
        );
        if let Some(known) = self.co_lead_of(project, collectivity)? {
            diesel::update(co_leads::table.find(Id(known.id)))
                .set(said)
                .execute(self.conn)?;
            return Ok(known.id);
        }
        let id = Uuid::now_v7();
        diesel::insert_into(co_leads::table)
            .values((
                co_leads::id.eq(Id(id)),
                co_leads::project_id.eq(Id(project)),
                co_leads::collectivity_id.eq(Id(collectivity)),
                said,
            ))
            .execute(self.conn)?;
        Ok(id)
    }

    /// Decides a request, or lets it wait again. The project follows: who accepts leads it, who leaves or is removed takes no
    /// part in it any more.
    pub fn decide_co_lead(
        &mut self,
        asked: &Asked,
        state: CoLeadState,
        reason: Option<&str>,
        by: Option<Uuid>,
    ) -> Result<()> {
        self.set_co_lead(asked.id, state, reason, by)?;
        match state {
            CoLeadState::Accepted => self.lead_with(asked, true),
            CoLeadState::Left | CoLeadState::Removed => self.lead_with(asked, false),
            // That it was accepted is undone.
            CoLeadState::Asked if asked.state == CoLeadState::Accepted => self.lead_with(asked, false),
            CoLeadState::Asked | CoLeadState::Declined | CoLeadState::Withdrawn => Ok(()),
        }
    }

    fn set_co_lead(
        &mut self,
        id: Uuid,
        state: CoLeadState,
        reason: Option<&str>,
        by: Option<Uuid>,
    ) -> Result<()> {
        let decided = (state != CoLeadState::Asked).then(|| At(self.now()));
        diesel::update(co_leads::table.find(Id(id)))
            .set((
                co_leads::state.eq(state.as_str()),
                co_leads::answer.eq(reason),
                co_leads::decided_at.eq(decided),
                co_leads::decided_by.eq(by.map(Id)),
            ))
            .execute(self.conn)?;
        Ok(())
    }

    /// Names a collectivity among those that lead a project, or no longer among those that take part in it.
    fn lead_with(&mut self, asked: &Asked, leads: bool) -> Result<()> {
        let mut project = ProjectInput::load(self.conn, asked.project)?;
        let parts = &mut project.collectivities;
        let known = parts
            .iter()
            .position(|part| part.collectivity == asked.collectivity);
        match (known.and_then(|at| parts.get_mut(at)), leads) {
            (Some(part), true) => part.role = CollectivityRole::CoLead,
            (None, true) => parts.push(CollectivityPartInput {
                collectivity: asked.collectivity,
                role: CollectivityRole::CoLead,
            }),
            (_, false) => parts.retain(|part| part.collectivity != asked.collectivity),
        }
        self.edit(asked.project, &project).map(drop)
    }

    /// A project has other owners than before: what was asked of those that came or went is over.
    pub fn owners_changed(&mut self, project: Uuid, before: &[Uuid], by: &Person) -> Result<()> {
        let now = owners(self.conn, Resource::Projects, project)?;
        let rows: Vec<Row> = co_leads::table
            .filter(co_leads::project_id.eq(Id(project)))
            .select(Row::as_select())
            .load(self.conn)?;
        for row in rows {
            let asked = row.asked()?;
            let (was, is) = (
                before.contains(&asked.collectivity),
                now.contains(&asked.collectivity),
            );
            let own = by.edits(&[asked.collectivity]);
            let state = match asked.state {
                CoLeadState::Accepted if was && !is && own => CoLeadState::Left,
                CoLeadState::Accepted if was && !is => CoLeadState::Removed,
                CoLeadState::Accepted => continue,
                _ if is && !was => CoLeadState::Accepted,
                _ => continue,
            };
            self.set_co_lead(asked.id, state, None, Some(by.id))?;
        }
        Ok(())
    }

    /// How many collectivities somebody has asked within the last day.
    pub fn co_leads_asked_lately(&mut self, by: Uuid) -> Result<i64> {
        Ok(co_leads::table
            .filter(co_leads::asked_by.eq(Some(Id(by))))
            .filter(co_leads::asked_at.gt(At(self.a_day_ago())))
            .count()
            .get_result(self.conn)?)
    }

    /// Forgets what is long over.
    pub(super) fn forget_co_leads(&mut self) -> Result<()> {
        let before = At(Instant::new(self.now().as_datetime() - KEPT));
        diesel::delete(co_leads::table.filter(co_leads::decided_at.lt(Some(before)))).execute(self.conn)?;
        Ok(())
    }

    /// Forgets who asked and decided, and what they wrote.
    pub(super) fn forget_co_leads_of(&mut self, user: Uuid) -> Result<()> {
        let nobody = None::<Id>;
        diesel::update(co_leads::table.filter(co_leads::asked_by.eq(Some(Id(user)))))
            .set((
                co_leads::asked_by.eq(nobody),
                co_leads::message.eq(None::<String>),
            ))
            .execute(self.conn)?;
        diesel::update(co_leads::table.filter(co_leads::decided_by.eq(Some(Id(user)))))
            .set((
                co_leads::decided_by.eq(nobody),
                co_leads::answer.eq(None::<String>),
            ))
            .execute(self.conn)?;
        Ok(())
    }

    /// What was asked of the record that goes, or for it, was asked of the one that stays; of two requests one is left.
    pub(crate) fn merge_co_leads(&mut self, from: Uuid, into: Uuid) -> Result<()> {
        let rows: Vec<Row> = co_leads::table
            .filter(
                co_leads::project_id
                    .eq(Id(from))
                    .or(co_leads::collectivity_id.eq(Id(from))),
            )
            .select(Row::as_select())
            .load(self.conn)?;
        let one = |id: Id| if id.0 == from { Id(into) } else { id };
        for row in rows {
            let (project, collectivity) = (one(row.project_id), one(row.collectivity_id));
            if self.co_lead_of(project.0, collectivity.0)?.is_some() {
                diesel::delete(co_leads::table.find(row.id)).execute(self.conn)?;
                continue;
            }
            diesel::update(co_leads::table.find(row.id))
                .set((
                    co_leads::project_id.eq(project),
                    co_leads::collectivity_id.eq(collectivity),
                ))
                .execute(self.conn)?;
        }
        Ok(())
    }
}

/// What a person has asked and answered.
pub fn kept(conn: &mut Conn, user: Uuid) -> Result<Vec<CoLead>> {
    let rows: Vec<Row> = co_leads::table
        .filter(
            co_leads::asked_by
                .eq(Some(Id(user)))
                .or(co_leads::decided_by.eq(Some(Id(user)))),
        )
        .order((co_leads::asked_at, co_leads::id))
        .select(Row::as_select())
        .load(conn)?;
    rows.into_iter().map(|row| read(conn, row)).collect()
}

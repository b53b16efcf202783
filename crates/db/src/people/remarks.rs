//! What anybody says of a public record: corrections and reports.

use super::memberships::name_in;
use crate::naming::owners;
use crate::schema::{records, remarks, rendition_links, renditions};
use crate::sql::{At, Id};
use crate::{Conn, Result, Write};
use aect_types::people::{Email, MemberRole};
use aect_types::policy::Person;
use aect_types::remarks::limits::ANSWERED_WITHIN_DAYS;
use aect_types::remarks::{Correction, RemarkKind, RemarkState, ReportReason};
use aect_types::{Instant, Resource, Uuid};
use chrono::TimeDelta;
use diesel::prelude::*;

/// What is sent.
#[derive(Clone, Debug)]
pub struct Sent<'a> {
    /// Of which record.
    pub record: Uuid,
    /// What it is.
    pub kind: RemarkKind,
    /// Of a report, why.
    pub reason: Option<ReportReason>,
    /// What is wrong.
    pub message: Option<&'a str>,
    /// What would be right.
    pub proposal: Option<&'a str>,
    /// Where to answer.
    pub email: Option<&'a Email>,
    /// In which language.
    pub language: &'a str,
    /// Who, where they have signed in.
    pub author: Option<Uuid>,
    /// Whether animators see to it from the beginning.
    pub at_once: bool,
}

/// A remark, as rules look at it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// Its identifier.
    pub id: Uuid,
    /// Of which record.
    pub record: Uuid,
    /// What the record is.
    pub resource: Resource,
    /// What it is.
    pub kind: RemarkKind,
    /// How far it has come.
    pub state: RemarkState,
    /// Where to answer.
    pub email: Option<Email>,
    /// Who sent it, where they had signed in and still have an account.
    pub author: Option<Uuid>,
    /// In which language.
    pub language: String,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = remarks)]
pub(super) struct Row {
    pub(super) id: Id,
    pub(super) record_id: Id,
    pub(super) reason: Option<String>,
    pub(super) message: Option<String>,
    pub(super) proposal: Option<String>,
    email: Option<String>,
    author_id: Option<Id>,
    state: String,
    answer: Option<String>,
    pub(super) created_at: At,
    decided_at: Option<At>,
}

/// A remark with the kind, the address and the summary of its record.
pub(super) type Placed = (Row, String, String, String);

fn read((row, resource, slug, summary): Placed) -> Result<Correction> {
    Ok(Correction {
        id: row.id.0,
        resource: resource.parse()?,
        record: row.record_id.0,
        slug: slug.parse()?,
        name: name_in(&summary)?,
        wrong: row.message.unwrap_or_default(),
        right: row.proposal,
        answerable: row.email.is_some() || row.author_id.is_some(),
        state: row.state.parse()?,
        reason: row.answer,
        sent_at: row.created_at.0,
        decided_at: row.decided_at.map(|at| at.0),
    })
}

/// A correction, whatever became of it.
pub fn correction(conn: &mut Conn, id: Uuid) -> Result<Option<Correction>> {
    let placed: Option<Placed> = remarks::table
        .inner_join(records::table.on(records::id.eq(remarks::record_id)))
        .inner_join(renditions::table.on(renditions::record_id.eq(remarks::record_id)))
        .filter(remarks::id.eq(Id(id)))
        .filter(remarks::kind.eq(RemarkKind::Correction.as_str()))
        .select((
            Row::as_select(),
            records::resource,
            records::slug,
            renditions::summary,
        ))
        .first(conn)
        .optional()?;
    placed.map(read).transpose()
}

/// Corrections that wait, of the records whose owners a person writes for; the oldest first.
pub fn waiting_for(conn: &mut Conn, person: &Person) -> Result<Vec<Correction>> {
    let writes = person
        .memberships
        .iter()
        .filter(|(_, role)| **role >= MemberRole::Editor);
    let mine: Vec<Id> = writes.map(|(record, _)| Id(*record)).collect();
    let naming = rendition_links::table
        .filter(rendition_links::to_id.eq_any(mine.clone()))
        .select(rendition_links::from_id);
    let placed: Vec<Placed> = remarks::table
        .inner_join(records::table.on(records::id.eq(remarks::record_id)))
        .inner_join(renditions::table.on(renditions::record_id.eq(remarks::record_id)))
        .filter(remarks::kind.eq(RemarkKind::Correction.as_str()))
        .filter(remarks::state.eq(RemarkState::Open.as_str()))
        .filter(renditions::hidden.eq(false))
        .filter(records::id.eq_any(naming).or(records::id.eq_any(mine)))
        .order(remarks::created_at)
        .select((
            Row::as_select(),
            records::resource,
            records::slug,
            renditions::summary,
        ))
        .load(conn)?;
    let mut waiting = Vec::new();
    for one in placed {
        let correction = read(one)?;
        // To be named is not to own.
        if person.edits(&owners(conn, correction.resource, correction.record)?) {
            waiting.push(correction);
        }
    }
    Ok(waiting)
}

/// The records, owned by that one, of which a correction waits: each as often as one does.
pub(super) fn open_for(conn: &mut Conn, record: Uuid) -> Result<Vec<Uuid>> {
    let naming = rendition_links::table
        .filter(rendition_links::to_id.eq(Id(record)))
        .select(rendition_links::from_id);
    let rows: Vec<(Id, String)> = remarks::table
        .inner_join(records::table.on(records::id.eq(remarks::record_id)))
        .inner_join(renditions::table.on(renditions::record_id.eq(remarks::record_id)))
        .filter(remarks::kind.eq(RemarkKind::Correction.as_str()))
        .filter(remarks::state.eq(RemarkState::Open.as_str()))
        .filter(renditions::hidden.eq(false))
        .filter(records::id.eq_any(naming).or(records::id.eq(Id(record))))
        .order((remarks::created_at, remarks::id))
        .select((records::id, records::resource))
        .load(conn)?;
    let mut found = Vec::new();
    for (id, resource) in rows {
        // To be named is not to own.
        if owners(conn, resource.parse()?, id.0)?.contains(&record) {
            found.push(id.0);
        }
    }
    Ok(found)
}

/// Remarks that wait, of a kind, that the animators see to by now; the oldest first.
pub(super) fn due(conn: &mut Conn, kind: RemarkKind, now: Instant) -> Result<Vec<Placed>> {
    Ok(remarks::table
        .inner_join(records::table.on(records::id.eq(remarks::record_id)))
        .inner_join(renditions::table.on(renditions::record_id.eq(remarks::record_id)))
        .filter(remarks::kind.eq(kind.as_str()))
        .filter(remarks::state.eq(RemarkState::Open.as_str()))
        .filter(remarks::due_at.le(At(now)))
        .filter(renditions::hidden.eq(false))
        .order((remarks::created_at, remarks::id))
        .select((
            Row::as_select(),
            records::resource,
            records::slug,
            renditions::summary,
        ))
        .load(conn)?)
}

type Known = (Id, String, String, String, Option<String>, Option<Id>, String);

impl Write<'_> {
    /// How many remarks on a record wait.
    pub fn remarks_waiting(&mut self, record: Uuid) -> Result<i64> {
        Ok(remarks::table
            .filter(remarks::record_id.eq(Id(record)))
            .filter(remarks::state.eq(RemarkState::Open.as_str()))
            .count()
            .get_result(self.conn)?)
    }

    /// Remembers what somebody says of a record.
    pub fn send_remark(&mut self, sent: &Sent<'_>) -> Result<Uuid> {
        let (id, now) = (Uuid::now_v7(), self.now());
        let wait = if sent.at_once { 0 } else { ANSWERED_WITHIN_DAYS };
        let due = Instant::new(now.as_datetime() + TimeDelta::days(wait));
        diesel::insert_into(remarks::table)
            .values((
                remarks::id.eq(Id(id)),
                remarks::record_id.eq(Id(sent.record)),
                remarks::kind.eq(sent.kind.as_str()),
                remarks::reason.eq(sent.reason.map(ReportReason::as_str)),
                remarks::message.eq(sent.message),
                remarks::proposal.eq(sent.proposal),
                remarks::email.eq(sent.email.map(Email::as_str)),
                remarks::language.eq(sent.language),
                remarks::author_id.eq(sent.author.map(Id)),
                remarks::state.eq(RemarkState::Open.as_str()),
                remarks::created_at.eq(At(now)),
                remarks::due_at.eq(At(due)),
                remarks::told_at.eq(sent.at_once.then_some(At(now))),
            ))
            .execute(self.conn)?;
        Ok(id)
    }

    /// A remark.
    pub fn remark(&mut self, id: Uuid) -> Result<Option<Remark>> {
        let row: Option<Known> = remarks::table
            .inner_join(records::table.on(records::id.eq(remarks::record_id)))
            .filter(remarks::id.eq(Id(id)))
            .select((
                remarks::record_id,
                records::resource,
                remarks::kind,
                remarks::state,
                remarks::email,
                remarks::author_id,
                remarks::language,
            ))
            .first(self.conn)
            .optional()?;
        let read = |(record, resource, kind, state, email, author, language): Known| {
            Ok(Remark {
                id,
                record: record.0,
                resource: resource.parse()?,
                kind: kind.parse()?,
                state: state.parse()?,
                email: email.and_then(|email| email.parse().ok()),
                author: author.map(|author| author.0),
                language,
            })
        };
        row.map(read).transpose()
    }

    /// Decides a remark, or opens it again.
    pub fn decide_remark(
        &mut self,
        id: Uuid,
        state: RemarkState,
        answer: Option<&str>,
        by: Option<Uuid>,
    ) -> Result<()> {
        let decided = (state != RemarkState::Open).then(|| At(self.now()));
        diesel::update(remarks::table.find(Id(id)))
            .set((
                remarks::state.eq(state.as_str()),
                remarks::answer.eq(answer),
                remarks::decided_at.eq(decided),
                remarks::decided_by.eq(by.map(Id)),
            ))
            .execute(self.conn)?;
        Ok(())
    }

    /// The records of corrections that have waited too long, of which the animators have not been told: from now on they
    /// have. One record each time.
    pub fn late_corrections(&mut self) -> Result<Vec<Uuid>> {
        let now = At(self.now());
        let late: Vec<(Id, Id)> = remarks::table
            .filter(remarks::kind.eq(RemarkKind::Correction.as_str()))
            .filter(remarks::state.eq(RemarkState::Open.as_str()))
            .filter(remarks::due_at.le(now))
            .filter(remarks::told_at.is_null())
            .order(remarks::created_at)
            .select((remarks::id, remarks::record_id))
            .load(self.conn)?;
        let mut told = Vec::new();
        for (id, record) in late {
            // Of two processes, one.
            let mine = diesel::update(remarks::table.find(id).filter(remarks::told_at.is_null()))
                .set(remarks::told_at.eq(Some(now)))
                .execute(self.conn)?;
            if mine == 1 && !told.contains(&record.0) {
                told.push(record.0);
            }
        }
        Ok(told)
    }
}

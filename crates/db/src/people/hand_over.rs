//! What whoever takes over a record finds: what is promised, running and pending.

use super::audit::placed;
use super::successions;
use super::{co_leads, remarks, team};
use crate::naming::{in_transition, owners};
use crate::schema::{rendition_links, renditions};
use crate::sql::Id;
use crate::{Conn, Error, Result};
use aect_types::audit::ActRecord;
use aect_types::memberships::{HandOver, HandOverItem, HandOverKind};
use aect_types::people::MembershipState;
use aect_types::{Instant, PartialDate, Resource, Uuid, Visibility};
use diesel::prelude::*;
use serde::Deserialize;

/// What of any record tells where it stands; the rest of its JSON is passed over.
#[derive(Deserialize)]
struct Told {
    status: Option<String>,
    starts_at: Option<Instant>,
    ends_at: Option<Instant>,
    report: Option<String>,
    mission: Option<Mission>,
    next_date: Option<PartialDate>,
}

#[derive(Deserialize)]
struct Mission {
    report_due_on: Option<PartialDate>,
}

/// How a project stands that is over: all others run, or wait for somebody.
const OVER: [&str; 3] = ["completed", "completed_link_kept", "stopped"];

/// All of it, as the record's own people see it.
pub fn of(conn: &mut Conn, record: Uuid, now: Instant) -> Result<HandOver> {
    let placed = known(conn, record)?;
    let mut people = team::of_record(conn, record)?;
    let asking = people
        .iter()
        .filter(|member| member.state == MembershipState::Pending)
        .count();
    people.retain(|member| member.state == MembershipState::Accepted);
    for member in &mut people {
        (member.email, member.message) = (None, None);
    }
    let mut items = written(conn, record, now)?;
    items.extend(asked(conn, record)?);
    items.sort_by_key(|item| {
        let day = item.on.map(PartialDate::first_day);
        (item.kind, day, item.record.name.clone())
    });
    Ok(HandOver {
        in_transition: in_transition(conn, record)?.unwrap_or_default(),
        vacancies: team::vacancies(&people, now),
        since: successions::of_record(conn, record)?.map(|one| one.opened_at),
        record: placed,
        people,
        asking: u64::try_from(asking).unwrap_or_default(),
        items,
    })
}

fn known(conn: &mut Conn, id: Uuid) -> Result<ActRecord> {
    placed(conn, Some(Id(id)))?.ok_or_else(|| Error::Corrupt(format!("{id} has no rendition")))
}

/// Records that its people write, and the groups that it is in.
fn written(conn: &mut Conn, record: Uuid, now: Instant) -> Result<Vec<HandOverItem>> {
    let kinds = [Resource::Projects, Resource::Events, Resource::ThematicGroups].map(Resource::as_str);
    let rows: Vec<(Id, String, String, String)> = renditions::table
        .inner_join(rendition_links::table.on(rendition_links::from_id.eq(renditions::record_id)))
        .filter(rendition_links::to_id.eq(Id(record)))
        .filter(renditions::hidden.eq(false))
        .filter(renditions::resource.eq_any(kinds))
        .select((
            renditions::record_id,
            renditions::resource,
            renditions::visibility,
            renditions::record,
        ))
        .load(conn)?;
    let mut items = Vec::new();
    for (id, resource, visibility, json) in rows {
        let resource: Resource = resource.parse()?;
        let owned = owners(conn, resource, id.0)?.contains(&record);
        let draft = visibility == Visibility::Draft.as_str();
        let told: Told = serde_json::from_str(&json)?;
        let found: Vec<(HandOverKind, Option<PartialDate>)> = match resource {
            _ if draft && owned => vec![(HandOverKind::Draft, None)],
            _ if draft => Vec::new(),
            Resource::Projects if owned => running(&told),
            Resource::Events if owned => promised(&told, now),
            Resource::ThematicGroups => vec![(HandOverKind::Group, told.next_date)],
            _ => Vec::new(),
        };
        for (kind, on) in found {
            items.push(HandOverItem {
                kind,
                record: known(conn, id.0)?,
                on,
                with: None,
            });
        }
    }
    Ok(items)
}

fn running(told: &Told) -> Vec<(HandOverKind, Option<PartialDate>)> {
    let over = told
        .status
        .as_deref()
        .is_some_and(|status| OVER.contains(&status));
    if over {
        Vec::new()
    } else {
        vec![(HandOverKind::Project, None)]
    }
}

/// An event that is still to come, and the report of a mission that nobody has written.
fn promised(told: &Told, now: Instant) -> Vec<(HandOverKind, Option<PartialDate>)> {
    let day = |at: Instant| PartialDate::Day(at.as_datetime().date_naive());
    let cancelled = told.status.as_deref() == Some("cancelled");
    let last = told.ends_at.or(told.starts_at);
    let comes = last.is_some_and(|last| last >= now) && !cancelled;
    let event = comes.then(|| (HandOverKind::Event, told.starts_at.map(day)));
    let due = told.mission.as_ref().and_then(|mission| mission.report_due_on);
    let unwritten = told
        .report
        .as_deref()
        .is_none_or(|report| report.trim().is_empty());
    let report = due
        .filter(|_| unwritten && !cancelled)
        .map(|due| (HandOverKind::Report, Some(due)));
    event.into_iter().chain(report).collect()
}

/// What waits for an answer: of its people, or of others whom they have asked.
fn asked(conn: &mut Conn, record: Uuid) -> Result<Vec<HandOverItem>> {
    let mut items = Vec::new();
    for one in co_leads::open_of(conn, record)? {
        let (kind, with) = if one.collectivity.id == record {
            (HandOverKind::CoLeadReceived, one.lead)
        } else {
            (HandOverKind::CoLeadSent, Some(one.collectivity.name))
        };
        items.push(HandOverItem {
            kind,
            record: one.project,
            on: None,
            with,
        });
    }
    for corrected in remarks::open_for(conn, record)? {
        items.push(HandOverItem {
            kind: HandOverKind::Correction,
            record: known(conn, corrected)?,
            on: None,
            with: None,
        });
    }
    Ok(items)
}

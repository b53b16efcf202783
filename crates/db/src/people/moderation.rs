//! The animators' queue.

use super::audit::placed;
use super::looks::Look;
use super::memberships::name_in;
use super::{co_leads, remarks, successions, team, users};
use crate::pairs::{self, Pair};
use crate::schema::{first_looks, records, renditions};
use crate::sql::{At, Id};
use crate::{Conn, Result};
use aect_types::co_leads::CoLead;
use aect_types::moderation::limits::SHOWN;
use aect_types::moderation::{Moderation, ModerationCount, ModerationItem, ModerationKind};
use aect_types::remarks::RemarkKind;
use aect_types::remarks::limits::ANSWERED_WITHIN_DAYS;
use aect_types::{Instant, Uuid, Visibility};
use chrono::TimeDelta;
use diesel::prelude::*;

/// What waits: of a kind, or of all; counts of all.
pub fn queue(conn: &mut Conn, of: Option<ModerationKind>, now: Instant) -> Result<Moderation> {
    let shown = usize::try_from(SHOWN).unwrap_or_default();
    let (mut items, mut counts) = (Vec::new(), Vec::new());
    for kind in ModerationKind::ALL.iter().copied() {
        let mut waiting = match kind {
            ModerationKind::Report => said(conn, kind, RemarkKind::Report, now)?,
            ModerationKind::NewRecord => new_records(conn)?,
            ModerationKind::Claim => claims(conn, now)?,
            ModerationKind::Correction => said(conn, kind, RemarkKind::Correction, now)?,
            ModerationKind::CoLead => shared(conn)?,
            ModerationKind::Duplicate => alike(conn)?,
            ModerationKind::Succession => left(conn)?,
        };
        counts.push(ModerationCount {
            kind,
            count: u64::try_from(waiting.len()).unwrap_or(u64::MAX),
        });
        waiting.truncate(shown);
        if of.is_none_or(|of| of == kind) {
            items.extend(waiting);
        }
    }
    items.truncate(shown);
    Ok(Moderation { items, counts })
}

fn said(
    conn: &mut Conn,
    kind: ModerationKind,
    remark: RemarkKind,
    now: Instant,
) -> Result<Vec<ModerationItem>> {
    let read = |(row, resource, slug, summary): remarks::Placed| {
        Ok(ModerationItem {
            kind,
            id: row.id.0,
            resource: resource.parse()?,
            record: row.record_id.0,
            slug: slug.parse()?,
            name: name_in(&summary)?,
            other: None,
            places: Vec::new(),
            version: None,
            held: false,
            report: row.reason.map(|reason| reason.parse()).transpose()?,
            message: row.message,
            proposal: row.proposal,
            person: None,
            email: None,
            at: row.created_at.0,
        })
    };
    remarks::due(conn, remark, now)?.into_iter().map(read).collect()
}

type New = (Id, Id, Option<String>, At, String, String, i64, String);

fn new_records(conn: &mut Conn) -> Result<Vec<ModerationItem>> {
    let draft = Visibility::Draft.as_str();
    let rows: Vec<New> = first_looks::table
        .inner_join(records::table.on(records::id.eq(first_looks::record_id)))
        .inner_join(renditions::table.on(renditions::record_id.eq(first_looks::record_id)))
        .filter(first_looks::state.eq(Look::Waiting.as_str()))
        .filter(renditions::hidden.eq(false))
        .filter(
            first_looks::wanted
                .is_not_null()
                .or(renditions::visibility.ne(draft)),
        )
        .order((first_looks::asked_at, first_looks::record_id))
        .select((
            first_looks::record_id,
            first_looks::author_id,
            first_looks::wanted,
            first_looks::asked_at,
            records::resource,
            records::slug,
            renditions::version,
            renditions::summary,
        ))
        .load(conn)?;
    let mut items = Vec::new();
    for (record, author, wanted, asked_at, resource, slug, version, summary) in rows {
        let author = users::by_id(conn, author.0)?;
        items.push(ModerationItem {
            kind: ModerationKind::NewRecord,
            id: record.0,
            resource: resource.parse()?,
            record: record.0,
            slug: slug.parse()?,
            name: name_in(&summary)?,
            other: None,
            places: Vec::new(),
            version: Some(version),
            held: wanted.is_some(),
            report: None,
            message: None,
            proposal: None,
            email: author.as_ref().map(|author| author.email.clone()),
            person: author.map(team::shown),
            at: asked_at.0,
        });
    }
    Ok(items)
}

/// Requests that nobody in charge answers: there is nobody, or they have let it lie.
fn claims(conn: &mut Conn, now: Instant) -> Result<Vec<ModerationItem>> {
    let long_ago = Instant::new(now.as_datetime() - TimeDelta::days(ANSWERED_WITHIN_DAYS));
    let mut items = Vec::new();
    for waiting in team::waiting(conn, None)? {
        if waiting.member.asked_at > long_ago && is_led(conn, waiting.record)? {
            continue;
        }
        items.push(ModerationItem {
            kind: ModerationKind::Claim,
            id: waiting.member.id,
            resource: waiting.resource,
            record: waiting.record,
            slug: waiting.slug,
            name: waiting.name,
            other: None,
            places: Vec::new(),
            version: None,
            held: false,
            report: None,
            message: waiting.member.message,
            proposal: None,
            person: waiting.member.person,
            email: waiting.member.email,
            at: waiting.member.asked_at,
        });
    }
    Ok(items)
}

/// Requests to lead a project that nobody of the collectivity can answer.
fn shared(conn: &mut Conn) -> Result<Vec<ModerationItem>> {
    let asked = co_leads::of_nobody(conn)?.into_iter();
    let item = |one: CoLead| ModerationItem {
        kind: ModerationKind::CoLead,
        id: one.id,
        resource: one.project.resource,
        record: one.project.id,
        slug: one.project.slug,
        name: one.project.name,
        other: Some(one.collectivity),
        places: Vec::new(),
        version: None,
        held: false,
        report: None,
        message: one.message,
        proposal: None,
        person: one.person,
        email: None,
        at: one.asked_at,
    };
    Ok(asked.map(item).collect())
}

/// Pairs that may be one.
fn alike(conn: &mut Conn) -> Result<Vec<ModerationItem>> {
    let item = |pair: Pair| ModerationItem {
        kind: ModerationKind::Duplicate,
        id: pair.id,
        resource: pair.one.resource,
        record: pair.one.id,
        slug: pair.one.slug,
        name: pair.one.name,
        other: Some(pair.other),
        places: Vec::new(),
        version: None,
        held: false,
        report: None,
        message: None,
        proposal: None,
        person: None,
        email: None,
        at: pair.found_at,
    };
    Ok(pairs::open(conn)?.into_iter().map(item).collect())
}

/// Records whose places somebody has left.
fn left(conn: &mut Conn) -> Result<Vec<ModerationItem>> {
    let mut items = Vec::new();
    for one in successions::all(conn)? {
        let Some(record) = placed(conn, Some(Id(one.record)))? else {
            continue;
        };
        items.push(ModerationItem {
            kind: ModerationKind::Succession,
            id: record.id,
            resource: record.resource,
            record: record.id,
            slug: record.slug,
            name: record.name,
            other: None,
            places: one.places,
            version: None,
            held: false,
            report: None,
            message: None,
            proposal: None,
            person: None,
            email: None,
            at: one.opened_at,
        });
    }
    Ok(items)
}

fn is_led(conn: &mut Conn, record: Uuid) -> Result<bool> {
    Ok(!team::owners(conn, record)?.is_empty())
}

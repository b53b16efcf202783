//! Acts of authority. They are written in the transaction of what was done, and never changed.

use super::memberships::name_in;
use super::users;
use crate::schema::{acts, records, renditions};
use crate::sql::{At, Id};
use crate::{Conn, Result, Write};
use aect_types::audit::{Act, ActKind, ActPerson, ActRecord};
use aect_types::{Instant, Page, Uuid};
use chrono::TimeDelta;
use diesel::prelude::*;

/// How long an act is remembered.
pub(crate) const KEPT: TimeDelta = TimeDelta::days(3 * 365);
/// Acts on one page.
const PAGE: i64 = 50;

/// Which acts are asked for.
#[derive(Clone, Copy, Debug, Default)]
pub struct Wanted {
    /// Of that kind.
    pub act: Option<ActKind>,
    /// By or to that person.
    pub person: Option<Uuid>,
    /// To that record.
    pub record: Option<Uuid>,
    /// Before that one.
    pub before: Option<Uuid>,
}

type Row = (Id, At, Option<Id>, String, Option<Id>, Option<Id>, Option<String>);

/// Acts, the last first.
pub fn acts(conn: &mut Conn, wanted: Wanted) -> Result<Page<Act>> {
    let filtered = || {
        let mut query = acts::table.into_boxed();
        if let Some(act) = wanted.act {
            query = query.filter(acts::act.eq(act.as_str()));
        }
        if let Some(person) = wanted.person {
            query = query.filter(
                acts::actor_id
                    .eq(Some(Id(person)))
                    .or(acts::person_id.eq(Some(Id(person)))),
            );
        }
        if let Some(record) = wanted.record {
            query = query.filter(acts::record_id.eq(Some(Id(record))));
        }
        query
    };
    let total: i64 = filtered().count().get_result(conn)?;
    let mut query = filtered();
    if let Some(before) = wanted.before {
        query = query.filter(acts::id.lt(Id(before)));
    }
    // Identifiers of version 7 sort by time.
    let mut rows: Vec<Row> = query
        .order(acts::id.desc())
        .limit(PAGE + 1)
        .select((
            acts::id,
            acts::at,
            acts::actor_id,
            acts::act,
            acts::person_id,
            acts::record_id,
            acts::detail,
        ))
        .load(conn)?;
    let more = i64::try_from(rows.len()).unwrap_or(i64::MAX) > PAGE;
    rows.truncate(usize::try_from(PAGE).unwrap_or_default());
    let next = rows.last().filter(|_| more).map(|last| last.0.0.to_string());
    let mut items = Vec::new();
    for (id, at, actor, act, person, record, detail) in rows {
        items.push(Act {
            id: id.0,
            at: at.0,
            actor: named(conn, actor)?,
            act: act.parse()?,
            person: named(conn, person)?,
            record: placed(conn, record)?,
            detail,
        });
    }
    Ok(Page {
        items,
        total: u64::try_from(total).unwrap_or_default(),
        next,
        ..Page::whole(Vec::new())
    })
}

fn named(conn: &mut Conn, id: Option<Id>) -> Result<Option<ActPerson>> {
    let Some(Id(id)) = id else { return Ok(None) };
    let name = users::by_id(conn, id)?.map(|user| {
        if user.name.is_empty() {
            user.email.into()
        } else {
            user.name
        }
    });
    Ok(Some(ActPerson { id, name }))
}

/// A record by its name and address, deleted or not.
pub(crate) fn placed(conn: &mut Conn, id: Option<Id>) -> Result<Option<ActRecord>> {
    let Some(id) = id else { return Ok(None) };
    let row: Option<(String, String, String)> = records::table
        .inner_join(renditions::table.on(renditions::record_id.eq(records::id)))
        .filter(records::id.eq(id))
        .select((records::resource, records::slug, renditions::summary))
        .first(conn)
        .optional()?;
    let read = |(resource, slug, summary): (String, String, String)| {
        Ok(ActRecord {
            id: id.0,
            resource: resource.parse()?,
            slug: slug.parse()?,
            name: name_in(&summary)?,
        })
    };
    row.map(read).transpose()
}

impl Write<'_> {
    /// Remembers an act of whoever writes in this transaction; `detail` holds codes or a domain, never words about a person.
    pub fn note_act(
        &mut self,
        act: ActKind,
        person: Option<Uuid>,
        record: Option<Uuid>,
        detail: Option<&str>,
    ) -> Result<()> {
        let actor: Option<Uuid> = self.author.strip_prefix("user:").and_then(|id| id.parse().ok());
        diesel::insert_into(acts::table)
            .values((
                acts::id.eq(Id(Uuid::now_v7())),
                acts::at.eq(At(self.now())),
                acts::actor_id.eq(actor.map(Id)),
                acts::act.eq(act.as_str()),
                acts::person_id.eq(person.map(Id)),
                acts::record_id.eq(record.map(Id)),
                acts::detail.eq(detail),
            ))
            .execute(self.conn)?;
        Ok(())
    }

    /// Forgets acts whose time is over.
    pub(super) fn forget_acts(&mut self) -> Result<()> {
        let before = At(Instant::new(self.now().as_datetime() - KEPT));
        diesel::delete(acts::table.filter(acts::at.lt(before))).execute(self.conn)?;
        Ok(())
    }
}

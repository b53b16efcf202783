//! The shared agenda.

mod moments;

use crate::columns::replace_list;
use crate::lookup::Lookup;
use crate::projects::departments;
use crate::schema::{event_countries, event_organisations, event_themes, events};
use crate::sql::{At, Doc, Id};
use crate::stored::{Stored, present};
use crate::{Conn, Result};
use aect_types::events::{Event, EventInput, EventPart, EventPartInput, EventRefs};
use aect_types::{Meta, Uuid};
use diesel::prelude::*;

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = events, treat_none_as_default_value = false, treat_none_as_null = true)]
struct Row {
    id: Id,
    title: String,
    description: Option<String>,
    kind: String,
    status: String,
    time: Doc,
    starts_at: At,
    ends_at: Option<At>,
    sequence: i32,
    recurrence: Option<String>,
    recurrence_exceptions: Doc,
    venue: Doc,
    online: bool,
    call_for_co_hosts: bool,
    audience: Doc,
    audience_note: Option<String>,
    programme: Doc,
    registration: Doc,
    report: Option<String>,
    documents: Doc,
    attendance: Doc,
    mission: Doc,
    remarks: Doc,
    group_id: Option<Id>,
}

impl Row {
    fn new(id: Uuid, input: &EventInput, sequence: i32) -> Result<Self> {
        let (starts_at, ends_at) = moments::of(&input.time)?;
        Ok(Self {
            id: Id(id),
            title: input.title.clone(),
            description: input.description.clone(),
            kind: input.kind.to_string(),
            status: input.status.to_string(),
            time: Doc::of(&input.time)?,
            starts_at: At(starts_at),
            ends_at: ends_at.map(At),
            sequence,
            recurrence: input.recurrence.clone(),
            recurrence_exceptions: Doc::of(&input.recurrence_exceptions)?,
            venue: Doc::of(&input.venue)?,
            online: input.online,
            call_for_co_hosts: input.call_for_co_hosts,
            audience: Doc::of(&input.audience)?,
            audience_note: input.audience_note.clone(),
            programme: Doc::of(&input.programme)?,
            registration: Doc::of(&input.registration)?,
            report: input.report.clone(),
            documents: Doc::of(&input.documents)?,
            attendance: Doc::of(&input.attendance)?,
            mission: Doc::of(&input.mission)?,
            remarks: Doc::of(&input.remarks)?,
            group_id: input.group.map(Id),
        })
    }
}

impl Stored for EventInput {
    type Record = Event;

    /// The title and the year: the same meeting comes back every year.
    fn slug_source(&self, _conn: &mut Conn) -> Result<String> {
        Ok(format!("{} {}", self.title, moments::year(&self.time)))
    }

    fn passages(&self) -> Vec<(&'static str, Option<&String>)> {
        vec![
            ("description", self.description.as_ref()),
            ("report", self.report.as_ref()),
        ]
    }

    fn load(conn: &mut Conn, id: Uuid) -> Result<Self> {
        let row: Option<Row> = events::table
            .find(Id(id))
            .select(Row::as_select())
            .first(conn)
            .optional()?;
        let row = present(row, "event", id)?;
        Ok(Self {
            title: row.title,
            description: row.description,
            kind: row.kind.parse()?,
            status: row.status.parse()?,
            time: row.time.read()?,
            recurrence: row.recurrence,
            recurrence_exceptions: row.recurrence_exceptions.read()?,
            venue: row.venue.read()?,
            online: row.online,
            call_for_co_hosts: row.call_for_co_hosts,
            audience: row.audience.read()?,
            audience_note: row.audience_note,
            countries: countries(conn, id)?,
            programme: row.programme.read()?,
            registration: row.registration.read()?,
            report: row.report,
            documents: row.documents.read()?,
            attendance: row.attendance.read()?,
            mission: row.mission.read()?,
            remarks: row.remarks.read()?,
            organisations: organisations(conn, id)?,
            themes: themes(conn, id)?,
            group: row.group_id.map(|id| id.0),
        })
    }

    fn save(&self, conn: &mut Conn, id: Uuid, new: bool) -> Result<()> {
        if new {
            diesel::insert_into(events::table)
                .values(&Row::new(id, self, 0)?)
                .execute(conn)?;
        } else {
            let before = Self::load(conn, id)?;
            let sequence: i32 = events::table.find(Id(id)).select(events::sequence).first(conn)?;
            let row = Row::new(
                id,
                self,
                sequence + i32::from(moments::calls_for_notice(&before, self)),
            )?;
            diesel::update(events::table.find(Id(id)))
                .set(&row)
                .execute(conn)?;
        }
        save_lists(conn, Id(id), self, new)
    }

    fn render(self, meta: Meta, lookup: &mut Lookup<'_>) -> Result<Event> {
        let (starts_at, ends_at) = moments::of(&self.time)?;
        let mut organisations = Vec::new();
        for part in &self.organisations {
            let collectivity = part.collectivity.map_or(Ok(None), |id| lookup.collectivity(id))?;
            let actor = part.actor.map_or(Ok(None), |id| lookup.actor(id))?;
            if collectivity.is_some() || actor.is_some() {
                organisations.push(EventPart {
                    collectivity,
                    actor,
                    role: part.role,
                });
            }
        }
        let hosts = organisations
            .iter()
            .filter_map(|part: &EventPart| part.collectivity.as_ref());
        let refs = EventRefs {
            departments: departments(lookup, hosts)?,
            themes: lookup.each(&self.themes, Lookup::theme)?,
            group: self.group.map_or(Ok(None), |id| lookup.thematic_group(id))?,
            starts_at,
            ends_at,
            sequence: events::table
                .find(Id(meta.id))
                .select(events::sequence)
                .first(lookup.conn)?,
            organisations,
        };
        Ok(Event::compose(meta, self, refs))
    }
}

fn countries(conn: &mut Conn, id: Uuid) -> Result<Vec<aect_types::CountryCode>> {
    let codes: Vec<String> = event_countries::table
        .filter(event_countries::event_id.eq(Id(id)))
        .order(event_countries::rank)
        .select(event_countries::country_code)
        .load(conn)?;
    codes.iter().map(|code| Ok(code.parse()?)).collect()
}

fn themes(conn: &mut Conn, id: Uuid) -> Result<Vec<Uuid>> {
    let rows: Vec<Id> = event_themes::table
        .filter(event_themes::event_id.eq(Id(id)))
        .order(event_themes::rank)
        .select(event_themes::theme_id)
        .load(conn)?;
    Ok(rows.into_iter().map(|id| id.0).collect())
}

fn organisations(conn: &mut Conn, id: Uuid) -> Result<Vec<EventPartInput>> {
    let rows: Vec<(Option<Id>, Option<Id>, String)> = event_organisations::table
        .filter(event_organisations::event_id.eq(Id(id)))
        .order(event_organisations::rank)
        .select((
            event_organisations::collectivity_id,
            event_organisations::actor_id,
            event_organisations::role,
        ))
        .load(conn)?;
    rows.into_iter()
        .map(|(collectivity, actor, role)| {
            Ok(EventPartInput {
                collectivity: collectivity.map(|id| id.0),
                actor: actor.map(|id| id.0),
                role: role.parse()?,
            })
        })
        .collect()
}

fn save_lists(conn: &mut Conn, event: Id, input: &EventInput, new: bool) -> Result<()> {
    replace_list!(
        conn,
        new,
        event_organisations,
        event_id = event,
        &input.organisations,
        |rank, part| (
            event_organisations::rank.eq(rank),
            event_organisations::collectivity_id.eq(part.collectivity.map(Id)),
            event_organisations::actor_id.eq(part.actor.map(Id)),
            event_organisations::role.eq(part.role.as_str()),
        )
    );
    replace_list!(
        conn,
        new,
        event_themes,
        event_id = event,
        &input.themes,
        |rank, theme| (event_themes::rank.eq(rank), event_themes::theme_id.eq(Id(*theme)),)
    );
    replace_list!(
        conn,
        new,
        event_countries,
        event_id = event,
        &input.countries,
        |rank, country| (
            event_countries::rank.eq(rank),
            event_countries::country_code.eq(country.as_str()),
        )
    );
    Ok(())
}

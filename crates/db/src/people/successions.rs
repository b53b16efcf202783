//! Succession: places of a team that somebody has left, and mandates that have ended.

use super::team;
use super::users::{self, User};
use crate::columns::date;
use crate::schema::{memberships, renditions, successions, users as accounts};
use crate::sql::{At, Id};
use crate::{Conn, Result, Write};
use aect_types::memberships::limits::SILENCE_DAYS;
use aect_types::memberships::{Departure, Vacancy};
use aect_types::people::{MemberRole, MembershipState};
use aect_types::{Instant, Uuid};
use chrono::TimeDelta;
use diesel::prelude::*;

/// Places that nobody fills any more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Succession {
    /// Of which record.
    pub record: Uuid,
    /// Which ones.
    pub places: Vec<Vacancy>,
    /// Why.
    pub because: Departure,
    /// Since when.
    pub opened_at: Instant,
    /// Since when its people and the animators know.
    pub told_at: Option<Instant>,
    /// Whether the collectivity was marked as in transition for this.
    pub marked: bool,
}

type Row = (Id, String, String, At, Option<At>, bool);

fn read((record, places, because, opened_at, told_at, marked): Row) -> Result<Succession> {
    let places = places.split(' ').filter(|place| !place.is_empty());
    Ok(Succession {
        record: record.0,
        places: places.map(|place| Ok(place.parse()?)).collect::<Result<_>>()?,
        because: because.parse()?,
        opened_at: opened_at.0,
        told_at: told_at.map(|at| at.0),
        marked,
    })
}

/// All of them, of records that are there; the oldest first.
pub fn all(conn: &mut Conn) -> Result<Vec<Succession>> {
    let rows: Vec<Row> = successions::table
        .inner_join(renditions::table.on(renditions::record_id.eq(successions::record_id)))
        .filter(renditions::hidden.eq(false))
        .order((successions::opened_at, successions::record_id))
        .select(successions::all_columns)
        .load(conn)?;
    rows.into_iter().map(read).collect()
}

/// That of a record.
pub fn of_record(conn: &mut Conn, record: Uuid) -> Result<Option<Succession>> {
    let row: Option<Row> = successions::table
        .find(Id(record))
        .select(successions::all_columns)
        .first(conn)
        .optional()?;
    row.map(read).transpose()
}

/// The places of a record that nobody fills on that day.
pub fn vacancies(conn: &mut Conn, record: Uuid, now: Instant) -> Result<Vec<Vacancy>> {
    let items = team::of_record(conn, record)?;
    Ok(team::vacancies(&items, now))
}

/// Whose mandate has ended by now, of those that belong to something as more than a reader.
fn ended(conn: &mut Conn, now: Instant) -> Result<Vec<(User, Option<Instant>)>> {
    let writing = [MemberRole::Editor, MemberRole::Owner].map(MemberRole::as_str);
    let writers = memberships::table
        .filter(memberships::state.eq(MembershipState::Accepted.as_str()))
        .filter(memberships::role.eq_any(writing))
        .select(memberships::user_id);
    let rows: Vec<(Id, Option<String>, Option<At>)> = accounts::table
        .filter(accounts::mandate_end.is_not_null())
        .filter(accounts::id.eq_any(writers))
        .select((accounts::id, accounts::mandate_end, accounts::mandate_asked_at))
        .load(conn)?;
    let today = now.as_datetime().date_naive();
    let mut found = Vec::new();
    for (id, end, asked_at) in rows {
        if date(end)?.is_some_and(|end| end.last_day() < today) {
            let user = users::by_id(conn, id.0)?;
            found.extend(user.map(|user| (user, asked_at.map(|at| at.0))));
        }
    }
    Ok(found)
}

impl Write<'_> {
    /// The places of a record that nobody fills now.
    pub fn vacancies(&mut self, record: Uuid) -> Result<Vec<Vacancy>> {
        let now = self.now();
        vacancies(self.conn, record, now)
    }

    /// Remembers that places of a record are left, with those that are already.
    pub fn open_succession(&mut self, record: Uuid, places: &[Vacancy], because: Departure) -> Result<()> {
        let known = of_record(self.conn, record)?;
        let mut all = known
            .as_ref()
            .map(|known| known.places.clone())
            .unwrap_or_default();
        all.extend(places);
        all.sort_unstable();
        all.dedup();
        let all: Vec<&str> = all.into_iter().map(Vacancy::as_str).collect();
        let said = (
            successions::places.eq(all.join(" ")),
            successions::because.eq(because.as_str()),
            // Of each place that is left one is told.
            successions::told_at.eq(None::<At>),
        );
        if known.is_some() {
            diesel::update(successions::table.find(Id(record)))
                .set(said)
                .execute(self.conn)?;
            return Ok(());
        }
        diesel::insert_into(successions::table)
            .values((
                successions::record_id.eq(Id(record)),
                successions::opened_at.eq(At(self.now())),
                said,
            ))
            .execute(self.conn)?;
        Ok(())
    }

    /// Remembers that everybody knows; a collectivity is marked as in transition.
    pub fn announce_succession(&mut self, one: &Succession) -> Result<()> {
        let marked = self.set_transition(one.record, true)?;
        diesel::update(successions::table.find(Id(one.record)))
            .set((
                successions::told_at.eq(Some(At(self.now()))),
                successions::marked.eq(one.marked || marked),
            ))
            .execute(self.conn)?;
        Ok(())
    }

    /// Forgets it: the places are filled, or somebody has taken the mark away by hand. A mark that was set by hand stays.
    pub fn close_succession(&mut self, one: &Succession) -> Result<()> {
        diesel::delete(successions::table.find(Id(one.record))).execute(self.conn)?;
        if one.marked {
            self.set_transition(one.record, false)?;
        }
        Ok(())
    }

    /// Those whose mandate has ended and who have not been asked whether they still are in office: from now on they have.
    pub fn mandates_to_ask(&mut self) -> Result<Vec<User>> {
        let now = self.now();
        let mut asked = Vec::new();
        for (user, before) in ended(self.conn, now)? {
            if before.is_none() {
                diesel::update(accounts::table.find(Id(user.id)))
                    .set(accounts::mandate_asked_at.eq(Some(At(now))))
                    .execute(self.conn)?;
                asked.push(user);
            }
        }
        Ok(asked)
    }

    /// Those who were asked long ago, and have said nothing.
    pub fn mandates_unanswered(&mut self) -> Result<Vec<User>> {
        let now = self.now();
        let long_ago = Instant::new(now.as_datetime() - TimeDelta::days(SILENCE_DAYS));
        let silent = ended(self.conn, now)?.into_iter();
        Ok(silent
            .filter(|(_, asked)| asked.is_some_and(|asked| asked < long_ago))
            .map(|(user, _)| user)
            .collect())
    }
}

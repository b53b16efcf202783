//! Pairs of records that may be one: found by the program among what people have entered, put before animators, who say
//! that they are two, or merge them.

use crate::duplicates::told;
use crate::people::audit::placed;
use crate::schema::{duplicate_scans as scans, likely_duplicates as pairs, records, renditions};
use crate::sql::{At, Id};
use crate::{Conn, Result, Write};
use aect_types::audit::ActRecord;
use aect_types::duplicates::{Compared, Likeness};
use aect_types::provenance::SourceKind;
use aect_types::{Instant, Resource, Uuid};
use diesel::prelude::*;
use std::collections::BTreeMap;

/// The kinds of which several people might enter the same one.
pub const RESOURCES: [Resource; 5] = [
    Resource::Projects,
    Resource::Actors,
    Resource::PartnerAuthorities,
    Resource::Events,
    Resource::ExternalInitiatives,
];

/// Records that are looked at in one go: each is compared with all others of its kind.
const AT_ONCE: i64 = 100;

/// From which likeness on a pair is put before an animator. Names alone must be nearly the same; a common country, lead or
/// partner makes up for other words.
const MUCH: f64 = 0.9;

/// How far a pair has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PairState {
    /// An animator has still to look at it.
    Open,
    /// They are two, an animator says.
    Different,
}

impl PairState {
    /// The word for it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Different => "different",
        }
    }
}

/// A pair that waits.
#[derive(Clone, Debug)]
pub struct Pair {
    /// Its identifier.
    pub id: Uuid,
    /// The one that was entered first.
    pub one: ActRecord,
    /// The other.
    pub other: ActRecord,
    /// When it was found.
    pub found_at: Instant,
}

/// What a look has found.
#[derive(Clone, Debug, Default)]
pub struct Look {
    pairs: Vec<(Uuid, Uuid, String)>,
    /// How far in the journal it has come, of each kind of which there was something new.
    positions: BTreeMap<&'static str, i64>,
}

/// Looks at what was written since the last look, as far as one goes in one go.
pub fn look(conn: &mut Conn) -> Result<Look> {
    let mut found = Look::default();
    for resource in RESOURCES {
        look_at(conn, resource, &mut found)?;
    }
    Ok(found)
}

fn look_at(conn: &mut Conn, resource: Resource, look: &mut Look) -> Result<()> {
    let known: Option<i64> = scans::table
        .find(resource.as_str())
        .select(scans::position)
        .first(conn)
        .optional()?;
    // What imports bring they tell apart themselves.
    let new: Vec<(Id, i64)> = renditions::table
        .inner_join(records::table)
        .filter(renditions::resource.eq(resource.as_str()))
        .filter(renditions::hidden.eq(false))
        .filter(renditions::position.gt(known.unwrap_or_default()))
        .filter(records::source_kind.eq(SourceKind::Person.as_str()))
        .order((renditions::position, renditions::record_id))
        .limit(AT_ONCE)
        .select((renditions::record_id, renditions::position))
        .load(conn)?;
    let Some((_, last)) = new.last() else {
        return Ok(());
    };
    look.positions.insert(resource.as_str(), *last);
    let all: Vec<(Id, String)> = renditions::table
        .filter(renditions::resource.eq(resource.as_str()))
        .filter(renditions::hidden.eq(false))
        .select((renditions::record_id, renditions::record))
        .load(conn)?;
    let mut compared = BTreeMap::new();
    for (id, record) in all {
        let (sought, day) = told(&record)?;
        compared.insert(id.0, (Compared::from(sought), day));
    }
    for (id, _) in new {
        let Some((one, day)) = compared.get(&id.0) else {
            continue;
        };
        for (other, (sought, other_day)) in compared.iter().filter(|(other, _)| **other != id.0) {
            // A meeting that comes back every year is not one.
            let alike = one.likeness(sought).filter(|_| day == other_day);
            if let Some((much, alike)) = alike
                && much >= MUCH
            {
                let alike: Vec<&str> = alike.into_iter().map(Likeness::as_str).collect();
                let (first, second) = (id.0.min(*other), id.0.max(*other));
                look.pairs.push((first, second, alike.join(" ")));
            }
        }
    }
    Ok(())
}

/// Pairs that wait for an animator, of records that are there; the oldest first.
pub fn open(conn: &mut Conn) -> Result<Vec<Pair>> {
    let here = || {
        renditions::table
            .filter(renditions::hidden.eq(false))
            .select(renditions::record_id)
    };
    let rows: Vec<(Id, Id, Id, At)> = pairs::table
        .filter(pairs::state.eq(PairState::Open.as_str()))
        .filter(pairs::one_id.eq_any(here()))
        .filter(pairs::other_id.eq_any(here()))
        .order((pairs::found_at, pairs::id))
        .select((pairs::id, pairs::one_id, pairs::other_id, pairs::found_at))
        .load(conn)?;
    let mut found = Vec::new();
    for (id, one, other, found_at) in rows {
        if let (Some(one), Some(other)) = (placed(conn, Some(one))?, placed(conn, Some(other))?) {
            found.push(Pair {
                id: id.0,
                one,
                other,
                found_at: found_at.0,
            });
        }
    }
    Ok(found)
}

impl Write<'_> {
    /// Remembers what a look has found; pairs that are known stay as they are.
    pub fn keep_look(&mut self, look: &Look) -> Result<()> {
        for (one, other, alike) in &look.pairs {
            let known: i64 = pairs::table
                .filter(pairs::one_id.eq(Id(*one)))
                .filter(pairs::other_id.eq(Id(*other)))
                .count()
                .get_result(self.conn)?;
            if known > 0 {
                continue;
            }
            diesel::insert_into(pairs::table)
                .values((
                    pairs::id.eq(Id(Uuid::now_v7())),
                    pairs::one_id.eq(Id(*one)),
                    pairs::other_id.eq(Id(*other)),
                    pairs::alike.eq(alike),
                    pairs::state.eq(PairState::Open.as_str()),
                    pairs::found_at.eq(At(self.now())),
                ))
                .execute(self.conn)?;
        }
        for (resource, position) in &look.positions {
            diesel::delete(scans::table.find(resource)).execute(self.conn)?;
            diesel::insert_into(scans::table)
                .values((scans::resource.eq(resource), scans::position.eq(position)))
                .execute(self.conn)?;
        }
        Ok(())
    }

    /// A pair: the record that was entered first, and whether it waits.
    pub fn pair(&mut self, id: Uuid) -> Result<Option<(Uuid, PairState)>> {
        let row: Option<(Id, String)> = pairs::table
            .find(Id(id))
            .select((pairs::one_id, pairs::state))
            .first(self.conn)
            .optional()?;
        Ok(row.map(|(one, state)| {
            let waits = state == PairState::Open.as_str();
            let state = if waits {
                PairState::Open
            } else {
                PairState::Different
            };
            (one.0, state)
        }))
    }

    /// Says that they are two, or that one has to look again.
    pub fn set_pair(&mut self, id: Uuid, state: PairState, by: Option<Uuid>) -> Result<()> {
        let decided = (state != PairState::Open).then(|| At(self.now()));
        diesel::update(pairs::table.find(Id(id)))
            .set((
                pairs::state.eq(state.as_str()),
                pairs::decided_at.eq(decided),
                pairs::decided_by.eq(by.map(Id)),
            ))
            .execute(self.conn)?;
        Ok(())
    }
}

impl Look {
    /// Whether there was anything new to look at.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.positions.is_empty()
    }
}

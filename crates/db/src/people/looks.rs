//! First looks: what people have published, for an animator to see.
//!
//! A record that waits for its look is a draft, and nothing else: what keeps drafts from everybody but their people is one
//! rule, tested everywhere. The row here remembers who shall see it afterwards.

use super::settings;
use crate::schema::first_looks;
use crate::sql::{At, Id};
use crate::{Result, Write};
use aect_types::{Uuid, Visibility};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};

/// How far a look has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Look {
    /// Nobody has looked.
    Waiting,
    /// Somebody has, and it was good.
    Seen,
    /// It went back to its people.
    Refused,
}

impl Look {
    /// The word for it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Seen => "seen",
            Self::Refused => "refused",
        }
    }

    fn read(word: &str) -> Result<Self> {
        let all = [Self::Waiting, Self::Seen, Self::Refused];
        let found = all.into_iter().find(|look| look.as_str() == word);
        found.ok_or_else(|| crate::Error::Corrupt(format!("{word} is no look")))
    }
}

/// A first look, as rules see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FirstLook {
    /// Who published the record.
    pub author: Uuid,
    /// Who shall see it, where it waits as a draft.
    pub wanted: Option<Visibility>,
    /// How far it has come.
    pub state: Look,
}

impl Write<'_> {
    /// Whether what somebody publishes for the first time waits: that is set, and no animator has looked at anything of
    /// theirs yet.
    pub fn waits_for_first_look(&mut self, author: Uuid) -> Result<bool> {
        if !settings::read(self.conn)?.first_look {
            return Ok(false);
        }
        let seen: i64 = first_looks::table
            .filter(first_looks::author_id.eq(Id(author)))
            .filter(first_looks::state.eq(Look::Seen.as_str()))
            .count()
            .get_result(self.conn)?;
        Ok(seen == 0)
    }

    /// Has a record looked at that somebody has published; `wanted`: who shall see it, where it stays a draft until then.
    /// One that was seen need not be.
    pub fn ask_first_look(&mut self, record: Uuid, author: Uuid, wanted: Option<Visibility>) -> Result<()> {
        let said = (
            first_looks::author_id.eq(Id(author)),
            first_looks::wanted.eq(wanted.map(Visibility::as_str)),
            first_looks::state.eq(Look::Waiting.as_str()),
            first_looks::answer.eq(None::<String>),
            first_looks::asked_at.eq(At(self.now())),
        );
        match self.first_look(record)?.map(|known| known.state) {
            Some(Look::Seen) => {}
            Some(Look::Waiting | Look::Refused) => {
                diesel::update(first_looks::table.find(Id(record)))
                    .set(said)
                    .execute(self.conn)?;
            }
            None => {
                diesel::insert_into(first_looks::table)
                    .values((first_looks::record_id.eq(Id(record)), said))
                    .execute(self.conn)?;
            }
        }
        Ok(())
    }

    /// Remembers that an animator has taken a record down: should its people bring it back, it is a draft, and waits for a
    /// look when they publish it. How far its look had come.
    pub fn take_down(&mut self, record: Uuid, by: Uuid) -> Result<Option<FirstLook>> {
        let known = self.first_look(record)?;
        if known.is_none() {
            self.ask_first_look(record, by, None)?;
        }
        self.set_first_look(record, Look::Refused, None, None, Some(by))?;
        Ok(known)
    }

    /// There was no look at a record, after all.
    pub fn forget_first_look(&mut self, record: Uuid) -> Result<()> {
        diesel::delete(first_looks::table.find(Id(record))).execute(self.conn)?;
        Ok(())
    }

    /// Its people want a record to be a draft again: nobody need look at it.
    pub fn withdraw_first_look(&mut self, record: Uuid) -> Result<()> {
        let waiting = first_looks::state.eq(Look::Waiting.as_str());
        diesel::delete(first_looks::table.find(Id(record)).filter(waiting)).execute(self.conn)?;
        Ok(())
    }

    /// The first look at a record, where there is one.
    pub fn first_look(&mut self, record: Uuid) -> Result<Option<FirstLook>> {
        let row: Option<(Id, Option<String>, String)> = first_looks::table
            .find(Id(record))
            .select((first_looks::author_id, first_looks::wanted, first_looks::state))
            .first(self.conn)
            .optional()?;
        let read = |(author, wanted, state): (Id, Option<String>, String)| {
            Ok(FirstLook {
                author: author.0,
                wanted: wanted.map(|wanted| wanted.parse()).transpose()?,
                state: Look::read(&state)?,
            })
        };
        row.map(read).transpose()
    }

    /// Says what came of it, or that it waits again.
    pub fn set_first_look(
        &mut self,
        record: Uuid,
        state: Look,
        wanted: Option<Visibility>,
        answer: Option<&str>,
        by: Option<Uuid>,
    ) -> Result<()> {
        let decided = (state != Look::Waiting).then(|| At(self.now()));
        diesel::update(first_looks::table.find(Id(record)))
            .set((
                first_looks::state.eq(state.as_str()),
                first_looks::wanted.eq(wanted.map(Visibility::as_str)),
                first_looks::answer.eq(answer),
                first_looks::decided_at.eq(decided),
                first_looks::decided_by.eq(by.map(Id)),
            ))
            .execute(self.conn)?;
        Ok(())
    }
}

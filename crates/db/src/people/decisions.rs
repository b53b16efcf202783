//! What animators have decided in the queue, for as long as it can be undone.

use super::looks::Look;
use crate::schema::decisions;
use crate::sql::{At, Id};
use crate::{Result, Write};
use aect_types::audit::ActKind;
use aect_types::moderation::limits::UNDO_MINUTES;
use aect_types::moderation::{ModerationAct, ModerationKind};
use aect_types::{Instant, Uuid, Visibility};
use chrono::TimeDelta;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};

/// How it was before, as far as that is not always the same.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Before {
    /// Who saw the record.
    pub visibility: Option<Visibility>,
    /// Who should see it after a first look.
    pub wanted: Option<Visibility>,
    /// How far its first look had come, where there was one.
    pub look: Option<Look>,
}

/// A decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decided {
    /// About what kind of thing.
    pub kind: ModerationKind,
    /// Which one.
    pub item: Uuid,
    /// What was done.
    pub act: ModerationAct,
    /// How it was before.
    pub before: Before,
}

type Row = (String, Id, String, String);

impl Write<'_> {
    /// Remembers a decision.
    pub fn keep_decision(&mut self, id: Uuid, decided: &Decided, by: Uuid) -> Result<()> {
        diesel::insert_into(decisions::table)
            .values((
                decisions::id.eq(Id(id)),
                decisions::kind.eq(decided.kind.as_str()),
                decisions::item_id.eq(Id(decided.item)),
                decisions::act.eq(decided.act.as_str()),
                decisions::before.eq(serde_json::to_string(&decided.before)?),
                decisions::decided_at.eq(At(self.now())),
                decisions::decided_by.eq(Id(by)),
            ))
            .execute(self.conn)?;
        self.note_decision(decided, "")
    }

    /// Takes a decision out, where it can still be undone: of two who undo it at once, one gets it.
    pub fn take_decision(&mut self, id: Uuid) -> Result<Option<Decided>> {
        let row: Option<Row> = decisions::table
            .find(Id(id))
            .filter(decisions::decided_at.gt(self.undoable_since()))
            .select((
                decisions::kind,
                decisions::item_id,
                decisions::act,
                decisions::before,
            ))
            .first(self.conn)
            .optional()?;
        let Some((kind, item, act, before)) = row else {
            return Ok(None);
        };
        diesel::delete(decisions::table.find(Id(id))).execute(self.conn)?;
        let decided = Decided {
            kind: kind.parse()?,
            item: item.0,
            act: act.parse()?,
            before: serde_json::from_str(&before)?,
        };
        self.note_decision(&decided, " undone")?;
        Ok(Some(decided))
    }

    /// Of memberships the decision itself is an act.
    fn note_decision(&mut self, decided: &Decided, how: &str) -> Result<()> {
        let record = match decided.kind {
            ModerationKind::Claim if how.is_empty() => return Ok(()),
            ModerationKind::Claim => self.membership(decided.item)?.map(|known| known.record),
            ModerationKind::NewRecord | ModerationKind::Succession => Some(decided.item),
            ModerationKind::Report | ModerationKind::Correction => {
                self.remark(decided.item)?.map(|known| known.record)
            }
            ModerationKind::Duplicate => self.pair(decided.item)?.map(|(record, _)| record),
            ModerationKind::CoLead => self.co_lead(decided.item)?.map(|known| known.project),
        };
        let detail = format!("{} {}{how}", decided.kind, decided.act);
        self.note_act(ActKind::Moderation, None, record, Some(&detail))
    }

    /// Forgets decisions that cannot be undone any more.
    pub(super) fn forget_decisions(&mut self) -> Result<()> {
        let since = self.undoable_since();
        diesel::delete(decisions::table.filter(decisions::decided_at.le(since))).execute(self.conn)?;
        Ok(())
    }

    /// What was decided before cannot be undone.
    pub(super) fn undoable_since(&self) -> At {
        At(Instant::new(
            self.now().as_datetime() - TimeDelta::minutes(UNDO_MINUTES),
        ))
    }
}

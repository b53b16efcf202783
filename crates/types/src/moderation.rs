//! What waits for animators, and what they do with it.

use crate::audit::ActRecord;
use crate::given::Checks;
use crate::memberships::{TeamPerson, Vacancy};
use crate::people::{Email, MemberRole};
use crate::problem::ErrorCode;
use crate::query::ParameterError;
use crate::remarks::ReportReason;
use crate::{Instant, Resource, Slug};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Bounds of what is sent and answered.
pub mod limits {
    /// Items that are decided at once.
    pub const AT_ONCE: usize = 100;
    /// Items of the queue that are answered: more than anybody sees to in ten minutes.
    pub const SHOWN: i64 = 200;
    /// How long a decision can be undone, in minutes; mail about it waits for so long.
    pub const UNDO_MINUTES: i64 = 10;
}

codes! {
    /// Why something is in the queue.
    ModerationKind {
        /// A record that should not be there as it is, says somebody.
        Report = "report",
        /// A record that its people have published, for a first look.
        NewRecord = "new_record",
        /// A request to belong that nobody in charge answers, since there is none.
        Claim = "claim",
        /// A correction that those in charge have not answered in time, or that nobody is in charge of.
        Correction = "correction",
        /// A collectivity that nobody writes for yet is asked to lead a project with its lead.
        CoLead = "co_lead",
        /// Two records that may be one.
        Duplicate = "duplicate",
        /// A place of a team that somebody has left, and nobody fills: to be seen to, not decided.
        Succession = "succession",
    }
}

codes! {
    /// What is done with it.
    ModerationAct {
        /// The report is settled, the record seen (and published, where it waited for that), the person let in, the
        /// correction done, the collectivity leads.
        Accept = "accept",
        /// The report is unfounded, the record goes back to its people as a draft, the person is not let in, the
        /// correction not done, the collectivity does not lead, the two records are two.
        Refuse = "refuse",
        /// The record that was reported, or that is new, is deleted.
        Hide = "hide",
    }
}

impl ModerationAct {
    /// Whether it can be done with something of that kind.
    #[must_use]
    pub const fn fits(self, kind: ModerationKind) -> bool {
        match kind {
            ModerationKind::Report | ModerationKind::NewRecord => true,
            ModerationKind::Claim | ModerationKind::Correction | ModerationKind::CoLead => {
                !matches!(self, Self::Hide)
            }
            ModerationKind::Duplicate => matches!(self, Self::Refuse),
            ModerationKind::Succession => false,
        }
    }

    /// Whether somebody is told, and so why.
    #[must_use]
    pub const fn needs_reason(self, kind: ModerationKind) -> bool {
        match self {
            Self::Accept => false,
            Self::Refuse => !matches!(kind, ModerationKind::Report | ModerationKind::Duplicate),
            Self::Hide => true,
        }
    }
}

/// Something that waits for an animator.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ModerationItem {
    /// Why it is here.
    pub kind: ModerationKind,
    /// Its identifier, among those of its kind.
    pub id: Uuid,
    /// What the record is.
    pub resource: Resource,
    /// Which one.
    pub record: Uuid,
    /// Its address.
    pub slug: Slug,
    /// Its name or title.
    pub name: String,
    /// The other record that it is about: of a project that is to be shared, the collectivity that is asked; of a
    /// likely duplicate, the one that was entered later.
    pub other: Option<ActRecord>,
    /// Of a succession, the places that nobody fills.
    pub places: Vec<Vacancy>,
    /// Of a new record, the version that is looked at: another is another look.
    pub version: Option<i64>,
    /// Of a new record, whether it stays a draft until somebody has looked.
    pub held: bool,
    /// Of a report, why.
    pub report: Option<ReportReason>,
    /// What somebody wrote.
    pub message: Option<String>,
    /// Of a correction, what would be right.
    pub proposal: Option<String>,
    /// Who asks to belong, or has entered the record; nobody for whoever was forgotten, or has no account.
    pub person: Option<TeamPerson>,
    /// Their address.
    pub email: Option<Email>,
    /// Since when it waits.
    pub at: Instant,
}

/// How many of a kind wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ModerationCount {
    /// Of which kind.
    pub kind: ModerationKind,
    /// How many.
    pub count: u64,
}

/// What waits for animators.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Moderation {
    /// Whatever waits, by kind, the oldest first.
    pub items: Vec<ModerationItem>,
    /// How many of each kind, whatever was asked for.
    pub counts: Vec<ModerationCount>,
}

/// One thing to decide.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ModerationTarget {
    /// Its kind.
    pub kind: ModerationKind,
    /// Which one.
    pub id: Uuid,
    /// Of a new record, the version that was looked at.
    #[serde(default)]
    pub version: Option<i64>,
}

/// What is done, with one thing or many.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ModerationDecision {
    /// What.
    pub act: ModerationAct,
    /// With what.
    pub items: Vec<ModerationTarget>,
    /// What who is let in may do; `reader` unless it is said.
    #[serde(default)]
    pub role: Option<MemberRole>,
    /// Why, in words, for whoever is told: required to refuse or to hide, but for an unfounded report.
    #[serde(default)]
    pub reason: Option<String>,
}

impl ModerationDecision {
    /// Everything that is wrong with it, at once.
    #[must_use]
    pub fn faults(&self) -> Vec<ParameterError> {
        let mut checks = Checks::default();
        let (least, most) = (1, limits::AT_ONCE);
        if !(least..=most).contains(&self.items.len()) {
            checks.note("/items", ErrorCode::Range, format!("{least} … {most}"));
        }
        checks.once("/items", self.items.iter().map(|item| (item.kind, item.id)));
        for (rank, item) in self.items.iter().enumerate() {
            if !self.act.fits(item.kind) {
                checks.note(&format!("/items/{rank}/kind"), ErrorCode::Conflict, "");
            }
        }
        let reason = self.reason.as_deref().unwrap_or_default();
        if self.items.iter().any(|item| self.act.needs_reason(item.kind)) {
            checks.required("/reason", reason, crate::remarks::limits::MESSAGE_MAX);
        } else {
            checks.text("/reason", reason, crate::remarks::limits::MESSAGE_MAX);
        }
        checks.found()
    }
}

/// What came of one of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ModerationResult {
    /// Its kind.
    pub kind: ModerationKind,
    /// Which one.
    pub id: Uuid,
    /// 200 for done, 404 for nothing there, 412 for what somebody else has decided or changed meanwhile.
    pub status: u16,
    /// How far it has come now, in the words of its kind.
    pub state: Option<String>,
    /// The decision, by which it can be undone for a time.
    pub decision: Option<Uuid>,
}

/// What came of all of them, in the order in which they were named.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ModerationResults {
    /// One for each.
    pub results: Vec<ModerationResult>,
}

/// Decisions that are to be undone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ModerationUndo {
    /// Which ones.
    pub decisions: Vec<Uuid>,
}

/// What animators set for the whole platform.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// Whether what somebody publishes for the first time waits for an animator to look at it.
    pub first_look: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(act: ModerationAct, kind: ModerationKind, reason: Option<&str>) -> usize {
        let item = ModerationTarget {
            kind,
            id: Uuid::nil(),
            version: None,
        };
        let decision = ModerationDecision {
            act,
            items: vec![item],
            role: None,
            reason: reason.map(str::to_owned),
        };
        decision.faults().len()
    }

    #[test]
    fn whoever_is_told_is_told_why() {
        use ModerationAct::{Accept, Hide, Refuse};
        use ModerationKind::{Claim, Correction, NewRecord, Report};
        for kind in [Report, NewRecord, Claim, Correction] {
            assert_eq!(faults(Accept, kind, None), 0);
            assert_eq!(faults(Refuse, kind, None), usize::from(kind != Report), "{kind}");
        }
        assert_eq!(faults(Hide, Report, Some("Publicité.")), 0);
        assert_eq!(faults(Hide, NewRecord, None), 1);
        assert_eq!(faults(Hide, Claim, Some("Rien à cacher.")), 1);
    }

    #[test]
    fn nothing_is_decided_twice_at_once() {
        let decision = |items| ModerationDecision {
            act: ModerationAct::Accept,
            items,
            role: None,
            reason: None,
        };
        let one = |id| ModerationTarget {
            kind: ModerationKind::Claim,
            id: Uuid::from_u128(id),
            version: None,
        };
        assert_eq!(decision(vec![one(1), one(2)]).faults(), []);
        assert_eq!(decision(vec![one(1), one(1)]).faults().len(), 1);
        assert_eq!(decision(Vec::new()).faults().len(), 1);
        assert_eq!(decision((0..101).map(one).collect()).faults().len(), 1);
    }
}

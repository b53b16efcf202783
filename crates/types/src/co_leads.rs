//! Shared projects: a collectivity is asked to lead with the lead, and may decline.

use crate::Instant;
use crate::audit::ActRecord;
use crate::given::Checks;
use crate::memberships::TeamPerson;
use crate::memberships::limits::MESSAGE_MAX;
use crate::query::ParameterError;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// How long a collectivity that has declined or left is not asked again, in days.
pub const PAUSE_DAYS: i64 = 90;

codes! {
    /// How far a request to lead with the lead has come.
    CoLeadState {
        /// It waits for an answer.
        Asked = "asked",
        /// The collectivity leads with the lead.
        Accepted = "accepted",
        /// It does not want to.
        Declined = "declined",
        /// Whoever asked has thought better of it.
        Withdrawn = "withdrawn",
        /// It led, and has left.
        Left = "left",
        /// It led, and the lead has ended that.
        Removed = "removed",
    }
}

impl CoLeadState {
    /// Whether somebody is told, and so why.
    #[must_use]
    pub const fn needs_reason(self) -> bool {
        matches!(self, Self::Declined | Self::Left | Self::Removed)
    }
}

/// For whom somebody decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// For the collectivity that was asked.
    Asked,
    /// For those who asked.
    Asking,
}

/// Whether a request of the state `from` may become `to`, decided for that side.
#[must_use]
pub const fn may_become(from: CoLeadState, to: CoLeadState, side: Side) -> bool {
    use CoLeadState::{Accepted, Asked, Declined, Left, Removed, Withdrawn};
    match side {
        Side::Asked => matches!((from, to), (Asked, Accepted | Declined) | (Accepted, Left)),
        Side::Asking => matches!((from, to), (Asked, Withdrawn) | (Accepted, Removed)),
    }
}

/// Whom to ask to lead a project with its lead.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct CoLeadRequest {
    /// The project.
    pub project: Uuid,
    /// The collectivity that is asked.
    pub collectivity: Uuid,
    /// A word to its people.
    #[serde(default)]
    pub message: Option<String>,
}

/// What becomes of a request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct CoLeadDecision {
    /// `accepted`, `declined` or `left` by those who were asked, `withdrawn` or `removed` by those who asked.
    pub state: CoLeadState,
    /// Why, in words: required to decline, to leave and to remove.
    #[serde(default)]
    pub reason: Option<String>,
}

impl CoLeadDecision {
    /// What is wrong with its reason.
    #[must_use]
    pub fn faults(&self) -> Vec<ParameterError> {
        let mut checks = Checks::default();
        let reason = self.reason.as_deref().unwrap_or_default();
        if self.state.needs_reason() {
            checks.required("/reason", reason, MESSAGE_MAX);
        } else {
            checks.text("/reason", reason, MESSAGE_MAX);
        }
        checks.found()
    }
}

/// A request, as both sides and the animators see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CoLead {
    /// Its identifier.
    pub id: Uuid,
    /// The project; whoever is asked reads its title even while it is a draft.
    pub project: ActRecord,
    /// The name of the collectivity that leads it.
    pub lead: Option<String>,
    /// The collectivity that is asked.
    pub collectivity: ActRecord,
    /// How far it has come.
    pub state: CoLeadState,
    /// What whoever asked has written.
    pub message: Option<String>,
    /// Why it was decided so.
    pub reason: Option<String>,
    /// Who asked; nobody for whoever was forgotten.
    pub person: Option<TeamPerson>,
    /// When.
    pub asked_at: Instant,
    /// When it was decided.
    pub decided_at: Option<Instant>,
    /// From when on it may be asked again, where it has declined or left.
    pub again_from: Option<Instant>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_accepts_for_those_who_are_asked() {
        use CoLeadState::{Accepted, Asked, Declined, Left, Removed, Withdrawn};
        for from in CoLeadState::ALL.iter().copied() {
            assert!(!may_become(from, Accepted, Side::Asking) && !may_become(from, Left, Side::Asking));
            assert!(!may_become(from, Removed, Side::Asked) && !may_become(from, Asked, Side::Asked));
        }
        assert!(may_become(Asked, Declined, Side::Asked) && may_become(Asked, Withdrawn, Side::Asking));
        assert!(
            !may_become(Declined, Accepted, Side::Asked),
            "what is over is asked anew"
        );
    }

    #[test]
    fn whoever_is_told_is_told_why() {
        let faults = |state, reason: &str| {
            let reason = Some(reason.to_owned());
            CoLeadDecision { state, reason }.faults().len()
        };
        assert_eq!(faults(CoLeadState::Accepted, ""), 0);
        assert_eq!(faults(CoLeadState::Withdrawn, ""), 0);
        for state in [CoLeadState::Declined, CoLeadState::Left, CoLeadState::Removed] {
            assert_eq!(faults(state, " "), 1);
            assert_eq!(faults(state, "Faute de moyens."), 0);
            assert_eq!(faults(state, "a\0b"), 1);
        }
    }
}

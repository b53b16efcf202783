//! What anybody says of a public record, without an account: that something is wrong with it, or that it should not be
//! there.

use crate::given::Checks;
use crate::people::Email;
use crate::problem::ErrorCode;
use crate::query::ParameterError;
use crate::{Instant, Resource, Slug};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Bounds of what is sent.
pub mod limits {
    /// What is wrong, what would be right, and the answer, in characters.
    pub const MESSAGE_MAX: usize = 2_000;
    /// How long a correction waits for those in charge of the record, in days; then the animators see to it.
    pub const ANSWERED_WITHIN_DAYS: i64 = 7;
    /// How many remarks on one record may wait at a time.
    pub const WAITING_MOST: i64 = 30;
}

codes! {
    /// What a remark is.
    RemarkKind {
        /// Something is wrong with the record.
        Correction = "correction",
        /// The record should not be there as it is.
        Report = "report",
    }
}

codes! {
    /// Why a record is reported.
    ReportReason {
        /// It is not true.
        Wrong = "wrong",
        /// It hurts somebody.
        Offensive = "offensive",
        /// It tells of a person what nobody else should know.
        PersonalData = "personal_data",
        /// It advertises something.
        Spam = "spam",
        /// Something else.
        Other = "other",
    }
}

codes! {
    /// How far a remark has come.
    RemarkState {
        /// Nobody has decided.
        Open = "open",
        /// It was right: done.
        Accepted = "accepted",
        /// It was not, for a reason.
        Refused = "refused",
    }
}

/// What somebody proposes to correct.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct CorrectionInput {
    /// The record.
    pub record: Uuid,
    /// What is wrong.
    pub wrong: String,
    /// What would be right.
    #[serde(default)]
    pub right: Option<String>,
    /// Where to answer, once.
    #[serde(default)]
    pub email: Option<Email>,
    /// Whether they agree that the address is kept until the answer has left; nothing is kept without.
    #[serde(default)]
    pub consent: bool,
    /// No person fills this in: whatever says something here is thrown away.
    #[serde(default)]
    pub website: Option<String>,
}

impl CorrectionInput {
    /// Everything that is wrong with it, at once.
    #[must_use]
    pub fn faults(&self) -> Vec<ParameterError> {
        let mut checks = Checks::default();
        checks.required("/wrong", &self.wrong, limits::MESSAGE_MAX);
        checks.maybe("/right", self.right.as_ref(), limits::MESSAGE_MAX);
        agreed(&mut checks, self.email.as_ref(), self.consent);
        checks.found()
    }
}

/// An address is kept only where its owner agrees.
fn agreed(checks: &mut Checks, email: Option<&Email>, consent: bool) {
    if email.is_some() && !consent {
        checks.note("/consent", ErrorCode::Required, "true");
    }
}

/// Why a record should not be there as it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ReportInput {
    /// The record.
    pub record: Uuid,
    /// Why.
    pub reason: ReportReason,
    /// The same in words.
    #[serde(default)]
    pub message: Option<String>,
    /// Where to tell what was decided, once (Regulation (EU) 2022/2065, article 16, paragraph 5).
    #[serde(default)]
    pub email: Option<Email>,
    /// Whether they agree that the address is kept until the answer has left; nothing is kept without.
    #[serde(default)]
    pub consent: bool,
    /// No person fills this in: whatever says something here is thrown away.
    #[serde(default)]
    pub website: Option<String>,
}

impl ReportInput {
    /// Everything that is wrong with it, at once.
    #[must_use]
    pub fn faults(&self) -> Vec<ParameterError> {
        let mut checks = Checks::default();
        checks.maybe("/message", self.message.as_ref(), limits::MESSAGE_MAX);
        agreed(&mut checks, self.email.as_ref(), self.consent);
        checks.found()
    }
}

/// A correction, as those see it who may write the record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Correction {
    /// Its identifier.
    pub id: Uuid,
    /// What the record is.
    pub resource: Resource,
    /// Which one.
    pub record: Uuid,
    /// Its address.
    pub slug: Slug,
    /// Its name or title.
    pub name: String,
    /// What is wrong.
    pub wrong: String,
    /// What would be right.
    pub right: Option<String>,
    /// Whether whoever sent it left an address or has an account: they are told what becomes of it. Who they are is
    /// nobody's to see.
    pub answerable: bool,
    /// How far it has come.
    pub state: RemarkState,
    /// Why it was refused.
    pub reason: Option<String>,
    /// When it was sent.
    pub sent_at: Instant,
    /// When it was decided.
    pub decided_at: Option<Instant>,
}

/// What becomes of a correction.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct CorrectionDecision {
    /// `accepted` or `refused`.
    pub state: RemarkState,
    /// Why, in words: required where it is refused.
    #[serde(default)]
    pub reason: Option<String>,
}

impl CorrectionDecision {
    /// Everything that is wrong with it, at once.
    #[must_use]
    pub fn faults(&self) -> Vec<ParameterError> {
        let mut checks = Checks::default();
        let reason = self.reason.as_deref().unwrap_or_default();
        match self.state {
            RemarkState::Open => checks.note("/state", ErrorCode::NotListed, "accepted, refused"),
            RemarkState::Refused => checks.required("/reason", reason, limits::MESSAGE_MAX),
            RemarkState::Accepted => checks.text("/reason", reason, limits::MESSAGE_MAX),
        }
        checks.found()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_kept_by_consent_alone() {
        let mut input = CorrectionInput {
            record: Uuid::nil(),
            wrong: "Le jumelage est fini.".to_owned(),
            right: None,
            email: "a@b.fr".parse().ok(),
            consent: false,
            website: None,
        };
        assert_eq!(
            input.faults(),
            [ParameterError::new("/consent", ErrorCode::Required, "true")]
        );
        input.consent = true;
        assert_eq!(input.faults(), []);
    }

    #[test]
    fn a_refusal_says_why() {
        let decision = |state, reason: &str| CorrectionDecision {
            state,
            reason: Some(reason.to_owned()),
        };
        assert_eq!(decision(RemarkState::Accepted, "").faults(), []);
        assert_eq!(decision(RemarkState::Refused, "Toujours vrai.").faults(), []);
        assert_eq!(decision(RemarkState::Refused, " ").faults().len(), 1);
        assert_eq!(decision(RemarkState::Open, "").faults().len(), 1);
    }
}

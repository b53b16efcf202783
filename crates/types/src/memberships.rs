//! Belonging to a collectivity or an actor: asking, being invited, deciding.

use crate::audit::ActRecord;
use crate::people::{Email, MemberRole, MembershipState, Standing};
use crate::{Instant, PartialDate, Resource, Slug};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Bounds of what is sent.
pub mod limits {
    /// A word to whoever decides, and their reason, in characters.
    pub const MESSAGE_MAX: usize = 1_000;
    /// How long a code of a visit is good, in days.
    pub const VISIT_DAYS: i64 = 90;
    /// How long whoever's mandate has ended may say that they still are in office, in days; then they only read.
    pub const SILENCE_DAYS: i64 = 30;
}

/// A request to belong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct MembershipRequest {
    /// The collectivity or the actor.
    pub record: Uuid,
    /// A word to whoever decides.
    #[serde(default)]
    pub message: Option<String>,
    /// A code that the network left at a visit: nobody has to decide.
    #[serde(default)]
    pub code: Option<String>,
}

/// What becomes of a membership.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct MembershipDecision {
    /// `accepted`, `refused` or `former`.
    pub state: MembershipState,
    /// What they may do; whoever accepts says it. Who takes up an invitation has the role that was offered.
    #[serde(default)]
    pub role: Option<MemberRole>,
    /// Why, in words: required where somebody else is refused or made to leave.
    #[serde(default)]
    pub reason: Option<String>,
}

/// An invitation to belong, by e-mail.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Invitation {
    /// The collectivity or the actor.
    pub record: Uuid,
    /// Whom.
    pub email: Email,
    /// What they may do once they say yes.
    pub role: MemberRole,
    /// A word to them.
    #[serde(default)]
    pub message: Option<String>,
}

/// A person of a record's team.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TeamMember {
    /// The membership.
    pub id: Uuid,
    /// How far it has come.
    pub state: MembershipState,
    /// What they may do; of an invitation, what they may once they say yes.
    pub role: Option<MemberRole>,
    /// Who; nobody for an invitation that was not answered: whether the address is known is not told.
    pub person: Option<TeamPerson>,
    /// Their address, for whoever decides.
    pub email: Option<Email>,
    /// What they wrote when they asked, for whoever decides.
    pub message: Option<String>,
    /// When they asked or were asked.
    pub asked_at: Instant,
    /// When it was decided.
    pub decided_at: Option<Instant>,
}

codes! {
    /// A place of a team that somebody should fill: an authority's international action rests on a pair.
    Vacancy {
        /// Nobody is in charge.
        Owner = "owner",
        /// No elected official belongs to it.
        Elected = "elected",
        /// No civil servant does.
        Staff = "staff",
    }
}

codes! {
    /// Why a place of a team is left.
    Departure {
        /// Somebody has left, or is gone.
        Left = "left",
        /// Their mandate has ended.
        MandateEnd = "mandate_end",
    }
}

codes! {
    /// What is handed over, in the order in which it is read.
    HandOverKind {
        /// An event that is still to come.
        Event = "event",
        /// The report of a mission that nobody has written.
        Report = "report",
        /// A project that is not over.
        Project = "project",
        /// A thematic group.
        Group = "group",
        /// A request to lead a project, that waits for an answer of the record's people.
        CoLeadReceived = "co_lead_received",
        /// A request of theirs to another collectivity.
        CoLeadSent = "co_lead_sent",
        /// A correction that waits for their answer.
        Correction = "correction",
        /// A draft.
        Draft = "draft",
    }
}

/// One thing that is handed over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct HandOverItem {
    /// What it is.
    pub kind: HandOverKind,
    /// The record.
    pub record: ActRecord,
    /// When it takes place, or is due.
    pub on: Option<PartialDate>,
    /// The collectivity that has asked, or is asked.
    pub with: Option<String>,
}

/// What whoever takes over a record finds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct HandOver {
    /// The collectivity or the actor.
    pub record: ActRecord,
    /// Whether it is marked as in transition.
    pub in_transition: bool,
    /// Which places nobody fills.
    pub vacancies: Vec<Vacancy>,
    /// Since when a place is left.
    pub since: Option<Instant>,
    /// Those who belong to it, without their addresses.
    pub people: Vec<TeamMember>,
    /// How many have asked to belong and wait.
    pub asking: u64,
    /// What is promised, running and pending.
    pub items: Vec<HandOverItem>,
}

/// What members of one team see of each other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TeamPerson {
    /// Who it is to the journal.
    pub id: Uuid,
    /// Their name; empty until they said it.
    pub name: String,
    /// What they do.
    pub function: Option<String>,
    /// Elected or staff.
    pub standing: Standing,
    /// When the mandate ends.
    pub mandate_end: Option<PartialDate>,
}

/// Who keeps a record, seen by its own people and the animators.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Team {
    /// Those who belong to it; for whoever decides also those who asked or were invited.
    pub items: Vec<TeamMember>,
    /// Which places nobody fills.
    pub vacancies: Vec<Vacancy>,
    /// Whether the caller decides who belongs to it.
    pub decides: bool,
    /// Domains of e-mail whose holders belong to it without being decided on, for whoever decides.
    pub domains: Vec<String>,
}

/// A request that waits for the caller's decision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct WaitingMembership {
    /// What the record is.
    pub resource: Resource,
    /// Which one.
    pub record: Uuid,
    /// Its address.
    pub slug: Slug,
    /// Its name.
    pub name: String,
    /// Who asks.
    pub member: TeamMember,
}

/// A domain of e-mail attached to a record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct MembershipDomain {
    /// The collectivity or the actor.
    pub record: Uuid,
}

/// What a code of a visit shall open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct VisitCodeRequest {
    /// The collectivity or the actor.
    pub record: Uuid,
    /// What whoever types it may do.
    pub role: MemberRole,
}

/// A code to be left at a visit: shown this once, good once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct VisitCode {
    /// Eight letters and digits; null where the same request came before.
    pub code: Option<String>,
    /// Where it is typed: what a printed QR code leads to; null where the same request came before.
    pub url: Option<String>,
    /// That address as a QR code: SVG; null where the same request came before.
    pub qr_code: Option<String>,
    /// Until when it is good.
    pub expires_at: Instant,
}

/// A code that was made: not the code itself, which nobody keeps.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct VisitCodeMade {
    /// What whoever types it may do.
    pub role: MemberRole,
    /// When it was made.
    pub made_at: Instant,
    /// Until when it is good.
    pub expires_at: Instant,
    /// When it was used.
    pub used_at: Option<Instant>,
}

/// Who decides a membership.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decider {
    /// The person themselves.
    Oneself,
    /// An owner of the record, or an animator.
    InCharge,
}

/// Whether a membership of the state `from` may become `to` by that decision.
#[must_use]
pub const fn may_become(from: MembershipState, to: MembershipState, decider: Decider) -> bool {
    use MembershipState::{Accepted, Former, Invited, Pending, Refused};
    match decider {
        Decider::Oneself => matches!(
            (from, to),
            (Invited, Accepted | Refused) | (Pending | Accepted, Former)
        ),
        Decider::InCharge => matches!(
            (from, to),
            (Pending, Accepted | Refused) | (Accepted, Accepted | Former) | (Invited, Former)
        ),
    }
}

/// Domains where anybody gets an address: one of them tells nothing of whom its holder works for.
const SHARED: &[&str] = &[
    "aol.com",
    "bbox.fr",
    "club-internet.fr",
    "cegetel.net",
    "free.fr",
    "gmail.com",
    "gmx.com",
    "gmx.fr",
    "googlemail.com",
    "hotmail.com",
    "hotmail.fr",
    "icloud.com",
    "infonie.fr",
    "laposte.net",
    "libertysurf.fr",
    "live.com",
    "live.fr",
    "mac.com",
    "mail.com",
    "mailo.com",
    "me.com",
    "msn.com",
    "neuf.fr",
    "nordnet.fr",
    "numericable.fr",
    "orange.fr",
    "outlook.com",
    "outlook.fr",
    "pm.me",
    "proton.me",
    "protonmail.com",
    "sfr.fr",
    "tutanota.com",
    "voila.fr",
    "wanadoo.fr",
    "yahoo.com",
    "yahoo.fr",
    "ymail.com",
    "zaclys.net",
];

/// Whether a domain may stand for one record: it is one, in small letters, and no provider's.
#[must_use]
pub fn may_stand(domain: &str) -> bool {
    let address: Result<Email, _> = format!("a@{domain}").parse();
    address.is_ok_and(|address| address.domain() == domain) && !SHARED.contains(&domain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_lets_themselves_in() {
        use MembershipState::{Accepted, Former, Invited, Pending, Refused};
        assert!(!may_become(Pending, Accepted, Decider::Oneself));
        assert!(!may_become(Refused, Accepted, Decider::Oneself));
        assert!(!may_become(Former, Accepted, Decider::Oneself));
        assert!(
            !may_become(Accepted, Accepted, Decider::Oneself),
            "nor raises a role"
        );
        // Nor is anybody made to belong who has not said so.
        assert!(!may_become(Invited, Accepted, Decider::InCharge));
        assert!(!may_become(Former, Accepted, Decider::InCharge));
    }

    #[test]
    fn a_provider_s_domain_stands_for_nobody() {
        for wrong in [
            "orange.fr",
            "wanadoo.fr",
            "gmail.com",
            "Mairie.fr",
            "mairie",
            "a@b.fr",
            "",
            "-a.fr",
        ] {
            assert!(!may_stand(wrong), "{wrong}");
        }
        assert!(may_stand("mairie-poitiers.fr"));
    }
}

//! Everything that is kept of a person, as they may have it (GDPR, articles 15 and 20).

use crate::co_leads::CoLead;
use crate::contacts::ContactConsentKept;
use crate::history::Revision;
use crate::people::{Account, Email, MemberRole, MembershipState, SignInWay};
use crate::remarks::{RemarkKind, RemarkState};
use crate::{Instant, Resource};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// All of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PersonalData {
    /// When this was written.
    pub written_at: Instant,
    /// Who they are, and what they belong to.
    pub account: Account,
    /// What they wrote when they asked to belong, and what was decided.
    pub memberships: Vec<MembershipKept>,
    /// Where they have signed in, ended sessions included.
    pub sessions: Vec<SessionKept>,
    /// When they asked for a link to sign in, within the last day.
    pub sign_in_links: Vec<SignInLinkKept>,
    /// What they let others see of them, where they let them.
    pub contact_consent: Option<ContactConsentKept>,
    /// Since when they have the password that they have; nobody can read it.
    pub password_since: Option<Instant>,
    /// Other sites that sign them in.
    pub openid_identities: Vec<OpenIdIdentityKept>,
    /// When their second factor was set up.
    pub second_factor_since: Option<Instant>,
    /// Recovery codes that are left.
    pub recovery_codes_left: i64,
    /// Mail to them that has not left yet; nothing is kept of what has.
    pub waiting_mails: Vec<MailKept>,
    /// What they said of records, from their account or with their address.
    pub remarks: Vec<RemarkKept>,
    /// Whom they asked to lead a project, and what they answered.
    pub co_leads: Vec<CoLead>,
    /// What they wrote in records.
    pub writes: Vec<WriteKept>,
}

/// A membership, whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MembershipKept {
    /// The collectivity or the actor.
    pub record: Uuid,
    /// How far it has come.
    pub state: MembershipState,
    /// What they may do.
    pub role: Option<MemberRole>,
    /// How it came: asked, invited, by a domain, a SIRET, a visit, the command line.
    pub way: String,
    /// What they wrote, or was written to them.
    pub message: Option<String>,
    /// Why it was decided so.
    pub reason: Option<String>,
    /// When it was asked.
    pub asked_at: Instant,
    /// When it was decided.
    pub decided_at: Option<Instant>,
}

/// A session, whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SessionKept {
    /// How they signed in.
    pub way: SignInWay,
    /// The browser, as it called itself.
    pub agent: Option<String>,
    /// When it began.
    pub created_at: Instant,
    /// When it was last used.
    pub used_at: Instant,
    /// When it ended.
    pub ended_at: Option<Instant>,
    /// Why it ended.
    pub ended_because: Option<String>,
}

/// A request for a link.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SignInLinkKept {
    /// When it was asked for.
    pub created_at: Instant,
    /// When it was used.
    pub used_at: Option<Instant>,
}

/// Who they are to another site that signs them in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OpenIdIdentityKept {
    /// The address of that site.
    pub issuer: String,
    /// What it calls them.
    pub subject: String,
    /// Since when it signs them in.
    pub linked_at: Instant,
    /// When it last did.
    pub used_at: Instant,
}

/// A mail that waits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MailKept {
    /// Its subject.
    pub subject: String,
    /// When it was written.
    pub created_at: Instant,
}

/// A correction or a report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RemarkKept {
    /// Of which record.
    pub record: Uuid,
    /// What it is.
    pub kind: RemarkKind,
    /// What is wrong.
    pub message: Option<String>,
    /// What would be right.
    pub proposal: Option<String>,
    /// Where to answer, until the answer has left.
    pub email: Option<Email>,
    /// How far it has come.
    pub state: RemarkState,
    /// What was answered.
    pub answer: Option<String>,
    /// When it was sent.
    pub sent_at: Instant,
}

/// A write of a record.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct WriteKept {
    /// What the record is.
    pub resource: Resource,
    /// Which one.
    pub record: Uuid,
    /// What they changed.
    #[serde(flatten)]
    pub revision: Revision,
}

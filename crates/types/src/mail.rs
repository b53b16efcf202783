//! How mail leaves, as those see it who run the instance. Whom it is for is never told.

use crate::Instant;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// How mail leaves, and how it fares.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MailStatus {
    /// The server that takes it; null where it falls into a folder and reaches nobody.
    pub host: Option<String>,
    /// Who it is from.
    pub sender: String,
    /// How many mails are on their way.
    pub waiting: u64,
    /// How many were given up in the last ninety days: refused for good, or tried too often.
    pub given_up: u64,
    /// The last time that one could not leave.
    pub failure: Option<MailFailure>,
}

/// That a mail could not leave.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MailFailure {
    /// When.
    pub at: Instant,
    /// What the mail server said, without addresses.
    pub reason: String,
}

/// A mail to oneself, to see whether mail leaves. On its way where it neither has left nor failed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MailTrial {
    /// Its identifier.
    pub id: Uuid,
    /// Whether it has left.
    pub sent: bool,
    /// Why it has not, without addresses.
    pub failure: Option<String>,
}

//! Accounts, as those see them who run the platform.

use crate::Instant;
use crate::people::{Email, UserRole, UserState};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// An account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct UserSummary {
    /// Its identifier.
    pub id: Uuid,
    /// Number of writes, for `If-Match`.
    pub version: i64,
    /// Where mail goes.
    pub email: Email,
    /// How others call the person; empty until it was said.
    pub name: String,
    /// What they do.
    pub function: Option<String>,
    /// What it may do on the whole platform.
    pub role: UserRole,
    /// Whether it may be used.
    pub state: UserState,
    /// When it was made.
    pub created_at: Instant,
    /// Whether the caller may suspend it, or let it be used again.
    pub may_suspend: bool,
    /// Whether the caller may give it another role.
    pub may_promote: bool,
}

/// What becomes of an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct UserChange {
    /// What it may do on the whole platform.
    pub role: UserRole,
    /// Whether it may be used.
    pub state: UserState,
}

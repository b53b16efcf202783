//! Acts of authority: who did what to whom.

use crate::{Instant, Resource, Slug};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

codes! {
    /// What was done.
    ActKind {
        /// Somebody was let in, refused, given another role or made to leave.
        Membership = "membership",
        /// An account was given a role on the whole platform.
        Role = "role",
        /// An account was suspended, or may be used again.
        Account = "account",
        /// A domain of e-mail was attached to a record, or detached.
        Domain = "domain",
        /// A code was made to be left at a visit.
        VisitCode = "visit_code",
        /// Something of the queue was decided, or that was undone.
        Moderation = "moderation",
        /// An animator deleted a record, or brought one back.
        Record = "record",
        /// A setting of the platform was changed.
        Settings = "settings",
        /// The keys that sign access tokens were turned.
        Keys = "keys",
    }
}

/// One of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Act {
    /// Its identifier.
    pub id: Uuid,
    /// When.
    pub at: Instant,
    /// Who; nobody for the command line.
    pub actor: Option<ActPerson>,
    /// What.
    pub act: ActKind,
    /// To whom.
    pub person: Option<ActPerson>,
    /// To what.
    pub record: Option<ActRecord>,
    /// More precisely: codes and domains, never words about a person.
    pub detail: Option<String>,
}

/// A person of an act.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ActPerson {
    /// Their identifier.
    pub id: Uuid,
    /// Their name, or else their address; nobody is left of whoever was forgotten.
    pub name: Option<String>,
}

/// A record of an act.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ActRecord {
    /// Its identifier.
    pub id: Uuid,
    /// What it is.
    pub resource: Resource,
    /// Its address.
    pub slug: Slug,
    /// Its name or title.
    pub name: String,
}

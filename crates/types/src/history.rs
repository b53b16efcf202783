//! What happened to a record: every write, with the fields that it changed.

use crate::Instant;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use uuid::Uuid;

/// Which version is wanted back.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Restoration {
    /// Its number; none: the record as it is, where it was deleted.
    #[serde(default)]
    pub version: Option<i64>,
}

/// Which record takes the place of another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Merging {
    /// It: of the same kind, and seen by whoever sees the other.
    pub into: Uuid,
}

/// One write of a record.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Revision {
    /// The version that it made.
    pub version: i64,
    /// When.
    pub at: Instant,
    /// Who.
    pub author: Author,
    /// `create`, `update`, `hide` or `restore`.
    pub operation: String,
    /// For each field that changed, what it said before and afterwards.
    #[cfg_attr(feature = "openapi", schema(value_type = Object))]
    pub changes: Map<String, Value>,
}

/// Who wrote.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Author {
    /// A person.
    Person {
        /// Their account.
        id: Uuid,
        /// What they call themselves; null: nothing, or the account is gone.
        name: Option<String>,
    },
    /// An import or a partner.
    Program {
        /// What it calls itself.
        name: String,
    },
}

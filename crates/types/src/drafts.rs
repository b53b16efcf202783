//! Records that nobody but their writers sees yet.

use crate::{Instant, Resource, Slug};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A draft, as those find it who may write it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Draft {
    /// What it is.
    pub resource: Resource,
    /// Which one.
    pub id: Uuid,
    /// Its address.
    pub slug: Slug,
    /// Its title or name.
    pub title: String,
    /// When it was last written.
    pub updated_at: Instant,
}

//! Those in whose name something is told: collectivities and actors that have a record.

use crate::actors::ActorRef;
use crate::collectivities::CollectivityRef;
use crate::given::Checks;
use crate::problem::ErrorCode;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// An author, as it is given: a collectivity or an actor, one of the two.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct AuthorInput {
    /// The collectivity.
    pub collectivity: Option<Uuid>,
    /// The actor.
    pub actor: Option<Uuid>,
}

/// An author: a collectivity or an actor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
// `Author` is who wrote a revision (`history`).
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = RecordAuthor))]
pub struct Author {
    /// The collectivity.
    pub collectivity: Option<CollectivityRef>,
    /// The actor.
    pub actor: Option<ActorRef>,
}

impl Author {
    /// What it is called; empty where it may not be named.
    #[must_use]
    pub fn name(&self) -> &str {
        let collectivity = self.collectivity.as_ref().map(|one| one.name.as_str());
        let actor = || self.actor.as_ref().map(|one| one.name.as_str());
        collectivity.or_else(actor).unwrap_or_default()
    }
}

/// The collectivities and actors among authors.
pub(crate) fn owners(authors: &[AuthorInput]) -> Vec<Uuid> {
    let named = authors.iter();
    named
        .filter_map(|author| author.collectivity.or(author.actor))
        .collect()
}

/// Each is a collectivity or an actor, and said once.
pub(crate) fn check(pointer: &str, authors: &[AuthorInput], checks: &mut Checks) {
    for (rank, author) in authors.iter().enumerate() {
        if author.collectivity.is_some() == author.actor.is_some() {
            let one = "collectivity, actor";
            checks.note(&format!("{pointer}/{rank}"), ErrorCode::Conflict, one);
        }
    }
    let each = authors.iter().map(|author| (author.collectivity, author.actor));
    checks.once(pointer, each);
}

//! Groups of members working on a theme, a country or a precise task.

use crate::actors::ActorRef;
use crate::collectivities::{CollectivityKind, CollectivityRef};
use crate::external_initiatives::ExternalInitiativeRef;
use crate::projects::Link;
use crate::themes::ThemeRef;
use crate::{CountryCode, PartialDate, Slug};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

codes! {
    /// The kinds of group.
    GroupKind {
        /// On a theme.
        Theme = "theme",
        /// On a country.
        Country = "country",
        /// On a precise task.
        Task = "task",
    }
}

codes! {
    /// How one joins.
    JoinPolicy {
        /// Whoever wants.
        Open = "open",
        /// On request.
        OnRequest = "on_request",
        /// By invitation.
        Invited = "invited",
    }
}

/// A group, as other records name it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ThematicGroupRef {
    /// Its identifier.
    pub id: Uuid,
    /// Its address.
    pub slug: Slug,
    /// Its name.
    pub name: String,
}

entity! {
    /// Members working together on a theme, a country or a precise task.
    ThematicGroup, ThematicGroupInput, ThematicGroupRefs, ThematicGroups, ThematicGroupSummary;
    fields {
        /// Its name.
        name: String,
        /// Its kind.
        kind: GroupKind,
        /// What it is for.
        purpose: Option<String>,
        /// What it will deliver.
        deliverable: Option<String>,
        /// Its next date.
        next_date: Option<PartialDate>,
        /// What others already run on it and has no record of its own here.
        elsewhere: Vec<Link>,
        /// How one joins.
        join_policy: JoinPolicy,
        /// The kinds of collectivity it is for; empty: all.
        restricted_to: Vec<CollectivityKind>,
        /// Countries it works on.
        countries: Vec<CountryCode>,
    }
    references {
        /// Themes it works on.
        themes: Vec<Uuid> => Vec<ThemeRef>,
        /// Member collectivities.
        members: Vec<Uuid> => Vec<CollectivityRef>,
        /// Organisations that run it.
        animators: Vec<Uuid> => Vec<ActorRef>,
        /// What CUF, ADF, pS-Eau or others already run on it.
        initiatives: Vec<Uuid> => Vec<ExternalInitiativeRef>,
    }
    computed {}
}

/// A group in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ThematicGroupSummary {
    /// Its identifier.
    pub id: Uuid,
    /// Its address.
    pub slug: Slug,
    /// Its name.
    pub name: String,
    /// Its kind.
    pub kind: GroupKind,
    /// What it is for.
    pub purpose: Option<String>,
    /// How one joins.
    pub join_policy: JoinPolicy,
    /// How many collectivities are members.
    pub members: u64,
    /// Its next date.
    pub next_date: Option<PartialDate>,
}

impl From<&ThematicGroup> for ThematicGroupSummary {
    fn from(record: &ThematicGroup) -> Self {
        Self {
            id: record.id,
            slug: record.slug.clone(),
            name: record.name.clone(),
            kind: record.kind,
            purpose: record.purpose.clone(),
            join_policy: record.join_policy,
            members: u64::try_from(record.members.len()).unwrap_or(u64::MAX),
            next_date: record.next_date,
        }
    }
}

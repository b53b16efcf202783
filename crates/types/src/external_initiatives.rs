//! What other networks already run: to be joined rather than done again.

use crate::actors::ActorRef;
use crate::themes::ThemeRef;
use crate::{CountryCode, Slug};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

codes! {
    /// The kinds of initiative.
    InitiativeKind {
        /// A group at work.
        Group = "group",
        /// A network.
        Network = "network",
        /// A programme.
        Programme = "programme",
        /// A call for projects.
        Call = "call",
        /// A site or a tool.
        Platform = "platform",
        /// Meetings that come back.
        Meetings = "meetings",
        /// Anything else.
        Other = "other",
    }
}

codes! {
    /// How an initiative stands.
    InitiativeStatus {
        /// It runs.
        Active = "active",
        /// It is over.
        Ended = "ended",
        /// Not known.
        Unknown = "unknown",
    }
}

/// An initiative, as other records name it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ExternalInitiativeRef {
    /// Its identifier.
    pub id: Uuid,
    /// Its address.
    pub slug: Slug,
    /// Its name.
    pub name: String,
}

entity! {
    /// What another network runs on a theme, a country or a task. When somebody last said that it is true is its
    /// `confirmed_at`.
    ExternalInitiative, ExternalInitiativeInput, ExternalInitiativeRefs, ExternalInitiatives, ExternalInitiativeSummary;
    fields {
        /// Its name.
        name: String,
        /// What it is, in 280 characters at most.
        summary: Option<String>,
        /// Its kind.
        kind: InitiativeKind,
        /// How it stands.
        status: InitiativeStatus,
        /// Where it is.
        website: Option<String>,
        /// Who runs it, where they have no record here.
        run_by_name: Option<String>,
        /// Countries that it is about.
        countries: Vec<CountryCode>,
    }
    references {
        /// Who runs it.
        run_by: Vec<Uuid> => Vec<ActorRef>,
        /// Themes.
        themes: Vec<Uuid> => Vec<ThemeRef>,
    }
    computed {}
}

/// An initiative in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ExternalInitiativeSummary {
    /// Its identifier.
    pub id: Uuid,
    /// Its address.
    pub slug: Slug,
    /// Its name.
    pub name: String,
    /// What it is.
    pub summary: Option<String>,
    /// Its kind.
    pub kind: InitiativeKind,
    /// How it stands.
    pub status: InitiativeStatus,
    /// Names of those who run it.
    pub run_by: Vec<String>,
}

impl From<&ExternalInitiative> for ExternalInitiativeSummary {
    fn from(record: &ExternalInitiative) -> Self {
        let run_by = record.run_by.iter().map(|actor| actor.name.clone());
        Self {
            id: record.id,
            slug: record.slug.clone(),
            name: record.name.clone(),
            summary: record.summary.clone(),
            kind: record.kind,
            status: record.status,
            run_by: run_by.chain(record.run_by_name.clone()).collect(),
        }
    }
}

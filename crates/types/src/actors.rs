//! Organisations that are not local authorities of the region.

use crate::Slug;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

codes! {
    /// The kinds of organisation.
    ActorKind {
        /// Association.
        Association = "association",
        /// Network: RRMA, CUF, ADF, pS-Eau.
        Network = "network",
        /// State operator: AFD, Expertise France.
        StateOperator = "state_operator",
        /// Ministry or one of its services.
        MinistryService = "ministry_service",
        /// University or other higher education.
        University = "university",
        /// School.
        School = "school",
        /// Hospital.
        Hospital = "hospital",
        /// Chamber of commerce, trades or agriculture.
        Chamber = "chamber",
        /// Company.
        Company = "company",
        /// Another public body.
        PublicBody = "public_body",
        /// International organisation.
        InternationalOrganisation = "international_organisation",
        /// Anything else.
        Other = "other",
    }
}

/// An actor, as other records name it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ActorRef {
    /// Its identifier.
    pub id: Uuid,
    /// Its address.
    pub slug: Slug,
    /// Its name.
    pub name: String,
    /// Its acronym.
    pub acronym: Option<String>,
}

entity! {
    /// An organisation that is not a local authority of the region.
    Actor, ActorInput, ActorRefs, Actors, ActorSummary;
    fields {
        /// Its kind.
        kind: ActorKind,
        /// Its name.
        name: String,
        /// Its acronym.
        acronym: Option<String>,
        /// Code of the IATI list `OrganisationType`.
        iati_organisation_type: Option<String>,
        /// How far it acts: local, regional, national, in the words of its source.
        scope: Option<String>,
        /// Whether it is still active, in the words of its source.
        status_note: Option<String>,
        /// What it does.
        description: Option<String>,
        /// Its site.
        website: Option<String>,
        /// Nobody has confirmed the record since it was imported.
        to_confirm: bool,
    }
    references {}
    computed {}
}

/// An actor in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ActorSummary {
    /// Its identifier.
    pub id: Uuid,
    /// Its address.
    pub slug: Slug,
    /// Its kind.
    pub kind: ActorKind,
    /// Its name.
    pub name: String,
    /// Its acronym.
    pub acronym: Option<String>,
    /// What it does.
    pub description: Option<String>,
}

impl From<&Actor> for ActorSummary {
    fn from(record: &Actor) -> Self {
        Self {
            id: record.id,
            slug: record.slug.clone(),
            kind: record.kind,
            name: record.name.clone(),
            acronym: record.acronym.clone(),
            description: record.description.clone(),
        }
    }
}

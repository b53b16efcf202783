//! Local authorities abroad.

use crate::geo::Position;
use crate::{CountryCode, Slug};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A partner authority, as other records name it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PartnerAuthorityRef {
    /// Its identifier.
    pub id: Uuid,
    /// Its address.
    pub slug: Slug,
    /// Its name.
    pub name: String,
    /// Its country.
    pub country: CountryCode,
}

entity! {
    /// A local authority abroad.
    PartnerAuthority, PartnerAuthorityInput, PartnerAuthorityRefs, PartnerAuthorities, PartnerAuthoritySummary;
    fields {
        /// Its name.
        name: String,
        /// What it is, in the words of its source: commune, province, Land.
        authority_type: Option<String>,
        /// Its country.
        country: CountryCode,
        /// Where it is.
        position: Option<Position>,
        /// Its site.
        website: Option<String>,
        /// What is known of it.
        description: Option<String>,
        /// Its item of Wikidata: `Q47822`.
        wikidata_id: Option<String>,
        /// Nobody has confirmed the record since it was imported.
        to_confirm: bool,
    }
    references {}
    computed {}
}

/// A partner authority in a list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PartnerAuthoritySummary {
    /// Its identifier.
    pub id: Uuid,
    /// Its address.
    pub slug: Slug,
    /// Its name.
    pub name: String,
    /// What it is.
    pub authority_type: Option<String>,
    /// Its country.
    pub country: CountryCode,
    /// Where it is.
    pub position: Option<Position>,
}

impl From<&PartnerAuthority> for PartnerAuthoritySummary {
    fn from(record: &PartnerAuthority) -> Self {
        Self {
            id: record.id,
            slug: record.slug.clone(),
            name: record.name.clone(),
            authority_type: record.authority_type.clone(),
            country: record.country.clone(),
            position: record.position,
        }
    }
}

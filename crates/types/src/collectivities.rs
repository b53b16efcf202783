//! Local authorities of the region: every one of them, before anyone signs up.

use crate::geo::Position;
use crate::money::MoneyRange;
use crate::provenance::Citation;
use crate::themes::ThemeRef;
use crate::{CountryCode, PartialDate, Siren, Slug};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

codes! {
    /// The kinds of local authority.
    CollectivityKind {
        /// Région.
        Region = "region",
        /// Département.
        Department = "department",
        /// Métropole.
        Metropole = "metropole",
        /// Communauté urbaine.
        UrbanCommunity = "urban_community",
        /// Communauté d'agglomération.
        AgglomerationCommunity = "agglomeration_community",
        /// Communauté de communes.
        CommunityOfCommunes = "community_of_communes",
        /// Commune.
        Commune = "commune",
        /// Another grouping (syndicate, pole).
        OtherGrouping = "other_grouping",
    }
}

impl CollectivityKind {
    /// Whether it is an inter-municipal body with its own taxes (EPCI).
    #[must_use]
    pub const fn is_epci(self) -> bool {
        matches!(
            self,
            Self::Metropole | Self::UrbanCommunity | Self::AgglomerationCommunity | Self::CommunityOfCommunes
        )
    }
}

codes! {
    /// How far a collectivity is engaged abroad.
    #[derive(Default)]
    Engagement {
        /// It acts abroad.
        Engaged = "engaged",
        /// It would like to.
        Willing = "willing",
        /// It does not.
        NotEngaged = "not_engaged",
        /// Not known here.
        #[default]
        Unknown = "unknown",
    }
}

codes! {
    /// What a collectivity could do for others on a theme or country.
    InterestLevel {
        /// It would like to learn.
        Curious = "curious",
        /// It practises.
        Active = "active",
        /// It can tell others what it learnt.
        CanTestify = "can_testify",
    }
}

/// A collectivity, as other records name it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CollectivityRef {
    /// Its identifier.
    pub id: Uuid,
    /// Its address.
    pub slug: Slug,
    /// Its full name: «Département de la Gironde».
    pub name: String,
    /// Its kind.
    pub kind: CollectivityKind,
}

/// The international service of a collectivity.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct InternationalService {
    /// What it is called.
    pub name: Option<String>,
    /// What it is attached to.
    pub attached_to: Option<String>,
    /// Staff, in full-time equivalents.
    pub staff_fte: Option<f64>,
    /// Yearly budget, as a range.
    pub yearly_budget: Option<MoneyRange>,
    /// The function of the elected official in charge; never required to name a person.
    pub mandate: Option<String>,
}

/// What a document said of an international service in one year: history, never today's figure.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ServiceNote {
    /// The year the note is about.
    #[cfg_attr(feature = "openapi", schema(minimum = 1900, maximum = 2999))]
    pub year: i32,
    /// What the service was called.
    pub name: Option<String>,
    /// What it was attached to.
    pub attached_to: Option<String>,
    /// Persons, lower end.
    pub staff_min: Option<i32>,
    /// Persons, upper end.
    pub staff_max: Option<i32>,
    /// Full-time equivalents.
    pub staff_fte: Option<f64>,
    /// How the staff was described.
    pub staff_note: Option<String>,
    /// Yearly budget, as it was said.
    pub yearly_budget: Option<MoneyRange>,
    /// How the budget was described.
    pub budget_note: Option<String>,
    /// The document that says so.
    pub citation: Citation,
}

/// Something that a collectivity cares about: a theme or a country.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Interest {
    /// The theme; null for a country.
    pub theme: Option<ThemeRef>,
    /// The country; null for a theme.
    pub country: Option<CountryCode>,
    /// What it could do for others on it.
    pub level: InterestLevel,
}

/// An interest as it is given: a theme or a country, one of the two.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct InterestInput {
    /// The theme's identifier.
    pub theme: Option<Uuid>,
    /// The country.
    pub country: Option<CountryCode>,
    /// The level.
    pub level: InterestLevel,
}

/// What a collectivity does abroad, counted from the public projects it leads or shares.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Activity {
    /// Projects, twinnings to confirm left out.
    pub projects: u64,
    /// Twinnings that nobody has confirmed yet.
    pub twinnings_to_confirm: u64,
    /// Their countries.
    pub countries: Vec<CountryCode>,
    /// Slugs of their themes.
    pub themes: Vec<Slug>,
}

entity! {
    /// A local authority of the region.
    Collectivity, CollectivityInput, CollectivityRefs, Collectivities, CollectivitySummary;
    fields {
        /// Its kind.
        kind: CollectivityKind,
        /// Its name: «Gironde», «Le Bouscat».
        name: String,
        /// Its name with kind and article: «Département de la Gironde», «Commune du Bouscat».
        full_name: String,
        /// Establishment register number (Insee, Sirene).
        siren: Option<Siren>,
        /// Official geographic code (Insee, COG): region, department or commune.
        insee_code: Option<String>,
        /// Inhabitants (Insee, population municipale).
        population: Option<i32>,
        /// INSEE code of its department; for an inter-municipal body, that of its seat.
        department_code: Option<String>,
        /// INSEE code of its region.
        region_code: Option<String>,
        /// Centre of its outline; not the town hall.
        position: Option<Position>,
        /// INSEE codes of the communes it was merged from.
        former_insee_codes: Vec<String>,
        /// SIREN of its associated bodies: a régie, a CCAS, an operating association.
        associated_sirens: Vec<Siren>,
        /// Postal codes.
        postal_codes: Vec<String>,
        /// Its site.
        website: Option<String>,
        /// What it does abroad, in a few sentences.
        summary: Option<String>,
        /// How far it is engaged abroad.
        engagement: Engagement,
        /// Since when it is a member of the platform; null: nobody has claimed the record yet.
        member_since: Option<PartialDate>,
        /// Its international service today, as its own people describe it.
        international_service: Option<InternationalService>,
        /// A role mailbox to write to, where the collectivity chose to show one.
        contact_mailbox: Option<String>,
        /// Elections or a vacancy: reminders keep silent.
        in_transition: bool,
        /// Whether it belongs to the region; the others are only parents of communes here.
        in_scope: bool,
    }
    references {
        /// The inter-municipal body that a commune belongs to.
        epci: Option<Uuid> => Option<CollectivityRef>,
        /// Themes and countries it cares about.
        interests: Vec<InterestInput> => Vec<Interest>,
    }
    computed {
        /// Its department.
        department: Option<CollectivityRef>,
        /// What it does abroad, in figures.
        activity: Activity,
        /// Dated notes on its international service.
        service_notes: Vec<ServiceNote>,
    }
}

/// A collectivity in a list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CollectivitySummary {
    /// Its identifier.
    pub id: Uuid,
    /// Its address.
    pub slug: Slug,
    /// Its kind.
    pub kind: CollectivityKind,
    /// Its name.
    pub name: String,
    /// Its name with kind and article.
    pub full_name: String,
    /// INSEE code of its department.
    pub department_code: Option<String>,
    /// Inhabitants.
    pub population: Option<i32>,
    /// How far it is engaged abroad.
    pub engagement: Engagement,
    /// Centre of its outline.
    pub position: Option<Position>,
    /// What it does abroad, in figures.
    pub activity: Activity,
}

impl From<&Collectivity> for CollectivitySummary {
    fn from(record: &Collectivity) -> Self {
        Self {
            id: record.id,
            slug: record.slug.clone(),
            kind: record.kind,
            name: record.name.clone(),
            full_name: record.full_name.clone(),
            department_code: record.department_code.clone(),
            population: record.population,
            engagement: record.engagement,
            position: record.position,
            activity: record.activity.clone(),
        }
    }
}

/// The names of every public collectivity of the region, by name: small enough to be searched as one types.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CollectivityNames {
    /// One entry a collectivity, by name.
    pub names: Vec<CollectivityName>,
}

/// A collectivity by its name; on the wire `[slug, name, kind, department code or null]`, for there are thousands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CollectivityName(
    /// Its address.
    pub Slug,
    /// Its name.
    pub String,
    /// Its kind.
    pub CollectivityKind,
    /// INSEE code of its department.
    pub Option<String>,
);

/// The collectivities of a question as points of a map, by name.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CollectivityPoints {
    /// One entry a collectivity; those without a position are left out.
    pub points: Vec<CollectivityPoint>,
}

/// A collectivity on a map; on the wire `[slug, name, kind, department code or null, [longitude, latitude]]`, in thousandths of a
/// degree, about a hundred metres: there are thousands, and digits are what they weigh.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CollectivityPoint(
    /// Its address.
    pub Slug,
    /// Its name.
    pub String,
    /// Its kind.
    pub CollectivityKind,
    /// INSEE code of its department.
    pub Option<String>,
    /// Centre of its outline.
    pub Position,
);

//! Cooperations, twinnings and other actions abroad or with abroad.

use crate::actors::ActorRef;
use crate::collectivities::CollectivityRef;
use crate::geo::Place;
use crate::money::{Money, MoneyRange};
use crate::partner_authorities::PartnerAuthorityRef;
use crate::themes::ThemeRef;
use crate::{CountryCode, PartialDate, Slug};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

codes! {
    /// The kinds of project.
    ProjectKind {
        /// Decentralised cooperation.
        DecentralisedCooperation = "decentralised_cooperation",
        /// Twinning.
        Twinning = "twinning",
        /// Cross-border cooperation.
        CrossBorder = "cross_border",
        /// European project.
        EuropeanProject = "european_project",
        /// Emergency aid.
        EmergencyAid = "emergency_aid",
        /// Youth mobility.
        YouthMobility = "youth_mobility",
        /// Economic cooperation.
        Economic = "economic",
        /// Cultural cooperation.
        Cultural = "cultural",
        /// A scheme by which a collectivity supports others.
        SupportScheme = "support_scheme",
        /// An event in the territory.
        TerritoryEvent = "territory_event",
        /// Education for citizenship and international solidarity.
        CitizenshipEducation = "citizenship_education",
        /// Looking for a partner or a field.
        Prospecting = "prospecting",
        /// Anything else.
        Other = "other",
    }
}

codes! {
    /// How a project stands, in the words that members use.
    ProjectStatus {
        /// An idea.
        Idea = "idea",
        /// Being prepared.
        Preparing = "preparing",
        /// Running.
        Active = "active",
        /// Slowed down.
        Slowed = "slowed",
        /// Asleep.
        Dormant = "dormant",
        /// Contact with the partner was lost.
        ContactLost = "contact_lost",
        /// Completed, and the link was kept.
        CompletedLinkKept = "completed_link_kept",
        /// Completed.
        Completed = "completed",
        /// Stopped before its end.
        Stopped = "stopped",
        /// Not known.
        Unknown = "unknown",
    }
}

impl ProjectStatus {
    /// The code of the IATI list `ActivityStatus` (1 pipeline, 2 implementation, 4 closed, 5 cancelled, 6 suspended).
    #[must_use]
    pub const fn iati_status(self) -> Option<&'static str> {
        match self {
            Self::Idea | Self::Preparing => Some("1"),
            Self::Active | Self::Slowed => Some("2"),
            Self::Completed | Self::CompletedLinkKept => Some("4"),
            Self::Stopped => Some("5"),
            Self::Dormant | Self::ContactLost => Some("6"),
            Self::Unknown => None,
        }
    }
}

codes! {
    /// What a collectivity does in a project that it does not lead.
    CollectivityRole {
        /// Leads it with the lead.
        CoLead = "co_lead",
        /// Takes part.
        Partner = "partner",
        /// Contributes.
        Contributor = "contributor",
    }
}

codes! {
    /// What an actor does in a project.
    ActorRole {
        /// Pays.
        Funder = "funder",
        /// Carries it out.
        Operator = "operator",
        /// Takes part.
        Partner = "partner",
        /// Advises.
        Expert = "expert",
    }
}

codes! {
    /// What a project looks for.
    LookingFor {
        /// Partners.
        Partners = "partners",
        /// Co-funding.
        CoFunding = "co_funding",
        /// Expertise.
        Expertise = "expertise",
        /// Somebody to host people.
        Hosting = "hosting",
        /// Volunteers.
        Volunteers = "volunteers",
    }
}

codes! {
    /// How far a funding line has come.
    FundingState {
        /// Asked for.
        Requested = "requested",
        /// Granted.
        Granted = "granted",
        /// Refused.
        Refused = "refused",
        /// Paid.
        Paid = "paid",
    }
}

/// A link or document, with what it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Link {
    /// What it is.
    pub title: String,
    /// Where it is; https.
    #[cfg_attr(feature = "openapi", schema(format = "uri"))]
    pub url: String,
}

/// A country of a project.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct CountryShare {
    /// The country.
    pub country: CountryCode,
    /// Its share of the project in percent, so that sums never count twice; null: not stated.
    #[cfg_attr(feature = "openapi", schema(minimum = 0, maximum = 100))]
    pub share_percent: Option<i16>,
}

/// A collectivity's part, as it is given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct CollectivityPartInput {
    /// Which collectivity.
    pub collectivity: Uuid,
    /// What it does.
    pub role: CollectivityRole,
}

/// A collectivity's part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CollectivityPart {
    /// Which collectivity.
    pub collectivity: CollectivityRef,
    /// What it does.
    pub role: CollectivityRole,
}

/// An actor's part, as it is given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ActorPartInput {
    /// Which actor.
    pub actor: Uuid,
    /// What it does.
    pub role: ActorRole,
}

/// An actor's part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ActorPart {
    /// Which actor.
    pub actor: ActorRef,
    /// What it does.
    pub role: ActorRole,
}

/// Money from somebody, as it is given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct FundingLineInput {
    /// The actor that pays, where it has a record.
    pub funder: Option<Uuid>,
    /// Its name otherwise.
    pub funder_name: Option<String>,
    /// The scheme or call.
    pub scheme: Option<String>,
    /// How much.
    pub amount: Option<Money>,
    /// The year it counts for.
    pub year: Option<i32>,
    /// How far it has come.
    pub state: FundingState,
}

/// Money from somebody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FundingLine {
    /// The actor that pays, where it has a record.
    pub funder: Option<ActorRef>,
    /// Its name otherwise.
    pub funder_name: Option<String>,
    /// The scheme or call.
    pub scheme: Option<String>,
    /// How much.
    pub amount: Option<Money>,
    /// The year it counts for.
    #[cfg_attr(feature = "openapi", schema(minimum = 1900, maximum = 2999))]
    pub year: Option<i32>,
    /// How far it has come.
    pub state: FundingState,
}

/// A project, as other records name it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ProjectRef {
    /// Its identifier.
    pub id: Uuid,
    /// Its address.
    pub slug: Slug,
    /// Its title.
    pub title: String,
}

entity! {
    /// An action or a lasting link abroad or with abroad. One record, even when several collectivities share it.
    Project, ProjectInput, ProjectRefs, Projects, ProjectSummary;
    fields {
        /// Its title.
        title: String,
        /// What it is about, in 280 characters.
        summary: Option<String>,
        /// What it is about, in Markdown.
        description: Option<String>,
        /// Its kind.
        kind: ProjectKind,
        /// How it stands; with `provenance`, how it stood on the day of the statement.
        status: ProjectStatus,
        /// What was said about how it stands.
        status_note: Option<String>,
        /// Nobody has confirmed the record since it was imported.
        to_confirm: bool,
        /// The name of the lead where it has no record here.
        lead_name: Option<String>,
        /// An area larger or vaguer than countries, in words.
        area: Option<String>,
        /// Countries, with their shares.
        countries: Vec<CountryShare>,
        /// Where it happens.
        places: Vec<Place>,
        /// Sustainable Development Goals, 1 to 17.
        sdgs: Vec<i16>,
        /// DAC sectors, three digits.
        dac_sectors: Vec<String>,
        /// When it started, as exactly as it was said.
        start_date: Option<PartialDate>,
        /// How the start is known.
        start_note: Option<String>,
        /// When it ended.
        end_date: Option<PartialDate>,
        /// Its budget, as it was said.
        budget: Option<MoneyRange>,
        /// How the budget was described.
        budget_note: Option<String>,
        /// What it looks for.
        looking_for: Vec<LookingFor>,
        /// The same in a sentence.
        looking_for_note: Option<String>,
        /// Going back to the territory: what the action brings home.
        brings_home: Option<String>,
        /// What came of it.
        results: Option<String>,
        /// Who benefits.
        beneficiaries: Option<String>,
        /// Others who take part, by name, without a record here.
        other_participants: Vec<String>,
        /// Links.
        links: Vec<Link>,
        /// Documents.
        documents: Vec<Link>,
    }
    references {
        /// The collectivity that leads it.
        lead: Option<Uuid> => Option<CollectivityRef>,
        /// The other collectivities, with their roles.
        collectivities: Vec<CollectivityPartInput> => Vec<CollectivityPart>,
        /// Actors, with their roles.
        actors: Vec<ActorPartInput> => Vec<ActorPart>,
        /// Local authorities abroad.
        partner_authorities: Vec<Uuid> => Vec<PartnerAuthorityRef>,
        /// Themes.
        themes: Vec<Uuid> => Vec<ThemeRef>,
        /// Money, line by line.
        funding_lines: Vec<FundingLineInput> => Vec<FundingLine>,
        /// The cooperation it is a part of.
        parent: Option<Uuid> => Option<ProjectRef>,
    }
    computed {
        /// INSEE codes of the departments of its collectivities.
        departments: Vec<String>,
    }
}

/// A project in a list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ProjectSummary {
    /// Its identifier.
    pub id: Uuid,
    /// Its address.
    pub slug: Slug,
    /// Its title.
    pub title: String,
    /// Its kind.
    pub kind: ProjectKind,
    /// How it stands.
    pub status: ProjectStatus,
    /// Nobody has confirmed the record since it was imported.
    pub to_confirm: bool,
    /// The collectivity that leads it.
    pub lead: Option<CollectivityRef>,
    /// The name of the lead where it has no record here.
    pub lead_name: Option<String>,
    /// Names of the local authorities abroad.
    pub partners: Vec<String>,
    /// Its countries.
    pub countries: Vec<CountryCode>,
    /// Slugs of its themes.
    pub themes: Vec<Slug>,
    /// When it started.
    pub start_date: Option<PartialDate>,
    /// When it ended.
    pub end_date: Option<PartialDate>,
    /// The last day on which a document states it.
    pub stated_on: Option<PartialDate>,
}

impl Project {
    /// The last day on which a document states it.
    #[must_use]
    pub fn stated_on(&self) -> Option<PartialDate> {
        self.provenance
            .citations
            .iter()
            .filter_map(|citation| citation.stated_on)
            .max_by_key(|date| date.last_day())
    }
}

impl From<&Project> for ProjectSummary {
    fn from(record: &Project) -> Self {
        Self {
            id: record.id,
            slug: record.slug.clone(),
            title: record.title.clone(),
            kind: record.kind,
            status: record.status,
            to_confirm: record.to_confirm,
            lead: record.lead.clone(),
            lead_name: record.lead_name.clone(),
            partners: record
                .partner_authorities
                .iter()
                .map(|partner| partner.name.clone())
                .collect(),
            countries: record
                .countries
                .iter()
                .map(|share| share.country.clone())
                .collect(),
            themes: record.themes.iter().map(|theme| theme.slug.clone()).collect(),
            start_date: record.start_date,
            end_date: record.end_date,
            stated_on: record.stated_on(),
        }
    }
}

//! Records with a name and nothing else, for tests to fill in what they are about.

use aect_types::actors::{ActorInput, ActorKind};
use aect_types::collectivities::{CollectivityInput, CollectivityKind, Engagement};
use aect_types::countries::{Continent, CountryInput};
use aect_types::dac_sectors::DacSectorInput;
use aect_types::events::{Attendance, EventInput, EventKind, EventStatus, EventTime, RegistrationRules};
use aect_types::external_initiatives::{ExternalInitiativeInput, InitiativeKind, InitiativeStatus};
use aect_types::geo::{Exactness, Place, Position};
use aect_types::news::NewsInput;
use aect_types::partner_authorities::PartnerAuthorityInput;
use aect_types::projects::{CountryShare, ProjectInput, ProjectKind, ProjectStatus};
use aect_types::resources::{ResourceKind, SharedResourceInput};
use aect_types::sdgs::SdgInput;
use aect_types::thematic_groups::{GroupKind, JoinPolicy, ThematicGroupInput};
use aect_types::themes::{ThemeInput, ThemeKind};
use aect_types::{CountryCode, PartialDate, Siren};

/// A country code, a date, a SIREN: whatever is written in a test.
#[must_use]
pub fn read<T: std::str::FromStr<Err: std::fmt::Debug>>(text: &str) -> T {
    text.parse().unwrap()
}

/// A point by longitude and latitude.
#[must_use]
pub fn at(lon: f64, lat: f64) -> Position {
    Position::new(lon, lat).unwrap()
}

/// A country.
#[must_use]
pub fn country(code: &str, iso3: &str, name_fr: &str, name_en: &str, continent: Continent) -> CountryInput {
    CountryInput {
        code: read(code),
        iso3: iso3.to_owned(),
        iso_numeric: None,
        name_fr: name_fr.to_owned(),
        name_en: name_en.to_owned(),
        continent,
        capital: None,
        position: None,
    }
}

/// A theme.
#[must_use]
pub fn theme(kind: ThemeKind, name_fr: &str, name_en: &str) -> ThemeInput {
    ThemeInput {
        kind,
        name_fr: name_fr.to_owned(),
        name_en: name_en.to_owned(),
        description: None,
        origin: None,
        rank: 1,
        sdgs: Vec::new(),
    }
}

/// A Sustainable Development Goal.
#[must_use]
pub fn sdg(number: i16, name_fr: &str, name_en: &str) -> SdgInput {
    SdgInput {
        number,
        name_fr: name_fr.to_owned(),
        name_en: name_en.to_owned(),
        title_fr: format!("{name_fr}, en entier"),
        title_en: format!("{name_en}, in full"),
        color: "#26BDE2".to_owned(),
    }
}

/// A DAC sector.
#[must_use]
pub fn dac_sector(code: &str, name_fr: &str, name_en: &str) -> DacSectorInput {
    DacSectorInput {
        code: code.to_owned(),
        name_fr: name_fr.to_owned(),
        name_en: name_en.to_owned(),
        active: true,
    }
}

/// A collectivity of the region.
#[must_use]
pub fn collectivity(kind: CollectivityKind, name: &str, full_name: &str) -> CollectivityInput {
    CollectivityInput {
        kind,
        name: name.to_owned(),
        full_name: full_name.to_owned(),
        siren: None,
        insee_code: None,
        population: None,
        department_code: None,
        region_code: Some("75".to_owned()),
        position: None,
        former_insee_codes: Vec::new(),
        associated_sirens: Vec::<Siren>::new(),
        postal_codes: Vec::new(),
        website: None,
        summary: None,
        engagement: Engagement::Unknown,
        member_since: None,
        international_service: None,
        contact_mailbox: None,
        in_transition: false,
        in_scope: true,
        epci: None,
        interests: Vec::new(),
    }
}

/// An organisation.
#[must_use]
pub fn actor(kind: ActorKind, name: &str) -> ActorInput {
    ActorInput {
        kind,
        name: name.to_owned(),
        acronym: None,
        iati_organisation_type: None,
        scope: None,
        status_note: None,
        description: None,
        website: None,
        to_confirm: false,
    }
}

/// A local authority abroad.
#[must_use]
pub fn partner_authority(name: &str, country: &str, position: Option<Position>) -> PartnerAuthorityInput {
    PartnerAuthorityInput {
        name: name.to_owned(),
        authority_type: None,
        country: read(country),
        position,
        website: None,
        description: None,
        wikidata_id: None,
        to_confirm: false,
    }
}

/// A project.
#[must_use]
pub fn project(title: &str) -> ProjectInput {
    ProjectInput {
        title: title.to_owned(),
        summary: None,
        description: None,
        kind: ProjectKind::DecentralisedCooperation,
        status: ProjectStatus::Active,
        status_note: None,
        to_confirm: false,
        lead_name: None,
        area: None,
        countries: Vec::new(),
        places: Vec::new(),
        sdgs: Vec::new(),
        dac_sectors: Vec::new(),
        start_date: None,
        start_note: None,
        end_date: None,
        budget: None,
        budget_note: None,
        looking_for: Vec::new(),
        looking_for_note: None,
        brings_home: None,
        results: None,
        beneficiaries: None,
        other_participants: Vec::new(),
        links: Vec::new(),
        documents: Vec::new(),
        lead: None,
        collectivities: Vec::new(),
        actors: Vec::new(),
        partner_authorities: Vec::new(),
        themes: Vec::new(),
        funding_lines: Vec::new(),
        parent: None,
    }
}

/// Countries of a project, without shares.
#[must_use]
pub fn countries(codes: &[&str]) -> Vec<CountryShare> {
    let share = |code: &&str| CountryShare {
        country: read(code),
        share_percent: None,
    };
    codes.iter().map(share).collect()
}

/// A place of a project.
#[must_use]
pub fn place(name: &str, country: &str, position: Option<Position>) -> Place {
    Place {
        name: name.to_owned(),
        country: Some(read::<CountryCode>(country)),
        position,
        exactness: match position {
            Some(_) => Exactness::Exact,
            None => Exactness::CountryOnly,
        },
    }
}

/// An event.
#[must_use]
pub fn event(title: &str, kind: EventKind, time: EventTime) -> EventInput {
    EventInput {
        title: title.to_owned(),
        description: None,
        kind,
        status: EventStatus::Confirmed,
        time,
        recurrence: None,
        recurrence_exceptions: Vec::new(),
        venue: None,
        online: false,
        call_for_co_hosts: false,
        audience: Vec::new(),
        audience_note: None,
        countries: Vec::new(),
        programme: Vec::new(),
        registration: RegistrationRules::default(),
        report: None,
        documents: Vec::new(),
        attendance: Attendance::default(),
        mission: None,
        remarks: Vec::new(),
        organisations: Vec::new(),
        themes: Vec::new(),
        group: None,
    }
}

/// Local times in Paris, `2026-07-01T10:00:00`.
#[must_use]
pub fn in_paris(start: &str, end: &str) -> EventTime {
    EventTime::Times {
        start: read(start),
        end: Some(read(end)),
        time_zone: "Europe/Paris".to_owned(),
    }
}

/// Whole days.
#[must_use]
pub fn days(first: &str, last: &str) -> EventTime {
    EventTime::Days {
        first: read(first),
        last: read(last),
    }
}

/// A month or year alone.
#[must_use]
pub fn period(date: &str) -> EventTime {
    EventTime::Period {
        date: read::<PartialDate>(date),
    }
}

/// News of the network's own.
#[must_use]
pub fn news(title: &str, published_on: &str) -> NewsInput {
    NewsInput {
        title: title.to_owned(),
        summary: None,
        description: None,
        published_on: read(published_on),
        useful_until: None,
        countries: Vec::new(),
        links: Vec::new(),
        authors: Vec::new(),
        themes: Vec::new(),
        projects: Vec::new(),
        events: Vec::new(),
    }
}

/// A thematic group.
#[must_use]
pub fn group(name: &str, kind: GroupKind) -> ThematicGroupInput {
    ThematicGroupInput {
        name: name.to_owned(),
        kind,
        purpose: None,
        deliverable: None,
        next_date: None,
        elsewhere: Vec::new(),
        join_policy: JoinPolicy::Open,
        restricted_to: Vec::new(),
        countries: Vec::new(),
        themes: Vec::new(),
        members: Vec::new(),
        animators: Vec::new(),
        initiatives: Vec::new(),
    }
}

/// A resource of the library.
#[must_use]
pub fn resource(title: &str, kind: ResourceKind) -> SharedResourceInput {
    SharedResourceInput {
        title: title.to_owned(),
        summary: None,
        description: None,
        kind,
        link: None,
        published_on: None,
        language: None,
        audience: Vec::new(),
        publisher_name: None,
        reviewed_on: None,
        review_due_on: None,
        countries: Vec::new(),
        publishers: Vec::new(),
        themes: Vec::new(),
    }
}

/// What another network runs.
#[must_use]
pub fn initiative(name: &str, kind: InitiativeKind) -> ExternalInitiativeInput {
    ExternalInitiativeInput {
        name: name.to_owned(),
        summary: None,
        kind,
        status: InitiativeStatus::Active,
        website: None,
        run_by_name: None,
        countries: Vec::new(),
        run_by: Vec::new(),
        themes: Vec::new(),
    }
}

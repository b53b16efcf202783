//! The shared agenda.

mod time;

pub use time::EventTime;

use crate::actors::ActorRef;
use crate::collectivities::CollectivityRef;
use crate::geo::Position;
use crate::projects::Link;
use crate::thematic_groups::ThematicGroupRef;
use crate::themes::ThemeRef;
use crate::{CountryCode, Instant, Slug};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

codes! {
    /// The kinds of event.
    EventKind {
        /// Plenary.
        Plenary = "plenary",
        /// Meeting.
        Meeting = "meeting",
        /// Working group.
        WorkingGroup = "working_group",
        /// Webinar.
        Webinar = "webinar",
        /// Training.
        Training = "training",
        /// Breakfast.
        Breakfast = "breakfast",
        /// A delegation is received.
        DelegationVisit = "delegation_visit",
        /// A delegation travels.
        MissionAbroad = "mission_abroad",
        /// Conference.
        Conference = "conference",
        /// A date by which something is due.
        Deadline = "deadline",
        /// Anything else.
        Other = "other",
    }
}

codes! {
    /// How an event stands.
    EventStatus {
        /// Not certain yet.
        Tentative = "tentative",
        /// Certain.
        Confirmed = "confirmed",
        /// Put off.
        Postponed = "postponed",
        /// Held online instead.
        MovedOnline = "moved_online",
        /// Called off.
        Cancelled = "cancelled",
    }
}

codes! {
    /// Whom an event is for.
    Audience {
        /// Elected officials.
        Elected = "elected",
        /// Civil servants.
        Staff = "staff",
        /// Everybody.
        Open = "open",
    }
}

codes! {
    /// How one registers.
    #[derive(Default)]
    RegistrationMode {
        /// One does not.
        #[default]
        None = "none",
        /// Whoever wants.
        Open = "open",
        /// On approval.
        OnApproval = "on_approval",
    }
}

codes! {
    /// What an organisation does for an event.
    EventRole {
        /// Organises it.
        Organiser = "organiser",
        /// Organises it with the organiser.
        CoOrganiser = "co_organiser",
        /// Hosts it.
        Host = "host",
    }
}

/// Where an event takes place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Venue {
    /// Its name.
    pub name: Option<String>,
    /// Its postal address.
    pub address: Option<String>,
    /// Its commune, by name.
    pub commune: Option<String>,
    /// Where it is.
    pub position: Option<Position>,
}

/// One session of a programme.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Session {
    /// Local start, `10:00`.
    pub start: Option<String>,
    /// Local end.
    pub end: Option<String>,
    /// What it is called.
    pub title: String,
    /// Its parts, in order.
    pub items: Vec<SessionItem>,
}

/// One item of a session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct SessionItem {
    /// What it is about.
    pub title: String,
    /// Who speaks, as text: functions and organisations.
    pub speakers: Vec<String>,
    /// Details.
    pub details: Vec<String>,
}

/// How one registers, and how many may.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct RegistrationRules {
    /// How.
    pub mode: RegistrationMode,
    /// Seats; null: no limit.
    pub capacity: Option<i32>,
    /// Until when.
    pub closes_at: Option<Instant>,
    /// Whether there is a waiting list.
    pub waiting_list: bool,
}

/// Who came, in figures only.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Attendance {
    /// Participants.
    pub participants: Option<i32>,
    /// Elected officials among them.
    pub elected: Option<i32>,
    /// Collectivities present.
    pub collectivities: Option<i32>,
}

/// What a mission abroad or a delegation visit adds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Mission {
    /// The territory visited or received.
    pub partner_territory: Option<String>,
    /// Seats open to other collectivities.
    pub open_seats: Option<i32>,
    /// When its report is due.
    pub report_due_on: Option<NaiveDate>,
}

/// An organisation's part in an event, as it is given: a collectivity or an actor, one of the two.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct EventPartInput {
    /// The collectivity.
    pub collectivity: Option<Uuid>,
    /// The actor.
    pub actor: Option<Uuid>,
    /// What it does.
    pub role: EventRole,
}

/// An organisation's part in an event: a collectivity or an actor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct EventPart {
    /// The collectivity.
    pub collectivity: Option<CollectivityRef>,
    /// The actor.
    pub actor: Option<ActorRef>,
    /// What it does.
    pub role: EventRole,
}

/// An event, as other records name it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct EventRef {
    /// Its identifier.
    pub id: Uuid,
    /// Its address.
    pub slug: Slug,
    /// Its title.
    pub title: String,
}

entity! {
    /// Anything with a date in the shared agenda.
    Event, EventInput, EventRefs, Events, EventSummary;
    fields {
        /// Its title.
        title: String,
        /// What it is about, in Markdown.
        description: Option<String>,
        /// Its kind.
        kind: EventKind,
        /// How it stands.
        status: EventStatus,
        /// When, as it was written.
        time: EventTime,
        /// Recurrence rule (RFC 5545, RRULE), without the name.
        recurrence: Option<String>,
        /// Days that the recurrence leaves out.
        recurrence_exceptions: Vec<NaiveDate>,
        /// Where.
        venue: Option<Venue>,
        /// Whether it is held online as well; the address is given only to those registered.
        online: bool,
        /// A collectivity is sought to host it.
        call_for_co_hosts: bool,
        /// Whom it is for.
        audience: Vec<Audience>,
        /// Whom it is for, in words.
        audience_note: Option<String>,
        /// Countries it is about.
        countries: Vec<CountryCode>,
        /// Programme, in order.
        programme: Vec<Session>,
        /// How one registers.
        registration: RegistrationRules,
        /// What came of it.
        report: Option<String>,
        /// Documents.
        documents: Vec<Link>,
        /// Who came, in figures.
        attendance: Attendance,
        /// What a mission or delegation adds.
        mission: Option<Mission>,
        /// Where documents disagree, and other remarks.
        remarks: Vec<String>,
    }
    references {
        /// Who organises and hosts it.
        organisations: Vec<EventPartInput> => Vec<EventPart>,
        /// Themes.
        themes: Vec<Uuid> => Vec<ThemeRef>,
        /// The group it belongs to.
        group: Option<Uuid> => Option<ThematicGroupRef>,
    }
    computed {
        /// First moment, in UTC; the start of the first day in the region for whole days.
        starts_at: Instant,
        /// Last moment, in UTC; null: not stated.
        ends_at: Option<Instant>,
        /// +1 when time, place or status changes (RFC 5545, SEQUENCE).
        sequence: i32,
        /// INSEE codes of the departments of its collectivities.
        departments: Vec<String>,
    }
}

/// An event in a list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct EventSummary {
    /// Its identifier.
    pub id: Uuid,
    /// Its address.
    pub slug: Slug,
    /// Its title.
    pub title: String,
    /// Its kind.
    pub kind: EventKind,
    /// How it stands.
    pub status: EventStatus,
    /// When, as it was written.
    pub time: EventTime,
    /// First moment, in UTC.
    pub starts_at: Instant,
    /// Last moment, in UTC.
    pub ends_at: Option<Instant>,
    /// Where.
    pub venue: Option<Venue>,
    /// Whether it is held online as well.
    pub online: bool,
    /// Names of those who organise it.
    pub organisers: Vec<String>,
}

impl From<&Event> for EventSummary {
    fn from(record: &Event) -> Self {
        let organiser = |part: &EventPart| {
            let collectivity = part
                .collectivity
                .as_ref()
                .map(|collectivity| collectivity.name.clone());
            collectivity.or_else(|| part.actor.as_ref().map(|actor| actor.name.clone()))
        };
        Self {
            id: record.id,
            slug: record.slug.clone(),
            title: record.title.clone(),
            kind: record.kind,
            status: record.status,
            time: record.time.clone(),
            starts_at: record.starts_at,
            ends_at: record.ends_at,
            venue: record.venue.clone(),
            online: record.online,
            organisers: record.organisations.iter().filter_map(organiser).collect(),
        }
    }
}

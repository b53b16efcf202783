//! Events as a table.

use super::parts::{Link, Named, ThemeName, links, themes};
use crate::cell::{Cell, code, codes, integer, latitude, longitude, moment, optional, texts};
use crate::text::Text;
use aect_types::CountryCode;
use aect_types::events::{Audience, EventKind, EventStatus, RegistrationMode};
use aect_types::geo::Position;
use serde::Deserialize;

/// Days and months are written as dates, times as local times beside their zone.
#[derive(Deserialize)]
#[serde(bound(deserialize = "'de: 'a"), tag = "precision", rename_all = "snake_case")]
enum Time<'a> {
    Days {
        first: Text<'a>,
        last: Text<'a>,
    },
    Period {
        date: Text<'a>,
    },
    Times {
        start: Text<'a>,
        end: Option<Text<'a>>,
        time_zone: Text<'a>,
    },
}

#[derive(Deserialize)]
#[serde(bound(deserialize = "'de: 'a"))]
struct Venue<'a> {
    name: Option<Text<'a>>,
    address: Option<Text<'a>>,
    commune: Option<Text<'a>>,
    position: Option<Position>,
}

#[derive(Deserialize)]
#[serde(bound(deserialize = "'de: 'a"))]
struct Registration<'a> {
    mode: RegistrationMode,
    capacity: Option<i32>,
    closes_at: Option<Text<'a>>,
}

#[derive(Deserialize)]
struct Attendance {
    participants: Option<i32>,
    elected: Option<i32>,
    collectivities: Option<i32>,
}

#[derive(Deserialize)]
#[serde(bound(deserialize = "'de: 'a"))]
struct Part<'a> {
    collectivity: Option<Named<'a>>,
    actor: Option<Named<'a>>,
}

super::table! {
    Events, EventRow;
    reads {
        title: Text<'a>,
        description: Option<Text<'a>>,
        kind: EventKind,
        status: EventStatus,
        time: Time<'a>,
        starts_at: Text<'a>,
        ends_at: Option<Text<'a>>,
        recurrence: Option<Text<'a>>,
        recurrence_exceptions: Vec<Text<'a>>,
        venue: Option<Venue<'a>>,
        online: bool,
        audience: Vec<Audience>,
        audience_note: Option<Text<'a>>,
        countries: Vec<CountryCode>,
        themes: Vec<ThemeName<'a>>,
        departments: Vec<Text<'a>>,
        organisations: Vec<Part<'a>>,
        group: Option<Named<'a>>,
        registration: Registration<'a>,
        attendance: Attendance,
        report: Option<Text<'a>>,
        documents: Vec<Link<'a>>,
    }
    columns {
        Title: |row| Cell::Text(&row.title),
        Kind: |row| code(row.kind),
        Status: |row| code(row.status),
        Start: |row| start(&row.time),
        End: |row| end(&row.time),
        TimeZone: |row| time_zone(&row.time),
        StartsAt: |row| Cell::Moment(&row.starts_at),
        EndsAt: |row| moment(row.ends_at.as_ref()),
        Recurrence: |row| optional(row.recurrence.as_ref()),
        RecurrenceExceptions: |row| texts(&row.recurrence_exceptions),
        Venue: |row| venue(row).map_or(Cell::Empty, |venue| optional(venue.name.as_ref())),
        Address: |row| venue(row).map_or(Cell::Empty, |venue| optional(venue.address.as_ref())),
        Commune: |row| venue(row).map_or(Cell::Empty, |venue| optional(venue.commune.as_ref())),
        Longitude: |row| longitude(position(row)),
        Latitude: |row| latitude(position(row)),
        Online: |row| Cell::Bool(row.online),
        Organisers: |row| Cell::Terms(row.organisations.iter().filter_map(Part::organisation).map(Named::term).collect()),
        Departments: |row| texts(&row.departments),
        Countries: |row| Cell::Countries(row.countries.iter().collect()),
        Themes: |row| themes(&row.themes),
        Group: |row| row.group.as_ref().map_or(Cell::Empty, |group| Cell::Term(group.term())),
        Audience: |row| codes(&row.audience),
        AudienceNote: |row| optional(row.audience_note.as_ref()),
        RegistrationMode: |row| code(row.registration.mode),
        Capacity: |row| integer(row.registration.capacity),
        ClosesAt: |row| moment(row.registration.closes_at.as_ref()),
        Participants: |row| integer(row.attendance.participants),
        AttendanceElected: |row| integer(row.attendance.elected),
        AttendanceCollectivities: |row| integer(row.attendance.collectivities),
        Description: |row| optional(row.description.as_ref()),
        Report: |row| optional(row.report.as_ref()),
        Documents: |row| links(&row.documents),
    }
    points |row| position(row).into_iter().collect();
}

impl<'a> Part<'a> {
    fn organisation(&self) -> Option<&Named<'a>> {
        self.collectivity.as_ref().or(self.actor.as_ref())
    }
}

fn venue<'r, 'a>(row: &'r EventRow<'a>) -> Option<&'r Venue<'a>> {
    row.venue.as_ref()
}

fn position(row: &EventRow<'_>) -> Option<Position> {
    row.venue.as_ref().and_then(|venue| venue.position)
}

fn start<'r>(time: &'r Time<'_>) -> Cell<'r> {
    match time {
        Time::Days { first: date, .. } | Time::Period { date } => Cell::Text(date),
        Time::Times { start, .. } => Cell::Moment(start),
    }
}

fn end<'r>(time: &'r Time<'_>) -> Cell<'r> {
    match time {
        Time::Days { last: date, .. } | Time::Period { date } => Cell::Text(date),
        Time::Times { end, .. } => moment(end.as_ref()),
    }
}

fn time_zone<'r>(time: &'r Time<'_>) -> Cell<'r> {
    match time {
        Time::Days { .. } | Time::Period { .. } => Cell::Empty,
        Time::Times { time_zone, .. } => Cell::Text(time_zone),
    }
}

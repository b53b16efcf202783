//! What is given to write an event.

use super::{Checks, Code, CodeList, Given, Reference, Rules, limits, recurrence};
use crate::Resource;
use crate::events::{EventInput, EventTime, RegistrationMode, Session};
use crate::problem::ErrorCode;
use chrono::{Datelike as _, Days};
use uuid::Uuid;

/// Years that an event of the agenda may be in.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2999;

impl Given for EventInput {
    const RULES: Rules = Rules::OWNED;

    const RESERVED: &'static [&'static str] = &[];

    const OWNERS_AT: &'static str = "/organisations";

    /// Those who organise or host it.
    fn owners(&self, _id: Uuid) -> Vec<Uuid> {
        self.organisations
            .iter()
            .filter_map(|part| part.collectivity.or(part.actor))
            .collect()
    }

    fn references(&self) -> Vec<Reference> {
        let mut named = Vec::new();
        for (rank, part) in self.organisations.iter().enumerate() {
            let at = |name: &str| format!("/organisations/{rank}/{name}");
            let collectivity = part.collectivity;
            named.extend(
                collectivity.map(|id| Reference::new(at("collectivity"), Resource::Collectivities, id)),
            );
            named.extend(
                part.actor
                    .map(|id| Reference::new(at("actor"), Resource::Actors, id)),
            );
        }
        named.extend(Reference::each("/themes", Resource::Themes, &self.themes));
        named.extend(
            self.group
                .map(|id| Reference::new("/group", Resource::ThematicGroups, id)),
        );
        named
    }

    fn coded(&self) -> Vec<Code> {
        let zone = match &self.time {
            EventTime::Times { time_zone, .. } => Some(Code {
                pointer: "/time/time_zone".to_owned(),
                list: CodeList::TimeZones,
                code: time_zone.clone(),
            }),
            EventTime::Days { .. } | EventTime::Period { .. } => None,
        };
        Code::countries(&self.countries).chain(zone).collect()
    }

    fn check(&self, checks: &mut Checks) {
        checks.name("/title", &self.title);
        checks.maybe("/description", self.description.as_ref(), limits::TEXT_MAX);
        checks.maybe("/report", self.report.as_ref(), limits::TEXT_MAX);
        checks.maybe("/audience_note", self.audience_note.as_ref(), limits::NOTE_MAX);
        checks.texts("/remarks", &self.remarks, limits::NOTE_MAX);
        checks.links("/documents", &self.documents);
        checks.once("/audience", &self.audience);
        checks.once("/countries", &self.countries);
        checks.once("/themes", &self.themes);
        self.check_time(checks);
        self.check_recurrence(checks);
        self.check_organisations(checks);
        self.check_place(checks);
        self.check_registration(checks);
        self.check_figures(checks);
        checks.few("/programme", self.programme.len());
        for (rank, session) in self.programme.iter().enumerate() {
            check_session(&format!("/programme/{rank}"), session, checks);
        }
    }
}

impl EventInput {
    /// It ends after it has begun, in a year of ours.
    fn check_time(&self, checks: &mut Checks) {
        let (first, last) = self.time.days();
        if !YEARS.contains(&first.year()) || !YEARS.contains(&last.year()) {
            checks.note(
                "/time",
                ErrorCode::Range,
                format!("{} … {}", YEARS.start(), YEARS.end()),
            );
        }
        match &self.time {
            EventTime::Days { .. } if last < first => {
                checks.note("/time/last", ErrorCode::Conflict, "≥ /time/first");
            }
            EventTime::Times {
                start,
                end: Some(end),
                ..
            } if end < start => checks.note("/time/end", ErrorCode::Conflict, "≥ /time/start"),
            _ => {}
        }
    }

    fn check_recurrence(&self, checks: &mut Checks) {
        if let Some(rule) = &self.recurrence
            && !recurrence::is_rule(rule, &self.time)
        {
            checks.note("/recurrence", ErrorCode::Format, "FREQ=WEEKLY;BYDAY=TU;COUNT=10");
        }
        checks.once("/recurrence_exceptions", &self.recurrence_exceptions);
        if self.recurrence.is_none() && !self.recurrence_exceptions.is_empty() {
            checks.note("/recurrence_exceptions", ErrorCode::Conflict, "/recurrence");
        }
        let (first, _) = self.time.days();
        for (rank, day) in self.recurrence_exceptions.iter().enumerate() {
            if *day < first || !YEARS.contains(&day.year()) {
                checks.note(
                    &format!("/recurrence_exceptions/{rank}"),
                    ErrorCode::Conflict,
                    format!("≥ {first}"),
                );
            }
        }
    }

    /// Each part is a collectivity's or an actor's, and said once.
    fn check_organisations(&self, checks: &mut Checks) {
        for (rank, part) in self.organisations.iter().enumerate() {
            if part.collectivity.is_some() == part.actor.is_some() {
                checks.note(
                    &format!("/organisations/{rank}"),
                    ErrorCode::Conflict,
                    "collectivity, actor",
                );
            }
        }
        let parts = self.organisations.iter();
        checks.once(
            "/organisations",
            parts.map(|part| (part.collectivity, part.actor, part.role.as_str())),
        );
    }

    fn check_place(&self, checks: &mut Checks) {
        if let Some(venue) = &self.venue {
            checks.maybe("/venue/name", venue.name.as_ref(), limits::TITLE_MAX);
            checks.maybe("/venue/address", venue.address.as_ref(), limits::NOTE_MAX);
            checks.maybe("/venue/commune", venue.commune.as_ref(), limits::TITLE_MAX);
        }
        if let Some(mission) = &self.mission {
            let territory = mission.partner_territory.as_ref();
            checks.maybe("/mission/partner_territory", territory, limits::TITLE_MAX);
            checks.count("/mission/open_seats", mission.open_seats);
            let (first, _) = self.time.days();
            if mission.report_due_on.is_some_and(|due| due < first) {
                checks.note("/mission/report_due_on", ErrorCode::Conflict, "≥ /time");
            }
        }
    }

    /// Rules are for those who register, until the event is over.
    fn check_registration(&self, checks: &mut Checks) {
        let rules = &self.registration;
        checks.count("/registration/capacity", rules.capacity);
        let says_more = rules.capacity.is_some() || rules.closes_at.is_some() || rules.waiting_list;
        if rules.mode == RegistrationMode::None && says_more {
            let ways = [RegistrationMode::Open, RegistrationMode::OnApproval].map(RegistrationMode::as_str);
            checks.note("/registration/mode", ErrorCode::Conflict, ways.join(", "));
        }
        if rules.waiting_list && rules.capacity.is_none() {
            checks.note("/registration/capacity", ErrorCode::Required, "");
        }
        // Local days reach into the next one in UTC; one that comes back goes on longer than its time says.
        let (_, last) = self.time.days();
        let over = last.checked_add_days(Days::new(1)).unwrap_or(last);
        let closes = rules.closes_at.map(|moment| moment.as_datetime().date_naive());
        if self.recurrence.is_none() && closes.is_some_and(|closes| closes > over) {
            checks.note("/registration/closes_at", ErrorCode::Conflict, "≤ /time");
        }
    }

    fn check_figures(&self, checks: &mut Checks) {
        let came = &self.attendance;
        checks.count("/attendance/participants", came.participants);
        checks.count("/attendance/elected", came.elected);
        checks.count("/attendance/collectivities", came.collectivities);
        if came
            .elected
            .zip(came.participants)
            .is_some_and(|(elected, all)| elected > all)
        {
            checks.note(
                "/attendance/elected",
                ErrorCode::Conflict,
                "≤ /attendance/participants",
            );
        }
    }
}

fn check_session(pointer: &str, session: &Session, checks: &mut Checks) {
    checks.required(&format!("{pointer}/title"), &session.title, limits::TITLE_MAX);
    for (name, time) in [("start", &session.start), ("end", &session.end)] {
        if time.as_ref().is_some_and(|time| !is_local_time(time)) {
            checks.note(&format!("{pointer}/{name}"), ErrorCode::Format, "10:00");
        }
    }
    checks.few(&format!("{pointer}/items"), session.items.len());
    for (rank, item) in session.items.iter().enumerate() {
        let at = |name: &str| format!("{pointer}/items/{rank}/{name}");
        checks.required(&at("title"), &item.title, limits::TITLE_MAX);
        checks.texts(&at("speakers"), &item.speakers, limits::TITLE_MAX);
        checks.texts(&at("details"), &item.details, limits::NOTE_MAX);
    }
}

/// `10:00`.
fn is_local_time(text: &str) -> bool {
    let two_digits = |part: &str, most: u8| {
        part.len() == 2
            && part.bytes().all(|byte| byte.is_ascii_digit())
            && part.parse::<u8>().is_ok_and(|number| number <= most)
    };
    text.split_once(':')
        .is_some_and(|(hour, minute)| two_digits(hour, 23) && two_digits(minute, 59))
}

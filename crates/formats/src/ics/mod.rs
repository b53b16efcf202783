//! iCalendar (RFC 5545, 7986): the agenda in everybody's own calendar.
//!
//! Each zone is defined before the first event that names it, so that the feed can be streamed. No attendee is ever
//! written; an event that is called off stays, as called off.

mod line;
mod time_zone;

use crate::plain::plain;
use crate::{Error, Export, Site};
use aect_types::Resource;
use aect_types::dates::Instant;
use aect_types::events::{Event, EventKind, EventStatus, EventTime, Session, Venue};
use aect_words::exports::{calendar_name, held_online, programme};
use aect_words::{Labelled, Language};
use chrono::{NaiveDate, NaiveDateTime};
use chrono_tz::Tz;
use line::{raw, text, texts};

const DAY: &str = "%Y%m%d";
const LOCAL: &str = "%Y%m%dT%H%M%S";

/// A calendar being written.
pub(crate) struct Feed {
    language: Language,
    site: Site,
    defined: Vec<Tz>,
}

impl Feed {
    pub(crate) fn new(language: Language, site: &Site) -> Self {
        Self {
            language,
            site: site.clone(),
            defined: Vec::new(),
        }
    }
}

impl Export for Feed {
    fn start(&mut self, out: &mut Vec<u8>) -> Result<(), Error> {
        let name = calendar_name(self.language);
        raw(out, "BEGIN", "VCALENDAR");
        raw(out, "VERSION", "2.0");
        text(out, "PRODID", "-//AECT Nouvelle-Aquitaine//Agenda//FR");
        raw(out, "CALSCALE", "GREGORIAN");
        text(out, "NAME", name);
        text(out, "X-WR-CALNAME", name);
        raw(out, "REFRESH-INTERVAL;VALUE=DURATION", "PT6H");
        raw(out, "X-PUBLISHED-TTL", "PT6H");
        Ok(())
    }

    fn record(&mut self, json: &str, out: &mut Vec<u8>) -> Result<(), Error> {
        let event: Event = serde_json::from_str(json)?;
        let zone = zone(&event);
        if let Some(zone) = zone.filter(|zone| !self.defined.contains(zone)) {
            time_zone::define(out, zone);
            self.defined.push(zone);
        }
        self.event(out, &event, zone);
        Ok(())
    }

    fn finish(&mut self, out: &mut Vec<u8>) -> Result<(), Error> {
        raw(out, "END", "VCALENDAR");
        Ok(())
    }
}

/// The zone of an event; `None` for days and months, UTC, and a zone that this program does not know: its moments are then
/// given in UTC.
fn zone(event: &Event) -> Option<Tz> {
    match &event.time {
        EventTime::Days { .. } | EventTime::Period { .. } => None,
        EventTime::Times { time_zone, .. } => time_zone.parse().ok().filter(|zone| !is_utc(*zone)),
    }
}

fn is_utc(zone: Tz) -> bool {
    matches!(
        zone,
        Tz::UTC
            | Tz::Etc__UTC
            | Tz::Zulu
            | Tz::UCT
            | Tz::Etc__UCT
            | Tz::Etc__Zulu
            | Tz::Universal
            | Tz::Etc__Universal
    )
}

impl Feed {
    fn event(&self, out: &mut Vec<u8>, event: &Event, zone: Option<Tz>) {
        raw(out, "BEGIN", "VEVENT");
        // A UUID alone, as RFC 7986 (5.3) advises: for life, wherever the platform moves.
        raw(out, "UID", &event.id.to_string());
        raw(out, "DTSTAMP", &utc(event.updated_at));
        raw(out, "CREATED", &utc(event.created_at));
        raw(out, "LAST-MODIFIED", &utc(event.updated_at));
        raw(out, "SEQUENCE", &event.sequence.to_string());
        raw(out, "STATUS", status(event.status));
        write_time(out, event, zone);
        text(out, "SUMMARY", &summary(event, self.language));
        let description = description(event, self.language);
        if !description.is_empty() {
            text(out, "DESCRIPTION", &description);
        }
        self.place(out, event);
        let themes = event.themes.iter().map(|theme| match self.language {
            Language::Fr => theme.name_fr.as_str(),
            Language::En => theme.name_en.as_str(),
        });
        texts(
            out,
            "CATEGORIES",
            std::iter::once(event.kind.label(self.language)).chain(themes),
        );
        raw(
            out,
            "URL",
            &self.site.record_url(Resource::Events, event.slug.as_str()),
        );
        raw(out, "CLASS", "PUBLIC");
        raw(out, "TRANSP", transparency(event));
        raw(out, "END", "VEVENT");
    }

    fn place(&self, out: &mut Vec<u8>, event: &Event) {
        let online = event.online.then(|| held_online(self.language));
        let venue = event.venue.iter().flat_map(|venue| {
            let Venue {
                name,
                address,
                commune,
                ..
            } = venue;
            [name, address, commune].into_iter().flatten().map(String::as_str)
        });
        let place: Vec<&str> = venue.chain(online).collect();
        if !place.is_empty() {
            text(out, "LOCATION", &place.join(", "));
        }
        if let Some(position) = event.venue.as_ref().and_then(|venue| venue.position) {
            raw(
                out,
                "GEO",
                &format!("{:.6};{:.6}", position.lat(), position.lon()),
            );
        }
    }
}

/// What it is about and its programme, without any marks.
fn description(event: &Event, language: Language) -> String {
    let mut parts: Vec<String> = event.description.iter().map(|text| plain(text)).collect();
    if !event.programme.is_empty() {
        let mut lines = vec![programme(language).to_owned()];
        lines.extend(event.programme.iter().flat_map(session));
        parts.push(lines.join("\n"));
    }
    parts.retain(|part| !part.is_empty());
    parts.join("\n\n")
}

/// A session, then its items, a line each.
fn session(session: &Session) -> impl Iterator<Item = String> {
    let hours: Vec<&str> = [&session.start, &session.end]
        .into_iter()
        .flatten()
        .map(String::as_str)
        .collect();
    let name = match hours.join("–") {
        hours if hours.is_empty() => session.title.clone(),
        hours => format!("{hours} {}", session.title),
    };
    let items = session.items.iter().map(|item| {
        let speakers = item.speakers.join(", ");
        if speakers.is_empty() {
            format!("- {}", item.title)
        } else {
            format!("- {} ({speakers})", item.title)
        }
    });
    std::iter::once(name).chain(items)
}

/// Calendars that do not show the status still show the title.
fn summary(event: &Event, language: Language) -> String {
    match event.status {
        EventStatus::Tentative | EventStatus::Confirmed => event.title.clone(),
        EventStatus::Postponed | EventStatus::MovedOnline | EventStatus::Cancelled => {
            format!("[{}] {}", event.status.label(language), event.title)
        }
    }
}

const fn status(status: EventStatus) -> &'static str {
    match status {
        EventStatus::Tentative | EventStatus::Postponed => "TENTATIVE",
        EventStatus::Confirmed | EventStatus::MovedOnline => "CONFIRMED",
        EventStatus::Cancelled => "CANCELLED",
    }
}

/// A date by which something is due keeps nobody busy, nor does a month in which it will be.
const fn transparency(event: &Event) -> &'static str {
    match (event.kind, &event.time) {
        (EventKind::Deadline, _) | (_, EventTime::Period { .. }) => "TRANSPARENT",
        _ => "OPAQUE",
    }
}

fn utc(moment: Instant) -> String {
    moment.as_datetime().format("%Y%m%dT%H%M%SZ").to_string()
}

fn write_time(out: &mut Vec<u8>, event: &Event, zone: Option<Tz>) {
    match (&event.time, zone) {
        (EventTime::Days { .. } | EventTime::Period { .. }, _) => {
            let (first, last) = event.time.days();
            raw(out, "DTSTART;VALUE=DATE", &first.format(DAY).to_string());
            // The end is the first day that no longer belongs to the event.
            if let Some(end) = last.succ_opt() {
                raw(out, "DTEND;VALUE=DATE", &end.format(DAY).to_string());
            }
        }
        (EventTime::Times { start, end, .. }, Some(zone)) => {
            let local = |moment: &NaiveDateTime| moment.format(LOCAL).to_string();
            raw(out, &format!("DTSTART;TZID={}", zone.name()), &local(start));
            if let Some(end) = end {
                raw(out, &format!("DTEND;TZID={}", zone.name()), &local(end));
            }
        }
        (EventTime::Times { .. }, None) => {
            raw(out, "DTSTART", &utc(event.starts_at));
            if let Some(end) = event.ends_at {
                raw(out, "DTEND", &utc(end));
            }
        }
    }
    if let Some(rule) = &event.recurrence {
        raw(out, "RRULE", rule);
        write_exceptions(out, event, zone);
    }
}

/// A day left out is named by the start that it would have had.
fn write_exceptions(out: &mut Vec<u8>, event: &Event, zone: Option<Tz>) {
    if event.recurrence_exceptions.is_empty() {
        return;
    }
    let all = |written: &dyn Fn(&NaiveDate) -> String| {
        let days: Vec<String> = event.recurrence_exceptions.iter().map(written).collect();
        days.join(",")
    };
    match (&event.time, zone) {
        (EventTime::Days { .. } | EventTime::Period { .. }, _) => {
            raw(out, "EXDATE;VALUE=DATE", &all(&|day| day.format(DAY).to_string()));
        }
        (EventTime::Times { start, .. }, Some(zone)) => {
            let days = all(&|day| day.and_time(start.time()).format(LOCAL).to_string());
            raw(out, &format!("EXDATE;TZID={}", zone.name()), &days);
        }
        (EventTime::Times { .. }, None) => {
            let time = event.starts_at.as_datetime().time();
            raw(
                out,
                "EXDATE",
                &all(&|day| day.and_time(time).and_utc().format("%Y%m%dT%H%M%SZ").to_string()),
            );
        }
    }
}

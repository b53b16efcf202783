//! iCalendar, read back by the `icalendar` crate.

use crate::{samples, site, written};
use aect_formats::{Dialect, exporter};
use aect_types::Resource;
use aect_types::resource::Format;
use aect_words::Language;
use icalendar::parser::{Component, Property, read_calendar, unfold};
use serde_json::{Value, json};
use std::collections::BTreeSet;

fn feed(records: &[String]) -> String {
    let feed = written(Resource::Events, Format::Ics, Dialect::Plain, records);
    for line in feed.split("\r\n") {
        assert!(line.len() <= 75, "too long: {line}");
        assert!(!line.contains(['\r', '\n']), "a bare line ending: {line:?}");
    }
    assert!(feed.ends_with("END:VCALENDAR\r\n"));
    feed
}

fn event_with(changes: &Value) -> String {
    samples::with(&samples::event(), changes)
}

fn property<'a>(component: &'a Component<'_>, name: &str) -> Option<&'a Property<'a>> {
    component
        .properties
        .iter()
        .find(|property| property.name.as_str() == name)
}

fn value(component: &Component<'_>, name: &str) -> Option<String> {
    property(component, name).map(|property| property.val.to_string())
}

fn parameter(component: &Component<'_>, name: &str, parameter: &str) -> Option<String> {
    let parameters = &property(component, name)?.params;
    let found = parameters.iter().find(|known| known.key.as_str() == parameter)?;
    found.val.as_ref().map(ToString::to_string)
}

/// Runs `check` on the only event of a feed.
fn with_event(record: &str, check: impl FnOnce(&Component<'_>)) {
    let feed = unfold(&feed(&[record.to_owned()]));
    let calendar = read_calendar(&feed).unwrap();
    let events: Vec<_> = calendar
        .components
        .iter()
        .filter(|component| component.name == "VEVENT")
        .collect();
    assert_eq!(events.len(), 1);
    check(events[0]);
}

#[test]
fn an_empty_feed_is_a_calendar_with_its_name() {
    let feed = unfold(&feed(&[]));
    let calendar = read_calendar(&feed).unwrap();
    assert!(calendar.components.is_empty());
    for (name, value) in [
        ("VERSION", "2.0"),
        ("NAME", "Agenda de l’action extérieure – Nouvelle-Aquitaine"),
        (
            "X-WR-CALNAME",
            "Agenda de l’action extérieure – Nouvelle-Aquitaine",
        ),
        ("REFRESH-INTERVAL", "PT6H"),
    ] {
        let found = calendar
            .properties
            .iter()
            .find(|property| property.name.as_str() == name);
        assert_eq!(
            found.map(|property| property.val.to_string()).as_deref(),
            Some(value),
            "{name}"
        );
    }
}

#[test]
fn an_event_keeps_its_local_times_and_everything_else() {
    with_event(&samples::event(), |event| {
        for (name, expected) in [
            ("UID", "0192f0c1-2345-7abc-8def-0123456789ab"),
            ("DTSTAMP", "20261122T051059Z"),
            ("SEQUENCE", "2"),
            ("STATUS", "CONFIRMED"),
            ("DTSTART", "20260701T100000"),
            ("DTEND", "20260701T123000"),
            ("RRULE", "FREQ=MONTHLY;COUNT=4"),
            ("EXDATE", "20260801T100000"),
            ("SUMMARY", "Plénière"),
            ("DESCRIPTION", "Ordre du jour, suites\nà donner"),
            (
                "LOCATION",
                "Hôtel de Région, 14 rue François de Sourdis, Bordeaux, En ligne",
            ),
            ("GEO", "44.837800;-0.579200"),
            ("CATEGORIES", "Plénière,Eau"),
            ("URL", "https://aect.example.org/api/v1/events/pleniere-2026"),
        ] {
            assert_eq!(value(event, name).as_deref(), Some(expected), "{name}");
        }
        for name in ["DTSTART", "DTEND", "EXDATE"] {
            assert_eq!(
                parameter(event, name, "TZID").as_deref(),
                Some("Europe/Paris"),
                "{name}"
            );
        }
        for name in ["ATTENDEE", "ORGANIZER"] {
            assert!(property(event, name).is_none(), "{name}");
        }
    });
}

#[test]
fn whole_days_end_on_the_day_after() {
    for (time, start, end) in [
        (
            json!({"precision": "days", "first": "2026-02-27", "last": "2026-02-28"}),
            "20260227",
            "20260301",
        ),
        (
            json!({"precision": "period", "date": "2026-02"}),
            "20260201",
            "20260301",
        ),
    ] {
        with_event(
            &event_with(&json!({"time": time, "recurrence_exceptions": ["2026-03-01"]})),
            |event| {
                assert_eq!(value(event, "DTSTART").as_deref(), Some(start));
                assert_eq!(value(event, "DTEND").as_deref(), Some(end));
                assert_eq!(value(event, "EXDATE").as_deref(), Some("20260301"));
                for name in ["DTSTART", "DTEND", "EXDATE"] {
                    assert_eq!(parameter(event, name, "VALUE").as_deref(), Some("DATE"), "{name}");
                }
            },
        );
    }
}

#[test]
fn utc_and_an_unknown_zone_are_written_in_utc() {
    for zone in ["UTC", "Mars/Olympus"] {
        let time =
            json!({"precision": "times", "start": "2026-07-01T10:00:00", "end": null, "time_zone": zone});
        with_event(&event_with(&json!({"time": time, "ends_at": null})), |event| {
            assert_eq!(
                value(event, "DTSTART").as_deref(),
                Some("20260701T080000Z"),
                "{zone}"
            );
            assert!(property(event, "DTEND").is_none());
            assert_eq!(value(event, "EXDATE").as_deref(), Some("20260801T080000Z"));
        });
    }
}

#[test]
fn a_cancelled_event_stays_as_cancelled() {
    for (status, written, title) in [
        ("tentative", "TENTATIVE", "Plénière"),
        ("confirmed", "CONFIRMED", "Plénière"),
        ("postponed", "TENTATIVE", "[Reporté] Plénière"),
        ("moved_online", "CONFIRMED", "[Déplacé en ligne] Plénière"),
        ("cancelled", "CANCELLED", "[Annulé] Plénière"),
    ] {
        with_event(&event_with(&json!({ "status": status })), |event| {
            assert_eq!(value(event, "STATUS").as_deref(), Some(written));
            assert_eq!(value(event, "SUMMARY").as_deref(), Some(title));
        });
    }
}

#[test]
fn every_zone_that_is_named_is_defined_once_and_before() {
    let at = |zone: &str| {
        event_with(
            &json!({"time": {"precision": "times", "start": "2026-07-01T10:00:00", "end": null, "time_zone": zone}}),
        )
    };
    let zones = [
        "Europe/Paris",
        "Africa/Dakar",
        "Europe/Paris",
        "Africa/Casablanca",
        "America/Guadeloupe",
    ];
    let records: Vec<String> = zones.into_iter().map(at).collect();
    let feed = unfold(&feed(&records));
    let calendar = read_calendar(&feed).unwrap();
    let mut defined = BTreeSet::new();
    for component in &calendar.components {
        if component.name == "VTIMEZONE" {
            assert!(defined.insert(value(component, "TZID").unwrap()), "defined twice");
            assert!(!component.components.is_empty());
        } else {
            assert!(defined.contains(&parameter(component, "DTSTART", "TZID").unwrap()));
        }
    }
    assert_eq!(defined.len(), 4);
}

#[test]
fn whatever_a_text_holds_comes_back_but_control_characters() {
    for (text, expected) in [
        (
            "virgule, point-virgule; deux-points: \\ \"guillemets\"",
            "virgule, point-virgule; deux-points: \\ \"guillemets\"",
        ),
        ("a\r\nb\rc\nd", "a\nb\nc\nd"),
        ("\\n n’est pas une fin de ligne", "\\n n’est pas une fin de ligne"),
        ("a\u{0}b\u{1f}c\u{7f}d", "abcd"),
        (
            "END:VEVENT\r\nBEGIN:VEVENT\r\nATTENDEE:mailto:x@example.org",
            "END:VEVENT\nBEGIN:VEVENT\nATTENDEE:mailto:x@example.org",
        ),
        ("🌍 老 ".repeat(40).trim(), "🌍 老 ".repeat(40).trim()),
    ] {
        with_event(
            &event_with(&json!({"title": text, "description": text, "venue": null})),
            |event| {
                assert_eq!(value(event, "SUMMARY").unwrap(), expected);
                assert_eq!(value(event, "DESCRIPTION").unwrap(), expected);
            },
        );
    }
}

#[test]
fn a_calendar_shows_no_marks_and_says_the_programme() {
    let programme = json!([
        {"start": "10:00", "end": "11:30", "title": "Ouverture", "items": [
            {"title": "Bilan", "speakers": ["le président", "la directrice"], "details": ["en salle 2"]},
            {"title": "Suites", "speakers": [], "details": []},
        ]},
        {"start": null, "end": null, "title": "Déjeuner", "items": []},
    ]);
    let told =
        "## Venez\n\nOn **s’inscrit** [ici](https://example.org/inscription)\u{202f}:\n\n- élus\n- agents";
    let read = "Venez\n\nOn s’inscrit ici (https://example.org/inscription)\u{202f}:\n\n- élus\n- agents";
    let planned =
        "Programme\u{a0}:\n10:00–11:30 Ouverture\n- Bilan (le président, la directrice)\n- Suites\nDéjeuner";
    for (description, sessions, expected) in [
        (json!(told), json!([]), Some(read.to_owned())),
        (
            json!(told),
            programme.clone(),
            Some(format!("{read}\n\n{planned}")),
        ),
        (json!(null), programme, Some(planned.to_owned())),
        (json!("<!-- -->"), json!([]), Some("<!-- -->".to_owned())),
        (json!(null), json!([]), None),
    ] {
        let event = event_with(&json!({"description": description, "programme": sessions}));
        with_event(&event, |event| assert_eq!(value(event, "DESCRIPTION"), expected));
    }
}

#[test]
fn an_english_reader_gets_english_words() {
    let mut feed = exporter(
        Resource::Events,
        Format::Ics,
        Dialect::Plain,
        Language::En,
        &site(),
    )
    .unwrap();
    let mut out = Vec::new();
    feed.start(&mut out).unwrap();
    feed.record(&event_with(&json!({"status": "cancelled"})), &mut out)
        .unwrap();
    let text = unfold(std::str::from_utf8(&out).unwrap());
    assert!(text.contains("NAME:External action agenda"), "{text}");
    assert!(text.contains("SUMMARY:[Cancelled] Plénière"), "{text}");
    assert!(text.contains("CATEGORIES:Plenary,Water"), "{text}");
}

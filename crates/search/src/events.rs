//! What the index knows of an event.

use crate::country_names;
use crate::entry::{Entry, Indexed, day_number};
use aect_types::events::{Event, Venue};
use chrono::Datelike;

impl Indexed for Event {
    fn entry(&self) -> Option<Entry> {
        let (first, last) = self.time.days();
        let venue = self.venue.as_ref();
        let mut entry = Entry {
            name: self.title.clone(),
            points: venue.and_then(|venue| venue.position).into_iter().collect(),
            start: Some(self.starts_at.micros()),
            days: Some((day_number(first), day_number(last))),
            ..Entry::default()
        };
        entry.filter("kind", [self.kind]);
        entry.filter("status", [self.status]);
        entry.filter("theme", self.themes.iter().map(|theme| &theme.slug));
        entry.filter("country", &self.countries);
        entry.filter("department", &self.departments);
        let collectivities = || {
            self.organisations
                .iter()
                .filter_map(|part| part.collectivity.as_ref())
        };
        entry.filter(
            "collectivity",
            collectivities().map(|collectivity| &collectivity.slug),
        );
        entry.filter("group", self.group.iter().map(|group| &group.slug));
        entry.filter("audience", &self.audience);
        entry.filter("year", first.year()..=last.year());
        read_words(self, &mut entry);
        Some(entry)
    }
}

fn read_words(event: &Event, entry: &mut Entry) {
    entry.read(event.description.clone());
    entry.read(event.venue.iter().flat_map(venue_words));
    entry.read(event.audience_note.clone());
    for part in &event.organisations {
        entry.read(part.collectivity.iter().map(|collectivity| &collectivity.name));
        entry.read(part.actor.iter().map(|actor| &actor.name));
        entry.read(part.actor.iter().filter_map(|actor| actor.acronym.as_ref()));
    }
    for theme in &event.themes {
        entry.read([&theme.name_fr, &theme.name_en]);
    }
    entry.read(event.group.iter().map(|group| &group.name));
    entry.read(event.countries.iter().flat_map(country_names::names));
    for session in &event.programme {
        entry.read([&session.title]);
        for item in &session.items {
            entry.read([&item.title]);
            entry.read(item.speakers.iter().chain(&item.details));
        }
    }
    entry.read(event.report.clone());
    let territory = event
        .mission
        .as_ref()
        .and_then(|mission| mission.partner_territory.clone());
    entry.read(territory);
}

fn venue_words(venue: &Venue) -> impl Iterator<Item = &String> {
    [&venue.name, &venue.address, &venue.commune]
        .into_iter()
        .flatten()
}

//! What the index knows of news.

use crate::authors;
use crate::country_names;
use crate::entry::{Entry, Indexed, day_number, first_moment};
use aect_types::PartialDate;
use aect_types::news::News;
use chrono::Datelike;

impl Indexed for News {
    fn entry(&self) -> Option<Entry> {
        let day = day_number(self.published_on);
        let mut entry = Entry {
            name: self.title.clone(),
            start: Some(first_moment(PartialDate::Day(self.published_on))),
            days: Some((day, day)),
            ..Entry::default()
        };
        entry.filter("theme", self.themes.iter().map(|theme| &theme.slug));
        entry.filter("country", &self.countries);
        entry.filter("project", self.projects.iter().map(|project| &project.slug));
        entry.filter("event", self.events.iter().map(|event| &event.slug));
        entry.filter("year", [self.published_on.year()]);
        authors::read(&self.authors, &mut entry);
        entry.read(self.summary.clone());
        entry.read(self.description.clone());
        for theme in &self.themes {
            entry.read([&theme.name_fr, &theme.name_en]);
        }
        entry.read(self.countries.iter().flat_map(country_names::names));
        entry.read(self.projects.iter().map(|project| &project.title));
        entry.read(self.events.iter().map(|event| &event.title));
        entry.read(self.links.iter().map(|link| &link.title));
        Some(entry)
    }
}

//! What the index knows of a resource of the library.

use crate::authors;
use crate::country_names;
use crate::entry::{Entry, Indexed, first_moment};
use aect_types::resources::SharedResource;
use chrono::Datelike;

impl Indexed for SharedResource {
    fn entry(&self) -> Option<Entry> {
        let mut entry = Entry {
            name: self.title.clone(),
            start: self.published_on.map(first_moment),
            ..Entry::default()
        };
        entry.filter("kind", [self.kind]);
        entry.filter("theme", self.themes.iter().map(|theme| &theme.slug));
        entry.filter("country", &self.countries);
        entry.filter("language", self.language);
        entry.filter("audience", &self.audience);
        entry.filter("review_year", self.review_due_on.map(|day| day.year()));
        authors::read(&self.publishers, &mut entry);
        entry.read(self.publisher_name.clone());
        entry.read(self.summary.clone());
        entry.read(self.description.clone());
        for theme in &self.themes {
            entry.read([&theme.name_fr, &theme.name_en]);
        }
        entry.read(self.countries.iter().flat_map(country_names::names));
        Some(entry)
    }
}

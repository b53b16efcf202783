//! What the index knows of what another network runs.

use crate::country_names;
use crate::entry::{Entry, Indexed};
use aect_types::external_initiatives::ExternalInitiative;

impl Indexed for ExternalInitiative {
    fn entry(&self) -> Option<Entry> {
        let mut entry = Entry {
            name: self.name.clone(),
            ..Entry::default()
        };
        entry.filter("kind", [self.kind]);
        entry.filter("status", [self.status]);
        entry.filter("theme", self.themes.iter().map(|theme| &theme.slug));
        entry.filter("country", &self.countries);
        entry.filter("actor", self.run_by.iter().map(|actor| &actor.slug));
        entry.read(self.summary.clone());
        entry.read(self.run_by_name.clone());
        for actor in &self.run_by {
            entry.read([&actor.name]);
            entry.read(actor.acronym.clone());
        }
        for theme in &self.themes {
            entry.read([&theme.name_fr, &theme.name_en]);
        }
        entry.read(self.countries.iter().flat_map(country_names::names));
        Some(entry)
    }
}

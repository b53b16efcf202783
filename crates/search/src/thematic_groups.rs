//! What the index knows of a thematic group.

use crate::country_names;
use crate::entry::{Entry, Indexed};
use aect_types::thematic_groups::ThematicGroup;

impl Indexed for ThematicGroup {
    fn entry(&self) -> Option<Entry> {
        let mut entry = Entry {
            name: self.name.clone(),
            ..Entry::default()
        };
        entry.filter("kind", [self.kind]);
        entry.filter("theme", self.themes.iter().map(|theme| &theme.slug));
        entry.filter("country", &self.countries);
        entry.filter(
            "initiative",
            self.initiatives.iter().map(|initiative| &initiative.slug),
        );
        entry.read(self.purpose.clone());
        entry.read(self.deliverable.clone());
        for theme in &self.themes {
            entry.read([&theme.name_fr, &theme.name_en]);
        }
        entry.read(self.countries.iter().flat_map(country_names::names));
        entry.read(self.members.iter().map(|member| &member.name));
        for animator in &self.animators {
            entry.read([&animator.name]);
            entry.read(animator.acronym.clone());
        }
        entry.read(self.elsewhere.iter().map(|link| &link.title));
        entry.read(self.initiatives.iter().map(|initiative| &initiative.name));
        Some(entry)
    }
}

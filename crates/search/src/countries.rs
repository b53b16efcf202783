//! What the index knows of a country.

use crate::entry::{Entry, Indexed};
use aect_types::countries::Country;

impl Indexed for Country {
    fn entry(&self) -> Option<Entry> {
        let mut codes = vec![self.code.to_string(), self.iso3.clone()];
        codes.extend(self.iso_numeric.clone());
        let mut entry = Entry {
            name: self.name_fr.clone(),
            aliases: vec![self.name_en.clone()],
            codes,
            points: self.position.into_iter().collect(),
            ..Entry::default()
        };
        entry.filter("continent", [self.continent]);
        entry.read(self.capital.clone());
        Some(entry)
    }
}

//! What the index knows of a partner authority.

use crate::country_names;
use crate::entry::{Entry, Indexed};
use aect_types::partner_authorities::PartnerAuthority;

impl Indexed for PartnerAuthority {
    fn entry(&self) -> Option<Entry> {
        let mut entry = Entry {
            name: self.name.clone(),
            codes: self.wikidata_id.iter().cloned().collect(),
            points: self.position.into_iter().collect(),
            ..Entry::default()
        };
        entry.filter("country", [&self.country]);
        entry.filter("to_confirm", [self.to_confirm]);
        entry.read(country_names::names(&self.country));
        entry.read(self.authority_type.clone());
        entry.read(self.description.clone());
        Some(entry)
    }
}

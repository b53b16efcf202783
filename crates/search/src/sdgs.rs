//! What the index knows of a Sustainable Development Goal.

use crate::entry::{Entry, Indexed};
use aect_types::sdgs::Sdg;

impl Indexed for Sdg {
    fn entry(&self) -> Option<Entry> {
        let number = self.number;
        let mut entry = Entry {
            name: self.name_fr.clone(),
            aliases: vec![self.name_en.clone()],
            codes: vec![
                number.to_string(),
                format!("ODD {number}"),
                format!("SDG {number}"),
            ],
            code: Some(number.into()),
            ..Entry::default()
        };
        entry.read(["ODD", "SDG", &self.title_fr, &self.title_en]);
        Some(entry)
    }
}

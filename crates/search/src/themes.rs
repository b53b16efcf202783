//! What the index knows of a theme.

use crate::entry::{Entry, Indexed};
use aect_types::themes::Theme;

impl Indexed for Theme {
    fn entry(&self) -> Option<Entry> {
        let mut entry = Entry {
            name: self.name_fr.clone(),
            aliases: vec![self.name_en.clone()],
            ..Entry::default()
        };
        entry.filter("kind", [self.kind]);
        entry.read(self.description.clone());
        Some(entry)
    }
}

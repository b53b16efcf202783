//! What the index knows of an actor.

use crate::entry::{Entry, Indexed};
use aect_types::actors::Actor;

impl Indexed for Actor {
    fn entry(&self) -> Option<Entry> {
        let mut entry = Entry {
            name: self.name.clone(),
            aliases: self.acronym.iter().cloned().collect(),
            ..Entry::default()
        };
        entry.filter("kind", [self.kind]);
        entry.read(self.scope.clone());
        entry.read(self.description.clone());
        Some(entry)
    }
}

//! What the index knows of those in whose name something is told.

use crate::entry::Entry;
use aect_types::authors::Author;

/// Adds them to the filters `collectivity` and `actor`, and their names to what is searched.
pub(crate) fn read(authors: &[Author], entry: &mut Entry) {
    for author in authors {
        entry.filter("collectivity", author.collectivity.iter().map(|one| &one.slug));
        entry.filter("actor", author.actor.iter().map(|one| &one.slug));
        entry.read([author.name()]);
        let acronym = author.actor.as_ref().and_then(|actor| actor.acronym.clone());
        entry.read(acronym);
    }
}

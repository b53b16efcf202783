//! Which records answer a question: lists, totals, facets, full text and figures, the same on both databases.
//!
//! The index is a follower of the journal ([`Index::follow`]): it holds nothing that the database does not, stores
//! no text to be read back, and is rebuilt where it is lost or was written under other rules. A record's document
//! is made by the file of its resource ([`entry::Entry`] says of what); everything else here knows no resource.
//!
//! Choices worth knowing:
//!
//! - **Shelves.** Every document stands on one shelf: its resource, its visibility, and whether it is set aside
//!   (twinnings to confirm). The shelf is part of every filter's term (`12 theme=eau`), so that a question about
//!   what a visitor may see costs no intersection with a list of what he may see, and no query can forget it.
//!   Drafts and hidden records stand on no shelf: they are not in the index at all.
//! - **One way through.** Documents are visited by intersecting postings ([`terms`]), then checked against columns
//!   for what has no postings (points, days, moments). tantivy's queries, scores and collectors are left out: ranks
//!   are tiers that depend on the record and the question alone, never on what else is in the index.
//! - **Opened once.** Columns are opened when the index is reloaded, not for each question ([`segments`]).

mod actors;
mod authors;
mod collectivities;
mod countries;
mod country_names;
mod dac_sectors;
mod entry;
mod error;
mod events;
mod external_initiatives;
mod facets;
mod index;
mod lists;
mod news;
mod order;
mod partner_authorities;
mod points;
mod projects;
mod question;
mod resources;
mod schema;
mod sdgs;
mod search;
mod segments;
mod shelf;
mod stats;
mod terms;
mod thematic_groups;
mod themes;
mod tiers;
mod words;

pub use error::{Error, Result};
pub use index::Index;
pub use lists::{After, Hits, Key};
pub use search::{Found, FoundGroup, FoundHit};
pub use stats::{Counts, Figures};

#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;

//! Everything that speaks SQL, on SQLite and PostgreSQL: the tables, the journal, the imports. It knows no HTTP.

mod conn;
mod db;
pub mod duplicates;
mod error;
pub mod files;
pub mod idempotency;
pub mod import;
mod journal;
mod lookup;
pub mod markdown;
mod migrate;
pub mod naming;
pub mod pairs;
pub mod reference;
mod render;
pub mod renditions;
mod schema;
mod sql;
mod stored;
mod write;

mod actors;
mod authors;
mod collectivities;
mod columns;
mod countries;
mod dac_sectors;
pub mod drafts;
mod events;
mod external_initiatives;
mod news;
mod partner_authorities;
pub mod people;
pub mod platform;
mod projects;
mod resources;
mod sdgs;
mod thematic_groups;
mod themes;

pub use db::{Conn, Db, Options};
pub use error::{Error, Result};
pub use render::FORMAT as RENDITION_FORMAT;
pub use stored::Stored;
pub use write::{Imported, Key, Origin, Outcome, Revision, Write, at_version, history};

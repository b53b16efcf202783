//! The contract of the platform: what goes over the wire, what is valid, and the text rules both sides share.
//!
//! No I/O lives here, and nothing that would weigh in the WASM: the server, the client crate, the single-page
//! application and the importers all speak these types. One file per resource, with the same name as in every
//! other crate; the words are those of the domain.
//!
//! Features: `openapi` derives the OpenAPI schemas (off in the WASM).

#[macro_use]
mod codes;
#[macro_use]
mod entity;

pub mod actors;
pub mod audit;
pub mod authors;
pub mod charter;
pub mod co_leads;
pub mod collectivities;
pub mod contacts;
pub mod countries;
pub mod dac_sectors;
pub mod dates;
pub mod drafts;
pub mod duplicates;
pub mod events;
pub mod external_initiatives;
pub mod files;
pub mod geo;
pub mod given;
pub mod history;
pub mod identifiers;
pub mod mail;
pub mod memberships;
pub mod moderation;
pub mod money;
pub mod news;
pub mod page;
pub mod partner_authorities;
pub mod people;
pub mod personal;
pub mod platform;
pub mod policy;
pub mod preview;
pub mod problem;
pub mod projects;
pub mod provenance;
pub mod query;
pub mod register;
pub mod remarks;
pub mod resource;
pub mod resources;
#[cfg(feature = "openapi")]
mod schemas;
pub mod sdgs;
pub mod search;
pub mod site;
pub mod stats;
pub mod text;
pub mod texts;
pub mod thematic_groups;
pub mod themes;
pub mod told;
pub mod users;
pub mod ways;

pub use codes::UnknownCode;
pub use dates::{Instant, PartialDate};
pub use entity::{Meta, Record, Visibility};
pub use identifiers::{CountryCode, Siren, Slug};
pub use page::Page;
pub use problem::Problem;
pub use resource::Resource;
pub use uuid::Uuid;

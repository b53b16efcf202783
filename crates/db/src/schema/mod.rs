//! The tables, as diesel sees them: one file a migration, with its name. A test holds them against both databases.
#![cfg_attr(
    not(test),
    expect(
        clippy::wildcard_imports,
        reason = "the way of `table!`, and each module here is one list of tables"
    )
)]

mod m0001_records;
mod m0002_code_lists;
mod m0003_collectivities;
mod m0004_actors;
mod m0005_thematic_groups;
mod m0006_projects;
mod m0007_events;
mod m0008_people;
mod m0009_belonging;
mod m0010_idempotency;
mod m0011_second_factors;
mod m0013_sign_in;
mod m0015_moderation;
mod m0016_audit;
mod m0017_files;
mod m0018_news;
mod m0019_resources_and_initiatives;
mod m0020_co_leads;
mod m0021_succession;
mod m0022_contacts;
mod m0023_platform;

pub(crate) use m0001_records::*;
pub(crate) use m0002_code_lists::*;
pub(crate) use m0003_collectivities::*;
pub(crate) use m0004_actors::*;
pub(crate) use m0005_thematic_groups::*;
pub(crate) use m0006_projects::*;
pub(crate) use m0007_events::*;
pub(crate) use m0008_people::*;
pub(crate) use m0009_belonging::*;
pub(crate) use m0010_idempotency::*;
pub(crate) use m0011_second_factors::*;
pub(crate) use m0013_sign_in::*;
pub(crate) use m0015_moderation::*;
pub(crate) use m0016_audit::*;
pub(crate) use m0017_files::*;
pub(crate) use m0018_news::*;
pub(crate) use m0019_resources_and_initiatives::*;
pub(crate) use m0020_co_leads::*;
pub(crate) use m0021_succession::*;
pub(crate) use m0022_contacts::*;
pub(crate) use m0023_platform::*;

use diesel::{allow_tables_to_appear_in_same_query, joinable};

allow_tables_to_appear_in_same_query!(
    records,
    slugs,
    renditions,
    memberships,
    users,
    journal,
    remarks,
    first_looks,
    co_leads,
    successions,
    likely_duplicates
);
allow_tables_to_appear_in_same_query!(records, files);
allow_tables_to_appear_in_same_query!(records, rendition_links);
allow_tables_to_appear_in_same_query!(renditions, rendition_links);
allow_tables_to_appear_in_same_query!(remarks, rendition_links);
allow_tables_to_appear_in_same_query!(memberships, contact_consents);
allow_tables_to_appear_in_same_query!(citations, documents);
allow_tables_to_appear_in_same_query!(users, sessions, refresh_tokens, passwords);
allow_tables_to_appear_in_same_query!(
    records,
    projects,
    project_collectivities,
    project_countries,
    project_themes
);
joinable!(renditions -> records (record_id));

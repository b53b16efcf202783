//! The API as its callers see it, on both engines.
// Says to clippy that helpers of tests are tests.
#![cfg(test)]

mod access;
mod asking;
mod audit;
mod caching;
mod co_leads;
mod collectivities;
mod corrections;
mod duplicates;
mod editing;
mod events;
mod exports;
mod health;
mod hostile;
mod idempotency;
mod import;
mod limits;
mod lists;
mod memberships;
mod merging;
mod moderation;
mod openapi;
mod openid;
mod pages;
mod passwords;
mod personal;
mod problems;
mod projects;
mod search;
mod second_factor;
mod sign_in;
mod sources;
mod stats;
mod succession;
mod texts;
mod visibility;
mod writers;
mod writing;
mod writing_directory;
mod writing_events;
mod writing_groups;

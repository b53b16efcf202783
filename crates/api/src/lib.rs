//! The server: the API, its documentation, and the pages, on one port.
//!
//! [`start`] is all that the binary and the tests need. A request goes through `edge` (what surrounds every request),
//! `app` (which address is answered by what), a handler of its concern, and `answers` (cache, conditional requests).

mod account;
mod address;
mod administration;
mod answers;
mod app;
mod auth;
mod bench;
mod body;
mod cache;
mod co_leads;
mod compression;
pub mod config;
mod contacts;
mod cursor;
mod descriptors;
mod docs;
mod duplicates;
mod edge;
mod error;
mod etag;
mod exports;
mod files;
mod follower;
mod headers;
mod health;
mod history;
mod limits;
mod lists;
mod mail;
mod memberships;
mod moderation;
mod names;
mod negotiation;
mod once;
pub mod openapi;
mod openid;
mod pages;
mod passwords;
mod personal;
mod points;
mod preview;
mod problems;
mod questions;
mod records;
mod remarks;
mod request_id;
mod retention;
mod running;
mod search;
mod second_factor;
mod session;
mod sign_in;
mod spa;
mod state;
mod stats;
pub mod telemetry;
pub mod texts;
mod ways;
mod writing;

pub use auth::keys::turn as turn_keys;
pub use config::Config;
pub use running::{Running, start};

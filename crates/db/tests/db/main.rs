//! The database on both engines: schema, journal, renditions, imports.
//!
//! Each test has a database of its own. PostgreSQL is the cluster that `cargo xtask test` starts and names in
//! `AECT_TEST_POSTGRES_URL`.
#![cfg(test)]

mod import;
mod migrations;
mod support;
mod write;

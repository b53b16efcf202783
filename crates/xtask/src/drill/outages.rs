//! PostgreSQL goes, or has no connection left.

use anyhow::{Result, ensure};
use std::thread::sleep;
use std::time::{Duration, Instant};

use super::locks::brief;
use super::sql;
use super::stage::{ORGANISATIONS, Stage, Totals, organisations, totals, wait_for};
use super::visitors::{Visitors, lists};
use crate::postgres::Postgres;
use crate::process::run_quietly;
use crate::server::{Server, Settings};

/// How long PostgreSQL is gone.
const GONE: Duration = Duration::from_secs(5);
/// How soon visitors must be answered as before.
const WELL_AGAIN: Duration = Duration::from_secs(5);
/// Each question goes to the database.
const UNCACHED: &[&str] = &["--log", "warn", "--cache-mb", "0"];

/// PostgreSQL is restarted under a running server: visitors are told to come back, and then served.
pub(super) fn restarted(stage: &Stage<'_>) -> Result<String> {
    let mut postgres = Postgres::start()?;
    let url = postgres.create("aect_restarted")?;
    let server = Server::start(&uncached(stage, &url))?;
    let before = totals(server.port)?;
    let visitors = Visitors::come(server.port, 16, lists);
    sleep(Duration::from_secs(1));
    postgres.restart(GONE)?;
    let well = well_again(&server, &before)?;
    let meanwhile = visitors.go()?;
    meanwhile.only(&[200, 503])?;
    let after = brief(&server)?;
    after.only(&[200])?;
    Ok(format!(
        "gone for {} s: {meanwhile}; well again {} ms after PostgreSQL; then {after}",
        GONE.as_secs(),
        well.as_millis()
    ))
}

/// The primary is lost and its standby promoted: the address names both, and the server finds the one that writes.
pub(super) fn promoted(stage: &Stage<'_>) -> Result<String> {
    let mut primary = Postgres::start()?;
    let url = primary.create("aect_promoted")?;
    Server::start(&stage.on(&url))?.stop()?;
    let standby = primary.standby()?;
    let both = format!(
        "{},{}/aect_promoted?target_session_attrs=read-write",
        primary.url(),
        standby.url().trim_start_matches("postgres://postgres@")
    );
    let server = Server::start(&uncached(stage, &both))?;
    let before = totals(server.port)?;
    let visitors = Visitors::come(server.port, 16, lists);
    sleep(Duration::from_secs(1));
    primary.kill()?;
    sql::postgres(&format!("{}/aect_promoted", standby.url()), "SELECT pg_promote()")?;
    let well = well_again(&server, &before)?;
    let meanwhile = visitors.go()?;
    meanwhile.only(&[200, 503])?;
    let folder = tempfile::tempdir()?;
    let file = organisations(folder.path())?;
    let mut import = stage.import(&file, folder.path());
    run_quietly(import.args(["--database-url", &both]))?;
    let actors = before.get("actors").copied().unwrap_or_default();
    wait_for(server.port, "actors", actors + ORGANISATIONS)?;
    Ok(format!(
        "{meanwhile}; well {} ms after the promotion; then {ORGANISATIONS} records in",
        well.as_millis()
    ))
}

fn uncached<'a>(stage: &'a Stage<'_>, database: &'a str) -> Settings<'a> {
    Settings {
        arguments: UNCACHED,
        ..stage.on(database)
    }
}

/// Waits until visitors are answered as before; says how long that took.
fn well_again(server: &Server, before: &Totals) -> Result<Duration> {
    let back = Instant::now();
    loop {
        if totals(server.port).is_ok_and(|found| found == *before) {
            return Ok(back.elapsed());
        }
        ensure!(
            back.elapsed() < WELL_AGAIN,
            "not well after {} s",
            WELL_AGAIN.as_secs()
        );
        sleep(Duration::from_millis(50));
    }
}

/// PostgreSQL gives fewer connections than the server would like: it makes do with those.
pub(super) fn exhausted(stage: &Stage<'_>) -> Result<String> {
    let postgres = Postgres::start()?;
    let url = postgres.create("aect_few")?;
    sql::postgres(
        &url,
        "CREATE ROLE few LOGIN CONNECTION LIMIT 4; ALTER DATABASE aect_few OWNER TO few; \
         GRANT ALL ON SCHEMA public TO few",
    )?;
    let few = url.replace("postgres://postgres@", "postgres://few@");
    let settings = Settings {
        database: Some(&few),
        arguments: &["--log", "warn", "--cache-mb", "0", "--readers", "16"],
        ..stage.settings()
    };
    let server = Server::start(&settings)?;
    let before = totals(server.port)?;
    let visitors = Visitors::come(server.port, 32, lists);
    sleep(Duration::from_secs(12));
    let meanwhile = visitors.go()?;
    meanwhile.only(&[200, 503])?;
    ensure!(totals(server.port)? == before, "other records than before");
    Ok(format!(
        "16 connections wanted, 4 given: 32 visitors got {meanwhile}"
    ))
}

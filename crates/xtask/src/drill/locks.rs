//! Others who keep the database for themselves.

use anyhow::{Context, Result, ensure};
use std::process::Stdio;
use std::thread::sleep;
use std::time::{Duration, Instant};

use super::sql::Held;
use super::stage::{ORGANISATIONS, Stage, database, organisations, totals, wait_for};
use super::visitors::{Tally, Visitors, lists};
use crate::http;
use crate::postgres::Postgres;
use crate::server::{Server, Settings};

/// How long somebody else keeps the database.
const KEPT: Duration = Duration::from_secs(10);

/// Somebody writes into the SQLite file for ten seconds: readers do not notice, an import waits for its turn.
pub(super) fn locked_sqlite(stage: &Stage<'_>) -> Result<String> {
    let server = Server::start_on(&stage.settings(), stage.data()?)?;
    let before = totals(server.port)?;
    let files = tempfile::tempdir()?;
    let file = organisations(files.path())?;
    let folder = server.folder();
    let held = Held::sqlite(&database(folder.parent().context("no folder")?))?;
    let visitors = Visitors::come(server.port, 4, lists);
    let import = stage
        .import(&file, &folder)
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()?;
    sleep(KEPT);
    drop(held);
    let released = Instant::now();
    let import = import.wait_with_output()?;
    let tally = visitors.go()?;
    ensure!(
        import.status.success(),
        "the import gave up: {}",
        String::from_utf8_lossy(&import.stderr)
    );
    tally.only(&[200])?;
    let expected = before.get("actors").copied().unwrap_or_default() + ORGANISATIONS;
    wait_for(server.port, "actors", expected)?;
    Ok(format!(
        "visitors: {tally}; the import waits and ends {} s after the lock",
        released.elapsed().as_secs()
    ))
}

/// A table of PostgreSQL is locked: whoever needs it is told to come back, nothing else is slower, and all is well
/// at once when it is free.
pub(super) fn slow_queries(stage: &Stage<'_>) -> Result<String> {
    let postgres = Postgres::start()?;
    let url = postgres.create("aect_locked")?;
    let settings = Settings {
        database: Some(&url),
        arguments: &["--log", "warn", "--request-timeout", "2", "--cache-mb", "0"],
        ..stage.settings()
    };
    let server = Server::start(&settings)?;
    let before = totals(server.port)?;
    let held = Held::postgres(&url, "renditions")?;
    let visitors = Visitors::come(server.port, 64, lists);
    let mut slowest = Duration::ZERO;
    let begun = Instant::now();
    while begun.elapsed() < KEPT {
        let asked = Instant::now();
        let (status, _) = http::get(server.port, "/health/live")?;
        ensure!(status == 200, "/health/live answers {status}");
        slowest = slowest.max(asked.elapsed());
        sleep(Duration::from_millis(50));
    }
    let shed = visitors.go()?;
    drop(held);
    shed.only(&[503])?;
    ensure!(shed.slowest < Duration::from_secs(3), "not shed in time: {shed}");
    ensure!(
        http::header(server.port, "/health/live", "content-type")?.is_some(),
        "no answer"
    );
    let after = brief(&server)?;
    after.only(&[200])?;
    ensure!(totals(server.port)? == before, "other records than before");
    Ok(format!(
        "64 visitors: {shed}; /health/live meanwhile within {} ms; afterwards {after}",
        slowest.as_millis()
    ))
}

/// What visitors get in two seconds.
pub(super) fn brief(server: &Server) -> Result<Tally> {
    let visitors = Visitors::come(server.port, 8, lists);
    sleep(Duration::from_secs(2));
    visitors.go()
}

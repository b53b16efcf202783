//! Long answers: with writes beside, eight at once, and while the server is told to stop.

use anyhow::{Context, Result, ensure};
use std::fs;
use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{sleep, spawn};
use std::time::{Duration, Instant};

use super::stage::{Stage, database, totals, wait_for};
use super::visitors::{Fate, Visitors, ask, connect, lists};
use crate::proc;
use crate::server::Server;

const EXPORT: &str = "/api/v1/projects.ndjson";
/// Projects written while an export is read.
const WRITTEN: u32 = 5_000;
/// What the log of SQLite may keep when nothing holds it any more.
const WAL_MB: u64 = 64;
/// Exports at once, and what they may cost.
const AT_ONCE: usize = 8;
const MEMORY_MB: f64 = 200.0;

/// A slow reader takes a long export while others write: he gets one moment's records, and the log shrinks again.
pub(super) fn with_writes(stage: &Stage<'_>) -> Result<String> {
    let server = Server::start_on(&stage.settings(), stage.large()?)?;
    let before = totals(server.port)?.get("projects").copied().unwrap_or_default();
    let folder = server.folder();
    let file = database(folder.parent().context("no folder")?);
    let written = Arc::new(AtomicBool::new(false));
    let port = server.port;
    let reader = {
        let written = Arc::clone(&written);
        spawn(move || read_slowly(port, &written))
    };
    sleep(Duration::from_millis(500));
    stage.fill(&file, WRITTEN, 2)?;
    let held = wal(&file)?;
    written.store(true, Ordering::Relaxed);
    let lines = reader.join().ok().context("the reader panicked")??;
    ensure!(lines == before, "{lines} records exported instead of {before}");
    wait_for_more(port, before)?;
    // The next write finds nobody in its way.
    stage.fill(&file, 1, 3)?;
    stage.fill(&file, 1, 4)?;
    let after = wal(&file)?;
    ensure!(
        after <= WAL_MB,
        "the log keeps {after} MB after the export ({held} MB during it)"
    );
    Ok(format!(
        "{before} records of one moment while {WRITTEN} are written; the log grows to {held} MB and is {after} MB afterwards"
    ))
}

/// Reads an export bit by bit until everything is written, then the rest; how many records it held.
fn read_slowly(port: u16, written: &AtomicBool) -> Result<u64> {
    let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
    write!(
        stream,
        "GET {EXPORT} HTTP/1.1\r\nhost: 127.0.0.1\r\nconnection: close\r\n\r\n"
    )?;
    let mut records = 0;
    let mut buffer = vec![0; 1 << 16];
    let mut last = 0;
    loop {
        let size = stream.read(&mut buffer)?;
        if size == 0 {
            return Ok(records);
        }
        // A record ends with a brace and its line; the lines between two chunks do not.
        for byte in buffer.get(..size).unwrap_or_default() {
            records += u64::from(last == b'}' && *byte == b'\n');
            last = *byte;
        }
        if !written.load(Ordering::Relaxed) {
            sleep(Duration::from_millis(100));
        }
    }
}

/// Size of SQLite's log in MB.
fn wal(file: &Path) -> Result<u64> {
    Ok(fs::metadata(file.with_extension("sqlite-wal"))?.len() >> 20)
}

fn wait_for_more(port: u16, before: u64) -> Result<()> {
    let begun = Instant::now();
    while totals(port)?.get("projects").is_none_or(|found| *found <= before) {
        ensure!(
            begun.elapsed() < Duration::from_secs(30),
            "what was written does not show"
        );
        sleep(Duration::from_millis(100));
    }
    Ok(())
}

/// Eight whole exports at once: each is whole or told to come back, within the memory they may cost.
pub(super) fn eight_at_once(stage: &Stage<'_>) -> Result<String> {
    let server = Server::start_on(&stage.settings(), stage.large()?)?;
    let port = server.port;
    let readers: Vec<_> = (0..AT_ONCE).map(|_| spawn(move || ask(port, EXPORT))).collect();
    let mut most: f64 = 0.0;
    while readers.iter().any(|reader| !reader.is_finished()) {
        most = most.max(proc::own_memory(server.pid())?);
        sleep(Duration::from_millis(10));
    }
    let (mut whole, mut later) = (0, 0);
    for reader in readers {
        match reader.join().ok().context("a reader panicked")? {
            Fate::Answered(200) => whole += 1,
            Fate::Answered(503) => later += 1,
            fate => anyhow::bail!("an export: {fate:?}"),
        }
    }
    ensure!(most < MEMORY_MB, "{most:.0} MB at {AT_ONCE} exports");
    ensure!(whole > 0, "no export came");
    Ok(format!(
        "{whole} whole, {later} told to come back; {most:.0} MB at most"
    ))
}

/// SIGTERM while many ask and export: what was begun is answered whole, the process ends with 0, nobody listens.
pub(super) fn stopped(stage: &Stage<'_>) -> Result<String> {
    let server = Server::start_on(&stage.settings(), stage.data()?)?;
    let port = server.port;
    let idle: Vec<TcpStream> = (0..100).map(|_| connect(port)).collect::<Result<_>>()?;
    let visitors = Visitors::come(port, 16, lists);
    let exporters = Visitors::come(port, 4, |_| "/api/v1/collectivities.ndjson".to_owned());
    sleep(Duration::from_secs(2));
    let begun = Instant::now();
    let data = server.stop()?;
    let took = begun.elapsed();
    ensure!(connect(port).is_err(), "somebody still listens");
    let (asked, exported) = (visitors.go()?, exporters.go()?);
    asked.only(&[200])?;
    exported.only(&[200, 503])?;
    drop(idle);
    let again = Server::start_on(&stage.settings(), data)?;
    wait_for(again.port, "countries", 250)?;
    Ok(format!(
        "ended with 0 after {} ms; lists: {asked}; exports: {exported}",
        took.as_millis()
    ))
}

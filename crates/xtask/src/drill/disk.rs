//! Faults of the disk: full, read-only, damaged.

use anyhow::{Context, Result, ensure};
use nix::unistd::geteuid;
use std::fs::{self, File};
use std::io::{Seek, SeekFrom, Write};
use std::path::Path;
use std::process::Command;
use std::time::Duration;
use tempfile::TempDir;

use super::stage::{ORGANISATIONS, Stage, contents, database, organisations, totals, wait_for};
use super::visitors::{Visitors, lists};
use crate::process::{run_quietly, succeeds};
use crate::server::{Server, Settings};

/// Megabytes of the small file system beyond what the data need.
const SPARE: u64 = 16;
/// Pages that are damaged, one after the other.
const PAGES: u64 = 24;
/// Bytes of a page.
const PAGE: u64 = 4096;

/// A file system in memory of a few megabytes; gone when this is dropped.
struct SmallDisk(TempDir);

impl SmallDisk {
    fn mount(megabytes: u64) -> Result<Self> {
        ensure!(
            geteuid().is_root(),
            "not tried: only root may make a small file system"
        );
        let folder = tempfile::tempdir()?;
        run_quietly(
            Command::new("mount")
                .args(["-t", "tmpfs", "-o", &format!("size={megabytes}m"), "tmpfs"])
                .arg(folder.path()),
        )?;
        Ok(Self(folder))
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        if let Err(error) = run_quietly(Command::new("umount").arg(self.0.path())) {
            eprintln!("xtask: {error:#}");
        }
    }
}

/// No space is left for an import, for the index, for the log: readers see what they saw.
pub(super) fn full(stage: &Stage<'_>) -> Result<String> {
    let template = stage.data()?;
    let needed = megabytes(template.path())?;
    let disk = SmallDisk::mount(needed + SPARE)?;
    let data = tempfile::tempdir_in(disk.0.path())?;
    run_quietly(
        Command::new("cp")
            .arg("-r")
            .arg(template.path().join("data"))
            .arg(data.path()),
    )?;
    // The log lies on the same disk, and every request is written there.
    let settings = Settings {
        arguments: &[],
        ..stage.settings()
    };
    let server = Server::start_on(&settings, data)?;
    let before = totals(server.port)?;
    let file = organisations(template.path())?;
    let filler = disk.0.path().join("filler");
    fill(&filler)?;
    let visitors = Visitors::come(server.port, 4, lists);
    let refused = run_quietly(&mut stage.import(&file, &server.folder()));
    let seen = totals(server.port);
    let tally = visitors.go()?;
    let told = format!(
        "{:#}",
        refused.err().context("an import succeeded on a full disk")?
    );
    ensure!(told.contains("full"), "the import does not say why: {told}");
    tally.only(&[200])?;
    ensure!(seen? == before, "something was kept");
    fs::remove_file(&filler)?;
    run_quietly(&mut stage.import(&file, &server.folder()))?;
    let expected = before.get("actors").copied().unwrap_or_default() + ORGANISATIONS;
    wait_for(server.port, "actors", expected)?;
    drop(server.stop()?);
    Ok(format!(
        "the import is refused whole («disk is full»); visitors meanwhile: {tally}; with space again, {ORGANISATIONS} records in"
    ))
}

/// Writes until there is no space left.
fn fill(path: &Path) -> Result<()> {
    let mut file = File::create(path)?;
    for size in [1 << 20, 4096] {
        while file.write_all(&vec![1; size]).is_ok() {}
    }
    Ok(())
}

fn megabytes(folder: &Path) -> Result<u64> {
    let said = run_quietly(Command::new("du").args(["-s", "-m"]).arg(folder))?;
    let number = said.split_whitespace().next().context("du says nothing")?;
    Ok(number.parse()?)
}

/// A folder that cannot be written: a running server goes on, a new one and an import say so.
pub(super) fn read_only(stage: &Stage<'_>) -> Result<String> {
    // To root, permissions mean nothing unless it lays that power down.
    let under: &[&str] = if geteuid().is_root() {
        &["setpriv", "--bounding-set", "-dac_override"]
    } else {
        &[]
    };
    let settings = Settings {
        under,
        ..stage.settings()
    };
    let server = Server::start_on(&settings, stage.data()?)?;
    let folder = server.folder();
    let before = totals(server.port)?;
    let files = tempfile::tempdir()?;
    let file = organisations(files.path())?;
    let mut import = Command::new(
        under
            .first()
            .map_or(stage.program.as_os_str(), |word| word.as_ref()),
    );
    if let Some((_, rest)) = under.split_first() {
        import.args(rest).arg(&stage.program);
    }
    import.args(stage.import(&file, &folder).get_args());
    writable(&folder, false)?;
    let visitors = Visitors::come(server.port, 4, lists);
    let imported = succeeds(&mut import);
    let seen = totals(server.port);
    let tally = visitors.go()?;
    let (log, data) = Server::spawn(&settings, server.stop()?)?.refuses(Duration::from_secs(30))?;
    writable(&data.path().join("data"), true)?;
    ensure!(!imported, "an import succeeded on a read-only folder");
    tally.only(&[200])?;
    ensure!(seen? == before, "visitors saw something else");
    let why = log.lines().last().unwrap_or_default().to_owned();
    ensure!(why.contains("cannot be written"), "it does not say why: {why}");
    let server = Server::start_on(&settings, data)?;
    ensure!(totals(server.port)? == before, "something was lost");
    Ok(format!(
        "a running server goes on ({tally}); an import and a new server refuse and say why; whole again when it is writable"
    ))
}

/// Everything in a folder, and the folder itself.
fn writable(folder: &Path, yes: bool) -> Result<()> {
    let mode = if yes { "u+w" } else { "a-w" };
    run_quietly(Command::new("chmod").args(["-R", mode]).arg(folder))?;
    Ok(())
}

/// What a page holds is gone: visitors get an error or the whole, never less than there was.
pub(super) fn flipped_pages(stage: &Stage<'_>) -> Result<String> {
    let server = Server::start_on(&stage.settings(), stage.data()?)?;
    let (expected, counted) = (contents(server.port), totals(server.port)?);
    drop(server);
    let (mut refused, mut told, mut unnoticed) = (0, 0, 0);
    for number in 0..PAGES {
        let data = stage.data()?;
        let mut file = File::options().write(true).open(database(data.path()))?;
        let pages = file.metadata()?.len() / PAGE;
        // Never the first: without it there is no database at all.
        let page = 1 + number * (pages - 1) / PAGES;
        file.seek(SeekFrom::Start(page * PAGE))?;
        file.write_all(&[0xA5; 4096])?;
        drop(file);
        let Ok(server) = Server::start_on(&stage.settings(), data) else {
            refused += 1;
            continue;
        };
        let found = contents(server.port);
        for (resource, digest) in &found {
            ensure!(
                digest.is_none() || digest == expected.get(resource).unwrap_or(&None),
                "page {page}: {resource} are given otherwise than they were"
            );
        }
        if let Ok(found) = totals(server.port) {
            ensure!(found == counted, "page {page}: {found:?} instead of {counted:?}");
        }
        if found.values().any(Option::is_none) {
            told += 1;
        } else {
            unnoticed += 1;
        }
    }
    Ok(format!(
        "{PAGES} pages, one after the other: {refused} × no start, {told} × an error instead of the list, {unnoticed} × not \
         among what visitors get; never less or other than there was"
    ))
}

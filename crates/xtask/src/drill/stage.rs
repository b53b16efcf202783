//! What the drills share: the release's programs, data that are ready, and what a visitor finds.

use anyhow::{Context, Result, ensure};
use serde_json::Value;
use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread::sleep;
use std::time::{Duration, Instant};
use tempfile::TempDir;
use xxhash_rust::xxh3::xxh3_64;

use crate::house::House;
use crate::http;
use crate::process::run_quietly;
use crate::server::{Server, Settings};

/// The kinds of records that are counted and compared.
const COUNTED: [&str; 6] = [
    "collectivities",
    "actors",
    "partner-authorities",
    "projects",
    "events",
    "countries",
];
/// Projects of the large database.
const LARGE: u32 = 20_000;
/// Organisations of [`organisations`].
pub(super) const ORGANISATIONS: u64 = 3_000;

/// What the drills share.
pub(super) struct Stage<'a> {
    pub(super) house: &'a House,
    pub(super) program: PathBuf,
    /// Minutes that Schemathesis gets.
    pub(super) minutes: u32,
    filled: OnceCell<TempDir>,
    large: OnceCell<TempDir>,
}

/// How many records of each kind a visitor finds.
pub(super) type Totals = BTreeMap<&'static str, u64>;

impl<'a> Stage<'a> {
    pub(super) fn new(house: &'a House, minutes: u32) -> Self {
        Self {
            house,
            program: house.binary("release"),
            minutes,
            filled: OnceCell::new(),
            large: OnceCell::new(),
        }
    }

    /// The release's server on SQLite.
    pub(super) fn settings(&self) -> Settings<'_> {
        Settings {
            program: &self.program,
            under: &[],
            spa: None,
            database: None,
            arguments: &["--log", "warn"],
            patience: Duration::from_mins(3),
        }
    }

    /// The same on a database of PostgreSQL, or on another file.
    pub(super) fn on<'b>(&'b self, database: &'b str) -> Settings<'b> {
        Settings {
            database: Some(database),
            ..self.settings()
        }
    }

    /// A command of the release's binary, such as `import`.
    pub(super) fn aect(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(&self.program);
        command.args(arguments);
        command
    }

    /// The reference data and their index, on SQLite: a copy of one's own.
    pub(super) fn data(&self) -> Result<TempDir> {
        let server = || Server::start(&self.settings())?.stop();
        copied(&self.filled, server)
    }

    /// The same with many projects: a copy of one's own.
    pub(super) fn large(&self) -> Result<TempDir> {
        copied(&self.large, || {
            let data = tempfile::tempdir()?;
            fs::create_dir(data.path().join("data"))?;
            self.fill(&database(data.path()), LARGE, 1)?;
            Server::start_on(&self.settings(), data)?.stop()
        })
    }

    /// Writes so many projects more, a thousand a transaction.
    pub(super) fn fill(&self, file: &Path, projects: u32, seed: u32) -> Result<()> {
        let paths = tempfile::tempdir()?;
        run_quietly(
            Command::new(self.house.target.join("release/aect-bench-fill"))
                .args(["--database-url", &format!("sqlite:{}", file.display())])
                .args(["--projects", &projects.to_string(), "--events", "10"])
                .args(["--seed", &seed.to_string(), "--paths"])
                .arg(paths.path()),
        )?;
        Ok(())
    }

    /// The import of a file into the data of a server, as an operator does it.
    pub(super) fn import(&self, file: &Path, data: &Path) -> Command {
        let mut command = self.aect(&["import", "organisations", "--strict", "--file"]);
        command.arg(file).arg("--data-dir").arg(data);
        command
    }
}

/// A file of organisations to import, all of them new.
pub(super) fn organisations(folder: &Path) -> Result<PathBuf> {
    let mut text = "id,nom,sigle,type\n".to_owned();
    for number in 0..ORGANISATIONS {
        writeln!(text, "essai-{number},Organisation d’essai {number},,association")?;
    }
    let path = folder.join("essai.csv");
    fs::write(&path, text)?;
    Ok(path)
}

/// A copy of data that are made at the first call.
fn copied(cell: &OnceCell<TempDir>, make: impl FnOnce() -> Result<TempDir>) -> Result<TempDir> {
    if cell.get().is_none() {
        cell.set(make()?).ok();
    }
    let template = cell.get().context("no template")?;
    let copy = tempfile::Builder::new().prefix("aect-drill-").tempdir()?;
    run_quietly(
        Command::new("cp")
            .arg("-r")
            .arg(template.path().join("data"))
            .arg(copy.path()),
    )?;
    Ok(copy)
}

/// The SQLite file in the folder of a server.
pub(super) fn database(folder: &Path) -> PathBuf {
    folder.join("data/aect.sqlite")
}

/// How many records of each kind a visitor finds.
pub(super) fn totals(port: u16) -> Result<Totals> {
    COUNTED
        .into_iter()
        .map(|resource| {
            let (status, body) = http::get(port, &format!("/api/v1/{resource}?limit=1"))?;
            ensure!(status == 200, "/{resource} answers {status}");
            let page: Value = serde_json::from_slice(&body)?;
            let total = page.get("total").and_then(Value::as_u64);
            Ok((resource, total.unwrap_or_default()))
        })
        .collect()
}

/// A digest of everything a visitor gets of each kind; `None` where it is not given whole.
pub(super) fn contents(port: u16) -> BTreeMap<&'static str, Option<u64>> {
    COUNTED
        .into_iter()
        .map(|resource| {
            let digest = match super::visitors::whole(port, &format!("/api/v1/{resource}.ndjson")) {
                Ok((200, body)) => Some(xxh3_64(&body)),
                _ => None,
            };
            (resource, digest)
        })
        .collect()
}

/// Waits until a visitor finds so many records of a kind: the index looks each second.
pub(super) fn wait_for(port: u16, resource: &str, expected: u64) -> Result<()> {
    let begun = Instant::now();
    loop {
        let found = totals(port)?.get(resource).copied();
        if found == Some(expected) {
            return Ok(());
        }
        ensure!(
            begun.elapsed() < Duration::from_secs(30),
            "{found:?} {resource} instead of {expected}"
        );
        sleep(Duration::from_millis(100));
    }
}

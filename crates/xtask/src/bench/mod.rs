//! `cargo xtask bench`: how fast, measured as the table asks, and the figures kept in `docs/drills.md`.

mod export;
mod load;
mod questions;
mod table;

use anyhow::{Context, Result, bail};
use clap::Args;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;

use crate::house::House;
use crate::postgres::Postgres;
use crate::process::run;
use crate::server::{Server, Settings};
use crate::{figures, proc, tools};
use table::{Engine, Row};

/// How large and how long.
#[derive(Args)]
pub(crate) struct Size {
    /// Projects in the database
    #[arg(long, default_value_t = 100_000)]
    projects: u32,
    /// Events in the database
    #[arg(long, default_value_t = 20_000)]
    events: u32,
    /// Rounds for each question, besides the warm-up; the median counts
    #[arg(long, default_value_t = 3)]
    rounds: u32,
    /// Seconds a round
    #[arg(long, default_value_t = 5)]
    seconds: u32,
    /// SQLite only, which takes half the time
    #[arg(long)]
    sqlite_only: bool,
}

/// Fills, asks, and writes the table.
pub(crate) fn bench(house: &House, size: &Size) -> Result<ExitCode> {
    if tools::on_path("wrk").is_none() {
        bail!("missing: wrk. On Debian or Ubuntu, type:\n\n    sudo apt-get install --yes wrk\n");
    }
    if !size.sqlite_only {
        tools::ensure(&[tools::POSTGRES])?;
    }
    let packages = ["--package=aect-api", "--package=aect-bench"];
    run(house
        .cargo()
        .args(["build", "--release", "--bins"])
        .args(packages))?;
    let mut engines = vec![measure(house, size, None)?];
    if !size.sqlite_only {
        let postgres = Postgres::start()?;
        let database = postgres.create("aect_bench")?;
        engines.push(measure(house, size, Some(&database))?);
    }
    let table = table::markdown(size, &engines);
    println!("\n{table}");
    figures::keep(house, "bench", &table)?;
    Ok(ExitCode::SUCCESS)
}

/// Everything on one engine.
fn measure(house: &House, size: &Size, database: Option<&str>) -> Result<Engine> {
    let name = if database.is_some() {
        "PostgreSQL"
    } else {
        "SQLite"
    };
    println!("\n══ {name}");
    let data = tempfile::Builder::new().prefix("aect-bench-").tempdir()?;
    let paths = tempfile::tempdir()?;
    fill(house, size, database, data.path(), paths.path())?;
    let program = house.binary("release");
    let settings = |arguments| Settings {
        program: &program,
        under: &[],
        spa: None,
        database,
        arguments,
        // The first start makes the index of all records.
        patience: Duration::from_mins(10),
    };
    let first = Server::start_on(&settings(&[]), data)?;
    let indexing = first.ready_after;
    let server = Server::start_on(&settings(&["--bench-routes", "--log", "warn"]), first.stop()?)?;
    let mut engine = Engine {
        name,
        indexing,
        ready: server.ready_after,
        ..Engine::default()
    };
    engine.idle = (proc::own_memory(server.pid())?, proc::resident(server.pid())?);
    let asked = |server: &Server, questions: &[questions::Question]| -> Result<Vec<Row>> {
        questions
            .iter()
            .map(|question| load::ask(house, size, server, question))
            .collect()
    };
    engine.rows = asked(&server, &questions::repeated(&server, paths.path())?)?;
    engine.busy = (proc::own_memory(server.pid())?, proc::resident(server.pid())?);
    // What is never repeated must not be found ready by accident: a server that keeps no answers.
    let server = Server::start_on(
        &settings(&["--bench-routes", "--log", "warn", "--cache-mb", "0"]),
        server.stop()?,
    )?;
    engine
        .rows
        .extend(asked(&server, &questions::never_repeated(paths.path()))?);
    engine.exports = export::measure(&server)?;
    Ok(engine)
}

fn fill(house: &House, size: &Size, database: Option<&str>, data: &Path, paths: &Path) -> Result<()> {
    let folder = data.join("data");
    fs::create_dir_all(&folder)?;
    let database = match database {
        Some(url) => url.to_owned(),
        None => format!("sqlite:{}", folder.join("aect.sqlite").display()),
    };
    let program: PathBuf = house.target.join("release/aect-bench-fill");
    run(house
        .command(program)
        .args([
            "--database-url",
            &database,
            "--projects",
            &size.projects.to_string(),
        ])
        .args(["--events", &size.events.to_string(), "--paths"])
        .arg(paths))
    .context("the benchmark's data")
}

//! `cargo xtask drill`: what takes longer than a test may. Each drill says in a line what it found.

mod crowds;
mod disk;
mod exports;
mod locks;
mod outages;
mod pages;
mod sql;
mod stage;
mod starts;
mod visitors;

use anyhow::{Result, ensure};
use std::fmt::Write as _;
use std::process::ExitCode;
use std::time::Instant;

use crate::house::House;
use crate::process::run;
use crate::server::Server;
use crate::test::{Budget, schemathesis};
use crate::{figures, tools};
use stage::Stage;

/// One drill: its name for `--only`, what it does, and how.
type Drill = (&'static str, &'static str, fn(&Stage<'_>) -> Result<String>);

const DRILLS: &[Drill] = &[
    (
        "import",
        "kill -9 during the first import, at moments spread over it, SQLite",
        starts::killed_imports,
    ),
    (
        "import-postgres",
        "the same, PostgreSQL",
        starts::killed_imports_on_postgres,
    ),
    (
        "writes",
        "kill -9 while many write, both engines",
        starts::killed_writes,
    ),
    (
        "migration",
        "kill -9 during the migrations, at moments spread over them",
        starts::killed_migrations,
    ),
    (
        "twice",
        "two processes start at once on one empty database, SQLite",
        starts::two_starts,
    ),
    (
        "twice-postgres",
        "the same, PostgreSQL",
        starts::two_starts_on_postgres,
    ),
    (
        "newer",
        "an older program on a newer schema",
        starts::newer_schema,
    ),
    ("stop", "SIGTERM under load", exports::stopped),
    ("disk-full", "no space left on the disk", disk::full),
    (
        "read-only",
        "the folder of the data becomes read-only",
        disk::read_only,
    ),
    (
        "flipped-page",
        "a page of the SQLite file is overwritten",
        disk::flipped_pages,
    ),
    (
        "locked",
        "SQLite locked from outside for 10 s",
        locks::locked_sqlite,
    ),
    (
        "slow-queries",
        "a table of PostgreSQL locked for 10 s",
        locks::slow_queries,
    ),
    (
        "restart",
        "PostgreSQL restarted under a running server",
        outages::restarted,
    ),
    (
        "promoted",
        "PostgreSQL's primary is lost, its standby promoted",
        outages::promoted,
    ),
    (
        "exhausted",
        "PostgreSQL without enough connections",
        outages::exhausted,
    ),
    (
        "export",
        "a long export with writes beside it",
        exports::with_writes,
    ),
    ("exports", "8 exports at once", exports::eight_at_once),
    ("slow", "2,000 slow clients", crowds::slow),
    ("idle", "10,000 idle clients", crowds::idle),
    (
        "descriptors",
        "fewer file descriptors than clients",
        crowds::few_descriptors,
    ),
    (
        "schemathesis",
        "Schemathesis, all phases and checks",
        long_schemathesis,
    ),
    (
        "pages",
        "the pages: budgets, the map, Lighthouse, axe in every state",
        pages::pages,
    ),
];

/// Runs all drills, or one, the release's server under each; each leaves its line in the table.
pub(crate) fn drill(house: &House, minutes: u32, only: Option<&str>) -> Result<ExitCode> {
    let wanted: Vec<&Drill> = DRILLS
        .iter()
        .filter(|(name, ..)| only.is_none_or(|only| only == *name))
        .collect();
    ensure!(
        !wanted.is_empty(),
        "there are these drills: {}",
        DRILLS
            .iter()
            .map(|(name, ..)| *name)
            .collect::<Vec<_>>()
            .join(", ")
    );
    tools::ensure_c_compiler()?;
    tools::ensure(&[tools::POSTGRES, tools::NODE, tools::NPM, tools::PYTHON])?;
    run(house
        .cargo()
        .args(["build", "--release", "--bins"])
        .args(["--package=aect-api", "--package=aect-bench"]))?;
    let stage = Stage::new(house, minutes);
    let mut table = "| drill | result | found | took |\n|---|---|---|---|\n".to_owned();
    let mut failed = false;
    for (name, what, perform) in wanted {
        println!("\n── {name}: {what}");
        let begun = Instant::now();
        let (mark, found) = match perform(&stage) {
            Ok(found) => ("held", found),
            Err(error) => {
                failed = true;
                println!("{error:?}");
                let first = format!("{error:#}");
                ("**failed**", first.lines().next().unwrap_or_default().to_owned())
            }
        };
        println!("{mark}: {found}");
        let took = begun.elapsed().as_secs();
        let line = format!("| {what} | {mark} | {found} | {took} s |");
        if only.is_some() {
            figures::keep_line(house, "drill", &line)?;
        }
        writeln!(table, "{line}")?;
    }
    if only.is_none() {
        figures::keep(house, "drill", &table)?;
    }
    Ok(if failed {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    })
}

fn long_schemathesis(stage: &Stage<'_>) -> Result<String> {
    let minutes = stage.minutes;
    let server = Server::start_on(&stage.settings(), stage.data()?)?;
    let tally = schemathesis(stage.house, &server, &Budget::Minutes(minutes))?;
    ensure!(tally.failed == 0, "{} failures", tally.failed);
    Ok(format!("{} operations, {minutes} min, no failure", tally.passed))
}

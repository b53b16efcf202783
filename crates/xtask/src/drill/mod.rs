//! `cargo xtask drill`: what takes longer than a test may. Each drill says in a line what it found.

mod faults;
mod pages;

use anyhow::Result;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use crate::house::House;
use crate::process::run;
use crate::server::{Server, Settings};
use crate::test::{Budget, schemathesis};
use crate::{figures, tools};

pub(crate) use pages::pages;

/// Runs all drills, the release's server under each.
pub(crate) fn drill(house: &House, minutes: u32) -> Result<ExitCode> {
    tools::ensure_c_compiler()?;
    tools::ensure(&[tools::POSTGRES, tools::NODE, tools::NPM, tools::PYTHON])?;
    run(house
        .cargo()
        .args(["build", "--release", "--package", "aect-api", "--bin", "aect"]))?;
    let mut lines = Vec::new();
    let mut failed = false;
    let mut perform = |name: &str, drill: &dyn Fn() -> Result<String>| {
        println!("\n── {name}");
        let begun = Instant::now();
        let (mark, found) = match drill() {
            Ok(found) => ("held", found),
            Err(error) => {
                failed = true;
                (
                    "**failed**",
                    format!("{error:#}").lines().next().unwrap_or_default().to_owned(),
                )
            }
        };
        println!("{mark}: {found}");
        lines.push(format!(
            "| {name} | {mark} | {found} | {} s |\n",
            begun.elapsed().as_secs()
        ));
    };
    perform(
        "kill -9 during the first import, at moments spread over it",
        &|| faults::killed_imports(house),
    );
    perform(
        "two processes start at once on one empty database, SQLite",
        &|| faults::two_starts(house, false),
    );
    perform(
        "two processes start at once on one empty database, PostgreSQL",
        &|| faults::two_starts(house, true),
    );
    perform("Schemathesis, all phases and checks", &|| {
        long_schemathesis(house, minutes)
    });
    perform("the pages: budgets, Lighthouse, axe in every state", &|| {
        pages::pages(house)
    });
    let table = format!(
        "| drill | result | found | took |\n|---|---|---|---|\n{}",
        lines.concat()
    );
    figures::keep(house, "drill", &table)?;
    Ok(if failed {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    })
}

/// The release's server on the reference data.
pub(super) fn settings<'a>(program: &'a std::path::Path, database: Option<&'a str>) -> Settings<'a> {
    Settings {
        program,
        spa: None,
        database,
        arguments: &[],
        patience: Duration::from_mins(3),
    }
}

fn long_schemathesis(house: &House, minutes: u32) -> Result<String> {
    let program = house.binary("release");
    let server = Server::start(&settings(&program, None))?;
    let tally = schemathesis(house, &server, &Budget::Minutes(minutes))?;
    anyhow::ensure!(tally.failed == 0, "{} failures", tally.failed);
    Ok(format!("{} operations, {minutes} min, no failure", tally.passed))
}

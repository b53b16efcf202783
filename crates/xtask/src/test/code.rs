//! Unit tests and API tests: cargo's own runner, with a PostgreSQL beside.

use anyhow::Result;
use std::path::Path;
use std::process::Command;

use super::Part;
use super::tally::{Report, Tally};
use crate::house::House;
use crate::postgres::Postgres;
use crate::process::{run, run_and_keep};

/// Where the tests that kill the program find it.
const PROGRAM: &str = "AECT_TEST_PROGRAM";
/// How often it is killed.
const KILLS: &str = "AECT_TEST_KILLS";
/// Where the API tests find a cluster; each test makes a database of its own in it.
const CLUSTER: &str = "AECT_TEST_POSTGRES_URL";

/// Unit tests, API tests, or both from one build.
pub(super) fn tests(house: &House, only: Option<Part>, report: &mut Report) {
    match only {
        Some(Part::Unit) => report.run("unit tests", || {
            ran(&mut tests_of(house, &["--exclude=aect-tests"]))
        }),
        Some(_) => report.run("API tests", || {
            with_postgres(house, &["--test=api", "--test=killed"])
        }),
        None => report.run("unit and API tests", || with_postgres(house, &[])),
    }
}

/// Builds the server. The whole workspace is selected, as for the tests: the same features, so nothing is built twice.
pub(super) fn program(house: &House) -> Result<()> {
    run(house
        .cargo()
        .args(["build", "--quiet", "--workspace", "--bin", "aect"]))
}

/// Kills a program so often while many write.
pub(crate) fn kills(house: &House, program: &Path, times: u32) -> Result<Tally> {
    let postgres = Postgres::start()?;
    let mut command = house.cargo();
    command
        .args(["test", "--quiet", "--workspace", "--test=killed"])
        .env(PROGRAM, program)
        .env(CLUSTER, postgres.url())
        .env(KILLS, times.to_string());
    ran(&mut command)
}

fn with_postgres(house: &House, arguments: &[&str]) -> Result<Tally> {
    program(house)?;
    let postgres = Postgres::start()?;
    println!("PostgreSQL: {}", postgres.url());
    let mut command = tests_of(house, arguments);
    command
        .env(CLUSTER, postgres.url())
        .env(PROGRAM, house.binary("debug"));
    ran(&mut command)
}

fn tests_of(house: &House, arguments: &[&str]) -> Command {
    let mut command = house.cargo();
    command
        .args(["test", "--quiet", "--workspace", "--no-fail-fast"])
        .args(arguments);
    command
}

fn ran(command: &mut Command) -> Result<Tally> {
    let (well, output) = run_and_keep(command)?;
    Ok(Tally::of_cargo(&output).ended(well))
}

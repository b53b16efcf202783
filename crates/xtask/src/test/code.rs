//! Unit tests and API tests: cargo's own runner, with a PostgreSQL beside.

use anyhow::Result;

use super::Part;
use super::tally::{Report, Tally};
use crate::house::House;
use crate::postgres::Postgres;
use crate::process::run_and_keep;

/// Where the API tests find a cluster; each test makes a database of its own in it.
const CLUSTER: &str = "AECT_TEST_POSTGRES_URL";

/// Unit tests, API tests, or both from one build.
pub(super) fn tests(house: &House, only: Option<Part>, report: &mut Report) {
    match only {
        Some(Part::Unit) => report.run("unit tests", || {
            cargo_test(house, &["--exclude=aect-tests"], None)
        }),
        Some(_) => report.run("API tests", || with_postgres(house, &["--test=api"])),
        None => report.run("unit and API tests", || with_postgres(house, &[])),
    }
}

fn with_postgres(house: &House, arguments: &[&str]) -> Result<Tally> {
    let postgres = Postgres::start()?;
    println!("PostgreSQL: {}", postgres.url());
    cargo_test(house, arguments, Some(&postgres))
}

fn cargo_test(house: &House, arguments: &[&str], postgres: Option<&Postgres>) -> Result<Tally> {
    let mut command = house.cargo();
    command
        .args(["test", "--quiet", "--workspace", "--no-fail-fast"])
        .args(arguments);
    if let Some(postgres) = postgres {
        command.env(CLUSTER, postgres.url());
    }
    let (well, output) = run_and_keep(&mut command)?;
    Ok(Tally::of_cargo(&output).ended(well))
}

//! The API's description: it is what the code says, the linters find nothing, and the server does what it says.

use anyhow::{Result, bail};
use std::fs;

use super::tally::{Report, Tally};
use super::venv;
use crate::house::House;
use crate::process::{run, run_and_keep, run_quietly};
use crate::server::Server;

/// Cases per operation in the bounded run; the drill takes its time.
const BOUNDED: u32 = 20;

/// All checks of the description.
pub(super) fn checks(house: &House, server: &Server, report: &mut Report) {
    let folder = house.root.join("tests/openapi");
    report.check("openapi.json is what the code generates", || drift(house));
    report.check("the linters' installation", || {
        run_quietly(
            house
                .command("npm")
                .current_dir(&folder)
                .args(["ci", "--no-audit", "--no-fund"]),
        )
        .map(drop)
    });
    report.check("Redocly", || {
        run(house
            .command(folder.join("node_modules/.bin/redocly"))
            .env("REDOCLY_TELEMETRY", "off")
            .args([
                "lint",
                "--config=tests/openapi/redocly.yaml",
                "--max-problems=20",
                "openapi/openapi.json",
            ]))
    });
    report.check("Spectral", || {
        run(house.command(folder.join("node_modules/.bin/spectral")).args([
            "lint",
            "--ruleset=tests/openapi/spectral.yaml",
            "--fail-severity=hint",
            "openapi/openapi.json",
        ]))
    });
    report.run("Schemathesis", || schemathesis(house, server, BOUNDED, 1));
}

fn drift(house: &House) -> Result<()> {
    let generated = run_quietly(house.command(house.binary("debug")).arg("openapi"))?;
    let checked_in = fs::read_to_string(house.root.join("openapi/openapi.json"))?;
    if generated.trim_end() != checked_in.trim_end() {
        bail!("they differ; type:\n\n    cargo run --bin aect -- openapi > openapi/openapi.json\n");
    }
    Ok(())
}

/// Asks the server what its description allows and forbids; each operation counts as one test.
pub(crate) fn schemathesis(house: &House, server: &Server, cases: u32, seed: u32) -> Result<Tally> {
    let programs = venv(house)?;
    let (well, output) = run_and_keep(
        house
            .command(programs.join("schemathesis"))
            .args(["--config-file", "tests/openapi/schemathesis.toml", "run"])
            .arg("openapi/openapi.json")
            .args([
                "--url",
                &server.url(),
                "--seed",
                &seed.to_string(),
                "--max-examples",
                &cases.to_string(),
            ])
            .args(["--no-color", "--suppress-health-check=all"]),
    )?;
    Ok(summary(&output).ended(well))
}

/// The operations that were tested, from Schemathesis' summary.
fn summary(output: &str) -> Tally {
    let tested = output
        .lines()
        .find_map(|line| line.trim().strip_prefix("Tested:")?.trim().parse().ok());
    let failures = output.lines().find_map(|line| {
        let (count, _) = line.trim().strip_prefix("Test cases:")?.split_once(" failed")?;
        count.rsplit(' ').next()?.parse().ok()
    });
    Tally {
        passed: tested.unwrap_or_default(),
        failed: failures.unwrap_or_default(),
        skipped: 0,
    }
}

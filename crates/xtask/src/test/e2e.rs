//! The pages in a real browser, against a real server on the real reference data.

use anyhow::{Context, Result};
use std::path::Path;

use super::tally::Tally;
use crate::browser;
use crate::house::House;
use crate::process::{run_and_keep, run_quietly};
use crate::server::Server;

/// Runs the journeys.
pub(super) fn journeys(house: &House, server: &Server, pages: &Path) -> Result<Tally> {
    let folder = house.root.join("tests/e2e");
    run_quietly(
        house
            .command("npm")
            .current_dir(&folder)
            .args(["ci", "--no-audit", "--no-fund"]),
    )?;
    let chromium = browser::chromium().context("Chromium is gone")?;
    let (well, output) = run_and_keep(
        house
            .command("node")
            .current_dir(&folder)
            .args(["--test", "--test-reporter=spec"])
            .env("AECT_E2E_URL", server.url())
            .env("AECT_E2E_SPA", pages)
            .env("AECT_CHROMIUM", chromium),
    )?;
    if !well {
        println!("the server's log:\n{}", server.log());
    }
    Ok(Tally::of_node(&output)?.ended(well))
}

//! The pages in a real browser, against a real server on the real reference data.

use anyhow::Result;
use std::path::Path;

use super::tally::Tally;
use crate::browser;
use crate::house::House;
use crate::process::run_and_keep;
use crate::server::Server;

/// Runs the journeys.
pub(super) fn journeys(house: &House, server: &Server, pages: &Path) -> Result<Tally> {
    let (well, output) = run_and_keep(
        browser::node(house, "tests/e2e", server)?
            .args(["--test", "--test-reporter=spec"])
            .env("AECT_E2E_SPA", pages)
            // Without a mail server, mails fall here.
            .env("AECT_E2E_MAILS", server.folder().join("mails"))
            // Some belong to a collectivity: the first people of an instance are let in by the command line.
            .env("AECT_E2E_PROGRAM", house.binary("debug"))
            .env("AECT_E2E_DATA", server.folder()),
    )?;
    if !well {
        println!("the server's log:\n{}", without_accesses(&server.log()));
    }
    Ok(Tally::of_node(&output)?.ended(well))
}

/// What a server has to say beside the thousands of requests that it answered.
fn without_accesses(log: &str) -> String {
    log.lines()
        .filter(|line| !line.contains("aect::access"))
        .collect::<Vec<_>>()
        .join("\n")
}

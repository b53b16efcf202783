//! `cargo xtask test`: does the house hold?
//!
//! The order builds least: what needs no build first, then one build of the workspace for lints, one for unit and
//! API tests with the server, one of the pages.

mod code;
mod e2e;
mod lints;
mod openapi;
mod tally;
mod venv;
mod wasm;

use anyhow::Result;
use clap::ValueEnum;
use std::process::ExitCode;
use std::time::Duration;

use crate::house::House;
use crate::server::{Server, Settings};
use crate::{spa, tools};
use tally::Report;

pub(crate) use code::kills;
pub(crate) use openapi::{Budget, schemathesis};
pub(crate) use tally::Tally;

/// A part of the tests.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Part {
    /// Format, clippy, the invariants of the architecture
    Lints,
    /// Tests within the crates
    Unit,
    /// Tests of the pages in WASM
    Wasm,
    /// The API on SQLite and PostgreSQL
    Api,
    /// The pages in a browser
    E2e,
    /// The API's description: drift, linters, Schemathesis
    Openapi,
}

/// Runs all parts or one, and ends with the line that counts.
pub(crate) fn test(house: &House, only: Option<Part>) -> Result<ExitCode> {
    let wanted = |part| only.is_none_or(|only| only == part);
    tools::ensure_c_compiler()?;
    ensure_tools(wanted)?;
    let mut report = Report::new();
    if wanted(Part::Lints) {
        lints::lints(house, &mut report);
    }
    if wanted(Part::Unit) || wanted(Part::Api) {
        code::tests(house, only, &mut report);
    }
    if wanted(Part::Wasm) {
        report.run("unit tests in WASM", || wasm::tests(house));
    }
    if wanted(Part::E2e) || wanted(Part::Openapi) {
        let pages = wanted(Part::E2e);
        match server(house, pages, &mut report) {
            Ok(server) => {
                if pages {
                    report.run("browser tests", || {
                        e2e::journeys(house, &server, &house.target.join("spa"))
                    });
                }
                if wanted(Part::Openapi) {
                    openapi::checks(house, &server, &mut report);
                }
            }
            Err(error) => report.check("a server on the reference data", || Err(error)),
        }
    }
    Ok(report.conclude())
}

/// Asks for the tools of the parts wanted, before anything is built.
fn ensure_tools(wanted: impl Fn(Part) -> bool) -> Result<()> {
    let mut needed = Vec::new();
    if wanted(Part::Api) {
        needed.push(tools::POSTGRES);
    }
    if wanted(Part::E2e) {
        needed.push(tools::CHROMIUM);
    }
    if wanted(Part::Wasm) || wanted(Part::E2e) || wanted(Part::Openapi) {
        needed.extend([tools::NODE, tools::NPM]);
    }
    if wanted(Part::Openapi) {
        needed.push(tools::PYTHON);
    }
    tools::ensure(&needed)
}

/// A server in the build that the API tests have made, on the reference data, with the release's pages.
fn server(house: &House, pages: bool, report: &mut Report) -> Result<Server> {
    let folder = house.target.join("spa");
    if pages {
        let options = spa::Options {
            profile: spa::Profile::Release,
            api_url: spa::DEFAULT_API.into(),
            out: folder.clone(),
        };
        report.check("the pages build", || spa::build(house, &options));
        report.check("the pages are light enough", || spa::size::check(&folder));
    }
    code::program(house)?;
    Server::start(&Settings {
        program: &house.binary("debug"),
        under: &[],
        spa: pages.then_some(folder.as_path()),
        database: None,
        // All journeys come from one network.
        arguments: &["--links-per-source", "100000", "--trusted-proxies", "127.0.0.0/8"],
        patience: Duration::from_mins(5),
    })
}

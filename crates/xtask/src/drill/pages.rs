//! The pages in a browser: their budgets on a slow line and a slow processor, axe in every state, Lighthouse.

use anyhow::{Result, ensure};
use std::fmt::Write as _;

use super::stage::Stage;
use crate::process::run_and_keep;
use crate::server::{Server, Settings};
use crate::test::Tally;
use crate::{browser, figures, spa, tools};

/// A script, and the folder in which it runs.
struct Script {
    what: &'static str,
    folder: &'static str,
    arguments: &'static [&'static str],
    /// Its output is a table to keep; of a runner of tests, only whether all passed.
    table: bool,
}

/// In the order in which they are shown.
const SCRIPTS: [Script; 4] = [
    Script {
        what: "Budgets: empty cache, slow 4G (150 ms, 1.6 Mb/s) where something is loaded, processor slowed four times",
        folder: "tests/e2e",
        arguments: &["drills/budgets.mjs"],
        table: true,
    },
    Script {
        what: "The map of the region with all its collectivities, processor slowed four times",
        folder: "tests/e2e",
        arguments: &["drills/map.mjs"],
        table: true,
    },
    Script {
        what: "Lighthouse, as a telephone",
        folder: "tests/lighthouse",
        arguments: &["lighthouse.mjs"],
        table: true,
    },
    Script {
        what: "Axe: each page in each state, light and dark, 320 and 1440 px",
        folder: "tests/e2e",
        arguments: &["--test", "--test-reporter=tap", "drills/accessibility.mjs"],
        table: false,
    },
];

/// Runs all, keeps what they found, and then says whether something is above its limit.
pub(super) fn pages(stage: &Stage<'_>) -> Result<String> {
    let house = stage.house;
    tools::ensure(&[tools::CHROMIUM, tools::NODE, tools::NPM])?;
    let folder = house.target.join("spa");
    spa::build(
        house,
        &spa::Options {
            profile: spa::Profile::Release,
            api_url: spa::DEFAULT_API.into(),
            out: folder.clone(),
        },
    )?;
    let server = Server::start(&Settings {
        spa: Some(&folder),
        ..stage.settings()
    })?;
    let mut text = String::new();
    let mut failed = Vec::new();
    for script in &SCRIPTS {
        let (well, output) =
            run_and_keep(browser::node(house, script.folder, &server)?.args(script.arguments))?;
        if !well {
            failed.push(script.what);
        }
        let found = if script.table {
            output
        } else {
            let Tally { passed, failed, .. } = Tally::of_node(&output)?;
            format!("{passed} states without a finding, {failed} with.\n")
        };
        write!(text, "### {}\n\n{found}\n", script.what)?;
    }
    figures::keep(house, "pages", &text)?;
    ensure!(failed.is_empty(), "not held: {}", failed.join("; "));
    Ok("within the budgets; Lighthouse and axe find nothing".to_owned())
}

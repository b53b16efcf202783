//! `cargo xtask screenshots`: ten pages as they look, on a telephone and a desk, light and dark; kept out of git.

use anyhow::Result;
use std::process::ExitCode;
use std::time::Duration;

use crate::house::House;
use crate::process::run;
use crate::server::{Server, Settings};
use crate::{browser, spa, tools};

/// Builds all, starts it on the reference data, and takes the pictures into `screenshots` in the target folder.
pub(crate) fn screenshots(house: &House) -> Result<ExitCode> {
    tools::ensure_c_compiler()?;
    tools::ensure(&[tools::CHROMIUM, tools::NODE, tools::NPM])?;
    run(house.cargo().args(["build", "--release", "--package=aect-api"]))?;
    let pages = house.target.join("spa");
    spa::build(
        house,
        &spa::Options {
            profile: spa::Profile::Release,
            api_url: spa::DEFAULT_API.into(),
            out: pages.clone(),
        },
    )?;
    let server = Server::start(&Settings {
        program: &house.binary("release"),
        under: &[],
        spa: Some(&pages),
        database: None,
        arguments: &["--log", "warn"],
        patience: Duration::from_mins(3),
    })?;
    let folder = house.target.join("screenshots");
    run(browser::node(house, "tests/e2e", &server)?
        .arg("screenshots.mjs")
        .arg(&folder))?;
    println!("screenshots: in {}", folder.display());
    Ok(ExitCode::SUCCESS)
}

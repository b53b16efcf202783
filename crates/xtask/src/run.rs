//! `cargo xtask run`: everything built, then the server takes this process over.

use anyhow::{Context, Result};
use std::os::unix::process::CommandExt;
use std::process::{Command, ExitCode};

use crate::house::House;
use crate::process::run as run_command;
use crate::{spa, tools};

/// Builds what is not up to date and becomes the server, so that signals and the terminal are its own.
pub(crate) fn run(house: &House, arguments: &[String]) -> Result<ExitCode> {
    tools::ensure_c_compiler()?;
    let pages = house.target.join("spa");
    spa::build(
        house,
        &spa::Options {
            profile: spa::Profile::Release,
            api_url: spa::DEFAULT_API.into(),
            out: pages.clone(),
        },
    )?;
    println!("server: building (release)");
    run_command(house.cargo().args([
        "build",
        "--quiet",
        "--release",
        "--package",
        "aect-api",
        "--bin",
        "aect",
    ]))?;
    let mut server = Command::new(house.binary("release"));
    server
        .arg("serve")
        .arg("--data-dir")
        .arg(house.root.join("data"))
        .arg("--spa-dir")
        .arg(pages)
        .arg("--show-mails");
    // What is given comes last and wins.
    let error = server.args(arguments).exec();
    Err(error).context("cannot start the server")
}

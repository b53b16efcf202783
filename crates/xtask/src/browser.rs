//! The browser of the tests, and the scripts that drive it.

use anyhow::{Context, Result};
use std::env;
use std::path::PathBuf;
use std::process::Command;

use crate::house::House;
use crate::process::run_quietly;
use crate::server::Server;
use crate::tools::on_path;

/// Node in a folder of scripts, whose packages are installed and who are told where the browser and the server are.
pub(crate) fn node(house: &House, folder: &str, server: &Server) -> Result<Command> {
    let folder = house.root.join(folder);
    run_quietly(
        house
            .command("npm")
            .current_dir(&folder)
            .args(["ci", "--no-audit", "--no-fund"]),
    )?;
    let mut node = house.command("node");
    node.current_dir(folder)
        .env("AECT_E2E_URL", server.url())
        .env("AECT_CHROMIUM", chromium().context("Chromium is gone")?);
    Ok(node)
}

/// Chromium under one of its names; `AECT_CHROMIUM` names another.
pub(crate) fn chromium() -> Option<PathBuf> {
    if let Some(named) = env::var_os("AECT_CHROMIUM") {
        return Some(PathBuf::from(named)).filter(|path| path.is_file());
    }
    ["chromium", "chromium-browser", "google-chrome"]
        .into_iter()
        .find_map(on_path)
}

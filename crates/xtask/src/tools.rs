//! What the tasks need from the machine, and how it comes there.

use anyhow::{Context, Result, bail};
use nix::unistd::geteuid;
use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::browser;
use crate::house::House;
use crate::postgres;
use crate::process::{run, run_quietly, succeeds};

/// A tool of the tests: how to see whether it is here, and Debian's package of it.
pub(crate) struct Tool {
    name: &'static str,
    package: &'static str,
    present: fn() -> bool,
}

pub(crate) const POSTGRES: Tool = Tool {
    name: "PostgreSQL's server",
    package: "postgresql",
    present: || postgres::programs().is_some(),
};
pub(crate) const CHROMIUM: Tool = Tool {
    name: "Chromium",
    package: "chromium",
    present: || browser::chromium().is_some(),
};
pub(crate) const NODE: Tool = Tool {
    name: "Node.js 20 or newer",
    package: "nodejs",
    present: node_is_recent,
};
pub(crate) const NPM: Tool = Tool {
    name: "npm",
    package: "npm",
    present: || on_path("npm").is_some(),
};
pub(crate) const PYTHON: Tool = Tool {
    name: "Python with venv",
    package: "python3-venv",
    present: || succeeds(Command::new("python3").args(["-c", "import venv, ensurepip"])),
};

/// Sees to it that the tools are here: as root on Debian installs what is missing, else says the line to type.
pub(crate) fn ensure(wanted: &[Tool]) -> Result<()> {
    let missing: Vec<&Tool> = wanted.iter().filter(|tool| !(tool.present)()).collect();
    if missing.is_empty() {
        return Ok(());
    }
    install(
        &missing.iter().map(|tool| tool.package).collect::<Vec<_>>(),
        &missing,
    )?;
    match missing.iter().find(|tool| !(tool.present)()) {
        Some(tool) => bail!("{} is still missing after its installation", tool.name),
        None => Ok(()),
    }
}

fn install(packages: &[&str], missing: &[&Tool]) -> Result<()> {
    let names = missing
        .iter()
        .map(|tool| tool.name)
        .collect::<Vec<_>>()
        .join(", ");
    let typed = format!(
        "apt-get install --yes --no-install-recommends {}",
        packages.join(" ")
    );
    if !(geteuid().is_root() && on_path("apt-get").is_some()) {
        bail!("missing: {names}. On Debian or Ubuntu, type:\n\n    sudo {typed}\n");
    }
    println!("missing: {names}; installing");
    let apt = || {
        let mut command = Command::new("apt-get");
        command
            .env("DEBIAN_FRONTEND", "noninteractive")
            .args(["--yes", "-q"]);
        command
    };
    let install = || run(apt().args(["install", "--no-install-recommends"]).args(packages));
    // The lists of packages may be old or absent: look first, update only if that fails.
    install()
        .or_else(|_| run(apt().arg("update")).and_then(|()| install()))
        .context(typed)
}

/// A C compiler, which the databases' libraries need.
pub(crate) fn ensure_c_compiler() -> Result<()> {
    if env::var_os("CC").is_some() || on_path("cc").is_some() {
        return Ok(());
    }
    bail!(
        "missing: a C compiler. On Debian or Ubuntu, type:\n\n    sudo apt-get install --yes gcc libc6-dev make\n"
    );
}

/// The standard library for WebAssembly, fetched by rustup when it is not here. It is not left to
/// `rust-toolchain.toml` alone, since rustup may be told to install nothing by itself.
pub(crate) fn ensure_wasm_target(house: &House) -> Result<()> {
    let libraries = run_quietly(house.command("rustc").args([
        "--print",
        "target-libdir",
        "--target",
        "wasm32-unknown-unknown",
    ]))?;
    if Path::new(libraries.trim()).exists() {
        return Ok(());
    }
    run(house
        .command("rustup")
        .args(["target", "add", "wasm32-unknown-unknown"]))
    .context("missing: Rust's WebAssembly target. Type:\n\n    rustup target add wasm32-unknown-unknown\n")
}

/// The linters of the API's description want Node 20; Debian 12 has 18, which installing it would not better.
fn node_is_recent() -> bool {
    run_quietly(Command::new("node").arg("--version")).is_ok_and(|version| {
        let major = version.trim_start_matches('v').split('.').next();
        major
            .and_then(|major| major.parse::<u32>().ok())
            .is_some_and(|major| major >= 20)
    })
}

/// Where a program is.
pub(crate) fn on_path(program: &str) -> Option<PathBuf> {
    env::split_paths(&env::var_os("PATH")?)
        .map(|folder| folder.join(program))
        .find(|path| path.is_file())
}

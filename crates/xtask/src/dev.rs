//! `cargo xtask dev`: rebuild, restart and reload on change.
//!
//! The times of the sources are looked at twice a second, which needs no library and misses nothing. The page
//! reloads by itself: in this mode the built pages hold a small script that asks whether they were built anew.

use anyhow::Result;
use std::fs;
use std::path::Path;
use std::process::{Child, Command, ExitCode};
use std::thread::sleep;
use std::time::{Duration, SystemTime};

use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;

use crate::house::House;
use crate::process::run;
use crate::{spa, tools};

const WATCHED: [&str; 4] = ["Cargo.toml", "crates", "frontend", "migrations"];

/// Serves the newest state that compiles, until interrupted.
pub(crate) fn dev(house: &House, arguments: &[String]) -> Result<ExitCode> {
    tools::ensure_c_compiler()?;
    let mut server: Option<Child> = None;
    loop {
        let seen = newest(house)?;
        match build(house) {
            Ok(()) => {
                if let Some(running) = server.take() {
                    stop(running)?;
                }
                server = Some(start(house, arguments)?);
            }
            Err(error) => eprintln!("xtask: {error:#}\nxtask: the last state that compiled goes on"),
        }
        while newest(house)? == seen {
            sleep(Duration::from_millis(500));
        }
    }
}

fn build(house: &House) -> Result<()> {
    let options = spa::Options {
        profile: spa::Profile::Dev,
        api_url: spa::DEFAULT_API.into(),
        out: house.target.join("spa-dev"),
    };
    spa::build(house, &options)?;
    run(house
        .cargo()
        .args(["build", "--quiet", "--package", "aect-api", "--bin", "aect"]))
}

fn start(house: &House, arguments: &[String]) -> Result<Child> {
    let mut server = Command::new(house.binary("debug"));
    server.arg("serve").arg("--data-dir").arg(house.root.join("data"));
    server
        .arg("--spa-dir")
        .arg(house.target.join("spa-dev"))
        .arg("--show-mails")
        .args(arguments);
    Ok(server.spawn()?)
}

fn stop(mut server: Child) -> Result<()> {
    if server.try_wait()?.is_none() {
        kill(Pid::from_raw(i32::try_from(server.id())?), Signal::SIGTERM)?;
        server.wait()?;
    }
    Ok(())
}

/// When something was last changed.
fn newest(house: &House) -> Result<Option<SystemTime>> {
    let mut newest = None;
    for watched in WATCHED {
        look(&house.root.join(watched), &mut newest)?;
    }
    Ok(newest)
}

fn look(path: &Path, newest: &mut Option<SystemTime>) -> Result<()> {
    // An editor may have taken the file away between the listing and this look.
    let Ok(about) = fs::metadata(path) else {
        return Ok(());
    };
    *newest = (*newest).max(Some(about.modified()?));
    if about.is_dir() {
        for entry in fs::read_dir(path)? {
            look(&entry?.path(), newest)?;
        }
    }
    Ok(())
}

//! Python tools at locked versions, in an environment of their own.

use anyhow::Result;
use std::fs;
use std::path::PathBuf;

use crate::house::House;
use crate::process::run_quietly;

/// The folder of the programs that `tests/openapi/requirements.txt` names, installed when they are not.
pub(super) fn venv(house: &House) -> Result<PathBuf> {
    let requirements = house.root.join("tests/openapi/requirements.txt");
    let wanted = fs::read_to_string(&requirements)?;
    let folder = house.target.join("python");
    let programs = folder.join("bin");
    let stamp = folder.join("installed.txt");
    if fs::read_to_string(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(programs);
    }
    println!("Python tools: installing");
    run_quietly(
        house
            .command("python3")
            .args(["-m", "venv", "--clear"])
            .arg(&folder),
    )?;
    run_quietly(
        house
            .command(programs.join("pip"))
            .args([
                "install",
                "--quiet",
                "--disable-pip-version-check",
                "--require-hashes",
                "-r",
            ])
            .arg(&requirements),
    )?;
    fs::write(stamp, wanted)?;
    Ok(programs)
}

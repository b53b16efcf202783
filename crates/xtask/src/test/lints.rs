//! Format, clippy for both targets, the invariants of the architecture.

use super::tally::Report;
use crate::house::House;
use crate::process::run;
use crate::{invariants, tools};

/// Everything that reads the code without running it.
pub(super) fn lints(house: &House, report: &mut Report) {
    report.check("format", || run(house.cargo().args(["fmt", "--all", "--check"])));
    for (name, invariant) in invariants::ALL {
        report.check(name, || invariant(house));
    }
    invariants::warn_of_long_files(house);
    report.check("clippy", || {
        run(house.cargo().args([
            "clippy",
            "--quiet",
            "--workspace",
            "--all-targets",
            "--",
            "-D",
            "warnings",
        ]))
    });
    report.check("clippy of what runs in the browser", || {
        tools::ensure_wasm_target(house)?;
        let packages = ["aect-types", "aect-words", "aect-client", "aect-frontend"];
        run(house
            .cargo()
            .args(["clippy", "--quiet", "--target=wasm32-unknown-unknown"])
            .args(packages.map(|package| format!("--package={package}")))
            .args(["--", "-D", "warnings"]))
    });
}

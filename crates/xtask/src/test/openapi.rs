//! The API's description: it is what the code says, the linters find nothing, and the server does what it says.

use anyhow::{Context, Result, ensure};
use std::ffi::OsString;
use std::path::Path;

use super::tally::{Report, Tally};
use super::venv::venv;
use crate::house::House;
use crate::process::{run, run_and_keep, run_quietly};
use crate::server::Server;

/// Cases per operation in the bounded run; the drill takes its time.
const BOUNDED: u32 = 20;
/// The same for each of those who have signed in.
const BOUNDED_FOR_PEOPLE: u32 = 5;

/// All checks of the description.
pub(super) fn checks(house: &House, server: &Server, report: &mut Report) {
    let folder = house.root.join("tests/openapi");
    report.check("openapi.json is what the code generates", || drift(house));
    report.check("the linters' installation", || {
        run_quietly(
            house
                .command("npm")
                .current_dir(&folder)
                .args(["ci", "--no-audit", "--no-fund"]),
        )
        .map(drop)
    });
    report.check("Redocly", || redocly(house, &folder));
    report.check("Spectral", || {
        run(house.command(folder.join("node_modules/.bin/spectral")).args([
            "lint",
            "--ruleset=openapi/.spectral.yaml",
            "--fail-severity=hint",
            "openapi/openapi.json",
        ]))
    });
    report.run("Schemathesis", || {
        schemathesis(house, server, &Budget::Cases(BOUNDED))
    });
    let people = [
        ("Schemathesis, as a member", &MEMBER),
        ("Schemathesis, as an animator", &ANIMATOR),
    ];
    for (name, person) in people {
        report.run(name, || {
            as_somebody(house, server, person, &Budget::Cases(BOUNDED_FOR_PEOPLE))
        });
    }
}

/// Redocly ends well when it only warns; a warning is a fault here.
fn redocly(house: &House, folder: &Path) -> Result<()> {
    let (well, output) = run_and_keep(
        house
            .command(folder.join("node_modules/.bin/redocly"))
            .env("REDOCLY_TELEMETRY", "off")
            .args([
                "lint",
                "--config=openapi/redocly.yaml",
                "--format=stylish",
                "openapi/openapi.json",
            ]),
    )?;
    ensure!(well && !output.contains(" warning "), "Redocly finds faults");
    Ok(())
}

fn drift(house: &House) -> Result<()> {
    run(house
        .command(house.binary("debug"))
        .args(["openapi", "--check", "openapi/openapi.json"]))
    .context("type:\n\n    cargo run --bin aect -- openapi > openapi/openapi.json\n")
}

/// How long Schemathesis may look.
pub(crate) enum Budget {
    /// So many cases for each operation.
    Cases(u32),
    /// So many minutes.
    Minutes(u32),
}

/// Asks the server what its description allows and forbids, as a visitor; each operation counts as one test.
pub(crate) fn schemathesis(house: &House, server: &Server, budget: &Budget) -> Result<Tally> {
    asked(house, server, budget, "openapi/schemathesis.toml", &[])
}

/// Somebody who asks with an account.
struct Person {
    email: &'static str,
    /// What makes them who they are: words of `aect people`, without its folder.
    made: &'static [&'static str],
    second_factor: &'static str,
}

/// In charge of a collectivity of the reference data.
const MEMBER: Person = Person {
    email: "schemathesis@example.org",
    made: &["join", "schemathesis@example.org", "bordeaux", "owner"],
    second_factor: "none",
};

/// Runs the network: nearly everything is theirs to write.
const ANIMATOR: Person = Person {
    email: "animator@example.org",
    made: &["role", "animator@example.org", "animator"],
    second_factor: "required",
};

/// The same as somebody who signs in by the link in a mail.
fn as_somebody(house: &House, server: &Server, person: &Person, budget: &Budget) -> Result<Tally> {
    run_quietly(
        house
            .command(house.binary("debug"))
            .args(["people", "--data-dir"])
            .arg(server.folder())
            .args(person.made),
    )?;
    let variables = [
        ("SCHEMATHESIS_HOOKS", "person".into()),
        ("PYTHONPATH", house.root.join("tests/openapi").into()),
        ("PYTHONDONTWRITEBYTECODE", "1".into()),
        ("AECT_API", format!("{}/api/v1", server.url()).into()),
        ("AECT_PERSON", person.email.into()),
        ("AECT_SECOND_FACTOR", person.second_factor.into()),
        ("AECT_MAILS", server.folder().join("mails").into()),
    ];
    asked(
        house,
        server,
        budget,
        "openapi/schemathesis-people.toml",
        &variables,
    )
}

fn asked(
    house: &House,
    server: &Server,
    budget: &Budget,
    configuration: &str,
    variables: &[(&str, OsString)],
) -> Result<Tally> {
    let programs = venv(house)?;
    let budget = match budget {
        Budget::Cases(cases) => ["--max-examples".to_owned(), cases.to_string()],
        Budget::Minutes(minutes) => ["--max-time".to_owned(), (minutes * 60).to_string()],
    };
    let (well, output) = run_and_keep(
        house
            .command(programs.join("schemathesis"))
            .envs(variables.iter().map(|(name, value)| (name, value)))
            .args(["--config-file", configuration, "run"])
            .arg("openapi/openapi.json")
            .args([
                "--url",
                &format!("{}/api/v1", server.url()),
                "--seed",
                "1",
                "--no-color",
                "--suppress-health-check=all",
            ])
            .args(budget),
    )?;
    if !well {
        println!("the end of the server's log:\n{}", last_lines(&server.log()));
    }
    Ok(summary(&output).ended(well))
}

fn last_lines(log: &str) -> String {
    let lines: Vec<&str> = log.lines().collect();
    lines
        .get(lines.len().saturating_sub(40)..)
        .unwrap_or_default()
        .join("\n")
}

/// The operations that were tested, and the failures found, from Schemathesis' summary.
fn summary(output: &str) -> Tally {
    let number = |line: &str, before: &str| -> Option<u64> {
        line.split_once(before)?.1.split_whitespace().next()?.parse().ok()
    };
    Tally {
        passed: output
            .lines()
            .find_map(|line| number(line, "Tested: "))
            .unwrap_or_default(),
        failed: output
            .lines()
            .find_map(|line| number(line, " found "))
            .unwrap_or_default(),
        ..Tally::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn schemathesis_summary_is_read() {
        let output =
            "  Selected: 50/50\n  Tested: 50\n\nTest cases:\n  440 generated, 40 found 39 unique failures\n";
        assert_eq!(summary(output).passed, 50);
        assert_eq!(summary(output).failed, 39);
        assert_eq!(summary("  Tested: 50\n  440 generated, 440 passed\n").failed, 0);
    }
}

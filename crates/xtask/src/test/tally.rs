//! Counting: what each runner says at its end, summed up in one line.

use anyhow::{Context, Result, bail};
use std::process::ExitCode;
use std::time::Instant;

/// How many tests passed, failed, were skipped, and the names of those that failed where the runner gives them:
/// said again at the end, they are found without searching the whole output.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) passed: u64,
    pub(crate) failed: u64,
    pub(crate) skipped: u64,
    pub(crate) failures: Vec<String>,
}

impl Tally {
    /// Sums the lines `test result: ok. 3 passed; 0 failed; 1 ignored; …` of cargo's test runner.
    pub(super) fn of_cargo(output: &str) -> Self {
        let mut tally = Self::default();
        for line in output.lines().filter(|line| line.starts_with("test result: ")) {
            tally.passed += number_before(line, " passed");
            tally.failed += number_before(line, " failed");
            tally.skipped += number_before(line, " ignored");
        }
        tally.failures = output
            .lines()
            .filter_map(|line| line.strip_prefix("---- ")?.strip_suffix(" stdout ----"))
            .map(str::to_owned)
            .collect();
        tally
    }

    /// Reads the summary of Node's test runner: `ℹ pass 3`, or `# pass 3` where it writes TAP.
    pub(crate) fn of_node(output: &str) -> Result<Self> {
        let count = |name: &str| {
            output
                .lines()
                .rev()
                .find_map(|line| {
                    line.strip_prefix(['ℹ', '#'])?
                        .trim()
                        .strip_prefix(name)?
                        .trim()
                        .parse()
                        .ok()
                })
                .with_context(|| format!("Node's test runner said nothing of «{name}»"))
        };
        Ok(Self {
            passed: count("pass ")?,
            failed: count("fail ")? + count("cancelled ")?,
            skipped: count("skipped ")? + count("todo ")?,
            // Each failed test stands where it ran and again in the list at the end.
            failures: output
                .lines()
                .skip_while(|line| *line != "✖ failing tests:")
                .skip(1)
                .filter_map(|line| line.strip_prefix("✖ "))
                .map(str::to_owned)
                .collect(),
        })
    }

    /// Adds what another runner of the same kind has counted.
    pub(super) fn add(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
        self.failures.extend(other.failures);
    }

    /// A runner that ended badly without a failed test has failed all the same (it did not build, it crashed).
    pub(super) fn ended(mut self, well: bool) -> Self {
        if !well && self.failed == 0 {
            self.failed = 1;
        }
        self
    }
}

fn number_before(line: &str, word: &str) -> u64 {
    let before = line.split(word).next().unwrap_or_default();
    before
        .rsplit(' ')
        .next()
        .and_then(|number| number.parse().ok())
        .unwrap_or_default()
}

/// What has been run so far.
pub(super) struct Report {
    lines: Vec<(String, Tally)>,
    begun: Instant,
}

impl Report {
    pub(super) fn new() -> Self {
        Self {
            lines: Vec::new(),
            begun: Instant::now(),
        }
    }

    /// One check: passed or failed.
    pub(super) fn check(&mut self, name: &str, check: impl FnOnce() -> Result<()>) {
        self.run(name, || {
            check().map(|()| Tally {
                passed: 1,
                ..Tally::default()
            })
        });
    }

    /// A runner of many tests; that it could not run at all is one failure.
    pub(super) fn run(&mut self, name: &str, tests: impl FnOnce() -> Result<Tally>) {
        println!("\n── {name}");
        let begun = Instant::now();
        let tally = tests().unwrap_or_else(|error| {
            println!("FAILED {name}: {error:#}");
            Tally {
                failed: 1,
                ..Tally::default()
            }
        });
        println!("── {name}: {:.1} s", begun.elapsed().as_secs_f64());
        self.lines.push((name.to_owned(), tally));
    }

    /// Says what was run and ends with the line that counts.
    pub(super) fn conclude(&self) -> ExitCode {
        let (total, verdict) = self.verdict(std::env::var_os("CI").is_some_and(|value| !value.is_empty()));
        println!();
        for (name, tally) in &self.lines {
            let mark = if tally.failed > 0 { "✗" } else { "✓" };
            println!(
                "{mark} {name}: {} passed, {} failed, {} skipped",
                tally.passed, tally.failed, tally.skipped
            );
            for failure in &tally.failures {
                println!("    {failure}");
            }
        }
        println!("in {} s", self.begun.elapsed().as_secs());
        if let Err(reason) = &verdict {
            println!("{reason}");
        }
        println!("{} passed, {} failed", total.passed, total.failed);
        if verdict.is_ok() {
            ExitCode::SUCCESS
        } else {
            ExitCode::FAILURE
        }
    }

    fn verdict(&self, ci: bool) -> (Tally, Result<()>) {
        let mut total = Tally::default();
        for (_, tally) in &self.lines {
            total.add(tally.clone());
        }
        let verdict = judge(&total, ci);
        (total, verdict)
    }
}

fn judge(total: &Tally, ci: bool) -> Result<()> {
    if total.failed > 0 {
        bail!("red: {} failed", total.failed);
    }
    if ci && total.skipped > 0 {
        bail!("red: {} skipped, which CI does not accept", total.skipped);
    }
    if total.passed == 0 {
        bail!("red: nothing was tested");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cargos_summaries_are_summed() {
        let output = "running 2 tests\ntest result: ok. 2 passed; 0 failed; 0 ignored; 0 measured\n\
                      failures:\n\n---- lists::paged stdout ----\nassertion failed\n\n\
                      test result: FAILED. 3 passed; 1 failed; 2 ignored; 0 measured\n";
        assert_eq!(
            Tally::of_cargo(output),
            Tally {
                passed: 5,
                failed: 1,
                skipped: 2,
                failures: vec!["lists::paged".into()]
            }
        );
    }

    #[test]
    fn nodes_summary_is_read_in_both_forms() {
        for mark in ["ℹ", "#"] {
            let output: String = [
                ("pass", 7),
                ("fail", 1),
                ("cancelled", 1),
                ("skipped", 2),
                ("todo", 0),
            ]
            .map(|(name, count)| format!("{mark} {name} {count}\n"))
            .concat();
            let output = format!(
                "✖ a map (3 ms)\n{output}\n✖ failing tests:\n\ntest at map.mjs:1:1\n✖ a map (3 ms)\n"
            );
            assert_eq!(
                Tally::of_node(&output).unwrap(),
                Tally {
                    passed: 7,
                    failed: 2,
                    skipped: 2,
                    failures: vec!["a map (3 ms)".into()]
                }
            );
        }
        assert!(Tally::of_node("Segmentation fault").is_err());
    }

    #[test]
    fn a_runner_that_dies_has_failed() {
        assert_eq!(Tally::default().ended(false).failed, 1);
        assert_eq!(
            Tally {
                failed: 3,
                ..Tally::default()
            }
            .ended(false)
            .failed,
            3
        );
    }

    #[test]
    fn what_was_skipped_is_red_on_ci_only() {
        let mut report = Report::new();
        report.lines.push((
            "some".into(),
            Tally {
                passed: 1,
                skipped: 1,
                ..Tally::default()
            },
        ));
        assert!(report.verdict(false).1.is_ok());
        assert!(report.verdict(true).1.is_err());
    }

    #[test]
    fn an_empty_run_is_red() {
        assert!(Report::new().verdict(false).1.is_err());
    }
}

//! `aect import`: files of others become records.

use super::print;
use aect_api::config::DataConfig;
use aect_db::Outcome;
use aect_db::import::{self, ColumnMap, Kind, Options, Progress, Report};
use anyhow::{Context as _, bail};
use clap::Args;
use std::fmt::Write as _;
use std::fs::File;
use std::io::{BufReader, IsTerminal as _, Write as _};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// The data that comes with the binary.
const REFERENCE: &str = "reference";
/// Rows between two signs of life.
const STEP: usize = 500;

/// What to import, from where.
#[derive(Args)]
pub(crate) struct Import {
    /// What the file holds: `reference` (comes with the binary, no file), countries, sdgs, dac-sectors, documents,
    /// themes, collectivities, organisations, groups, cooperations, means, schemes, twinnings or events.
    #[arg(value_name = "KIND")]
    what: String,
    /// The file.
    #[arg(long)]
    file: Option<PathBuf>,
    /// Shows what would change, and changes nothing.
    #[arg(long)]
    dry_run: bool,
    /// One refused row refuses the whole file.
    #[arg(long)]
    strict: bool,
    /// What the file calls our columns: JSON, `{"ours": "theirs"}`.
    #[arg(long, value_name = "FILE")]
    columns: Option<PathBuf>,
    /// The licence that the source states, kept with every record.
    #[arg(long)]
    license: Option<String>,
    #[command(flatten)]
    data: DataConfig,
}

impl Import {
    /// Imports, shows what happened, and fails where a row was refused in a strict import.
    pub(crate) fn run(self) -> anyhow::Result<ExitCode> {
        let db = self.data.open()?;
        db.migrate().context("the database cannot be migrated")?;
        let reports = match (self.what.as_str(), &self.file) {
            (REFERENCE, None) if self.dry_run => {
                bail!("the reference data has no rehearsal: it is part of the binary")
            }
            (REFERENCE, None) => import::reference(&db, &mut |kind, done| show(kind, done))?,
            (REFERENCE, Some(_)) => bail!("the reference data comes with the binary: leave --file out"),
            (_, None) => bail!("which file? Add --file"),
            (kind, Some(file)) => vec![self.file(&db, kind.parse()?, file)?],
        };
        for report in &reports {
            print(&self.told(report))?;
        }
        let kept = self.dry_run || reports.iter().all(|report| report.kept);
        Ok(if kept {
            ExitCode::SUCCESS
        } else {
            ExitCode::FAILURE
        })
    }

    fn file(&self, db: &aect_db::Db, kind: Kind, path: &Path) -> anyhow::Result<Report> {
        let name = path.file_name().context("--file is not a file")?;
        let options = Options {
            source: name.to_string_lossy().into_owned(),
            license: self.license.clone(),
            dry_run: self.dry_run,
            strict: self.strict,
            columns: self
                .columns
                .as_deref()
                .map(columns)
                .transpose()?
                .unwrap_or_default(),
        };
        let file = File::open(path).with_context(|| format!("{} cannot be opened", path.display()))?;
        let report = import::run(db, kind, &mut BufReader::new(file), &options, &mut |done| {
            show(kind, done)
        })?;
        Ok(report)
    }

    /// A report in words: what changed, what was refused and why, and the sum.
    fn told(&self, report: &Report) -> String {
        let mut text = String::new();
        for change in report.changes.iter().filter(|_| self.dry_run) {
            let what = match &change.outcome {
                Outcome::Added => "added".to_owned(),
                Outcome::Changed(fields) => format!("changed ({})", fields.join(", ")),
                Outcome::Proposed(fields) => format!("proposed ({})", fields.join(", ")),
                Outcome::Unchanged => continue,
            };
            // Writing into a string cannot fail.
            let _ = writeln!(text, "line {}: {} {what}", change.line, change.key);
        }
        for refusal in &report.refused {
            let _ = writeln!(
                text,
                "line {}: refused, {}: {}",
                refusal.line, refusal.field, refusal.reason
            );
        }
        let _ = writeln!(
            text,
            "{}: {} added, {} changed, {} unchanged, {} proposed, {} refused{}",
            report.kind.as_str(),
            report.added,
            report.changed,
            report.unchanged,
            report.proposed,
            report.refused.len(),
            if report.kept { "" } else { " (nothing kept)" },
        );
        text
    }
}

/// Brings in what the binary brings and the database does not have: everything at the first start, nothing later.
pub(crate) fn reference_data(data: &DataConfig) -> anyhow::Result<()> {
    let db = data.open()?;
    db.migrate().context("the database cannot be migrated")?;
    let reports = import::reference(&db, &mut |kind, done| show(kind, done))
        .context("the reference data cannot be imported")?;
    for report in reports {
        let (kind, refused) = (report.kind.as_str(), report.refused.len());
        tracing::info!(
            "reference data: {kind}, {} added, {refused} refused",
            report.added
        );
    }
    Ok(())
}

fn columns(path: &Path) -> anyhow::Result<ColumnMap> {
    let text = std::fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()))?;
    ColumnMap::from_json(&text).with_context(|| format!("{} is not a map of columns", path.display()))
}

/// A sign of life on a terminal; silent in a script.
fn show(kind: Kind, done: Progress) -> ControlFlow<()> {
    let mut screen = std::io::stderr();
    if done.rows.is_multiple_of(STEP) && screen.is_terminal() {
        // A terminal that is gone is no reason to stop.
        write!(screen, "\r{}: {} rows", kind.as_str(), done.rows).ok();
    }
    ControlFlow::Continue(())
}

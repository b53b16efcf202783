//! Fills a database with the benchmark's data: the real reference data, then projects and events in the number and
//! shape of a platform that has lived for long. The same seed gives the same data, identifiers and moments apart.
//!
//! It also writes which addresses the benchmark shall ask for, one path a line.

mod chance;
mod generator;
mod known;
mod paths;

use aect_db::{Db, Options, Origin, import};
use aect_types::Visibility;
use aect_types::provenance::SourceKind;
use anyhow::Result;
use clap::Parser;
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::time::Instant;

use generator::Generator;
use known::Known;

/// Records a transaction: few enough for memory, many enough for speed.
const BATCH: usize = 1_000;

#[derive(Parser)]
struct Arguments {
    /// `sqlite:PATH` or `postgres://…`
    #[arg(long)]
    database_url: String,
    /// Folder to write the addresses to
    #[arg(long)]
    paths: PathBuf,
    #[arg(long, default_value_t = 100_000)]
    projects: usize,
    #[arg(long, default_value_t = 20_000)]
    events: usize,
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

fn main() -> Result<()> {
    let arguments = Arguments::parse();
    let db = Db::open(&Options {
        url: arguments.database_url,
        readers: 2,
        exporters: 1,
    })?;
    db.migrate()?;
    import::reference(&db, &mut |_, _| ControlFlow::Continue(()))?;
    let known = Known::read(&db)?;
    let mut generator = Generator::new(&known, arguments.seed);
    fill("projects", arguments.projects, |count| {
        db.write_blocking("bench", |write| {
            for _ in 0..count {
                let (project, visibility) = generator.project()?;
                write.create(&project, &origin(), visibility)?;
            }
            Ok(())
        })
    })?;
    fill("events", arguments.events, |count| {
        db.write_blocking("bench", |write| {
            for _ in 0..count {
                write.create(&generator.event()?, &origin(), Visibility::Public)?;
            }
            Ok(())
        })
    })?;
    paths::write(&arguments.paths, &db, &known)
}

fn fill(what: &str, total: usize, mut batch: impl FnMut(usize) -> aect_db::Result<()>) -> Result<()> {
    let begun = Instant::now();
    for first in (0..total).step_by(BATCH) {
        batch(BATCH.min(total - first))?;
    }
    eprintln!("{total} {what} in {:.0} s", begun.elapsed().as_secs_f64());
    Ok(())
}

fn origin() -> Origin {
    Origin {
        kind: SourceKind::Import,
        source: Some("bench".to_owned()),
        license: None,
    }
}

//! `cargo xtask …`: everything one does with this house besides reading it.
//!
//! `run` starts the platform, `test` says whether it holds, `dev` rebuilds on change, `bench` and `drill` measure.

mod bench;
mod browser;
mod cleanup;
mod dev;
mod drill;
mod figures;
mod house;
mod http;
mod invariants;
mod looks;
mod postgres;
mod proc;
mod process;
mod run;
mod screenshots;
mod server;
mod spa;
mod test;
mod tools;

use anyhow::Result;
use clap::{Parser, Subcommand};
use std::path::PathBuf;
use std::process::ExitCode;

use crate::house::House;

#[derive(Parser)]
#[command(
    bin_name = "cargo xtask",
    about = "Runs, tests and measures the AECT platform"
)]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Build all and serve it on one port of this machine
    Run {
        /// What follows `--` goes to `aect serve`, such as `--database-url postgres://…` or `--listen 127.0.0.1:9000`
        #[arg(last = true)]
        server: Vec<String>,
    },
    /// The same in development: rebuild, restart and reload on change
    Dev {
        /// What follows `--` goes to `aect serve`
        #[arg(last = true)]
        server: Vec<String>,
    },
    /// Lints, unit tests, API tests on both databases, browser tests, OpenAPI
    Test {
        /// One part only, while working on it
        #[arg(long, value_enum)]
        only: Option<test::Part>,
    },
    /// Build the pages alone, ready for any static host
    Spa {
        /// Where the API is, when not on the same host under /api/v1
        #[arg(long, default_value = spa::DEFAULT_API)]
        api_url: String,
        /// The folder to write (default: `spa` in the target folder)
        #[arg(long)]
        out: Option<PathBuf>,
    },
    /// Pictures of ten pages, on a telephone and a desk, light and dark, into `screenshots` in the target folder
    Screenshots,
    /// Speed, on 100,000 projects; the figures go to `docs/drills.md`
    Bench(bench::Size),
    /// What takes longer than a test may; the figures go to `docs/drills.md`
    Drill {
        /// Minutes that Schemathesis gets
        #[arg(long, default_value_t = 10)]
        minutes: u32,
        /// One drill only, by its name; a wrong one lists them
        #[arg(long)]
        only: Option<String>,
    },
}

fn main() -> ExitCode {
    match perform(Arguments::parse().task) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("\nxtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn perform(task: Task) -> Result<ExitCode> {
    cleanup::on_interrupt()?;
    let house = House::find()?;
    match task {
        Task::Run { server } => run::run(&house, &server),
        Task::Dev { server } => dev::dev(&house, &server),
        Task::Test { only } => test::test(&house, only),
        Task::Screenshots => screenshots::screenshots(&house),
        Task::Bench(size) => bench::bench(&house, &size),
        Task::Drill { minutes, only } => drill::drill(&house, minutes, only.as_deref()),
        Task::Spa { api_url, out } => {
            let out = out.unwrap_or_else(|| house.target.join("spa"));
            spa::build(
                &house,
                &spa::Options {
                    profile: spa::Profile::Release,
                    api_url,
                    out,
                },
            )?;
            Ok(ExitCode::SUCCESS)
        }
    }
}

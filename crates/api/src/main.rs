//! `aect`: the platform in one binary.

mod commands;

use aect_api::config::LogConfig;
use clap::Parser;
use std::process::ExitCode;

/// The platform of the external action of local authorities: server and tools of its operators.
#[derive(Parser)]
// A flag given twice: the last one wins, so that `cargo xtask run -- --data-dir …` can replace what it gives itself.
#[command(name = "aect", version, about, args_override_self = true)]
struct Line {
    #[command(subcommand)]
    command: commands::Command,
    #[command(flatten)]
    log: LogConfig,
}

fn main() -> ExitCode {
    let line = Line::parse();
    let done = aect_api::telemetry::log(&line.log).and_then(|()| line.command.run());
    match done {
        Ok(code) => code,
        Err(error) => {
            tracing::error!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

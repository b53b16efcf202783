//! The figures as a table.

use std::fmt::Write as _;
use std::time::Duration;

use super::Size;

/// One question's figures.
pub(super) struct Row {
    pub(super) name: &'static str,
    pub(super) aim: &'static str,
    pub(super) rate: f64,
    pub(super) p50_ms: f64,
    pub(super) p99_ms: f64,
    pub(super) cpu_us: f64,
}

/// One export's figures.
pub(super) struct Export {
    pub(super) name: &'static str,
    pub(super) megabytes: f64,
    pub(super) seconds: f64,
    pub(super) above_idle: f64,
}

/// Everything measured on one engine. Memory: the process' own, and with mapped files, in MB.
#[derive(Default)]
pub(super) struct Engine {
    pub(super) name: &'static str,
    pub(super) indexing: Duration,
    pub(super) ready: Duration,
    pub(super) idle: (f64, f64),
    pub(super) busy: (f64, f64),
    pub(super) rows: Vec<Row>,
    pub(super) exports: Vec<Export>,
}

/// The table of all engines, in Markdown.
pub(super) fn markdown(size: &Size, engines: &[Engine]) -> String {
    let mut text = format!(
        "{} projects, {} events; wrk with 16 connections on the same machine, {} rounds of {} s after a warm-up, medians. \
         The log is at `warn`. CPU is the server's own, without the database's processes.\n",
        size.projects, size.events, size.rounds, size.seconds
    );
    for engine in engines {
        // Writing to a string cannot fail.
        let _ = write_engine(&mut text, engine);
    }
    text
}

fn write_engine(text: &mut String, engine: &Engine) -> std::fmt::Result {
    let fixed = engine.rows.first().map_or(f64::NAN, |row| row.rate);
    writeln!(text, "\n### {}\n", engine.name)?;
    writeln!(
        text,
        "| what | aim | requests/s | of fixed | p50 ms | p99 ms | CPU µs |"
    )?;
    writeln!(text, "|---|---|---:|---:|---:|---:|---:|")?;
    for row in &engine.rows {
        writeln!(
            text,
            "| {} | {} | {:.0} | {:.0} % | {:.2} | {:.2} | {:.0} |",
            row.name,
            row.aim,
            row.rate,
            100.0 * row.rate / fixed,
            row.p50_ms,
            row.p99_ms,
            row.cpu_us
        )?;
    }
    writeln!(text, "\n| what | aim | measured |\n|---|---|---|")?;
    for export in &engine.exports {
        writeln!(
            text,
            "| export of all as {} | ≥ 60 MB/s, ≤ 40 MB above idle | {:.0} MB/s ({:.0} MB), {:.0} MB above idle |",
            export.name,
            export.megabytes / export.seconds,
            export.megabytes,
            export.above_idle
        )?;
    }
    writeln!(
        text,
        "| idle memory | ≤ 60 MB | {:.0} MB own, {:.0} with mapped files |",
        engine.idle.0, engine.idle.1
    )?;
    writeln!(
        text,
        "| memory after load | | {:.0} MB own, {:.0} with mapped files |",
        engine.busy.0, engine.busy.1
    )?;
    writeln!(
        text,
        "| start to ready | ≤ 1 s | {:.2} s |",
        engine.ready.as_secs_f64()
    )?;
    writeln!(
        text,
        "| start to ready when the index must be made | | {:.1} s |",
        engine.indexing.as_secs_f64()
    )
}

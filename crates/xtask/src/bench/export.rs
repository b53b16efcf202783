//! Whole exports: how many megabytes a second, and how much memory they take.

use anyhow::{Result, bail};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use super::table::Export;
use crate::server::Server;
use crate::{http, proc};

/// All projects, in the two formats that the aims name.
pub(super) fn measure(server: &Server) -> Result<Vec<Export>> {
    [
        ("CSV", "/api/v1/projects.csv"),
        ("NDJSON", "/api/v1/projects.ndjson"),
    ]
    .into_iter()
    .map(|(name, path)| one(server, name, path))
    .collect()
}

fn one(server: &Server, name: &'static str, path: &str) -> Result<Export> {
    let idle = proc::own_memory(server.pid())?;
    let over = AtomicBool::new(false);
    let (answer, seconds, peak) = thread::scope(|scope| {
        let watch = scope.spawn(|| {
            let mut peak = idle;
            while !over.load(Ordering::Relaxed) {
                peak = proc::own_memory(server.pid()).map_or(peak, |now| peak.max(now));
                thread::sleep(Duration::from_millis(5));
            }
            peak
        });
        let begun = Instant::now();
        let answer = http::length(server.port, path);
        let seconds = begun.elapsed().as_secs_f64();
        over.store(true, Ordering::Relaxed);
        (answer, seconds, watch.join().unwrap_or(idle))
    });
    let (status, bytes) = answer?;
    if status != 200 {
        bail!("{path} answers {status}");
    }
    let export = Export {
        name,
        megabytes: megabytes(bytes),
        seconds,
        above_idle: peak - idle,
    };
    println!(
        "{name} export: {:.0} MB in {seconds:.1} s, {:.0} MB above idle",
        export.megabytes, export.above_idle
    );
    Ok(export)
}

fn megabytes(bytes: u64) -> f64 {
    // Exact to the kilobyte, which is more than one reads.
    f64::from(u32::try_from(bytes / 1000).unwrap_or(u32::MAX)) / 1000.0
}

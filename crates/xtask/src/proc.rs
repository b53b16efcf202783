//! What the system knows of a process: its time on the processor and its memory (Linux).

use anyhow::{Context, Result};
use std::fs;
use std::time::Duration;

/// Ticks a second in `/proc/…/stat`; Linux shows programs this value on all architectures.
const TICKS: u64 = 100;

/// Time on the processor so far, of all threads.
pub(crate) fn cpu(pid: u32) -> Result<Duration> {
    let stat = fs::read_to_string(format!("/proc/{pid}/stat"))?;
    // The name, in parentheses, may hold spaces: what follows it does not.
    let (_, fields) = stat.rsplit_once(')').context("no name in stat")?;
    let mut ticks = fields.split_whitespace().skip(11).map(str::parse::<u64>);
    let user = ticks.next().context("no utime")??;
    let system = ticks.next().context("no stime")??;
    Ok(Duration::from_millis((user + system) * 1000 / TICKS))
}

/// Memory that is the process' own, without mapped files, in MB.
pub(crate) fn own_memory(pid: u32) -> Result<f64> {
    memory(pid, "RssAnon:")
}

/// All resident memory, mapped files included, in MB.
pub(crate) fn resident(pid: u32) -> Result<f64> {
    memory(pid, "VmRSS:")
}

fn memory(pid: u32, name: &str) -> Result<f64> {
    let status = fs::read_to_string(format!("/proc/{pid}/status"))?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix(name))
        .context("no such line in status")?;
    let kilobytes: f64 = line.trim().trim_end_matches(" kB").parse()?;
    Ok(kilobytes / 1000.0)
}

//! Asking with wrk: a warm-up, several rounds, the median of each figure.

use anyhow::{Context, Result, bail};
use serde_json::Value;

use super::Size;
use super::questions::Question;
use super::table::Row;
use crate::house::House;
use crate::proc;
use crate::process::run_quietly;
use crate::server::Server;

/// What one round gave.
struct Round {
    rate: f64,
    p50_ms: f64,
    p99_ms: f64,
    cpu_us: f64,
}

/// Asks one question for as long as `size` says.
pub(super) fn ask(house: &House, size: &Size, server: &Server, question: &Question) -> Result<Row> {
    round(house, server, question, 2)?;
    let rounds: Vec<Round> = (0..size.rounds.max(1))
        .map(|_| round(house, server, question, size.seconds))
        .collect::<Result<_>>()?;
    let row = Row {
        name: question.name,
        aim: question.aim,
        rate: median(rounds.iter().map(|round| round.rate)),
        p50_ms: median(rounds.iter().map(|round| round.p50_ms)),
        p99_ms: median(rounds.iter().map(|round| round.p99_ms)),
        cpu_us: median(rounds.iter().map(|round| round.cpu_us)),
    };
    println!("{}: {:.0}/s, {:.0} µs CPU", row.name, row.rate, row.cpu_us);
    Ok(row)
}

fn round(house: &House, server: &Server, question: &Question, seconds: u32) -> Result<Round> {
    let before = proc::cpu(server.pid())?;
    let mut wrk = house.command("wrk");
    wrk.args([
        "--threads=2",
        "--connections=16",
        &format!("--duration={seconds}s"),
        "--timeout=30s",
    ])
    .args(["--script=tests/bench/requests.lua", &server.url(), "--"])
    .arg(&question.paths)
    .args(&question.etag);
    let said = run_quietly(&mut wrk)?;
    let cpu = proc::cpu(server.pid())?.saturating_sub(before);
    let line = said
        .lines()
        .rev()
        .find(|line| line.starts_with('{'))
        .context("wrk gave no figures")?;
    let figures: Value = serde_json::from_str(line)?;
    let figure = |name: &str| figures.get(name).and_then(Value::as_f64).unwrap_or_default();
    if figure("refused") + figure("broken") > 0.0 {
        bail!(
            "{}: not every request was answered: {line}\n{}",
            question.name,
            server.log()
        );
    }
    Ok(Round {
        rate: figure("requests") / figure("seconds"),
        p50_ms: figure("p50") / 1000.0,
        p99_ms: figure("p99") / 1000.0,
        cpu_us: cpu.as_secs_f64() * 1e6 / figure("requests"),
    })
}

/// The middle one; of an even number, the upper of the two.
fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_the_middle_one() {
        assert!((median([3.0, 1.0, 2.0].into_iter()) - 2.0).abs() < f64::EPSILON);
    }
}

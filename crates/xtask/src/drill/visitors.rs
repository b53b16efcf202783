//! Visitors: many at once, each noting what became of every question.

use anyhow::{Context, Result, bail, ensure};
use nix::sys::resource::{Resource, getrlimit, setrlimit};
use std::collections::BTreeMap;
use std::fmt;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{JoinHandle, sleep, spawn};
use std::time::{Duration, Instant};

/// Longer than the server may take for anything.
const PATIENCE: Duration = Duration::from_mins(1);

/// What became of one question.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Fate {
    /// It was answered to the last byte.
    Answered(u16),
    /// Nothing of an answer came.
    Refused,
    /// A part of an answer came.
    Cut,
}

/// Asks on a connection of its own.
pub(super) fn ask(port: u16, path: &str) -> Fate {
    ask_for(port, path).0
}

/// Status and body of an answer that came whole; an export's body is as it came, in chunks.
pub(super) fn whole(port: u16, path: &str) -> Result<(u16, Vec<u8>)> {
    match ask_for(port, path) {
        (Fate::Answered(status), answer) => {
            let end = answer.windows(4).position(|window| window == b"\r\n\r\n");
            let body = answer.get(end.context("no head")? + 4..).unwrap_or_default();
            Ok((status, body.to_vec()))
        }
        (fate, _) => bail!("{path}: {fate:?}"),
    }
}

fn ask_for(port: u16, path: &str) -> (Fate, Vec<u8>) {
    let mut answer = Vec::new();
    let asked = connect(port).and_then(|mut stream| {
        write!(
            stream,
            "GET {path} HTTP/1.1\r\nhost: 127.0.0.1\r\nconnection: close\r\n\r\n"
        )?;
        Ok(stream.read_to_end(&mut answer)?)
    });
    let fate = match asked {
        Ok(_) => fate(&answer),
        Err(_) if answer.is_empty() => Fate::Refused,
        Err(_) => Fate::Cut,
    };
    (fate, answer)
}

/// A connection with time-outs.
pub(super) fn connect(port: u16) -> Result<TcpStream> {
    let stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
    stream.set_read_timeout(Some(PATIENCE))?;
    Ok(stream)
}

/// Asks on a connection that is kept: the status.
pub(super) fn ask_on(stream: &TcpStream, path: &str) -> Result<u16> {
    write!(&mut &*stream, "GET {path} HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n")?;
    let mut reader = BufReader::new(stream);
    let (mut status, mut length) = (None, 0);
    loop {
        let mut line = String::new();
        reader.read_line(&mut line)?;
        if line.trim().is_empty() {
            break;
        }
        match line.split_once(':') {
            Some((name, value)) if name.eq_ignore_ascii_case("content-length") => {
                length = value.trim().parse()?;
            }
            Some(_) => {}
            None => status = line.split(' ').nth(1).and_then(|word| word.parse().ok()),
        }
    }
    reader.read_exact(&mut vec![0; length])?;
    status.context("no status line")
}

/// Whether an answer is whole: as long as it said, or with its last chunk.
fn fate(answer: &[u8]) -> Fate {
    if answer.is_empty() {
        return Fate::Refused;
    }
    let whole = || {
        let end = answer.windows(4).position(|window| window == b"\r\n\r\n")?;
        let (head, body) = answer.split_at_checked(end + 4)?;
        let head = String::from_utf8_lossy(head).to_ascii_lowercase();
        let status = head.split(' ').nth(1)?.parse().ok()?;
        let length = head.split("content-length:").nth(1);
        let complete = match length.and_then(|rest| rest.lines().next()) {
            Some(length) => length.trim().parse() == Ok(body.len()),
            None => body.ends_with(b"0\r\n\r\n"),
        };
        complete.then_some(status)
    };
    whole().map_or(Fate::Cut, Fate::Answered)
}

/// What became of all questions.
#[derive(Default)]
pub(super) struct Tally {
    /// How many answers of each status.
    pub(super) answered: BTreeMap<u16, u64>,
    /// How many connections were closed before a byte came.
    pub(super) refused: u64,
    /// How many answers were cut.
    pub(super) cut: u64,
    /// The longest time that one took.
    pub(super) slowest: Duration,
}

impl Tally {
    /// Every question has a whole answer, of one of these statuses.
    pub(super) fn only(&self, statuses: &[u16]) -> Result<()> {
        let known = self.answered.keys().all(|status| statuses.contains(status));
        ensure!(
            known && self.cut == 0 && !self.answered.is_empty(),
            "visitors got {self}"
        );
        Ok(())
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (status, count) in &self.answered {
            write!(f, "{count} × {status}, ")?;
        }
        if self.refused > 0 {
            write!(f, "{} turned away unread, ", self.refused)?;
        }
        write!(f, "{} cut, slowest {} ms", self.cut, self.slowest.as_millis())
    }
}

/// Visitors who ask until they are told to go.
pub(super) struct Visitors {
    gone: Arc<AtomicBool>,
    threads: Vec<JoinHandle<Tally>>,
}

impl Visitors {
    /// So many, each asking for one path after the other.
    pub(super) fn come(port: u16, count: usize, path: fn(usize) -> String) -> Self {
        let gone = Arc::new(AtomicBool::new(false));
        let threads = (0..count)
            .map(|first| {
                let gone = Arc::clone(&gone);
                spawn(move || {
                    let mut tally = Tally::default();
                    let mut number = first;
                    while !gone.load(Ordering::Relaxed) {
                        let begun = Instant::now();
                        match ask(port, &path(number)) {
                            Fate::Answered(status) => *tally.answered.entry(status).or_default() += 1,
                            Fate::Cut => tally.cut += 1,
                            Fate::Refused => {
                                tally.refused += 1;
                                // Nobody there: no need to ask a thousand times a second.
                                sleep(Duration::from_millis(50));
                            }
                        }
                        tally.slowest = tally.slowest.max(begun.elapsed());
                        number += count;
                    }
                    tally
                })
            })
            .collect();
        Self { gone, threads }
    }

    /// Sends them away; what became of their questions.
    pub(super) fn go(self) -> Result<Tally> {
        self.gone.store(true, Ordering::Relaxed);
        let mut all = Tally::default();
        for thread in self.threads {
            let one = thread.join().ok().context("a visitor panicked")?;
            for (status, count) in one.answered {
                *all.answered.entry(status).or_default() += count;
            }
            all.refused += one.refused;
            all.cut += one.cut;
            all.slowest = all.slowest.max(one.slowest);
        }
        Ok(all)
    }
}

/// Lists that are short and hardly ever the same.
pub(super) fn lists(number: usize) -> String {
    let (limit, word) = (1 + number % 20, number / 20);
    format!("/api/v1/collectivities?limit={limit}&q=sa+{word}")
}

/// Room for so many connections of ours.
pub(super) fn room_for(connections: u64) -> Result<()> {
    let (soft, hard) = getrlimit(Resource::RLIMIT_NOFILE)?;
    let wanted = connections + 100;
    ensure!(
        hard >= wanted,
        "only {hard} descriptors are allowed here, {wanted} are needed"
    );
    setrlimit(Resource::RLIMIT_NOFILE, soft.max(wanted), hard)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cut_answer_is_known() {
        let answer = |text: &str| fate(text.as_bytes());
        assert_eq!(
            answer("HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nab"),
            Fate::Answered(200)
        );
        assert_eq!(answer("HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\na"), Fate::Cut);
        assert_eq!(
            answer("HTTP/1.1 200 OK\r\n\r\n1\r\na\r\n0\r\n\r\n"),
            Fate::Answered(200)
        );
        assert_eq!(answer("HTTP/1.1 200 OK\r\n\r\n1\r\na\r\n"), Fate::Cut);
        assert_eq!(answer("HTTP/1.1 200"), Fate::Cut);
        assert_eq!(answer(""), Fate::Refused);
    }
}

//! Many who ask little: slow ones, idle ones, and fewer descriptors than visitors.

use anyhow::{Result, ensure};
use std::io::{Read, Write};
use std::net::TcpStream;
use std::thread::sleep;
use std::time::{Duration, Instant};

use super::locks::brief;
use super::stage::Stage;
use super::visitors::{ask_on, connect, lists, room_for};
use crate::proc;
use crate::server::{Server, Settings};

const SLOW: usize = 2_000;
const IDLE: usize = 10_000;
/// Descriptors that the server gets in the third drill, and who comes.
const FEW: &str = "--nofile=192:192";
const MANY: usize = 600;
/// Others must not feel a crowd.
const PATIENCE: Duration = Duration::from_secs(1);

/// Who never ends his first line is let go; the others do not notice him.
pub(super) fn slow(stage: &Stage<'_>) -> Result<String> {
    room_for(u64::try_from(SLOW)?)?;
    let server = Server::start_on(&stage.settings(), stage.data()?)?;
    let memory = proc::own_memory(server.pid())?;
    let begun = Instant::now();
    let mut crowd: Vec<TcpStream> = (0..SLOW).map(|_| connect(server.port)).collect::<Result<_>>()?;
    for stream in &mut crowd {
        stream.write_all(b"GET /api/v1/projects HTTP/1.1\r\nhost: 127.0.0.1\r\nx-slow: ")?;
    }
    let others = brief(&server)?;
    let grown = proc::own_memory(server.pid())? - memory;
    for stream in &mut crowd {
        let mut told = Vec::new();
        // A reset is an end as well.
        stream.read_to_end(&mut told).ok();
        ensure!(
            told.is_empty() || told.starts_with(b"HTTP/1.1 408"),
            "a slow one got {}",
            String::from_utf8_lossy(&told)
        );
    }
    others.only(&[200])?;
    ensure!(others.slowest < PATIENCE, "the others wait: {others}");
    Ok(format!(
        "{SLOW} slow ones are let go within {} s, {grown:.0} MB meanwhile; the others: {others}",
        begun.elapsed().as_secs()
    ))
}

/// Who has asked once and then says nothing costs little memory and nobody's time.
pub(super) fn idle(stage: &Stage<'_>) -> Result<String> {
    room_for(u64::try_from(IDLE)?)?;
    let server = Server::start_on(&stage.settings(), stage.data()?)?;
    let memory = proc::own_memory(server.pid())?;
    let mut crowd = Vec::with_capacity(IDLE);
    for _ in 0..IDLE {
        let stream = connect(server.port)?;
        ensure!(ask_on(&stream, "/health/live")? == 200, "not live");
        crowd.push(stream);
    }
    let others = brief(&server)?;
    let grown = proc::own_memory(server.pid())? - memory;
    others.only(&[200])?;
    ensure!(others.slowest < PATIENCE, "the others wait: {others}");
    let last = crowd.last().map(|stream| ask_on(stream, "/health/ready"));
    ensure!(matches!(last, Some(Ok(200))), "an idle one is not answered");
    let begun = Instant::now();
    drop(server.stop()?);
    Ok(format!(
        "{IDLE} idle ones cost {grown:.0} MB; the others: {others}; told to stop, gone in {} ms",
        begun.elapsed().as_millis()
    ))
}

/// More visitors than descriptors: some wait, nobody gets an error, and the database is always reached.
pub(super) fn few_descriptors(stage: &Stage<'_>) -> Result<String> {
    let settings = Settings {
        under: &["prlimit", FEW],
        ..stage.settings()
    };
    room_for(u64::try_from(MANY)?)?;
    let server = Server::start_on(&settings, stage.data()?)?;
    let mut crowd: Vec<TcpStream> = (0..MANY).map(|_| connect(server.port)).collect::<Result<_>>()?;
    sleep(Duration::from_secs(1));
    // The first ones are inside: their questions open connections to the database.
    for (number, stream) in crowd.iter().take(10).enumerate() {
        let status = ask_on(stream, &lists(number * 100))?;
        ensure!(status == 200, "a list answers {status}");
    }
    let others: Vec<TcpStream> = crowd.split_off(MANY / 2);
    drop(crowd);
    // Each leaves when he is answered, and makes room for the next.
    for (number, stream) in others.into_iter().enumerate() {
        let answered = ask_on(&stream, &lists(number));
        // Who has said nothing for too long was let go meanwhile.
        ensure!(
            !matches!(answered, Ok(status) if status != 200),
            "a list answers {answered:?}"
        );
    }
    let after = brief(&server)?;
    after.only(&[200])?;
    let log = server.log();
    ensure!(!log.contains("Too many open files"), "{log}");
    Ok(format!(
        "{MANY} visitors on 192 descriptors: no error; afterwards {after}"
    ))
}

//! As much of HTTP as a starter needs: one GET of a server on this machine.

use anyhow::{Context, Result};
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::time::Duration;

/// Status and body of a GET.
pub(crate) fn get(port: u16, path: &str) -> Result<(u16, Vec<u8>)> {
    let mut reader = BufReader::new(ask(port, path)?);
    let head = head(&mut reader)?;
    let mut body = Vec::new();
    reader.read_to_end(&mut body)?;
    Ok((status(&head)?, body))
}

/// Status and size of a GET whose body need not be kept.
pub(crate) fn length(port: u16, path: &str) -> Result<(u16, u64)> {
    let mut reader = BufReader::with_capacity(1 << 18, ask(port, path)?);
    let head = head(&mut reader)?;
    Ok((status(&head)?, io::copy(&mut reader, &mut io::sink())?))
}

/// A header of the answer to a GET.
pub(crate) fn header(port: u16, path: &str, name: &str) -> Result<Option<String>> {
    let head = head(&mut BufReader::new(ask(port, path)?))?;
    Ok(head.iter().find_map(|line| {
        let (found, value) = line.split_once(':')?;
        found.eq_ignore_ascii_case(name).then(|| value.trim().to_owned())
    }))
}

/// Version 1.0: no chunks, and the server closes.
fn ask(port: u16, path: &str) -> Result<TcpStream> {
    let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
    stream.set_read_timeout(Some(Duration::from_mins(5)))?;
    write!(stream, "GET {path} HTTP/1.0\r\nHost: 127.0.0.1:{port}\r\n\r\n")?;
    Ok(stream)
}

fn head(reader: &mut impl BufRead) -> Result<Vec<String>> {
    let mut lines = Vec::new();
    loop {
        let mut line = String::new();
        reader.read_line(&mut line)?;
        if line.trim().is_empty() {
            return Ok(lines);
        }
        lines.push(line.trim_end().to_owned());
    }
}

fn status(head: &[String]) -> Result<u16> {
    let line = head.first().context("no answer")?;
    let word = line.split(' ').nth(1).context("no status line")?;
    Ok(word.parse()?)
}

/// A port that nobody listens on at this moment.
pub(crate) fn free_port() -> Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port())
}

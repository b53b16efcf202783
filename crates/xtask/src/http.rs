//! As much of HTTP as a starter needs: one GET of a server on this machine.

use anyhow::{Context, Result};
use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::time::Duration;

/// Status and body of a GET.
pub(crate) fn get(port: u16, path: &str) -> Result<(u16, Vec<u8>)> {
    let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
    stream.set_read_timeout(Some(Duration::from_mins(1)))?;
    // 1.0: no chunks, and the server closes.
    write!(stream, "GET {path} HTTP/1.0\r\nHost: 127.0.0.1:{port}\r\n\r\n")?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer)?;
    let end = answer
        .windows(4)
        .position(|bytes| bytes == b"\r\n\r\n")
        .context("no end of headers")?;
    let (head, body) = answer.split_at(end);
    let status = String::from_utf8_lossy(head)
        .split(' ')
        .nth(1)
        .and_then(|word| word.parse().ok())
        .context("no status line")?;
    Ok((status, body.get(4..).unwrap_or_default().to_vec()))
}

/// A port that nobody listens on at this moment.
pub(crate) fn free_port() -> Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port())
}

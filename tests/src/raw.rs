//! Requests that no well-behaved client would send, byte by byte.

use std::net::SocketAddr;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpSocket, TcpStream};

/// An answer as it came over the wire.
#[derive(Debug)]
pub struct RawAnswer {
    /// The status.
    pub status: u16,
    /// The headers, names in lower case.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: Vec<u8>,
}

impl RawAnswer {
    /// A header.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        let found = self.headers.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.as_str())
    }
}

/// Sends a head (request line and headers, without the empty line) and a body; the server closes.
pub async fn send(address: SocketAddr, head: &str, body: &[u8]) -> RawAnswer {
    let mut stream = TcpStream::connect(address).await.unwrap();
    let head = format!(
        "{}\r\nhost: localhost\r\nconnection: close\r\n\r\n",
        head.trim_end()
    );
    stream.write_all(head.as_bytes()).await.unwrap();
    // A server that has read enough may close before it has read all.
    stream.write_all(body).await.ok();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).await.unwrap();
    parse(&answer)
}

/// Sends what is no whole request, and keeps the connection open; what comes until the server closes it.
pub async fn unfinished(address: SocketAddr, bytes: &[u8]) -> Vec<u8> {
    let mut stream = TcpStream::connect(address).await.unwrap();
    stream.write_all(bytes).await.unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).await.unwrap();
    answer
}

/// A connection whose answers pile up at the server as soon as they are not read.
pub async fn narrow(address: SocketAddr) -> TcpStream {
    let socket = TcpSocket::new_v4().unwrap();
    socket.set_recv_buffer_size(16 * 1024).unwrap();
    socket.connect(address).await.unwrap()
}

/// The body of an answer in chunks, which must end as it should.
#[must_use]
pub fn dechunked(answer: &[u8]) -> Vec<u8> {
    let head = answer
        .windows(4)
        .position(|window| window == b"\r\n\r\n")
        .unwrap();
    let mut rest = answer.get(head + 4..).unwrap();
    let mut body = Vec::new();
    loop {
        let line = rest.windows(2).position(|window| window == b"\r\n").unwrap();
        let (size, after) = rest.split_at(line);
        let size = usize::from_str_radix(std::str::from_utf8(size).unwrap(), 16).unwrap();
        body.extend(after.get(2..2 + size).expect("a chunk is cut"));
        rest = after.get(2 + size + 2..).expect("a chunk is cut");
        if size == 0 {
            return body;
        }
    }
}

fn parse(answer: &[u8]) -> RawAnswer {
    let end = answer
        .windows(4)
        .position(|window| window == b"\r\n\r\n")
        .unwrap_or_else(|| panic!("no head: {:?}", String::from_utf8_lossy(answer)));
    let (head, body) = answer.split_at(end);
    let head = String::from_utf8_lossy(head);
    let mut lines = head.split("\r\n");
    let status = lines
        .next()
        .and_then(|line| line.split(' ').nth(1))
        .unwrap()
        .parse()
        .unwrap();
    let header = |line: &str| {
        let (name, value) = line.split_once(':').unwrap();
        (name.to_ascii_lowercase(), value.trim().to_owned())
    };
    RawAnswer {
        status,
        headers: lines.map(header).collect(),
        body: body.get(4..).unwrap_or_default().to_vec(),
    }
}

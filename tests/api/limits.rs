//! What a server does when too much is asked, too slowly, or while it is told to stop.

use aect_client::{Answer, HeaderMap};
use aect_db::{Error, renditions};
use aect_tests::database::Content;
use aect_tests::raw;
use aect_tests::server::{problem_of, text};
use aect_tests::{Engine, Server, inputs, world};
use std::sync::mpsc;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::task::JoinSet;

/// A position that no journal of a test reaches: whoever asks for it waits.
const NEVER: &str = "1000000000";

/// The answer is a problem document that says when to come back.
fn told_to_come_back(path: &str, answer: &Answer) {
    let problem = problem_of(path, answer, 503);
    assert_eq!(problem.kind, "/docs/problems#unavailable", "{path}");
    assert!(answer.header("retry-after").is_some(), "{path}");
}

/// Asks for a page of each of these lengths at once, each on a question of its own.
fn pages(server: &Server, limits: std::ops::RangeInclusive<u8>) -> JoinSet<Answer> {
    let mut asked = JoinSet::new();
    for limit in limits {
        let client = server.client.clone();
        asked.spawn(async move {
            let path = format!("/api/v1/projects?limit={limit}");
            client.fetch(&path, HeaderMap::new()).await.unwrap()
        });
    }
    asked
}

async fn a_head_that_never_ends_is_cut(engine: Engine) {
    let server = Server::start_with(engine, Content::Nothing, &["--head-timeout", "1"]).await;
    for begun in ["", "GET", "GET /health/live HTTP/1.1\r\nhost: localhost\r\n"] {
        let answer = raw::unfinished(server.address(), begun.as_bytes()).await;
        let answer = String::from_utf8(answer).unwrap();
        assert!(
            answer.is_empty() || answer.starts_with("HTTP/1.1 408 "),
            "{begun:?}: {answer}"
        );
    }
    assert_eq!(server.get("/health/ready").await.status, 200);
    server.stop().await;
}

async fn an_answer_that_does_not_come_in_time_is_a_503(engine: Engine) {
    let server = Server::start_with(engine, Content::World, &["--request-timeout", "1"]).await;
    for path in ["/api/v1/projects", "/api/v1/projects.csv", "/api/v1/search?q=eau"] {
        let answer = server.get_with(path, &[("journal-at-least", NEVER)]).await;
        told_to_come_back(path, &answer);
        assert_eq!(server.get(path).await.status, 200, "{path}");
    }
    server.stop().await;
}

async fn a_reader_without_a_connection_is_not_kept_waiting(engine: Engine) {
    let server = Server::start(engine).await;
    let (started, mut begun) = tokio::sync::mpsc::unbounded_channel();
    // The test's own handle on the database has two connections for readers.
    let holders: Vec<_> = (0..2)
        .map(|_| {
            let (db, started) = (server.db.clone(), started.clone());
            let (release, held) = mpsc::channel::<()>();
            let reading = tokio::spawn(async move {
                db.read(move |_| {
                    started.send(()).unwrap();
                    // Ends when the other side is dropped.
                    held.recv().ok();
                    Ok(())
                })
                .await
            });
            (release, reading)
        })
        .collect();
    for _ in 0..2 {
        begun.recv().await.unwrap();
    }
    let third = server.db.read(renditions::position).await;
    assert!(matches!(third, Err(Error::Overloaded)), "{third:?}");
    let db = server.db.clone();
    let follower = tokio::task::spawn_blocking(move || db.read_blocking(renditions::position));
    let position = follower.await.unwrap();
    assert!(position.is_ok(), "what follows the journal waits for no reader: {position:?}");
    for (release, reading) in holders {
        drop(release);
        reading.await.unwrap().unwrap();
    }
    assert!(server.db.read(renditions::position).await.unwrap() > 0);
    server.stop().await;
}

async fn a_server_that_stops_finishes_what_it_has_begun(engine: Engine) {
    let server = Server::start(engine).await;
    // More than all buffers between the two ends hold.
    let count = 500;
    server
        .write(move |write| {
            for number in 0..count {
                let mut project = inputs::project(&format!("Grand projet {number}"));
                project.description = Some("Beaucoup de mots. ".repeat(2_000));
                world::public(write, &project)?;
            }
            Ok(())
        })
        .await;
    let expected = text(&server.get("/api/v1/projects.ndjson").await);
    let address = server.address();
    let mut idle = TcpStream::connect(address).await.unwrap();
    idle.write_all(b"GET /health/live HTTP/1.1\r\nhost: localhost\r\n\r\n")
        .await
        .unwrap();
    let mut live = [0; 12];
    idle.read_exact(&mut live).await.unwrap();
    assert_eq!(live, *b"HTTP/1.1 200");
    let mut export = raw::narrow(address).await;
    export
        .write_all(b"GET /api/v1/projects.ndjson HTTP/1.1\r\nhost: localhost\r\n\r\n")
        .await
        .unwrap();
    let mut answer = vec![0; 1024];
    export.read_exact(&mut answer).await.unwrap();
    let reading = async {
        // The server lets go of whom it owes nothing: it is stopping now.
        idle.read_to_end(&mut Vec::new()).await.unwrap();
        export.read_to_end(&mut answer).await.unwrap();
    };
    tokio::join!(server.stop(), reading);
    let body = String::from_utf8(raw::dechunked(&answer)).unwrap();
    assert!(body == expected, "{} bytes of {}", body.len(), expected.len());
    assert!(
        TcpStream::connect(address).await.is_err(),
        "nobody listens any more"
    );
}

/// A table that somebody keeps for himself: who has a connection waits, who has none is told, nobody is lost.
#[tokio::test]
async fn a_locked_table_keeps_no_more_than_the_connections() {
    let server = Server::start(Engine::Postgresql).await;
    let lock = server.lock_renditions().await;
    let mut asked = pages(&server, 1..=8);
    // Two hold the two connections of the readers for as long as the table is locked.
    for _ in 0..6 {
        told_to_come_back("/api/v1/projects", &asked.join_next().await.unwrap().unwrap());
    }
    assert_eq!(server.get("/health/live").await.status, 200);
    drop(lock);
    while let Some(answer) = asked.join_next().await {
        assert_eq!(answer.unwrap().status, 200);
    }
    server.stop().await;
}

#[tokio::test]
async fn a_locked_table_keeps_nobody_beyond_the_deadline() {
    let server = Server::start_with(Engine::Postgresql, Content::World, &["--request-timeout", "1"]).await;
    let lock = server.lock_renditions().await;
    for answer in pages(&server, 1..=8).join_all().await {
        told_to_come_back("/api/v1/projects", &answer);
    }
    drop(lock);
    for answer in pages(&server, 1..=8).join_all().await {
        assert_eq!(answer.status, 200);
    }
    server.stop().await;
}

aect_tests::on_both_engines! {
    a_head_that_never_ends_is_cut
    an_answer_that_does_not_come_in_time_is_a_503
    a_reader_without_a_connection_is_not_kept_waiting
    a_server_that_stops_finishes_what_it_has_begun
}

//! The program, in a process of its own.

use aect_client::{Answer, Client, HeaderMap, HeaderValue};
use aect_tests::database::Database;
use aect_tests::people::Somebody;
use serde_json::Value;
use std::process::Stdio;
use tokio::io::{AsyncBufReadExt as _, BufReader, Lines};
use tokio::process::{Child, ChildStderr, Command};
use tokio::task::JoinHandle;

/// Where its site is said to be.
pub(crate) const SITE: &str = "https://aect.example.org";
/// Where the program is.
const PROGRAM: &str = "AECT_TEST_PROGRAM";
/// A log without requests.
pub(crate) const QUIET: &str = "aect=info,aect::access=off";
/// What it says before its address.
const LISTENING: &str = "listening on ";

/// The program, running; it is killed when this is dropped.
pub(crate) struct Program {
    /// Where it answers.
    pub(crate) url: String,
    child: Child,
    /// Read to its end, so that it never waits for a reader.
    log: JoinHandle<Vec<String>>,
}

impl Program {
    /// Starts it over a database, with that much of a log; it is ready.
    pub(crate) async fn start(database: &Database, logged: &str) -> Self {
        let program = std::env::var(PROGRAM).unwrap_or_else(|_| {
            panic!("{PROGRAM} is not set: `cargo xtask test` builds the program and sets it")
        });
        let mut child = Command::new(program)
            .args(["serve", "--listen", "127.0.0.1:0", "--log", logged])
            .args([
                "--public-url",
                SITE,
                "--database-url",
                &database.url,
                "--data-dir",
            ])
            .arg(database.folder.path())
            .stdin(Stdio::null())
            .stderr(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .unwrap();
        let mut log = BufReader::new(child.stderr.take().unwrap()).lines();
        let mut said = Vec::new();
        let url = loop {
            let line = log.next_line().await.unwrap();
            let line = line.unwrap_or_else(|| panic!("it does not start: {said:?}"));
            if let Some((_, url)) = line.split_once(LISTENING) {
                break url.trim().to_owned();
            }
            said.push(line);
        };
        let program = Self {
            url,
            child,
            log: tokio::spawn(rest(said, log)),
        };
        program.is_ready().await;
        program
    }

    /// It answers before its index is there.
    async fn is_ready(&self) {
        let client = Client::new(&self.url).unwrap();
        while client
            .fetch("/health/ready", HeaderMap::new())
            .await
            .unwrap()
            .status
            != 200
        {}
    }

    /// Kills it (SIGKILL): that is what it dies of.
    pub(crate) async fn kill(&mut self) {
        self.child.start_kill().unwrap();
        assert_eq!(self.child.wait().await.unwrap().code(), None);
    }

    /// Kills it, and gives all that it has logged.
    pub(crate) async fn logged(mut self) -> Vec<String> {
        self.kill().await;
        self.log.await.unwrap()
    }
}

/// What it logs from now on, behind what it has said.
async fn rest(mut said: Vec<String>, mut log: Lines<BufReader<ChildStderr>>) -> Vec<String> {
    while let Ok(Some(line)) = log.next_line().await {
        said.push(line);
    }
    said
}

/// The answer to a write; nothing where nobody is there any more.
pub(crate) async fn answer(
    who: &Somebody,
    method: &str,
    path: &str,
    version: Option<&str>,
    body: &Value,
) -> Option<Answer> {
    let mut headers = HeaderMap::new();
    headers.insert("content-type", HeaderValue::from_static("application/json"));
    let token = format!("Bearer {}", who.token);
    headers.insert("authorization", HeaderValue::from_str(&token).unwrap());
    if let Some(version) = version {
        headers.insert("if-match", HeaderValue::from_str(version).unwrap());
    }
    let body = Some(body.to_string().into());
    who.client.send(method, path, headers, body).await.ok()
}

/// How many records answer a question.
pub(crate) async fn total(client: &Client, question: &str) -> usize {
    let path = format!("/api/v1/{question}");
    let answer = client.fetch(&path, HeaderMap::new()).await.unwrap();
    let list: Value = serde_json::from_slice(&answer.body).unwrap();
    list["total"].as_u64().unwrap().try_into().unwrap()
}

/// The addresses of all records that answer a question, one JSON a line, in their order.
pub(crate) async fn listed(client: &Client, question: &str) -> Vec<String> {
    let path = format!("/api/v1/{question}");
    let answer = client.fetch(&path, HeaderMap::new()).await.unwrap();
    let lines = std::str::from_utf8(&answer.body).unwrap().lines();
    let record = |line: &str| serde_json::from_str::<Value>(line).unwrap();
    let mut slugs: Vec<String> = lines
        .map(|line| record(line)["slug"].as_str().unwrap().to_owned())
        .collect();
    slugs.sort_unstable();
    slugs
}

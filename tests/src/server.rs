//! A server of the API, in this process, on a free port.

use crate::database::{self, Content, Database, Engine};
use crate::world::World;
use aect_api::{Config, Running};
use aect_client::{Answer, Client, HeaderMap, HeaderValue};
use aect_db::{Db, Write, renditions};
use aect_types::Problem;
use clap::Parser;
use diesel::connection::SimpleConnection as _;
use diesel::{Connection as _, PgConnection};
use serde::de::DeserializeOwned;

/// The command line of the server, for its defaults.
#[derive(Parser)]
struct Line {
    #[command(flatten)]
    config: Config,
}

/// A running server over a database of its own.
pub struct Server {
    /// The client that tests call it with.
    pub client: Client,
    /// The database behind it, for what only its owners can do: writing.
    pub db: Db,
    engine: Engine,
    pub(crate) running: Running,
    pub(crate) database: Database,
}

impl Server {
    /// A server of the small region of [`crate::world`], ready to answer.
    pub async fn start(engine: Engine) -> Self {
        Self::start_with(engine, Content::World, &[]).await
    }

    /// A server with other content or flags, ready to answer.
    pub async fn start_with(engine: Engine, content: Content, flags: &[&str]) -> Self {
        let database = tokio::task::spawn_blocking(move || Database::new(engine, content))
            .await
            .unwrap();
        Self::over(engine, database, flags).await
    }

    async fn over(engine: Engine, database: Database, flags: &[&str]) -> Self {
        let folder = database.folder.path().display().to_string();
        let mut line = vec![
            "aect",
            "--listen",
            "127.0.0.1:0",
            "--workers",
            "1",
            "--readers",
            "2",
        ];
        if !flags.contains(&"--trusted-proxies") {
            // Tests come from wherever they say.
            line.extend(["--trusted-proxies", "127.0.0.0/8"]);
        }
        line.extend(["--data-dir", &folder, "--database-url", &database.url]);
        line.extend(flags);
        let config = Line::parse_from(line).config;
        let running = aect_api::start(config).await.unwrap();
        running.has_seen(0).await.unwrap();
        let client = Client::new(&running.url()).unwrap();
        let url = database.url.clone();
        let db = tokio::task::spawn_blocking(move || database::open(&url))
            .await
            .unwrap();
        Self {
            client,
            db,
            engine,
            running,
            database,
        }
    }

    /// The records that the database held at the start.
    #[must_use]
    pub fn world(&self) -> &'static World {
        database::world_of(self.engine)
    }

    /// Writes as an owner would, and waits until answers have seen it.
    pub async fn write<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Write<'_>) -> aect_db::Result<T> + Send + 'static,
    ) -> T {
        let value = self.write_unseen(work).await;
        self.settle().await;
        value
    }

    /// Writes as an owner would, and does not wait.
    pub async fn write_unseen<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Write<'_>) -> aect_db::Result<T> + Send + 'static,
    ) -> T {
        let db = self.db.clone();
        let written = tokio::task::spawn_blocking(move || db.write_blocking("import:test", work));
        written.await.unwrap().unwrap()
    }

    /// Waits until answers have seen everything that was written.
    pub async fn settle(&self) {
        let position = self.db.read(renditions::position).await.unwrap();
        self.running.has_seen(position).await.unwrap();
    }

    /// The answer to a GET of `path` (and query), whatever its status.
    pub async fn get(&self, path: &str) -> Answer {
        self.get_with(path, &[]).await
    }

    /// The answer to a GET with headers.
    pub async fn get_with(&self, path: &str, headers: &[(&'static str, &str)]) -> Answer {
        let mut map = HeaderMap::new();
        for (name, value) in headers {
            map.append(*name, HeaderValue::from_str(value).unwrap());
        }
        self.client.fetch(path, map).await.unwrap()
    }

    /// The JSON of a GET that succeeds.
    pub async fn json<T: DeserializeOwned>(&self, path: &str) -> T {
        let answer = self.get(path).await;
        assert_eq!(answer.status, 200, "{path}: {}", text(&answer));
        serde_json::from_slice(&answer.body)
            .unwrap_or_else(|error| panic!("{path}: {error}: {}", text(&answer)))
    }

    /// The problem that a GET is answered with, of that status.
    pub async fn problem(&self, path: &str, status: u16) -> Problem {
        let answer = self.get(path).await;
        problem_of(path, &answer, status)
    }

    /// Which engine its database is on.
    #[must_use]
    pub const fn engine(&self) -> Engine {
        self.engine
    }

    /// Keeps everybody from the renditions until it is dropped, as the maintenance of a database does (PostgreSQL).
    pub async fn lock_renditions(&self) -> PgConnection {
        let url = self.database.url.clone();
        let locked = tokio::task::spawn_blocking(move || {
            let mut conn = PgConnection::establish(&url).unwrap();
            conn.batch_execute("BEGIN; LOCK TABLE renditions IN ACCESS EXCLUSIVE MODE;")
                .unwrap();
            conn
        });
        locked.await.unwrap()
    }

    /// Where the bytes of its files lie.
    #[must_use]
    pub fn files_folder(&self) -> std::path::PathBuf {
        self.database.folder.path().join("files")
    }

    /// Has files erased whose time has come.
    pub async fn sweep_files(&self) {
        self.running.sweep_files().await.unwrap();
    }

    /// Where it listens.
    #[must_use]
    pub const fn address(&self) -> std::net::SocketAddr {
        self.running.address
    }

    /// Whether its database is SQLite.
    #[must_use]
    pub fn is_sqlite(&self) -> bool {
        self.engine == Engine::Sqlite
    }

    /// Where its site is.
    #[must_use]
    pub fn url(&self) -> String {
        self.running.url()
    }

    /// Ends it and starts another one over the same data, with or without the index.
    pub async fn restart(self, lose_index: bool) -> Self {
        let Self {
            db,
            engine,
            running,
            database,
            ..
        } = self;
        drop(db);
        running.stop().await.unwrap();
        if lose_index {
            std::fs::remove_dir_all(database.folder.path().join("index")).unwrap();
        }
        Self::over(engine, database, &[]).await
    }

    /// Ends it and leaves its database to somebody else.
    pub async fn leave(self) -> Database {
        let Self {
            db,
            running,
            database,
            ..
        } = self;
        drop(db);
        running.stop().await.unwrap();
        database
    }

    /// Ends it; its database goes.
    pub async fn stop(self) {
        let database = self.leave().await;
        tokio::task::spawn_blocking(move || drop(database)).await.unwrap();
    }
}

/// The body of an answer as text.
#[must_use]
pub fn text(answer: &Answer) -> String {
    String::from_utf8_lossy(&answer.body).into_owned()
}

/// The problem document of an answer, checked for its form.
#[must_use]
pub fn problem_of(path: &str, answer: &Answer, status: u16) -> Problem {
    assert_eq!(answer.status, status, "{path}: {}", text(answer));
    assert_eq!(
        answer.header("content-type"),
        Some("application/problem+json"),
        "{path}"
    );
    let problem: Problem = serde_json::from_slice(&answer.body).unwrap();
    assert_eq!(problem.status, status, "{path}");
    assert!(
        problem.kind.starts_with("/docs/problems#"),
        "{path}: {}",
        problem.kind
    );
    assert!(!problem.title.is_empty() && !problem.detail.is_empty(), "{path}");
    assert_eq!(
        answer.header("x-request-id"),
        Some(problem.request_id.as_str()),
        "{path}"
    );
    problem
}

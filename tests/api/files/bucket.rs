//! Files in a bucket: a storage that speaks S3, run here, which checks who asks.

use super::{project, send, send_document, send_photo, sql, url};
use crate::editing::{delete, marie, with_status};
use aect_tests::database::Content;
use aect_tests::server::problem_of;
use aect_tests::{Engine, Server};
use hyper::server::conn::http1;
use hyper_util::rt::TokioIo;
use s3s::auth::SimpleAuth;
use s3s::service::{S3Service, S3ServiceBuilder};
use s3s_fs::FileSystem;
use std::path::PathBuf;
use tempfile::TempDir;
use tokio::net::TcpListener;
use tokio::task::{JoinHandle, JoinSet};

const NAME: &str = "aect";
const KEY: &str = "AKIATEST";
const SECRET: &str = "only-in-tests";

/// A storage with one bucket; it is gone when it is dropped.
struct Storage {
    folder: TempDir,
    endpoint: String,
    serving: JoinHandle<()>,
}

impl Storage {
    async fn start() -> Self {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join(NAME)).unwrap();
        let mut service = S3ServiceBuilder::new(FileSystem::new(folder.path()).unwrap());
        service.set_auth(SimpleAuth::from_single(KEY, SECRET));
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let endpoint = format!("http://{}", listener.local_addr().unwrap());
        Self {
            folder,
            endpoint,
            serving: tokio::spawn(serve(listener, service.build())),
        }
    }

    /// What the server is told of it.
    fn flags<'a>(&'a self, secret: &'a str) -> [&'a str; 8] {
        let [bucket, endpoint] = ["--s3-bucket", "--s3-endpoint"];
        let [key, hidden] = ["--s3-access-key", "--s3-secret-key"];
        [bucket, NAME, endpoint, &self.endpoint, key, KEY, hidden, secret]
    }

    /// The objects of one file.
    fn objects(&self, file: &str) -> PathBuf {
        self.folder.path().join(NAME).join(file)
    }

    /// Ends it, and every connection to it.
    async fn stop(&mut self) {
        self.serving.abort();
        assert!((&mut self.serving).await.unwrap_err().is_cancelled());
    }
}

async fn serve(listener: TcpListener, service: S3Service) {
    let mut connections = JoinSet::new();
    loop {
        let (stream, _) = listener.accept().await.unwrap();
        let connection = http1::Builder::new().serve_connection(TokioIo::new(stream), service.clone());
        // Whoever asks may leave in the middle.
        connections.spawn(async move { connection.await.ok() });
    }
}

async fn files_lie_in_a_bucket_as_in_a_folder(engine: Engine) {
    let storage = Storage::start().await;
    let server = Server::start_with(engine, Content::World, &storage.flags(SECRET)).await;
    let marie = marie(&server).await;
    let project = project(&server).await;
    let sent = send_photo(&marie, &project, 1).await;
    let sent = send_document(&marie, &project, sent["version"].as_i64().unwrap()).await;
    for rank in 0..2 {
        let answer = server.get(&url(&sent, rank)).await;
        assert_eq!(answer.status, 200);
        assert!(!answer.body.is_empty());
    }
    let id = sent["files"][0]["id"].as_str().unwrap();
    assert!(storage.objects(id).join("whole").exists());
    assert!(!server.files_folder().exists(), "nothing lies in the folder");
    let removed = format!("/api/v1/files/{id}");
    let gone = with_status(&delete(&marie, &removed, 3).await, 200);
    let long_ago = "UPDATE files SET removed_at = '2026-01-01T00:00:00.000000Z' WHERE removed_at IS NOT NULL";
    server.write_unseen(sql(long_ago)).await;
    server.sweep_files().await;
    assert!(!storage.objects(id).join("whole").exists());
    assert_eq!(
        server.get(&url(&gone, 0)).await.status,
        200,
        "the other one stays"
    );
    server.stop().await;
}

async fn without_the_storage_nothing_is_half_done(engine: Engine) {
    let mut storage = Storage::start().await;
    let server = Server::start_with(engine, Content::World, &storage.flags(SECRET)).await;
    let marie = marie(&server).await;
    let project = project(&server).await;
    let sent = send_photo(&marie, &project, 1).await;
    storage.stop().await;
    let refused = send(&marie, &project, 2, super::pieces::document()).await;
    assert_eq!(
        problem_of(&project, &refused, 503).kind,
        "/docs/problems#unavailable"
    );
    let now = with_status(&marie.ask("GET", &project, &[], None).await, 200);
    assert_eq!(
        (&now["version"], &now["files"]),
        (&sent["version"], &sent["files"])
    );
    assert_eq!(server.get(&url(&sent, 0)).await.status, 503);
    server.stop().await;
}

async fn a_storage_that_does_not_know_us_is_told_as_its_own_fault(engine: Engine) {
    let storage = Storage::start().await;
    let server = Server::start_with(engine, Content::World, &storage.flags("another")).await;
    let marie = marie(&server).await;
    let project = project(&server).await;
    let refused = send(&marie, &project, 1, super::pieces::document()).await;
    let problem = problem_of(&project, &refused, 503);
    assert!(!problem.detail.contains(KEY));
    server.stop().await;
}

aect_tests::on_both_engines! {
    files_lie_in_a_bucket_as_in_a_folder
    without_the_storage_nothing_is_half_done
    a_storage_that_does_not_know_us_is_told_as_its_own_fault
}

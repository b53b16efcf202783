//! The program is killed while many write, and started again: every write that was acknowledged is there, and tables,
//! journal, renditions and search agree. And what it logs names nobody (`logged`).
//!
//! It is the program itself, in a process of its own; `cargo xtask test` builds it and says where it is.
// Says to clippy that helpers of tests are tests.
#![cfg(test)]

mod logged;
mod program;

use aect_client::Client;
use aect_db::{Conn, Db};
use aect_tests::database::{self, Content, Database};
use aect_tests::people::Somebody;
use aect_tests::{Engine, Server, inputs};
use aect_types::Uuid;
use aect_types::people::MemberRole;
use diesel::sql_types::{BigInt, Text};
use diesel::{QueryableByName, RunQueryDsl as _, sql_query};
use futures_util::future::{join, join_all};
use program::{Program, QUIET};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use tokio::sync::watch;

/// How often it is killed, where nobody says otherwise.
const KILLS: usize = 5;
/// Who says otherwise: the drill.
const KILLS_WANTED: &str = "AECT_TEST_KILLS";
const WRITERS: usize = 8;
/// A record takes its writer from its entry to its deletion in so many steps.
const STEPS: i64 = 4;

/// What was acknowledged of each record: its version, and what it said then.
type Acknowledged = watch::Sender<BTreeMap<Uuid, (i64, String)>>;

#[tokio::test]
async fn on_sqlite() {
    killed(Engine::Sqlite).await;
}

#[tokio::test]
async fn on_postgresql() {
    killed(Engine::Postgresql).await;
}

async fn killed(engine: Engine) {
    // Tokens name the site: it stays, wherever the program listens.
    let flags = ["--public-url", program::SITE];
    let server = Server::start_with(engine, Content::World, &flags).await;
    let lead = server.world().bordeaux;
    let writer = server
        .member("marie@mairie-bordeaux.fr", lead, MemberRole::Editor)
        .await;
    let database = server.leave().await;
    let kills = std::env::var(KILLS_WANTED).map_or(KILLS, |wanted| wanted.parse().unwrap());
    let acknowledged = Acknowledged::default();
    for kill in 0..kills {
        let mut program = Program::start(&database, QUIET).await;
        let writer = at(&writer, &program);
        // At another moment each time: after so many acknowledged writes, in the middle of the next ones.
        let last = acknowledged.borrow().len() + 3 + 5 * kill % 17;
        let mut seen = acknowledged.subscribe();
        let killing = async {
            seen.wait_for(|known| known.len() >= last).await.unwrap();
            program.kill().await;
        };
        let writing = (0..WRITERS).map(|rank| write(&writer, lead, rank, &acknowledged));
        join(killing, join_all(writing)).await;
        let db = opened(&database).await;
        settled(&db).await;
        let program = Program::start(&database, QUIET).await;
        let reader = at(&writer, &program);
        found(&reader, &acknowledged).await;
        agreed(&db, &reader.client).await;
    }
}

/// The same person, calling that program.
fn at(somebody: &Somebody, program: &Program) -> Somebody {
    let client = Client::new(&program.url).unwrap();
    client.call_as(Some(somebody.token.clone()));
    Somebody {
        client,
        id: somebody.id,
        token: somebody.token.clone(),
    }
}

/// Enters projects and changes them, again and again, until nobody answers.
async fn write(writer: &Somebody, lead: Uuid, rank: usize, acknowledged: &Acknowledged) {
    loop {
        let mut project = json!(inputs::project(&format!("Écrit par {rank}")));
        project["lead"] = json!(lead);
        project["summary"] = json!("1");
        project["visibility"] = json!("public");
        let Some(made) = sent(writer, "POST", "/api/v1/projects", None, &project).await else {
            return;
        };
        let id: Uuid = made["id"].as_str().unwrap().parse().unwrap();
        note(acknowledged, id, &made);
        for step in 2..=STEPS {
            let change = json!({"summary": step.to_string()});
            let path = format!("/api/v1/projects/{id}");
            let Some(changed) = sent(writer, "PATCH", &path, Some(step - 1), &change).await else {
                return;
            };
            note(acknowledged, id, &changed);
        }
    }
}

fn note(acknowledged: &Acknowledged, id: Uuid, record: &Value) {
    let version = record["version"].as_i64().unwrap();
    let said = record["summary"].as_str().unwrap().to_owned();
    acknowledged.send_modify(|known| {
        known.insert(id, (version, said));
    });
}

/// What is answered to a write; nothing where the program is no more.
async fn sent(who: &Somebody, method: &str, path: &str, version: Option<i64>, body: &Value) -> Option<Value> {
    let tag = version.map(|version| format!("\"{version}\""));
    let answer = program::answer(who, method, path, tag.as_deref(), body).await?;
    assert!(
        matches!(answer.status, 200 | 201),
        "{}",
        String::from_utf8_lossy(&answer.body)
    );
    Some(serde_json::from_slice(&answer.body).unwrap())
}

/// Every acknowledged write is there. What was under way when it was killed may have been written as well, and no more.
async fn found(reader: &Somebody, acknowledged: &Acknowledged) {
    let known = acknowledged.borrow().clone();
    for (id, (version, said)) in known {
        let answer = reader
            .ask("GET", &format!("/api/v1/projects/{id}"), &[], None)
            .await;
        assert_eq!(answer.status, 200, "{id} is lost");
        let record: Value = serde_json::from_slice(&answer.body).unwrap();
        let there = record["version"].as_i64().unwrap();
        assert!(
            (version..=version + 1).contains(&there),
            "{id}: {there}, not {version}"
        );
        let expected = (said.parse::<i64>().unwrap() + there - version).to_string();
        assert_eq!(record["summary"], expected);
        note(acknowledged, id, &record);
    }
}

async fn opened(database: &Database) -> Db {
    let url = database.url.clone();
    tokio::task::spawn_blocking(move || database::open(&url))
        .await
        .unwrap()
}

/// PostgreSQL may still be committing what the program had asked before it was killed: there is one writer at a time, so
/// whoever has a turn comes after it.
async fn settled(db: &Db) {
    db.write("test".to_owned(), |_| Ok(())).await.unwrap();
}

/// The database is whole; journal, renditions and search say what the tables say.
async fn agreed(db: &Db, client: &Client) {
    for nothing in [
        "SELECT count(*) AS n FROM (SELECT record_id FROM journal GROUP BY record_id HAVING count(*) <> max(version)) AS broken",
        "SELECT abs(count(*) - coalesce(max(sequence), 0)) AS n FROM journal",
        "SELECT count(*) AS n FROM records WHERE version <> (SELECT max(version) FROM journal WHERE record_id = records.id)",
        "SELECT count(*) AS n FROM records LEFT JOIN renditions ON record_id = id \
            WHERE record_id IS NULL OR renditions.version <> records.version",
        "SELECT count(*) AS n FROM records WHERE resource = 'projects' AND NOT EXISTS (SELECT 1 FROM projects WHERE projects.id = records.id)",
    ] {
        assert_eq!(number(db, nothing).await, 0, "{nothing}");
    }
    if db.engine_name() == "sqlite" {
        assert_eq!(integrity(db).await, "ok");
        let foreign = "SELECT count(*) AS n FROM pragma_foreign_key_check";
        assert_eq!(number(db, foreign).await, 0);
    }
    let written = written(db).await;
    let found = program::listed(client, "projects.ndjson?q=%C3%A9crit").await;
    assert_eq!(found, written, "the search finds all of them");
    // An export says each record once, whatever the index holds.
    let total = program::total(client, "projects?q=%C3%A9crit").await;
    assert_eq!(total, written.len(), "each of them once");
}

/// The addresses of what was written, in their order.
async fn written(db: &Db) -> Vec<String> {
    let look = |conn: &mut Conn| {
        let those =
            "SELECT slug FROM records JOIN renditions ON record_id = id WHERE summary LIKE '%\"Écrit par %'";
        Ok(sql_query(those).load::<Slug>(conn)?)
    };
    let found = db.read(look).await.unwrap();
    let mut slugs: Vec<String> = found.into_iter().map(|found| found.slug).collect();
    slugs.sort_unstable();
    slugs
}

#[derive(QueryableByName)]
struct Slug {
    #[diesel(sql_type = Text)]
    slug: String,
}

#[derive(QueryableByName)]
struct Number {
    #[diesel(sql_type = BigInt)]
    n: i64,
}

async fn number(db: &Db, question: &'static str) -> i64 {
    let look = move |conn: &mut Conn| Ok(sql_query(question).get_result::<Number>(conn)?.n);
    db.read(look).await.unwrap()
}

#[derive(QueryableByName)]
struct Said {
    #[diesel(sql_type = Text)]
    integrity_check: String,
}

async fn integrity(db: &Db) -> String {
    let look = |conn: &mut Conn| {
        Ok(sql_query("PRAGMA integrity_check")
            .get_result::<Said>(conn)?
            .integrity_check)
    };
    db.read(look).await.unwrap()
}

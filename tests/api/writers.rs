//! Many writers at once: no write is lost, and the journal is in the order of the commits.

use crate::editing::{json_of, post, tag, with_status};
use aect_tests::people::Somebody;
use aect_tests::{Server, both_engines, inputs};
use aect_types::events::EventKind;
use aect_types::people::MemberRole;
use diesel::RunQueryDsl as _;
use diesel::sql_types::BigInt;
use futures_util::future::join_all;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::sync::atomic::{AtomicBool, Ordering};

const WRITERS: usize = 16;
/// How often each writer counts on each record.
const ROUNDS: usize = 3;

/// The journal's last number, and how many entries there are.
#[derive(diesel::QueryableByName, PartialEq, Debug)]
struct Journal {
    #[diesel(sql_type = BigInt)]
    last: i64,
    #[diesel(sql_type = BigInt)]
    entries: i64,
}

async fn journal(server: &Server) -> Journal {
    let look = |conn: &mut aect_db::Conn| {
        let sql = "SELECT coalesce(max(sequence), 0) AS last, count(*) AS entries FROM journal";
        Ok(diesel::sql_query(sql).get_result(conn)?)
    };
    server.db.read(look).await.unwrap()
}

/// Three records of different kinds that all editors of Bordeaux may write; each counts in its description.
async fn counters(server: &Server, who: &Somebody) -> Vec<String> {
    let bordeaux = server.world().bordeaux;
    let mut project = json!(inputs::project("Compteur"));
    project["lead"] = json!(bordeaux);
    let mut event = json!(inputs::event(
        "Compteur",
        EventKind::Other,
        inputs::period("2027")
    ));
    event["organisations"] = json!([{"collectivity": bordeaux, "actor": null, "role": "organiser"}]);
    let partner = json!(inputs::partner_authority("Compteur", "SN", None));
    let mut paths = Vec::new();
    for (resource, mut record) in [
        ("projects", project),
        ("events", event),
        ("partner-authorities", partner),
    ] {
        record["description"] = json!("0");
        record["visibility"] = json!("public");
        let made = with_status(&post(who, resource, &record).await, 201);
        paths.push(format!("/api/v1/{resource}/{}", made["id"].as_str().unwrap()));
    }
    server.settle().await;
    paths
}

/// Adds one to what a record says, again and again until nobody was faster. Gives the position that the write got, and
/// how often somebody was.
async fn count_one(who: &Somebody, path: &str) -> (i64, usize) {
    let mut present = json_of(&who.ask("GET", path, &[], None).await);
    let mut beaten = 0;
    loop {
        let counted: usize = present["description"].as_str().unwrap().parse().unwrap();
        let version = tag(present["version"].as_i64().unwrap());
        let change = json!({"description": (counted + 1).to_string()}).to_string();
        let answer = who
            .ask("PATCH", path, &[("if-match", &version)], Some(&change))
            .await;
        if answer.status == 412 {
            present = json_of(&answer)["present"].take();
            beaten += 1;
            continue;
        }
        let written = with_status(&answer, 200);
        assert_eq!(
            written["description"],
            (counted + 1).to_string(),
            "the answer is one's own write"
        );
        return (
            answer.header("journal-position").unwrap().parse().unwrap(),
            beaten,
        );
    }
}

/// One writer's work: on each record in turn, each writer beginning with another.
async fn work(who: &Somebody, paths: &[String], rank: usize) -> Vec<(i64, usize)> {
    let mut done = Vec::new();
    for turn in 0..ROUNDS * paths.len() {
        done.push(count_one(who, &paths[(rank + turn) % paths.len()]).await);
    }
    done
}

both_engines! {
    async fn nobody_loses_a_write(server: &Server) {
        let bordeaux = server.world().bordeaux;
        let mut people = Vec::new();
        for rank in 0..WRITERS {
            people.push(server.member(&format!("w{rank}@example.org"), bordeaux, MemberRole::Editor).await);
        }
        let paths = counters(server, &people[0]).await;
        let before = journal(server).await;
        let done = AtomicBool::new(false);
        let writing = async {
            let all = people.iter().enumerate().map(|(rank, who)| work(who, &paths, rank));
            let acknowledged = join_all(all).await.concat();
            done.store(true, Ordering::Relaxed);
            acknowledged
        };
        let looking = async {
            let mut looks = 0;
            while !done.load(Ordering::Relaxed) {
                // Whoever looks meanwhile sees all that came before what they see: no number is missing.
                let seen = journal(server).await;
                assert_eq!(seen.last - before.last, seen.entries - before.entries);
                looks += 1;
            }
            looks
        };
        let (acknowledged, looks) = futures_util::future::join(writing, looking).await;
        let writes = WRITERS * ROUNDS * paths.len();
        assert_eq!(acknowledged.len(), writes);
        assert!(looks > 1 && acknowledged.iter().any(|(_, beaten)| *beaten > 0), "they got in each other's way");
        // Each write has a position of its own, and no other has one.
        let positions: BTreeSet<i64> = acknowledged.iter().map(|(position, _)| *position).collect();
        let last = before.last + i64::try_from(writes).unwrap();
        assert_eq!(positions, (before.last + 1..=last).collect());
        server.settle().await;
        for path in &paths {
            let record: Value = server.json(path).await;
            let counted = WRITERS * ROUNDS;
            assert_eq!(record["description"], counted.to_string());
            assert_eq!(record["version"], counted + 1);
            let history = json_of(&people[0].ask("GET", &format!("{path}/history"), &[], None).await);
            let steps = history["items"].as_array().unwrap().iter().filter(|step| step["operation"] == "update");
            for (rank, step) in steps.rev().enumerate() {
                assert_eq!(step["version"], rank + 2);
                assert_eq!(step["changes"]["description"], json!([rank.to_string(), (rank + 1).to_string()]));
            }
        }
    }
}

//! `Idempotency-Key`: what is sent twice is done once.

use crate::editing::{json_of, marie, patch, problem, seen_by, with_status};
use aect_client::Answer;
use aect_tests::people::Somebody;
use aect_tests::{Engine, Server, both_engines, inputs};
use aect_types::actors::ActorKind;
use aect_types::people::MemberRole;
use aect_types::projects::ProjectInput;
use diesel::RunQueryDsl as _;
use serde_json::{Value, json};

fn project(server: &Server) -> Value {
    json!(ProjectInput {
        lead: Some(server.world().bordeaux),
        ..inputs::project("Un seul puits")
    })
}

async fn post(who: &Somebody, resource: &str, key: &str, body: &Value) -> Answer {
    let path = format!("/api/v1/{resource}");
    let body = body.to_string();
    who.ask("POST", &path, &[("idempotency-key", key)], Some(&body))
        .await
}

/// What tells one answer from another.
fn said(answer: &Answer) -> (u16, Vec<Option<&str>>, Value) {
    let headers = [
        "location",
        "etag",
        "journal-position",
        "content-type",
        "cache-control",
    ];
    let headers = headers.iter().map(|name| answer.header(name)).collect();
    (answer.status, headers, json_of(answer))
}

/// How many rows a statement touches: all that are there.
async fn touched(server: &Server, sql: String) -> usize {
    let touched =
        server.write_unseen(move |write| write.raw(|conn| Ok(diesel::sql_query(sql).execute(conn)?)));
    touched.await
}

/// How many projects of that title there are.
async fn entered(server: &Server, title: &str) -> usize {
    touched(
        server,
        format!("UPDATE projects SET title = title WHERE title = '{title}'"),
    )
    .await
}

both_engines! {
    async fn a_retry_gets_the_first_answer_again(server: &Server) {
        let marie = marie(server).await;
        let first = post(&marie, "projects", "un-1", &project(server)).await;
        with_status(&first, 201);
        assert_eq!(first.header("idempotency-replayed"), None);
        let path = first.header("location").unwrap();
        // Even when the record has gone on meanwhile.
        with_status(&patch(&marie, path, 1, &json!({"title": "Deux puits"})).await, 200);
        let again = post(&marie, "projects", "un-1", &project(server)).await;
        assert_eq!(said(&again), said(&first));
        assert_eq!(again.header("idempotency-replayed"), Some("true"));
        let other = post(&marie, "projects", "un-2", &project(server)).await;
        assert_ne!(json_of(&other)["id"], json_of(&first)["id"]);
    }

    async fn of_many_at_once_one_is_done(server: &Server) {
        let marie = marie(server).await;
        let body = project(server);
        let all = (0..8).map(|_| post(&marie, "projects", "\"8e03978e\"", &body));
        let answers = futures_util::future::join_all(all).await;
        for answer in &answers {
            assert_eq!(said(answer), said(&answers[0]));
            assert_eq!(answer.status, 201);
        }
        let replayed = answers.iter().filter(|answer| answer.header("idempotency-replayed") == Some("true"));
        assert_eq!(replayed.count(), 7);
        assert_eq!(entered(server, "Un seul puits").await, 1);
    }

    async fn a_key_asks_for_one_thing(server: &Server) {
        let marie = marie(server).await;
        with_status(&post(&marie, "projects", "k", &project(server)).await, 201);
        let mut other = project(server);
        other["title"] = json!("Un autre puits");
        let refused = problem(&post(&marie, "projects", "k", &other).await, 422);
        assert_eq!(refused.kind, "/docs/problems#idempotency-key-reused");
        let actor = json!(inputs::actor(ActorKind::Company, "Puits et fils"));
        problem(&post(&marie, "actors", "k", &actor).await, 422);
        // Two that differ come at once: one is done, the other refused.
        let bodies = [project(server), other];
        let both = bodies.iter().map(|body| post(&marie, "projects", "l", body));
        let answers = futures_util::future::join_all(both).await;
        let mut statuses: Vec<u16> = answers.iter().map(|answer| answer.status).collect();
        statuses.sort_unstable();
        assert_eq!(statuses, [201, 422]);
        // It is its person's own.
        let colleague = server.member("c@example.org", server.world().bordeaux, MemberRole::Editor).await;
        let theirs = post(&colleague, "projects", "k", &project(server)).await;
        with_status(&theirs, 201);
        assert_eq!(theirs.header("idempotency-replayed"), None);
    }

    async fn what_was_refused_may_be_corrected(server: &Server) {
        let marie = marie(server).await;
        let mut wrong = project(server);
        wrong["title"] = json!("");
        let refused = problem(&post(&marie, "projects", "k", &wrong).await, 422);
        assert_eq!(refused.kind, "/docs/problems#invalid-body");
        let made = post(&marie, "projects", "k", &project(server)).await;
        with_status(&made, 201);
        assert_eq!(seen_by(&marie, made.header("location").unwrap()).await, 200);
    }

    async fn a_key_is_a_short_visible_word(server: &Server) {
        let marie = marie(server).await;
        for key in ["", "deux mots", "\u{e9}", &"k".repeat(256)] {
            let refused = problem(&post(&marie, "projects", key, &project(server)).await, 400);
            assert_eq!(refused.kind, "/docs/problems#bad-request", "{key}");
        }
        with_status(&post(&marie, "projects", &"k".repeat(255), &project(server)).await, 201);
        assert_eq!(entered(server, "Un seul puits").await, 1);
    }

    async fn a_day_later_a_key_is_new_and_old_ones_are_gone(server: &Server) {
        let marie = marie(server).await;
        for key in ["a", "b"] {
            with_status(&post(&marie, "projects", key, &project(server)).await, 201);
        }
        let day_before = match server.engine() {
            Engine::Sqlite => "strftime('%Y-%m-%dT%H:%M:%f000Z', 'now', '-25 hours')",
            Engine::Postgresql => "now() - interval '25 hours'",
        };
        touched(server, format!("UPDATE idempotency_keys SET created_at = {day_before}")).await;
        let later = post(&marie, "projects", "a", &project(server)).await;
        with_status(&later, 201);
        assert_eq!(later.header("idempotency-replayed"), None);
        let left = touched(server, "DELETE FROM idempotency_keys".to_owned()).await;
        assert_eq!(left, 1, "the old ones went with the write of a new one");
    }

    async fn every_post_of_a_person_that_needs_it_takes_a_key(server: &Server) {
        let admin = server.admin("admin@example.org").await;
        let document: Value = server.json("/api/v1/openapi.json").await;
        let mut taken = 0;
        for (path, item) in document["paths"].as_object().unwrap() {
            let Some(post) = item.get("post") else { continue };
            let parameters = post["parameters"].as_array().unwrap();
            let takes = parameters.iter().any(|one| one["$ref"] == "#/components/parameters/Idempotency-Key");
            let resource = path.split('/').nth(1).unwrap();
            if !takes {
                continue;
            }
            taken += 1;
            let path = if path.contains("{key}") {
                let first: Value = server.json(&format!("/api/v1/{resource}?limit=1")).await;
                path.replace("{key}", first["items"][0]["id"].as_str().unwrap())
            } else {
                path.clone()
            };
            let refused = admin.ask("POST", &format!("/api/v1{path}"), &[("idempotency-key", "deux mots")], Some("{}")).await;
            let refused = problem(&refused, 400);
            assert_eq!(refused.kind, "/docs/problems#bad-request", "{path}");
        }
        assert!(taken >= 28, "{taken}");
    }

    async fn of_many_who_ask_invite_or_propose_at_once_one_does(server: &Server) {
        let (bordeaux, landes) = (server.world().bordeaux, server.world().landes);
        let claire = server.member("claire@mairie-bordeaux.example.fr", bordeaux, MemberRole::Owner).await;
        server.member("jean@landes.example.fr", landes, MemberRole::Owner).await;
        let shared: ProjectInput = serde_json::from_value(project(server)).unwrap();
        let shared = server.write(move |write| aect_tests::world::public(write, &shared)).await;
        for (path, body, told, letters) in [
            ("memberships", json!({"record": landes}), "jean@landes.example.fr", 2),
            ("invitations", json!({"record": bordeaux, "email": "rose@example.org", "role": "reader"}), "rose@example.org", 1),
            ("co-leads", json!({"project": shared, "collectivity": landes}), "jean@landes.example.fr", 3),
            ("corrections", json!({"record": bordeaux, "wrong": "Rien ne va."}), "claire@mairie-bordeaux.example.fr", 2),
        ] {
            let all = (0..8).map(|_| post(&claire, path, path, &body));
            let answers = futures_util::future::join_all(all).await;
            for answer in &answers {
                assert_eq!((answer.status, &answer.body), (answers[0].status, &answers[0].body), "{path}");
            }
            let replayed = answers.iter().filter(|answer| answer.header("idempotency-replayed") == Some("true"));
            assert_eq!(replayed.count(), 7, "{path}");
            assert_eq!(server.letters(told).await.len(), letters, "{path}");
        }
        let waiting = touched(server, "UPDATE remarks SET state = state".to_owned()).await;
        assert_eq!(waiting, 1);
    }

    async fn animators_do_it_once_and_no_secret_is_kept(server: &Server) {
        let anim = server.animator("anim@example.org").await;
        let bordeaux = server.world().bordeaux;
        let body = json!({"record": bordeaux, "role": "reader"});
        let all = (0..8).map(|_| post(&anim, "visit-codes", "code", &body));
        let answers = futures_util::future::join_all(all).await;
        assert!(answers.iter().all(|answer| answer.status == 201));
        let shown: Vec<Value> = answers.iter().map(json_of).filter(|made| !made["code"].is_null()).collect();
        assert_eq!(shown.len(), 1, "shown once");
        let code = shown[0]["code"].as_str().unwrap();
        assert_eq!(touched(server, "UPDATE visit_codes SET role = role".to_owned()).await, 1);
        let kept = format!("UPDATE idempotency_keys SET key = key WHERE body LIKE '%{code}%'");
        assert_eq!(touched(server, kept).await, 0);
        // What is decided in the queue is decided once, and answered alike.
        let report = json!({"record": bordeaux, "reason": "spam"});
        assert_eq!(post(&anim, "reports", "r", &report).await.status, 202);
        assert_eq!(post(&anim, "reports", "r", &report).await.header("idempotency-replayed"), Some("true"));
        let item = anim.client.moderation().await.unwrap().items.remove(0);
        let accept = json!({"act": "accept", "items": [{"kind": "report", "id": item.id}]});
        let all = (0..8).map(|_| post(&anim, "moderation/decisions", "d", &accept));
        let answers = futures_util::future::join_all(all).await;
        for answer in &answers {
            assert_eq!(json_of(answer), json_of(&answers[0]));
            assert_eq!(json_of(answer)["results"][0]["status"], 200);
        }
        let undo = json!({"decisions": [json_of(&answers[0])["results"][0]["decision"]]});
        let (one, again) = (post(&anim, "moderation/undo", "u", &undo).await, post(&anim, "moderation/undo", "u", &undo).await);
        assert_eq!((one.status, json_of(&one)), (again.status, json_of(&again)));
        assert_eq!(anim.client.moderation().await.unwrap().items.len(), 1);
    }

    async fn what_is_merged_or_restored_twice_is_once(server: &Server) {
        let anim = server.animator("anim@example.org").await;
        let actor = json!(inputs::actor(ActorKind::Company, "Puits et fils"));
        let made = [post(&anim, "actors", "a", &actor).await, post(&anim, "actors", "b", &actor).await];
        let [goes, stays] = made.map(|answer| json_of(&answer)["id"].as_str().unwrap().to_owned());
        let twice = async |path: String, version: &str, body: Value| {
            let headers = [("idempotency-key", "m"), ("if-match", version)];
            let body = body.to_string();
            let one = anim.ask("POST", &path, &headers, Some(&body)).await;
            let again = anim.ask("POST", &path, &headers, Some(&body)).await;
            assert_eq!(said(&one), said(&again));
            assert_eq!((one.status, again.header("idempotency-replayed")), (200, Some("true")));
            touched(server, "DELETE FROM idempotency_keys".to_owned()).await;
        };
        twice(format!("/api/v1/actors/{goes}/merge"), "\"1\"", json!({"into": stays})).await;
        let path = format!("/api/v1/actors/{stays}");
        with_status(&patch(&anim, &path, 2, &json!({"description": "Autre chose."})).await, 200);
        twice(format!("{path}/restore"), "\"3\"", json!({"version": 1})).await;
    }
}

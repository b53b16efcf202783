//! Writing: who may, what is refused and why, what stays.

use crate::editing::{json_of, marie, patch, pointers, post, problem, seen_by, tag};
use aect_client::Answer;
use aect_tests::people::Somebody;
use aect_tests::server::text;
use aect_tests::{Server, both_engines, inputs};
use aect_types::Uuid;
use aect_types::people::MemberRole;
use serde_json::{Value, json};

/// A whole project of Bordeaux, as a form would send it.
fn project(server: &Server) -> Value {
    json!({
        "title": "Écoles jumelles", "summary": null, "description": null, "kind": "youth_mobility", "status": "preparing",
        "status_note": null, "to_confirm": false, "lead_name": null, "area": null,
        "countries": [{"country": "SN", "share_percent": null}], "places": [], "sdgs": [4], "dac_sectors": [],
        "start_date": "2026-09", "start_note": null, "end_date": null, "budget": null, "budget_note": null,
        "looking_for": ["partners"], "looking_for_note": null, "brings_home": null, "results": null,
        "beneficiaries": null, "other_participants": [], "links": [], "documents": [],
        "lead": server.world().bordeaux, "collectivities": [], "actors": [], "partner_authorities": [],
        "themes": [server.world().youth], "funding_lines": [], "parent": null
    })
}

async fn create(who: &Somebody, body: &Value) -> Answer {
    post(who, "projects", body).await
}

both_engines! {
    async fn an_editor_changes_their_own_record(server: &Server) {
        let marie = marie(server).await;
        let path = format!("/api/v1/collectivities/{}", server.world().bordeaux);
        let before: Value = server.json(&path).await;
        let version = before["version"].as_i64().unwrap();
        let change = json!({"summary": "Jumelages et coopérations.", "engagement": "engaged"});
        let answer = patch(&marie, &path, version, &change).await;
        assert_eq!(answer.status, 200, "{}", text(&answer));
        let after = json_of(&answer);
        assert_eq!(after["version"], version + 1);
        assert_eq!(after["summary"], "Jumelages et coopérations.");
        assert_eq!(after["name"], before["name"]);
        assert!(after["confirmed_at"].is_string(), "who writes it says that it is true");
        assert!(answer.header("etag").unwrap().starts_with(&format!("\"{}-", version + 1)));
        // One's own write is read at once by whoever asks for it.
        let position = answer.header("journal-position").unwrap();
        let read = server.get_with(&path, &[("journal-at-least", position)]).await;
        assert_eq!(json_of(&read), after);
    }

    async fn that_nothing_has_changed_is_said_too(server: &Server) {
        let marie = marie(server).await;
        let path = format!("/api/v1/collectivities/{}", server.world().bordeaux);
        let before: Value = server.json(&path).await;
        let version = before["version"].as_i64().unwrap();
        assert!(before["confirmed_at"].is_null());
        let answer = patch(&marie, &path, version, &json!({})).await;
        let after = json_of(&answer);
        assert!(after["confirmed_at"].is_string(), "{after}");
        assert_eq!(after["version"], version + 1);
        let position = answer.header("journal-position").unwrap();
        let read = server.get_with(&path, &[("journal-at-least", position)]).await;
        assert_eq!(json_of(&read), after);
        let history = json_of(&marie.ask("GET", &format!("{path}/history"), &[], None).await);
        assert_eq!(history["items"][0]["changes"]["confirmed_at"], json!([null, after["confirmed_at"]]));
    }

    async fn a_draft_is_found_by_those_who_write_it(server: &Server) {
        let marie = marie(server).await;
        let bordeaux = server.world().bordeaux;
        let body = serde_json::to_value(inputs::project("Eau potable")).unwrap();
        let mut body = body.as_object().unwrap().clone();
        body.insert("lead".to_owned(), json!(bordeaux));
        let made = create(&marie, &Value::Object(body)).await;
        assert_eq!(made.status, 201, "{}", text(&made));
        let titles = async |who: &Somebody| -> Vec<String> {
            let drafts = who.client.drafts().await.unwrap();
            drafts.items.into_iter().map(|draft| draft.title).collect()
        };
        // Besides, the drafts that the world has of Bordeaux.
        let hers = titles(&marie).await;
        assert_eq!(hers.first().map(String::as_str), Some("Eau potable"));
        let colleague = server.member("colleague@example.org", bordeaux, MemberRole::Owner).await;
        assert_eq!(titles(&colleague).await, hers);
        let reader = server.member("reader@example.org", bordeaux, MemberRole::Reader).await;
        let elsewhere = server.member("elsewhere@example.org", server.world().landes, MemberRole::Owner).await;
        for other in [&reader, &elsewhere] {
            assert!(!titles(other).await.contains(&"Eau potable".to_owned()));
        }
        let record = json_of(&made);
        let path = format!("/api/v1/projects/{}", record["id"].as_str().unwrap());
        let shown = patch(&marie, &path, 1, &json!({"visibility": "public"})).await;
        assert_eq!(shown.status, 200, "{}", text(&shown));
        assert!(!titles(&marie).await.contains(&"Eau potable".to_owned()), "no draft any more");
    }

    async fn nobody_else_does(server: &Server) {
        let path = format!("/api/v1/collectivities/{}", server.world().bordeaux);
        let version = server.json::<Value>(&path).await["version"].as_i64().unwrap();
        let change = json!({"summary": "À moi."});
        let reader = server.member("r@example.org", server.world().bordeaux, MemberRole::Reader).await;
        let elsewhere = server.member("e@example.org", server.world().landes, MemberRole::Owner).await;
        let nobody = server.sign_in("n@example.org").await;
        for who in [&reader, &elsewhere, &nobody] {
            assert_eq!(problem(&patch(who, &path, version, &change).await, 403).kind, "/docs/problems#forbidden");
            // A member's draft is not even there for them.
            for hidden in server.world().hidden.iter().filter(|hidden| hidden.resource == aect_types::Resource::Projects) {
                let path = format!("/api/v1/projects/{}", hidden.id);
                let answer = patch(who, &path, 1, &json!({})).await;
                assert!(answer.status == 404 || answer.status == 403 && seen_by(who, &path).await == 200, "{}", text(&answer));
            }
        }
        let mut headers = aect_client::HeaderMap::new();
        headers.insert("content-type", aect_client::HeaderValue::from_static("application/json"));
        let body = Some(change.to_string().into());
        let answer = server.client.send("PATCH", &path, headers, body).await.unwrap();
        assert_eq!(problem(&answer, 401).kind, "/docs/problems#unauthorized");
        assert_eq!(server.json::<Value>(&path).await["version"], version);
    }

    async fn a_change_names_the_version_it_was_made_on(server: &Server) {
        let marie = marie(server).await;
        let path = format!("/api/v1/collectivities/{}", server.world().bordeaux);
        let version = server.json::<Value>(&path).await["version"].as_i64().unwrap();
        let body = json!({"summary": "Un."}).to_string();
        let answer = marie.ask("PATCH", &path, &[], Some(&body)).await;
        assert_eq!(problem(&answer, 428).kind, "/docs/problems#precondition-required");
        assert_eq!(patch(&marie, &path, version, &json!({"summary": "Un."})).await.status, 200);
        let answer = patch(&marie, &path, version, &json!({"summary": "Deux."})).await;
        assert_eq!(problem(&answer, 412).kind, "/docs/problems#precondition-failed");
        // What it says now stands beside, so that a person can compare.
        let stale = json_of(&answer);
        assert_eq!((&stale["present"]["summary"], &stale["present"]["version"]), (&json!("Un."), &json!(version + 1)));
    }

    async fn of_many_at_once_one_wins_each_version(server: &Server) {
        let marie = marie(server).await;
        let path = format!("/api/v1/collectivities/{}", server.world().bordeaux);
        let first = server.json::<Value>(&path).await["version"].as_i64().unwrap();
        for round in 0..3 {
            let version = first + round;
            let changes: Vec<Value> = (0..8).map(|writer| json!({"summary": format!("{round}/{writer}")})).collect();
            let all = changes.iter().map(|change| patch(&marie, &path, version, change));
            let answers = futures_util::future::join_all(all).await;
            let mut statuses: Vec<u16> = answers.iter().map(|answer| answer.status).collect();
            statuses.sort_unstable();
            assert_eq!(statuses, [200, 412, 412, 412, 412, 412, 412, 412]);
        }
        let answer = marie.ask("GET", &format!("{path}/history"), &[], None).await;
        let versions: Vec<i64> = json_of(&answer)["items"].as_array().unwrap().iter().map(|one| one["version"].as_i64().unwrap()).collect();
        assert_eq!(versions, (1..=first + 3).rev().collect::<Vec<_>>(), "no write is lost, none is counted twice");
    }

    async fn everything_that_is_wrong_is_said_at_once(server: &Server) {
        let marie = marie(server).await;
        let mut body = project(server);
        body["title"] = json!("  ");
        body["summary"] = json!("a".repeat(281));
        body["countries"] = json!([{"country": "SN", "share_percent": 70}, {"country": "SN", "share_percent": 70}]);
        body["end_date"] = json!("2025");
        body["sdgs"] = json!([18]);
        body["links"] = json!([{"title": "x", "url": "javascript:alert(1)"}]);
        let found = problem(&create(&marie, &body).await, 422);
        let expected = ["/countries", "/countries/1/country", "/end_date", "/links/0/url", "/sdgs/0", "/summary", "/title"];
        assert_eq!(pointers(&found), expected, "{found:?}");
        let mut body = project(server);
        body["themes"] = json!([Uuid::nil(), server.world().youth]);
        body["parent"] = json!(server.world().youth);
        let found = problem(&create(&marie, &body).await, 422);
        assert_eq!(pointers(&found), ["/parent", "/themes/0"]);
        for (change, named) in [
            (json!({"nothing": 1}), "/nothing"),
            (json!({"title": 3}), "/title"),
            (json!({"visibility": "secret"}), "/visibility"),
        ] {
            let mut body = project(server);
            body.as_object_mut().unwrap().extend(change.as_object().unwrap().clone());
            assert_eq!(pointers(&problem(&create(&marie, &body).await, 422)), [named]);
        }
    }

    async fn what_is_not_ones_own_to_say_cannot_be_slipped_in(server: &Server) {
        let marie = marie(server).await;
        let path = format!("/api/v1/collectivities/{}", server.world().bordeaux);
        let version = server.json::<Value>(&path).await["version"].as_i64().unwrap();
        let change = json!({"name": "Mienne", "population": 1, "in_scope": false, "summary": "Bien."});
        let found = problem(&patch(&marie, &path, version, &change).await, 422);
        assert_eq!(pointers(&found), ["/in_scope", "/name", "/population"]);
        for unknown in ["id", "slug", "version", "confirmed_at", "activity", "provenance"] {
            let found = problem(&patch(&marie, &path, version, &json!({unknown: 1})).await, 422);
            assert_eq!(pointers(&found), [format!("/{unknown}")]);
        }
        // A project cannot be given the owner that it is not hers to name, nor be made in its name.
        let created = json_of(&create(&marie, &project(server)).await);
        let path = format!("/api/v1/projects/{}", created["id"].as_str().unwrap());
        let gironde = server.world().gironde;
        let co_led = json!({"collectivities": [{"collectivity": gironde, "role": "co_lead"}]});
        assert_eq!(pointers(&problem(&patch(&marie, &path, 1, &co_led).await, 422)), ["/collectivities/0/collectivity"]);
        let partner = json!({"collectivities": [{"collectivity": gironde, "role": "partner"}]});
        assert_eq!(patch(&marie, &path, 1, &partner).await.status, 200);
        let mut theirs = project(server);
        theirs["lead"] = json!(gironde);
        problem(&create(&marie, &theirs).await, 403);
        // Nor is that got round by naming herself beside it.
        theirs["collectivities"] = json!([{"collectivity": server.world().bordeaux, "role": "co_lead"}]);
        theirs["lead_name"] = json!("La Gironde");
        assert_eq!(pointers(&problem(&create(&marie, &theirs).await, 422)), ["/lead", "/lead_name"]);
    }

    async fn a_project_is_drafted_published_deleted_and_brought_back(server: &Server) {
        let marie = marie(server).await;
        let made = create(&marie, &project(server)).await;
        assert_eq!(made.status, 201, "{}", text(&made));
        let created = json_of(&made);
        assert_eq!((&created["visibility"], &created["version"]), (&json!("draft"), &json!(1)));
        let path = made.header("location").unwrap().to_owned();
        assert_eq!(path, format!("/api/v1/projects/{}", created["slug"].as_str().unwrap()));
        // A draft is there for its own people only.
        let colleague = server.member("c@example.org", server.world().bordeaux, MemberRole::Reader).await;
        let other = server.member("o@example.org", server.world().gironde, MemberRole::Owner).await;
        assert_eq!(seen_by(&marie, &path).await, 200);
        for who in [&colleague, &other] {
            assert_eq!(seen_by(who, &path).await, 404);
        }
        server.problem(&path, 404).await;
        let published = patch(&marie, &path, 1, &json!({"visibility": "public"})).await;
        assert_eq!(published.status, 200, "{}", text(&published));
        let position = published.header("journal-position").unwrap();
        assert_eq!(server.get_with(&path, &[("journal-at-least", position)]).await.status, 200);
        let listed: Value = server.json("/api/v1/projects?q=jumelles").await;
        assert_eq!(listed["total"], 1);
        // Deleted, it is gone from every answer once the deletion is answered.
        let version = json_of(&published)["version"].as_i64().unwrap();
        let answer = marie.ask("DELETE", &path, &[("if-match", &tag(version))], None).await;
        assert_eq!(answer.status, 204, "{}", text(&answer));
        server.problem(&path, 404).await;
        assert_eq!(server.json::<Value>("/api/v1/projects?q=jumelles").await["total"], 0);
        assert_eq!(seen_by(&marie, &path).await, 404);
        let gone = patch(&marie, &path, version + 1, &json!({"title": "Encore là"})).await;
        assert_eq!(gone.status, 404, "what is gone is brought back before it is changed");
        let restored = marie.ask("POST", &format!("{path}/restore"), &[("if-match", &tag(version + 1))], Some("{}")).await;
        assert_eq!(restored.status, 200, "{}", text(&restored));
        let position = restored.header("journal-position").unwrap();
        assert_eq!(server.get_with(&path, &[("journal-at-least", position)]).await.status, 200);
    }

    async fn history_says_who_what_and_when_and_any_version_comes_back(server: &Server) {
        let marie = marie(server).await;
        let account = marie.client.account().await.unwrap();
        let name = json!({"name": "Marie Curie"}).to_string();
        marie.ask("PATCH", "/api/v1/account", &[("if-match", &tag(account.version))], Some(&name)).await;
        let created = json_of(&create(&marie, &project(server)).await);
        let path = format!("/api/v1/projects/{}", created["id"].as_str().unwrap());
        patch(&marie, &path, 1, &json!({"title": "Écoles sœurs", "status": "active"})).await;
        patch(&marie, &path, 2, &json!({"title": "Lycées sœurs"})).await;
        let history = json_of(&marie.ask("GET", &format!("{path}/history"), &[], None).await);
        let last = &history["items"][0];
        assert_eq!(last["changes"]["title"], json!(["Écoles sœurs", "Lycées sœurs"]));
        assert_eq!((&last["version"], &last["operation"]), (&json!(3), &json!("update")));
        assert_eq!(last["author"], json!({"kind": "person", "id": marie.id, "name": "Marie Curie"}));
        assert_eq!(history["items"][2]["operation"], "create");
        let other = server.member("o@example.org", server.world().gironde, MemberRole::Owner).await;
        assert_eq!(other.ask("GET", &format!("{path}/history"), &[], None).await.status, 404);
        let back = marie.ask("POST", &format!("{path}/restore"), &[("if-match", &tag(3))], Some("{\"version\": 1}")).await;
        let back = json_of(&back);
        assert_eq!((&back["title"], &back["status"], &back["version"]), (&json!("Écoles jumelles"), &json!("preparing"), &json!(4)));
        let wrong = marie.ask("POST", &format!("{path}/restore"), &[("if-match", &tag(4))], Some("{\"version\": 9}")).await;
        assert_eq!(pointers(&problem(&wrong, 422)), ["/version"]);
    }

    async fn a_project_never_takes_the_address_of_a_page(server: &Server) {
        let marie = marie(server).await;
        let mut body = project(server);
        body["title"] = json!("Nouveau");
        body["kind"] = json!("twinning");
        let slug = json_of(&create(&marie, &body).await)["slug"].as_str().unwrap().to_owned();
        assert!(slug.starts_with("nouveau-"), "{slug}");
    }

    async fn an_animator_writes_everything_once_they_have_shown_a_second_factor(server: &Server) {
        let path = format!("/api/v1/collectivities/{}", server.world().gironde);
        let version = server.json::<Value>(&path).await["version"].as_i64().unwrap();
        let animator = server.animator("a@so-cooperation.org").await;
        let answer = patch(&animator, &path, version, &json!({"population": 1_700_000})).await;
        assert_eq!(answer.status, 200, "{}", text(&answer));
        let again = server.sign_in("a@so-cooperation.org").await;
        problem(&patch(&again, &path, version + 1, &json!({"summary": "x"})).await, 403);
    }

    async fn what_nobody_writes_says_so(server: &Server) {
        let marie = marie(server).await;
        for (method, path) in [("POST", "/api/v1/countries"), ("PATCH", "/api/v1/sdgs/4"), ("DELETE", "/api/v1/countries/SN")] {
            let answer = marie.ask(method, path, &[("if-match", "\"1\"")], Some("{}")).await;
            assert_eq!((answer.status, answer.header("allow")), (405, Some("GET, HEAD")), "{method} {path}");
        }
        let answer = marie.ask("DELETE", &format!("/api/v1/collectivities/{}", server.world().bordeaux), &[("if-match", "\"1\"")], None).await;
        problem(&answer, 403);
    }

    async fn what_a_member_reads_is_kept_by_nobody_else(server: &Server) {
        let marie = marie(server).await;
        let answer = marie.ask("GET", "/api/v1/projects", &[], None).await;
        assert_eq!(answer.header("cache-control"), Some("private, max-age=0, must-revalidate"));
        assert!(answer.header("vary").unwrap().contains("Authorization"));
        let more = json_of(&answer)["total"].as_u64().unwrap();
        assert!(more > server.json::<Value>("/api/v1/projects").await["total"].as_u64().unwrap());
        let export = marie.ask("GET", "/api/v1/projects.csv", &[], None).await;
        assert!(export.header("cache-control").unwrap().contains("private"));
    }
}

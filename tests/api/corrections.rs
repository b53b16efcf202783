//! Corrections and reports: sent without an account, seen by those in charge, answered once, then forgotten.

use crate::editing::wrong;
use aect_client::{Answer, HeaderMap, HeaderValue};
use aect_tests::people::Somebody;
use aect_tests::server::text;
use aect_tests::{Server, both_engines};
use aect_types::Uuid;
use aect_types::people::MemberRole;
use aect_types::remarks::{CorrectionDecision, RemarkState};
use diesel::RunQueryDsl as _;
use serde_json::{Value, json};

const OWNER: &str = "claire@mairie-bordeaux.example.fr";
const VISITOR: &str = "un.passant@example.org";
const ANIMATOR: &str = "anim@example.org";

/// What a visitor sends, from a source of the network.
async fn sent_from(server: &Server, source: &str, path: &str, body: &Value) -> Answer {
    let mut headers = HeaderMap::new();
    headers.insert("content-type", HeaderValue::from_static("application/json"));
    headers.insert("x-forwarded-for", HeaderValue::from_str(source).unwrap());
    let body = Some(body.to_string().into());
    server.client.send("POST", path, headers, body).await.unwrap()
}

async fn proposed(server: &Server, body: &Value) -> Answer {
    sent_from(server, "203.0.113.7", "/api/v1/corrections", body).await
}

fn correction(record: Uuid) -> Value {
    json!({"record": record, "wrong": "Le jumelage est fini.", "right": "Il a pris fin en 2019.", "email": VISITOR, "consent": true})
}

async fn owner(server: &Server) -> Somebody {
    server
        .member(OWNER, server.world().bordeaux, MemberRole::Owner)
        .await
}

fn decision(state: RemarkState, reason: Option<&str>) -> CorrectionDecision {
    CorrectionDecision {
        state,
        reason: reason.map(str::to_owned),
    }
}

async fn sql(server: &Server, sql: &'static str) {
    server
        .write_unseen(move |write| write.raw(|conn| Ok(diesel::sql_query(sql).execute(conn).map(drop)?)))
        .await;
}

both_engines! {
    async fn a_visitor_is_heard_by_whoever_is_in_charge_and_answered_once(server: &Server) {
        let claire = owner(server).await;
        let editor = server.member("eva@example.org", server.world().bordeaux, MemberRole::Editor).await;
        let elsewhere = server.member("luc@example.org", server.world().landes, MemberRole::Owner).await;
        let answer = proposed(server, &correction(server.world().bordeaux)).await;
        assert_eq!((answer.status, answer.body.as_ref()), (202, b"".as_slice()), "{}", text(&answer));
        assert!(answer.header("set-cookie").is_none());
        let letter = server.letters(OWNER).await.pop().unwrap();
        assert_eq!(letter.subject, "Une correction proposée pour Bordeaux");
        assert!(letter.text.contains("«\u{a0}Le jumelage est fini.\u{a0}»") && !letter.text.contains(VISITOR));
        for sees in [&claire, &editor] {
            let waiting = sees.client.waiting_corrections().await.unwrap();
            assert_eq!(waiting.items.len(), 1);
            assert!(waiting.items[0].answerable && waiting.items[0].right.as_deref() == Some("Il a pris fin en 2019."));
        }
        assert_eq!(elsewhere.client.waiting_corrections().await.unwrap().total, 0);
        let id = claire.client.waiting_corrections().await.unwrap().items[0].id;
        let path = format!("/api/v1/corrections/{id}");
        let refused = elsewhere.ask("PATCH", &path, &[], Some("{\"state\": \"accepted\"}")).await;
        assert_eq!(refused.status, 404);
        let silent = claire.ask("PATCH", &path, &[], Some("{\"state\": \"refused\", \"reason\": \" \"}")).await;
        assert_eq!(wrong(&silent), ["/reason"]);
        let done = claire.client.decide_correction(id, &decision(RemarkState::Refused, Some("Il est actif."))).await.unwrap();
        assert_eq!((done.state, done.reason.as_deref()), (RemarkState::Refused, Some("Il est actif.")));
        let letters = server.letters(VISITOR).await;
        assert_eq!(letters.len(), 1);
        assert!(letters[0].text.contains("«\u{a0}Il est actif.\u{a0}»") && letters[0].text.contains("/annuaire/bordeaux"));
        // Another click comes too late, and is told how it is now.
        let late = editor.ask("PATCH", &path, &[], Some("{\"state\": \"accepted\"}")).await;
        assert_eq!(late.status, 412);
        let present: Value = serde_json::from_slice(&late.body).unwrap();
        assert_eq!(present["present"]["state"], "refused");
        assert_eq!(claire.client.waiting_corrections().await.unwrap().total, 0);
        // The address is forgotten.
        sql(server, "UPDATE remarks SET decided_at = '2026-01-01T00:00:00.000000Z'").await;
        server.forget_now().await;
        let kept = server.sign_in(VISITOR).await.client.personal_data().await.unwrap();
        assert!(kept.remarks.is_empty(), "{:?}", kept.remarks);
    }

    async fn of_two_who_decide_at_once_one_does(server: &Server) {
        let claire = owner(server).await;
        let editor = server.member("eva@example.org", server.world().bordeaux, MemberRole::Editor).await;
        for _ in 0..4 {
            proposed(server, &correction(server.world().bordeaux)).await;
            let id = claire.client.waiting_corrections().await.unwrap().items[0].id;
            let path = format!("/api/v1/corrections/{id}");
            let (accepted, refused) = ("{\"state\": \"accepted\"}", "{\"state\": \"refused\", \"reason\": \"Non.\"}");
            let (one, other) = tokio::join!(
                claire.ask("PATCH", &path, &[], Some(accepted)),
                editor.ask("PATCH", &path, &[], Some(refused))
            );
            let mut statuses = [one.status, other.status];
            statuses.sort_unstable();
            assert_eq!(statuses, [200, 412]);
        }
        assert_eq!(server.letters(VISITOR).await.len(), 4, "one answer each");
    }

    async fn the_animators_hear_of_what_nobody_answers(server: &Server) {
        server.animator(ANIMATOR).await;
        // Nobody is in charge of this one.
        assert_eq!(proposed(server, &correction(server.world().landes)).await.status, 202);
        assert_eq!(server.subjects(ANIMATOR).await.len(), 2, "the link, and this");
        owner(server).await;
        proposed(server, &correction(server.world().bordeaux)).await;
        server.forget_now().await;
        assert_eq!(server.subjects(ANIMATOR).await.len(), 2, "not yet");
        sql(server, "UPDATE remarks SET due_at = '2026-01-01T00:00:00.000000Z'").await;
        server.forget_now().await;
        server.forget_now().await;
        let told = server.subjects(ANIMATOR).await;
        assert_eq!(told.last().unwrap(), "Une correction attend une réponse\u{a0}: Bordeaux");
        assert_eq!(told.len(), 3, "once");
    }

    async fn what_is_wrong_or_hidden_is_refused(server: &Server) {
        let bordeaux = server.world().bordeaux;
        let long = "a".repeat(2_001);
        for (change, expected) in [
            (json!({"wrong": " "}), "/wrong"),
            (json!({"wrong": long}), "/wrong"),
            (json!({"wrong": "a\u{0}b"}), "/wrong"),
            (json!({"right": long}), "/right"),
            (json!({"email": "nobody"}), "/email"),
            (json!({"consent": false}), "/consent"),
            (json!({"state": "accepted"}), "/state"),
            (json!({"record": Uuid::nil()}), "/record"),
        ] {
            let mut body = correction(bordeaux);
            body.as_object_mut().unwrap().extend(change.as_object().unwrap().clone());
            let answer = proposed(server, &body).await;
            assert_eq!(wrong(&answer), [expected], "{body}");
        }
        for (rank, hidden) in server.world().hidden.iter().enumerate() {
            let source = format!("198.51.100.{rank}");
            let answer = sent_from(server, &source, "/api/v1/corrections", &correction(hidden.id)).await;
            assert_eq!(wrong(&answer), ["/record"]);
        }
        // What a program fills in is thrown away, and looks taken.
        let claire = owner(server).await;
        let mut body = correction(bordeaux);
        body["website"] = json!("https://example.org");
        assert_eq!(proposed(server, &body).await.status, 202);
        assert_eq!(claire.client.waiting_corrections().await.unwrap().total, 0);
    }

    async fn one_source_does_not_say_everything(server: &Server) {
        let record = server.world().bordeaux;
        let body = json!({"record": record, "reason": "spam"});
        let mut statuses = Vec::new();
        for _ in 0..21 {
            statuses.push(sent_from(server, "198.51.100.1", "/api/v1/reports", &body).await);
        }
        assert!(statuses[..20].iter().all(|answer| answer.status == 202));
        assert_eq!(statuses[20].status, 429);
        assert!(statuses[20].header("retry-after").is_some());
        // Others still do, as long as one record is not buried.
        for rank in 0..10 {
            let source = format!("198.51.100.{}", 2 + rank);
            assert_eq!(sent_from(server, &source, "/api/v1/reports", &body).await.status, 202);
        }
        assert_eq!(sent_from(server, "198.51.100.77", "/api/v1/reports", &body).await.status, 429);
        let elsewhere = json!({"record": server.world().landes, "reason": "spam"});
        assert_eq!(sent_from(server, "198.51.100.77", "/api/v1/reports", &elsewhere).await.status, 202);
    }

    async fn what_somebody_said_is_theirs_to_have_and_goes_with_them(server: &Server) {
        owner(server).await;
        let visitor = server.sign_in(VISITOR).await;
        proposed(server, &correction(server.world().bordeaux)).await;
        let body = json!({"record": server.world().bordeaux, "reason": "wrong", "message": "Signé de moi."}).to_string();
        assert_eq!(visitor.ask("POST", "/api/v1/reports", &[], Some(&body)).await.status, 202);
        let kept = visitor.client.personal_data().await.unwrap().remarks;
        assert_eq!(kept.len(), 2);
        assert!(kept[0].email.is_some() && kept[1].message.as_deref() == Some("Signé de moi."));
        visitor.client.erase_account().await.unwrap();
        let again = server.sign_in(VISITOR).await;
        assert!(again.client.personal_data().await.unwrap().remarks.is_empty());
    }
}

//! The animators' queue: what waits, what is done with it, one winner each, and undone for a time.

use crate::editing::wrong;
use aect_client::{Answer, HeaderMap, HeaderValue};
use aect_tests::people::Somebody;
use aect_tests::server::text;
use aect_tests::{Server, both_engines, inputs};
use aect_types::Uuid;
use aect_types::memberships::MembershipRequest;
use aect_types::moderation::{
    Moderation, ModerationAct, ModerationDecision, ModerationKind, ModerationResults, ModerationTarget,
    ModerationUndo, Settings,
};
use aect_types::people::{MemberRole, MembershipState};
use aect_types::projects::ProjectInput;
use diesel::RunQueryDsl as _;
use serde_json::{Value, json};

const ANIMATOR: &str = "anim@example.org";
const PAUL: &str = "paul@example.org";
const EVA: &str = "eva@example.org";

async fn queue(anim: &Somebody) -> Moderation {
    anim.client.moderation().await.unwrap()
}

fn decision(act: ModerationAct, items: &[ModerationTarget], reason: Option<&str>) -> ModerationDecision {
    ModerationDecision {
        act,
        items: items.to_vec(),
        role: None,
        reason: reason.map(str::to_owned),
    }
}

async fn decided(anim: &Somebody, decision: &ModerationDecision) -> ModerationResults {
    anim.client.moderate(decision).await.unwrap()
}

fn statuses(results: &ModerationResults) -> Vec<u16> {
    results.results.iter().map(|result| result.status).collect()
}

fn target(kind: ModerationKind, id: Uuid) -> ModerationTarget {
    ModerationTarget {
        kind,
        id,
        version: None,
    }
}

/// All that waits, as it would be decided.
fn targets(queue: &Moderation) -> Vec<ModerationTarget> {
    let items = queue.items.iter();
    items
        .map(|item| ModerationTarget {
            kind: item.kind,
            id: item.id,
            version: item.version,
        })
        .collect()
}

/// What a visitor without an account reports.
async fn reported(server: &Server, report: &Value) -> Answer {
    let mut headers = HeaderMap::new();
    headers.insert("content-type", HeaderValue::from_static("application/json"));
    let body = Some(report.to_string().into());
    server
        .client
        .send("POST", "/api/v1/reports", headers, body)
        .await
        .unwrap()
}

/// The time in which it can be undone is over: mail leaves.
async fn time_passes(server: &Server) {
    server
        .write_unseen(|write| {
            write.raw(|conn| {
                for sql in [
                    "UPDATE mails SET next_try_at = created_at",
                    "UPDATE decisions SET decided_at = '2026-01-01T00:00:00.000000Z'",
                ] {
                    diesel::sql_query(sql).execute(conn)?;
                }
                Ok(())
            })
        })
        .await;
}

async fn claim(server: &Server, email: &str) -> (Somebody, Uuid) {
    let somebody = server.sign_in(email).await;
    let request = MembershipRequest {
        record: server.world().landes,
        message: Some("C’est mon métier.".to_owned()),
        code: None,
    };
    let id = somebody.client.ask_membership(&request).await.unwrap().id;
    (somebody, id)
}

/// Enters a project of Bordeaux that everybody shall see: what the API answers.
async fn published(who: &Somebody, server: &Server, title: &str) -> Value {
    let input = ProjectInput {
        lead: Some(server.world().bordeaux),
        ..inputs::project(title)
    };
    let mut body = json!(input);
    body["visibility"] = json!("public");
    let answer = who
        .ask("POST", "/api/v1/projects", &[], Some(&body.to_string()))
        .await;
    assert_eq!(answer.status, 201, "{}", text(&answer));
    serde_json::from_slice(&answer.body).unwrap()
}

async fn changed(who: &Somebody, project: &Value, change: &Value) -> Value {
    let path = format!("/api/v1/projects/{}", project["id"].as_str().unwrap());
    let tag = format!("\"{}\"", project["version"]);
    let answer = who
        .ask("PATCH", &path, &[("if-match", &tag)], Some(&change.to_string()))
        .await;
    assert_eq!(answer.status, 200, "{}", text(&answer));
    serde_json::from_slice(&answer.body).unwrap()
}

async fn seen_by_all(server: &Server, project: &Value) -> bool {
    server.settle().await;
    let path = format!("/api/v1/projects/{}", project["slug"].as_str().unwrap());
    server.get(&path).await.status == 200
}

async fn hold_first_records(anim: &Somebody) {
    anim.client
        .set_settings(&Settings { first_look: true })
        .await
        .unwrap();
}

fn id_of(project: &Value) -> Uuid {
    project["id"].as_str().unwrap().parse().unwrap()
}

both_engines! {
    async fn a_claim_that_nobody_answers_is_the_animators(server: &Server) {
        let anim = server.animator(ANIMATOR).await;
        let (paul, id) = claim(server, PAUL).await;
        let waiting = queue(&anim).await;
        assert_eq!(targets(&waiting), [target(ModerationKind::Claim, id)]);
        assert_eq!(waiting.items[0].message.as_deref(), Some("C’est mon métier."));
        assert_eq!(waiting.counts.iter().map(|count| count.count).collect::<Vec<_>>(), [0, 0, 1, 0, 0, 0, 0]);
        let silent = json!({"act": "refuse", "items": [{"kind": "claim", "id": id}]}).to_string();
        assert_eq!(anim.ask("POST", "/api/v1/moderation/decisions", &[], Some(&silent)).await.status, 422);
        let mut accept = decision(ModerationAct::Accept, &targets(&waiting), None);
        accept.role = Some(MemberRole::Owner);
        assert_eq!(statuses(&decided(&anim, &accept).await), [200]);
        let account = paul.client.account().await.unwrap();
        assert_eq!((account.memberships[0].state, account.memberships[0].role), (MembershipState::Accepted, Some(MemberRole::Owner)));
        assert_eq!(queue(&anim).await.items, []);
        // Somebody is in charge from now on: the next request is theirs.
        let (_, second) = claim(server, EVA).await;
        assert_eq!(queue(&anim).await.items, []);
        assert_eq!(statuses(&decided(&anim, &decision(ModerationAct::Accept, &[target(ModerationKind::Claim, second)], None)).await), [200]);
    }

    async fn of_two_animators_one_wins(server: &Server) {
        let (one, other) = (server.animator(ANIMATOR).await, server.animator("autre@example.org").await);
        for rank in 0..4 {
            let (_, id) = claim(server, &format!("paul{rank}@example.org")).await;
            let items = [target(ModerationKind::Claim, id)];
            let (accept, refuse) = (
                decision(ModerationAct::Accept, &items, None),
                decision(ModerationAct::Refuse, &items, Some("Non.")),
            );
            let (accepted, refused) = tokio::join!(one.client.moderate(&accept), other.client.moderate(&refuse));
            let both = [accepted.unwrap(), refused.unwrap()];
            let winner = both.iter().position(|results| statuses(results) == [200]).unwrap();
            let (won, lost) = (&both[winner].results[0], &both[1 - winner].results[0]);
            assert_eq!((lost.status, &lost.state, lost.decision), (412, &won.state, None), "told how it is now");
        }
    }

    async fn mail_waits_until_it_cannot_be_undone(server: &Server) {
        let anim = server.animator(ANIMATOR).await;
        let (paul, id) = claim(server, PAUL).await;
        let before = server.subjects(PAUL).await.len();
        let refuse = decision(ModerationAct::Refuse, &[target(ModerationKind::Claim, id)], Some("Écrivez-nous."));
        let decisions = vec![decided(&anim, &refuse).await.results[0].decision.unwrap()];
        assert_eq!(server.subjects(PAUL).await.len(), before);
        let undo = ModerationUndo { decisions };
        assert_eq!(statuses(&anim.client.undo_moderation(&undo).await.unwrap()), [200]);
        assert!(anim.client.undo_moderation(&undo).await.is_err(), "once");
        assert_eq!(paul.client.account().await.unwrap().memberships[0].state, MembershipState::Pending);
        assert_eq!(queue(&anim).await.items.len(), 1);
        time_passes(server).await;
        assert_eq!(server.subjects(PAUL).await.len(), before, "nobody hears of what was undone");
        let again = decided(&anim, &refuse).await.results[0].decision.unwrap();
        time_passes(server).await;
        assert_eq!(server.subjects(PAUL).await.last().unwrap(), "Votre demande pour Landes");
        assert!(anim.client.undo_moderation(&ModerationUndo { decisions: vec![again] }).await.is_err(), "too late");
    }

    async fn a_first_record_waits_for_a_look(server: &Server) {
        let anim = server.animator(ANIMATOR).await;
        let eva = server.member(EVA, server.world().bordeaux, MemberRole::Editor).await;
        let colleague = server.member("luc@example.org", server.world().bordeaux, MemberRole::Editor).await;
        hold_first_records(&anim).await;
        let project = published(&eva, server, "Le premier").await;
        assert_eq!(project["visibility"], "draft");
        assert!(!seen_by_all(server, &project).await);
        let path = format!("/api/v1/projects/{}", project["id"].as_str().unwrap());
        assert_eq!(colleague.ask("GET", &path, &[], None).await.status, 200, "its people see it");
        // She goes on writing; nothing of it is lost, and nothing shows.
        let project = changed(&eva, &project, &json!({"summary": "Mieux dit.", "visibility": "public"})).await;
        assert!(!seen_by_all(server, &project).await);
        let waiting = queue(&anim).await;
        assert!(waiting.items[0].held && waiting.items[0].person.as_ref().unwrap().id == eva.id);
        // What was looked at is another version by now.
        let looked = targets(&waiting);
        let project = changed(&eva, &project, &json!({"summary": "Encore mieux."})).await;
        let accept = decision(ModerationAct::Accept, &looked, None);
        assert_eq!(statuses(&decided(&anim, &accept).await), [412]);
        assert!(!seen_by_all(server, &project).await);
        let accept = decision(ModerationAct::Accept, &targets(&queue(&anim).await), None);
        let done = decided(&anim, &accept).await;
        assert_eq!(statuses(&done), [200]);
        assert!(seen_by_all(server, &project).await);
        // Undone, it waits again; done, she is told, and her next record does not wait.
        let undo = ModerationUndo { decisions: vec![done.results[0].decision.unwrap()] };
        assert_eq!(statuses(&anim.client.undo_moderation(&undo).await.unwrap()), [200]);
        assert!(!seen_by_all(server, &project).await);
        let accept = decision(ModerationAct::Accept, &targets(&queue(&anim).await), None);
        decided(&anim, &accept).await;
        time_passes(server).await;
        assert_eq!(server.subjects(EVA).await.last().unwrap(), "Votre fiche est publiée\u{a0}: Le premier");
        assert!(seen_by_all(server, &published(&eva, server, "Le deuxième").await).await);
    }

    async fn settings_are_set_by_several_at_once(server: &Server) {
        let anim = server.animator(ANIMATOR).await;
        let set = |first_look| {
            let client = anim.client.clone();
            async move { client.set_settings(&Settings { first_look }).await.unwrap() }
        };
        tokio::join!(set(true), set(true), set(true), set(true));
        assert!(anim.client.settings().await.unwrap().first_look);
        set(false).await;
        assert!(!anim.client.settings().await.unwrap().first_look);
    }

    async fn what_is_sent_back_waits_again(server: &Server) {
        let anim = server.animator(ANIMATOR).await;
        let eva = server.member(EVA, server.world().bordeaux, MemberRole::Editor).await;
        // Nothing is held: it is seen at once, and animators look afterwards.
        let project = published(&eva, server, "Sans attendre").await;
        assert!(seen_by_all(server, &project).await);
        let waiting = queue(&anim).await;
        assert!(!waiting.items[0].held);
        let refuse = decision(ModerationAct::Refuse, &targets(&waiting), Some("Le partenaire manque."));
        assert_eq!(statuses(&decided(&anim, &refuse).await), [200]);
        assert!(!seen_by_all(server, &project).await);
        time_passes(server).await;
        let letter = server.letters(EVA).await.pop().unwrap();
        assert!(letter.text.contains("Le partenaire manque."), "{}", letter.text);
        let path = format!("/api/v1/projects/{}", id_of(&project));
        let now: Value = serde_json::from_slice(&eva.ask("GET", &path, &[], None).await.body).unwrap();
        let again = changed(&eva, &now, &json!({"visibility": "public", "summary": "Avec Dakar."})).await;
        assert_eq!(again["visibility"], "draft");
        assert!(queue(&anim).await.items[0].held);
        // What animators publish themselves was looked at.
        let shown = changed(&anim, &again, &json!({"visibility": "public"})).await;
        assert_eq!(shown["visibility"], "public");
        assert_eq!(queue(&anim).await.items, []);
    }

    async fn a_reported_record_is_hidden_and_comes_back(server: &Server) {
        let anim = server.animator(ANIMATOR).await;
        server.member("claire@example.org", server.world().bordeaux, MemberRole::Owner).await;
        let eva = server.member(EVA, server.world().bordeaux, MemberRole::Editor).await;
        let project = published(&eva, server, "Publicité").await;
        let body = json!({"record": project["id"], "reason": "spam", "message": "Ce n’est pas un projet."}).to_string();
        assert_eq!(eva.ask("POST", "/api/v1/reports", &[], Some(&body)).await.status, 202);
        let waiting = queue(&anim).await;
        let report: Vec<_> = targets(&waiting).into_iter().filter(|one| one.kind == ModerationKind::Report).collect();
        assert_eq!(waiting.items[0].message.as_deref(), Some("Ce n’est pas un projet."));
        let hide = decision(ModerationAct::Hide, &report, Some("C’est une publicité."));
        let done = decided(&anim, &hide).await;
        assert_eq!(statuses(&done), [200]);
        assert!(!seen_by_all(server, &project).await);
        assert_eq!(queue(&anim).await.items, [], "nor is it new any more");
        let undo = ModerationUndo { decisions: vec![done.results[0].decision.unwrap()] };
        assert_eq!(statuses(&anim.client.undo_moderation(&undo).await.unwrap()), [200]);
        assert!(seen_by_all(server, &project).await);
        decided(&anim, &hide).await;
        // Its people may have it back, but not show it to others by that.
        let path = format!("/api/v1/projects/{}/restore", id_of(&project));
        let gone = anim.ask("POST", &path, &[("if-match", "\"0\"")], Some("{}")).await;
        let present: Value = serde_json::from_slice(&gone.body).unwrap();
        let tag = format!("\"{}\"", present["present"]["version"]);
        let back = eva.ask("POST", &path, &[("if-match", &tag)], Some("{}")).await;
        assert_eq!(back.status, 200, "{}", text(&back));
        let back: Value = serde_json::from_slice(&back.body).unwrap();
        assert_eq!(back["visibility"], "draft");
        assert!(!seen_by_all(server, &project).await);
        assert_eq!(changed(&eva, &back, &json!({"visibility": "public"})).await["visibility"], "draft");
        time_passes(server).await;
        let told = server.letters("claire@example.org").await.pop().unwrap();
        assert!(told.subject.ends_with("Publicité") && told.text.contains("C’est une publicité."), "{told:?}");
    }

    async fn whoever_reports_is_told_what_became_of_it(server: &Server) {
        let anim = server.animator(ANIMATOR).await;
        let eva = server.member(EVA, server.world().landes, MemberRole::Editor).await;
        let report = json!({"record": server.world().bordeaux, "reason": "wrong", "email": PAUL});
        let silent = reported(server, &report).await;
        assert_eq!(wrong(&silent), ["/consent"], "an address is kept with consent only");
        let agreed = json!({"record": server.world().bordeaux, "reason": "wrong", "email": PAUL, "consent": true});
        let own = json!({"record": server.world().landes, "reason": "other"});
        assert_eq!(reported(server, &agreed).await.status, 202);
        for person in [&eva, &anim] {
            assert_eq!(person.ask("POST", "/api/v1/reports", &[], Some(&own.to_string())).await.status, 202);
        }
        let before = server.subjects(ANIMATOR).await.len();
        let waiting = targets(&queue(&anim).await);
        decided(&anim, &decision(ModerationAct::Accept, &waiting[..1], Some("C’est corrigé."))).await;
        decided(&anim, &decision(ModerationAct::Refuse, &waiting[1..], None)).await;
        assert!(server.letters(PAUL).await.is_empty(), "not before it cannot be undone");
        time_passes(server).await;
        let told = server.letters(PAUL).await.pop().unwrap();
        assert_eq!(told.subject, "Votre signalement de Bordeaux");
        assert!(told.text.contains("«\u{a0}C’est corrigé.\u{a0}»") && told.text.contains("Nous l’effaçons"), "{told:?}");
        let told = server.letters(EVA).await.pop().unwrap();
        assert_eq!(told.subject, "Votre signalement de Landes");
        assert!(told.text.contains("reste comme elle est.\r\n") && told.text.contains("vous avez un compte"), "{told:?}");
        assert_eq!(server.subjects(ANIMATOR).await.len(), before, "nobody is told what they did themselves");
    }

    async fn many_are_decided_at_once_each_by_itself(server: &Server) {
        let anim = server.animator(ANIMATOR).await;
        let (_, first) = claim(server, PAUL).await;
        let (eva, second) = claim(server, EVA).await;
        let path = format!("/api/v1/memberships/{second}");
        assert_eq!(eva.ask("PATCH", &path, &[], Some("{\"state\": \"former\"}")).await.status, 200);
        let items = [first, second, Uuid::nil()].map(|id| target(ModerationKind::Claim, id));
        let done = decided(&anim, &decision(ModerationAct::Refuse, &items, Some("Non."))).await;
        assert_eq!(statuses(&done), [200, 412, 404]);
        assert_eq!(done.results[1].state.as_deref(), Some("former"));
    }
}

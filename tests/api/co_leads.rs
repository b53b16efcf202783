//! Shared projects: a collectivity is asked to lead with the lead, and may decline; nothing is shown until it has accepted.

use crate::editing::{json_of, marie, patch, problem, seen_by, with_status, wrong};
use aect_client::Answer;
use aect_tests::people::Somebody;
use aect_tests::world::public;
use aect_tests::{Server, both_engines, inputs};
use aect_types::Uuid;
use aect_types::co_leads::{CoLead, CoLeadDecision, CoLeadRequest, CoLeadState};
use aect_types::moderation::{
    ModerationAct, ModerationDecision, ModerationKind, ModerationTarget, ModerationUndo,
};
use aect_types::people::MemberRole;
use aect_types::projects::ProjectInput;
use diesel::RunQueryDsl as _;
use serde_json::{Value, json};

const JEAN: &str = "jean@landes.example.fr";
const MARIE: &str = "marie@mairie-bordeaux.fr";

/// A public project of Bordeaux.
async fn project(server: &Server) -> Uuid {
    let input = ProjectInput {
        lead: Some(server.world().bordeaux),
        ..inputs::project("Des puits")
    };
    server.write(move |write| public(write, &input)).await
}

fn request(project: Uuid, collectivity: Uuid) -> CoLeadRequest {
    CoLeadRequest {
        project,
        collectivity,
        message: Some("Menons-le ensemble.".to_owned()),
    }
}

async fn asked(server: &Server, who: &Somebody, project: Uuid) -> CoLead {
    let request = request(project, server.world().landes);
    who.client.ask_co_lead(&request).await.unwrap()
}

async fn ask(who: &Somebody, body: &Value) -> Answer {
    who.ask("POST", "/api/v1/co-leads", &[], Some(&body.to_string()))
        .await
}

async fn decide(who: &Somebody, id: Uuid, state: CoLeadState, reason: Option<&str>) -> Answer {
    let reason = reason.map(str::to_owned);
    let body = json!(CoLeadDecision { state, reason }).to_string();
    who.ask("PATCH", &format!("/api/v1/co-leads/{id}"), &[], Some(&body))
        .await
}

async fn jean(server: &Server) -> Somebody {
    server
        .member(JEAN, server.world().landes, MemberRole::Editor)
        .await
}

/// What readers find of who takes part in a project.
async fn parts(server: &Server, project: Uuid) -> Vec<(String, String)> {
    server.settle().await;
    let found: Value = server.json(&format!("/api/v1/projects/{project}")).await;
    let parts = found["collectivities"].as_array().unwrap().iter();
    let said = |part: &Value| {
        (
            part["collectivity"]["slug"].as_str().unwrap().to_owned(),
            part["role"].as_str().unwrap().to_owned(),
        )
    };
    parts.map(said).collect()
}

fn landes_leads() -> Vec<(String, String)> {
    vec![("departement-des-landes".to_owned(), "co_lead".to_owned())]
}

both_engines! {
    async fn whoever_is_asked_accepts_and_writes_then_leaves(server: &Server) {
        let (marie, jean) = (marie(server).await, jean(server).await);
        let project = project(server).await;
        let path = format!("/api/v1/projects/{project}");
        let one = asked(server, &marie, project).await;
        assert_eq!((one.state, one.lead.as_deref()), (CoLeadState::Asked, Some("Bordeaux")));
        // Nothing is shown yet, nor may they write.
        assert_eq!(parts(server, project).await, []);
        problem(&patch(&jean, &path, 1, &json!({"summary": "Déjà ?"})).await, 403);
        let letter = server.letters(JEAN).await.pop().unwrap();
        assert_eq!(letter.subject, "Landes est invitée à copiloter «\u{a0}Des puits\u{a0}»");
        assert!(letter.text.contains("«\u{a0}Menons-le ensemble.\u{a0}»") && letter.html.contains("Menons-le"));
        // Asking again changes nothing.
        assert_eq!(asked(server, &marie, project).await.id, one.id);
        let waiting = jean.client.waiting_co_leads().await.unwrap();
        assert_eq!((waiting.total, waiting.items[0].project.name.as_str()), (1, "Des puits"));
        assert_eq!(marie.client.waiting_co_leads().await.unwrap().total, 0);
        with_status(&decide(&jean, one.id, CoLeadState::Accepted, None).await, 200);
        assert_eq!(parts(server, project).await, landes_leads());
        assert_eq!(server.subjects(MARIE).await.last().unwrap(), "Landes copilote «\u{a0}Des puits\u{a0}»");
        assert_eq!(server.letters(JEAN).await.len(), 2, "the link and the request");
        with_status(&patch(&jean, &path, 2, &json!({"summary": "À deux."})).await, 200);
        let history = json_of(&jean.ask("GET", &format!("{path}/history"), &[], None).await);
        assert_eq!(history["items"][1]["author"]["id"], json!(jean.id));
        assert_eq!(history["items"][1]["changes"]["collectivities"][1][0]["role"], "co_lead");
        // Leaving says why, and it is not asked again for a while.
        assert_eq!(wrong(&decide(&jean, one.id, CoLeadState::Left, None).await), ["/reason"]);
        with_status(&decide(&jean, one.id, CoLeadState::Left, Some("Plus de moyens.")).await, 200);
        assert_eq!(parts(server, project).await, []);
        assert!(server.letters(MARIE).await.pop().unwrap().text.contains("«\u{a0}Plus de moyens.\u{a0}»"));
        problem(&patch(&jean, &path, 4, &json!({"summary": "Encore."})).await, 403);
        let again = ask(&marie, &json!(request(project, server.world().landes))).await;
        assert_eq!(wrong(&again), ["/collectivity"]);
        // Nor is it brought back with an earlier version.
        let body = json!({"version": 3}).to_string();
        let back = marie.ask("POST", &format!("{path}/restore"), &[("if-match", "\"4\"")], Some(&body)).await;
        assert_eq!(wrong(&back), ["/collectivities/0/collectivity"]);
    }

    async fn whoever_declines_says_why_and_is_not_asked_again_and_again(server: &Server) {
        let (marie, jean) = (marie(server).await, jean(server).await);
        let project = project(server).await;
        let one = asked(server, &marie, project).await;
        for silent in [None, Some(" "), Some("a\0b")] {
            assert_eq!(wrong(&decide(&jean, one.id, CoLeadState::Declined, silent).await), ["/reason"]);
        }
        with_status(&decide(&jean, one.id, CoLeadState::Declined, Some("Trop loin.")).await, 200);
        let told = server.letters(MARIE).await.pop().unwrap();
        assert!(told.text.contains("«\u{a0}Trop loin.\u{a0}»"), "{}", told.text);
        let known = marie.client.co_leads(project).await.unwrap().items;
        assert_eq!((known[0].state, known[0].reason.as_deref()), (CoLeadState::Declined, Some("Trop loin.")));
        assert!(known[0].again_from.is_some());
        let body = json!(request(project, server.world().landes));
        assert_eq!(wrong(&ask(&marie, &body).await), ["/collectivity"]);
        let long_ago = "UPDATE co_leads SET decided_at = '2026-01-01T00:00:00.000000Z'";
        server.write_unseen(move |write| write.raw(|conn| Ok(diesel::sql_query(long_ago).execute(conn).map(drop)?))).await;
        assert_eq!(with_status(&ask(&marie, &body).await, 200)["state"], "asked");
        // Whoever has asked may think better of it; what was withdrawn is not accepted.
        with_status(&decide(&marie, one.id, CoLeadState::Withdrawn, None).await, 200);
        problem(&decide(&jean, one.id, CoLeadState::Accepted, None).await, 412);
    }

    async fn of_two_who_answer_at_once_one_does(server: &Server) {
        let (marie, jean) = (marie(server).await, jean(server).await);
        let other = server.member("eva@landes.example.fr", server.world().landes, MemberRole::Owner).await;
        for _ in 0..4 {
            let project = project(server).await;
            let request = json!(request(project, server.world().landes));
            let (one, same) = tokio::join!(ask(&marie, &request), ask(&marie, &request));
            assert_eq!(json_of(&one)["id"], json_of(&same)["id"]);
            let id: Uuid = json_of(&one)["id"].as_str().unwrap().parse().unwrap();
            let (yes, no) = tokio::join!(
                decide(&jean, id, CoLeadState::Accepted, None),
                decide(&other, id, CoLeadState::Declined, Some("Non."))
            );
            let mut statuses = [yes.status, no.status];
            statuses.sort_unstable();
            assert_eq!(statuses, [200, 412]);
            let leads = parts(server, project).await == landes_leads();
            assert_eq!(leads, yes.status == 200);
        }
    }

    async fn the_lead_ends_it_and_nobody_takes_its_place(server: &Server) {
        let (marie, jean) = (marie(server).await, jean(server).await);
        let project = project(server).await;
        let path = format!("/api/v1/projects/{project}");
        let one = asked(server, &marie, project).await;
        with_status(&decide(&jean, one.id, CoLeadState::Accepted, None).await, 200);
        // Whoever leads with the lead does not put the lead out.
        let landes = server.world().landes;
        let alone = json!({"lead": landes, "collectivities": []});
        assert_eq!(wrong(&patch(&jean, &path, 2, &alone).await), ["/lead"]);
        let swapped = json!({"lead": landes, "collectivities": [{"collectivity": server.world().bordeaux, "role": "co_lead"}]});
        assert_eq!(wrong(&patch(&jean, &path, 2, &swapped).await), ["/lead"]);
        // The lead does, by the form or by what was asked; they are told.
        let without = patch(&marie, &path, 2, &json!({"collectivities": []})).await;
        with_status(&without, 200);
        assert_eq!(server.subjects(JEAN).await.last().unwrap(), "Landes ne copilote plus «\u{a0}Des puits\u{a0}»");
        assert_eq!(marie.client.co_leads(project).await.unwrap().items[0].state, CoLeadState::Removed);
        // It may be asked again at once, and removed with a word.
        asked(server, &marie, project).await;
        with_status(&decide(&jean, one.id, CoLeadState::Accepted, None).await, 200);
        problem(&decide(&jean, one.id, CoLeadState::Removed, Some("Non.")).await, 422);
        with_status(&decide(&marie, one.id, CoLeadState::Removed, Some("Le projet change.")).await, 200);
        assert!(server.letters(JEAN).await.pop().unwrap().text.contains("Le projet change."));
        assert_eq!(parts(server, project).await, []);
    }

    async fn animators_answer_where_nobody_does(server: &Server) {
        let (marie, anim) = (marie(server).await, server.animator("anim@example.org").await);
        let project = project(server).await;
        let one = asked(server, &marie, project).await;
        assert!(server.subjects("anim@example.org").await.last().unwrap().starts_with("Landes est invitée"));
        let queue = anim.client.moderation().await.unwrap();
        let item = queue.items.iter().find(|item| item.kind == ModerationKind::CoLead).unwrap();
        assert_eq!((item.id, item.name.as_str()), (one.id, "Des puits"));
        assert_eq!(item.other.as_ref().map(|other| other.name.as_str()), Some("Landes"));
        let act = |act, reason: Option<&str>| ModerationDecision {
            act,
            items: vec![ModerationTarget { kind: ModerationKind::CoLead, id: one.id, version: None }],
            role: None,
            reason: reason.map(str::to_owned),
        };
        let done = anim.client.moderate(&act(ModerationAct::Accept, None)).await.unwrap();
        assert_eq!(done.results[0].status, 200);
        assert_eq!(parts(server, project).await, landes_leads());
        let decisions = done.results.iter().filter_map(|one| one.decision).collect();
        anim.client.undo_moderation(&ModerationUndo { decisions }).await.unwrap();
        assert_eq!(parts(server, project).await, []);
        // Once somebody writes for it, it is theirs to answer.
        let jean = jean(server).await;
        assert_eq!(anim.client.moderation().await.unwrap().items.len(), 0);
        assert_eq!(anim.client.moderate(&act(ModerationAct::Accept, None)).await.unwrap().results[0].status, 404);
        problem(&decide(&anim, one.id, CoLeadState::Accepted, None).await, 422);
        with_status(&decide(&jean, one.id, CoLeadState::Accepted, None).await, 200);
    }

    async fn only_what_is_theirs_is_asked_for_and_only_what_is_there(server: &Server) {
        let (marie, jean) = (marie(server).await, jean(server).await);
        let project = project(server).await;
        let (bordeaux, landes) = (server.world().bordeaux, server.world().landes);
        problem(&ask(&jean, &json!(request(project, bordeaux))).await, 403);
        problem(&jean.ask("GET", &format!("/api/v1/co-leads?project={project}"), &[], None).await, 403);
        for (body, field) in [
            (json!({"project": Uuid::nil(), "collectivity": landes}), "/project"),
            (json!({"project": bordeaux, "collectivity": landes}), "/project"),
            (json!({"project": project, "collectivity": Uuid::nil()}), "/collectivity"),
            (json!({"project": project, "collectivity": server.world().so_cooperation}), "/collectivity"),
            (json!({"project": project, "collectivity": bordeaux}), "/collectivity"),
            (json!({"project": project, "collectivity": landes, "message": "a\0b"}), "/message"),
            (json!({"project": project, "collectivity": landes, "message": "a".repeat(1_001)}), "/message"),
            (json!({"project": project, "collectivity": landes, "state": "accepted"}), "/state"),
        ] {
            assert_eq!(wrong(&ask(&marie, &body).await), [field], "{body}");
        }
        for hidden in &server.world().hidden {
            // What members see they may name.
            let path = format!("/api/v1/{}/{}", hidden.resource, hidden.id);
            if seen_by(&marie, &path).await == 200 {
                continue;
            }
            let body = json!({"project": project, "collectivity": hidden.id});
            assert_eq!(wrong(&ask(&marie, &body).await), ["/collectivity"]);
        }
        // Whoever writes for both need not ask.
        let both = server.member(MARIE, landes, MemberRole::Editor).await;
        assert_eq!(asked(server, &both, project).await.state, CoLeadState::Accepted);
    }

    async fn what_people_wrote_goes_with_them(server: &Server) {
        let (marie, jean) = (marie(server).await, jean(server).await);
        let project = project(server).await;
        let one = asked(server, &marie, project).await;
        decide(&jean, one.id, CoLeadState::Declined, Some("Trop loin.")).await;
        assert_eq!(marie.client.personal_data().await.unwrap().co_leads.len(), 1);
        assert_eq!(jean.client.personal_data().await.unwrap().co_leads.len(), 1);
        jean.client.erase_account().await.unwrap();
        let known = marie.client.co_leads(project).await.unwrap().items;
        assert_eq!((known[0].state, known[0].reason.as_deref()), (CoLeadState::Declined, None));
        marie.client.erase_account().await.unwrap();
        let left = "UPDATE co_leads SET state = state WHERE message IS NOT NULL OR asked_by IS NOT NULL OR decided_by IS NOT NULL";
        let left = server.write_unseen(move |write| write.raw(|conn| Ok(diesel::sql_query(left).execute(conn)?))).await;
        assert_eq!(left, 0);
    }
}

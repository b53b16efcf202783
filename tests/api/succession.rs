//! Succession: whoever leaves a place that nobody else fills is missed, and whoever takes over finds what there is.

use crate::editing::{json_of, patch, problem, with_status};
use aect_db::people::remarks::Sent;
use aect_tests::people::Somebody;
use aect_tests::world::public;
use aect_tests::{Server, both_engines, inputs};
use aect_types::Uuid;
use aect_types::co_leads::CoLeadRequest;
use aect_types::events::{EventInput, EventKind, EventPartInput, EventRole, Mission};
use aect_types::memberships::{
    HandOverKind, MembershipDecision, MembershipRequest, Vacancy, VisitCodeRequest,
};
use aect_types::moderation::ModerationKind;
use aect_types::people::{AccountInput, MemberRole, MembershipState, Standing};
use aect_types::projects::{ProjectInput, ProjectStatus};
use aect_types::remarks::RemarkKind;
use diesel::RunQueryDsl as _;
use serde_json::{Value, json};

const CLAIRE: &str = "claire@mairie-bordeaux.example.fr";
const ANIMATOR: &str = "anim@example.org";

async fn says(who: &Somebody, standing: Standing, mandate_end: Option<&str>) {
    let account = who.client.account().await.unwrap();
    let input = AccountInput {
        name: "Claire Dupont".to_owned(),
        function: None,
        standing,
        mandate_end: mandate_end.map(|end| end.parse().unwrap()),
        language: "fr".to_owned(),
    };
    who.client
        .describe_account(account.version, &input)
        .await
        .unwrap();
}

/// An elected owner and an editor of the staff of Bordeaux.
async fn pair(server: &Server, mandate_end: Option<&str>) -> (Somebody, Somebody) {
    let bordeaux = server.world().bordeaux;
    let claire = server.member(CLAIRE, bordeaux, MemberRole::Owner).await;
    says(&claire, Standing::Elected, mandate_end).await;
    let paul = server
        .member("paul@mairie-bordeaux.example.fr", bordeaux, MemberRole::Editor)
        .await;
    (claire, paul)
}

async fn leave(who: &Somebody) {
    let id = who.client.account().await.unwrap().memberships[0].id;
    let decision = MembershipDecision {
        state: MembershipState::Former,
        role: None,
        reason: None,
    };
    who.client.decide_membership(id, &decision).await.unwrap();
}

async fn bordeaux(server: &Server) -> Value {
    server.settle().await;
    server
        .json(&format!("/api/v1/collectivities/{}", server.world().bordeaux))
        .await
}

async fn in_transition(server: &Server) -> bool {
    bordeaux(server).await["in_transition"] == json!(true)
}

async fn sql(server: &Server, sql: &'static str) {
    server
        .write_unseen(move |write| write.raw(|conn| Ok(diesel::sql_query(sql).execute(conn).map(drop)?)))
        .await;
}

both_engines! {
    async fn whoever_leaves_is_missed_until_somebody_takes_over(server: &Server) {
        let anim = server.animator(ANIMATOR).await;
        let (claire, paul) = pair(server, None).await;
        assert!(!in_transition(server).await);
        leave(&claire).await;
        assert!(in_transition(server).await);
        // By the program, and nobody vouches for it.
        let path = format!("/api/v1/collectivities/{}", server.world().bordeaux);
        let history = json_of(&paul.ask("GET", &format!("{path}/history"), &[], None).await);
        assert_eq!(history["items"][0]["author"], json!({"kind": "program", "name": "program:succession"}));
        for told in [ANIMATOR, "paul@mairie-bordeaux.example.fr"] {
            let letter = server.letters(told).await.pop().unwrap();
            assert_eq!(letter.subject, "Bordeaux cherche une relève", "{told}");
        }
        let queue = anim.client.moderation().await.unwrap();
        let item = queue.items.iter().find(|item| item.kind == ModerationKind::Succession).unwrap();
        assert_eq!((item.name.as_str(), item.places.as_slice()), ("Bordeaux", &[Vacancy::Owner, Vacancy::Elected][..]));
        // One of two places is not both.
        let eva = server.member("eva@mairie-bordeaux.example.fr", server.world().bordeaux, MemberRole::Owner).await;
        server.forget_now().await;
        assert!(in_transition(server).await);
        says(&eva, Standing::Elected, None).await;
        server.forget_now().await;
        assert!(!in_transition(server).await);
        assert_eq!(anim.client.moderation().await.unwrap().items.len(), 0);
    }

    async fn a_mark_taken_away_by_hand_stays_away(server: &Server) {
        let (claire, paul) = pair(server, None).await;
        claire.client.erase_account().await.unwrap();
        assert!(in_transition(server).await);
        let version = bordeaux(server).await["version"].as_i64().unwrap();
        let path = format!("/api/v1/collectivities/{}", server.world().bordeaux);
        with_status(&patch(&paul, &path, version, &json!({"in_transition": false})).await, 200);
        server.forget_now().await;
        server.forget_now().await;
        assert!(!in_transition(server).await);
    }

    async fn a_mark_set_by_hand_stays_when_the_places_are_filled(server: &Server) {
        let (claire, paul) = pair(server, None).await;
        let version = bordeaux(server).await["version"].as_i64().unwrap();
        let path = format!("/api/v1/collectivities/{}", server.world().bordeaux);
        with_status(&patch(&paul, &path, version, &json!({"in_transition": true})).await, 200);
        leave(&claire).await;
        let eva = server.member("eva@mairie-bordeaux.example.fr", server.world().bordeaux, MemberRole::Owner).await;
        says(&eva, Standing::Elected, None).await;
        server.forget_now().await;
        assert!(in_transition(server).await);
    }

    async fn whoever_comes_by_a_code_takes_over_at_once(server: &Server) {
        let anim = server.animator(ANIMATOR).await;
        let (claire, _paul) = pair(server, None).await;
        leave(&claire).await;
        assert!(in_transition(server).await);
        let record = server.world().bordeaux;
        let wanted = VisitCodeRequest { record, role: MemberRole::Owner };
        let code = anim.client.make_visit_code(&wanted).await.unwrap().code;
        let eva = server.sign_in("eva@example.org").await;
        says(&eva, Standing::Elected, None).await;
        let request = MembershipRequest { record, message: None, code };
        eva.client.ask_membership(&request).await.unwrap();
        server.settle().await;
        assert!(!in_transition(server).await);
    }

    async fn nobody_is_missed_whose_place_is_filled(server: &Server) {
        let (claire, _paul) = pair(server, None).await;
        let eva = server.member("eva@mairie-bordeaux.example.fr", server.world().bordeaux, MemberRole::Owner).await;
        says(&eva, Standing::Elected, None).await;
        leave(&claire).await;
        server.forget_now().await;
        assert!(!in_transition(server).await);
    }

    async fn whose_mandate_has_ended_is_asked_and_answers(server: &Server) {
        let (claire, _paul) = pair(server, Some("2026-03")).await;
        server.forget_now().await;
        server.forget_now().await;
        let asked = server.subjects(CLAIRE).await.into_iter().filter(|subject| subject == "Êtes-vous toujours en fonction\u{202f}?");
        assert_eq!(asked.count(), 1);
        assert!(in_transition(server).await);
        let team = claire.client.team(server.world().bordeaux).await.unwrap();
        assert_eq!(team.vacancies, [Vacancy::Elected]);
        says(&claire, Standing::Elected, Some("2032")).await;
        server.forget_now().await;
        assert!(!in_transition(server).await);
    }

    async fn whoever_says_nothing_for_long_only_reads(server: &Server) {
        let (claire, _paul) = pair(server, Some("2026-03")).await;
        server.forget_now().await;
        sql(server, "UPDATE users SET mandate_asked_at = '2026-04-01T00:00:00.000000Z' WHERE mandate_asked_at IS NOT NULL").await;
        server.forget_now().await;
        server.forget_now().await;
        let memberships = claire.client.account().await.unwrap().memberships;
        assert_eq!((memberships[0].state, memberships[0].role), (MembershipState::Accepted, Some(MemberRole::Reader)));
        let told = server.subjects(CLAIRE).await;
        assert_eq!(told.iter().filter(|subject| *subject == "Vous pouvez désormais lire vos fiches, sans les modifier").count(), 1);
        let team = claire.client.team(server.world().bordeaux).await.unwrap();
        assert_eq!(team.vacancies, [Vacancy::Owner, Vacancy::Elected]);
    }

    async fn whoever_takes_over_finds_what_there_is(server: &Server) {
        let (claire, paul) = pair(server, None).await;
        let (bordeaux, landes) = (server.world().bordeaux, server.world().landes);
        let project = |title: &str, status| ProjectInput { lead: Some(bordeaux), status, ..inputs::project(title) };
        let (runs, over, drafted) = (project("Des puits", ProjectStatus::Active), project("Une école", ProjectStatus::Completed), project("Un marché", ProjectStatus::Idea));
        let part = EventPartInput { collectivity: Some(bordeaux), actor: None, role: EventRole::Organiser };
        let mission = EventInput {
            organisations: vec![part],
            mission: Some(Mission { partner_territory: None, open_seats: None, report_due_on: "2026-12-01".parse().ok() }),
            ..inputs::event("Mission à Fukuoka", EventKind::MissionAbroad, inputs::period("2099-03"))
        };
        let runs = server.write(move |write| {
            public(write, &over)?;
            public(write, &mission)?;
            let origin = aect_db::Origin { kind: aect_types::provenance::SourceKind::Person, source: None, license: None };
            write.create(&drafted, &origin, aect_types::Visibility::Draft)?;
            write.send_remark(&Sent {
                record: bordeaux, kind: RemarkKind::Correction, reason: None, message: Some("Faux."), proposal: None,
                email: None, language: "fr", author: None, at_once: false,
            })?;
            public(write, &runs)
        }).await;
        paul.client.ask_co_lead(&CoLeadRequest { project: runs, collectivity: landes, message: None }).await.unwrap();
        let found = claire.client.hand_over(bordeaux).await.unwrap();
        assert_eq!((found.record.name.as_str(), found.people.len(), found.in_transition), ("Bordeaux", 2, false));
        assert!(found.people.iter().all(|one| one.email.is_none()));
        let named = |kind| found.items.iter().filter(|item| item.kind == kind).map(|item| item.record.name.as_str()).collect::<Vec<_>>();
        assert_eq!(named(HandOverKind::Event).last(), Some(&"Mission à Fukuoka"));
        assert_eq!(named(HandOverKind::Report), ["Mission à Fukuoka"]);
        assert!(named(HandOverKind::Project).contains(&"Des puits") && !named(HandOverKind::Project).contains(&"Une école"));
        assert_eq!(named(HandOverKind::Draft), ["Un marché"]);
        assert_eq!(named(HandOverKind::CoLeadSent), ["Des puits"]);
        assert_eq!(named(HandOverKind::Correction), ["Bordeaux"]);
        let elsewhere = server.member("jean@landes.example.fr", landes, MemberRole::Owner).await;
        let theirs = elsewhere.client.hand_over(landes).await.unwrap();
        assert!(theirs.items.iter().any(|item| item.kind == HandOverKind::CoLeadReceived));
        let path = format!("/api/v1/memberships/hand-over?record={bordeaux}");
        problem(&elsewhere.ask("GET", &path, &[], None).await, 403);
        problem(&elsewhere.ask("GET", &format!("/api/v1/memberships/hand-over?record={}", Uuid::nil()), &[], None).await, 403);
    }
}

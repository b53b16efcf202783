//! `/{resource}/likely-duplicates`: what is there already under another name.

use crate::editing::{json_of, marie, post, with_status};
use aect_tests::people::Somebody;
use aect_tests::world::{Reason, SECRET};
use aect_tests::{both_engines, inputs};
use aect_types::Resource;
use aect_types::external_initiatives::InitiativeKind;
use aect_types::moderation::ModerationKind;
use aect_types::people::MemberRole;
use aect_types::problem::ErrorCode;
use serde_json::{Value, json};

/// What somebody is answered: identifiers, and what is alike.
async fn likely(who: &Somebody, question: &str) -> Vec<(Value, Value)> {
    let answer = who.ask("GET", &format!("/api/v1/{question}"), &[], None).await;
    let page = with_status(&answer, 200);
    assert_eq!(answer.header("cache-control"), Some("no-store"));
    let items = page["items"].as_array().unwrap().iter();
    items
        .map(|item| (item["id"].clone(), item["alike"].clone()))
        .collect()
}

both_engines! {
    async fn what_is_there_under_another_name_is_found(server: &Server) {
        let world = server.world();
        let marie = marie(server).await;
        for (question, id, alike) in [
            ("actors/likely-duplicates?name=Agence%20francaise%20du%20developpement", world.afd, json!(["name"])),
            ("actors/likely-duplicates?name=Agence%20de%20Paris&acronym=afd", world.afd, json!(["acronym"])),
            ("partner-authorities/likely-duplicates?name=Ville%20de%20Dakar&country=SN", world.dakar, json!(["name", "country"])),
            ("partner-authorities/likely-duplicates?name=M%C3%BCnich&country=DE", world.munich, json!(["name", "country"])),
        ] {
            let found = likely(&marie, question).await;
            assert_eq!(found.first(), Some(&(json!(id), alike)), "{question}: {found:?}");
        }
        assert_eq!(likely(&marie, "actors/likely-duplicates?name=Zanzibar").await, []);
    }

    async fn what_another_network_runs_is_entered_once(server: &Server) {
        let marie = marie(server).await;
        let initiative = json!(inputs::initiative("Club des puits", InitiativeKind::Network));
        let made = with_status(&post(&marie, "external-initiatives", &initiative).await, 201);
        let question = "external-initiatives/likely-duplicates?name=Le%20club%20des%20puits";
        assert_eq!(likely(&marie, question).await, [(made["id"].clone(), json!(["name"]))]);
        // Entered twice all the same, they are put before animators, who make them one.
        let twice = with_status(&post(&marie, "external-initiatives", &initiative).await, 201);
        server.settle().await;
        server.forget_now().await;
        let anim = server.animator("anim@example.org").await;
        let queue = anim.client.moderation().await.unwrap();
        let pair = queue.items.iter().find(|item| item.kind == ModerationKind::Duplicate).unwrap();
        let ids = [json!(pair.record), json!(pair.other.as_ref().unwrap().id)];
        assert_eq!((pair.resource, &ids), (Resource::ExternalInitiatives, &[made["id"].clone(), twice["id"].clone()]));
        let (path, body) = (format!("/api/v1/external-initiatives/{}/merge", ids[1].as_str().unwrap()), json!({"into": ids[0]}).to_string());
        let merged = anim.ask("POST", &path, &[("if-match", "\"1\"")], Some(&body)).await;
        with_status(&merged, 200);
        assert!(anim.client.moderation().await.unwrap().items.iter().all(|item| item.kind != ModerationKind::Duplicate));
    }

    async fn a_project_is_known_by_whom_it_is_with(server: &Server) {
        let world = server.world();
        let marie = marie(server).await;
        let question = format!("projects/likely-duplicates?name=Tout%20autre%20chose&lead={}&partner_authority={}", world.bordeaux, world.fukuoka);
        assert_eq!(likely(&marie, &question).await, [(json!(world.twinning), json!(["lead", "partner_authority"]))]);
        // One with the same name and more besides comes before one with the same name alone.
        let mut project = json!(inputs::project("Jumelage des vignes"));
        project["lead"] = json!(world.bordeaux);
        let other = with_status(&post(&marie, "projects", &project).await, 201);
        project["countries"] = json!([{"country": "JP", "share_percent": null}]);
        let closer = with_status(&post(&marie, "projects", &project).await, 201);
        let found = likely(&marie, "projects/likely-duplicates?name=Le%20jumelage%20des%20vignes&country=JP").await;
        assert_eq!(found[..2], [(closer["id"].clone(), json!(["name", "country"])), (other["id"].clone(), json!(["name"]))]);
        // Both are drafts of Bordeaux: for nobody else are they there.
        let elsewhere = server.member("e@example.org", world.landes, MemberRole::Editor).await;
        assert_eq!(likely(&elsewhere, "projects/likely-duplicates?name=Jumelage%20des%20vignes").await, []);
    }

    async fn nobody_learns_of_what_they_may_not_read(server: &Server) {
        let hidden = |resource, reason| {
            let found = server.world().hidden.iter().find(|one| one.resource == resource && one.reason == reason);
            json!(found.unwrap().id)
        };
        let alone = server.sign_in("alone@example.org").await;
        let member = server.member("m@example.org", server.world().landes, MemberRole::Reader).await;
        for (resource, name) in [(Resource::Actors, "R%C3%A9seau"), (Resource::Projects, "Projet"), (Resource::PartnerAuthorities, "Ville")] {
            let question = format!("{resource}/likely-duplicates?name={name}%20{SECRET}");
            assert_eq!(likely(&alone, &question).await, []);
            let found = likely(&member, &question).await;
            assert_eq!(found, [(hidden(resource, Reason::Members), json!(["name"]))]);
        }
    }

    async fn what_cannot_be_asked_is_named(server: &Server) {
        let marie = marie(server).await;
        let question = "/api/v1/actors/likely-duplicates?country=SN&lead=x";
        let answer = marie.ask("GET", question, &[], None).await;
        assert_eq!(answer.status, 400, "{}", json_of(&answer));
        let named: Vec<_> = answer.problem().unwrap().errors.into_iter().map(|error| (error.parameter.unwrap(), error.code)).collect();
        assert_eq!(named, [("country".to_owned(), ErrorCode::Unknown), ("lead".to_owned(), ErrorCode::Unknown), ("name".to_owned(), ErrorCode::Required)]);
        let wrong = marie.ask("GET", "/api/v1/projects/likely-duplicates?name=a&lead=x&country=sn", &[], None).await;
        let named: Vec<_> = wrong.problem().unwrap().errors.into_iter().map(|error| error.parameter.unwrap()).collect();
        assert_eq!(named, ["lead", "country"]);
    }
}

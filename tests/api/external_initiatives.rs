//! `/external-initiatives`: what other networks run, and the groups that name it.

use crate::asking::set;
use crate::editing::{
    delete, each_wrong, json_of, marie, patch, pointers, post, problem, read_after, restore, with_status,
};
use aect_tests::world::public;
use aect_tests::{Server, both_engines, inputs};
use aect_types::external_initiatives::InitiativeKind;
use aect_types::people::MemberRole;
use aect_types::thematic_groups::GroupKind;
use aect_types::{Resource, Uuid};
use serde_json::{Value, json};

fn network(server: &Server) -> Value {
    let mut network = json!(inputs::initiative("Réseau du baobab", InitiativeKind::Network));
    network["themes"] = json!([server.world().culture]);
    network
}

both_engines! {
    async fn initiatives_are_found_by_theme_country_and_who_runs_them(server: &Server) {
        let programme = [server.world().water_programme].into_iter().collect();
        for question in [
            "theme=eau-et-assainissement", "country=SN", "kind=programme", "status=active", "q=forages",
            "actor=agence-francaise-de-developpement", "q=afd",
        ] {
            assert_eq!(set(server, Resource::ExternalInitiatives, question).await, programme, "{question}");
        }
        assert!(set(server, Resource::ExternalInitiatives, "status=ended").await.is_empty());
        let list: Value = server.json("/api/v1/external-initiatives?facets=kind").await;
        assert_eq!(list["items"][0]["run_by"], json!(["Agence française de développement"]));
        assert_eq!(list["facets"]["kind"], json!([{"value": "programme", "count": 1}]));
    }

    async fn what_members_know_of_others_they_share(server: &Server) {
        let marie = marie(server).await;
        let made = post(&marie, "external-initiatives", &network(server)).await;
        let created = with_status(&made, 201);
        assert_eq!(created["visibility"], "public");
        let path = format!("/api/v1/external-initiatives/{}", created["id"].as_str().unwrap());
        read_after(server, &made, &path).await;
        assert_eq!(set(server, Resource::ExternalInitiatives, "q=baobab&theme=culture-et-patrimoine").await.len(), 1);
        // Any editor says how it stands, and that it is true today.
        let landes = server.member("l@landes.fr", server.world().landes, MemberRole::Editor).await;
        let changed = with_status(&patch(&landes, &path, 1, &json!({"status": "ended"})).await, 200);
        assert_eq!(changed["status"], "ended");
        assert!(changed["confirmed_at"].is_string());
        let reader = server.member("r@landes.fr", server.world().landes, MemberRole::Reader).await;
        problem(&patch(&reader, &path, 2, &json!({"status": "active"})).await, 403);
        problem(&post(&reader, "external-initiatives", &network(server)).await, 403);
        let history = json_of(&marie.ask("GET", &format!("{path}/history"), &[], None).await);
        assert_eq!(history["items"][0]["changes"]["status"], json!(["active", "ended"]));
        // Groups name it: only animators make it go.
        problem(&delete(&marie, &path, 2).await, 403);
        let animator = server.animator("a@so-cooperation.org").await;
        assert_eq!(delete(&animator, &path, 2).await.status, 204);
        with_status(&restore(&animator, &path, 3).await, 200);
    }

    async fn a_group_names_what_it_completes(server: &Server) {
        let world = server.world();
        let animator = server.animator("a@so-cooperation.org").await;
        let mut group = json!(inputs::group("Groupe du baobab", GroupKind::Theme));
        group["animators"] = json!([world.so_cooperation]);
        group["initiatives"] = json!([world.water_programme]);
        group["visibility"] = json!("public");
        let made = post(&animator, "thematic-groups", &group).await;
        let created = with_status(&made, 201);
        let path = format!("/api/v1/thematic-groups/{}", created["id"].as_str().unwrap());
        let read = with_status(&read_after(server, &made, &path).await, 200);
        assert_eq!(read["initiatives"][0]["name"], "Programme eau");
        assert_eq!(set(server, Resource::ThematicGroups, "initiative=programme-eau").await.len(), 1);
        // The name follows, a twin's place is taken, and what is deleted is named no more.
        let programme = format!("/api/v1/external-initiatives/{}", world.water_programme);
        let renamed = patch(&animator, &programme, 1, &json!({"name": "Programme de l’eau"})).await;
        let read = with_status(&read_after(server, &renamed, &path).await, 200);
        assert_eq!(read["initiatives"][0]["name"], "Programme de l’eau");
        let other = server.write(|write| public(write, &inputs::initiative("L’eau pour tous", InitiativeKind::Programme))).await;
        let into = json!({"into": other}).to_string();
        let merged = animator.ask("POST", &format!("{programme}/merge"), &[("if-match", "\"2\"")], Some(&into)).await;
        with_status(&merged, 200);
        let read = with_status(&read_after(server, &merged, &path).await, 200);
        assert_eq!(read["initiatives"][0]["name"], "L’eau pour tous");
        let other = format!("/api/v1/external-initiatives/{other}");
        assert_eq!(delete(&animator, &other, 2).await.status, 204);
        let read = json_of(&server.get(&path).await);
        assert_eq!(read["initiatives"], json!([]));
    }

    async fn every_field_of_an_initiative_is_checked(server: &Server) {
        let marie = marie(server).await;
        let afd = server.world().afd;
        let wrong = [
            (json!({"name": "…"}), "/name"),
            (json!({"summary": "a".repeat(281)}), "/summary"),
            (json!({"summary": "a\u{0}b"}), "/summary"),
            (json!({"kind": "club"}), "/kind"),
            (json!({"status": "asleep"}), "/status"),
            (json!({"website": "ftp://example.org"}), "/website"),
            (json!({"run_by_name": "a".repeat(201)}), "/run_by_name"),
            (json!({"countries": ["XX"]}), "/countries/0"),
            (json!({"run_by": [afd, afd]}), "/run_by/1"),
            (json!({"run_by": [server.world().bordeaux]}), "/run_by/0"),
            (json!({"themes": [Uuid::nil()]}), "/themes/0"),
        ];
        for (body, field) in each_wrong(&network(server), &wrong) {
            let found = problem(&post(&marie, "external-initiatives", &body).await, 422);
            assert!(pointers(&found).iter().all(|named| *named == field), "{found:?}");
        }
    }
}

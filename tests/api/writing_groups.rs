//! Writing thematic groups and the shared list of themes.

use crate::editing::{
    delete, each_wrong, marie, patch, pointers, post, problem, read_after, restore, with_status,
};
use aect_tests::people::Somebody;
use aect_tests::{Server, both_engines, inputs};
use aect_types::Uuid;
use aect_types::people::MemberRole;
use aect_types::thematic_groups::GroupKind;
use aect_types::themes::ThemeKind;
use serde_json::{Value, json};

/// An editor of the network, which runs groups.
async fn network(server: &Server) -> Somebody {
    let network = server.world().so_cooperation;
    server
        .member("n@so-cooperation.org", network, MemberRole::Editor)
        .await
}

fn group(server: &Server) -> Value {
    let world = server.world();
    let mut group = json!(inputs::group("Groupe du baobab", GroupKind::Country));
    group["animators"] = json!([world.so_cooperation]);
    group["members"] = json!([world.bordeaux, world.gironde]);
    group["countries"] = json!(["SN"]);
    group["visibility"] = json!("public");
    group
}

fn theme() -> Value {
    let mut theme = json!(inputs::theme(ThemeKind::Field, "Forêts", "Forests"));
    theme["visibility"] = json!("public");
    theme
}

async fn found(server: &Server, question: &str) -> Value {
    let list: Value = server.json(&format!("/api/v1/{question}")).await;
    list["total"].clone()
}

both_engines! {
    async fn those_who_run_a_group_write_it(server: &Server) {
        let network = network(server).await;
        let marie = marie(server).await;
        problem(&post(&marie, "thematic-groups", &group(server)).await, 403);
        let made = post(&network, "thematic-groups", &group(server)).await;
        let created = with_status(&made, 201);
        let path = format!("/api/v1/thematic-groups/{}", created["id"].as_str().unwrap());
        read_after(server, &made, &path).await;
        assert_eq!(found(server, "thematic-groups?country=SN&q=baobab").await, 1);
        // Members take part, and do not write it.
        problem(&patch(&marie, &path, 1, &json!({"purpose": "Le mien."})).await, 403);
        let changed = with_status(&patch(&network, &path, 1, &json!({"purpose": "Se retrouver.", "next_date": "2026-12"})).await, 200);
        assert_eq!((&changed["purpose"], &changed["next_date"]), (&json!("Se retrouver."), &json!("2026-12")));
        let left = patch(&network, &path, 2, &json!({"animators": []})).await;
        assert_eq!(pointers(&problem(&left, 422)), ["/animators"]);
        let given = patch(&network, &path, 2, &json!({"animators": [server.world().so_cooperation, server.world().afd]})).await;
        assert_eq!(pointers(&problem(&given, 422)), ["/animators/1"]);
        assert_eq!(delete(&network, &path, 2).await.status, 204);
        assert_eq!(found(server, "thematic-groups?q=baobab").await, 0);
        with_status(&restore(&network, &path, 3).await, 200);
    }

    async fn every_field_of_a_group_is_checked(server: &Server) {
        let network = network(server).await;
        let bordeaux = server.world().bordeaux;
        let wrong = [
            (json!({"name": "…"}), "/name"),
            (json!({"kind": "club"}), "/kind"),
            (json!({"purpose": "a".repeat(20_001)}), "/purpose"),
            (json!({"next_date": "2026-13"}), "/next_date"),
            (json!({"elsewhere": [{"title": "x", "url": "vbscript:x"}]}), "/elsewhere/0/url"),
            (json!({"restricted_to": ["commune", "commune"]}), "/restricted_to/1"),
            (json!({"countries": ["XX"]}), "/countries/0"),
            (json!({"members": [bordeaux, bordeaux]}), "/members/1"),
            (json!({"members": [server.world().afd]}), "/members/0"),
            (json!({"themes": [Uuid::nil()]}), "/themes/0"),
            (json!({"initiatives": [server.world().afd]}), "/initiatives/0"),
        ];
        for (body, field) in each_wrong(&group(server), &wrong) {
            assert_eq!(pointers(&problem(&post(&network, "thematic-groups", &body).await, 422)), [field]);
        }
    }

    async fn themes_are_kept_by_animators(server: &Server) {
        let marie = marie(server).await;
        problem(&post(&marie, "themes", &theme()).await, 403);
        let animator = server.animator("a@so-cooperation.org").await;
        let made = post(&animator, "themes", &theme()).await;
        let created = with_status(&made, 201);
        let path = format!("/api/v1/themes/{}", created["id"].as_str().unwrap());
        read_after(server, &made, &path).await;
        assert_eq!(found(server, "themes?q=forets").await, 1);
        problem(&patch(&marie, &path, 1, &json!({"rank": 2})).await, 403);
        // A name that changes changes wherever it stands.
        let water = format!("/api/v1/themes/{}", server.world().water);
        let renamed = patch(&animator, &water, 1, &json!({"name_fr": "Eau pour tous"})).await;
        let path_of_one = format!("/api/v1/projects/{}", server.world().water_in_dakar);
        let project = with_status(&read_after(server, &renamed, &path_of_one).await, 200);
        assert_eq!(project["themes"][0]["name_fr"], "Eau pour tous");
        let wrong = [
            (json!({"name_fr": ""}), "/name_fr"),
            (json!({"name_en": "\n"}), "/name_en"),
            (json!({"rank": -1}), "/rank"),
            (json!({"sdgs": [18]}), "/sdgs/0"),
            (json!({"sdgs": [6, 6]}), "/sdgs/1"),
        ];
        for (body, field) in each_wrong(&theme(), &wrong) {
            let found = problem(&post(&animator, "themes", &body).await, 422);
            assert!(pointers(&found).iter().all(|named| *named == field), "{found:?}");
        }
    }

    async fn a_theme_in_use_stays(server: &Server) {
        let animator = server.animator("a@so-cooperation.org").await;
        let created = with_status(&post(&animator, "themes", &theme()).await, 201);
        let path = format!("/api/v1/themes/{}", created["id"].as_str().unwrap());
        let marie = marie(server).await;
        let mut project = json!(inputs::project("Forêts sœurs"));
        project["lead"] = json!(server.world().bordeaux);
        project["themes"] = json!([created["id"]]);
        let project = with_status(&post(&marie, "projects", &project).await, 201);
        // Even a draft would lose it.
        let kept = problem(&delete(&animator, &path, 1).await, 409);
        assert_eq!(kept.kind, "/docs/problems#in-use");
        problem(&patch(&animator, &path, 1, &json!({"visibility": "members"})).await, 409);
        let project_path = format!("/api/v1/projects/{}", project["id"].as_str().unwrap());
        with_status(&patch(&marie, &project_path, 1, &json!({"themes": []})).await, 200);
        assert_eq!(delete(&animator, &path, 1).await.status, 204);
        assert_eq!(found(server, "themes?q=forets").await, 0);
        with_status(&restore(&animator, &path, 2).await, 200);
    }
}

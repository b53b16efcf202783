//! `/resources`: the library, who adds to it, and what has to be read again.

use crate::asking::set;
use crate::editing::{
    delete, each_wrong, json_of, marie, patch, pointers, post, problem, read_after, restore, seen_by,
    with_status,
};
use aect_tests::world::public;
use aect_tests::{Server, both_engines, inputs};
use aect_types::people::MemberRole;
use aect_types::resources::ResourceKind;
use aect_types::{Resource, Uuid};
use serde_json::{Value, json};

/// What Bordeaux publishes.
fn guide(server: &Server) -> Value {
    let mut guide = json!(inputs::resource("Guide du baobab", ResourceKind::Guide));
    guide["publishers"] = json!([{"collectivity": server.world().bordeaux, "actor": null}]);
    guide["visibility"] = json!("public");
    guide
}

both_engines! {
    async fn the_library_is_filtered_by_what_it_is(server: &Server) {
        let list: Value = server.json("/api/v1/resources?facets=kind,language,review_year").await;
        let titles: Vec<&str> = list["items"].as_array().unwrap().iter().map(|one| one["title"].as_str().unwrap()).collect();
        // The last that came out first; those of unknown date last.
        assert_eq!(titles, ["Modèle de convention", "Ce que dit la loi"]);
        assert_eq!(list["items"][1]["publishers"], json!(["Un cabinet"]));
        assert_eq!(list["facets"]["language"], json!([{"value": "fr", "count": 1}]));
        assert_eq!(list["facets"]["review_year"], json!([{"value": "2024", "count": 1}, {"value": "2027", "count": 1}]));
        let convention = [server.world().convention].into_iter().collect();
        for question in [
            "kind=template", "language=fr", "audience=staff", "theme=eau-et-assainissement", "review_year=2027",
            "collectivity=departement-de-la-gironde", "q=adapter",
        ] {
            assert_eq!(set(server, Resource::Resources, question).await, convention, "{question}");
        }
        assert_eq!(set(server, Resource::Resources, "q=cabinet&kind=legal_note&review_year=2024").await.len(), 1);
    }

    async fn whoever_edits_a_publisher_adds_to_it(server: &Server) {
        let marie = marie(server).await;
        let made = post(&marie, "resources", &guide(server)).await;
        let created = with_status(&made, 201);
        let path = format!("/api/v1/resources/{}", created["id"].as_str().unwrap());
        read_after(server, &made, &path).await;
        assert_eq!(set(server, Resource::Resources, "q=baobab").await.len(), 1);
        with_status(&patch(&marie, &path, 1, &json!({"summary": "Pas à pas."})).await, 200);
        // What others have published is an animator’s to enter.
        let mut others = guide(server);
        others["title"] = json!("Un guide d’ailleurs");
        others["publishers"] = json!([]);
        others["publisher_name"] = json!("Une maison d’édition");
        problem(&post(&marie, "resources", &others).await, 403);
        let animator = server.animator("a@so-cooperation.org").await;
        with_status(&post(&animator, "resources", &others).await, 201);
        let given = patch(&marie, &path, 2, &json!({"publishers": [{"collectivity": null, "actor": server.world().afd}]})).await;
        assert_eq!(pointers(&problem(&given, 422)), ["/publishers/0/actor"]);
        let landes = server.member("l@landes.fr", server.world().landes, MemberRole::Owner).await;
        problem(&patch(&landes, &path, 2, &json!({"summary": "Le nôtre."})).await, 403);
        let history = json_of(&marie.ask("GET", &format!("{path}/history"), &[], None).await);
        assert_eq!(history["items"][0]["changes"]["summary"], json!([null, "Pas à pas."]));
        assert_eq!(delete(&marie, &path, 2).await.status, 204);
        assert!(set(server, Resource::Resources, "q=baobab").await.is_empty());
        with_status(&restore(&marie, &path, 3).await, 200);
    }

    async fn a_resource_begins_as_a_draft(server: &Server) {
        let marie = marie(server).await;
        let mut draft = guide(server);
        draft.as_object_mut().unwrap().remove("visibility");
        let created = with_status(&post(&marie, "resources", &draft).await, 201);
        let path = format!("/api/v1/resources/{}", created["id"].as_str().unwrap());
        let landes = server.member("l@landes.fr", server.world().landes, MemberRole::Owner).await;
        assert_eq!((seen_by(&marie, &path).await, seen_by(&landes, &path).await), (200, 404));
        assert_eq!(server.get(&path).await.status, 404);
    }

    async fn every_field_of_a_resource_is_checked(server: &Server) {
        let marie = marie(server).await;
        let bordeaux = json!({"collectivity": server.world().bordeaux, "actor": null});
        let wrong = [
            (json!({"title": "\t"}), "/title"),
            (json!({"summary": "a".repeat(281)}), "/summary"),
            (json!({"description": "a\u{0}b"}), "/description"),
            (json!({"kind": "book"}), "/kind"),
            (json!({"link": "javascript:x"}), "/link"),
            (json!({"published_on": "2026-13"}), "/published_on"),
            (json!({"language": "latin"}), "/language"),
            (json!({"audience": ["staff", "staff"]}), "/audience/1"),
            (json!({"publisher_name": "a".repeat(201)}), "/publisher_name"),
            (json!({"kind": "legal_note"}), "/review_due_on"),
            (json!({"reviewed_on": "2026-01-15", "review_due_on": "2026-01-14"}), "/review_due_on"),
            (json!({"reviewed_on": "0001-01-01"}), "/reviewed_on"),
            (json!({"countries": ["SN", "SN"]}), "/countries/1"),
            (json!({"publishers": [bordeaux, bordeaux]}), "/publishers/1"),
            (json!({"themes": [Uuid::nil()]}), "/themes/0"),
        ];
        for (body, field) in each_wrong(&guide(server), &wrong) {
            let found = problem(&post(&marie, "resources", &body).await, 422);
            assert!(pointers(&found).iter().all(|named| *named == field), "{found:?}");
        }
        let mut note = guide(server);
        note["kind"] = json!("legal_note");
        note["review_due_on"] = json!("2027-06-30");
        with_status(&post(&marie, "resources", &note).await, 201);
    }

    async fn two_resources_become_one(server: &Server) {
        let animator = server.animator("a@so-cooperation.org").await;
        let twin = server.write(|write| public(write, &inputs::resource("Convention type", ResourceKind::Template))).await;
        let into = json!({"into": server.world().convention}).to_string();
        let merged = animator.ask("POST", &format!("/api/v1/resources/{twin}/merge"), &[("if-match", "\"1\"")], Some(&into)).await;
        with_status(&merged, 200);
        assert_eq!(read_after(server, &merged, "/api/v1/resources/convention-type").await.status, 308);
    }
}

//! Writing the directory: actors, and local authorities abroad.

use crate::editing::{
    delete, each_wrong, marie, patch, pointers, post, problem, read_after, restore, seen_by, with_status,
};
use aect_tests::server::text;
use aect_tests::{Server, both_engines, inputs};
use aect_types::actors::ActorKind;
use aect_types::collectivities::CollectivityKind;
use aect_types::people::MemberRole;
use serde_json::{Value, json};

fn company() -> Value {
    json!(inputs::actor(ActorKind::Company, "Coopérative des Puits"))
}

fn town() -> Value {
    json!(inputs::partner_authority(
        "Saint-Louis",
        "SN",
        Some(inputs::at(-16.5, 16.03))
    ))
}

/// The address of what an answer says was entered.
fn address(resource: &str, created: &Value) -> String {
    format!("/api/v1/{resource}/{}", created["id"].as_str().unwrap())
}

/// How many records a question finds.
async fn found(server: &Server, question: &str) -> Value {
    let list: Value = server.json(&format!("/api/v1/{question}")).await;
    list["total"].clone()
}

both_engines! {
    async fn an_editor_enters_an_actor_for_all(server: &Server) {
        let marie = marie(server).await;
        let made = post(&marie, "actors", &company()).await;
        let created = with_status(&made, 201);
        // The directory has it at once: nobody is there yet who would publish it.
        assert_eq!((&created["visibility"], &created["provenance"]["kind"]), (&json!("public"), &json!("person")));
        read_after(server, &made, "/api/v1/actors").await;
        assert_eq!(found(server, "actors?q=puits").await, 1);
        assert!(text(&server.get("/api/v1/actors.csv?q=puits").await).contains("Coopérative des Puits"));
        let mut draft = company();
        draft["visibility"] = json!("draft");
        assert_eq!(pointers(&problem(&post(&marie, "actors", &draft).await, 422)), ["/visibility"]);
        draft["visibility"] = json!("members");
        with_status(&post(&marie, "actors", &draft).await, 201);
        let reader = server.member("r@example.org", server.world().gironde, MemberRole::Reader).await;
        problem(&post(&reader, "actors", &company()).await, 403);
        // It may be named in the next breath.
        let lead = server.world().bordeaux;
        let mut project = json!(inputs::project("Des puits"));
        project["lead"] = json!(lead);
        project["actors"] = json!([{"actor": created["id"], "role": "operator"}]);
        let project = with_status(&post(&marie, "projects", &project).await, 201);
        assert_eq!(project["actors"][0]["actor"]["name"], "Coopérative des Puits");
    }

    async fn an_actor_speaks_for_itself(server: &Server) {
        let marie = marie(server).await;
        let created = with_status(&post(&marie, "actors", &company()).await, 201);
        let path = address("actors", &created);
        problem(&patch(&marie, &path, 1, &json!({"acronym": "CP"})).await, 403);
        let id = created["id"].as_str().unwrap().parse().unwrap();
        let its_own = server.member("own@example.org", id, MemberRole::Editor).await;
        let changed = with_status(&patch(&its_own, &path, 1, &json!({"acronym": "CP"})).await, 200);
        assert_eq!(changed["acronym"], "CP");
        assert_eq!(its_own.ask("GET", &format!("{path}/history"), &[], None).await.status, 200);
        // Others name it: its own people neither delete nor hide it.
        problem(&delete(&its_own, &path, 2).await, 403);
        for visibility in ["draft", "members"] {
            let hidden = patch(&its_own, &path, 2, &json!({"visibility": visibility})).await;
            assert_eq!(pointers(&problem(&hidden, 422)), ["/visibility"]);
        }
        let animator = server.animator("a@so-cooperation.org").await;
        assert_eq!(delete(&animator, &path, 2).await.status, 204);
        assert_eq!(found(server, "actors?q=puits").await, 0);
        assert_eq!(seen_by(&its_own, &path).await, 404);
        problem(&restore(&its_own, &path, 3).await, 404);
        with_status(&restore(&animator, &path, 3).await, 200);
    }

    async fn a_partner_abroad_is_everybodys(server: &Server) {
        let marie = marie(server).await;
        let made = post(&marie, "partner-authorities", &town()).await;
        let created = with_status(&made, 201);
        let path = address("partner-authorities", &created);
        read_after(server, &made, &path).await;
        assert_eq!(found(server, "partner-authorities?country=SN&q=saint-louis").await, 1);
        let elsewhere = server.member("e@example.org", server.world().landes, MemberRole::Editor).await;
        let changed = with_status(&patch(&elsewhere, &path, 1, &json!({"authority_type": "commune"})).await, 200);
        assert_eq!(changed["authority_type"], "commune");
        for who in [&marie, &elsewhere] {
            problem(&delete(who, &path, 2).await, 403);
        }
        let reader = server.member("r@example.org", server.world().landes, MemberRole::Reader).await;
        problem(&patch(&reader, &path, 2, &json!({"authority_type": "x"})).await, 403);
        let animator = server.animator("a@so-cooperation.org").await;
        assert_eq!(delete(&animator, &path, 2).await.status, 204);
        assert_eq!(found(server, "partner-authorities?q=saint-louis").await, 0);
        problem(&restore(&marie, &path, 3).await, 404);
    }

    async fn every_field_of_an_actor_is_checked(server: &Server) {
        let marie = marie(server).await;
        let wrong = [
            (json!({"name": ""}), "/name"),
            (json!({"name": "a".repeat(201)}), "/name"),
            (json!({"kind": "club"}), "/kind"),
            (json!({"acronym": "a".repeat(41)}), "/acronym"),
            (json!({"iati_organisation_type": "12"}), "/iati_organisation_type"),
            (json!({"scope": "\u{0}"}), "/scope"),
            (json!({"description": "a".repeat(20_001)}), "/description"),
            (json!({"website": "ftp://example.org"}), "/website"),
            (json!({"website": "javascript:alert(1)"}), "/website"),
            (json!({"owner": 1}), "/owner"),
        ];
        for (body, field) in each_wrong(&company(), &wrong) {
            assert_eq!(pointers(&problem(&post(&marie, "actors", &body).await, 422)), [field]);
        }
    }

    async fn every_field_of_a_partner_abroad_is_checked(server: &Server) {
        let marie = marie(server).await;
        let wrong = [
            (json!({"name": " "}), "/name"),
            (json!({"country": "ZZ"}), "/country"),
            (json!({"country": "sn"}), "/country"),
            (json!({"position": [0, 91]}), "/position"),
            (json!({"website": "//example.org"}), "/website"),
            (json!({"wikidata_id": "Q0"}), "/wikidata_id"),
            (json!({"wikidata_id": "P31"}), "/wikidata_id"),
            (json!({"authority_type": "a".repeat(201)}), "/authority_type"),
        ];
        for (body, field) in each_wrong(&town(), &wrong) {
            assert_eq!(pointers(&problem(&post(&marie, "partner-authorities", &body).await, 422)), [field]);
        }
    }

    async fn a_register_is_hidden_by_nobody_but_an_animator(server: &Server) {
        let marie = marie(server).await;
        let path = format!("/api/v1/collectivities/{}", server.world().bordeaux);
        let hidden = patch(&marie, &path, 1, &json!({"visibility": "draft"})).await;
        assert_eq!(pointers(&problem(&hidden, 422)), ["/visibility"]);
    }

    async fn a_register_s_number_is_one_record_s(server: &Server) {
        let anim = server.animator("anim@example.org").await;
        let taken: Value = server.json(&format!("/api/v1/collectivities/{}", server.world().gironde)).await;
        let mut twin = json!(inputs::collectivity(CollectivityKind::Commune, "Jumelle", "Commune de Jumelle"));
        twin["siren"] = taken["siren"].clone();
        assert_eq!(pointers(&problem(&post(&anim, "collectivities", &twin).await, 422)), ["/siren"]);
        twin["siren"] = Value::Null;
        twin["insee_code"] = json!("33999");
        let first = with_status(&post(&anim, "collectivities", &twin).await, 201);
        assert_eq!(pointers(&problem(&post(&anim, "collectivities", &twin).await, 422)), ["/insee_code"]);
        let path = address("collectivities", &first);
        let change = json!({"siren": taken["siren"]});
        assert_eq!(pointers(&problem(&patch(&anim, &path, 1, &change).await, 422)), ["/siren"]);
        // It gives its number away; the version that had it cannot come back while another has it.
        let moved = with_status(&patch(&anim, &path, 1, &json!({"insee_code": "33998"})).await, 200);
        with_status(&post(&anim, "collectivities", &twin).await, 201);
        let version = moved["version"].as_i64().unwrap();
        let back = anim.ask("POST", &format!("{path}/restore"), &[("if-match", &format!("\"{version}\""))], Some("{\"version\": 1}")).await;
        assert_eq!(pointers(&problem(&back, 422)), ["/insee_code"]);
    }
}

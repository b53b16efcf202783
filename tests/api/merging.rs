//! Two records that say the same become one: everything that led to the one leads to the other.

use crate::editing::{patch, pointers, post, problem, read_after, restore, tag, with_status};
use aect_client::Answer;
use aect_tests::people::Somebody;
use aect_tests::server::text;
use aect_tests::{Server, both_engines, inputs};
use aect_types::actors::ActorKind;
use aect_types::collectivities::CollectivityKind;
use aect_types::events::EventKind;
use aect_types::moderation::{
    ModerationAct, ModerationDecision, ModerationKind, ModerationTarget, ModerationUndo,
};
use aect_types::people::MemberRole;
use serde_json::{Value, json};

async fn merge(who: &Somebody, path: &str, version: i64, into: &Value) -> Answer {
    let body = json!({"into": into}).to_string();
    let path = format!("{path}/merge");
    who.ask("POST", &path, &[("if-match", &tag(version))], Some(&body))
        .await
}

async fn entered(who: &Somebody, resource: &str, record: &Value) -> Value {
    with_status(&post(who, resource, record).await, 201)
}

fn address(resource: &str, record: &Value) -> String {
    format!("/api/v1/{resource}/{}", record["id"].as_str().unwrap())
}

/// Where an address sends one on to.
async fn leads_to(server: &Server, path: &str) -> String {
    let answer = server.get(path).await;
    assert_eq!(answer.status, 308, "{path}: {}", text(&answer));
    answer.header("location").unwrap().to_owned()
}

both_engines! {
    async fn what_named_the_one_names_the_other(server: &Server) {
        let anim = server.animator("anim@example.org").await;
        let actor = json!(inputs::actor(ActorKind::Company, "Coopérative des Puits"));
        let (stays, goes) = (entered(&anim, "actors", &actor).await, entered(&anim, "actors", &actor).await);
        let mut project = json!(inputs::project("Des puits"));
        project["lead"] = json!(server.world().bordeaux);
        project["visibility"] = json!("public");
        project["actors"] = json!([
            {"actor": goes["id"], "role": "operator"}, {"actor": stays["id"], "role": "funder"}, {"actor": stays["id"], "role": "operator"}
        ]);
        project["funding_lines"] = json!([
            {"funder": goes["id"], "funder_name": null, "scheme": null, "amount": null, "year": 2026, "state": "requested"}
        ]);
        let project = entered(&anim, "projects", &project).await;
        let (gone, kept) = (address("actors", &goes), address("actors", &stays));
        let done = merge(&anim, &gone, 1, &stays["id"]).await;
        assert_eq!(with_status(&done, 200)["id"], stays["id"]);
        read_after(server, &done, "/api/v1/actors").await;
        let project: Value = server.json(&address("projects", &project)).await;
        let parts: Vec<_> = project["actors"].as_array().unwrap().iter().map(|part| (&part["actor"]["id"], &part["role"])).collect();
        assert_eq!(parts, [(&stays["id"], &json!("operator")), (&stays["id"], &json!("funder"))]);
        assert_eq!(project["funding_lines"][0]["funder"]["id"], stays["id"]);
        // Its addresses, old and new, and it is found once.
        let slug = format!("/api/v1/actors/{}", stays["slug"].as_str().unwrap());
        assert_eq!(leads_to(server, &gone).await, slug);
        assert_eq!(leads_to(server, &format!("/api/v1/actors/{}", goes["slug"].as_str().unwrap())).await, slug);
        let found: Value = server.json("/api/v1/actors?q=puits").await;
        assert_eq!(found["total"], 1);
        // Both histories tell of it, and it is not undone by half.
        let told = |history: &Answer| with_status(history, 200)["items"][0]["changes"].clone();
        let history = async |path: &str| anim.ask("GET", &format!("{path}/history"), &[], None).await;
        assert_eq!(told(&history(&kept).await)["merged"], json!([null, goes["id"]]));
        assert_eq!(told(&history(&gone).await)["merged_into"], json!([null, stays["id"]]));
        problem(&restore(&anim, &gone, 2).await, 404);
        problem(&patch(&anim, &gone, 2, &json!({"description": "x"})).await, 404);
    }

    async fn people_and_numbers_follow(server: &Server) {
        let anim = server.animator("anim@example.org").await;
        let mut commune = json!(inputs::collectivity(CollectivityKind::Commune, "Villeneuve", "Commune de Villeneuve"));
        commune["visibility"] = json!("public");
        let stays = entered(&anim, "collectivities", &commune).await;
        commune["siren"] = json!("217500016");
        let goes = entered(&anim, "collectivities", &commune).await;
        let (from, into) = (goes["id"].as_str().unwrap().parse().unwrap(), stays["id"].as_str().unwrap().parse().unwrap());
        let both = server.member("both@example.org", from, MemberRole::Owner).await;
        let only = server.member("only@example.org", from, MemberRole::Editor).await;
        server.member("both@example.org", into, MemberRole::Reader).await;
        with_status(&merge(&anim, &address("collectivities", &goes), 1, &stays["id"]).await, 200);
        let role = async |who: &Somebody| {
            let memberships = who.client.account().await.unwrap().memberships;
            memberships.iter().map(|one| (one.record, one.role)).collect::<Vec<_>>()
        };
        assert_eq!(role(&both).await, [(into, Some(MemberRole::Owner))]);
        assert_eq!(role(&only).await, [(into, Some(MemberRole::Editor))]);
        server.settle().await;
        assert!(leads_to(server, "/api/v1/collectivities/217500016").await.ends_with(stays["slug"].as_str().unwrap()));
        // The number may become its own.
        let stays = with_status(&patch(&anim, &address("collectivities", &stays), 2, &json!({"siren": "217500016"})).await, 200);
        server.settle().await;
        let by_number: Value = server.json("/api/v1/collectivities/217500016").await;
        assert_eq!(by_number["id"], stays["id"]);
    }

    async fn only_what_is_alike_and_seen_by_as_many_is_merged(server: &Server) {
        let anim = server.animator("anim@example.org").await;
        let mut actor = json!(inputs::actor(ActorKind::Company, "Coopérative des Puits"));
        let goes = entered(&anim, "actors", &actor).await;
        actor["visibility"] = json!("members");
        let narrower = entered(&anim, "actors", &actor).await;
        let path = address("actors", &goes);
        for wrong in [&goes["id"], &narrower["id"], &json!(server.world().bordeaux), &json!(aect_types::Uuid::nil())] {
            assert_eq!(pointers(&problem(&merge(&anim, &path, 1, wrong).await, 422)), ["/into"], "{wrong}");
        }
        problem(&merge(&anim, &path, 7, &narrower["id"]).await, 412);
    }

    async fn what_resembles_is_put_before_the_animators(server: &Server) {
        let anim = server.animator("anim@example.org").await;
        let marie = crate::editing::marie(server).await;
        let actor = |name: &str| json!(inputs::actor(ActorKind::Company, name));
        let one = entered(&marie, "actors", &actor("Coopérative des Puits")).await;
        let other = entered(&marie, "actors", &actor("La coopérative des puits")).await;
        entered(&marie, "actors", &actor("Ateliers du Bocage")).await;
        server.settle().await;
        server.forget_now().await;
        server.forget_now().await;
        let queue = anim.client.moderation().await.unwrap();
        let pairs: Vec<_> = queue.items.iter().filter(|item| item.kind == ModerationKind::Duplicate).collect();
        assert_eq!(pairs.len(), 1);
        assert_eq!((json!(pairs[0].record), json!(pairs[0].other.as_ref().unwrap().id)), (one["id"].clone(), other["id"].clone()));
        // They are two: it is remembered, even when one of them is written again; and it may be undone.
        let refuse = ModerationDecision {
            act: ModerationAct::Refuse,
            items: vec![ModerationTarget { kind: ModerationKind::Duplicate, id: pairs[0].id, version: None }],
            role: None,
            reason: None,
        };
        let done = anim.client.moderate(&refuse).await.unwrap();
        assert_eq!((done.results[0].status, done.results[0].state.as_deref()), (200, Some("different")));
        assert_eq!(anim.client.moderate(&refuse).await.unwrap().results[0].status, 412);
        with_status(&patch(&anim, &address("actors", &one), 1, &json!({"description": "Depuis 1998."})).await, 200);
        server.settle().await;
        server.forget_now().await;
        let waiting = async || {
            let items = anim.client.moderation().await.unwrap().items;
            items.iter().filter(|item| item.kind == ModerationKind::Duplicate).count()
        };
        assert_eq!(waiting().await, 0);
        let decisions = done.results.iter().filter_map(|one| one.decision).collect();
        anim.client.undo_moderation(&ModerationUndo { decisions }).await.unwrap();
        assert_eq!(waiting().await, 1);
        // Neither is done with it that does not fit.
        let accept = ModerationDecision { act: ModerationAct::Accept, ..refuse.clone() };
        assert!(anim.client.moderate(&accept).await.is_err());
        // Whatever is merged or deleted waits no more.
        with_status(&merge(&anim, &address("actors", &other), 1, &one["id"]).await, 200);
        assert_eq!(waiting().await, 0);
    }

    async fn what_comes_back_every_year_is_not_one(server: &Server) {
        let anim = server.animator("anim@example.org").await;
        let event = |month: &str| {
            let mut event = json!(inputs::event("Comité des partenaires", EventKind::Meeting, inputs::period(month)));
            event["organisations"] = json!([{"collectivity": server.world().bordeaux, "actor": null, "role": "organiser"}]);
            event["visibility"] = json!("public");
            event
        };
        for month in ["2027-03", "2028-03"] {
            entered(&anim, "events", &event(month)).await;
        }
        server.settle().await;
        server.forget_now().await;
        assert_eq!(anim.client.moderation().await.unwrap().items.len(), 0);
        entered(&anim, "events", &event("2028-03")).await;
        server.settle().await;
        server.forget_now().await;
        assert_eq!(anim.client.moderation().await.unwrap().items.len(), 1);
    }
}

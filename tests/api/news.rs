//! `/news`: what is told, by whom, and how it is found.

use crate::asking::set;
use crate::editing::{
    delete, each_wrong, json_of, marie, patch, pointers, post, problem, read_after, restore, seen_by,
    with_status,
};
use aect_tests::world::public;
use aect_tests::{Server, both_engines, inputs};
use aect_types::news::News;
use aect_types::people::MemberRole;
use aect_types::{Resource, Uuid};
use serde_json::{Value, json};

/// What Bordeaux tells.
fn news(server: &Server) -> Value {
    let mut news = json!(inputs::news("Un baobab à Bordeaux", "2026-11-20"));
    news["authors"] = json!([{"collectivity": server.world().bordeaux, "actor": null}]);
    news["countries"] = json!(["SN"]);
    news["visibility"] = json!("public");
    news
}

both_engines! {
    async fn the_newest_comes_first(server: &Server) {
        let list: Value = server.json("/api/v1/news?facets=theme,year,collectivity").await;
        let titles: Vec<&str> = list["items"].as_array().unwrap().iter().map(|one| one["title"].as_str().unwrap()).collect();
        assert_eq!(titles, ["Retour de Dakar", "Un appel à projets est ouvert"]);
        assert_eq!(list["items"][0]["authors"], json!(["Département de la Gironde"]));
        assert_eq!(list["facets"]["theme"], json!([{"value": "eau-et-assainissement", "count": 1}]));
        assert_eq!(list["facets"]["year"], json!([{"value": "2026", "count": 2}]));
        assert_eq!(list["facets"]["collectivity"], json!([{"value": "departement-de-la-gironde", "count": 1}]));
        let world = server.world();
        let one: News = server.client.get("retour-de-dakar").await.unwrap();
        assert_eq!((one.projects[0].title.as_str(), one.events[0].title.as_str()), ("De l’eau à Dakar", "Mission à Dakar"));
        let (project, event) = (format!("project={}", one.projects[0].slug), format!("event={}", one.events[0].slug));
        for (question, expected) in [
            ("q=forages", vec![world.back_from_dakar]),
            ("country=SN&theme=eau-et-assainissement", vec![world.back_from_dakar]),
            ("collectivity=departement-de-la-gironde", vec![world.back_from_dakar]),
            (project.as_str(), vec![world.back_from_dakar]),
            (event.as_str(), vec![world.back_from_dakar]),
            ("to=2026-02", vec![world.call_for_projects]),
            ("from=2027", vec![]),
            ("year=2025", vec![]),
        ] {
            assert_eq!(set(server, Resource::News, question).await, expected.into_iter().collect(), "{question}");
        }
    }

    async fn whoever_edits_an_author_tells_it(server: &Server) {
        let marie = marie(server).await;
        let made = post(&marie, "news", &news(server)).await;
        let created = with_status(&made, 201);
        let path = format!("/api/v1/news/{}", created["id"].as_str().unwrap());
        read_after(server, &made, &path).await;
        assert_eq!(set(server, Resource::News, "q=baobab&collectivity=bordeaux").await.len(), 1);
        let changed = with_status(&patch(&marie, &path, 1, &json!({"summary": "Planté."})).await, 200);
        assert_eq!(changed["summary"], "Planté.");
        // Nobody speaks in somebody else's name, nor in nobody's: that is the network's.
        let others = json!([{"collectivity": server.world().landes, "actor": null}]);
        problem(&post(&marie, "news", &json!(inputs::news("Au nom du réseau", "2026-11-20"))).await, 403);
        let given = patch(&marie, &path, 2, &json!({"authors": others})).await;
        assert_eq!(pointers(&problem(&given, 422)), ["/authors/0/collectivity"]);
        let left = patch(&marie, &path, 2, &json!({"authors": []})).await;
        assert_eq!(pointers(&problem(&left, 422)), ["/authors"]);
        let landes = server.member("l@landes.fr", server.world().landes, MemberRole::Owner).await;
        problem(&patch(&landes, &path, 2, &json!({"summary": "La nôtre."})).await, 403);
        let animator = server.animator("a@so-cooperation.org").await;
        with_status(&post(&animator, "news", &json!(inputs::news("Au nom du réseau", "2026-11-20"))).await, 201);
        // What happened to it is kept, and what was deleted comes back.
        let history = json_of(&marie.ask("GET", &format!("{path}/history"), &[], None).await);
        assert_eq!(history["items"][0]["changes"]["summary"], json!([null, "Planté."]));
        assert_eq!(delete(&marie, &path, 2).await.status, 204);
        assert!(set(server, Resource::News, "q=baobab").await.is_empty());
        with_status(&restore(&marie, &path, 3).await, 200);
    }

    async fn it_begins_as_a_draft_that_its_people_see(server: &Server) {
        let marie = marie(server).await;
        let mut draft = news(server);
        draft.as_object_mut().unwrap().remove("visibility");
        let created = with_status(&post(&marie, "news", &draft).await, 201);
        assert_eq!(created["visibility"], "draft");
        let path = format!("/api/v1/news/{}", created["id"].as_str().unwrap());
        let landes = server.member("l@landes.fr", server.world().landes, MemberRole::Owner).await;
        assert_eq!((seen_by(&marie, &path).await, seen_by(&landes, &path).await), (200, 404));
        assert_eq!(server.get(&path).await.status, 404);
        let drafts = json_of(&marie.ask("GET", "/api/v1/account/drafts", &[], None).await);
        assert_eq!(drafts["items"][0]["title"], "Un baobab à Bordeaux");
    }

    async fn every_field_of_news_is_checked(server: &Server) {
        let marie = marie(server).await;
        let (bordeaux, water) = (server.world().bordeaux, server.world().water);
        let author = json!({"collectivity": bordeaux, "actor": null});
        let wrong = [
            (json!({"title": ""}), "/title"),
            (json!({"summary": "a".repeat(281)}), "/summary"),
            (json!({"summary": "a\u{0}b"}), "/summary"),
            (json!({"description": "a".repeat(20_001)}), "/description"),
            (json!({"published_on": "2026-13-01"}), "/published_on"),
            (json!({"published_on": "3026-11-20"}), "/published_on"),
            (json!({"useful_until": "2026-11-19"}), "/useful_until"),
            (json!({"countries": ["XX"]}), "/countries/0"),
            (json!({"links": [{"title": "x", "url": "javascript:x"}]}), "/links/0/url"),
            (json!({"authors": [author, author]}), "/authors/1"),
            (json!({"themes": [Uuid::nil()]}), "/themes/0"),
            (json!({"themes": [water, water]}), "/themes/1"),
            (json!({"projects": [water]}), "/projects/0"),
            (json!({"events": [Uuid::nil()]}), "/events/0"),
        ];
        for (body, field) in each_wrong(&news(server), &wrong) {
            assert_eq!(pointers(&problem(&post(&marie, "news", &body).await, 422)), [field]);
        }
        let both = json!({"collectivity": bordeaux, "actor": server.world().afd});
        let animator = server.animator("a@so-cooperation.org").await;
        for wrong in [both, json!({"collectivity": null, "actor": null})] {
            let mut body = news(server);
            body["authors"] = json!([wrong]);
            assert_eq!(pointers(&problem(&post(&animator, "news", &body).await, 422)), ["/authors/0"]);
        }
    }

    async fn news_follows_what_it_names(server: &Server) {
        let animator = server.animator("a@so-cooperation.org").await;
        let world = server.world();
        let path = format!("/api/v1/news/{}", world.back_from_dakar);
        let other = server.write(|write| public(write, &inputs::project("De l’eau à Thiès"))).await;
        let merged = animator
            .ask("POST", &format!("/api/v1/projects/{}/merge", world.water_in_dakar), &[("if-match", "\"1\"")],
                Some(&json!({"into": other}).to_string()))
            .await;
        assert_eq!(merged.status, 200);
        let news = with_status(&read_after(server, &merged, &path).await, 200);
        assert_eq!(news["projects"][0]["title"], "De l’eau à Thiès");
        // Two that tell the same become one, whose address both have.
        let twin = server.write(|write| public(write, &inputs::news("Retour du Sénégal", "2026-10-13"))).await;
        let into = json!({"into": world.back_from_dakar}).to_string();
        let merged = animator.ask("POST", &format!("/api/v1/news/{twin}/merge"), &[("if-match", "\"1\"")], Some(&into)).await;
        with_status(&merged, 200);
        let led = read_after(server, &merged, "/api/v1/news/retour-du-senegal").await;
        assert_eq!(led.status, 308);
    }
}

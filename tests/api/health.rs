//! What surrounds the API: health, metrics, headers, restarts.

use aect_tests::both_engines;
use aect_tests::database::Content;
use aect_tests::server::text;
use aect_tests::{Engine, Server};

both_engines! {
    async fn a_server_says_that_it_lives_and_is_ready(server: &Server) {
        let live: serde_json::Value = server.json("/health/live").await;
        assert_eq!(live["status"], "live");
        let ready: serde_json::Value = server.json("/health/ready").await;
        assert_eq!(
            (ready["status"].as_str(), ready["journal"] == ready["index"]),
            (Some("ready"), true)
        );
    }

    async fn requests_are_counted_without_naming_anybody(server: &Server) {
        server.get("/api/v1/projects?q=Jeanne+Dupont").await;
        let metrics = text(&server.get("/metrics").await);
        assert!(
            metrics.contains("aect_http_requests_total{")
                && metrics.contains("aect_http_request_duration_seconds"),
            "{metrics}"
        );
        assert!(!metrics.contains("Dupont"), "{metrics}");
    }

    async fn every_answer_protects_its_reader(server: &Server) {
        for path in [
            "/api/v1/projects",
            "/api/v1/projects/none",
            "/api/v1/projects.csv",
            "/health/live",
            "/docs",
            "/docs/problems",
            "/nothing",
        ] {
            let answer = server.get(path).await;
            for (header, value) in [("x-content-type-options", "nosniff"), ("x-frame-options", "DENY")] {
                assert_eq!(answer.header(header), Some(value), "{path}");
            }
            let policy = answer
                .header("content-security-policy")
                .unwrap_or_else(|| panic!("{path}"));
            assert!(
                policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"),
                "{path}: {policy}"
            );
            assert!(answer.header("x-request-id").is_some(), "{path}");
            assert_eq!(answer.header("server"), None, "{path}");
            assert_eq!(answer.header("set-cookie"), None, "{path}");
        }
    }

    async fn what_is_asked_after_a_write_can_wait_for_it(server: &Server) {
        let input = aect_tests::inputs::project("Tout neuf");
        let id = server
            .write_unseen(move |write| aect_tests::world::public(write, &input))
            .await;
        let position = server
            .db
            .read(aect_db::renditions::position)
            .await
            .unwrap()
            .to_string();
        let answer = server
            .get_with("/api/v1/projects?q=neuf", &[("journal-at-least", &position)])
            .await;
        assert!(text(&answer).contains(&id.to_string()), "{}", text(&answer));
        let answer = server
            .get_with("/api/v1/projects", &[("journal-at-least", "nonsense")])
            .await;
        assert_eq!(answer.status, 400);
    }
}

async fn an_index_that_is_kept_or_lost(engine: Engine) {
    let server = Server::start(engine).await;
    let input = aect_tests::inputs::project("Avant l’arrêt");
    server
        .write(move |write| aect_tests::world::public(write, &input))
        .await;
    let before: serde_json::Value = server
        .json("/api/v1/projects?sort=name&facets=theme,country")
        .await;
    let server = server.restart(false).await;
    assert_eq!(
        server
            .json::<serde_json::Value>("/api/v1/projects?sort=name&facets=theme,country")
            .await,
        before
    );
    let server = server.restart(true).await;
    assert_eq!(
        server
            .json::<serde_json::Value>("/api/v1/projects?sort=name&facets=theme,country")
            .await,
        before
    );
    server.stop().await;
}

#[tokio::test]
async fn sqlite_restarts_with_its_index_and_without() {
    an_index_that_is_kept_or_lost(Engine::Sqlite).await;
}

#[tokio::test]
async fn postgresql_restarts_with_its_index_and_without() {
    an_index_that_is_kept_or_lost(Engine::Postgresql).await;
}

#[tokio::test]
async fn an_empty_platform_answers_with_empty_lists() {
    for engine in [Engine::Sqlite, Engine::Postgresql] {
        let server = Server::start_with(engine, Content::Nothing, &[]).await;
        for resource in aect_types::Resource::ALL {
            let list: serde_json::Value = server.json(&format!("/api/v1/{resource}")).await;
            assert_eq!(
                (list["total"].as_u64(), list["next"].is_null()),
                (Some(0), true),
                "{resource}"
            );
        }
        assert_eq!(server.client.search("eau", 5).await.unwrap().total, 0);
        server.stop().await;
    }
}

//! The OpenAPI document, as served.

use aect_tests::both_engines;
use aect_types::Resource;
use serde_json::Value;
use std::collections::BTreeSet;

both_engines! {
    async fn the_document_describes_every_list_and_filter(server: &Server) {
        let document: Value = server.json("/api/v1/openapi.json").await;
        assert!(document["openapi"].as_str().unwrap().starts_with("3.1"));
        for resource in Resource::ALL {
            let list = &document["paths"][format!("/{resource}")]["get"];
            assert!(list.is_object(), "{resource}");
            let parameters = list["parameters"].as_array().unwrap();
            for filter in resource.spec().filters {
                let known = parameters.iter().any(|parameter| parameter["name"] == filter.name);
                assert!(known, "{resource}: {}", filter.name);
            }
        }
    }

    async fn operations_can_be_told_apart(server: &Server) {
        let document: Value = server.json("/api/v1/openapi.json").await;
        let mut names = BTreeSet::new();
        for (path, operations) in document["paths"].as_object().unwrap() {
            for (method, operation) in operations.as_object().unwrap() {
                assert_eq!(method, "get", "{path}: this ground is read-only");
                let name = operation["operationId"].as_str().unwrap();
                assert!(names.insert(name.to_owned()), "{name} twice");
                assert!(operation["summary"].is_string() && operation["description"].is_string(), "{name}");
            }
        }
        assert!(names.len() >= 20, "{names:?}");
    }

    async fn the_viewer_is_ours(server: &Server) {
        let page = server.get("/docs").await;
        let page = if page.status == 308 || page.status == 301 || page.status == 302 || page.status == 303 || page.status == 307 {
            server.get(page.header("location").unwrap()).await
        } else {
            page
        };
        assert_eq!(page.status, 200);
        let html = aect_tests::server::text(&page);
        assert!(!html.contains("https://") && !html.contains("//cdn"), "a third party is called: {html}");
    }
}

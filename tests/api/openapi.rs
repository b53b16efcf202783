//! The OpenAPI document, as served.

use crate::asking::page;
use aect_tests::both_engines;
use aect_tests::server::text;
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
                let named = |parameter: &Value| resolved(&document, parameter)["name"] == filter.name;
                let known = parameters.iter().any(named);
                assert!(known, "{resource}: {}", filter.name);
            }
        }
    }

    async fn operations_can_be_told_apart(server: &Server) {
        let document: Value = server.json("/api/v1/openapi.json").await;
        let mut names = BTreeSet::new();
        for (path, operations) in document["paths"].as_object().unwrap() {
            for (method, operation) in operations.as_object().unwrap() {
                assert!(["get", "post", "put", "patch", "delete"].contains(&method.as_str()), "{path}: {method}");
                let name = operation["operationId"].as_str().unwrap();
                assert!(names.insert(name.to_owned()), "{name} twice");
                assert!(
                    operation["summary"].is_string() && operation["description"].is_string(),
                    "{name}"
                );
            }
        }
        assert!(names.len() >= 20, "{names:?}");
    }

    async fn every_address_of_the_document_answers(server: &Server) {
        let document: Value = server.json("/api/v1/openapi.json").await;
        let base = document["servers"][0]["url"].as_str().unwrap();
        let paths = document["paths"].as_object().unwrap();
        // What needs a person is in the matrix of who may do what.
        let public = paths.iter().filter(|(_, item)| item["get"].is_object() && item["get"]["security"].is_null());
        for (path, _) in public {
            let resource = path.trim_start_matches('/').split(['/', '.']).next().unwrap();
            let key = match resource.parse::<Resource>() {
                Ok(resource) => page(server, resource, "limit=1").await.items.remove(0).slug,
                Err(_) => String::new(),
            };
            let question = match path.as_str() {
                "/search" => "?q=eau".to_owned(),
                "/stats" => "?by=theme".to_owned(),
                "/contacts" => format!("?record={}", server.world().bordeaux),
                _ => String::new(),
            };
            // Of a file of a record: in `files`.
            if path.starts_with("/files/") {
                continue;
            }
            let path = path.replace("{key}", &key).replace("{slug}", "aide");
            let address = format!("{base}{path}{question}");
            let answer = server.get(&address).await;
            assert_eq!(answer.status, 200, "{address}");
        }
    }

    async fn the_viewer_is_ours(server: &Server) {
        let folder = server.get("/docs").await;
        assert_eq!((folder.status, folder.header("location")), (308, Some("/docs/")));
        let page = server.get("/docs/").await;
        assert_eq!(page.status, 200);
        let html = text(&page);
        assert!(
            !html.contains("https://") && !html.contains("//cdn"),
            "a third party is called: {html}"
        );
    }
}

/// What a reference of the document stands for; anything else stands for itself.
fn resolved<'d>(document: &'d Value, value: &'d Value) -> &'d Value {
    match value["$ref"]
        .as_str()
        .and_then(|reference| reference.strip_prefix('#'))
    {
        Some(pointer) => document.pointer(pointer).unwrap(),
        None => value,
    }
}

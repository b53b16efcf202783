//! Conditional requests, compression, other origins.

use aect_tests::both_engines;
use aect_tests::raw;
use aect_tests::server::text;
use aect_types::Visibility;
use std::io::Read;

/// Addresses of every sort of answer that is kept.
const KEPT: [&str; 8] = [
    "/api/v1/projects",
    "/api/v1/projects?country=SN&facets=theme,country&limit=2",
    "/api/v1/countries/SN",
    "/api/v1/search?q=eau",
    "/api/v1/stats?by=country",
    "/api/v1/collectivities/names",
    "/api/v1/collectivities/points?active=true",
    "/api/v1/events.ics",
];

both_engines! {
    async fn who_has_the_answer_is_told_so(server: &Server) {
        for path in KEPT {
            let answer = server.get(path).await;
            let tag = answer
                .header("etag")
                .unwrap_or_else(|| panic!("{path} has no tag"))
                .to_owned();
            assert_eq!(
                answer.header("cache-control"),
                Some("public, max-age=0, must-revalidate"),
                "{path}"
            );
            for known in [
                tag.clone(),
                format!("\"other\", {tag}"),
                format!("W/{}", tag.trim_start_matches("W/")),
                "*".to_owned(),
            ] {
                let again = server.get_with(path, &[("if-none-match", &known)]).await;
                assert_eq!((again.status, again.body.len()), (304, 0), "{path} {known}");
                assert_eq!(again.header("etag"), Some(tag.as_str()), "{path}");
            }
            let again = server.get_with(path, &[("if-none-match", "\"other\"")]).await;
            assert_eq!((again.status, again.body), (200, answer.body), "{path}");
        }
    }

    async fn a_write_changes_what_it_changes(server: &Server) {
        let world = server.world();
        let record = format!("/api/v1/projects/{}", world.water_in_dakar);
        let list = "/api/v1/projects?country=SN";
        let (record_before, list_before) = (server.get(&record).await, server.get(list).await);
        let id = world.water_in_dakar;
        let input = aect_types::projects::ProjectInput {
            countries: aect_tests::inputs::countries(&["SN"]),
            ..aect_tests::inputs::project("De l’eau, autrement")
        };
        server.write(move |write| write.edit(id, &input)).await;
        for (path, before) in [(record.as_str(), record_before), (list, list_before)] {
            let tag = before.header("etag").unwrap();
            let now = server.get_with(path, &[("if-none-match", tag)]).await;
            assert_eq!(now.status, 200, "{path}");
            assert_ne!(now.header("etag"), Some(tag), "{path}");
            assert!(text(&now).contains("De l’eau, autrement"), "{path}");
        }
        server
            .write(move |write| write.set_visibility(id, Visibility::Draft))
            .await;
        assert_eq!(
            server.get_with(&record, &[("if-none-match", "*")]).await.status,
            404,
            "no 304 for what is hidden"
        );
    }

    async fn a_tag_of_a_record_begins_with_its_version(server: &Server) {
        let answer = server.get("/api/v1/countries/SN").await;
        assert!(
            answer.header("etag").unwrap().starts_with("\"1-"),
            "{:?}",
            answer.header("etag")
        );
    }

    async fn bytes_are_smaller_for_who_can_unpack_them(server: &Server) {
        for path in ["/api/v1/projects", "/api/v1/openapi.json"] {
            let plain = server.get_with(path, &[("accept-encoding", "identity")]).await;
            assert_eq!(plain.header("content-encoding"), None, "{path}");
            for coding in ["gzip", "br"] {
                let packed = server.get_with(path, &[("accept-encoding", coding)]).await;
                assert_eq!(packed.header("content-encoding"), Some(coding), "{path}");
                assert!(
                    packed.header("vary").unwrap().contains("Accept-Encoding"),
                    "{path}"
                );
                assert!(packed.body.len() < plain.body.len() / 2, "{path} {coding}");
                assert_eq!(unpack(coding, &packed.body), plain.body, "{path} {coding}");
                let tag = packed.header("etag").unwrap();
                let again = server
                    .get_with(path, &[("accept-encoding", coding), ("if-none-match", tag)])
                    .await;
                assert_eq!(again.status, 304, "{path} {coding}");
            }
            let best = server
                .get_with(path, &[("accept-encoding", "gzip, deflate, br, zstd")])
                .await;
            assert_eq!(best.header("content-encoding"), Some("br"), "{path}");
        }
    }

    async fn a_head_has_no_body_and_the_same_headers(server: &Server) {
        for path in ["/api/v1/projects", "/api/v1/countries/SN", "/health/live"] {
            let get = server.get(path).await;
            let head = raw::send(server.address(), &format!("HEAD {path} HTTP/1.1"), b"").await;
            assert_eq!((head.status, head.body.len()), (200, 0), "{path}");
            for header in ["etag", "content-type", "cache-control"] {
                assert_eq!(head.header(header), get.header(header), "{path} {header}");
            }
        }
    }

    async fn any_origin_may_read_without_credentials(server: &Server) {
        for path in [
            "/api/v1/projects",
            "/api/v1/projects/none",
            "/api/v1/projects.csv",
            "/api/v1/projects?limit=0",
        ] {
            let answer = server
                .get_with(path, &[("origin", "https://partner.example")])
                .await;
            assert_eq!(answer.header("access-control-allow-origin"), Some("*"), "{path}");
            assert_eq!(answer.header("access-control-allow-credentials"), None, "{path}");
            let exposed = answer
                .header("access-control-expose-headers")
                .unwrap_or_default()
                .to_lowercase();
            assert!(
                exposed.contains("etag") && exposed.contains("link"),
                "{path}: {exposed}"
            );
        }
    }

    async fn a_preflight_is_answered(server: &Server) {
        let head = "OPTIONS /api/v1/projects HTTP/1.1\r\norigin: https://partner.example\r\n\
                    access-control-request-method: GET\r\naccess-control-request-headers: if-none-match";
        let answer = raw::send(server.address(), head, b"").await;
        assert!(matches!(answer.status, 200 | 204), "{answer:?}");
        assert_eq!(answer.header("access-control-allow-origin"), Some("*"));
        assert!(
            answer
                .header("access-control-allow-methods")
                .unwrap()
                .contains("GET")
        );
        let refused = head.replace("method: GET", "method: DELETE");
        let answer = raw::send(server.address(), &refused, b"").await;
        assert!(answer.status >= 400, "{answer:?}");
    }
}

fn unpack(coding: &str, packed: &[u8]) -> Vec<u8> {
    let mut plain = Vec::new();
    let unpacked = match coding {
        "gzip" => flate2::read::GzDecoder::new(packed).read_to_end(&mut plain),
        _ => brotli::Decompressor::new(packed, 4096).read_to_end(&mut plain),
    };
    unpacked.unwrap();
    plain
}

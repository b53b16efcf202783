//! Everything that is refused is refused with a problem document, the framework's own refusals included.

use aect_tests::both_engines;
use aect_tests::raw::{self, RawAnswer};
use aect_tests::server::problem_of;
use aect_types::Problem;
use aect_types::problem::ErrorCode;

/// The problem document of a raw answer.
fn document(answer: &RawAnswer, status: u16) -> Problem {
    assert_eq!(answer.status, status, "{answer:?}");
    assert_eq!(
        answer.header("content-type"),
        Some("application/problem+json"),
        "{answer:?}"
    );
    let problem: Problem = serde_json::from_slice(&answer.body).unwrap();
    assert_eq!(
        (problem.status, answer.header("x-request-id")),
        (status, Some(problem.request_id.as_str()))
    );
    problem
}

both_engines! {
    async fn every_wrong_parameter_is_named_at_once(server: &Server) {
        let problem = server
            .problem("/api/v1/projects?contry=SN&country=senegal&limit=0&sort=population\
                 &facets=nothing&near=1,2&year=abc&sdg=18", 400)
            .await;
        assert_eq!(problem.kind, "/docs/problems#invalid-parameters");
        let mut named: Vec<(&str, ErrorCode)> = problem
            .errors
            .iter()
            .map(|error| (error.parameter.as_deref().unwrap(), error.code))
            .collect();
        named.sort_by_key(|(name, _)| *name);
        assert_eq!(
            named,
            [
                ("contry", ErrorCode::Unknown),
                ("country", ErrorCode::Format),
                ("facets", ErrorCode::NotListed),
                ("limit", ErrorCode::Range),
                ("near", ErrorCode::Conflict),
                ("sdg", ErrorCode::Range),
                ("sort", ErrorCode::NotListed),
                ("year", ErrorCode::Range),
            ]
        );
        assert!(problem.errors.iter().all(|error| !error.detail.is_empty()));
    }

    async fn each_kind_of_bad_question_is_a_bad_request(server: &Server) {
        for (path, parameter) in [
            ("/api/v1/projects?limit=201", "limit"),
            ("/api/v1/projects?limit=5&limit=6", "limit"),
            ("/api/v1/projects?cursor=", "cursor"),
            ("/api/v1/projects?cursor=AAAAAAAAAAAAAAAA", "cursor"),
            ("/api/v1/projects?cursor=%C3%A9", "cursor"),
            ("/api/v1/projects?bbox=1,2,3", "bbox"),
            ("/api/v1/projects?bbox=0,0,0,NaN", "bbox"),
            ("/api/v1/projects?near=0,91&radius_km=1", "near"),
            ("/api/v1/projects?near=0,0&radius_km=-1", "radius_km"),
            ("/api/v1/projects?from=2026-13", "from"),
            ("/api/v1/projects?from=2027&to=2026", "to"),
            ("/api/v1/projects?updated_since=yesterday", "updated_since"),
            ("/api/v1/projects?kind=nothing", "kind"),
            ("/api/v1/projects?to_confirm=yes", "to_confirm"),
            ("/api/v1/projects?theme=Not%20A%20Slug", "theme"),
            ("/api/v1/projects?department=9999", "department"),
            ("/api/v1/projects?fields=title,secret", "fields"),
            ("/api/v1/themes?bbox=0,0,1,1", "bbox"),
            ("/api/v1/themes?from=2026", "from"),
            ("/api/v1/projects/x?limit=5", "limit"),
            ("/api/v1/search", "q"),
            ("/api/v1/search?q=a&limit=21", "limit"),
            ("/api/v1/search?q=a&page=2", "page"),
            ("/api/v1/stats", "by"),
            ("/api/v1/stats?by=nothing", "by"),
            ("/api/v1/stats?by=theme&sort=name", "sort"),
            ("/api/v1/collectivities/names?q=a", "q"),
            ("/api/v1/collectivities/points?limit=5", "limit"),
            ("/api/v1/collectivities/points?kind=nothing", "kind"),
        ] {
            let problem = server.problem(path, 400).await;
            let named: Vec<_> = problem
                .errors
                .iter()
                .filter_map(|error| error.parameter.as_deref())
                .collect();
            assert_eq!(named, [parameter], "{path}");
        }
        let long = "a".repeat(201);
        server.problem(&format!("/api/v1/projects?q={long}"), 400).await;
        server.problem(&format!("/api/v1/search?q={long}"), 400).await;
    }

    async fn a_search_never_fails_on_odd_words(server: &Server) {
        for odd in [
            "",
            "%20",
            "%22",
            "*",
            "%3F",
            "a%20AND%20",
            "%28",
            "%5B%5D",
            "%2B-",
            "%00",
            "%F0%9F%8C%8D",
            "%CC%81",
            "l%27",
            "title%3Aeau",
            "%FF%FE",
            "'%3B%20DROP%20TABLE%20records%3B--",
            "%25%5F",
            "a%7Eb%5E2",
            "%5C",
            "%2F..%2F..",
            "le%20la%20les",
        ] {
            for path in [
                format!("/api/v1/projects?q={odd}"),
                format!("/api/v1/search?q={odd}"),
            ] {
                let answer = server.get(&path).await;
                assert_eq!(
                    answer.status,
                    200,
                    "{path}: {}",
                    aect_tests::server::text(&answer)
                );
            }
        }
    }

    async fn a_cursor_of_another_question_is_refused(server: &Server) {
        let page: serde_json::Value = server.json("/api/v1/projects?limit=1&country=SN").await;
        let cursor = page["next"].as_str().unwrap();
        assert!(
            cursor
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_'),
            "{cursor}"
        );
        for other in [
            "/api/v1/projects?country=MA",
            "/api/v1/projects?country=SN&sort=name",
            "/api/v1/events?country=SN",
        ] {
            let problem = server.problem(&format!("{other}&cursor={cursor}"), 400).await;
            assert_eq!(problem.errors[0].code, ErrorCode::Cursor, "{other}");
        }
        let page: serde_json::Value = server
            .json(&format!("/api/v1/projects?country=SN&limit=200&cursor={cursor}"))
            .await;
        assert_eq!(page["items"].as_array().unwrap().len(), 1);
    }

    async fn there_is_nothing_where_nothing_is(server: &Server) {
        for path in [
            "/api/v1",
            "/api/v1/",
            "/api/v1/nothing",
            "/api/v1/projects/a/b",
            "/api/v1/projects.pdf",
            "/api/v1/projects/",
            "/api/v2/projects",
        ] {
            let problem = server.problem(path, 404).await;
            assert_eq!(problem.kind, "/docs/problems#not-found", "{path}");
        }
    }

    async fn problems_speak_the_language_of_the_reader(server: &Server) {
        let path = "/api/v1/projects?limit=0";
        for (accepted, tag, title) in [
            ("", "fr", "Paramètres incorrects"),
            ("fr-FR,fr;q=0.9,en;q=0.8", "fr", "Paramètres incorrects"),
            ("en-GB,en;q=0.9,fr;q=0.8", "en", "Invalid parameters"),
            ("de,en;q=0.1", "en", "Invalid parameters"),
        ] {
            let answer = server.get_with(path, &[("accept-language", accepted)]).await;
            let problem = problem_of(path, &answer, 400);
            assert_eq!(
                (answer.header("content-language"), problem.title.as_str()),
                (Some(tag), title),
                "{accepted}"
            );
        }
    }

    async fn methods_that_are_not_there_are_refused_with_those_that_are(server: &Server) {
        for method in ["POST", "PUT", "PATCH", "DELETE"] {
            for path in [
                "/api/v1/countries",
                "/api/v1/countries/x",
                "/api/v1/search",
                "/health/live",
            ] {
                let answer = raw::send(
                    server.address(),
                    &format!("{method} {path} HTTP/1.1\r\ncontent-length: 0"),
                    b"",
                )
                .await;
                let problem = document(&answer, 405);
                assert_eq!(
                    problem.kind, "/docs/problems#method-not-allowed",
                    "{method} {path}"
                );
                assert!(
                    answer.header("allow").is_some_and(|allow| allow.contains("GET")),
                    "{method} {path}: {answer:?}"
                );
            }
        }
    }

    async fn what_the_framework_refuses_is_a_problem_document_too(server: &Server) {
        let long = "a".repeat(20_000);
        for (head, body, status) in [
            (format!("GET /api/v1/projects?q={long} HTTP/1.1"), "", 414),
            (
                "GET /api/v1/projects HTTP/1.1\r\ncontent-encoding: gzip\r\ncontent-length: 2".to_owned(),
                "{}",
                415,
            ),
            (
                "GET /api/v1/projects HTTP/1.1\r\ncontent-length: 100000".to_owned(),
                "{}",
                413,
            ),
            ("GET /api/v1/projects/%FF HTTP/1.1".to_owned(), "", 404),
            ("GET /api/v1/projects/%00 HTTP/1.1".to_owned(), "", 404),
            ("GET /api/v1/../../etc/passwd HTTP/1.1".to_owned(), "", 404),
            (
                "GET /api/v1/projects/..%2f..%2fetc%2fpasswd HTTP/1.1".to_owned(),
                "",
                404,
            ),
        ] {
            let answer = raw::send(server.address(), &head, body.as_bytes()).await;
            document(&answer, status);
        }
    }

    async fn what_is_no_http_ends_there_and_nothing_else(server: &Server) {
        for head in [
            "GET / HTTP/9.9",
            "nonsense",
            "GET /\u{0} HTTP/1.1",
            "GET /api/v1/projects HTTP/1.1\r\ncontent-length: -1",
        ] {
            let answer = raw::send(server.address(), head, b"").await;
            assert_eq!(answer.status, 400, "{head}");
        }
        assert_eq!(server.get("/health/live").await.status, 200);
    }

    async fn a_request_keeps_the_name_it_was_given(server: &Server) {
        for (given, kept) in [
            ("partner-42.a_b", true),
            ("with spaces", false),
            ("<script>", false),
        ] {
            let answer = server
                .get_with("/api/v1/projects/none", &[("x-request-id", given)])
                .await;
            let problem = problem_of(given, &answer, 404);
            assert_eq!(problem.request_id == given, kept, "{given}");
        }
        let long = "a".repeat(65);
        let answer = server
            .get_with("/api/v1/themes", &[("x-request-id", &long)])
            .await;
        assert_ne!(answer.header("x-request-id"), Some(long.as_str()));
        let another = server.get("/api/v1/themes").await;
        assert_ne!(answer.header("x-request-id"), another.header("x-request-id"));
    }

    async fn problems_are_documented_where_their_type_says(server: &Server) {
        let answer = server.get("/docs/problems").await;
        assert_eq!(answer.status, 200);
        let page = aect_tests::server::text(&answer);
        for kind in aect_types::problem::ProblemKind::ALL {
            assert!(page.contains(&format!("id=\"{kind}\"")), "{kind}");
        }
    }
}

//! `/texts`: the editorial pages, in the language that the reader asks for.

use aect_client::Client;
use aect_tests::database::Content;
use aect_tests::raw;
use aect_tests::server::problem_of;
use aect_tests::{Engine, Server, both_engines};
use aect_types::texts::SiteText;
use scraper::{Html, Selector};

const SLUGS: [&str; 5] = [
    "aide",
    "donnees",
    "mentions-legales",
    "donnees-personnelles",
    "accessibilite",
];

both_engines! {
    async fn all_texts_are_listed_in_the_readers_language(server: &Server) {
        for (language, title) in [("fr", "Données et API"), ("en", "Data and API")] {
            let page = client(server, language).texts().await.unwrap();
            assert_eq!((page.total, page.next), (5, None));
            let slugs: Vec<&str> = page.items.iter().map(|text| text.slug.as_str()).collect();
            assert_eq!(slugs, SLUGS);
            assert!(page.items.iter().all(|text| text.language == language && !text.summary.is_empty()));
            assert_eq!(page.items[1].title, title);
        }
    }

    async fn each_text_comes_whole_in_both_languages(server: &Server) {
        for slug in SLUGS {
            let french = client(server, "fr").text(slug).await.unwrap();
            let english = client(server, "en").text(slug).await.unwrap();
            assert_eq!((french.slug.as_str(), french.language.as_str()), (slug, "fr"));
            assert_eq!((english.slug.as_str(), english.language.as_str()), (slug, "en"));
            assert_ne!(french.html, english.html, "{slug}");
            assert!(french.html.contains("<h2 id="), "{slug}");
            assert!(!french.html.contains("{{"), "{slug}");
            let listed = client(server, "fr").texts().await.unwrap().items;
            assert!(listed.contains(&french.summarise()), "{slug}");
        }
    }

    async fn the_answer_says_its_language_and_what_it_varies_with(server: &Server) {
        for path in ["/api/v1/texts", "/api/v1/texts/aide"] {
            for (asked, language) in [("en-GB,en;q=0.9,fr;q=0.8", "en"), ("de", "fr"), ("", "fr")] {
                let answer = server.get_with(path, &[("accept-language", asked)]).await;
                assert_eq!(answer.header("content-language"), Some(language), "{path} {asked}");
                assert_eq!(answer.header("content-type"), Some("application/json"), "{path}");
                let vary = answer.header("vary").unwrap();
                assert!(vary.contains("Accept-Language") && vary.contains("Accept-Encoding"), "{path}: {vary}");
            }
        }
    }

    async fn who_has_the_text_is_told_so_in_each_language(server: &Server) {
        let path = "/api/v1/texts/aide";
        let french = server.get_with(path, &[("accept-language", "fr")]).await;
        let tag = french.header("etag").unwrap();
        let again = server.get_with(path, &[("accept-language", "fr"), ("if-none-match", tag)]).await;
        assert_eq!((again.status, again.body.len(), again.header("etag")), (304, 0, Some(tag)));
        assert!(again.header("vary").unwrap().contains("Accept-Language"));
        let english = server.get_with(path, &[("accept-language", "en"), ("if-none-match", tag)]).await;
        assert_eq!(english.status, 200, "another language, another text");
        assert_ne!(english.header("etag"), Some(tag));
        let packed = server.get_with(path, &[("accept-language", "fr"), ("accept-encoding", "br")]).await;
        assert_eq!(packed.header("content-encoding"), Some("br"));
        assert!(packed.body.len() < french.body.len() / 2);
    }

    async fn a_head_has_no_body_and_the_same_headers(server: &Server) {
        let get = server.get("/api/v1/texts/aide").await;
        let head = raw::send(server.address(), "HEAD /api/v1/texts/aide HTTP/1.1", b"").await;
        assert_eq!((head.status, head.body.len()), (200, 0));
        assert_eq!(head.header("etag"), get.header("etag"));
        let answer = raw::send(server.address(), "POST /api/v1/texts/aide HTTP/1.1\r\ncontent-length: 0", b"").await;
        assert_eq!(answer.status, 405);
    }

    async fn a_text_that_is_not_there_is_a_problem_in_the_readers_language(server: &Server) {
        for path in ["/api/v1/texts/nulle-part", "/api/v1/texts/Aide", "/api/v1/texts/..%2fsite.toml", "/api/v1/texts/"] {
            server.problem(path, 404).await;
        }
        let answer = server
            .get_with("/api/v1/texts/none", &[("accept-language", "en")])
            .await;
        assert_eq!(problem_of("none", &answer, 404).title, "Not found");
        let problem = server.problem("/api/v1/texts?lang=en", 400).await;
        assert_eq!(problem.errors[0].parameter.as_deref(), Some("lang"));
        server.problem("/api/v1/texts/aide?lang=en", 400).await;
    }

    async fn the_links_and_examples_of_the_texts_are_true(server: &Server) {
        let mut asked = 0;
        for slug in SLUGS {
            let text: SiteText = server.json(&format!("/api/v1/texts/{slug}")).await;
            let html = Html::parse_fragment(&text.html);
            for address in linked(&html).into_iter().chain(shown(&html)) {
                let answer = server.get(&address).await;
                assert_eq!(answer.status, 200, "{slug}: {address}");
                asked += 1;
            }
        }
        assert!(asked > 40, "{asked}");
    }
}

#[tokio::test]
async fn what_the_operator_says_is_shown() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("site.toml");
    let shipped = include_str!("../../crates/api/texts/site.toml");
    let ours = shipped.replacen(
        "name = \"à compléter par l’exploitant\"",
        "name = \"Le Réseau\"",
        1,
    );
    std::fs::write(&file, ours).unwrap();
    let flags = [
        "--site-file",
        &file.display().to_string(),
        "--public-url",
        "https://aect.example.org/",
    ];
    let server = Server::start_with(Engine::Sqlite, Content::Nothing, &flags).await;
    let legal = client(&server, "fr").text("mentions-legales").await.unwrap();
    assert!(legal.html.contains("<dd>Le Réseau</dd>"), "{}", legal.html);
    let data = client(&server, "fr").text("donnees").await.unwrap();
    assert!(
        data.html
            .contains("curl 'https://aect.example.org/api/v1/projects?"),
        "{}",
        data.html
    );
    let documentation = format!("href=\"{}/docs/\"", server.url());
    assert!(
        data.html.contains(&documentation),
        "the client leads to its own server: {}",
        data.html
    );
    server.stop().await;
}

fn client(server: &Server, language: &str) -> Client {
    server.client.clone().with_language(language)
}

/// The addresses of the server that a text links to.
fn linked(html: &Html) -> Vec<String> {
    let links = Selector::parse("a").unwrap();
    let hrefs = html.select(&links).filter_map(|link| link.value().attr("href"));
    let ours = hrefs.filter(|href| href.starts_with("/api/") || href.starts_with("/docs"));
    ours.map(str::to_owned).collect()
}

/// The addresses of the API that a text shows as examples.
fn shown(html: &Html) -> Vec<String> {
    let examples = Selector::parse("pre").unwrap();
    let address = |example: String| {
        let from = example.find("/api/v1").unwrap();
        example[from..].trim_end_matches('\'').to_owned()
    };
    let texts = html.select(&examples).map(|example| example.text().collect());
    texts.map(address).collect()
}

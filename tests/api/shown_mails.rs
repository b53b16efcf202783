//! The mails of a server that only tries things out, read in the browser; of any other nobody reads them.

use aect_tests::database::Content;
use aect_tests::{Engine, Server};

const MARIE: &str = "marie@mairie-bordeaux.example.fr";

async fn page(server: &Server, path: &str, host: &str) -> (u16, String) {
    let answer = server.get_with(path, &[("host", host)]).await;
    (answer.status, String::from_utf8(answer.body.to_vec()).unwrap())
}

async fn mails_are_read_where_that_is_wanted(engine: Engine) {
    let server = Server::start_with(engine, Content::World, &["--show-mails"]).await;
    assert!(
        page(&server, "/mails", "127.0.0.1")
            .await
            .1
            .contains("Aucun message")
    );
    server.sign_in(MARIE).await;
    server.letters(MARIE).await;
    let (status, list) = page(&server, "/mails", "localhost:8080").await;
    assert_eq!(status, 200);
    assert!(
        list.contains(MARIE) && list.contains("Votre lien de connexion"),
        "{list}"
    );
    let link = list
        .split("href=\"")
        .nth(1)
        .and_then(|rest| rest.split('"').next())
        .unwrap();
    let (status, mail) = page(&server, link, "[::1]").await;
    assert!(status == 200 && mail.contains("/connexion?lien="), "{mail}");
    // Another site may have its name lead here, and its pages ask.
    for path in ["/mails", link] {
        assert_eq!(page(&server, path, "aect.example.org").await.0, 404, "{path}");
    }
    for path in [
        "/mails/01900000-0000-7000-8000-000000000000",
        "/mails/..%2Faect.sqlite",
    ] {
        assert_eq!(page(&server, path, "localhost").await.0, 404, "{path}");
    }
    server.stop().await;
}

async fn they_are_not_where_it_is_not(engine: Engine) {
    let public = ["--show-mails", "--public-url", "https://aect.example.fr"];
    for flags in [&[][..], &public] {
        let server = Server::start_with(engine, Content::Nothing, flags).await;
        assert_eq!(page(&server, "/mails", "localhost").await.0, 404, "{flags:?}");
        server.stop().await;
    }
}

aect_tests::on_both_engines! {
    mails_are_read_where_that_is_wanted
    they_are_not_where_it_is_not
}

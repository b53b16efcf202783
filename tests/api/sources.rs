//! Requests to sign in, counted by where they come from: a stranger fills no mailbox, and keeps nobody out.

use aect_client::{Answer, HeaderMap, HeaderValue};
use aect_tests::database::Content;
use aect_tests::{Engine, Server};
use aect_types::people::{SignInLinkSent, SignInLinkUse, SignInLinkUsed};
use serde_json::json;

const MARIE: &str = "marie@mairie-bordeaux.example.fr";
const HOME: &str = "192.0.2.1";

async fn start(engine: Engine) -> Server {
    let flags = ["--links-per-source", "30"];
    Server::start_with(engine, Content::World, &flags).await
}

/// Sends something from a network.
async fn from(server: &Server, network: &str, path: &str, body: &serde_json::Value) -> Answer {
    let mut headers = HeaderMap::new();
    headers.insert("content-type", HeaderValue::from_static("application/json"));
    // What somebody claims of themselves stands before what the proxy says.
    let hops = format!("203.0.113.{}, {network}", body.to_string().len() % 200);
    headers.insert("x-forwarded-for", HeaderValue::from_str(&hops).unwrap());
    let body = Some(body.to_string().into());
    server.client.send("POST", path, headers, body).await.unwrap()
}

async fn ask(server: &Server, network: &str, email: &str) -> Answer {
    from(server, network, "/api/v1/sign-in/links", &json!({"email": email})).await
}

fn sent(answer: &Answer) -> SignInLinkSent {
    assert_eq!(answer.status, 202);
    serde_json::from_slice(&answer.body).unwrap()
}

async fn last_link(server: &Server, email: &str) -> String {
    let letter = server.letters(email).await.pop().unwrap();
    let (_, rest) = letter.text.split_once("?lien=").unwrap();
    rest.split_whitespace().next().unwrap().to_owned()
}

/// Strangers in many networks who ask for links to one address.
async fn flood(server: &Server) {
    for network in 0..30 {
        for _ in 0..2 {
            assert_eq!(ask(server, &format!("10.0.{network}.1"), MARIE).await.status, 202);
        }
    }
}

async fn strangers_fill_no_mailbox_and_keep_nobody_from_their_link(engine: Engine) {
    let server = start(engine).await;
    flood(&server).await;
    assert_eq!(server.letters(MARIE).await.len(), 20);
    // Hers is not sent any more, but what a stranger has had sent opens where she has asked.
    let hers = sent(&ask(&server, HOME, MARIE).await);
    assert_eq!(server.letters(MARIE).await.len(), 20);
    let link = last_link(&server, MARIE).await;
    let using = |browser: &str| SignInLinkUse {
        link: link.clone(),
        browser: Some(browser.to_owned()),
    };
    let elsewhere = server.client.use_sign_in_link(&using("another")).await.unwrap();
    assert!(matches!(elsewhere, SignInLinkUsed::Code { .. }));
    // Nor does a browser count that has asked for another address.
    let paul = sent(&ask(&server, HOME, "paul@example.org").await);
    let as_paul = server
        .client
        .use_sign_in_link(&using(&paul.browser))
        .await
        .unwrap();
    assert!(matches!(as_paul, SignInLinkUsed::Code { .. }));
    let used = server
        .client
        .use_sign_in_link(&using(&hers.browser))
        .await
        .unwrap();
    assert!(matches!(used, SignInLinkUsed::SignedIn(_)));
    server.stop().await;
}

async fn where_one_has_signed_in_one_gets_ones_mail(engine: Engine) {
    let server = start(engine).await;
    let hers = sent(&ask(&server, HOME, MARIE).await);
    let link = last_link(&server, MARIE).await;
    let used = from(
        &server,
        HOME,
        "/api/v1/sign-in/links/use",
        &json!({"link": link, "browser": hers.browser}),
    )
    .await;
    assert_eq!(used.status, 200);
    flood(&server).await;
    let before = server.letters(MARIE).await.len();
    ask(&server, HOME, MARIE).await;
    assert_eq!(server.letters(MARIE).await.len(), before + 1);
    server.stop().await;
}

async fn one_network_asks_for_so_many(engine: Engine) {
    let server = start(engine).await;
    let mut refused = None;
    for number in 0..40 {
        // An IPv6 line has as many addresses as it wants.
        let answer = ask(
            &server,
            &format!("2001:db8::{number:x}"),
            &format!("a{number}@example.org"),
        )
        .await;
        if answer.status == 429 {
            refused = Some((number, answer.header("retry-after").is_some()));
            break;
        }
    }
    assert_eq!(refused, Some((30, true)));
    assert_eq!(ask(&server, "2001:db8:0:1::1", MARIE).await.status, 202);
    server.stop().await;
}

/// Without a proxy that is trusted, nobody says where they are.
async fn who_is_no_proxy_is_not_believed(engine: Engine) {
    let flags = ["--trusted-proxies", "198.51.100.0/24"];
    let server = Server::start_with(engine, Content::World, &flags).await;
    for network in 0..9 {
        ask(&server, &format!("10.0.{network}.1"), MARIE).await;
    }
    assert_eq!(server.letters(MARIE).await.len(), 5);
    server.stop().await;
}

aect_tests::on_both_engines! {
    strangers_fill_no_mailbox_and_keep_nobody_from_their_link
    where_one_has_signed_in_one_gets_ones_mail
    one_network_asks_for_so_many
    who_is_no_proxy_is_not_believed
}

//! What the program logs names nobody, whatever is asked of it and however it goes wrong.

use crate::at;
use crate::program::Program;
use aect_client::{Client, HeaderMap, HeaderValue};
use aect_tests::database::Content;
use aect_tests::people::Somebody;
use aect_tests::{Engine, Server};
use aect_types::people::{AccountInput, MemberRole, Standing};
use serde_json::{Value, json};

const MARIE: &str = "marie.durand@mairie-bordeaux.example.fr";
const NAME: &str = "Marie Durand-Lacaze";

#[tokio::test]
async fn nobody_is_named_on_sqlite() {
    named(Engine::Sqlite).await;
}

#[tokio::test]
async fn nobody_is_named_on_postgresql() {
    named(Engine::Postgresql).await;
}

async fn named(engine: Engine) {
    let flags = ["--public-url", crate::program::SITE];
    let server = Server::start_with(engine, Content::World, &flags).await;
    let (bordeaux, landes) = (server.world().bordeaux, server.world().landes);
    let marie = server.member(MARIE, bordeaux, MemberRole::Owner).await;
    let admin = server.admin("admin@example.org").await;
    let database = server.leave().await;
    let program = Program::start(&database, "debug").await;
    let (marie, admin) = (at(&marie, &program), at(&admin, &program));
    describe(&marie).await;
    strangers(&program.url).await;
    let mut otherwise = Vec::new();
    // She asks, says what is wrong, and what the program refuses.
    for (method, path, body, status) in [
        (
            "POST",
            "/api/v1/memberships".to_owned(),
            json!({"record": landes, "message": format!("C’est {NAME}, {MARIE}.")}),
            200,
        ),
        (
            "POST",
            "/api/v1/corrections".to_owned(),
            json!({"record": landes, "wrong": NAME, "email": MARIE, "consent": true}),
            202,
        ),
        (
            "PATCH",
            format!("/api/v1/collectivities/{bordeaux}"),
            json!({NAME: MARIE, "summary": 3}),
            422,
        ),
        (
            "PATCH",
            "/api/v1/account".to_owned(),
            json!({"name": format!("{NAME}\0"), "email": MARIE}),
            422,
        ),
        (
            "POST",
            "/api/v1/invitations".to_owned(),
            json!({"record": bordeaux, "role": NAME, "email": MARIE}),
            422,
        ),
        (
            "GET",
            format!("/api/v1/projects?q={MARIE}&unknown={MARIE}"),
            Value::Null,
            400,
        ),
        ("GET", format!("/api/v1/projects/{MARIE}"), Value::Null, 404),
        ("GET", format!("/api/v1/search?q={MARIE}"), Value::Null, 200),
        ("GET", format!("/{MARIE}"), Value::Null, 404),
    ] {
        let body = (!body.is_null()).then(|| body.to_string());
        let answer = marie
            .ask(method, &path, &[("if-match", "\"2\"")], body.as_deref())
            .await;
        if answer.status != status {
            otherwise.push(format!("{method} {path}: {}", answer.status));
        }
    }
    assert_eq!(otherwise, Vec::<String>::new());
    // What was written before it has left by then.
    let trial = admin.client.try_mail().await.unwrap();
    assert!(admin.client.mail_trial(trial.id).await.unwrap().sent);
    marie.client.erase_account().await.unwrap();
    let log = program.logged().await;
    assert!(
        log.iter()
            .any(|line| line.contains("/api/v1/corrections") || line.contains("corrections")),
        "requests are logged"
    );
    let naming: Vec<&String> = log.iter().filter(|line| names(line)).collect();
    assert_eq!(naming, Vec::<&String>::new());
}

/// Whether a line holds her name or address, as they are or as addresses have them.
fn names(line: &str) -> bool {
    let line = line.to_lowercase();
    ["marie.durand", "durand-lacaze", "marie%2edurand"]
        .iter()
        .any(|name| line.contains(name))
}

async fn describe(marie: &Somebody) {
    let account = marie.client.account().await.unwrap();
    let input = AccountInput {
        name: NAME.to_owned(),
        function: Some(format!("Adjointe, {NAME}")),
        standing: Standing::Elected,
        mandate_end: None,
        language: "fr".to_owned(),
    };
    marie
        .client
        .describe_account(account.version, &input)
        .await
        .unwrap();
}

/// Whoever has not signed in names her as well, rightly or wrongly.
async fn strangers(url: &str) {
    let client = Client::new(url).unwrap();
    for (path, body, status) in [
        ("/api/v1/sign-in/links", json!({"email": MARIE}), 202),
        (
            "/api/v1/sign-in/links",
            json!({"email": MARIE, "name": NAME}),
            422,
        ),
        ("/api/v1/sign-in/links", json!(MARIE), 422),
        (
            "/api/v1/sign-in/password",
            json!({"email": MARIE, "password": NAME}),
            401,
        ),
        ("/api/v1/sign-in/links/use", json!({"link": MARIE}), 401),
    ] {
        let mut headers = HeaderMap::new();
        headers.insert("content-type", HeaderValue::from_static("application/json"));
        let answer = client
            .send("POST", path, headers, Some(body.to_string().into()))
            .await
            .unwrap();
        // What has another form than it should may be told so in more than one way.
        let refused = status == 422 && (400..500).contains(&answer.status);
        assert!(
            answer.status == status || refused,
            "{path} {body}: {}",
            answer.status
        );
    }
}

//! What is kept of a person: all of it is theirs to have, and none of it stays once they are forgotten.

use crate::files::pieces;
use aect_client::{HeaderMap, HeaderValue};
use aect_db::people::openid::Attempt;
use aect_tests::people::Somebody;
use aect_tests::server::text;
use aect_tests::{Server, both_engines};
use aect_types::memberships::MembershipRequest;
use aect_types::people::{AccountInput, MemberRole, Standing};
use aect_types::ways::PasswordInput;
use diesel::prelude::*;
use image::ImageFormat;
use serde_json::{Value, json};

const MARIE: &str = "marie.durand@mairie-bordeaux.example.fr";
const ISSUER: &str = "https://auth.example.fr";
const SUBJECT: &str = "b7c1-marie";
const VERIFIER: &str = "what-proves-marie";
const NAME: &str = "Marie Durand-Lacaze";

/// An owner of Bordeaux who has said who she is, asked to belong elsewhere, and written.
async fn marie(server: &Server) -> Somebody {
    let world = server.world();
    let marie = server.member(MARIE, world.bordeaux, MemberRole::Owner).await;
    let account = marie.client.account().await.unwrap();
    let input = AccountInput {
        name: NAME.to_owned(),
        function: Some("Adjointe aux jumelages".to_owned()),
        standing: Standing::Elected,
        mandate_end: None,
        language: "fr".to_owned(),
    };
    marie
        .client
        .describe_account(account.version, &input)
        .await
        .unwrap();
    let request = MembershipRequest {
        record: world.landes,
        message: Some("C’est moi, la voisine.".to_owned()),
        code: None,
    };
    marie.client.ask_membership(&request).await.unwrap();
    let password = PasswordInput {
        password: Some("trois pommes rouges".to_owned()),
        current: None,
    };
    marie.client.set_password(&password).await.unwrap();
    let id = marie.id;
    server
        .write_unseen(move |write| {
            write.link_identity(id, ISSUER, SUBJECT)?;
            let attempt = Attempt {
                nonce: "nonce".to_owned(),
                verifier: VERIFIER.to_owned(),
                back: None,
                language: "fr".to_owned(),
                user: Some(id),
            };
            write.begin_openid("state", "browser", &attempt)
        })
        .await;
    let path = format!("/api/v1/collectivities/{}", world.bordeaux);
    let version = server.json::<Value>(&path).await["version"].as_i64().unwrap();
    let body = json!({"summary": "Bordeaux dans le monde."}).to_string();
    let tag = format!("\"{version}\"");
    let written = marie
        .ask("PATCH", &path, &[("if-match", &tag)], Some(&body))
        .await;
    assert_eq!(written.status, 200);
    server.settle().await;
    remarks(&marie, server).await;
    photo(&marie, server).await;
    marie
}

/// A correction to another record, with her address for the answer.
async fn remarks(marie: &Somebody, server: &Server) {
    let correction = json!({
        "record": server.world().landes, "wrong": format!("Je suis {NAME}."), "right": "La voisine.", "email": MARIE, "consent": true
    });
    let sent = marie
        .ask("POST", "/api/v1/corrections", &[], Some(&correction.to_string()))
        .await;
    assert_eq!(sent.status, 202, "{}", text(&sent));
}

/// A photo that names her, in its description and in what the camera wrote.
async fn photo(marie: &Somebody, server: &Server) {
    let path = format!("/api/v1/collectivities/{}", server.world().bordeaux);
    let version = server.json::<Value>(&path).await["version"].as_i64().unwrap();
    let jpeg = pieces::written(&pieces::photo(64, 48), ImageFormat::Jpeg);
    let taken = pieces::with_words(&jpeg, NAME);
    assert!(taken.windows(NAME.len()).any(|part| part == NAME.as_bytes()));
    let alt = format!("{NAME} inaugure un puits");
    let form = pieces::form(&[("role", "picture"), ("alt", &alt)], "puits.jpg", &taken);
    let mut headers = HeaderMap::new();
    for (name, value) in [
        ("authorization", format!("Bearer {}", marie.token)),
        (
            "content-type",
            format!("multipart/form-data; boundary={}", pieces::BOUNDARY),
        ),
        ("if-match", format!("\"{version}\"")),
    ] {
        headers.insert(name, HeaderValue::from_str(&value).unwrap());
    }
    let path = format!("{path}/files");
    let sent = marie
        .client
        .send("POST", &path, headers, Some(form.into()))
        .await
        .unwrap();
    assert_eq!(sent.status, 201, "{}", text(&sent));
    server.settle().await;
}

#[derive(QueryableByName)]
struct Line {
    #[diesel(sql_type = diesel::sql_types::Text)]
    line: String,
}

async fn lines(server: &Server, sql: String) -> Vec<String> {
    let lines = server
        .write_unseen(move |write| write.raw(|conn| Ok(diesel::sql_query(sql).load::<Line>(conn)?)))
        .await;
    lines.into_iter().map(|line| line.line).collect()
}

/// Every row of every table that holds one of these words.
async fn found(server: &Server, words: &[&str]) -> Vec<String> {
    let sqlite = server.is_sqlite();
    let tables = if sqlite {
        "SELECT name AS line FROM sqlite_master WHERE type = 'table'"
    } else {
        "SELECT table_name::text AS line FROM information_schema.tables WHERE table_schema = 'public'"
    };
    let mut found = Vec::new();
    for table in lines(server, tables.to_owned()).await {
        let whole = if sqlite {
            let columns = format!("SELECT name AS line FROM pragma_table_info('{table}')");
            let columns = lines(server, columns).await.into_iter();
            let texts = columns.map(|column| {
                format!("iif(typeof(\"{column}\") = 'blob', hex(\"{column}\"), coalesce(\"{column}\", ''))")
            });
            texts.collect::<Vec<_>>().join(" || ' ' || ")
        } else {
            "t::text".to_owned()
        };
        let rows = lines(server, format!("SELECT {whole} AS line FROM \"{table}\" t")).await;
        let holding = rows
            .into_iter()
            .filter(|row| words.iter().any(|word| row.contains(word)));
        found.extend(holding.map(|row| format!("{table}: {row}")));
    }
    found
}

/// Has not been here for so many days, and was told so often.
async fn away(server: &Server, who: &Somebody, days: i64, notices: i32) {
    let (id, sqlite) = (who.id, server.is_sqlite());
    let then = chrono::Utc::now() - chrono::TimeDelta::days(days);
    let then = then.format("%Y-%m-%dT%H:%M:%S%.6fZ");
    let id = if sqlite {
        format!("x'{}'", id.simple())
    } else {
        format!("'{id}'")
    };
    let sql = format!("UPDATE users SET seen_at = '{then}', notices = {notices} WHERE id = {id}");
    server
        .write_unseen(move |write| {
            write.raw(|conn| {
                diesel::sql_query(sql).execute(conn)?;
                Ok(())
            })
        })
        .await;
}

both_engines! {
    async fn all_that_is_kept_is_theirs_to_have(server: &Server) {
        let marie = marie(server).await;
        let answer = marie.ask("GET", "/api/v1/account/data", &[], None).await;
        assert_eq!(answer.header("content-disposition"), Some("attachment; filename=\"aect.json\""));
        let data = marie.client.personal_data().await.unwrap();
        assert_eq!(data.account.name, NAME);
        assert_eq!(data.memberships.len(), 2);
        assert_eq!(data.memberships[1].message.as_deref(), Some("C’est moi, la voisine."));
        assert_eq!((data.sessions.len(), data.sign_in_links.len()), (1, 1));
        let [write, photo] = data.writes.as_slice() else { panic!("{:?}", data.writes) };
        assert_eq!(photo.revision.changes["files"][1][0]["alt"], json!(format!("{NAME} inaugure un puits")));
        assert_eq!(data.remarks[0].message.as_deref(), Some(&*format!("Je suis {NAME}.")));
        let written = (write.record, &write.revision.changes["summary"][1]);
        assert_eq!(written, (server.world().bordeaux, &json!("Bordeaux dans le monde.")));
        let [identity] = data.openid_identities.as_slice() else { panic!("{:?}", data.openid_identities) };
        assert_eq!((identity.issuer.as_str(), identity.subject.as_str()), (ISSUER, SUBJECT));
        assert!(data.password_since.is_some());
        // Nothing of anybody else.
        let other = server.sign_in("paul@example.org").await.client.personal_data().await.unwrap();
        assert!(other.memberships.is_empty() && other.writes.is_empty());
    }

    async fn who_is_forgotten_is_found_nowhere(server: &Server) {
        let marie = marie(server).await;
        server.animator("anim@example.org").await;
        let (id, words) = (marie.id, [MARIE, NAME, "la voisine", "Adjointe aux jumelages", SUBJECT, VERIFIER, "$argon2id$"]);
        // Whatever was written to or about her has left.
        server.letters(MARIE).await;
        assert!(!found(server, &words).await.is_empty());
        assert_eq!(server.files_with(&words).is_empty(), !server.is_sqlite());
        marie.client.erase_account().await.unwrap();
        assert_eq!(found(server, &words).await, Vec::<String>::new());
        assert_eq!(server.files_with(&words), Vec::<String>::new(), "nor in what the files hold besides");
        assert_eq!(marie.ask("GET", "/api/v1/account", &[], None).await.status, 401);
        // What she wrote stays, and says that somebody wrote it.
        let path = format!("/api/v1/collectivities/{}", server.world().bordeaux);
        server.settle().await;
        let bordeaux = server.json::<Value>(&path).await;
        assert_eq!(bordeaux["summary"], "Bordeaux dans le monde.");
        assert_eq!(bordeaux["files"][0]["alt"], "… inaugure un puits");
        let anim = server.animator("anim@example.org").await;
        let history = anim.ask("GET", &format!("{path}/history"), &[], None).await;
        let history: Value = serde_json::from_slice(&history.body).unwrap();
        // Before the program has marked it as in transition.
        assert_eq!(history["items"][2]["author"], json!({"kind": "person", "id": id, "name": null}));
        let letters = server.letters("anim@example.org").await;
        assert!(letters.iter().any(|letter| letter.subject == "Bordeaux cherche une relève"));
        // The same address is a new person.
        let again = server.sign_in(MARIE).await;
        assert_ne!(again.id, id);
        assert!(again.client.account().await.unwrap().memberships.is_empty());
    }

    async fn an_account_that_nobody_uses_is_closed_after_two_notices(server: &Server) {
        let told = async |email: &str| {
            let letters = server.letters(email).await;
            letters.into_iter().filter(|letter| letter.subject.contains("sera fermé")).count()
        };
        let [used, early, late, over] = ["used@example.org", "early@example.org", "late@example.org", "over@example.org"];
        for (email, days, notices) in [(used, 600, 0), (early, 705, 0), (late, 725, 1), (over, 740, 2)] {
            away(server, &server.sign_in(email).await, days, notices).await;
        }
        server.forget_now().await;
        assert_eq!([told(used).await, told(early).await, told(late).await, told(over).await], [0, 1, 1, 0]);
        assert!(server.letters(late).await.pop().unwrap().text.contains("dans 7 jours"));
        let accounts = lines(server, "SELECT email AS line FROM users ORDER BY email".to_owned()).await;
        assert_eq!(accounts, [early, late, used]);
        server.forget_now().await;
        assert_eq!([told(early).await, told(late).await], [1, 1], "once each");
        // Who comes back stays.
        server.sign_in(late).await;
        server.forget_now().await;
        assert_eq!(lines(server, format!("SELECT email AS line FROM users WHERE email = '{late}'")).await, [late]);
    }
}

//! Signing in by a link, the session and its tokens.

use aect_client::{Client, HeaderMap, HeaderValue};
use aect_tests::people::Somebody;
use aect_tests::server::text;
use aect_tests::{Server, both_engines};
use aect_types::people::{AccountInput, SignInCodeUse, SignInLinkUse, SignInLinkUsed, Standing, UserState};
use aect_types::problem::ProblemKind;

const MARIE: &str = "marie@mairie-bordeaux.fr";

async fn ask(server: &Server, path: &str, body: &str) -> (u16, String) {
    let mut headers = HeaderMap::new();
    headers.insert("content-type", HeaderValue::from_static("application/json"));
    let body = Some(body.to_owned().into());
    let answer = server.client.send("POST", path, headers, body).await.unwrap();
    (answer.status, text(&answer))
}

async fn use_link(
    client: &Client,
    link: &str,
    browser: Option<&str>,
) -> Result<SignInLinkUsed, aect_client::Error> {
    let using = SignInLinkUse {
        link: link.to_owned(),
        browser: browser.map(ToOwned::to_owned),
    };
    client.use_sign_in_link(&using).await
}

/// The cookie that an answer sets, as a browser would send it back.
fn cookie_of(answer: &aect_client::Answer) -> String {
    let set = answer.header("set-cookie").unwrap();
    for part in ["HttpOnly", "SameSite=Strict", "Path=/api/v1/session"] {
        assert!(set.contains(part), "{set}");
    }
    set.split(';').next().unwrap().to_owned()
}

/// Signs in, and gives the cookie with the person.
async fn with_cookie(server: &Server, email: &str) -> (String, String) {
    let (sent, link) = server.link_of(&server.client, email).await;
    let body = serde_json::json!({ "link": link, "browser": sent.browser }).to_string();
    let mut headers = HeaderMap::new();
    headers.insert("content-type", HeaderValue::from_static("application/json"));
    let answer = server
        .client
        .send("POST", "/api/v1/sign-in/links/use", headers, Some(body.into()))
        .await
        .unwrap();
    assert_eq!(answer.status, 200, "{}", text(&answer));
    let token: serde_json::Value = serde_json::from_slice(&answer.body).unwrap();
    (
        cookie_of(&answer),
        token["access_token"].as_str().unwrap().to_owned(),
    )
}

async fn refresh(server: &Server, cookie: &str, site: Option<&'static str>) -> aect_client::Answer {
    let mut headers = HeaderMap::new();
    headers.insert("cookie", HeaderValue::from_str(cookie).unwrap());
    if let Some(site) = site {
        headers.insert("sec-fetch-site", HeaderValue::from_static(site));
    }
    server
        .client
        .send("POST", "/api/v1/session/refresh", headers, None)
        .await
        .unwrap()
}

async fn account_status(server: &Server, token: &str) -> u16 {
    let bearer = format!("Bearer {token}");
    server
        .get_with("/api/v1/account", &[("authorization", &bearer)])
        .await
        .status
}

both_engines! {
    async fn a_link_opens_a_session_in_the_browser_that_asked(server: &Server) {
        let (sent, link) = server.link_of(&server.client, MARIE).await;
        let used = use_link(&server.client, &link, Some(&sent.browser)).await.unwrap();
        let SignInLinkUsed::SignedIn(token) = used else { panic!("{used:?}") };
        assert_eq!((token.token_type.as_str(), token.expires_in), ("Bearer", 900));
        server.client.call_as(Some(token.access_token));
        let account = server.client.account().await.unwrap();
        assert_eq!(account.email.as_str(), MARIE);
        assert!(account.memberships.is_empty());
        let sessions = server.client.sessions().await.unwrap();
        assert_eq!((sessions.total, sessions.items[0].present), (1, true));
    }

    async fn a_link_works_once(server: &Server) {
        let (sent, link) = server.link_of(&server.client, MARIE).await;
        use_link(&server.client, &link, Some(&sent.browser)).await.unwrap();
        for (link, browser) in [(link.as_str(), Some(sent.browser.as_str())), (&link, None), ("none", None)] {
            let error = use_link(&server.client, link, browser).await.unwrap_err();
            let aect_client::Error::Problem(problem) = error else { panic!("{error:?}") };
            assert_eq!((problem.status, problem.kind.as_str()), (401, "/docs/problems#sign-in-refused"));
        }
    }

    async fn of_many_uses_at_once_one_is_good(server: &Server) {
        let (sent, link) = server.link_of(&server.client, MARIE).await;
        let uses = (0..8).map(|_| use_link(&server.client, &link, Some(&sent.browser)));
        let done = futures_util::future::join_all(uses).await;
        assert_eq!(done.iter().filter(|used| used.is_ok()).count(), 1);
    }

    async fn elsewhere_a_link_gives_a_code_for_the_browser_that_asked(server: &Server) {
        let (sent, link) = server.link_of(&server.client, MARIE).await;
        // A program that looks into mails opens the page of the link: nothing happens by that.
        let another = Client::new(&server.client.site().absolute("/")).unwrap();
        let used = use_link(&another, &link, None).await.unwrap();
        let SignInLinkUsed::Code { code } = used else { panic!("{used:?}") };
        assert!(code.len() == 6 && code.bytes().all(|byte| byte.is_ascii_digit()), "{code}");
        let typed = |browser: &str, code: &str| SignInCodeUse { id: sent.id, browser: browser.to_owned(), code: code.to_owned() };
        another.use_sign_in_code(&typed("another", &code)).await.unwrap_err();
        let token = server.client.use_sign_in_code(&typed(&sent.browser, &code)).await.unwrap();
        assert_eq!(account_status(server, &token.access_token).await, 200);
        server.client.use_sign_in_code(&typed(&sent.browser, &code)).await.unwrap_err();
        use_link(&server.client, &link, Some(&sent.browser)).await.unwrap_err();
    }

    async fn a_code_cannot_be_guessed(server: &Server) {
        let (sent, link) = server.link_of(&server.client, MARIE).await;
        let SignInLinkUsed::Code { code } = use_link(&server.client, &link, None).await.unwrap() else { panic!() };
        let typed = |code: String| SignInCodeUse { id: sent.id, browser: sent.browser.clone(), code };
        let guesses = (0..20_u32).map(|guess| format!("{:06}", (code.parse::<u32>().unwrap() + 1 + guess) % 1_000_000));
        let wrong = guesses.map(typed).collect::<Vec<_>>();
        let tried = futures_util::future::join_all(wrong.iter().map(|wrong| server.client.use_sign_in_code(wrong))).await;
        assert!(tried.iter().all(Result::is_err));
        server.client.use_sign_in_code(&typed(code)).await.unwrap_err();
    }

    async fn what_is_asked_does_not_tell_whether_an_address_is_known(server: &Server) {
        server.sign_in(MARIE).await;
        let mut shapes = Vec::new();
        for email in [MARIE, "nobody@example.org"] {
            let (status, body) = ask(server, "/api/v1/sign-in/links", &format!("{{\"email\": \"{email}\"}}")).await;
            let body: serde_json::Value = serde_json::from_str(&body).unwrap();
            let names: Vec<_> = body.as_object().unwrap().keys().cloned().collect();
            shapes.push((status, names, server.letters(email).await.last().unwrap().subject.clone()));
        }
        assert_eq!(shapes[0], shapes[1]);
        assert_eq!(shapes[0].0, 202);
    }

    async fn a_mailbox_is_not_filled(server: &Server) {
        let body = format!("{{\"email\": \"{MARIE}\"}}");
        for _ in 0..8 {
            assert_eq!(ask(server, "/api/v1/sign-in/links", &body).await.0, 202);
        }
        assert_eq!(server.letters(MARIE).await.len(), 5);
        server.link_of(&server.client, "paul@example.org").await;
    }

    async fn a_mail_has_both_forms_in_the_language_asked(server: &Server) {
        let english = server.client.clone().with_language("en");
        server.link_of(&english, MARIE).await;
        let letter = server.letters(MARIE).await.pop().unwrap();
        assert_eq!(letter.subject, "Your sign-in link for AECT Nouvelle-Aquitaine");
        assert!(letter.text.contains("/en/connexion?lien=") && letter.html.contains("<html lang=\"en\">"));
        server.link_of(&server.client, MARIE).await;
        assert!(server.letters(MARIE).await.pop().unwrap().text.contains("/connexion?lien="));
    }

    async fn the_cookie_brings_the_next_token_and_turns(server: &Server) {
        let (cookie, _) = with_cookie(server, MARIE).await;
        let answer = refresh(server, &cookie, Some("same-origin")).await;
        assert_eq!(answer.status, 200, "{}", text(&answer));
        let next = cookie_of(&answer);
        assert_ne!(next, cookie);
        assert_eq!(refresh(server, &next, None).await.status, 200);
        // Two windows of one browser turn it at the same time.
        assert_eq!(refresh(server, &cookie, None).await.status, 200);
        assert_eq!(refresh(server, "aect_refresh=none", None).await.status, 401);
        assert_eq!(refresh(server, &next, Some("cross-site")).await.status, 403);
    }

    async fn a_stolen_cookie_ends_the_session(server: &Server) {
        let (cookie, token) = with_cookie(server, MARIE).await;
        let next = cookie_of(&refresh(server, &cookie, None).await);
        server.write_unseen(|write| write.raw(|conn| {
            use diesel::RunQueryDsl as _;
            let long_ago = "UPDATE refresh_tokens SET used_at = '2020-01-01T00:00:00.000000Z' WHERE used_at IS NOT NULL";
            diesel::sql_query(long_ago).execute(conn)?;
            Ok(())
        })).await;
        assert_eq!(refresh(server, &cookie, None).await.status, 401);
        assert_eq!(refresh(server, &next, None).await.status, 401, "the thief's and the owner's alike");
        assert_eq!(account_status(server, &token).await, 401);
    }

    async fn a_session_that_has_ended_is_refused_at_once(server: &Server) {
        let [one, other] = [server.sign_in(MARIE).await, server.sign_in(MARIE).await];
        assert_eq!(one.id, other.id);
        assert_eq!(one.client.sessions().await.unwrap().total, 2);
        one.client.end_other_sessions().await.unwrap();
        assert_eq!(account_status(server, &other.token).await, 401);
        one.client.sign_out().await.unwrap();
        assert_eq!(account_status(server, &one.token).await, 401);
    }

    async fn nobody_ends_the_session_of_another(server: &Server) {
        let marie: Somebody = server.sign_in(MARIE).await;
        let paul = server.sign_in("paul@example.org").await;
        let hers = marie.client.sessions().await.unwrap().items[0].id;
        let answer = paul.ask("DELETE", &format!("/api/v1/sessions/{hers}"), &[], None).await;
        assert_eq!(answer.status, 404);
        assert_eq!(account_status(server, &marie.token).await, 200);
    }

    async fn a_suspended_account_is_refused_at_once(server: &Server) {
        let marie = server.sign_in(MARIE).await;
        let id = marie.id;
        server.write_unseen(move |write| write.set_user_state(id, UserState::Suspended)).await;
        assert_eq!(account_status(server, &marie.token).await, 401);
        // A new link opens nothing either.
        let (sent, link) = server.link_of(&server.client, MARIE).await;
        use_link(&server.client, &link, Some(&sent.browser)).await.unwrap_err();
    }

    async fn a_token_that_is_not_ours_is_refused(server: &Server) {
        let marie = server.sign_in(MARIE).await;
        let parts: Vec<&str> = marie.token.split('.').collect();
        let none = "eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0";
        let tampered = [
            format!("{none}.{}.", parts[1]),
            format!("{}.{}.{}", parts[0], parts[1], "A".repeat(86)),
            format!("{}.{}.{}", parts[0], "e30", parts[2]),
            "a.b.c".to_owned(),
            String::new(),
        ];
        for token in &tampered {
            assert_eq!(account_status(server, token).await, 401, "{token}");
        }
        // Even what needs nobody says that a token is not good: a client that goes on with it must know.
        let answer = server.get_with("/api/v1/projects", &[("authorization", "Bearer x")]).await;
        assert_eq!(answer.status, 401);
    }

    async fn keys_turn_without_signing_anybody_out(server: &Server) {
        let marie = server.sign_in(MARIE).await;
        let jwks: serde_json::Value = server.json("/.well-known/jwks.json").await;
        let key = &jwks["keys"][0];
        assert_eq!((key["kty"].as_str(), key["crv"].as_str(), key["alg"].as_str()), (Some("OKP"), Some("Ed25519"), Some("EdDSA")));
        assert!(key.get("d").is_none(), "the secret half stays here");
        // Another process makes a new one, twice.
        let db = server.db.clone();
        let turn = || {
            let db = db.clone();
            async move { tokio::task::spawn_blocking(move || aect_api::turn_keys(&db)).await.unwrap().unwrap() }
        };
        turn().await;
        assert_eq!(account_status(server, &marie.token).await, 200, "signed with the one before");
        let paul = server.sign_in("paul@example.org").await;
        // The head of a token names its key and nothing that changes.
        let head = |token: &str| token.split('.').next().unwrap().to_owned();
        assert_ne!(head(&paul.token), head(&marie.token), "signed with the new one at once");
        let turned: serde_json::Value = server.json("/.well-known/jwks.json").await;
        assert_eq!(&turned["keys"][1], key);
        assert_ne!(&turned["keys"][0], key);
        turn().await;
        assert_eq!(account_status(server, &paul.token).await, 200);
        assert_eq!(server.json::<serde_json::Value>("/.well-known/jwks.json").await["keys"].as_array().unwrap().len(), 2);
    }

    async fn one_says_who_one_is(server: &Server) {
        let marie = server.sign_in(MARIE).await;
        let account = marie.client.account().await.unwrap();
        let said = AccountInput {
            name: "Marie Curie".to_owned(),
            function: Some("Adjointe au maire".to_owned()),
            standing: Standing::Elected,
            mandate_end: "2032-03".parse().ok(),
            language: "en".to_owned(),
        };
        let after = marie.client.describe_account(account.version, &said).await.unwrap();
        assert_eq!((after.name.as_str(), after.version), ("Marie Curie", account.version + 1));
        let stale = marie.client.describe_account(account.version, &said).await.unwrap_err();
        assert_eq!(stale.status(), Some(ProblemKind::PreconditionFailed.status()));
        let answer = marie.ask("PATCH", "/api/v1/account", &[], Some("{}")).await;
        assert_eq!(answer.status, 428);
        let version = format!("\"{}\"", after.version);
        let wrong = r#"{"language": "de", "role": "admin", "email": "x@y.fr", "name": 1}"#;
        let answer = marie.ask("PATCH", "/api/v1/account", &[("if-match", &version)], Some(wrong)).await;
        let problem = answer.problem().unwrap();
        let mut named: Vec<_> = problem.errors.iter().filter_map(|error| error.pointer.as_deref()).collect();
        named.sort_unstable();
        assert_eq!((answer.status, named), (422, vec!["/email", "/name", "/role"]));
    }

    async fn nothing_of_ones_own_is_answered_to_nobody(server: &Server) {
        for path in ["/api/v1/account", "/api/v1/sessions"] {
            let problem = server.problem(path, 401).await;
            assert_eq!(problem.kind, "/docs/problems#unauthorized", "{path}");
        }
        let marie = server.sign_in(MARIE).await;
        let bearer = format!("Bearer {}", marie.token);
        let answer = server.get_with("/api/v1/account", &[("authorization", &bearer)]).await;
        assert_eq!(answer.header("cache-control"), Some("no-store"));
    }
}

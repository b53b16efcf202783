//! Signing in by another site, honest or not.

mod siret;

use aect_client::{Answer, HeaderMap, HeaderValue};
use aect_tests::database::Content;
use aect_tests::openid::OpenIdSite;
use aect_tests::people::Somebody;
use aect_tests::server::text;
use aect_tests::{Engine, Server};
use aect_types::Uuid;
use aect_types::people::{Account, SecondFactor, UserState};
use serde_json::{Value, json};
use siret::{nobody_belongs_by_a_site_that_is_not_trusted, who_works_for_a_collectivity_belongs_to_it};

const MARIE: &str = "marie@mairie-lormont.example.fr";
async fn start(engine: Engine, flags: &[&str]) -> (Server, OpenIdSite) {
    let site = OpenIdSite::start().await;
    tell(
        &site,
        json!({"sub": "1", "email": MARIE, "given_name": "Marie", "usual_name": "Durand"}),
    );
    let flags: Vec<&str> = site.flags().into_iter().chain(flags.iter().copied()).collect();
    let server = Server::start_with(engine, Content::World, &flags).await;
    (server, site)
}

/// What the site tells from now on.
fn tell(site: &OpenIdSite, claims: Value) {
    *site.claims.lock().unwrap() = claims;
}

/// What an answer sets a cookie to.
fn cookie(answer: &Answer, name: &str) -> Option<String> {
    let set = answer.headers.get_all("set-cookie").iter();
    let found = set
        .filter_map(|set| set.to_str().ok())
        .find(|set| set.starts_with(&format!("{name}=")))?;
    Some(found.split(';').next().unwrap().to_owned())
}

/// Where the browser is led, and the cookie that it keeps.
async fn begin(server: &Server, back: Option<&str>) -> (String, String) {
    let mut headers = HeaderMap::new();
    headers.insert("content-type", HeaderValue::from_static("application/json"));
    let body = json!({ "back": back }).to_string();
    let answer = server
        .client
        .send("POST", "/api/v1/sign-in/openid", headers, Some(body.into()))
        .await
        .unwrap();
    begun(&answer)
}

fn begun(answer: &Answer) -> (String, String) {
    assert_eq!(answer.status, 200, "{}", text(answer));
    let set = answer.header("set-cookie").unwrap();
    for part in ["HttpOnly", "SameSite=Lax", "Path=/openid/return", "Max-Age=600"] {
        assert!(set.contains(part), "{set}");
    }
    let body: Value = serde_json::from_slice(&answer.body).unwrap();
    (
        body["url"].as_str().unwrap().to_owned(),
        cookie(answer, "aect_openid").unwrap(),
    )
}

async fn come_back(server: &Server, query: &str, cookie: &str) -> Answer {
    let answer = server
        .get_with(&format!("/openid/return?{query}"), &[("cookie", cookie)])
        .await;
    assert_eq!(answer.status, 303, "{}", text(&answer));
    assert!(answer.body.is_empty());
    answer
}

/// Where somebody ends who signs in by the site.
async fn sign_in(server: &Server, site: &OpenIdSite) -> Answer {
    let (url, cookie) = begin(server, None).await;
    come_back(server, &site.agree(&url), &cookie).await
}

fn target(answer: &Answer) -> &str {
    answer.header("location").unwrap()
}

/// The account of whoever has come in.
async fn account(server: &Server, answer: &Answer) -> Account {
    let refresh = cookie(answer, "aect_refresh").unwrap_or_else(|| panic!("{}", target(answer)));
    let mut headers = HeaderMap::new();
    headers.insert("cookie", HeaderValue::from_str(&refresh).unwrap());
    let answer = server
        .client
        .send("POST", "/api/v1/session/refresh", headers, None)
        .await
        .unwrap();
    let token: Value = serde_json::from_slice(&answer.body).unwrap();
    let bearer = format!("Bearer {}", token["access_token"].as_str().unwrap());
    let answer = server
        .get_with("/api/v1/account", &[("authorization", &bearer)])
        .await;
    serde_json::from_slice(&answer.body).unwrap()
}

/// Nobody has come in, and a page says so.
fn refused(answer: &Answer, code: &str) {
    assert_eq!(target(answer), format!("/connexion?openid={code}"));
    assert_eq!(cookie(answer, "aect_refresh"), None);
}

async fn who_is_vouched_for_comes_in(engine: Engine) {
    let (server, site) = start(engine, &["--openid-trusted"]).await;
    let (url, cookie) = begin(&server, Some("/mon-compte")).await;
    let answer = come_back(&server, &site.agree(&url), &cookie).await;
    assert_eq!(target(&answer), "/connexion?openid=in&retour=%2Fmon-compte");
    let marie = account(&server, &answer).await;
    assert_eq!(
        (marie.email.as_str(), marie.name.as_str()),
        (MARIE, "Marie Durand")
    );
    assert!(marie.memberships.is_empty());
    // The same by the link; and by the site with another address than then.
    let by_link = server.sign_in(MARIE).await;
    assert_eq!(by_link.id, marie.id);
    tell(&site, json!({"sub": "1", "email": "other@example.fr"}));
    assert_eq!(
        account(&server, &sign_in(&server, &site).await).await.id,
        marie.id
    );
    let data = by_link.client.personal_data().await.unwrap();
    let [identity] = data.openid_identities.as_slice() else {
        panic!("{data:?}")
    };
    assert_eq!(
        (identity.issuer.as_str(), identity.subject.as_str()),
        (site.issuer.as_str(), "1")
    );
    // Who is suspended does not come in by this way either.
    let id = marie.id;
    server
        .write_unseen(move |write| write.set_user_state(id, UserState::Suspended))
        .await;
    refused(&sign_in(&server, &site).await, "refused");
    server.stop().await;
}

async fn a_way_back_is_good_once_and_in_the_browser_that_was_led_there(engine: Engine) {
    let (server, site) = start(engine, &["--openid-trusted"]).await;
    let (url, cookie) = begin(&server, None).await;
    let query = site.agree(&url);
    // Somebody else's code in the browser of a victim.
    let (_, victim) = begin(&server, None).await;
    refused(&come_back(&server, &query, &victim).await, "expired");
    refused(&come_back(&server, &query, "a=b").await, "expired");
    refused(
        &come_back(&server, &query.replace("state=", "state=x"), &cookie).await,
        "expired",
    );
    refused(&come_back(&server, "", &cookie).await, "expired");
    let both = tokio::join!(
        come_back(&server, &query, &cookie),
        come_back(&server, &query, &cookie)
    );
    let came = [&both.0, &both.1]
        .into_iter()
        .filter(|answer| target(answer) == "/connexion?openid=in");
    assert_eq!(came.count(), 1, "of two at once, one");
    refused(&come_back(&server, &query, &cookie).await, "expired");
    // Who stays too long.
    let (url, cookie) = begin(&server, None).await;
    server
        .write_unseen(|write| {
            write.raw(|conn| {
                use diesel::RunQueryDsl as _;
                diesel::sql_query("UPDATE openid_attempts SET expires_at = '2020-01-01T00:00:00.000000Z'")
                    .execute(conn)?;
                Ok(())
            })
        })
        .await;
    refused(&come_back(&server, &site.agree(&url), &cookie).await, "expired");
    server.stop().await;
}

async fn what_the_site_says_wrongly_is_not_believed(engine: Engine) {
    let (server, site) = start(engine, &["--openid-trusted"]).await;
    for wrong in [
        json!({"nonce": "another"}),
        json!({"nonce": null}),
        json!({"aud": "another"}),
        json!({"iss": "http://127.0.0.1:1"}),
        json!({"exp": 1}),
    ] {
        *site.token.lock().unwrap() = wrong;
        refused(&sign_in(&server, &site).await, "not-vouched");
    }
    *site.token.lock().unwrap() = json!({"sub": "2"});
    refused(&sign_in(&server, &site).await, "unavailable");
    *site.token.lock().unwrap() = json!({});
    let (url, cookie) = begin(&server, None).await;
    // Its code for another attempt: the proof is missing.
    let (elsewhere, _) = begin(&server, None).await;
    let state = site.agree(&url).split('&').nth(1).unwrap().to_owned();
    let code = site.agree(&elsewhere).split('&').next().unwrap().to_owned();
    refused(
        &come_back(&server, &format!("{code}&{state}"), &cookie).await,
        "unavailable",
    );
    for (query, code) in [
        ("error=access_denied", "refused"),
        ("error=server_error", "unavailable"),
        ("code=a.b&iss=http%3A%2F%2Fexample.org", "not-vouched"),
    ] {
        let (url, cookie) = begin(&server, None).await;
        let state = site.agree(&url).split('&').nth(1).unwrap().to_owned();
        refused(
            &come_back(&server, &format!("{query}&{state}"), &cookie).await,
            code,
        );
    }
    server.stop().await;
}

async fn a_site_may_turn_its_key_but_not_in_silence(engine: Engine) {
    let (server, site) = start(engine, &["--openid-trusted"]).await;
    account(&server, &sign_in(&server, &site).await).await;
    site.turn_key(true);
    account(&server, &sign_in(&server, &site).await).await;
    // Somebody signs in its place.
    site.turn_key(false);
    refused(&sign_in(&server, &site).await, "not-vouched");
    server.stop().await;
}

async fn an_address_leads_in_only_where_the_site_vouches_for_it(engine: Engine) {
    let (server, site) = start(engine, &["--openid-trusted"]).await;
    let known = server.sign_in(MARIE).await;
    tell(
        &site,
        json!({"sub": "7", "email": MARIE, "email_verified": false}),
    );
    refused(&sign_in(&server, &site).await, "no-address");
    for email in [Value::Null, json!("no address"), json!(7)] {
        tell(&site, json!({"sub": "7", "email": email}));
        let target = target(&sign_in(&server, &site).await).to_owned();
        assert!(
            target.ends_with("=no-address") || target.ends_with("=unavailable"),
            "{target}"
        );
    }
    tell(
        &site,
        json!({"sub": "7", "email": MARIE, "given_name": "Ma\u{0}rie\r\n"}),
    );
    let marie = account(&server, &sign_in(&server, &site).await).await;
    assert_eq!((marie.id, marie.name.as_str()), (known.id, "Marie"));
    server.stop().await;
}

/// Where somebody ends who links their account.
async fn link(server: &Server, site: &OpenIdSite, who: &Somebody) -> String {
    let (url, kept) = begun(&who.ask("POST", "/api/v1/account/openid", &[], None).await);
    let answer = come_back(server, &site.agree(&url), &kept).await;
    assert_eq!(cookie(&answer, "aect_refresh"), None);
    target(&answer).to_owned()
}

async fn a_site_that_vouches_for_no_address_is_linked_first(engine: Engine) {
    let (server, site) = start(engine, &[]).await;
    refused(&sign_in(&server, &site).await, "not-linked");
    let marie = server.sign_in(MARIE).await;
    refused(&sign_in(&server, &site).await, "not-linked");
    assert_eq!(link(&server, &site, &marie).await, "/mon-compte?openid=linked");
    assert!(
        marie
            .client
            .account_ways()
            .await
            .unwrap()
            .openid
            .unwrap()
            .since
            .is_some()
    );
    assert_eq!(
        account(&server, &sign_in(&server, &site).await).await.id,
        marie.id
    );
    let paul = server.sign_in("paul@example.org").await;
    assert_eq!(link(&server, &site, &paul).await, "/mon-compte?openid=another");
    marie.client.unlink_openid().await.unwrap();
    let letters = server.letters(MARIE).await;
    let told = |words: &str| letters.iter().any(|letter| letter.subject.contains(words));
    assert!(told("il s’ouvre aussi par") && told("il ne s’ouvre plus par"));
    refused(&sign_in(&server, &site).await, "not-linked");
    assert_eq!(link(&server, &site, &paul).await, "/mon-compte?openid=linked");
    server.stop().await;
}

async fn the_second_factor_is_still_due(engine: Engine) {
    let (server, site) = start(engine, &["--openid-trusted"]).await;
    let marie = server.sign_in(MARIE).await;
    let id = marie.id;
    server
        .write_unseen(move |write| {
            write.begin_factor(id, "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP")?;
            write.factor_shown(id, Uuid::nil(), None)
        })
        .await;
    let account = account(&server, &sign_in(&server, &site).await).await;
    assert_eq!(account.second_factor, SecondFactor::Due);
    server.stop().await;
}

async fn where_there_is_no_site_there_is_no_way(engine: Engine) {
    let server = Server::start(engine).await;
    assert_eq!(server.client.sign_in_ways().await.unwrap().openid, None);
    let answer = server.get("/openid/return?code=a&state=b").await;
    refused(&answer, "expired");
    server.stop().await;
    // One that does not answer is told as such, not as nothing.
    let flags = [
        "--openid-issuer",
        "http://127.0.0.1:1",
        "--openid-client-id",
        "a",
        "--openid-client-secret",
        "b",
    ];
    let server = Server::start_with(engine, Content::World, &flags).await;
    assert_eq!(
        server.client.sign_in_ways().await.unwrap().openid.as_deref(),
        Some("ProConnect")
    );
    let begun = server
        .client
        .begin_openid(&aect_types::ways::OpenIdRequest { back: None })
        .await
        .unwrap_err();
    assert_eq!(begun.status(), Some(503));
    server.stop().await;
}

async fn nobody_is_led_elsewhere(engine: Engine) {
    let (server, site) = start(engine, &["--openid-trusted"]).await;
    for foreign in [
        "https://example.org/",
        "//example.org",
        "/\\example.org",
        "javascript:alert(1)",
    ] {
        let (url, cookie) = begin(&server, Some(foreign)).await;
        let answer = come_back(&server, &site.agree(&url), &cookie).await;
        assert_eq!(target(&answer), "/connexion?openid=in", "{foreign}");
    }
    server.stop().await;
}

aect_tests::on_both_engines! {
    who_is_vouched_for_comes_in
    who_works_for_a_collectivity_belongs_to_it
    nobody_belongs_by_a_site_that_is_not_trusted
    a_way_back_is_good_once_and_in_the_browser_that_was_led_there
    what_the_site_says_wrongly_is_not_believed
    an_address_leads_in_only_where_the_site_vouches_for_it
    a_site_that_vouches_for_no_address_is_linked_first
    a_site_may_turn_its_key_but_not_in_silence
    the_second_factor_is_still_due
    where_there_is_no_site_there_is_no_way
    nobody_is_led_elsewhere
}

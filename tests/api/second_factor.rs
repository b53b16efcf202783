//! The second factor: set up, shown, lost, guessed at.

use aect_client::Answer;
use aect_tests::both_engines;
use aect_tests::people::Somebody;
use aect_tests::server::text;
use aect_types::people::{Account, MemberRole, RecoveryCodes, SecondFactor, SecondFactorSecret, UserRole};
use serde_json::{Value, json};
use totp_rs::Totp;

const MARIE: &str = "marie@mairie-bordeaux.example.fr";

async fn post(who: &Somebody, path: &str, body: Option<Value>) -> Answer {
    let body = body.map(|body| body.to_string());
    who.ask("POST", path, &[], body.as_deref()).await
}

async fn shows(who: &Somebody, code: &str) -> Answer {
    post(who, "/api/v1/session/second-factor", Some(json!({"code": code}))).await
}

async fn account(who: &Somebody) -> Account {
    who.client.account().await.unwrap()
}

/// The code of a time: `steps` from now, of those that are believed (one before, this one, one after).
fn code(totp: &Totp, steps: i64) -> String {
    let now = chrono::Utc::now().timestamp() + 30 * steps;
    totp.generate(now.try_into().unwrap()).to_string()
}

/// Sets up a second factor by a code of the step before; the application, and the recovery codes.
async fn set_up(who: &Somebody) -> (Totp, Vec<String>) {
    let begun = post(who, "/api/v1/account/second-factor", None).await;
    assert_eq!(begun.status, 200, "{}", text(&begun));
    let given: SecondFactorSecret = serde_json::from_slice(&begun.body).unwrap();
    let totp = Totp::from_url(&given.uri).unwrap();
    assert_eq!(totp.secret().to_base32(), given.secret);
    assert!(given.qr_code.starts_with("<svg"));
    let body = json!({"code": code(&totp, -1)});
    let confirmed = post(who, "/api/v1/account/second-factor/confirm", Some(body)).await;
    assert_eq!(confirmed.status, 200, "{}", text(&confirmed));
    let RecoveryCodes { codes } = serde_json::from_slice(&confirmed.body).unwrap();
    (totp, codes)
}

fn kind(answer: &Answer) -> (u16, String) {
    let problem: Value = serde_json::from_slice(&answer.body).unwrap();
    let kind = problem["type"]
        .as_str()
        .unwrap()
        .rsplit('#')
        .next()
        .unwrap()
        .to_owned();
    (answer.status, kind)
}

both_engines! {
    async fn who_has_one_shows_it_in_every_session(server: &Server) {
        let bordeaux = server.world().bordeaux;
        let marie = server.member(MARIE, bordeaux, MemberRole::Editor).await;
        assert_eq!(account(&marie).await.second_factor, SecondFactor::Off);
        let (totp, codes) = set_up(&marie).await;
        assert_eq!(codes.len(), 10);
        assert_eq!(account(&marie).await.second_factor, SecondFactor::Shown);
        // A second browser has the mailbox, and nothing else yet.
        let other = server.sign_in(MARIE).await;
        let due = account(&other).await;
        assert_eq!((due.second_factor, due.memberships.len()), (SecondFactor::Due, 0));
        let refused = (403, "second-factor-required".to_owned());
        for (method, path, body) in [
            ("PATCH", "/api/v1/account".to_owned(), Some("{}")),
            ("GET", "/api/v1/sessions".to_owned(), None),
            ("DELETE", "/api/v1/sessions".to_owned(), None),
            ("DELETE", "/api/v1/account/second-factor".to_owned(), None),
            ("POST", "/api/v1/account/second-factor".to_owned(), None),
            ("POST", "/api/v1/account/recovery-codes".to_owned(), None),
            ("GET", format!("/api/v1/memberships?record={bordeaux}"), None),
            ("PATCH", format!("/api/v1/collectivities/{bordeaux}"), Some("{}")),
        ] {
            let answer = other.ask(method, &path, &[("if-match", "\"1\"")], body).await;
            assert_eq!(kind(&answer), refused, "{method} {path}");
        }
        let hidden = server.world().hidden.iter().find(|hidden| hidden.reason == aect_tests::world::Reason::Members).unwrap();
        let path = format!("/api/v1/{}/{}", hidden.resource, hidden.id);
        assert_eq!(other.ask("GET", &path, &[], None).await.status, 404, "what is for members stays so");
        assert_eq!(shows(&other, &code(&totp, 0)).await.status, 204);
        let shown = account(&other).await;
        assert_eq!((shown.second_factor, shown.memberships.len()), (SecondFactor::Shown, 1));
        assert_eq!(other.ask("GET", &path, &[], None).await.status, 200);
    }

    async fn a_code_opens_once(server: &Server) {
        let marie = server.sign_in(MARIE).await;
        let (totp, codes) = set_up(&marie).await;
        let (one, two, three) = (server.sign_in(MARIE).await, server.sign_in(MARIE).await, server.sign_in(MARIE).await);
        let now = code(&totp, 1);
        let both = tokio::join!(shows(&one, &now), shows(&two, &now));
        let mut statuses = [both.0.status, both.1.status];
        statuses.sort_unstable();
        assert_eq!(statuses, [204, 422], "of two at once, one");
        let typed = format!("{}-{}", codes[0][..4].to_lowercase(), &codes[0][4..]);
        assert_eq!(shows(&three, &typed).await.status, 204);
        let again = server.sign_in(MARIE).await;
        assert_eq!(shows(&again, &codes[0]).await.status, 422);
        // New ones take the place of all before.
        let renewed = post(&three, "/api/v1/account/recovery-codes", None).await;
        let renewed: RecoveryCodes = serde_json::from_slice(&renewed.body).unwrap();
        assert_eq!(shows(&again, &codes[1]).await.status, 422);
        assert_eq!(shows(&again, &renewed.codes[0]).await.status, 204);
    }

    async fn guessing_has_to_wait(server: &Server) {
        let marie = server.sign_in(MARIE).await;
        let (totp, codes) = set_up(&marie).await;
        let thief = server.sign_in(MARIE).await;
        for _ in 0..5 {
            assert_eq!(shows(&thief, "0000").await.status, 422);
        }
        let waits = shows(&thief, &code(&totp, 0)).await;
        assert_eq!(kind(&waits), (429, "too-many-requests".to_owned()), "a right one as well");
        let seconds: i64 = waits.header("retry-after").unwrap().parse().unwrap();
        assert!((1..=30).contains(&seconds), "{seconds}");
        assert_eq!(shows(&thief, &codes[0]).await.status, 429);
        // Her own session, which has shown it, goes on.
        assert_eq!(account(&marie).await.second_factor, SecondFactor::Shown);
    }

    async fn an_animator_animates_once_it_is_shown(server: &Server) {
        let anim = server.sign_in("anim@example.org").await;
        let id = anim.id;
        server.write_unseen(move |write| write.set_user_role(id, UserRole::Animator)).await;
        let body = json!({"record": server.world().bordeaux, "role": "owner"});
        let code = async |who: &Somebody| post(who, "/api/v1/visit-codes", Some(body.clone())).await.status;
        assert_eq!(code(&anim).await, 403);
        set_up(&anim).await;
        assert_eq!(code(&anim).await, 201);
        let removed = anim.ask("DELETE", "/api/v1/account/second-factor", &[], None).await;
        assert_eq!(removed.status, 204);
        let letters = server.letters("anim@example.org").await;
        let told = |words: &str| letters.iter().any(|letter| letter.subject.ends_with(words));
        assert!(told("un second facteur est demandé") && told("le second facteur a été retiré"));
        assert_eq!(code(&anim).await, 403);
        let later = server.sign_in("anim@example.org").await;
        assert_eq!(code(&later).await, 403);
    }

    async fn a_wrong_first_code_protects_nothing(server: &Server) {
        let marie = server.sign_in(MARIE).await;
        let begun = post(&marie, "/api/v1/account/second-factor", None).await;
        assert_eq!(begun.status, 200);
        let wrong = post(&marie, "/api/v1/account/second-factor/confirm", Some(json!({"code": "0"}))).await;
        assert_eq!(wrong.status, 422);
        assert_eq!(account(&server.sign_in(MARIE).await).await.second_factor, SecondFactor::Off);
        // Begun again, with another secret.
        let (_, codes) = set_up(&marie).await;
        assert_eq!(post(&marie, "/api/v1/account/second-factor", None).await.status, 403, "taken away first");
        assert_eq!(codes.len(), 10);
    }
}

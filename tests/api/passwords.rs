//! Passwords: set, used, changed, guessed at.

use aect_client::Answer;
use aect_tests::people::Somebody;
use aect_tests::{Server, both_engines};
use aect_types::people::{AccessToken, Email, SecondFactor, SignInWay, UserState};
use aect_types::ways::{PasswordInput, PasswordSignIn};
use serde_json::{Value, json};

const MARIE: &str = "marie@mairie-bordeaux.example.fr";
const APPLES: &str = "trois pommes rouges";
const PEARS: &str = "quatre poires jaunes";

async fn sign_in(server: &Server, email: &str, password: &str) -> Result<AccessToken, aect_client::Error> {
    let email: Email = email.parse().unwrap();
    server
        .client
        .sign_in_by_password(&PasswordSignIn {
            email,
            password: password.to_owned(),
        })
        .await
}

async fn set(who: &Somebody, password: Option<&str>, current: Option<&str>) -> Answer {
    let input = PasswordInput {
        password: password.map(Into::into),
        current: current.map(Into::into),
    };
    let body = serde_json::to_string(&input).unwrap();
    who.ask("PUT", "/api/v1/account/password", &[], Some(&body)).await
}

/// A problem's status, and what it says of which field.
fn wrong(answer: &Answer) -> (u16, String) {
    let problem: Value = serde_json::from_slice(&answer.body).unwrap();
    let first = &problem["errors"][0];
    let said = [&first["pointer"], &first["code"]].map(|said| said.as_str().unwrap_or_default());
    (answer.status, said.join(" "))
}

/// Everybody has signed in long ago.
async fn long_ago(server: &Server) {
    server
        .write_unseen(|write| {
            write.raw(|conn| {
                use diesel::RunQueryDsl as _;
                diesel::sql_query("UPDATE sessions SET created_at = '2020-01-01T00:00:00.000000Z'")
                    .execute(conn)?;
                Ok(())
            })
        })
        .await;
}

both_engines! {
    async fn who_has_set_one_signs_in_by_it(server: &Server) {
        let marie = server.sign_in(MARIE).await;
        let other = server.sign_in(MARIE).await;
        let ways = marie.client.account_ways().await.unwrap();
        assert!(ways.password_since.is_none() && ways.recent && ways.openid.is_none());
        assert_eq!(set(&marie, Some(APPLES), None).await.status, 204);
        assert_eq!(other.client.account().await.unwrap_err().status(), Some(401), "all other sessions have ended");
        assert!(marie.client.account_ways().await.unwrap().password_since.is_some());
        let token = sign_in(server, "  Marie@Mairie-Bordeaux.Example.fr", APPLES).await.unwrap();
        server.client.call_as(Some(token.access_token));
        assert_eq!(server.client.account().await.unwrap().id, marie.id);
        let sessions = server.client.sessions().await.unwrap();
        assert!(sessions.items.iter().any(|session| session.present && session.way == SignInWay::Password));
        server.client.call_as(None);
        assert_eq!(sign_in(server, MARIE, PEARS).await.unwrap_err().status(), Some(401));
        // What is kept of it is no password.
        let kept = server.write_unseen(move |write| {
            write.raw(|conn| aect_db::people::passwords::of_user(conn, marie.id))
        }).await;
        assert!(kept.unwrap().0.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
    }

    async fn whose_account_it_is_hears_of_each_change(server: &Server) {
        let marie = server.sign_in(MARIE).await;
        let told = async || {
            let letters = server.letters(MARIE).await.into_iter();
            letters.map(|letter| letter.subject).filter(|subject| subject.contains("mot de passe")).collect::<Vec<_>>()
        };
        // There was none to take away.
        assert_eq!(set(&marie, None, None).await.status, 204);
        assert_eq!(told().await, Vec::<String>::new());
        assert_eq!(set(&marie, Some(APPLES), None).await.status, 204);
        assert_eq!(set(&marie, None, None).await.status, 204);
        let told = told().await;
        let [chosen, removed] = told.as_slice() else { panic!("{told:?}") };
        assert!(chosen.ends_with("un mot de passe a été choisi"), "{chosen}");
        assert!(removed.ends_with("le mot de passe a été retiré"), "{removed}");
        let letter = server.letters(MARIE).await.pop().unwrap();
        assert!(letter.text.contains("/mon-compte") && letter.text.contains("mettez fin à toutes les sessions"));
    }

    async fn it_is_changed_by_whoever_knows_it_or_has_just_signed_in(server: &Server) {
        let marie = server.sign_in(MARIE).await;
        set(&marie, Some(APPLES), None).await;
        long_ago(server).await;
        assert_eq!(wrong(&set(&marie, Some(PEARS), None).await), (422, "/current required".to_owned()));
        assert_eq!(wrong(&set(&marie, None, None).await), (422, "/current required".to_owned()));
        assert_eq!(wrong(&set(&marie, Some(PEARS), Some(PEARS)).await), (422, "/current conflict".to_owned()));
        assert_eq!(set(&marie, Some(PEARS), Some(APPLES)).await.status, 204);
        assert_eq!(sign_in(server, MARIE, APPLES).await.unwrap_err().status(), Some(401));
        sign_in(server, MARIE, PEARS).await.unwrap();
        assert_eq!(set(&marie, None, Some(PEARS)).await.status, 204);
        assert_eq!(sign_in(server, MARIE, PEARS).await.unwrap_err().status(), Some(401));
        // Without one, by a link that is fresh.
        assert_eq!(set(&marie, Some(PEARS), Some(PEARS)).await.status, 422);
        let again = server.sign_in(MARIE).await;
        assert_eq!(set(&again, Some(PEARS), None).await.status, 204);
    }

    async fn what_anybody_would_try_first_is_none(server: &Server) {
        let marie = server.sign_in(MARIE).await;
        let long = "ab1".repeat(43);
        for (password, said) in [
            ("court", "/password weak"),
            ("motdepasse123", "/password weak"),
            ("mairie-bordeaux", "/password weak"),
            (long.as_str(), "/password too_long"),
        ] {
            assert_eq!(wrong(&set(&marie, Some(password), None).await), (422, said.to_owned()), "{password}");
        }
        for fine in ["Ma grand-mère cultive\u{0} des dahlias", "日本語の長いパスフレーズです"] {
            assert_eq!(set(&marie, Some(fine), None).await.status, 204, "{fine}");
            sign_in(server, MARIE, fine).await.unwrap();
        }
        let body = json!({"password": APPLES, "user": "x"}).to_string();
        assert_eq!(marie.ask("PUT", "/api/v1/account/password", &[], Some(&body)).await.status, 422);
    }

    async fn an_unknown_address_costs_the_same_and_is_told_the_same(server: &Server) {
        let marie = server.sign_in(MARIE).await;
        set(&marie, Some(APPLES), None).await;
        server.sign_in("paul@example.org").await;
        let mut told = Vec::new();
        for email in [MARIE, "paul@example.org", "nobody@example.org"] {
            let before = server.password_checks();
            let error = sign_in(server, email, PEARS).await.unwrap_err();
            let aect_client::Error::Problem(problem) = error else { panic!("{error:?}") };
            told.push((problem.status, problem.kind, problem.detail, server.password_checks() - before));
        }
        assert!(told.iter().all(|one| *one == told[0]), "{told:?}");
        assert_eq!((told[0].0, told[0].3), (401, 1));
    }

    async fn guessing_has_to_wait_and_nobody_else_has(server: &Server) {
        let marie = server.sign_in(MARIE).await;
        set(&marie, Some(APPLES), None).await;
        let before = server.password_checks();
        let guesses = (0..40).map(|_| sign_in(server, MARIE, PEARS));
        let told = futures_util::future::join_all(guesses).await;
        assert!(told.iter().all(|told| matches!(told.as_ref().unwrap_err().status(), Some(401 | 429))));
        assert!(server.password_checks() - before <= 5);
        assert_eq!(sign_in(server, MARIE, APPLES).await.unwrap_err().status(), Some(429), "a right one as well, from there");
        // She is not shut out: by a link she comes in, and then by the password as well.
        server.sign_in(MARIE).await;
        sign_in(server, MARIE, APPLES).await.unwrap();
    }

    async fn neither_suspension_nor_the_second_factor_is_passed_by(server: &Server) {
        let marie = server.sign_in(MARIE).await;
        set(&marie, Some(APPLES), None).await;
        let id = marie.id;
        server.write_unseen(move |write| {
            write.begin_factor(id, "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP")?;
            write.factor_shown(id, aect_types::Uuid::nil(), None)
        }).await;
        let token = sign_in(server, MARIE, APPLES).await.unwrap();
        server.client.call_as(Some(token.access_token));
        assert_eq!(server.client.account().await.unwrap().second_factor, SecondFactor::Due);
        server.client.call_as(None);
        server.write_unseen(move |write| write.set_user_state(id, UserState::Suspended)).await;
        assert_eq!(sign_in(server, MARIE, APPLES).await.unwrap_err().status(), Some(401));
    }
}

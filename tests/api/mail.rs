//! How mail fares, and a mail to oneself; into a folder here (a real mail server is in `tests/e2e/mail.test.mjs`).

use aect_tests::both_engines;
use aect_types::Uuid;
use aect_types::mail::MailTrial;

const ADMIN: &str = "admin@example.org";
const TRIALS: &str = "/api/v1/mail/trials";

both_engines! {
    async fn an_admin_sees_that_mail_leaves(server: &Server) {
        let admin = server.admin(ADMIN).await;
        let before = server.letters(ADMIN).await.len();
        let status = admin.client.mail().await.unwrap();
        assert_eq!((status.host, status.waiting, status.given_up, status.failure), (None, 0, 0, None));
        assert!(status.sender.contains("ne-pas-repondre@"));
        // Asked twice, it is sent once.
        let key = [("idempotency-key", "essai-1")];
        let first = admin.ask("POST", TRIALS, &key, None).await;
        let second = admin.ask("POST", TRIALS, &key, None).await;
        assert_eq!((first.status, second.status), (202, 202));
        assert_eq!(first.body, second.body);
        let begun: MailTrial = serde_json::from_slice(&first.body).unwrap();
        let trial = admin.client.mail_trial(begun.id).await.unwrap();
        assert!(trial.sent && trial.failure.is_none());
        let letters = server.letters(ADMIN).await;
        assert_eq!(letters.len(), before + 1);
        assert_eq!(letters.last().unwrap().subject, "AECT Nouvelle-Aquitaine\u{a0}: message d’essai");
        assert!(letters.last().unwrap().text.contains("/reglages"));
        assert_eq!(admin.client.mail_trial(Uuid::nil()).await.unwrap_err().status(), Some(404));
        // Whoever asks again and again waits.
        let mut last = 202;
        for _ in 0..20 {
            let again = admin.ask("POST", TRIALS, &[], None).await;
            last = again.status;
            if last != 202 {
                assert!(again.headers.contains_key("retry-after"));
                break;
            }
        }
        assert_eq!(last, 429);
    }
}

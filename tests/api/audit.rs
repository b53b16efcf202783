//! Who did what to whom: written with what was done, read by animators, never changed; and the accounts they look after.

use aect_tests::both_engines;
use aect_tests::people::Somebody;
use aect_tests::server::text;
use aect_types::Uuid;
use aect_types::audit::{Act, ActKind};
use aect_types::memberships::MembershipDecision;
use aect_types::memberships::MembershipRequest;
use aect_types::moderation::Settings;
use aect_types::people::{MemberRole, MembershipState, UserRole, UserState};
use aect_types::users::{UserChange, UserSummary};
use diesel::RunQueryDsl as _;
use serde_json::{Value, json};

const ANIMATOR: &str = "anim@example.org";
const PAUL: &str = "paul@example.org";

async fn acts(anim: &Somebody, question: &str) -> Vec<Act> {
    anim.client.acts(question).await.unwrap().items
}

async fn user(by: &Somebody, email: &str) -> UserSummary {
    let found = by.client.users(&format!("q={email}")).await.unwrap();
    assert_eq!(found.total, 1);
    found.items.into_iter().next().unwrap()
}

async fn tried(by: &Somebody, user: &UserSummary, change: &Value) -> u16 {
    let tag = format!("\"{}\"", user.version);
    let path = format!("/api/v1/users/{}", user.id);
    by.ask("PATCH", &path, &[("if-match", &tag)], Some(&change.to_string()))
        .await
        .status
}

both_engines! {
    async fn acts_of_authority_are_remembered(server: &Server) {
        let (anim, world) = (server.animator(ANIMATOR).await, server.world());
        let paul = server.sign_in(PAUL).await;
        let request = MembershipRequest { record: world.landes, message: None, code: None };
        let asked = paul.client.ask_membership(&request).await.unwrap();
        let accepted = MembershipDecision { state: MembershipState::Accepted, role: Some(MemberRole::Owner), reason: None };
        anim.client.decide_membership(asked.id, &accepted).await.unwrap();
        anim.client.attach_domain("landes.example.fr", world.landes).await.unwrap();
        anim.client.set_settings(&Settings { first_look: true }).await.unwrap();
        let path = format!("/api/v1/projects/{}", world.water_in_dakar);
        let version = server.json::<Value>(&path).await["version"].as_i64().unwrap();
        let gone = anim.ask("DELETE", &path, &[("if-match", &format!("\"{version}\""))], None).await;
        assert_eq!(gone.status, 204, "{}", text(&gone));
        let last = acts(&anim, "").await;
        let told: Vec<_> = last.iter().take(4).map(|act| (act.act, act.detail.as_deref().unwrap())).collect();
        assert_eq!(told, [
            (ActKind::Record, "deleted"),
            (ActKind::Settings, "first_look true"),
            (ActKind::Domain, "attached landes.example.fr"),
            (ActKind::Membership, "accepted owner"),
        ]);
        assert!(last.iter().take(4).all(|act| act.actor.as_ref().unwrap().id == anim.id));
        let decided = &last[3];
        assert_eq!(decided.person.as_ref().unwrap().name.as_deref(), Some(PAUL));
        assert_eq!(decided.record.as_ref().unwrap().slug.as_str(), "departement-des-landes");
        // Narrowed, and by pages.
        let of_landes = acts(&anim, &format!("record={}", world.landes)).await;
        assert_eq!(of_landes.len(), 2);
        assert_eq!(acts(&anim, &format!("person={}&act=membership", paul.id)).await, std::slice::from_ref(decided));
        assert_eq!(acts(&anim, &format!("cursor={}", decided.id)).await.first(), last.get(4));
        // What is left of whoever is forgotten is a number.
        paul.client.erase_account().await.unwrap();
        let person = acts(&anim, "act=membership").await.remove(0).person.unwrap();
        assert_eq!((person.id, person.name), (paul.id, None));
    }

    async fn an_act_is_never_changed(server: &Server) {
        server.animator(ANIMATOR).await;
        let sql = "UPDATE acts SET detail = 'nothing'";
        let refused = server
            .write_unseen(move |write| write.raw(|conn| Ok(diesel::sql_query(sql).execute(conn).is_err())));
        assert!(refused.await);
    }

    async fn accounts_are_suspended_and_promoted_by_whoever_may(server: &Server) {
        let (anim, admin) = (server.animator(ANIMATOR).await, server.admin("admin@example.org").await);
        let paul = server.sign_in(PAUL).await;
        let known = user(&anim, PAUL).await;
        assert!(known.may_suspend && !known.may_promote);
        assert_eq!(tried(&anim, &known, &json!({"role": "animator"})).await, 422);
        let change = UserChange { role: UserRole::Member, state: UserState::Suspended };
        let suspended = anim.client.change_user(known.id, known.version, &change).await.unwrap();
        assert_eq!(paul.ask("GET", "/api/v1/account", &[], None).await.status, 401, "at once");
        assert_eq!(tried(&anim, &known, &json!({"state": "active"})).await, 412, "another version");
        assert_eq!(tried(&anim, &suspended, &json!({"state": "active"})).await, 200);
        // Animators do not suspend each other, nor anybody themselves.
        let above = user(&anim, "admin@example.org").await;
        assert!(!above.may_suspend);
        assert_eq!(tried(&anim, &above, &json!({"state": "suspended"})).await, 422);
        let herself = user(&admin, "admin@example.org").await;
        assert_eq!(tried(&admin, &herself, &json!({"role": "member"})).await, 422);
        let promoted = user(&admin, PAUL).await;
        assert_eq!(tried(&admin, &promoted, &json!({"role": "animator"})).await, 200);
        let told: Vec<_> = acts(&anim, &format!("person={}", paul.id)).await.into_iter().map(|act| act.detail.unwrap()).collect();
        assert_eq!(told, ["animator", "active", "suspended"]);
    }

    async fn accounts_are_found_by_odd_words_too(server: &Server) {
        let anim = server.animator(ANIMATOR).await;
        for (words, expected) in [("%25", 0), ("_", 0), ("ANIM", 1), ("%00", 0), ("'%3B--", 0), ("%5C", 0), ("", 1)] {
            assert_eq!(anim.client.users(&format!("q={words}")).await.unwrap().total, expected, "{words}");
        }
        let paul = server.sign_in(PAUL).await;
        let called = json!({"name": "Hélène d’Étienne"}).to_string();
        let account: Value = serde_json::from_slice(&paul.ask("GET", "/api/v1/account", &[], None).await.body).unwrap();
        let tag = format!("\"{}\"", account["version"]);
        let named = paul.ask("PATCH", "/api/v1/account", &[("if-match", &tag)], Some(&called)).await;
        assert_eq!(named.status, 200, "{}", text(&named));
        for words in ["hélène", "HÉLÈNE", "helene", "Etienne", "PAUL@"] {
            assert_eq!(anim.client.users(&format!("q={words}")).await.unwrap().total, 1, "{words}");
        }
        assert_eq!(anim.client.users("role=animator").await.unwrap().total, 1);
        assert!(anim.client.users("role=king").await.is_err());
        assert_eq!(anim.ask("GET", &format!("/api/v1/audit?cursor={}", Uuid::nil()), &[], None).await.status, 200);
        assert_eq!(anim.ask("GET", "/api/v1/audit?cursor=x", &[], None).await.status, 400);
        assert_eq!(anim.ask("GET", "/api/v1/moderation?kind=x", &[], None).await.status, 400);
    }
}

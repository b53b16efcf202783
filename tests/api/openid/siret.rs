//! The SIRET that another site tells lets one in where it is that of a collectivity.

use super::{MARIE, account, link, sign_in, start, tell};
use aect_db::people::memberships::{Asking, Way};
use aect_tests::world::public;
use aect_tests::{Engine, Server, inputs};
use aect_types::Uuid;
use aect_types::collectivities::CollectivityKind;
use aect_types::people::{Account, MemberRole, Membership, MembershipState};
use serde_json::json;

/// Of the collectivity of these tests, and of a body of its own.
const SIRET: &str = "21330249000013";
const ASSOCIATED: &str = "26330318200018";

/// A collectivity with a SIREN, and an associated body.
async fn lormont(server: &Server) -> Uuid {
    let mut input = inputs::collectivity(CollectivityKind::Commune, "Lormont", "Commune de Lormont");
    input.siren = SIRET[..9].parse().ok();
    input.associated_sirens = vec![ASSOCIATED[..9].parse().unwrap()];
    assert!(input.siren.is_some());
    server.write(move |write| public(write, &input)).await
}

fn only(account: &Account) -> &Membership {
    let [membership] = account.memberships.as_slice() else {
        panic!("{account:?}")
    };
    membership
}

pub(super) async fn who_works_for_a_collectivity_belongs_to_it(engine: Engine) {
    let (server, site) = start(engine, &["--openid-trusted"]).await;
    server.animator("anim@example.org").await;
    let lormont = lormont(&server).await;
    tell(&site, json!({"sub": "1", "email": MARIE, "siret": SIRET}));
    let marie = account(&server, &sign_in(&server, &site).await).await;
    let hers = only(&marie);
    assert_eq!(
        (hers.record, hers.state, hers.role),
        (lormont, MembershipState::Accepted, Some(MemberRole::Editor))
    );
    let told = async || {
        let letters = server.letters("anim@example.org").await;
        letters
            .into_iter()
            .filter(|letter| letter.subject.contains("a rejoint Lormont"))
            .count()
    };
    assert_eq!(told().await, 1);
    sign_in(&server, &site).await;
    assert_eq!(told().await, 1, "once");
    // Where somebody is in charge, whoever comes next reads; and of an associated body as well.
    server
        .member("owner@example.org", lormont, MemberRole::Owner)
        .await;
    tell(
        &site,
        json!({"sub": "2", "email": "paul@example.org", "siret": ASSOCIATED}),
    );
    let paul = account(&server, &sign_in(&server, &site).await).await;
    assert_eq!(
        (only(&paul).record, only(&paul).role),
        (lormont, Some(MemberRole::Reader))
    );
    // Who was made to leave is not let in again by this.
    for state in [
        MembershipState::Former,
        MembershipState::Refused,
        MembershipState::Invited,
    ] {
        server
            .write_unseen(move |write| {
                write.ask_membership(&Asking {
                    user: paul.id,
                    record: lormont,
                    state,
                    role: Some(MemberRole::Owner),
                    way: Way::Asked,
                    message: None,
                    by: None,
                })
            })
            .await;
        assert_eq!(
            only(&account(&server, &sign_in(&server, &site).await).await).state,
            state
        );
    }
    // Nor is anybody by a number that is none.
    for (sub, siret) in [("3", &SIRET[..11]), ("4", "99999999999999"), ("5", "")] {
        tell(
            &site,
            json!({"sub": sub, "email": format!("{sub}@example.org"), "siret": siret}),
        );
        assert!(
            account(&server, &sign_in(&server, &site).await)
                .await
                .memberships
                .is_empty()
        );
    }
    server.stop().await;
}

pub(super) async fn nobody_belongs_by_a_site_that_is_not_trusted(engine: Engine) {
    let (server, site) = start(engine, &[]).await;
    lormont(&server).await;
    tell(&site, json!({"sub": "1", "siret": SIRET}));
    let marie = server.sign_in(MARIE).await;
    link(&server, &site, &marie).await;
    let account = account(&server, &sign_in(&server, &site).await).await;
    assert_eq!((account.id, account.memberships.len()), (marie.id, 0));
    server.stop().await;
}

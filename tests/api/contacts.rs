//! Who of a record's people is shown to whom: no more than each has said, and no longer than they say it.

use aect_tests::people::Somebody;
use aect_tests::{Server, both_engines};
use aect_types::Uuid;
use aect_types::contacts::ContactAudience::{Members, Nobody, Public};
use aect_types::contacts::{Contact, ContactAudience, ContactConsent};
use aect_types::people::{AccountInput, MemberRole, Standing, UserState};

const MARIE: &str = "marie@mairie-bordeaux.example.fr";

/// Somebody of Bordeaux with a name and a function.
async fn marie(server: &Server) -> Somebody {
    let marie = server
        .member(MARIE, server.world().bordeaux, MemberRole::Reader)
        .await;
    let account = marie.client.account().await.unwrap();
    let input = AccountInput {
        name: "Marie Durand".to_owned(),
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
    marie
}

async fn says(marie: &Somebody, [name, function, email]: [ContactAudience; 3]) {
    let consent = ContactConsent {
        name,
        function,
        email,
    };
    marie.client.set_contact_consent(&consent).await.unwrap();
    assert_eq!(marie.client.contact_consent().await.unwrap(), consent);
}

async fn seen(server: &Server, who: Option<&Somebody>) -> Vec<Contact> {
    let client = who.map_or(&server.client, |who| &who.client);
    client.contacts(server.world().bordeaux).await.unwrap().items
}

both_engines! {
    async fn each_is_shown_as_far_as_they_said(server: &Server) {
        let marie = marie(server).await;
        let member = server.member("paul@example.org", server.world().landes, MemberRole::Reader).await;
        let stranger = server.sign_in("account.alone@example.org").await;
        assert_eq!(marie.client.contact_consent().await.unwrap(), ContactConsent::default());
        assert_eq!(seen(server, Some(&member)).await, []);
        says(&marie, [Members, Public, Nobody]).await;
        let function = Some("Adjointe aux jumelages".to_owned());
        let public = Contact { name: None, function: function.clone(), standing: Standing::Elected, email: None };
        for who in [None, Some(&stranger)] {
            assert_eq!(seen(server, who).await, std::slice::from_ref(&public));
        }
        let to_members = Contact { name: Some("Marie Durand".to_owned()), function, standing: Standing::Elected, email: None };
        assert_eq!(seen(server, Some(&member)).await, [to_members]);
        // Who shows nothing is not even counted.
        says(&marie, [Members, Nobody, Members]).await;
        assert_eq!(seen(server, None).await, []);
        assert_eq!(seen(server, Some(&member)).await[0].email, Some(MARIE.parse().unwrap()));
        says(&marie, [Nobody; 3]).await;
        assert_eq!(seen(server, Some(&member)).await, []);
        assert!(marie.client.personal_data().await.unwrap().contact_consent.is_none());
    }

    async fn who_belongs_no_more_is_shown_no_more(server: &Server) {
        let marie = marie(server).await;
        says(&marie, [Public; 3]).await;
        assert_eq!(seen(server, None).await.len(), 1);
        assert!(marie.client.personal_data().await.unwrap().contact_consent.is_some());
        let id = marie.id;
        for (state, shown) in [(UserState::Suspended, 0), (UserState::Active, 1)] {
            server.write_unseen(move |write| write.set_user_state(id, state)).await;
            assert_eq!(seen(server, None).await.len(), shown, "{state}");
        }
        server.sign_in(MARIE).await.client.erase_account().await.unwrap();
        assert_eq!(seen(server, None).await, []);
    }

    async fn what_may_not_be_seen_has_no_contacts(server: &Server) {
        let world = server.world();
        let status = async |path: String| server.get(&path).await.status;
        assert_eq!(status(format!("/api/v1/contacts?record={}", world.bordeaux)).await, 200);
        let hidden = world.hidden.iter().map(|hidden| hidden.id);
        for record in hidden.chain([Uuid::from_u128(1), world.plenary]) {
            assert_eq!(status(format!("/api/v1/contacts?record={record}")).await, 404, "{record}");
        }
        for wrong in ["", "?record=1", "?recrd=1"] {
            assert_eq!(status(format!("/api/v1/contacts{wrong}")).await, 400, "{wrong}");
        }
    }
}

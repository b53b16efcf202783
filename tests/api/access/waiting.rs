//! What waits for a decision, made for one call.

use aect_db::people::memberships::{Asking, Way};
use aect_db::people::remarks::Sent;
use aect_tests::Server;
use aect_tests::world::public;
use aect_types::Uuid;
use aect_types::people::MembershipState;
use aect_types::remarks::RemarkKind;

/// What an operation decides or changes, made for this call; `None` of those that need nothing.
pub(super) async fn of(server: &Server, operation: &str) -> Option<Uuid> {
    match operation {
        "decideMembership" => Some(fresh_request(server).await),
        "decideCorrection" => Some(fresh_correction(server).await),
        "decideCoLead" => Some(fresh_co_lead(server).await),
        // Whoever may not ask is not told that there is none.
        "getMailTrial" => Some(Uuid::nil()),
        "updateUser" => Some(fresh_account(server).await),
        _ => None,
    }
}

/// An account that nobody uses.
async fn fresh_account(server: &Server) -> Uuid {
    server
        .write_unseen(|write| {
            let email = format!("{}@example.org", Uuid::now_v7()).parse();
            Ok(write.user_of(&email.unwrap(), "fr")?.id)
        })
        .await
}

/// A request to belong to Bordeaux that waits.
async fn fresh_request(server: &Server) -> Uuid {
    let bordeaux = server.world().bordeaux;
    server
        .write_unseen(move |write| {
            let email = format!("{}@example.org", Uuid::now_v7()).parse();
            let user = write.user_of(&email.unwrap(), "fr")?;
            write.ask_membership(&Asking {
                user: user.id,
                record: bordeaux,
                state: MembershipState::Pending,
                role: None,
                way: Way::Asked,
                message: None,
                by: None,
            })
        })
        .await
}

/// A request of Bordeaux to the Landes to lead a project with it.
async fn fresh_co_lead(server: &Server) -> Uuid {
    let (bordeaux, landes) = (server.world().bordeaux, server.world().landes);
    server
        .write_unseen(move |write| {
            let project = public(write, &super::project_of(bordeaux))?;
            write.ask_co_lead(project, landes, None, Uuid::nil())
        })
        .await
}

/// A correction of Bordeaux that waits.
async fn fresh_correction(server: &Server) -> Uuid {
    let bordeaux = server.world().bordeaux;
    server
        .write_unseen(move |write| {
            write.send_remark(&Sent {
                record: bordeaux,
                kind: RemarkKind::Correction,
                reason: None,
                message: Some("Rien ne va."),
                proposal: None,
                email: None,
                language: "fr",
                author: None,
                at_once: false,
            })
        })
        .await
}

//! Everybody who may call: what they are to Bordeaux, and what state their account is in.

use aect_db::people::memberships::{Asking, Way};
use aect_tests::Server;
use aect_tests::people::Somebody;
use aect_types::people::{MemberRole, MembershipState, UserState};

/// Each by its name, in the order of the columns of the matrix; those behind them are accounts without a membership that
/// was accepted.
pub(super) async fn everybody(server: &Server) -> Vec<(&'static str, Option<Somebody>)> {
    let (bordeaux, landes) = (server.world().bordeaux, server.world().landes);
    let member = async |email, record, role| Some(server.member(email, record, role).await);
    let suspended = server
        .member("suspended@example.org", bordeaux, MemberRole::Owner)
        .await;
    let id = suspended.id;
    server
        .write_unseen(move |write| write.set_user_state(id, UserState::Suspended))
        .await;
    let half = async |email, state| Some(half_way(server, email, state).await);
    vec![
        ("anonymous", None),
        ("account alone", Some(server.sign_in("alone@example.org").await)),
        (
            "reader",
            member("reader@example.org", bordeaux, MemberRole::Reader).await,
        ),
        (
            "editor",
            member("editor@example.org", bordeaux, MemberRole::Editor).await,
        ),
        (
            "owner",
            member("owner@example.org", bordeaux, MemberRole::Owner).await,
        ),
        (
            "editor elsewhere",
            member("elsewhere@example.org", landes, MemberRole::Editor).await,
        ),
        (
            "former",
            half("former@example.org", MembershipState::Former).await,
        ),
        ("suspended", Some(suspended)),
        ("animator", Some(server.animator("animator@example.org").await)),
        (
            "invited",
            half("invited@example.org", MembershipState::Invited).await,
        ),
        (
            "pending",
            half("pending@example.org", MembershipState::Pending).await,
        ),
        (
            "refused",
            half("refused@example.org", MembershipState::Refused).await,
        ),
    ]
}

/// Somebody whose membership with Bordeaux is in that state; the role that goes with it gives them nothing.
async fn half_way(server: &Server, email: &str, state: MembershipState) -> Somebody {
    let somebody = server.sign_in(email).await;
    let (user, record) = (somebody.id, server.world().bordeaux);
    server
        .write_unseen(move |write| {
            write.ask_membership(&Asking {
                user,
                record,
                state,
                role: Some(MemberRole::Owner),
                way: Way::Asked,
                message: None,
                by: None,
            })
        })
        .await;
    somebody
}

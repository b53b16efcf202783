//! Keeps a session going: the next access token a little before the end of the present one.

use crate::session::{Session, Who};
use aect_client::Client;
use leptos::prelude::*;
use std::cell::RefCell;
use std::time::Duration;

/// Seconds before a token's end in which the next is asked for.
const SPARE: u32 = 60;

thread_local! {
    /// The next renewal; there is one at a time, whoever is signed in.
    static NEXT: RefCell<Option<TimeoutHandle>> = const { RefCell::new(None) };
}

/// Goes on with the session of this browser's cookie, where it has one that is good.
pub(crate) async fn resume(session: Session, client: Client) {
    let answer = client.refresh_session().await;
    match answer {
        // Signed out meanwhile, in another window.
        _ if !session.is(Who::Awaited) => client.call_as(None),
        Ok(token) => {
            keep(session, client, token.expires_in);
            session.begin();
        }
        Err(error) if error.status() == Some(401) => session.end(),
        Err(error) => session.fail(error),
    }
}

/// Keeps the session of a token that has so many seconds left, and learns what to call its person by.
pub(super) fn keep(session: Session, client: Client, seconds: u32) {
    // Natively there are only unit tests, and no page that a token ends in.
    #[cfg(target_arch = "wasm32")]
    client.renew_by(|client| Box::pin(async move { client.refresh_session().await.map(drop) }));
    renew_in_time(session, client.clone(), seconds);
    leptos::task::spawn_local(async move {
        // Without the name the header says «Mon espace».
        if let Ok(account) = client.account().await {
            session.call(&account.name);
        }
    });
}

fn renew_in_time(session: Session, client: Client, seconds: u32) {
    let renew = move || {
        if session.is(Who::Member) {
            leptos::task::spawn_local(renewed(session, client.clone()));
        }
    };
    let time = Duration::from_secs(seconds.saturating_sub(SPARE).into());
    let next = set_timeout_with_handle(renew, time).ok();
    if let Some(before) = NEXT.replace(next) {
        before.clear();
    }
}

async fn renewed(session: Session, client: Client) {
    match client.refresh_session().await {
        Ok(token) => renew_in_time(session, client, token.expires_in),
        Err(error) if error.status() == Some(401) => session.end(),
        // No network now: the client asks for the next one when an answer wants it.
        Err(_) => {}
    }
}

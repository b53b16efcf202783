//! Who has signed in, for the whole application. What a visitor needs of it is here, and asks nobody anything; the rest
//! is in a part of its own (`pages/member`).
//!
//! The access token is in the memory of the page only, the refresh token in a cookie that no script reads. In the
//! browser's storage there is one mark: that somebody has signed in here, and all windows may ask with that cookie.

use crate::browser::{self, window};
use crate::parts;
use aect_client::{Client, Error};
use leptos::prelude::*;
use wasm_bindgen::prelude::*;

/// The mark.
const MARK: &str = "signed-in";

/// What is known of the reader.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Who {
    /// Somebody has signed in here before, and the server is asked whether they still are.
    Awaited,
    /// Nobody in particular.
    Visitor,
    /// Somebody who has signed in.
    Member,
}

/// The session of this browser, as this window knows it.
#[derive(Clone, Copy)]
pub(crate) struct Session {
    who: RwSignal<Who>,
    /// What the member is called by; empty until it is known.
    called: RwSignal<String>,
    /// Why the session could not be resumed, where the network failed.
    pub(crate) trouble: RwSignal<Option<Error>>,
    /// The one whose clones all pages ask by.
    client: &'static Client,
}

impl Session {
    /// Goes on with the session of an earlier visit, where there was one, and follows what other windows do. Called once,
    /// with the client whose clones all pages ask by.
    pub(crate) fn start(client: Client) -> Self {
        let session = Self {
            who: RwSignal::new(Who::Visitor),
            called: RwSignal::default(),
            trouble: RwSignal::default(),
            // There is one for as long as the page lives.
            client: Box::leak(Box::new(client)),
        };
        session.follow();
        let follow = Closure::<dyn Fn()>::new(move || session.follow()).into_js_value();
        let added = window().add_event_listener_with_callback("storage", follow.unchecked_ref());
        debug_assert!(added.is_ok(), "listener of storage");
        session
    }

    /// Does as the mark says: another window may have signed in or out.
    fn follow(self) {
        let marked = browser::stored(MARK).is_some();
        match self.who.get_untracked() {
            Who::Visitor if marked => self.resume(),
            Who::Member | Who::Awaited if !marked => self.forget(),
            _ => {}
        }
    }

    /// Asks the server to go on with the session of this browser.
    pub(crate) fn resume(self) {
        self.who.set(Who::Awaited);
        self.trouble.set(None);
        let client = self.client.clone();
        leptos::task::spawn_local(async move {
            if let Err(not_loaded) = parts::resume(self, client).await {
                self.fail(not_loaded.into());
            }
        });
    }

    /// The server could not be asked. The mark stays: once the network is back, one is still signed in.
    pub(crate) fn fail(self, error: Error) {
        self.trouble.set(Some(error));
        self.who.set(Who::Visitor);
    }

    /// Somebody has signed in; the client has their token.
    pub(crate) fn begin(self) {
        browser::store(MARK, Some("1"));
        self.trouble.set(None);
        self.who.set(Who::Member);
    }

    /// The session is over, in all windows.
    pub(crate) fn end(self) {
        browser::store(MARK, None);
        self.forget();
    }

    fn forget(self) {
        // Said once: whatever follows the reader asks anew each time.
        if self.is(Who::Visitor) {
            return;
        }
        self.client.call_as(None);
        self.called.set(String::new());
        self.who.set(Who::Visitor);
    }

    /// What is known of the reader, watched.
    pub(crate) fn who(self) -> Who {
        self.who.get()
    }

    /// Whether it is being asked who the reader is, watched.
    pub(crate) fn is_awaited(self) -> bool {
        self.who() == Who::Awaited
    }

    /// Whether that is what is known of the reader at this moment.
    pub(crate) fn is(self, who: Who) -> bool {
        self.who.get_untracked() == who
    }

    /// What to call the reader by, watched; empty while it is not known, `None` for visitors.
    pub(crate) fn name(self) -> Option<String> {
        (self.who() != Who::Visitor).then(|| self.called.get())
    }

    /// Calls the member by their name.
    pub(crate) fn call(self, name: &str) {
        let short = name.split_whitespace().next().unwrap_or_default();
        if self.called.with_untracked(|called| called != short) {
            self.called.set(short.to_owned());
        }
    }
}

/// The session of this browser.
pub(crate) fn use_session() -> Session {
    expect_context()
}

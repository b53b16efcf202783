//! Loading what a page shows: old data stays until new data comes, a slow answer says so after a moment, an error
//! can be retried, and a question that nobody asks any more is dropped.

use crate::browser;
use crate::router::{Busy, use_router};
use crate::session::use_session;
use aect_client::{Client, Error};
use leptos::prelude::LocalStorage;
use leptos::prelude::*;
use std::pin::Pin;
use std::time::Duration;

/// An answer takes this long before a skeleton shows.
const PATIENCE: Duration = Duration::from_millis(400);

/// What has been loaded so far.
pub(crate) struct Loaded<T: Send + Sync + 'static> {
    /// The last answer.
    pub(crate) value: RwSignal<Option<T>>,
    /// Why there is no newer one.
    pub(crate) error: RwSignal<Option<Error>>,
    /// The answer has been awaited for a while.
    pub(crate) slow: RwSignal<bool>,
    again: Trigger,
}

impl<T: Send + Sync + 'static> Clone for Loaded<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> Copy for Loaded<T> {}

impl<T: Send + Sync + 'static> Loaded<T> {
    /// Asks again.
    pub(crate) fn retry(self) {
        self.again.notify();
    }
}

/// What is asked, and after how many milliseconds: nothing is asked if the question changes before.
pub(crate) struct Question<K> {
    pub(crate) key: K,
    pub(crate) after: i32,
}

impl<K> Question<K> {
    /// A question to ask at once.
    pub(crate) const fn now(key: K) -> Self {
        Self { key, after: 0 }
    }
}

/// Loads the answer to a question that changes; `None` asks nothing and forgets the answer. Whoever signs in or out may
/// see other things: they are asked anew.
pub(crate) fn load<K, T, F>(
    question: impl Fn() -> Option<Question<K>> + 'static,
    ask: impl Fn(Client, K) -> F + 'static,
) -> Loaded<T>
where
    K: 'static,
    T: Send + Sync + 'static,
    F: Future<Output = Result<T, Error>> + 'static,
{
    load_for(true, question, ask)
}

fn load_for<K, T, F>(
    follows: bool,
    question: impl Fn() -> Option<Question<K>> + 'static,
    ask: impl Fn(Client, K) -> F + 'static,
) -> Loaded<T>
where
    K: 'static,
    T: Send + Sync + 'static,
    F: Future<Output = Result<T, Error>> + 'static,
{
    let loaded = Loaded {
        value: RwSignal::new(None),
        error: RwSignal::new(None),
        slow: RwSignal::new(false),
        again: Trigger::new(),
    };
    let client: Client = expect_context();
    let next = move || {
        let Some(Question { key, after }) = question() else {
            loaded.value.set(None);
            return None;
        };
        let answer = untrack(|| ask(client.clone(), key));
        let kept = async move {
            loaded.value.set(Some(answer.await?));
            Ok(())
        };
        let kept: Asking = Box::pin(kept);
        Some((kept, after))
    };
    keep_asking(follows, Box::new(next), loaded.error, loaded.slow, loaded.again);
    loaded
}

/// An answer awaited, and put where it belongs.
type Asking = Pin<Box<dyn Future<Output = Result<(), Error>>>>;

/// The part that is the same whatever is loaded, so that it is in the WASM once. What `follows` the reader is asked anew
/// when they sign in or out.
fn keep_asking(
    follows: bool,
    next: Box<dyn Fn() -> Option<(Asking, i32)>>,
    error: RwSignal<Option<Error>>,
    slow: RwSignal<bool>,
    again: Trigger,
) {
    let (router, session) = (use_router(), use_session());
    Effect::new(move |_| {
        again.track();
        // Until it is known who the reader is, nothing is asked.
        if follows && session.is_awaited() {
            let waiting = Waiting::new(router.busy(), slow);
            return Some(waiting);
        }
        let Some((asking, after)) = next() else {
            error.set(None);
            return None;
        };
        let waiting = Waiting::new(router.busy(), slow);
        leptos::reactive::spawn_local_scoped_with_cancellation(async move {
            if after > 0 {
                browser::sleep(after).await;
            }
            let answer = asking.await;
            waiting.end();
            if matches!(&answer, Err(error) if error.status() == Some(401)) {
                session.end();
            }
            error.set(answer.err());
            drop(waiting);
        });
        None
    });
}

/// Loads once.
pub(crate) fn load_once<T, F>(ask: impl Fn(Client) -> F + 'static) -> Loaded<T>
where
    T: Send + Sync + 'static,
    F: Future<Output = Result<T, Error>> + 'static,
{
    load(|| Some(Question::now(())), move |client, ()| ask(client))
}

/// Loads once, whoever signs in or out afterwards: a part of the application, or what one's own pages show.
pub(crate) fn load_apart<T, F>(ask: impl Fn(Client) -> F + 'static) -> Loaded<T>
where
    T: Send + Sync + 'static,
    F: Future<Output = Result<T, Error>> + 'static,
{
    load_for(false, || Some(Question::now(())), move |client, ()| ask(client))
}

/// A load under way, from the question to the answer or to its being dropped.
struct Waiting {
    _busy: Busy,
    slow: RwSignal<bool>,
    timer: StoredValue<Option<TimeoutHandle>, LocalStorage>,
}

impl Waiting {
    fn new(busy: Busy, slow: RwSignal<bool>) -> Self {
        let late = move || slow.set(true);
        let timer = set_timeout_with_handle(late, PATIENCE).ok();
        Self {
            _busy: busy,
            slow,
            timer: StoredValue::new_local(timer),
        }
    }

    fn end(&self) {
        if let Some(timer) = self.timer.try_update_value(Option::take).flatten() {
            timer.clear();
        }
        // The page may be gone already.
        let _gone = self.slow.try_set(false);
    }
}

impl Drop for Waiting {
    fn drop(&mut self) {
        self.end();
    }
}

/// Something that is done after a while, unless something else is to be done later meanwhile.
#[derive(Clone, Copy)]
pub(crate) struct Later(StoredValue<Option<TimeoutHandle>, LocalStorage>);

impl Default for Later {
    fn default() -> Self {
        Self(StoredValue::new_local(None))
    }
}

impl Later {
    /// Does it after that time.
    pub(crate) fn perform(self, after: Duration, what: impl FnOnce() + 'static) {
        self.forget();
        self.0.set_value(set_timeout_with_handle(what, after).ok());
    }

    /// Does nothing any more.
    pub(crate) fn forget(self) {
        if let Some(timer) = self.0.try_update_value(Option::take).flatten() {
            timer.clear();
        }
    }
}

//! What every request shares.

use crate::auth::{self, keys::Keys};
use crate::cache::Cache;
use crate::docs::Docs;
use crate::error::{Error, Result};
use crate::files::Files;
use crate::follower::Follower;
use crate::limits::{Limits, Proxies};
use crate::mail::Post;
use crate::openid::Provider;
use crate::pages::{Newest, Shell};
use crate::passwords::Hashing;
use crate::site::Site;
use crate::spa::Spa;
use crate::texts::Texts;
use actix_web::HttpRequest;
use aect_db::{Conn, Db};
use aect_search::Index;
use aect_types::policy::Reader;
use aect_types::problem::ProblemKind;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

/// Asks for an answer that has seen at least that position of the journal (one's own writes).
pub(crate) const AT_LEAST: &str = "journal-at-least";

/// How long a reader waits for a position.
const PATIENCE: Duration = Duration::from_secs(5);

/// What every request shares.
pub(crate) struct State {
    pub(crate) db: Db,
    pub(crate) cache: Cache,
    pub(crate) follower: Follower,
    pub(crate) docs: Docs,
    pub(crate) spa: Option<Spa>,
    /// What the pages call things.
    pub(crate) names: Newest,
    pub(crate) texts: Texts,
    /// What signs and checks access tokens.
    pub(crate) keys: Keys,
    pub(crate) post: Post,
    /// The folder of mails, where they may be read in the browser.
    pub(crate) mails: Option<PathBuf>,
    pub(crate) files: Files,
    /// The other site that signs people in, where there is one.
    pub(crate) openid: Option<Provider>,
    pub(crate) hashing: Hashing,
    pub(crate) limits: Limits,
    /// Who is believed about where a request comes from.
    pub(crate) proxies: Proxies,
    pub(crate) site: Site,
    /// Turns of the exports: as many as there are connections for them.
    pub(crate) exports: Arc<tokio::sync::Semaphore>,
}

/// The index as one request sees it.
#[derive(Clone)]
pub(crate) struct Snapshot {
    pub(crate) index: Arc<Index>,
    pub(crate) position: i64,
    pub(crate) reader: Reader,
}

impl State {
    /// The page around every page; `None` for a server without pages.
    pub(crate) fn shell(&self) -> Option<&Shell> {
        self.spa.as_ref().map(Spa::shell)
    }

    /// What the request reads from: the index as far as it has come, or as far as the request demands.
    pub(crate) async fn snapshot(&self, request: &HttpRequest) -> Result<Snapshot> {
        let reached = match request.headers().get(AT_LEAST) {
            None => self.follower.ready(),
            Some(position) => {
                let position = position.to_str().ok().and_then(|text| text.parse().ok());
                let position = position.ok_or(ProblemKind::BadRequest)?;
                tokio::time::timeout(PATIENCE, self.follower.at_least(position))
                    .await
                    .ok()
                    .flatten()
            }
        };
        let (index, position) = reached.ok_or(ProblemKind::Unavailable)?;
        Ok(Snapshot {
            index,
            position,
            reader: auth::caller(self, request).await?.reader(),
        })
    }

    /// Runs `work` in one read transaction, off the asynchronous threads: one hop for all that a request needs.
    pub(crate) async fn read<T, F>(&self, work: F) -> Result<T>
    where
        T: Send + 'static,
        F: FnOnce(&mut Conn) -> Result<T> + Send + 'static,
    {
        self.db
            .read(move |conn| Ok(work(conn)))
            .await
            .map_err(Error::from)?
    }
}

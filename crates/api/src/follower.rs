//! The thread that keeps the search index in step with the journal, and says how far it has come; it also hears what other
//! processes set of the site.

use crate::site::Site;
use aect_db::{Db, platform, renditions};
use aect_search::Index;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::sync::{Arc, OnceLock};
use std::time::Duration;
use tokio::sync::watch;

/// How long a write of another process may stay unseen.
const INTERVAL: Duration = Duration::from_secs(1);

/// The index, and how far it has come. When the last clone is dropped, the thread ends.
#[derive(Clone)]
pub(crate) struct Follower {
    index: Arc<OnceLock<Arc<Index>>>,
    position: watch::Receiver<Option<i64>>,
    nudge: SyncSender<()>,
}

impl Follower {
    /// Starts the thread; `moved` is called after each step forward.
    pub(crate) fn start(
        db: Db,
        folder: PathBuf,
        site: Site,
        moved: impl Fn() + Send + 'static,
    ) -> std::io::Result<Self> {
        let index = Arc::new(OnceLock::new());
        let (tell, position) = watch::channel(None);
        let (nudge, nudged) = sync_channel(1);
        let thread = Thread {
            db,
            folder,
            site,
            index: Arc::clone(&index),
            tell,
            nudged,
        };
        std::thread::Builder::new()
            .name("index".into())
            .spawn(move || thread.run(&moved))?;
        Ok(Self {
            index,
            position,
            nudge,
        })
    }

    /// The index and its position; `None` until it has caught up for the first time.
    pub(crate) fn ready(&self) -> Option<(Arc<Index>, i64)> {
        let position = (*self.position.borrow())?;
        Some((Arc::clone(self.index.get()?), position))
    }

    /// Waits until the index is ready and has come at least that far. Whoever calls bounds the wait.
    pub(crate) async fn at_least(&self, position: i64) -> Option<(Arc<Index>, i64)> {
        // A full channel means that it will look anyway.
        self.nudge.try_send(()).ok();
        let mut seen = self.position.clone();
        seen.wait_for(|now| now.is_some_and(|now| now >= position))
            .await
            .ok()?;
        self.ready()
    }
}

struct Thread {
    db: Db,
    folder: PathBuf,
    site: Site,
    index: Arc<OnceLock<Arc<Index>>>,
    tell: watch::Sender<Option<i64>>,
    nudged: Receiver<()>,
}

impl Thread {
    fn run(&self, moved: &dyn Fn()) {
        loop {
            match self.step() {
                Ok(true) => moved(),
                Ok(false) => {}
                Err(error) => {
                    metrics::counter!("aect_index_errors_total").increment(1);
                    tracing::error!(
                        error = format!("{error:#}"),
                        "the index cannot follow the journal"
                    );
                }
            }
            if matches!(
                self.nudged.recv_timeout(INTERVAL),
                Err(RecvTimeoutError::Disconnected)
            ) {
                return;
            }
        }
    }

    /// One look at the journal; whether there was something new.
    fn step(&self) -> anyhow::Result<bool> {
        let index = self.opened()?;
        let (written, version) = self
            .db
            .read_blocking(|conn| Ok((renditions::position(conn)?, platform::version(conn)?)))?;
        if version > self.site.platform().version {
            self.site.hear(self.db.read_blocking(platform::read)?);
        }
        let before = *self.tell.borrow();
        if before.is_some_and(|before| before >= written) {
            return Ok(false);
        }
        let position = index.follow(&self.db)?;
        #[expect(
            clippy::cast_precision_loss,
            clippy::as_conversions,
            reason = "a gauge is a float"
        )]
        metrics::gauge!("aect_index_position").set(position as f64);
        tracing::debug!(position, "the index has followed the journal");
        self.tell.send_replace(Some(position));
        Ok(before != Some(position))
    }

    fn opened(&self) -> anyhow::Result<Arc<Index>> {
        if let Some(index) = self.index.get() {
            return Ok(Arc::clone(index));
        }
        let index = Arc::new(Index::open(&self.folder)?);
        Ok(Arc::clone(self.index.get_or_init(|| index)))
    }
}

//! A server from its start to its end.

use crate::app::{Services, app};
use crate::auth::keys::Keys;
use crate::cache::Cache;
use crate::config::Config;
use crate::descriptors;
use crate::docs::Docs;
use crate::edge::Deadline;
use crate::files::{Files, Storage};
use crate::follower::Follower;
use crate::limits::{Limits, Proxies};
use crate::mail::{self, Post};
use crate::openid::{Provider, RETURN};
use crate::pages::Newest;
use crate::passwords::Hashing;
use crate::retention;
use crate::site::Site;
use crate::spa::Spa;
use crate::state::State;
use crate::telemetry::Figures;
use crate::texts::Texts;
use actix_web::HttpServer;
use actix_web::dev::ServerHandle;
use actix_web::web::Data;
use aect_db::{Db, platform};
use anyhow::Context as _;
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;
use tokio::sync::Semaphore;
use tokio::task::JoinHandle;

/// How long a connection may stay silent between two requests.
const KEEP_ALIVE: Duration = Duration::from_secs(75);
/// How often the figures are tidied.
const UPKEEP: Duration = Duration::from_secs(5);

/// How the journal names what renders records anew.
const RENDERER: &str = "program:rendering";
/// Records rendered anew in one transaction.
const RENDERED_AT_ONCE: i64 = 500;

/// A server that answers. Dropping it lets it run; [`Running::stop`] ends it.
pub struct Running {
    /// Where it listens; with port 0, the port it got.
    pub address: SocketAddr,
    handle: ServerHandle,
    server: JoinHandle<std::io::Result<()>>,
    upkeep: JoinHandle<()>,
    mailing: JoinHandle<()>,
    forgetting: JoinHandle<()>,
    post: Post,
    storage: Storage,
    site: Site,
    password_checks: Arc<AtomicU64>,
    db: Db,
    follower: Follower,
}

/// Opens and migrates the database, and answers. The index is built behind: `/health/ready` says when it is there.
pub async fn start(config: Config) -> anyhow::Result<Running> {
    // What is wrong with the operator's file is told before anything is touched.
    let texts = Texts::read(config.site_file.as_deref(), &config.public_url())?;
    let back = format!("{}{RETURN}", config.public_url().trim_end_matches('/'));
    let openid = Provider::new(&config.openid, back)?;
    let db = config.data.open()?;
    let migrating = db.clone();
    tokio::task::spawn_blocking(move || prepare(&migrating))
        .await?
        .context("the database cannot be migrated")?;
    let cache = Cache::new(u64::from(config.cache_mb) * 1024 * 1024);
    let emptied = cache.clone();
    let site = Site::new(&config.public_url(), db.read(platform::read).await?);
    let follower = Follower::start(
        db.clone(),
        config.data.data_dir.join("index"),
        site.clone(),
        move || {
            emptied.empty();
        },
    )?;
    let keys = Keys::start(&db, config.public_url()).await?;
    let (post, mailing) = Post::start(db.clone(), &config.mail, &config.data.data_dir)?;
    let storage = Storage::open(&config.storage, &config.data.data_dir)?;
    let figures = Figures::of_process()?;
    let services = Services {
        state: Data::new(State {
            db,
            cache,
            follower: follower.clone(),
            docs: Docs::new()?,
            spa: config.spa_dir.as_deref().map(Spa::read).transpose()?,
            names: Newest::default(),
            texts,
            keys,
            post,
            mails: mail::shown::folder(&config),
            files: Files::new(storage),
            openid,
            hashing: Hashing::new(usize::from(config.workers()))?,
            limits: Limits::new(config.links_per_source)?,
            proxies: Proxies::new(&config.trusted_proxies),
            site,
            exports: Arc::new(Semaphore::new(usize::try_from(config.data.exporters)?)),
        }),
        figures: Data::new(figures.clone()),
        deadline: Data::new(Deadline(Duration::from_secs(config.request_timeout))),
        bench: config.bench_routes,
    };
    listen(&config, services, figures, follower, mailing)
}

/// Brings the schema up to date, and what an older program has rendered.
fn prepare(db: &Db) -> aect_db::Result<()> {
    db.migrate()?;
    let mut rendered = 0;
    loop {
        match db.write_blocking(RENDERER, |write| write.render_outdated(RENDERED_AT_ONCE))? {
            0 => break,
            some => rendered += some,
        }
    }
    if rendered > 0 {
        tracing::info!(rendered, "records were rendered anew");
    }
    Ok(())
}

fn listen(
    config: &Config,
    services: Services,
    figures: Figures,
    follower: Follower,
    mailing: JoinHandle<()>,
) -> anyhow::Result<Running> {
    let workers = config.workers();
    let (post, db) = (services.state.post.clone(), services.state.db.clone());
    let password_checks = services.state.hashing.checks();
    let storage = services.state.files.storage.clone();
    let site = services.state.site.clone();
    let forgetting = retention::start(db.clone(), post.clone(), storage.clone(), site.clone());
    let server = HttpServer::new(move || app(&services))
        .keep_alive(KEEP_ALIVE)
        .client_request_timeout(Duration::from_secs(config.head_timeout))
        .workers(workers.into())
        .max_connections(descriptors::connections_a_worker(config, workers.into())?)
        .shutdown_timeout(config.shutdown_timeout)
        .disable_signals()
        .bind(config.listen)
        .with_context(|| format!("{} cannot be listened on", config.listen))?;
    let address = server
        .addrs()
        .first()
        .copied()
        .context("the server listens nowhere")?;
    let server = server.run();
    Ok(Running {
        address,
        handle: server.handle(),
        server: tokio::spawn(server),
        upkeep: tokio::spawn(async move {
            let mut clock = tokio::time::interval(UPKEEP);
            loop {
                clock.tick().await;
                figures.upkeep();
            }
        }),
        mailing,
        forgetting,
        post,
        storage,
        site,
        password_checks,
        db,
        follower,
    })
}

impl Running {
    /// Where its site is.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Waits until answers have seen that position of the journal (0: until the server is ready).
    pub async fn has_seen(&self, position: i64) -> anyhow::Result<()> {
        self.follower
            .at_least(position)
            .await
            .map(drop)
            .context("the index has stopped following")
    }

    /// How many passwords were looked at: as many for addresses that nobody has as for others.
    #[must_use]
    pub fn password_checks(&self) -> u64 {
        self.password_checks.load(Ordering::Relaxed)
    }

    /// Waits until every mail that was written has been tried.
    pub async fn has_tried_mails(&self) -> anyhow::Result<()> {
        self.post.has_tried_all(&self.db).await
    }

    /// Closes accounts that nobody uses, and tells those whose turn comes, as happens every hour.
    pub async fn forget_unused(&self) -> anyhow::Result<()> {
        retention::forget_unused(&self.db, &self.post, self.site.clone()).await
    }

    /// Erases files that were removed long ago and bytes that nothing names, as happens every hour.
    pub async fn sweep_files(&self) -> anyhow::Result<()> {
        crate::files::sweep(&self.db, &self.storage).await
    }

    /// Lets open answers finish, then ends.
    pub async fn stop(self) -> anyhow::Result<()> {
        self.handle.stop(true).await;
        self.upkeep.abort();
        self.mailing.abort();
        self.forgetting.abort();
        self.server.await?.context("the server ended badly")
    }

    /// Waits until the server ends by itself.
    pub async fn ended(&mut self) -> anyhow::Result<()> {
        (&mut self.server).await?.context("the server ended badly")
    }
}

//! How the server is told what to do: flags, each with an environment variable of the same name.

mod mail;
mod openid;
mod storage;

pub use crate::limits::Network;
pub use mail::MailConfig;
pub use openid::OpenIdConfig;
pub(crate) use openid::is_here;
pub use storage::{SecretKey, StorageConfig};

use anyhow::{Context as _, bail};
use clap::{Args, ValueEnum};
use std::fmt;
use std::fs;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::str::FromStr;

/// Where the data is: what every command needs.
#[derive(Args, Clone, Debug)]
pub struct DataConfig {
    /// Folder of the data: the SQLite file and the search index.
    #[arg(long, env = "AECT_DATA_DIR", default_value = "data")]
    pub data_dir: PathBuf,

    /// Database: `sqlite:PATH` or `postgres://…` [default: sqlite in the data folder].
    #[arg(long, env = "AECT_DATABASE_URL", hide_env_values = true)]
    pub database_url: Option<DatabaseUrl>,

    /// Connections for readers [default: three a core].
    #[arg(long, env = "AECT_READERS", value_parser = clap::value_parser!(u32).range(1..=512))]
    pub readers: Option<u32>,

    /// Connections for exports, which each hold one for long.
    #[arg(long, env = "AECT_EXPORTERS", default_value_t = 2, value_parser = clap::value_parser!(u32).range(1..=64))]
    pub exporters: u32,
}

/// Everything that `serve` needs.
#[derive(Args, Clone, Debug)]
pub struct Config {
    /// Where the data is.
    #[command(flatten)]
    pub data: DataConfig,

    /// Address and port to listen on; port 0 takes a free one.
    #[arg(long, env = "AECT_LISTEN", default_value = "127.0.0.1:8080")]
    pub listen: SocketAddr,

    /// Folder of the built pages; without it only the API and its documentation are served.
    #[arg(long, env = "AECT_SPA_DIR")]
    pub spa_dir: Option<PathBuf>,

    /// Where readers reach this server (`https://…`), for the addresses written into exports [default: where it
    /// listens].
    #[arg(long, env = "AECT_PUBLIC_URL")]
    pub public_url: Option<String>,

    /// What the legal pages say of whoever runs this server: publisher, host, contact, accessibility (TOML; a model is
    /// `crates/api/texts/site.toml`) [default: that model, marked as still to be completed].
    #[arg(long, env = "AECT_SITE_FILE")]
    pub site_file: Option<PathBuf>,

    /// How mail leaves.
    #[command(flatten)]
    pub mail: MailConfig,

    /// Where the bytes of pictures and documents lie.
    #[command(flatten)]
    pub storage: StorageConfig,

    /// Another site that signs people in.
    #[command(flatten)]
    pub openid: OpenIdConfig,

    /// Networks of the proxies in front of this server (`10.0.0.0/8,::1`): their `X-Forwarded-For` says where a request
    /// comes from [default: none is believed].
    #[arg(long, env = "AECT_TRUSTED_PROXIES", value_delimiter = ',')]
    pub trusted_proxies: Vec<Network>,

    /// Links to sign in that one network may ask for within a quarter of an hour.
    #[arg(long, env = "AECT_LINKS_PER_SOURCE", default_value_t = 100, value_parser = clap::value_parser!(u32).range(1..))]
    pub links_per_source: u32,

    /// Threads that answer [default: one a core].
    #[arg(long, env = "AECT_WORKERS", value_parser = clap::value_parser!(u16).range(1..=256))]
    pub workers: Option<u16>,

    /// Connections that each thread holds at once; more wait.
    #[arg(long, env = "AECT_MAX_CONNECTIONS", default_value_t = 10_000, value_parser = clap::value_parser!(u32).range(1..))]
    pub max_connections: u32,

    /// Megabytes of ready answers kept.
    #[arg(long, env = "AECT_CACHE_MB", default_value_t = 32, value_parser = clap::value_parser!(u32).range(0..=4096))]
    pub cache_mb: u32,

    /// Seconds that one answer may take.
    #[arg(long, env = "AECT_REQUEST_TIMEOUT", default_value_t = 30, value_parser = clap::value_parser!(u64).range(1..=600))]
    pub request_timeout: u64,

    /// Seconds that the head of a request may take to arrive.
    #[arg(long, env = "AECT_HEAD_TIMEOUT", default_value_t = 10, value_parser = clap::value_parser!(u64).range(1..=600))]
    pub head_timeout: u64,

    /// Seconds that open answers get to finish when the server stops.
    #[arg(long, env = "AECT_SHUTDOWN_TIMEOUT", default_value_t = 20, value_parser = clap::value_parser!(u64).range(1..=600))]
    pub shutdown_timeout: u64,

    /// Serves a fixed body at `/bench/fixed`: the ruler of the benchmarks.
    #[arg(long, hide = true)]
    pub bench_routes: bool,
}

/// How the log is written; read before everything else.
#[derive(Args, Clone, Debug)]
pub struct LogConfig {
    /// What is logged: `warn`, `info`, `debug`, or by target (`info,aect::access=warn`).
    #[arg(long, env = "AECT_LOG", default_value = "info", global = true)]
    pub log: String,

    /// How a line looks.
    #[arg(long, env = "AECT_LOG_FORMAT", default_value = "text", global = true)]
    pub log_format: LogFormat,
}

/// How a line of the log looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum LogFormat {
    /// For people.
    Text,
    /// For programs: one JSON object a line.
    Json,
}

/// The address of a database; its password never shows in `Debug` or `Display`.
#[derive(Clone, PartialEq, Eq)]
pub struct DatabaseUrl(String);

impl DatabaseUrl {
    /// The SQLite file of a data folder.
    #[must_use]
    pub fn sqlite_in(data_dir: &Path) -> Self {
        Self(format!("sqlite:{}", data_dir.join("aect.sqlite").display()))
    }

    /// The whole address, password included: for the database only.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl FromStr for DatabaseUrl {
    type Err = anyhow::Error;

    fn from_str(url: &str) -> anyhow::Result<Self> {
        let (scheme, rest) = url
            .split_once(':')
            .context("a database is given as `sqlite:PATH` or `postgres://…`")?;
        match scheme {
            "sqlite" if !rest.is_empty() => Ok(Self(url.to_owned())),
            "postgres" | "postgresql" if rest.starts_with("//") => Ok(Self(url.to_owned())),
            // The rest of the address may hold a password: only the scheme is said.
            _ => bail!("`{scheme}:` is not a database this server knows: `sqlite:PATH` or `postgres://…`"),
        }
    }
}

impl fmt::Display for DatabaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some((scheme, rest)) = self.0.split_once("://") else {
            return f.write_str(&self.0);
        };
        // A password may stand before the host and in the query (`?password=…`): both go.
        let rest = rest.split('?').next().unwrap_or_default();
        match rest.rsplit_once('@') {
            Some((credentials, host)) => {
                let user = credentials.split(':').next().unwrap_or_default();
                write!(f, "{scheme}://{user}:***@{host}")
            }
            None => write!(f, "{scheme}://{rest}"),
        }
    }
}

impl fmt::Debug for DatabaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "\"{self}\"")
    }
}

impl Config {
    /// Threads that answer.
    pub(crate) fn workers(&self) -> u16 {
        self.workers
            .unwrap_or_else(|| u16::try_from(cores()).unwrap_or(u16::MAX))
    }

    /// Where readers reach this server.
    #[must_use]
    pub fn public_url(&self) -> String {
        self.public_url
            .clone()
            .unwrap_or_else(|| format!("http://{}", self.listen))
    }
}

impl DataConfig {
    /// The database to open.
    #[must_use]
    pub fn database_url(&self) -> DatabaseUrl {
        self.database_url
            .clone()
            .unwrap_or_else(|| DatabaseUrl::sqlite_in(&self.data_dir))
    }

    /// Connections for readers: by default three a core, enough to keep every core at work while some wait for the
    /// disk; with more, slow questions slow each other down.
    fn readers(&self) -> u32 {
        self.readers
            .unwrap_or_else(|| u32::try_from(cores()).map_or(u32::MAX, |cores| cores.saturating_mul(3)))
    }

    /// All connections to the database that may be open at once: PostgreSQL has as many writers as readers.
    pub(crate) fn connections(&self) -> u32 {
        self.readers().saturating_mul(2).saturating_add(self.exporters)
    }

    /// Creates the data folder where it is missing and opens the database; does not migrate.
    pub fn open(&self) -> anyhow::Result<aect_db::Db> {
        let folder = self.data_dir.display();
        fs::create_dir_all(&self.data_dir)
            .with_context(|| format!("the data folder {folder} cannot be created"))?;
        try_writing(&self.data_dir).with_context(|| format!("the data folder {folder} cannot be written"))?;
        let url = self.database_url();
        let options = aect_db::Options {
            url: url.reveal().to_owned(),
            readers: self.readers(),
            exporters: self.exporters,
        };
        aect_db::Db::open(&options).with_context(|| format!("the database {url} cannot be opened"))
    }
}

/// SQLite opens a file that it cannot write, and the index would wait for ever: better told at once.
fn try_writing(folder: &Path) -> std::io::Result<()> {
    let file = folder.join(format!(".written-by-{}", std::process::id()));
    fs::write(&file, "")?;
    fs::remove_file(file)
}

fn cores() -> usize {
    std::thread::available_parallelism().map_or(2, std::num::NonZero::get)
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::Parser;

    #[derive(Parser, Debug)]
    struct Line {
        #[command(flatten)]
        config: Config,
    }

    fn shown(url: &str) -> String {
        url.parse::<DatabaseUrl>().unwrap().to_string()
    }

    #[test]
    fn passwords_are_never_shown() {
        assert_eq!(
            shown("postgres://aect:s3cr:t@host/db"),
            "postgres://aect:***@host/db"
        );
        assert_eq!(
            shown("postgres://host/db?user=a&password=s3cret"),
            "postgres://host/db"
        );
        assert_eq!(shown("postgres://u:p@ss@host/db"), "postgres://u:***@host/db");
        assert_eq!(
            shown("sqlite:/var/lib/aect.sqlite"),
            "sqlite:/var/lib/aect.sqlite"
        );
        let line = Line::parse_from(["aect", "--database-url", "postgres://aect:s3cret@host/db"]);
        assert!(!format!("{line:?}").contains("s3cret"));
    }

    #[test]
    fn an_unknown_database_is_refused_without_repeating_its_password() {
        for url in [
            "mysql://u:s3cret@host/db",
            "s3cret",
            "sqlite:",
            "postgres:host",
            "",
        ] {
            let error = url.parse::<DatabaseUrl>().unwrap_err().to_string();
            assert!(!error.contains("s3cret"), "{error}");
        }
    }

    #[test]
    fn a_folder_that_cannot_be_written_is_refused_by_its_name() {
        // Permissions mean nothing to root: a system folder where nobody can make files stands in.
        let line = Line::parse_from(["aect", "--data-dir", "/proc/self"]);
        let error = line.config.data.open().err().unwrap();
        assert!(error.to_string().contains("/proc/self"), "{error:#}");
    }

    #[test]
    fn the_default_database_lies_in_the_data_folder() {
        let line = Line::parse_from(["aect", "--data-dir", "/srv/aect"]);
        assert_eq!(
            line.config.data.database_url().reveal(),
            "sqlite:/srv/aect/aect.sqlite"
        );
    }
}

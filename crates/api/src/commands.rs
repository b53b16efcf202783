//! What the binary can do.

mod import;
mod people;

use aect_api::Config;
use aect_api::config::DataConfig;
use anyhow::Context as _;
use clap::Subcommand;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use tokio::signal::unix::{SignalKind, signal};

/// What the binary can do.
#[derive(Subcommand)]
pub(crate) enum Command {
    /// Answers: the API, its documentation and the pages.
    Serve(Box<Config>),
    /// Brings the database up to date and ends.
    Migrate(DataConfig),
    /// Imports data: the reference data, or a file.
    Import(Box<import::Import>),
    /// Lets the first people of an instance in.
    People(Box<people::People>),
    /// Makes a new key that signs access tokens; nobody is signed out.
    TurnKeys(DataConfig),
    /// Prints the OpenAPI document.
    Openapi {
        /// Fails where the file differs from what would be printed.
        #[arg(long, value_name = "FILE")]
        check: Option<PathBuf>,
    },
    /// Reads the configuration, shows it without secrets, reads the site file, and tries the database.
    CheckConfig(Box<Config>),
}

impl Command {
    pub(crate) fn run(self) -> anyhow::Result<ExitCode> {
        match self {
            Self::Serve(config) => serve(*config),
            Self::Migrate(data) => data
                .open()?
                .migrate()
                .context("the database cannot be migrated")
                .map(done),
            Self::Import(import) => import.run(),
            Self::People(people) => people.run(),
            Self::TurnKeys(data) => aect_api::turn_keys(&data.open()?).map(done),
            Self::Openapi { check: None } => print(&aect_api::openapi::json()?).map(done),
            Self::Openapi { check: Some(file) } => check_openapi(&file),
            Self::CheckConfig(config) => check_config(&config),
        }
    }
}

const fn done((): ()) -> ExitCode {
    ExitCode::SUCCESS
}

fn serve(config: Config) -> anyhow::Result<ExitCode> {
    import::reference_data(&config.data)?;
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build()?;
    runtime.block_on(async {
        let (mut asked, mut interrupted) =
            (signal(SignalKind::terminate())?, signal(SignalKind::interrupt())?);
        let mut running = aect_api::start(config).await?;
        tracing::info!("listening on {}", running.url());
        tokio::select! {
            _ = asked.recv() => {}
            _ = interrupted.recv() => {}
            ended = running.ended() => return ended.map(done),
        }
        tracing::info!("stopping: open answers are finished first");
        running.stop().await.map(done)
    })
}

fn check_openapi(file: &Path) -> anyhow::Result<ExitCode> {
    let checked_in =
        std::fs::read_to_string(file).with_context(|| format!("{} cannot be read", file.display()))?;
    if checked_in == aect_api::openapi::json()? {
        return Ok(ExitCode::SUCCESS);
    }
    tracing::error!(
        "{} is not what `aect openapi` prints: write it again",
        file.display()
    );
    Ok(ExitCode::FAILURE)
}

fn check_config(config: &Config) -> anyhow::Result<ExitCode> {
    print(&format!(
        "{config:#?}\ndatabase: {}\n",
        config.data.database_url()
    ))?;
    let waiting = aect_api::texts::to_complete(config.site_file.as_deref())?;
    if !waiting.is_empty() {
        print(&format!(
            "still to be completed in the site file: {}\n",
            waiting.join(", ")
        ))?;
    }
    let position = config.data.open()?.read_blocking(aect_db::renditions::position);
    position.context("the database does not answer, or is not migrated")?;
    Ok(ExitCode::SUCCESS)
}

/// Standard output is the result of a command, not its log; a closed pipe is not an error worth words.
fn print(text: &str) -> anyhow::Result<()> {
    use std::io::Write as _;
    std::io::stdout()
        .write_all(text.as_bytes())
        .context("the result cannot be written")
}

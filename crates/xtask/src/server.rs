//! A server of ours that a task starts, asks and stops.

use anyhow::{Context, Result, bail, ensure};
use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;
use std::ffi::OsStr;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};
use tempfile::TempDir;

use crate::http;

/// How a server is started.
pub(crate) struct Settings<'a> {
    /// The binary.
    pub(crate) program: &'a Path,
    /// What it runs under: a program that sets limits and then becomes the server (`prlimit …`).
    pub(crate) under: &'a [&'a str],
    /// Built pages, when it shall serve them.
    pub(crate) spa: Option<&'a Path>,
    /// A PostgreSQL database; SQLite in the server's own folder without.
    pub(crate) database: Option<&'a str>,
    /// Further arguments.
    pub(crate) arguments: &'a [&'a str],
    /// How long the first start may take, the import included.
    pub(crate) patience: Duration,
}

/// A running server; it is stopped when this is dropped, and its data go.
pub(crate) struct Server {
    child: Child,
    /// Where it listens on 127.0.0.1.
    pub(crate) port: u16,
    /// From the start of the process to its being ready.
    pub(crate) ready_after: Duration,
    begun: Instant,
    data: TempDir,
}

impl Server {
    /// Starts with empty data and waits until it is ready.
    pub(crate) fn start(settings: &Settings<'_>) -> Result<Self> {
        Self::start_on(
            settings,
            tempfile::Builder::new().prefix("aect-server-").tempdir()?,
        )
    }

    /// Starts on data that another server has left.
    pub(crate) fn start_on(settings: &Settings<'_>, data: TempDir) -> Result<Self> {
        let mut server = Self::spawn(settings, data)?;
        server.wait_until_ready(settings.patience)?;
        Ok(server)
    }

    /// Starts without waiting.
    pub(crate) fn spawn(settings: &Settings<'_>, data: TempDir) -> Result<Self> {
        let port = http::free_port()?;
        let log = File::options()
            .create(true)
            .append(true)
            .open(data.path().join("server.log"))?;
        let mut command = bound(settings);
        command
            .arg("serve")
            .args(["--listen", &format!("127.0.0.1:{port}"), "--data-dir"])
            .arg(data.path().join("data"))
            .args(settings.arguments);
        if let Some(spa) = settings.spa {
            command.arg("--spa-dir").arg(spa);
        }
        if let Some(database) = settings.database {
            command.args(["--database-url", database]);
        }
        let begun = Instant::now();
        let child = command
            .stdin(Stdio::null())
            .stdout(log.try_clone()?)
            .stderr(log)
            .spawn()?;
        Ok(Self {
            child,
            port,
            begun,
            ready_after: Duration::ZERO,
            data,
        })
    }

    /// Waits until it answers that it is ready.
    pub(crate) fn wait_until_ready(&mut self, patience: Duration) -> Result<()> {
        loop {
            if matches!(http::get(self.port, "/health/ready"), Ok((200, _))) {
                self.ready_after = self.begun.elapsed();
                return Ok(());
            }
            if let Some(status) = self.child.try_wait()? {
                bail!("the server ended with {status}:\n{}", self.log());
            }
            if self.begun.elapsed() > patience {
                bail!(
                    "the server is not ready after {} s:\n{}",
                    patience.as_secs(),
                    self.log()
                );
            }
            sleep(Duration::from_millis(20));
        }
    }

    /// Ends it as a power cut would, and gives its data back.
    pub(crate) fn kill(mut self) -> Result<TempDir> {
        self.child.kill()?;
        self.child.wait()?;
        self.data()
    }

    /// Waits for a server that shall refuse to serve; its log and its data.
    pub(crate) fn refuses(mut self, patience: Duration) -> Result<(String, TempDir)> {
        while self.begun.elapsed() < patience {
            if let Some(status) = self.child.try_wait()? {
                ensure!(
                    status.code() == Some(1),
                    "it ended with {status}:\n{}",
                    self.log()
                );
                return Ok((self.log(), self.data()?));
            }
            sleep(Duration::from_millis(20));
        }
        bail!("it neither serves nor ends:\n{}", self.log())
    }

    /// Its address.
    pub(crate) fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Its process.
    pub(crate) fn pid(&self) -> u32 {
        self.child.id()
    }

    /// What it has logged, for a failure's report.
    pub(crate) fn log(&self) -> String {
        fs::read_to_string(self.log_path()).unwrap_or_default()
    }

    /// Where its data are.
    pub(crate) fn folder(&self) -> PathBuf {
        self.data.path().join("data")
    }

    /// Tells it to stop, waits until it has, and gives its data back.
    pub(crate) fn stop(mut self) -> Result<TempDir> {
        if let Some(status) = self.end()? {
            ensure!(
                status.success(),
                "the server ended with {status}:\n{}",
                self.log()
            );
        }
        self.data()
    }

    fn data(&mut self) -> Result<TempDir> {
        let replacement = tempfile::tempdir()?;
        Ok(std::mem::replace(&mut self.data, replacement))
    }

    fn log_path(&self) -> PathBuf {
        self.data.path().join("server.log")
    }

    /// How it ended, where it had not ended before.
    fn end(&mut self) -> Result<Option<ExitStatus>> {
        if self.child.try_wait()?.is_some() {
            return Ok(None);
        }
        kill(Pid::from_raw(i32::try_from(self.child.id())?), Signal::SIGTERM)?;
        Ok(Some(self.child.wait()?))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Err(error) = self.end().context("the server does not stop") {
            eprintln!("xtask: {error:#}");
        }
    }
}

/// The program, its life tied to ours where the system can do that.
fn bound(settings: &Settings<'_>) -> Command {
    let tie: &[&str] = if Path::new("/usr/bin/setpriv").exists() {
        &["setpriv", "--pdeathsig", "TERM"]
    } else {
        &[]
    };
    let before = tie.iter().chain(settings.under).map(OsStr::new);
    let mut words = before.chain([settings.program.as_os_str()]);
    let mut command = Command::new(words.next().unwrap_or_default());
    command.args(words);
    command
}

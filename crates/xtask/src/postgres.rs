//! A real PostgreSQL of our own, in a temporary folder, for as long as the tests need it.

use anyhow::{Context, Result, bail};
use nix::sys::signal::{Signal, kill};
use nix::unistd::{Pid, geteuid};
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};
use std::{env, process};

use crate::process::{run_quietly, succeeds};
use crate::{cleanup, http};

const PREFIX: &str = "aect-postgres-";
const START: Duration = Duration::from_mins(1);

/// A running cluster; it stops and its folder goes when this is dropped.
pub(crate) struct Postgres {
    server: Child,
    folder: PathBuf,
    port: u16,
}

impl Postgres {
    /// Makes a cluster in a new folder and waits until it answers.
    pub(crate) fn start() -> Result<Self> {
        sweep()?;
        let folder = env::temp_dir().join(format!("{PREFIX}{}", process::id()));
        cleanup::remember(&folder);
        match Self::start_in(&folder) {
            Ok(postgres) => Ok(postgres),
            Err(error) => {
                fs::remove_dir_all(&folder).ok();
                Err(error)
            }
        }
    }

    fn start_in(folder: &Path) -> Result<Self> {
        let programs = programs().context("PostgreSQL's server is not here")?;
        make_folder(folder)?;
        let data = folder.join("data");
        run_quietly(
            as_postgres(&programs.join("initdb"), folder)
                .arg("--pgdata")
                .arg(&data)
                .args(["--username=postgres", "--auth=trust", "--encoding=UTF8"])
                .args(["--locale=C", "--no-sync"]),
        )?;
        let port = http::free_port()?;
        let mut postgres = Self {
            server: serve(&programs, folder, port)?,
            folder: folder.to_path_buf(),
            port,
        };
        postgres.wait_until_ready(&programs)?;
        Ok(postgres)
    }

    /// Stops it and has it gone for a moment, as its maintenance does; then it is as before.
    pub(crate) fn restart(&mut self, gone: Duration) -> Result<()> {
        let programs = programs().context("PostgreSQL's programs are gone")?;
        self.stop()?;
        sleep(gone);
        self.server = serve(&programs, &self.folder, self.port)?;
        self.wait_until_ready(&programs)
    }

    /// A standby that follows it.
    pub(crate) fn standby(&self) -> Result<Self> {
        let programs = programs().context("PostgreSQL's programs are gone")?;
        let folder = PathBuf::from(format!("{}-standby", self.folder.display()));
        cleanup::remember(&folder);
        make_folder(&folder)?;
        run_quietly(
            as_postgres(&programs.join("pg_basebackup"), &folder)
                .args(["--host=127.0.0.1", &format!("--port={}", self.port)])
                .args(["--username=postgres", "--write-recovery-conf"])
                .args(["--checkpoint=fast", "--no-sync", "--pgdata"])
                .arg(folder.join("data")),
        )?;
        let port = http::free_port()?;
        let mut standby = Self {
            server: serve(&programs, &folder, port)?,
            folder,
            port,
        };
        standby.wait_until_ready(&programs)?;
        Ok(standby)
    }

    /// Ends it as a power cut would.
    pub(crate) fn kill(&mut self) -> Result<()> {
        self.server.kill()?;
        self.server.wait()?;
        Ok(())
    }

    /// SIGINT is PostgreSQL's «fast» stop: connections are cut, nothing is waited for.
    fn stop(&mut self) -> Result<()> {
        if self.server.try_wait()?.is_some() {
            return Ok(());
        }
        kill(Pid::from_raw(i32::try_from(self.server.id())?), Signal::SIGINT)?;
        self.server.wait()?;
        Ok(())
    }

    /// The address of the cluster, without the name of a database: each test makes its own.
    pub(crate) fn url(&self) -> String {
        format!("postgres://postgres@127.0.0.1:{}", self.port)
    }

    /// Makes an empty database and gives its address.
    pub(crate) fn create(&self, database: &str) -> Result<String> {
        let programs = programs().context("PostgreSQL's programs are gone")?;
        run_quietly(Command::new(programs.join("createdb")).args([
            "--host=127.0.0.1",
            &format!("--port={}", self.port),
            "--username=postgres",
            database,
        ]))?;
        Ok(format!("{}/{database}", self.url()))
    }

    fn wait_until_ready(&mut self, programs: &Path) -> Result<()> {
        let port = self.port.to_string();
        let begun = Instant::now();
        loop {
            let mut question = Command::new(programs.join("pg_isready"));
            if succeeds(question.args(["-q", "-h", "127.0.0.1", "-p", &port])) {
                return Ok(());
            }
            if self.server.try_wait()?.is_some() || begun.elapsed() > START {
                let log = fs::read_to_string(self.folder.join("log")).unwrap_or_default();
                bail!("PostgreSQL did not start:\n{log}");
            }
            sleep(Duration::from_millis(50));
        }
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        if let Err(error) = self.stop() {
            eprintln!("xtask: PostgreSQL does not stop: {error:#}");
        }
        if let Err(error) = fs::remove_dir_all(&self.folder) {
            eprintln!("xtask: {} stays behind: {error}", self.folder.display());
        }
        cleanup::forget(&self.folder);
    }
}

/// Starts the server of the cluster in `folder`.
fn serve(programs: &Path, folder: &Path, port: u16) -> Result<Child> {
    let log = File::options()
        .create(true)
        .append(true)
        .open(folder.join("log"))?;
    let child = as_postgres(&programs.join("postgres"), folder)
        .arg("-D")
        .arg(folder.join("data"))
        .args(["-p", &port.to_string(), "-h", "127.0.0.1", "-k", ""])
        // A cluster that lives for minutes: nothing to save from a power cut. Many connections: one database per test.
        .args([
            "-c",
            "fsync=off",
            "-c",
            "synchronous_commit=off",
            "-c",
            "full_page_writes=off",
        ])
        .args(["-c", "max_connections=400"])
        .stdin(Stdio::null())
        .stdout(log.try_clone()?)
        .stderr(log)
        .spawn()?;
    Ok(child)
}

/// The folder of PostgreSQL's programs: on the path, or where Debian puts the newest version.
pub(crate) fn programs() -> Option<PathBuf> {
    let on_path = env::split_paths(&env::var_os("PATH")?)
        .find(|folder| folder.join("initdb").exists() && folder.join("pg_isready").exists());
    on_path.or_else(|| {
        let mut versions: Vec<(u32, PathBuf)> = fs::read_dir("/usr/lib/postgresql")
            .ok()?
            .filter_map(|entry| {
                let path = entry.ok()?.path();
                let version = path.file_name()?.to_str()?.parse().ok()?;
                Some((version, path.join("bin")))
            })
            .filter(|(_, programs)| programs.join("initdb").exists())
            .collect();
        versions.sort();
        versions.pop().map(|(_, programs)| programs)
    })
}

/// A program of PostgreSQL, which refuses to run as root: then as its own user. `setpriv` also ties its life to
/// ours, so that even a `kill -9` of this task leaves no server behind.
fn as_postgres(program: &Path, folder: &Path) -> Command {
    let mut command = if Path::new("/usr/bin/setpriv").exists() {
        let mut command = Command::new("setpriv");
        command.args(["--pdeathsig", "INT"]);
        if geteuid().is_root() {
            command.args(["--reuid=postgres", "--regid=postgres", "--init-groups"]);
        }
        command.arg(program);
        command
    } else {
        Command::new(program)
    };
    command.current_dir(folder);
    command
}

/// A folder that only PostgreSQL's user can read.
fn make_folder(folder: &Path) -> Result<()> {
    let mut command = Command::new("install");
    command.args(["-d", "-m", "700"]);
    if geteuid().is_root() {
        command.args(["-o", "postgres", "-g", "postgres"]);
    }
    run_quietly(command.arg(folder))?;
    Ok(())
}

/// Removes the folders of tasks that were killed before they could.
fn sweep() -> Result<()> {
    for entry in fs::read_dir(env::temp_dir())? {
        let entry = entry?;
        let name = entry.file_name();
        let Some(owner) = name.to_str().and_then(|name| name.strip_prefix(PREFIX)) else {
            continue;
        };
        let Ok(owner) = owner.trim_end_matches("-standby").parse() else {
            continue;
        };
        let alive = kill(Pid::from_raw(owner), None).is_ok();
        if !alive {
            fs::remove_dir_all(entry.path())
                .with_context(|| format!("cannot remove {}", entry.path().display()))?;
        }
    }
    Ok(())
}

//! Other hands on a database than ours: statements, and locks that are held for as long as one likes.

use anyhow::{Context, Result, ensure};
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use crate::postgres;
use crate::process::run_quietly;

/// Runs one statement and says what it gives, a row a line.
const STATEMENT: &str = "
import sqlite3, sys
c = sqlite3.connect(sys.argv[1], isolation_level=None, timeout=30)
for row in c.execute(sys.argv[2]):
    print(*row)
";

/// Keeps the file from every other writer until its input ends.
const HOLD: &str = "
import sqlite3, sys
c = sqlite3.connect(sys.argv[1], isolation_level=None, timeout=30)
c.execute('BEGIN EXCLUSIVE')
print('held', flush=True)
sys.stdin.read()
c.execute('ROLLBACK')
";

/// A statement on a SQLite file.
pub(super) fn sqlite(file: &Path, statement: &str) -> Result<String> {
    run_quietly(
        Command::new("python3")
            .args(["-c", STATEMENT])
            .arg(file)
            .arg(statement),
    )
}

/// Statements on PostgreSQL.
pub(super) fn postgres(url: &str, statements: &str) -> Result<String> {
    run_quietly(psql(url)?.args(["-c", statements]))
}

fn psql(url: &str) -> Result<Command> {
    let programs = postgres::programs().context("PostgreSQL's programs are gone")?;
    let mut command = Command::new(programs.join("psql"));
    command.args(["-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-d", url]);
    Ok(command)
}

/// A transaction that somebody keeps open; it is taken back when this is dropped.
pub(super) struct Held(Child);

impl Held {
    /// The whole of a SQLite file.
    pub(super) fn sqlite(file: &Path) -> Result<Self> {
        Self::begin(Command::new("python3").args(["-c", HOLD]).arg(file), "")
    }

    /// A table of PostgreSQL.
    pub(super) fn postgres(url: &str, table: &str) -> Result<Self> {
        let lock = format!("BEGIN; LOCK TABLE {table} IN ACCESS EXCLUSIVE MODE;\n\\echo held\n");
        Self::begin(&mut psql(url)?, &lock)
    }

    fn begin(command: &mut Command, said: &str) -> Result<Self> {
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
        child
            .stdin
            .as_mut()
            .context("no input")?
            .write_all(said.as_bytes())?;
        let mut word = String::new();
        BufReader::new(child.stdout.as_mut().context("no output")?).read_line(&mut word)?;
        let held = Self(child);
        ensure!(
            word.trim() == "held",
            "the database cannot be locked from outside"
        );
        Ok(held)
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        // The end of its input is its end.
        drop(self.0.stdin.take());
        if let Err(error) = self.0.wait() {
            eprintln!("xtask: a lock does not end: {error}");
        }
    }
}

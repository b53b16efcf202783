//! Where the house stands and where its builds go.

use anyhow::{Context, Result};
use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The root of the workspace and its target folder.
pub(crate) struct House {
    pub(crate) root: PathBuf,
    pub(crate) target: PathBuf,
}

impl House {
    /// Asks the environment rather than the compiler: a target folder shared by several clones holds one xtask for all.
    pub(crate) fn find() -> Result<Self> {
        let manifest = env::var_os("CARGO_MANIFEST_DIR")
            .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        let root = manifest
            .ancestors()
            .nth(2)
            .context("xtask does not stand two folders below the workspace's root")?
            .to_path_buf();
        let target = match env::var_os("CARGO_TARGET_DIR") {
            Some(folder) => env::current_dir()?.join(folder),
            None => root.join("target"),
        };
        Ok(Self { root, target })
    }

    /// A cargo command at the root, with the same cargo that runs us, building into `target`.
    pub(crate) fn cargo(&self) -> Command {
        let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        command
            .current_dir(&self.root)
            .env("CARGO_TARGET_DIR", &self.target);
        command
    }

    /// A command at the root.
    pub(crate) fn command(&self, program: impl AsRef<Path>) -> Command {
        let mut command = Command::new(program.as_ref());
        command.current_dir(&self.root);
        command
    }

    /// The server's binary of a profile's folder (`debug`, `release`).
    pub(crate) fn binary(&self, folder: &str) -> PathBuf {
        self.target
            .join(folder)
            .join(format!("aect{}", env::consts::EXE_SUFFIX))
    }
}

//! What must not be left behind when a task ends early: folders of temporary databases.
//!
//! Normal ends and panics clean up by `Drop`; this covers Ctrl-C. What a `kill -9` leaves is swept by the next run
//! (`postgres::sweep`).

use anyhow::Result;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::exit;
use std::sync::{Mutex, PoisonError};
use std::thread::sleep;
use std::time::Duration;

static FOLDERS: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());

/// Removes the registered folders when the terminal interrupts us. The children hear the same signal and stop
/// by themselves; a moment is left to them, so that they do not write into a folder that is going.
pub(crate) fn on_interrupt() -> Result<()> {
    ctrlc::set_handler(|| {
        sleep(Duration::from_millis(500));
        for folder in FOLDERS.lock().unwrap_or_else(PoisonError::into_inner).drain(..) {
            if let Err(error) = fs::remove_dir_all(&folder) {
                eprintln!("xtask: {} stays behind: {error}", folder.display());
            }
        }
        exit(130);
    })?;
    Ok(())
}

/// Registers a folder for removal on Ctrl-C.
pub(crate) fn remember(folder: &Path) {
    FOLDERS
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .push(folder.to_path_buf());
}

/// The folder's owner has removed it.
pub(crate) fn forget(folder: &Path) {
    FOLDERS
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .retain(|known| known != folder);
}

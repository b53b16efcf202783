//! The browser of the tests.

use std::env;
use std::path::PathBuf;

use crate::tools::on_path;

/// Chromium under one of its names; `AECT_CHROMIUM` names another.
pub(crate) fn chromium() -> Option<PathBuf> {
    if let Some(named) = env::var_os("AECT_CHROMIUM") {
        return Some(PathBuf::from(named)).filter(|path| path.is_file());
    }
    ["chromium", "chromium-browser", "google-chrome"]
        .into_iter()
        .find_map(on_path)
}

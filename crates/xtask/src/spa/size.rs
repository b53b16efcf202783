//! The size gate: what a visitor's browser fetches before the first page is usable.

use anyhow::{Context, Result, bail};
use std::fs;
use std::path::Path;

/// Bytes of brotli that all files to be usable may weigh together, at most.
const LIMIT: u64 = 300_000;
/// What one aims at.
const GOAL: u64 = 220_000;

/// Prints the size of each file that `index.html` loads, and fails above the limit.
pub(crate) fn check(pages: &Path) -> Result<()> {
    let page = fs::read_to_string(pages.join("index.html")).context("the pages are not built")?;
    let mut total = report(pages, "index.html")?;
    for name in loaded(&page) {
        total += report(pages, name)?;
    }
    println!("  {total:>7} B of brotli to be usable (goal {GOAL}, limit {LIMIT})");
    if total > LIMIT {
        bail!(
            "the pages weigh {total} B with brotli, {} too many",
            total - LIMIT
        );
    }
    Ok(())
}

/// The files that the page's links and scripts name; what an attribute `content` names is fetched later.
fn loaded(page: &str) -> impl Iterator<Item = &str> {
    ["href=\"/assets/", "src=\"/assets/"]
        .into_iter()
        .flat_map(|attribute| {
            page.split(attribute)
                .skip(1)
                .filter_map(|rest| rest.split('"').next())
        })
}

fn report(pages: &Path, name: &str) -> Result<u64> {
    let plain = if name == "index.html" {
        pages.join(name)
    } else {
        pages.join("assets").join(name)
    };
    let mut compressed = plain.as_os_str().to_owned();
    compressed.push(".br");
    // A file too small to be worth compressing is sent as it is.
    let size = fs::metadata(&compressed)
        .or_else(|_| fs::metadata(&plain))
        .with_context(|| format!("index.html names {name}, which is not there"))?
        .len();
    println!("  {size:>7} B  {name}");
    Ok(size)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_loaded_at_once_are_found() {
        let page =
            r#"<meta content="/assets/world.json"><link href="/assets/a.css"><script src="/assets/b.js">"#;
        assert_eq!(loaded(page).collect::<Vec<_>>(), ["a.css", "b.js"]);
    }
}

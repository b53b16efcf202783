//! The size gate: what a visitor's browser fetches before the first page is usable.

use anyhow::{Context, Result, bail};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Bytes of brotli that all files to be usable may weigh together, at most.
const LIMIT: u64 = 300_000;
/// The same for the parts that only those who sign in fetch (`frontend/src/parts.rs`). Above the 250 kB of the design: the
/// more parts there are, the more small pieces they share, and each is compressed alone; and the forms of ten kinds of
/// record, with their words in both languages, are one part.
const OWN_LIMITS: [(&str, u64); 4] = [
    ("member", 360_000),
    ("records", 255_000),
    ("editor", 432_000),
    ("animation", 385_000),
];
/// What one aims at.
const GOAL: u64 = 220_000;

/// Prints the size of each file that a page loads, and fails where those of one kind of page are above the limit.
pub(crate) fn check(pages: &Path) -> Result<()> {
    let page = fs::read_to_string(pages.join("index.html")).context("the pages are not built")?;
    let mut common = report(pages, "index.html")?;
    let mut parts = BTreeMap::from([("Accueil".to_owned(), Vec::new())]);
    for name in loaded(&page) {
        common += report(pages, name)?;
        if name.starts_with("start-") {
            parts.extend(parts_of(&fs::read_to_string(pages.join("assets").join(name))?)?);
        }
    }
    for (kind, files) in parts {
        let mut total = common;
        for file in &files {
            total += report(pages, file.trim_start_matches("/assets/"))?;
        }
        let own = OWN_LIMITS.iter().find(|(own, _)| *own == kind);
        let limit = own.map_or(LIMIT, |(_, limit)| *limit);
        println!("  {total:>7} B of brotli to be usable: {kind} (goal {GOAL}, limit {limit})");
        if total > limit {
            bail!("{kind}: {total} B with brotli, {} too many", total - limit);
        }
    }
    Ok(())
}

/// What `start.js` fetches for each kind of page.
fn parts_of(start: &str) -> Result<BTreeMap<String, Vec<String>>> {
    let list = start
        .split_once("const parts = ")
        .and_then(|(_, rest)| rest.split_once(";\n"))
        .context("start.js names no parts")?;
    Ok(serde_json::from_str(list.0)?)
}

/// The files that the page's links and scripts name; what an attribute `content` names is fetched later, and Apple's
/// icon only by who keeps the site on a telephone.
fn loaded(page: &str) -> impl Iterator<Item = &str> {
    let tags = page.split('<').filter(|tag| !tag.contains("apple-touch-icon"));
    tags.flat_map(|tag| {
        let attributes = ["href=\"/assets/", "src=\"/assets/"].into_iter();
        attributes.filter_map(|attribute| tag.split_once(attribute)?.1.split('"').next())
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
    fn the_parts_of_a_page_are_found() {
        let start = "// why\nconst parts = {\"map\":[\"/assets/m.wasm\"]};\nconst x = 1;\n";
        assert_eq!(parts_of(start).unwrap()["map"], ["/assets/m.wasm"]);
        assert!(parts_of("const x = 1;").is_err());
    }

    #[test]
    fn files_loaded_at_once_are_found() {
        let page = concat!(
            r#"<meta content="/assets/world.json"><link rel="apple-touch-icon" href="/assets/icon.png">"#,
            r#"<link href="/assets/a.css"><script src="/assets/b.js">"#
        );
        assert_eq!(loaded(page).collect::<Vec<_>>(), ["a.css", "b.js"]);
    }
}

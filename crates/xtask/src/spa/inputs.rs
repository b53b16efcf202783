//! Whether the pages must be built again.

use anyhow::Result;
use std::fs;
use std::path::Path;
use xxhash_rust::xxh3::Xxh3;

use super::{Options, Profile};
use crate::house::House;

/// Everything that the built pages depend on, this builder included.
const SOURCES: [&str; 9] = [
    "Cargo.toml",
    "Cargo.lock",
    "rust-toolchain.toml",
    "frontend",
    "crates/types",
    "crates/words",
    "crates/client",
    "crates/pages",
    "crates/xtask/src/spa",
];

/// One word for the content of all inputs.
pub(super) fn digest(house: &House, options: &Options) -> Result<String> {
    let mut digest = Xxh3::new();
    digest.update(if options.profile == Profile::Release {
        b"release\0"
    } else {
        b"dev\0"
    });
    digest.update(options.api_url.as_bytes());
    for source in SOURCES {
        add(&mut digest, &house.root.join(source))?;
    }
    Ok(format!("{:032x}", digest.digest128()))
}

fn add(digest: &mut Xxh3, path: &Path) -> Result<()> {
    if path.is_dir() {
        let mut entries = fs::read_dir(path)?
            .map(|entry| Ok(entry?.path()))
            .collect::<Result<Vec<_>>>()?;
        entries.sort();
        return entries.iter().try_for_each(|entry| add(digest, entry));
    }
    let content = fs::read(path)?;
    digest.update(path.as_os_str().as_encoded_bytes());
    digest.update(&content.len().to_le_bytes());
    digest.update(&content);
    Ok(())
}

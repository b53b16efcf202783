//! What lets the site be installed and read without a connection: its manifest and its service worker, which stand at
//! the root of the build under names that browsers know.

use anyhow::{Context, Result};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use xxhash_rust::xxh3::Xxh3;

use super::Profile;
use super::layout::{files, filled};

/// What the application is made of. Outlines of the maps and icons are kept when they are first asked for.
const KEPT_FIRST: [&str; 5] = ["css", "html", "js", "svg", "wasm"];

/// Where the service worker is. None in development: it would stand between a page and its newest state.
pub(super) fn worker(profile: Profile) -> &'static str {
    if profile == Profile::Release { "/sw.js" } else { "" }
}

/// One word for everything that a page is made of: the files placed so far, whose names say their content, and those that
/// are still to be filled.
pub(super) fn version(assets: &Path, frontend: &Path) -> Result<String> {
    let mut digest = Xxh3::new();
    for path in below(assets)? {
        digest.update(path.strip_prefix(assets)?.as_os_str().as_encoded_bytes());
    }
    for template in ["index.html", "start.js", "sw.js"] {
        digest.update(&fs::read(frontend.join(template))?);
    }
    Ok(format!("{:016x}", digest.digest()))
}

/// Writes manifest and service worker into `out`, whose assets are all there.
pub(super) fn write(
    frontend: &Path,
    style: &str,
    names: &mut BTreeMap<String, String>,
    profile: Profile,
    out: &Path,
) -> Result<()> {
    for colour in ["brand", "ground"] {
        names.insert(colour.to_owned(), token(style, colour)?.to_owned());
    }
    let manifest = "manifest.webmanifest";
    fs::write(out.join(manifest), filled(&frontend.join(manifest), names)?)?;
    if profile == Profile::Release {
        let kept = below(&out.join("assets"))?;
        let kept = kept
            .iter()
            .filter(|path| is_kept_first(path))
            .map(|path| Ok(format!("/{}", path.strip_prefix(out)?.display())));
        let kept = kept.collect::<Result<Vec<_>>>()?;
        names.insert("assets".to_owned(), serde_json::to_string(&kept)?);
        fs::write(out.join("sw.js"), filled(&frontend.join("sw.js"), names)?)?;
    }
    Ok(())
}

fn is_kept_first(path: &Path) -> bool {
    path.extension()
        .is_some_and(|extension| KEPT_FIRST.iter().any(|kept| extension == *kept))
}

/// The first value of a colour of the charter: the light one.
fn token<'a>(style: &'a str, name: &str) -> Result<&'a str> {
    style
        .split_once(&format!("--{name}: "))
        .and_then(|(_, rest)| rest.split_once(';'))
        .map(|(value, _)| value)
        .with_context(|| format!("the style has no colour --{name}"))
}

/// All files of a folder and of those in it, in one order.
fn below(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut all = files(folder)?;
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            all.extend(below(&path)?);
        }
    }
    all.sort();
    Ok(all)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_light_colour_is_taken() {
        let style = ":root {\n--brand: #0d5b5c;\n--brand-strong: #084244;\n}\n@media {\n--brand: #6fc3bb;\n}";
        assert_eq!(token(style, "brand").unwrap(), "#0d5b5c");
        assert!(token(style, "ground").is_err());
    }

    #[test]
    fn a_version_is_another_when_any_file_is() {
        let folder = tempfile::tempdir().unwrap();
        let [assets, frontend] = ["assets", "frontend"].map(|name| folder.path().join(name));
        fs::create_dir_all(assets.join("snippets")).unwrap();
        fs::create_dir(&frontend).unwrap();
        for template in ["index.html", "start.js", "sw.js"] {
            fs::write(frontend.join(template), template).unwrap();
        }
        let mut versions = vec![version(&assets, &frontend).unwrap()];
        fs::write(assets.join("snippets").join("a-1.js"), "").unwrap();
        versions.push(version(&assets, &frontend).unwrap());
        fs::write(frontend.join("sw.js"), "changed").unwrap();
        versions.push(version(&assets, &frontend).unwrap());
        versions.sort();
        versions.dedup();
        assert_eq!(versions.len(), 3);
    }
}

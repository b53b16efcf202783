//! The rules of `ARCHITECTURE.md` that a command can check.

use anyhow::{Context, Result, bail};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::house::House;
use crate::looks;
use crate::process::run_quietly;

/// A rule and how to see whether it holds.
type Invariant = (&'static str, fn(&House) -> Result<()>);

/// All of them.
pub(crate) const ALL: [Invariant; 8] = [
    (
        "types, words and pages know neither the web server nor the database",
        contract_is_light,
    ),
    ("the API's crate holds no SQL", api_without_sql),
    (
        "the application depends on types, words, pages and client only",
        pages_depend_on_the_contract,
    ),
    ("nothing heavy reaches the browser", browser_is_spared),
    ("migrations are mirrored", migrations_are_mirrored),
    ("the palette can be read, light and dark", looks::palette_is_read),
    (
        "the words of the pages are in the catalogue",
        looks::words_are_in_the_catalogue,
    ),
    ("versions with known faults are absent", versions_are_sound),
];

/// Longer files are hard to hold in the head.
const LONG: usize = 400;

fn contract_is_light(house: &House) -> Result<()> {
    for package in ["aect-types", "aect-words", "aect-pages"] {
        absent(
            house,
            package,
            &["actix-web", "actix-http", "diesel", "tantivy", "tokio"],
            &[],
        )?;
    }
    Ok(())
}

/// Names of what would weigh or does not belong; what the linker keeps of the rest, the size gate weighs.
fn browser_is_spared(house: &House) -> Result<()> {
    // Not `regex`: Leptos' own configuration reader names it, and the linker drops it; the size gate would tell.
    let heavy = ["chrono-tz", "tokio", "utoipa", "diesel", "actix-web", "tantivy"];
    absent(
        house,
        "aect-frontend",
        &heavy,
        &["--target=wasm32-unknown-unknown"],
    )
}

/// Fails when one of the crates is among the dependencies that a package links.
fn absent(house: &House, package: &str, forbidden: &[&str], arguments: &[&str]) -> Result<()> {
    let tree = run_quietly(
        house
            .cargo()
            .args([
                "tree",
                "--edges=normal,no-proc-macro",
                "--prefix=none",
                "--format={lib}",
                "--package",
                package,
            ])
            .args(arguments),
    )?;
    let linked: BTreeSet<String> = tree.lines().map(|line| line.trim().replace('_', "-")).collect();
    match forbidden
        .iter()
        .find(|name| linked.contains(&name.replace('_', "-")))
    {
        Some(name) => bail!("{package} links {name}: cargo tree --package {package} --invert {name}"),
        None => Ok(()),
    }
}

fn api_without_sql(house: &House) -> Result<()> {
    let manifest = manifest(&house.root.join("crates/api"))?;
    if dependencies(&manifest).any(|name| name.starts_with("diesel") || name == "rusqlite") {
        bail!("crates/api/Cargo.toml depends on a database's library");
    }
    for path in sources(&house.root.join("crates/api/src"))? {
        let text = fs::read_to_string(&path)?;
        if let Some(line) = text
            .lines()
            .find(|line| line.contains("use diesel") || line.contains("diesel::"))
        {
            bail!("{}: {line}", path.display());
        }
    }
    Ok(())
}

fn pages_depend_on_the_contract(house: &House) -> Result<()> {
    let allowed = ["aect-types", "aect-words", "aect-pages", "aect-client"];
    let manifest = manifest(&house.root.join("frontend"))?;
    match dependencies(&manifest).find(|name| name.starts_with("aect-") && !allowed.contains(name)) {
        Some(name) => bail!("frontend depends on {name}"),
        None => Ok(()),
    }
}

fn migrations_are_mirrored(house: &House) -> Result<()> {
    let [sqlite, postgresql] = ["sqlite", "postgresql"].map(|engine| migrations(&house.root, engine));
    let (sqlite, postgresql) = (sqlite?, postgresql?);
    if sqlite.is_empty() {
        bail!("there is no migration");
    }
    match sqlite.symmetric_difference(&postgresql).next() {
        Some(name) => bail!("{name} exists for one engine only"),
        None => Ok(()),
    }
}

/// The migrations of an engine; each must hold both ways.
fn migrations(root: &Path, engine: &str) -> Result<BTreeSet<String>> {
    let folder = root.join("migrations").join(engine);
    let mut names = BTreeSet::new();
    for entry in fs::read_dir(&folder).with_context(|| format!("cannot read {}", folder.display()))? {
        let entry = entry?;
        for file in ["up.sql", "down.sql"] {
            let path = entry.path().join(file);
            if !path.is_file() {
                bail!("{} is missing", path.display());
            }
        }
        names.insert(entry.file_name().to_string_lossy().into_owned());
    }
    Ok(names)
}

/// Held by hand, since the advisory database may be out of reach: a crate, the first version that may be used, why.
const SOUND: [(&str, [u64; 3], &str); 4] = [
    (
        "libsqlite3-sys",
        [0, 38, 2],
        "SQLite 3.53.2: older ones may lose commits when the WAL is reset",
    ),
    (
        "actix-web",
        [4, 18, 0],
        "RUSTSEC-2026-0447 needs what 4.18 refuses",
    ),
    (
        "jsonwebtoken",
        [10, 3, 0],
        "older ones accept tokens whose algorithm they should refuse",
    ),
    ("leptos", [0, 8, 0], "0.9 is a release candidate"),
];

/// Crates that shall not come in by whatever way: a second TLS library, heavy or unkept ones.
const UNWANTED: [&str; 4] = ["openssl-sys", "native-tls", "validator", "wee_alloc"];

fn versions_are_sound(house: &House) -> Result<()> {
    let lock: toml::Table = fs::read_to_string(house.root.join("Cargo.lock"))?.parse()?;
    let packages = lock
        .get("package")
        .and_then(toml::Value::as_array)
        .context("Cargo.lock holds no packages")?;
    for package in packages {
        let text = |key| package.get(key).and_then(toml::Value::as_str).unwrap_or_default();
        let (name, version) = (text("name"), text("version"));
        if UNWANTED.contains(&name) {
            bail!("{name} {version} is in Cargo.lock");
        }
        let fault = SOUND
            .iter()
            .find(|(crate_name, least, _)| *crate_name == name && triple(version) < *least);
        if let Some((_, least, why)) = fault {
            bail!("{name} {version}: at least {least:?} ({why})");
        }
    }
    compression_is_ours(house)
}

/// actix-web's own decompression of request bodies is the faulty part of RUSTSEC-2026-0447.
fn compression_is_ours(house: &House) -> Result<()> {
    let features = run_quietly(house.cargo().args([
        "tree",
        "--edges=normal",
        "--prefix=none",
        "--format={p} {f}",
        "--package=aect-api",
    ]))?;
    match features
        .lines()
        .find(|line| line.starts_with("actix-") && line.contains("compress"))
    {
        Some(line) => bail!("a feature that decompresses requests is on: {line}"),
        None => Ok(()),
    }
}

fn triple(version: &str) -> [u64; 3] {
    let mut numbers = version
        .split(['.', '-', '+'])
        .map(|part| part.parse().unwrap_or_default());
    [(); 3].map(|()| numbers.next().unwrap_or_default())
}

fn manifest(folder: &Path) -> Result<toml::Table> {
    Ok(fs::read_to_string(folder.join("Cargo.toml"))?.parse()?)
}

fn dependencies(manifest: &toml::Table) -> impl Iterator<Item = &str> {
    let table = manifest.get("dependencies").and_then(toml::Value::as_table);
    table
        .into_iter()
        .flat_map(|table| table.keys().map(String::as_str))
}

/// Names the files that have grown too long; a warning, since some tables are long by nature.
pub(crate) fn warn_of_long_files(house: &House) {
    for folder in ["crates", "frontend/src", "tests"] {
        for path in sources(&house.root.join(folder)).unwrap_or_default() {
            let lines = fs::read_to_string(&path)
                .map(|text| text.lines().count())
                .unwrap_or_default();
            if lines > LONG {
                println!(
                    "warning: {} has {lines} lines",
                    path.strip_prefix(&house.root).unwrap_or(&path).display()
                );
            }
        }
    }
}

/// All Rust files below a folder.
pub(crate) fn sources(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() && !path.ends_with("node_modules") {
            found.extend(sources(&path)?);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_compare_by_number() {
        assert!(triple("4.9.0") < [4, 18, 0]);
        assert_eq!(triple("1.2.3-rc.1+build"), [1, 2, 3]);
    }
}

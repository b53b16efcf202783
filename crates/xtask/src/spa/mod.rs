//! The pages as files that any static host can serve: WASM and its module, style, assets, `index.html`.
//!
//! Everything but `index.html`, the manifest and the service worker bears a digest of its content in its name and may be
//! cached for ever; a compressed copy stands beside each file, made once here rather than at each answer.

mod compress;
mod cut;
mod inputs;
mod layout;
mod offline;
pub(crate) mod size;

use anyhow::{Context, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};
use wasm_bindgen_cli_support::Bindgen;

use crate::house::House;
use crate::process::run;
use crate::tools;

/// The API on the pages' own host.
pub(crate) const DEFAULT_API: &str = "";

/// The stamp of the inputs that a built folder was made of.
const STAMP: &str = ".inputs";

/// How the pages are built.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Profile {
    /// As small as can be, compressed to the limit.
    Release,
    /// As quickly as can be, reloading by itself.
    Dev,
}

/// What to build and where to.
pub(crate) struct Options {
    pub(crate) profile: Profile,
    /// The site of the API, written into `index.html`.
    pub(crate) api_url: String,
    pub(crate) out: PathBuf,
}

/// Builds the pages into `options.out`, unless they are there already.
pub(crate) fn build(house: &House, options: &Options) -> Result<()> {
    let stamp = inputs::digest(house, options)?;
    if fs::read_to_string(options.out.join(STAMP)).is_ok_and(|known| known == stamp) {
        println!("pages: up to date in {}", options.out.display());
        return Ok(());
    }
    println!("pages: building");
    let wasm = compile(house, options.profile)?;
    // Made beside and moved at the end: a server reading the folder never sees half of it.
    let fresh = options.out.with_extension("new");
    remove(&fresh)?;
    let bound = options.out.with_extension("bindgen");
    remove(&bound)?;
    let parts = cut::cut(&wasm, &bound)?;
    bind(&parts.first, &bound, options.profile)?;
    layout::write(
        &layout::Sources {
            frontend: &house.root.join("frontend"),
            bound: &bound,
            parts: &parts,
        },
        options,
        &fresh,
    )?;
    compress::beside_each(&fresh, options.profile)?;
    fs::write(fresh.join(STAMP), stamp)?;
    remove(&bound)?;
    remove(&options.out)?;
    fs::rename(&fresh, &options.out)?;
    println!("pages: in {}", options.out.display());
    Ok(())
}

fn compile(house: &House, profile: Profile) -> Result<PathBuf> {
    tools::ensure_wasm_target(house)?;
    let (name, folder) = match profile {
        Profile::Release => ("wasm-release", "wasm-release"),
        Profile::Dev => ("dev", "debug"),
    };
    // The relocations tell the cutter who uses what; they are not in the parts.
    run(house
        .cargo()
        .args(["build", "--quiet", "--package=aect-frontend"])
        .args(["--target=wasm32-unknown-unknown", "--profile", name])
        .args([
            "--config",
            "target.wasm32-unknown-unknown.rustflags=['-Clink-arg=--emit-relocs']",
        ]))?;
    Ok(house
        .target
        .join("wasm32-unknown-unknown")
        .join(folder)
        .join("aect-frontend.wasm"))
}

/// What the wasm-bindgen program does with the part that starts, as a library of exactly the version that the pages
/// link.
fn bind(first: &Path, out: &Path, profile: Profile) -> Result<()> {
    let release = profile == Profile::Release;
    Bindgen::new()
        .input_path(first)
        .web(true)?
        .typescript(false)
        .out_name("app")
        // The page says where the module is: its name is not known here.
        .omit_default_module_path(true)
        // The other parts call it by these.
        .keep_lld_exports(true)
        .remove_name_section(release)
        .remove_producers_section(release)
        .generate(out)
        .with_context(|| format!("wasm-bindgen refuses {}", first.display()))
}

fn remove(folder: &Path) -> Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            bail!("cannot remove {}: {error}", folder.display())
        }
        _ => Ok(()),
    }
}

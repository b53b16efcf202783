//! The module of the pages in parts: one that starts, and one for each kind of page (`frontend/src/parts.rs`).

use anyhow::{Context, Result, anyhow};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// What the first part is called while wasm-bindgen works on it.
const FIRST: &str = "first.wasm";
/// The JavaScript that fetches the others.
pub(super) const LOADER: &str = "parts.js";
/// The JavaScript of the first part.
pub(super) const APP: &str = "app.js";

/// A module that was cut.
pub(super) struct Parts {
    /// The part that starts, still to be bound.
    pub(super) first: PathBuf,
    /// For each split point the files that its pages need, without their extension.
    pub(super) needed: BTreeMap<String, Vec<String>>,
}

/// Cuts a module at its split points into a folder.
pub(super) fn cut(module: &Path, out: &Path) -> Result<Parts> {
    fs::create_dir_all(out)?;
    let whole = fs::read(module).with_context(|| format!("cannot read {}", module.display()))?;
    let first = out.join(FIRST);
    let mut options = wasm_split_cli_support::Options::new(&whole);
    options.output_dir = out;
    options.main_out_path = &first;
    let (app, loader) = (format!("./{APP}"), format!("./{LOADER}"));
    options.main_module = &app;
    options.link_name = &loader;
    let split = wasm_split_cli_support::transform(options)
        .map_err(|error| anyhow!("{} cannot be cut: {error:#}", module.display()))?;
    for part in &split.split_modules {
        let bytes = fs::read(part)?;
        fs::write(
            part,
            without_names(&bytes).context("a part is not a WASM module")?,
        )?;
    }
    Ok(Parts {
        first,
        needed: split.prefetch_map.into_iter().collect(),
    })
}

/// The same module without its custom sections (names of functions, relocations): nobody reads them in a browser.
fn without_names(module: &[u8]) -> Option<Vec<u8>> {
    const HEADER: usize = 8;
    const CUSTOM: u8 = 0;
    let (header, mut rest) = module.split_at_checked(HEADER)?;
    let mut kept = header.to_vec();
    while let Some((id, after)) = rest.split_first() {
        let (size, after) = leb128(after)?;
        let (_, next) = after.split_at_checked(size)?;
        let section = rest.get(..rest.len().checked_sub(next.len())?)?;
        if *id != CUSTOM {
            kept.extend_from_slice(section);
        }
        rest = next;
    }
    Some(kept)
}

/// An unsigned number of variable length (WebAssembly 5.2.2), and what stands behind it.
fn leb128(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let length = bytes.iter().position(|byte| byte & 0x80 == 0)? + 1;
    let (digits, rest) = bytes.split_at_checked(length)?;
    let number = digits.iter().rev().try_fold(0_usize, |number, byte| {
        number.checked_mul(128)?.checked_add(usize::from(byte & 0x7f))
    })?;
    Some((number, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn custom_sections_are_left_out() {
        let header = b"\0asm\x01\0\0\0";
        let custom = [0, 3, 1, b'n', 7];
        let types = [1, 1, 0];
        let module = [header.as_slice(), &custom, &types, &custom].concat();
        assert_eq!(
            without_names(&module).unwrap(),
            [header.as_slice(), &types].concat()
        );
        assert_eq!(without_names(&module[..module.len() - 1]), None);
    }

    #[test]
    fn long_numbers_are_read() {
        assert_eq!(leb128(&[0xe5, 0x8e, 0x26, 9]), Some((624_485, [9].as_slice())));
        assert_eq!(leb128(&[0x80]), None);
    }
}

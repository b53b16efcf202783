//! The compressed copies beside the files.

use anyhow::Result;
use flate2::write::GzEncoder;
use std::fs;
use std::io::Write;
use std::path::Path;

use super::Profile;

/// Below this, the headers weigh more than what is gained.
const SMALLEST: usize = 200;

/// Already compressed, or never asked for by a browser.
const LEFT_ALONE: [&str; 7] = ["br", "gz", "png", "jpg", "webp", "woff2", "inputs"];

/// Writes `.br` and `.gz` beside each file where they are smaller than it.
pub(super) fn beside_each(folder: &Path, profile: Profile) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            beside_each(&path, profile)?;
        } else if !path
            .extension()
            .is_some_and(|extension| LEFT_ALONE.iter().any(|left| extension == *left))
        {
            compress(&path, profile)?;
        }
    }
    Ok(())
}

fn compress(path: &Path, profile: Profile) -> Result<()> {
    let content = fs::read(path)?;
    if content.len() < SMALLEST {
        return Ok(());
    }
    for (extension, compressed) in [
        ("br", brotli(&content, profile)?),
        ("gz", gzip(&content, profile)?),
    ] {
        if compressed.len() < content.len() {
            let mut name = path.as_os_str().to_owned();
            name.push(".");
            name.push(extension);
            fs::write(name, compressed)?;
        }
    }
    Ok(())
}

/// Brotli at the quality for which a build may take its time.
pub(super) fn brotli(content: &[u8], profile: Profile) -> Result<Vec<u8>> {
    let quality = if profile == Profile::Release { 11 } else { 1 };
    let parameters = brotli::enc::BrotliEncoderParams {
        quality,
        lgwin: 22,
        ..brotli::enc::BrotliEncoderParams::default()
    };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &*content, &mut compressed, &parameters)?;
    Ok(compressed)
}

fn gzip(content: &[u8], profile: Profile) -> Result<Vec<u8>> {
    let level = if profile == Profile::Release {
        flate2::Compression::best()
    } else {
        flate2::Compression::fast()
    };
    let mut encoder = GzEncoder::new(Vec::new(), level);
    encoder.write_all(content)?;
    Ok(encoder.finish()?)
}

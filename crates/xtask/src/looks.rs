//! What the pages look like and say, as far as a command can judge it: contrasts of the palette, words in the catalogue.

use anyhow::{Context, Result, bail, ensure};
use std::collections::BTreeMap;
use std::fs;

use crate::house::House;
use crate::invariants::sources;

/// Ink on ground, by the names of their tokens: all are text, so 4.5 to 1 (WCAG 2.2, 1.4.3).
const READ: [(&str, &str); 22] = [
    ("ink", "ground"),
    ("ink", "surface"),
    ("ink", "surface-2"),
    ("ink", "brand-soft"),
    ("ink", "accent-soft"),
    ("ink", "error-soft"),
    ("ink-2", "ground"),
    ("ink-2", "surface"),
    ("ink-2", "surface-2"),
    ("brand", "ground"),
    ("brand", "surface"),
    ("brand-strong", "brand-soft"),
    ("on-brand", "brand"),
    ("link", "ground"),
    ("link", "surface"),
    ("accent", "ground"),
    ("accent", "surface"),
    ("error", "error-soft"),
    ("alive", "alive-soft"),
    ("coming", "coming-soft"),
    ("slow", "slow-soft"),
    ("alive", "ground"),
];
const LEAST: f64 = 4.5;

/// Fails where a colour cannot be read on its ground, in light or dark.
pub(crate) fn palette_is_read(house: &House) -> Result<()> {
    let sheet = fs::read_to_string(house.root.join("frontend/style/0-tokens.css"))?;
    let (light, dark) = sheet
        .split_once("prefers-color-scheme: dark")
        .context("the tokens have no dark palette")?;
    let light = colours(light);
    let mut whole_dark = light.clone();
    whole_dark.extend(colours(dark));
    for (scheme, palette) in [("light", light), ("dark", whole_dark)] {
        for (ink, ground) in READ {
            let of = |name: &str| palette.get(name).with_context(|| format!("no token --{name}"));
            let found = contrast(*of(ink)?, *of(ground)?);
            ensure!(
                found >= LEAST,
                "{scheme}: --{ink} on --{ground} has a contrast of {found:.2}"
            );
        }
    }
    Ok(())
}

/// The colours of a style sheet's custom properties that are written `#rrggbb`.
fn colours(sheet: &str) -> BTreeMap<&str, [u8; 3]> {
    sheet
        .split(';')
        .filter_map(|declaration| {
            let (name, value) = declaration.trim().rsplit_once("--")?.1.split_once(':')?;
            let digits = value
                .trim()
                .strip_prefix('#')
                .filter(|digits| digits.len() == 6)?;
            let part = |at: usize| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
            Some((name, [part(0)?, part(2)?, part(4)?]))
        })
        .collect()
}

/// The contrast of two colours (WCAG 2.2, «contrast ratio»).
fn contrast(one: [u8; 3], other: [u8; 3]) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// The relative luminance of an sRGB colour.
fn luminance(colour: [u8; 3]) -> f64 {
    let [red, green, blue] = colour.map(|part| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 {
            part / 12.92
        } else {
            ((part + 0.055) / 1.055).powf(2.4)
        }
    });
    0.0722_f64.mul_add(blue, 0.2126_f64.mul_add(red, 0.7152 * green))
}

/// Fails on words of a language in the code of the pages: they belong into `crates/words`, in both.
pub(crate) fn words_are_in_the_catalogue(house: &House) -> Result<()> {
    for folder in ["crates/pages/src", "frontend/src"] {
        for path in sources(&house.root.join(folder))? {
            let text = fs::read_to_string(&path)?;
            let code = text.split("#[cfg(test)]").next().unwrap_or_default();
            for (rank, line) in code.lines().enumerate() {
                if let Some(words) = literals(line).into_iter().find(|literal| speaks(literal)) {
                    bail!(
                        "{}:{}: «{words}» is not in the catalogue",
                        path.display(),
                        rank + 1
                    );
                }
            }
        }
    }
    Ok(())
}

/// The texts between quotation marks of a line of code, without comments, attributes and reasons.
fn literals(line: &str) -> Vec<&str> {
    let code = line.trim_start();
    let silent = ["//", "#[", "#![", "reason =", "debug_assert"];
    if silent.iter().any(|mark| code.starts_with(mark)) || code.contains("expect(\"") {
        return Vec::new();
    }
    code.split('"').skip(1).step_by(2).collect()
}

/// Whether a text is a sentence or word of a language rather than a name of the code's.
fn speaks(literal: &str) -> bool {
    let foreign = |letter: char| letter.is_alphabetic() && !letter.is_ascii();
    let sentence = || {
        let mut words = literal.split(' ').map(|word| word.trim_matches(['.', ',', ':']));
        let first = words.next().unwrap_or_default();
        let plain = |word: &str| word.len() > 1 && word.chars().all(|letter| letter.is_ascii_lowercase());
        first.starts_with(|letter: char| letter.is_ascii_uppercase()) && words.next().is_some_and(plain)
    };
    literal.contains(foreign) || sentence()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrasts_are_those_of_the_standard() {
        assert!((contrast([0; 3], [255; 3]) - 21.0).abs() < 1e-9);
        assert!((contrast([0x76; 3], [255; 3]) - 4.54).abs() < 0.01);
    }

    #[test]
    fn colours_are_read_by_their_names() {
        let found = colours(":root { --font: system-ui; --ink: #1c2b2d; --line:#d9d5c8; }");
        assert_eq!(found["ink"], [0x1c, 0x2b, 0x2d]);
        assert_eq!(found.len(), 2);
    }

    #[test]
    fn words_are_told_from_names() {
        assert!(speaks("Nothing found"));
        assert!(speaks("état"));
        for name in [
            "map-filters",
            "GET",
            "prefers-color-scheme: dark",
            "M8 20h24M20 8c",
            "{} ({})",
        ] {
            assert!(!speaks(name), "{name}");
        }
        assert!(literals("// «Nothing found»: \"Nothing found\"").is_empty());
        assert_eq!(literals("told(\"p\", \"Nothing found\")"), ["p", "Nothing found"]);
    }
}

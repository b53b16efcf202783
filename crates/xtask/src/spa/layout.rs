//! Names and places of the files, and the page that refers to them.

use anyhow::{Context, Result, bail};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use xxhash_rust::xxh3::xxh3_64;

use super::{Options, Profile};

/// What the folder is made of.
pub(super) struct Sources<'a> {
    /// `index.html`, `start.js`, `style/`, `assets/`.
    pub(super) frontend: &'a Path,
    /// What wasm-bindgen wrote.
    pub(super) bound: &'a Path,
}

/// Reloads the page when it was built anew; in development only.
const RELOAD: &str = r#"const stamp = async () => {
  try {
    const answer = await fetch("/assets/built.txt", { cache: "no-store" });
    return answer.ok ? await answer.text() : null;
  } catch {
    return null; // the server restarts
  }
};
const known = await stamp();
setInterval(async () => {
  const now = await stamp();
  if (now && now !== known) location.reload();
}, 500);
"#;

/// Writes the folder.
pub(super) fn write(sources: &Sources<'_>, options: &Options, out: &Path) -> Result<()> {
    let assets = out.join("assets");
    fs::create_dir_all(&assets)?;
    let mut names = BTreeMap::from([("api".to_owned(), options.api_url.clone())]);
    let mut keep = |placeholder: &str, stem: &str, extension: &str, content: &[u8]| -> Result<()> {
        let name = format!("{stem}-{:016x}.{extension}", xxh3_64(content));
        fs::write(assets.join(&name), content)?;
        names.insert(placeholder.to_owned(), format!("/assets/{name}"));
        Ok(())
    };
    keep(
        "css",
        "app",
        "css",
        style(&sources.frontend.join("style"))?.as_bytes(),
    )?;
    keep("js", "app", "js", &fs::read(sources.bound.join("app.js"))?)?;
    keep(
        "wasm",
        "app",
        "wasm",
        &fs::read(sources.bound.join("app_bg.wasm"))?,
    )?;
    keep(
        "start",
        "start",
        "js",
        &fs::read(sources.frontend.join("start.js"))?,
    )?;
    for path in files(&sources.frontend.join("assets"))? {
        let (Some(stem), Some(extension)) = (path.file_stem(), path.extension()) else {
            continue;
        };
        let (stem, extension) = (stem.to_string_lossy(), extension.to_string_lossy());
        // What made an asset stands beside it and stays at home.
        if extension != "py" {
            keep(&stem, &stem, &extension, &fs::read(&path)?)?;
        }
    }
    // Pieces of JavaScript that a crate brings; their folder's name already holds a digest.
    copy_folder(&sources.bound.join("snippets"), &assets.join("snippets"))?;
    let mut page = fill(&fs::read_to_string(sources.frontend.join("index.html"))?, &names)?;
    if options.profile == Profile::Dev {
        fs::write(assets.join("reload.js"), RELOAD)?;
        fs::write(assets.join("built.txt"), page_stamp()?)?;
        page = page.replace(
            "</head>",
            "<script type=\"module\" src=\"/assets/reload.js\"></script>\n</head>",
        );
    }
    fs::write(out.join("index.html"), page)?;
    Ok(())
}

fn page_stamp() -> Result<String> {
    Ok(std::time::SystemTime::now()
        .duration_since(std::time::UNIX_EPOCH)?
        .as_millis()
        .to_string())
}

/// The page with its placeholders replaced; one that nobody fills is a mistake, not a text.
fn fill(template: &str, names: &BTreeMap<String, String>) -> Result<String> {
    let mut page = String::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once("{{") {
        let (name, after) = after
            .split_once("}}")
            .context("index.html: a placeholder without its end")?;
        let Some(value) = names.get(name) else {
            bail!("index.html: nothing fills {{{{{name}}}}}")
        };
        page.push_str(before);
        page.push_str(value);
        rest = after;
    }
    page.push_str(rest);
    Ok(page)
}

/// All style sheets in the order of their names, as one.
fn style(folder: &Path) -> Result<String> {
    let mut all = String::new();
    for path in files(folder)? {
        if path.extension().is_some_and(|extension| extension == "css") {
            all.push_str(&without_comments(&fs::read_to_string(&path)?));
        }
    }
    Ok(all)
}

/// A style sheet without its comments, indentation and empty lines; brotli does the rest of the work.
fn without_comments(sheet: &str) -> String {
    let mut kept = String::new();
    let mut rest = sheet;
    while let Some((before, after)) = rest.split_once("/*") {
        kept.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    kept.push_str(rest);
    kept.lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .flat_map(|line| [line, "\n"])
        .collect()
}

/// The files of one folder, without those of its folders, in the order of their names.
fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    let mut files = entries
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<Vec<_>>>()?;
    files.retain(|path| path.is_file());
    files.sort();
    Ok(files)
}

fn copy_folder(from: &Path, to: &Path) -> Result<()> {
    if !from.is_dir() {
        return Ok(());
    }
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy_folder(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_are_filled() {
        let names = BTreeMap::from([("js".to_owned(), "/assets/app-1.js".to_owned())]);
        assert_eq!(
            fill("<link href=\"{{js}}\">", &names).unwrap(),
            "<link href=\"/assets/app-1.js\">"
        );
    }

    #[test]
    fn a_placeholder_that_nothing_fills_is_refused() {
        let error = fill("<link href=\"{{css}}\">", &BTreeMap::new()).unwrap_err();
        assert!(error.to_string().contains("{{css}}"), "{error}");
    }

    #[test]
    fn style_keeps_its_rules_only() {
        assert_eq!(
            without_comments("/* why */\na {\n  color: red; /* so */\n}\n\n"),
            "a {\ncolor: red;\n}\n"
        );
    }
}

//! Names and places of the files, and the page that refers to them.

use anyhow::{Context, Result, bail};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use xxhash_rust::xxh3::xxh3_64;

use super::cut::{APP, LOADER, Parts};
use super::{Options, Profile, offline};
use aect_types::site::{self, LIBRARY, MemberPage, OWN_LISTS, SECTIONS};

/// What the folder is made of.
pub(super) struct Sources<'a> {
    /// `index.html`, `start.js`, `style/`, `assets/`.
    pub(super) frontend: &'a Path,
    /// What wasm-bindgen wrote.
    pub(super) bound: &'a Path,
    /// Which pages need which parts.
    pub(super) parts: &'a Parts,
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

/// The files placed so far, and where each is.
struct Placed {
    assets: PathBuf,
    names: BTreeMap<String, String>,
}

impl Placed {
    /// Places a file under a name that bears its digest.
    fn keep(&mut self, placeholder: &str, stem: &str, extension: &str, content: &[u8]) -> Result<()> {
        let name = hashed(stem, extension, content);
        fs::write(self.assets.join(&name), content)?;
        self.names
            .insert(placeholder.to_owned(), format!("/assets/{name}"));
        Ok(())
    }

    /// Places the module's parts and their JavaScript, whose files name each other.
    fn keep_module(&mut self, sources: &Sources<'_>) -> Result<()> {
        let bound = sources.bound;
        self.keep("wasm", "app", "wasm", &fs::read(bound.join("app_bg.wasm"))?)?;
        let mut loader = fs::read_to_string(bound.join(LOADER))?;
        let mut needed: BTreeMap<&str, Vec<String>> = BTreeMap::new();
        for (point, stems) in &sources.parts.needed {
            for stem in stems {
                let content = fs::read(bound.join(stem).with_extension("wasm"))?;
                let name = hashed(stem, "wasm", &content);
                loader = loader.replace(&format!("./{stem}.wasm"), &format!("./{name}"));
                fs::write(self.assets.join(&name), content)?;
                needed.entry(point).or_default().push(format!("/assets/{name}"));
            }
        }
        self.names
            .insert("parts".to_owned(), serde_json::to_string(&needed)?);
        // One digest for both: a change in either must not leave the other in a cache.
        let app = fs::read_to_string(bound.join(APP))?;
        let digest = format!("{:016x}", xxh3_64([app.as_str(), &loader].concat().as_bytes()));
        let [app_name, loader_name] = [APP, LOADER].map(|name| name.replace(".js", &format!("-{digest}.js")));
        // Where they import from; the module's own table of imports keeps the names it was cut with.
        let refer = |text: &str| {
            text.replace(&format!("from \"./{APP}\""), &format!("from \"./{app_name}\""))
                .replace(
                    &format!("from \"./{LOADER}\""),
                    &format!("from \"./{loader_name}\""),
                )
        };
        fs::write(self.assets.join(&app_name), refer(&app))?;
        fs::write(self.assets.join(&loader_name), refer(&loader))?;
        self.names.insert("js".to_owned(), format!("/assets/{app_name}"));
        self.names
            .insert("loader".to_owned(), format!("/assets/{loader_name}"));
        Ok(())
    }
}

fn hashed(stem: &str, extension: &str, content: &[u8]) -> String {
    format!("{stem}-{:016x}.{extension}", xxh3_64(content))
}

/// Writes the folder.
pub(super) fn write(sources: &Sources<'_>, options: &Options, out: &Path) -> Result<()> {
    let mut placed = Placed {
        assets: out.join("assets"),
        names: BTreeMap::from([("api".to_owned(), options.api_url.clone())]),
    };
    fs::create_dir_all(&placed.assets)?;
    let style = style(&sources.frontend.join("style"))?;
    placed.keep("css", "app", "css", style.as_bytes())?;
    placed.keep_module(sources)?;
    for path in files(&sources.frontend.join("assets"))? {
        let (Some(stem), Some(extension)) = (path.file_stem(), path.extension()) else {
            continue;
        };
        let (stem, extension) = (stem.to_string_lossy(), extension.to_string_lossy());
        // What made an asset stands beside it and stays at home.
        if extension != "py" {
            placed.keep(&stem, &stem, &extension, &fs::read(&path)?)?;
        }
    }
    // Pieces of JavaScript that a crate brings; their folder's name already holds a digest.
    copy_folder(&sources.bound.join("snippets"), &placed.assets.join("snippets"))?;
    let (lists, shelves): (Vec<_>, Vec<_>) = SECTIONS
        .into_iter()
        .partition(|(_, resource)| OWN_LISTS.contains(resource));
    let [lists, shelves] =
        [lists, shelves].map(|sections| sections.into_iter().map(|(path, _)| path).collect::<Vec<_>>());
    let library = LIBRARY.map(|resource| site::section(resource).unwrap_or_default());
    let animation = MemberPage::ANIMATION.map(MemberPage::path);
    let own: Vec<&str> = MemberPage::ALL
        .map(MemberPage::path)
        .into_iter()
        .filter(|path| !animation.contains(path))
        .collect();
    let version = offline::version(&placed.assets, sources.frontend)?;
    placed.names.extend([
        ("lists".to_owned(), serde_json::to_string(&lists)?),
        ("shelves".to_owned(), serde_json::to_string(&shelves)?),
        ("own".to_owned(), serde_json::to_string(&own)?),
        ("library".to_owned(), serde_json::to_string(&library)?),
        ("animation".to_owned(), serde_json::to_string(&animation)?),
        ("version".to_owned(), version),
        ("worker".to_owned(), offline::worker(options.profile).to_owned()),
    ]);
    let start = filled(&sources.frontend.join("start.js"), &placed.names)?;
    placed.keep("start", "start", "js", start.as_bytes())?;
    let mut page = filled(&sources.frontend.join("index.html"), &placed.names)?;
    placed.keep("shell", "shell", "html", page.as_bytes())?;
    offline::write(sources.frontend, &style, &mut placed.names, options.profile, out)?;
    if options.profile == Profile::Dev {
        fs::write(placed.assets.join("reload.js"), RELOAD)?;
        fs::write(placed.assets.join("built.txt"), page_stamp()?)?;
        page = page.replace(
            "</head>",
            "<script type=\"module\" src=\"/assets/reload.js\"></script>\n</head>",
        );
    }
    fs::write(out.join("index.html"), page)?;
    Ok(())
}

/// A file with its placeholders replaced.
pub(super) fn filled(path: &Path, names: &BTreeMap<String, String>) -> Result<String> {
    let template = fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    fill(&template, names).with_context(|| format!("{} cannot be filled", path.display()))
}

fn page_stamp() -> Result<String> {
    Ok(std::time::SystemTime::now()
        .duration_since(std::time::UNIX_EPOCH)?
        .as_millis()
        .to_string())
}

/// A text with its placeholders replaced; one that nobody fills is a mistake, not a text.
fn fill(template: &str, names: &BTreeMap<String, String>) -> Result<String> {
    let mut page = String::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once("{{") {
        let (name, after) = after.split_once("}}").context("a placeholder without its end")?;
        let Some(value) = names.get(name) else {
            bail!("nothing fills {{{{{name}}}}}")
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
pub(super) fn files(folder: &Path) -> Result<Vec<PathBuf>> {
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

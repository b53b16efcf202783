//! The addresses that the benchmark asks for, by kind of question.

use aect_db::{Db, renditions};
use aect_types::{Resource, Uuid, Visibility};
use anyhow::Result;
use fastrand::Rng;
use std::fs;
use std::path::Path;

use crate::known::Known;

const SORTS: [&str; 4] = ["-updated_at", "name", "start", "-start"];

/// Writes `records.txt`, `lists.txt`, `faceted.txt`, `searches.txt`, `worst.txt`: each address once, in an order drawn by lot.
pub(crate) fn write(folder: &Path, db: &Db, known: &Known) -> Result<()> {
    fs::create_dir_all(folder)?;
    let mut rng = Rng::with_seed(2);
    let mut keep = |name: &str, mut lines: Vec<String>| {
        rng.shuffle(&mut lines);
        fs::write(folder.join(name), lines.join("\n"))
    };
    keep("records.txt", records(db)?)?;
    // The pair with by far the most projects in common, by Zipf's law.
    if let (Some(theme), Some(country)) = (known.themes.first(), known.countries.first()) {
        keep(
            "worst.txt",
            vec![format!("theme={}&country={country}&sort=start&", theme.slug)],
        )?;
    }
    let mut lists = Vec::new();
    for theme in &known.themes {
        for country in &known.countries {
            for sort in SORTS {
                let theme = &theme.slug;
                lists.push(format!(
                    "/api/v1/projects?theme={theme}&country={country}&sort={sort}&limit=50"
                ));
            }
        }
    }
    let faceted = lists
        .iter()
        .map(|list| format!("{list}&facets=theme,country,status,kind"))
        .collect();
    keep("lists.txt", lists)?;
    keep("faceted.txt", faceted)?;
    let words: Vec<&str> = include_str!("words.txt")
        .split_whitespace()
        .filter(|word| word.len() > 3)
        .collect();
    let mut searches = Vec::new();
    for first in &words {
        for second in &words {
            searches.push(format!(
                "/api/v1/projects?q={}+{}&limit=20",
                escaped(first),
                escaped(second)
            ));
        }
    }
    keep("searches.txt", searches)?;
    Ok(())
}

fn records(db: &Db) -> Result<Vec<String>> {
    let mut paths = Vec::new();
    let (mut position, mut last) = (0, Uuid::nil());
    loop {
        let page = db.read_blocking(|conn| renditions::after(conn, position, last, 1_000))?;
        let Some(end) = page.last() else { break };
        (position, last) = (end.position, end.id);
        let public = page
            .iter()
            .filter(|one| one.visibility == Visibility::Public && !one.hidden);
        let projects = public.filter(|one| one.resource == Resource::Projects);
        paths.extend(projects.map(|one| format!("/api/v1/projects/{}", one.slug)));
    }
    Ok(paths)
}

fn escaped(word: &str) -> String {
    let each = word.bytes().map(|byte| match byte {
        b'a'..=b'z' | b'A'..=b'Z' => char::from(byte).to_string(),
        _ => format!("%{byte:02X}"),
    });
    each.collect()
}

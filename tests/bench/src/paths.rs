//! The addresses that the benchmark asks for, by kind of question.

use aect_db::{Db, renditions};
use aect_types::{Resource, Uuid, Visibility};
use anyhow::Result;
use fastrand::Rng;
use std::fs;
use std::ops::RangeInclusive;
use std::path::Path;

use crate::known::{Known, Named};

const SORTS: [&str; 4] = ["-updated_at", "name", "start", "-start"];

const FACETS: &str = "&facets=theme,country,status,kind";

/// Writes `records.txt`, `lists.txt`, `faceted.txt`, `searches.txt`, `worst-lists.txt`, `worst-faceted.txt`: each
/// address once, in an order drawn by lot.
pub(crate) fn write(folder: &Path, db: &Db, known: &Known) -> Result<()> {
    fs::create_dir_all(folder)?;
    let mut rng = Rng::with_seed(2);
    let mut keep = |name: &str, mut lines: Vec<String>| {
        rng.shuffle(&mut lines);
        fs::write(folder.join(name), lines.join("\n"))
    };
    let faceted = |lists: &[String]| lists.iter().map(|list| format!("{list}{FACETS}")).collect();
    keep("records.txt", records(db)?)?;
    let every = lists(&known.themes, &known.countries, 50..=50);
    keep("faceted.txt", faceted(&every))?;
    keep("lists.txt", every)?;
    // By Zipf's law the first theme and the first country have by far the most projects in common. Several lengths:
    // equal questions asked at the same moment would be answered by one answer.
    let worst = lists(
        known.themes.get(..1).unwrap_or_default(),
        known.countries.get(..1).unwrap_or_default(),
        31..=50,
    );
    keep("worst-faceted.txt", faceted(&worst))?;
    keep("worst-lists.txt", worst)?;
    keep("searches.txt", searches())?;
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

/// Every theme with every country, in every order, with pages of every one of these lengths.
fn lists(themes: &[Named], countries: &[String], limits: RangeInclusive<u32>) -> Vec<String> {
    let mut lists = Vec::new();
    for theme in themes {
        for country in countries {
            for sort in SORTS {
                for limit in limits.clone() {
                    let theme = &theme.slug;
                    lists.push(format!(
                        "/api/v1/projects?theme={theme}&country={country}&sort={sort}&limit={limit}"
                    ));
                }
            }
        }
    }
    lists
}

/// Every word with every word.
fn searches() -> Vec<String> {
    let words: Vec<String> = include_str!("words.txt")
        .split_whitespace()
        .filter(|word| word.len() > 3)
        .map(escaped)
        .collect();
    let pairs = words
        .iter()
        .flat_map(|first| words.iter().map(move |second| (first, second)));
    pairs
        .map(|(first, second)| format!("/api/v1/projects?q={first}+{second}&limit=20"))
        .collect()
}

fn escaped(word: &str) -> String {
    let each = word.bytes().map(|byte| match byte {
        b'a'..=b'z' | b'A'..=b'Z' => char::from(byte).to_string(),
        _ => format!("%{byte:02X}"),
    });
    each.collect()
}

//! What is asked, and what one aims at.

use anyhow::{Context, Result};
use std::fs;
use std::path::{Path, PathBuf};

use crate::http;
use crate::server::Server;

/// One row of the table: a file of paths, asked in turn.
pub(super) struct Question {
    pub(super) name: &'static str,
    pub(super) aim: &'static str,
    pub(super) paths: PathBuf,
    pub(super) etag: Option<String>,
}

/// The ruler, and what a cache may answer. The record is one of the benchmark's, the first of its list.
pub(super) fn repeated(server: &Server, folder: &Path) -> Result<Vec<Question>> {
    let records = fs::read_to_string(folder.join("records.txt"))?;
    let record = records
        .lines()
        .next()
        .context("no records to ask for")?
        .to_owned();
    let one = |name, aim, file: &str, path: &str| -> Result<Question> {
        let paths = folder.join(file);
        fs::write(&paths, path)?;
        Ok(Question {
            name,
            aim,
            paths,
            etag: None,
        })
    };
    let rate = "≥ 55 % of fixed";
    let mut questions = vec![
        one("fixed body of 12 KB", "the ruler", "fixed.txt", "/bench/fixed")?,
        one("repeated record", rate, "record.txt", &record)?,
        one(
            "repeated list of 50",
            rate,
            "list.txt",
            "/api/v1/projects?limit=50",
        )?,
        one(
            "repeated facets",
            rate,
            "facets.txt",
            "/api/v1/projects?limit=50&facets=theme,country,status,kind",
        )?,
        one("repeated search", rate, "search.txt", "/api/v1/search?q=eau")?,
    ];
    let mut known = one(
        "304, not modified",
        "≥ 80 % of fixed",
        "not-modified.txt",
        &record,
    )?;
    known.etag = Some(http::header(server.port, &record, "etag")?.context("a record without ETag")?);
    questions.push(known);
    Ok(questions)
}

/// What must be found each time anew.
pub(super) fn never_repeated(folder: &Path) -> Vec<Question> {
    let question = |name, aim, file: &str| Question {
        name,
        aim,
        paths: folder.join(file),
        etag: None,
    };
    vec![
        question("one record, not cached", "≤ 60 µs CPU", "records.txt"),
        question(
            "never-repeated list of 50, theme × country",
            "≤ 400 µs CPU",
            "lists.txt",
        ),
        question("the same, the worst pair", "≤ 2 ms CPU", "worst-lists.txt"),
        question("the same with four facets", "≤ 2 ms CPU", "faceted.txt"),
        question("four facets, the worst pair", "≤ 8 ms CPU", "worst-faceted.txt"),
        question(
            "search, 20 best with total",
            "≤ 500 µs CPU, p99 ≤ 10 ms",
            "searches.txt",
        ),
    ]
}

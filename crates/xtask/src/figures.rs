//! Figures that are kept: the marked places of `docs/drills.md`.

use anyhow::Result;
use std::fs;

use crate::house::House;

/// Puts a text in the place of the last one of that name.
pub(crate) fn keep(house: &House, name: &str, text: &str) -> Result<()> {
    let path = house.root.join("docs/drills.md");
    let document = fs::read_to_string(&path)?;
    fs::write(path, replaced(&document, name, text))?;
    Ok(())
}

/// Puts a line of a table in the place of the one that begins alike; the rest of the table stays.
pub(crate) fn keep_line(house: &House, name: &str, line: &str) -> Result<()> {
    let document = fs::read_to_string(house.root.join("docs/drills.md"))?;
    let (begin, end) = marks(name);
    let table = document
        .split_once(&begin)
        .and_then(|(_, rest)| rest.split_once(&end));
    let table = table.map_or("", |(table, _)| table.trim_start());
    keep(house, name, &with_line(table, line))
}

fn with_line(table: &str, line: &str) -> String {
    let what = |line: &str| line.split('|').nth(1).map(ToOwned::to_owned);
    let mut found = false;
    let mut kept = String::new();
    for old in table.lines() {
        let same = what(old) == what(line);
        found |= same;
        kept.push_str(if same { line } else { old });
        kept.push('\n');
    }
    if !found {
        kept.push_str(line);
        kept.push('\n');
    }
    kept
}

fn marks(name: &str) -> (String, String) {
    (format!("<!-- {name}: begin -->"), format!("<!-- {name}: end -->"))
}

fn replaced(document: &str, name: &str, text: &str) -> String {
    let (begin, end) = marks(name);
    let (before, rest) = document.split_once(&begin).unwrap_or((document, ""));
    let after = rest.split_once(&end).map_or("", |(_, after)| after);
    format!("{before}{begin}\n{text}{end}{after}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_takes_the_place_of_its_predecessor() {
        let table = "| a | old |\n| b | 2 |\n";
        assert_eq!(with_line(table, "| a | new |"), "| a | new |\n| b | 2 |\n");
        assert_eq!(
            with_line(table, "| c | 3 |"),
            "| a | old |\n| b | 2 |\n| c | 3 |\n"
        );
    }

    #[test]
    fn only_the_text_of_that_name_is_replaced() {
        let document = |text| {
            format!("a\n<!-- x: begin -->\n{text}<!-- x: end -->\nb\n<!-- y: begin -->\n1\n<!-- y: end -->\n")
        };
        assert_eq!(replaced(&document("old\n"), "x", "new\n"), document("new\n"));
    }
}

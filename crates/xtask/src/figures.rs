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

fn replaced(document: &str, name: &str, text: &str) -> String {
    let (begin, end) = (format!("<!-- {name}: begin -->"), format!("<!-- {name}: end -->"));
    let (before, rest) = document.split_once(&begin).unwrap_or((document, ""));
    let after = rest.split_once(&end).map_or("", |(_, after)| after);
    format!("{before}{begin}\n{text}{end}{after}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_text_of_that_name_is_replaced() {
        let document = |text| {
            format!("a\n<!-- x: begin -->\n{text}<!-- x: end -->\nb\n<!-- y: begin -->\n1\n<!-- y: end -->\n")
        };
        assert_eq!(replaced(&document("old\n"), "x", "new\n"), document("new\n"));
    }
}

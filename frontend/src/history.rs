//! What a history entry remembers besides its address.

/// Kept in the browser's history entry, as text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Entry {
    /// How far the page was scrolled.
    pub(crate) scroll: u32,
    /// The cursors of the pages before this one, first page first; `-` stands for no cursor.
    pub(crate) trail: Vec<String>,
}

impl Entry {
    /// Reads the text; anything else is an entry that remembers nothing.
    pub(crate) fn parse(text: &str) -> Self {
        let mut words = text.split(' ');
        Self {
            scroll: words.next().and_then(|word| word.parse().ok()).unwrap_or(0),
            trail: words.map(str::to_owned).collect(),
        }
    }

    /// The trail of the page that follows the one with this cursor.
    pub(crate) fn trail_after(&self, cursor: Option<&str>) -> Vec<String> {
        let mut trail = self.trail.clone();
        trail.push(cursor.unwrap_or("-").to_owned());
        trail
    }

    /// The cursor of the page before, and that page's own trail.
    pub(crate) fn step_back(&self) -> Option<(Option<String>, Vec<String>)> {
        let (last, before) = self.trail.split_last()?;
        Some((Some(last.clone()).filter(|cursor| cursor != "-"), before.to_vec()))
    }
}

impl std::fmt::Display for Entry {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.scroll)?;
        self.trail.iter().try_for_each(|cursor| write!(f, " {cursor}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn one_walks_back_as_one_came() {
        let first = Entry::default();
        let second = Entry {
            trail: first.trail_after(None),
            scroll: 120,
        };
        let third = Entry {
            trail: second.trail_after(Some("abc")),
            scroll: 0,
        };
        let third = Entry::parse(&third.to_string());
        let (cursor, trail) = third.step_back().unwrap();
        assert_eq!((cursor.as_deref(), trail.len()), (Some("abc"), 1));
        assert_eq!(second.step_back(), Some((None, vec![])));
        assert_eq!(first.step_back(), None);
        assert_eq!(Entry::parse(&second.to_string()), second);
    }

    #[test]
    fn a_strange_entry_remembers_nothing() {
        assert_eq!(Entry::parse("").scroll, 0);
        assert_eq!(Entry::parse("{}").scroll, 0);
    }
}

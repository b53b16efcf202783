//! SVG as text, given to the browser in one piece: it reads thousands of elements in the time in which a few dozen are
//! made one by one. What people wrote is escaped here and nowhere else.

use crate::browser;

/// Elements written so far.
#[derive(Default)]
pub(super) struct Markup(String);

impl Markup {
    /// The text.
    pub(super) fn finish(self) -> String {
        self.0
    }

    /// An element without content.
    pub(super) fn empty(&mut self, tag: &str, attributes: &[(&str, &str)]) {
        self.open(tag, attributes);
        self.close(tag);
    }

    /// An element that holds a text.
    pub(super) fn told(&mut self, tag: &str, attributes: &[(&str, &str)], words: &str) {
        self.open(tag, attributes);
        self.escaped(words);
        self.close(tag);
    }

    /// Begins an element.
    pub(super) fn open(&mut self, tag: &str, attributes: &[(&str, &str)]) {
        self.0.push('<');
        self.0.push_str(tag);
        for (name, value) in attributes {
            self.0.push(' ');
            self.0.push_str(name);
            self.0.push_str("=\"");
            self.escaped(value);
            self.0.push('"');
        }
        self.0.push('>');
    }

    /// Ends an element.
    pub(super) fn close(&mut self, tag: &str) {
        self.0.push_str("</");
        self.0.push_str(tag);
        self.0.push('>');
    }

    fn escaped(&mut self, words: &str) {
        for letter in words.chars() {
            match letter {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                other => self.0.push(other),
            }
        }
    }
}

/// A coordinate of the plane, to the hundredth; none is below zero. Not by the browser: there are thousands.
pub(super) fn unit(coordinate: f64) -> String {
    let hundredths = browser::whole(coordinate * 100.0);
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}

#[cfg(test)]
mod tests {
    use super::*;
    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn what_people_wrote_stays_text() {
        let mut markup = Markup::default();
        markup.told("text", &[("id", "a\"b")], "<script>&");
        markup.empty("g", &[]);
        assert_eq!(
            markup.finish(),
            "<text id=\"a&quot;b\">&lt;script&gt;&amp;</text><g></g>"
        );
    }

    #[test]
    fn coordinates_have_two_digits() {
        assert_eq!(unit(12.3), "12.30");
        assert_eq!(unit(0.046), "0.05");
    }
}

//! Markdown as text that nothing marks up: for calendars, whose readers would see the signs. It is read by the parser that
//! makes the HTML of pages.

use pulldown_cmark::{CowStr, Event, Options, Parser, Tag, TagEnd};

/// How deep lists are indented at most.
const DEPTH_MAX: usize = 8;

/// The text: paragraphs apart, lists with their signs, each link with its address behind it.
pub(crate) fn plain(markdown: &str) -> String {
    let mut plain = Plain::default();
    // The parser would show where a NUL was.
    let markdown = markdown.replace('\0', "");
    for event in Parser::new_ext(&markdown, Options::ENABLE_STRIKETHROUGH) {
        plain.take(event);
    }
    plain.written.truncate(plain.written.trim_end().len());
    plain.written
}

#[derive(Default)]
struct Plain<'a> {
    written: String,
    /// The lists around, each with its next number where it has numbers.
    lists: Vec<Option<u64>>,
    /// The links around: where each leads, and where its words begin.
    links: Vec<(CowStr<'a>, usize)>,
}

impl<'a> Plain<'a> {
    fn take(&mut self, event: Event<'a>) {
        match event {
            Event::Text(said) | Event::Code(said) | Event::Html(said) | Event::InlineHtml(said) => {
                self.written.push_str(&said);
            }
            Event::SoftBreak | Event::HardBreak => self.line(),
            Event::Rule => self.apart(),
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag<'a>) {
        match tag {
            Tag::Paragraph | Tag::Heading { .. } | Tag::CodeBlock(_) | Tag::HtmlBlock => self.begin(),
            Tag::List(first) => {
                if self.lists.is_empty() {
                    self.apart();
                }
                self.lists.push(first);
            }
            Tag::Item => self.item(),
            Tag::Link { dest_url, .. } => self.links.push((dest_url, self.written.len())),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::List(_) => drop(self.lists.pop()),
            TagEnd::Link => self.end_link(),
            _ => {}
        }
    }

    /// A paragraph: behind the sign of its item, or apart from what is above.
    fn begin(&mut self) {
        if self.lists.is_empty() {
            self.apart();
        } else if !self.written.ends_with(' ') {
            self.line();
        }
    }

    fn item(&mut self) {
        let depth = self.lists.len().clamp(1, DEPTH_MAX) - 1;
        if !self.written.is_empty() && !self.written.ends_with('\n') {
            self.written.push('\n');
        }
        self.written.push_str(&"  ".repeat(depth));
        match self.lists.last_mut() {
            Some(Some(number)) => {
                self.written.push_str(&number.to_string());
                self.written.push_str(". ");
                *number = number.saturating_add(1);
            }
            _ => self.written.push_str("- "),
        }
    }

    fn end_link(&mut self) {
        let Some((address, begun)) = self.links.pop() else {
            return;
        };
        let web = ["https://", "http://", "mailto:"];
        let said = self.written.get(begun..).unwrap_or_default();
        let bare = address.strip_prefix("mailto:").unwrap_or(&address);
        if web.iter().any(|scheme| address.starts_with(scheme)) && said != bare && said != &*address {
            self.written.push_str(" (");
            self.written.push_str(bare);
            self.written.push(')');
        }
    }

    /// A new line, where the words of the item begin.
    fn line(&mut self) {
        self.written.push('\n');
        let depth = self.lists.len().min(DEPTH_MAX);
        self.written.push_str(&"  ".repeat(depth));
    }

    /// An empty line between this and what is above.
    fn apart(&mut self) {
        self.written.truncate(self.written.trim_end().len());
        if !self.written.is_empty() {
            self.written.push_str("\n\n");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_marked_up_reads_as_text() {
        for (markdown, expected) in [
            (
                "Ordre du jour, suites\nà donner",
                "Ordre du jour, suites\nà donner",
            ),
            (
                "# Jour 1\n\nDu **solide**, ~~du~~ *vrai* `code`.",
                "Jour 1\n\nDu solide, du vrai code.",
            ),
            ("a  \nb", "a\nb"),
            (
                "Voir [le site](https://example.org/a_b).",
                "Voir le site (https://example.org/a_b).",
            ),
            ("<https://example.org/>", "https://example.org/"),
            (
                "<a@example.org> et [écrire](mailto:b@example.org)",
                "a@example.org et écrire (b@example.org)",
            ),
            ("[x](javascript:alert(1)) [y](/carte)", "x y"),
            ("![Un puits](https://ailleurs.example/p.png)", "Un puits"),
            (
                "Avant\n\n- un\n- deux\n  - trois\n\nAprès",
                "Avant\n\n- un\n- deux\n  - trois\n\nAprès",
            ),
            ("3. un\n4. deux", "3. un\n4. deux"),
            ("- un\n\n  suite\n- deux", "- un\n  suite\n- deux"),
            ("> cité\n\n---\n\naprès", "cité\n\naprès"),
            ("2 < 3 & <b>gras</b>", "2 < 3 & <b>gras</b>"),
            ("```\nligne 1\nligne 2\n```\nfin", "ligne 1\nligne 2\n\nfin"),
            ("2\\*3", "2*3"),
            ("", ""),
        ] {
            assert_eq!(plain(markdown), expected, "{markdown:?}");
        }
    }

    #[test]
    fn what_lies_deep_does_not_grow() {
        let deep = (0..2_000).map(|_| "- ").collect::<String>() + "a";
        assert!(plain(&deep).len() < 50_000);
    }
}

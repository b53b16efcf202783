//! Long texts are written in Markdown (`CommonMark`). Here they become HTML that does nothing but show: what the writer's own
//! HTML would do stays text, and what comes out is cleaned once more, by a list of what may be there.

use ammonia::{Builder, UrlRelative};
use pulldown_cmark::{CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd, html as writing};
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

/// How deep lists, quotations and what is marked in a line may lie in each other; of deeper ones only the words are shown.
const DEPTH_MAX: usize = 12;

/// What may be in it.
static CLEANER: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut cleaner = Builder::empty();
    cleaner
        .tags(HashSet::from([
            "p",
            "br",
            "em",
            "strong",
            "del",
            "ul",
            "ol",
            "li",
            "blockquote",
            "h3",
            "h4",
            "h5",
            "h6",
            "a",
            "code",
            "pre",
            "hr",
        ]))
        .tag_attributes(HashMap::from([
            ("a", HashSet::from(["href"])),
            ("ol", HashSet::from(["start"])),
        ]))
        .url_schemes(HashSet::from(["http", "https", "mailto"]))
        .url_relative(UrlRelative::Deny)
        .link_rel(Some("nofollow ugc noopener"));
    cleaner
});

/// The HTML of a text.
#[must_use]
pub fn html(text: &str) -> String {
    let mut depth = 0;
    let events = Parser::new_ext(text, options()).filter(|event| is_shallow(event, &mut depth));
    let mut written = String::with_capacity(text.len() * 2);
    writing::push_html(&mut written, events.filter_map(shown));
    CLEANER.clean(&written).to_string()
}

/// The words of a text, on one line: for where nothing can be marked.
#[must_use]
pub fn words(text: &str) -> String {
    let mut words = String::new();
    for event in Parser::new_ext(text, options()) {
        match event {
            Event::Text(said) | Event::Code(said) | Event::Html(said) | Event::InlineHtml(said) => {
                words.push_str(&said);
            }
            Event::SoftBreak
            | Event::HardBreak
            | Event::End(TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item) => {
                words.push(' ');
            }
            _ => {}
        }
    }
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

const fn options() -> Options {
    Options::ENABLE_STRIKETHROUGH
}

/// What is shown of what was written.
fn shown(event: Event<'_>) -> Option<Event<'_>> {
    Some(match event {
        // What looks like HTML was meant to be read.
        Event::Html(text) | Event::InlineHtml(text) => Event::Text(text),
        // Pictures are files of records; of others only the words are left.
        Event::Start(Tag::Image { .. }) | Event::End(TagEnd::Image) => return None,
        // The page has its own first two levels.
        Event::Start(Tag::Heading { level, .. }) => Event::Start(Tag::Heading {
            level: below(level),
            id: None,
            classes: Vec::new(),
            attrs: Vec::new(),
        }),
        Event::End(TagEnd::Heading(level)) => Event::End(TagEnd::Heading(below(level))),
        // The language of code would be a class.
        Event::Start(Tag::CodeBlock(_)) => Event::Start(Tag::CodeBlock(
            pulldown_cmark::CodeBlockKind::Fenced(CowStr::Borrowed("")),
        )),
        event => event,
    })
}

/// Whether something lies no deeper than anybody means: thousands of quotations in each other would keep the cleaner, and the
/// browsers of readers, for minutes.
fn is_shallow(event: &Event<'_>, depth: &mut usize) -> bool {
    let counts = |tag: TagEnd| {
        !matches!(
            tag,
            TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::CodeBlock | TagEnd::HtmlBlock
        )
    };
    match event {
        Event::Start(tag) if counts(tag.to_end()) => {
            *depth += 1;
            *depth <= DEPTH_MAX
        }
        Event::End(tag) if counts(*tag) => {
            let shallow = *depth <= DEPTH_MAX;
            *depth = depth.saturating_sub(1);
            shallow
        }
        _ => true,
    }
}

const fn below(level: HeadingLevel) -> HeadingLevel {
    match level {
        HeadingLevel::H1 => HeadingLevel::H3,
        HeadingLevel::H2 => HeadingLevel::H4,
        HeadingLevel::H3 => HeadingLevel::H5,
        _ => HeadingLevel::H6,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_marked_is_shown() {
        for (text, expected) in [
            (
                "Deux *mots*,\net **trois**.",
                "<p>Deux <em>mots</em>,\net <strong>trois</strong>.</p>\n",
            ),
            (
                "# Titre\n## Sous-titre\n###### Bas",
                "<h3>Titre</h3>\n<h4>Sous-titre</h4>\n<h6>Bas</h6>\n",
            ),
            ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"),
            ("3. c", "<ol start=\"3\">\n<li>c</li>\n</ol>\n"),
            (
                "[site](https://example.org/?a=1&b=2)",
                "<p><a href=\"https://example.org/?a=1&amp;b=2\" rel=\"nofollow ugc noopener\">site</a></p>\n",
            ),
            (
                "<maire@example.org>",
                "<p><a href=\"mailto:maire@example.org\" rel=\"nofollow ugc noopener\">maire@example.org</a></p>\n",
            ),
            ("![Un puits](https://ailleurs.example/a.png)", "<p>Un puits</p>\n"),
            ("5 < 6 & 7 > 2", "<p>5 &lt; 6 &amp; 7 &gt; 2</p>\n"),
            ("***", "<hr>\n"),
            ("", ""),
        ] {
            assert_eq!(html(text), expected, "{text:?}");
        }
    }

    #[test]
    fn nothing_that_is_written_does_anything() {
        for text in [
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "<svg onload=alert(1)>",
            "<svg><script>alert(1)</script></svg>",
            "<iframe srcdoc='<script>alert(1)</script>'>",
            "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
            "<a href=\"javascript:alert(1)\">a</a>",
            "[a](javascript:alert(1))",
            "[a](JaVaScRiPt:alert(1))",
            "[a](java&#115;cript:alert(1))",
            "[a](javascript&colon;alert(1))",
            "[a](\u{1}javascript:alert(1))",
            "[a](data:text/html,<script>alert(1)</script>)",
            "[a](vbscript:msgbox(1))",
            "[a](//evil.example/)",
            "[a](/deconnexion)",
            "<javascript:alert(1)>",
            "![a](javascript:alert(1))",
            "![\"onerror=alert(1)](x)",
            "[a](https://a.example \"' onmouseover='alert(1)\")",
            "[a]: javascript:alert(1)\n\n[a]",
            "```<script>\nalert(1)\n```",
            "``` \"onmouseover=alert(1)\nx\n```",
            "<scr<script>ipt>alert(1)</scr</script>ipt>",
            "<p onclick=alert(1)>unclosed",
            "<style>@import 'https://evil.example'</style>",
            "<form action=https://evil.example><input name=a>",
            "<base href=https://evil.example>",
            "# <img src=x onerror=alert(1)>",
            "> <svg/onload=alert(1)>",
            "*<script*>alert(1)",
            "&lt;script&gt;alert(1)&lt;/script&gt;",
            "<!-- --!><script>alert(1)</script> -->",
            "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
        ] {
            let html = html(text);
            // Whatever stands in a tag is of the list; the rest is text.
            for tag in html.split('<').skip(1) {
                let tag = tag.split('>').next().unwrap();
                let name = tag.trim_start_matches('/').split(' ').next().unwrap();
                assert!(CLEANER.clone_tags().contains(name), "{text}: {html}");
                let rest = tag.split_once(' ').map_or("", |(_, rest)| rest);
                let is_link =
                    rest.starts_with("href=\"http") && rest.ends_with("rel=\"nofollow ugc noopener\"");
                assert!(
                    rest.is_empty() || is_link || rest.starts_with("rel=\"nofollow"),
                    "{text}: {html}"
                );
            }
        }
    }

    /// How deep the elements of some HTML lie in each other.
    fn depth(html: &str) -> usize {
        let (mut depth, mut most) = (0_usize, 0);
        for tag in html.split('<').skip(1) {
            if tag.starts_with('/') {
                depth = depth.saturating_sub(1);
            } else if !tag.starts_with("br") && !tag.starts_with("hr") {
                depth += 1;
                most = most.max(depth);
            }
        }
        most
    }

    #[test]
    fn nothing_lies_deeper_than_anybody_means() {
        let most = aect_types::given::limits::TEXT_MAX;
        for piece in [
            "> ",
            ">",
            "- ",
            "* ",
            "1. ",
            "[",
            "![",
            "*a ",
            "`",
            "<a ",
            "(",
            "[a](",
            "#",
            "> a\n",
            "- a\n",
            "\n> > > > > > > > > a",
        ] {
            let html = html(&piece.repeat(most / piece.len()));
            assert!(depth(&html) < 64, "{piece:?}: {}", depth(&html));
        }
    }

    #[test]
    fn words_are_left_where_nothing_can_be_marked() {
        assert_eq!(
            words("# Titre\n\nUn *mot*, [un lien](https://a.example) et\ndeux <b>.\n\n- a\n- b"),
            "Titre Un mot, un lien et deux <b>. a b"
        );
        assert_eq!(words("Des puits à Fatick."), "Des puits à Fatick.");
    }
}

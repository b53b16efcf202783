//! The page around the content: the application's own `index.html`, with its title, description and content replaced.

use super::Plain;
use super::french::FR;
use crate::Site;
use aect_words::pages::shell as words;
use maud::{Markup, PreEscaped, html};
use serde_json::{Value, json};

/// A built `index.html`, cut where a page puts its own.
#[derive(Clone, Debug)]
pub struct Shell {
    /// Up to the text of `<title>`.
    start: String,
    /// From its end to the description.
    head: String,
    /// From the description's end to `<main>`.
    body: String,
    /// Behind `</main>`.
    end: String,
}

/// Longest description: what search engines show of it.
const DESCRIPTION: usize = 160;

impl Shell {
    /// Cuts a page; `None` where it has no title, description or `<main>`, in that order.
    #[must_use]
    pub fn read(index: &str) -> Option<Self> {
        let (start, rest) = between(index, "<title>", "</title>")?;
        let (head, rest) = between(rest, "<meta name=\"description\" content=\"", "\">")?;
        let (body, rest) = rest.split_once("<main")?;
        let (_, end) = rest.split_once("</main>")?;
        Some(Self {
            start: start.to_owned(),
            head: head.to_owned(),
            body: body.to_owned(),
            end: end.to_owned(),
        })
    }

    /// The whole page.
    #[must_use]
    pub fn page(&self, plain: &Plain, site: &Site) -> String {
        let title = title(plain);
        let url = site.page_url(&plain.path);
        let description = shortened(&plain.description);
        let head = html! {
            link rel="canonical" href=(url);
            meta property="og:type" content="website";
            meta property="og:site_name" content=(words::PLATFORM.of(FR));
            meta property="og:locale" content="fr_FR";
            meta property="og:title" content=(plain.heading);
            meta property="og:description" content=(description);
            meta property="og:url" content=(url);
            @if let Some(structured) = &plain.structured {
                script type="application/ld+json" { (embedded(structured, &url)) }
            }
        };
        let body = html! { main.wrap #contenu tabindex="-1" data-plain { (plain.main) } };
        [
            self.start.as_str(),
            &escaped(&title),
            "</title>",
            &self.head,
            &escaped(&description),
            "\">\n",
            &head.into_string(),
            &self.body,
            &body.into_string(),
            &self.end,
        ]
        .concat()
    }
}

/// What an unknown address says.
#[must_use]
pub fn lost(path: &str) -> Plain {
    let ways = [
        ("/annuaire", words::NOT_FOUND_DIRECTORY),
        ("/projets", words::NOT_FOUND_PROJECTS),
        ("/carte", words::NOT_FOUND_MAP),
    ];
    Plain {
        heading: words::NOT_FOUND_TITLE.of(FR).to_owned(),
        section: None,
        description: words::NOT_FOUND.of(FR).to_owned(),
        path: path.to_owned(),
        structured: None,
        main: html! {
            h1 { (words::NOT_FOUND_TITLE.of(FR)) }
            p { (words::NOT_FOUND.of(FR)) }
            p { (words::NOT_FOUND_WAYS.of(FR)) }
            ul { @for (path, text) in ways { li { a href=(path) { (text.of(FR)) } } } }
        },
    }
}

/// What stands before the text between two marks, with the first mark; and what stands behind the second.
fn between<'a>(text: &'a str, open: &str, close: &str) -> Option<(&'a str, &'a str)> {
    let begin = text.find(open)? + open.len();
    let (before, rest) = text.split_at_checked(begin)?;
    let (_, after) = rest.split_once(close)?;
    Some((before, after))
}

/// «{h1} – {section} – {platform}», as the application writes it.
fn title(plain: &Plain) -> String {
    let section = plain.section.map(|section| section.of(FR));
    let parts = [
        Some(plain.heading.as_str()),
        section,
        Some(words::PLATFORM.of(FR)),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" – ")
}

fn shortened(text: &str) -> String {
    let flat: Vec<&str> = text.split_whitespace().collect();
    let flat = flat.join(" ");
    if flat.chars().count() <= DESCRIPTION {
        return flat;
    }
    let cut: String = flat.chars().take(DESCRIPTION).collect();
    let whole = cut.rsplit_once(' ').map_or(cut.as_str(), |(words, _)| words);
    format!("{whole}…")
}

fn escaped(text: &str) -> String {
    html! { (text) }.into_string()
}

/// JSON inside a page: nothing in it can end the element that holds it.
fn embedded(structured: &Value, url: &str) -> Markup {
    let mut whole = structured.clone();
    if let Some(object) = whole.as_object_mut() {
        // What is not known is not said.
        object.retain(|_, value| !value.is_null());
        object.insert("@context".to_owned(), json!("https://schema.org"));
        object.insert("url".to_owned(), json!(url));
    }
    PreEscaped(whole.to_string().replace('<', "\\u003c"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const INDEX: &str = concat!(
        "<!doctype html><head><title>T</title>\n<meta name=\"description\" content=\"D\">\n</head>",
        "<body><div id=\"app\"><main class=\"wrap starting\">Chargement</main></div></body>"
    );

    fn plain(heading: &str, description: &str) -> Plain {
        Plain {
            heading: heading.to_owned(),
            section: Some(words::PROJECTS),
            description: description.to_owned(),
            path: "/projets/a".to_owned(),
            structured: Some(json!({"@type": "Project", "name": heading, "sameAs": null})),
            main: html! { h1 { (heading) } },
        }
    }

    #[test]
    fn a_page_keeps_what_surrounds_its_own() {
        let site = Site::new("https://aect.example", std::sync::Arc::default());
        let page = Shell::read(INDEX).unwrap().page(&plain("Eau", "Puits"), &site);
        for part in [
            "<title>Eau – Projets – AECT Nouvelle-Aquitaine</title>",
            "<meta name=\"description\" content=\"Puits\">",
            "<link rel=\"canonical\" href=\"https://aect.example/projets/a\">",
            "data-plain><h1>Eau</h1></main></div></body>",
        ] {
            assert!(page.contains(part), "{part}\n{page}");
        }
        assert!(!page.contains("Chargement") && !page.contains("sameAs"));
    }

    #[test]
    fn nothing_that_somebody_wrote_is_read_as_markup() {
        let attack = "</script><script>alert(1)</script>\"'><img src=x onerror=alert(1)>";
        let page = Shell::read(INDEX)
            .unwrap()
            .page(&plain(attack, attack), &Site::default());
        assert!(!page.contains("<script>alert"), "{page}");
        assert!(!page.contains("<img"), "{page}");
    }

    #[test]
    fn long_descriptions_end_with_a_word() {
        let text = shortened(&"coopération ".repeat(40));
        assert!(text.chars().count() <= DESCRIPTION + 1);
        assert!(text.ends_with("coopération…"));
        assert_eq!(shortened("deux  mots\n"), "deux mots");
    }

    #[test]
    fn a_page_of_another_kind_is_refused() {
        assert!(Shell::read("<!doctype html>").is_none());
    }
}

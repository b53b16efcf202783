//! The page around the content: the application's own `index.html`, with its title, description and content replaced.

use super::voice::Speaker;
use crate::charter;
use aect_db::markdown;
use aect_pages::{Sheet, Voice as _, frame, in_language};
use aect_types::platform::Platform;
use aect_words::Language;
use aect_words::platform::Wording;
use maud::{Markup, PreEscaped, html};
use serde_json::{Value, json};

/// A built `index.html`, cut where a page puts its own.
#[derive(Clone, Debug)]
pub(crate) struct Shell {
    /// Up to the language of the page.
    first: String,
    /// From there to the text of `<title>`.
    start: String,
    /// From its end to the description.
    head: String,
    /// From the description's end to the content.
    body: String,
    /// Behind the content.
    end: String,
}

/// What stands around the content in `index.html`.
const CONTENT: [&str; 2] = ["<!-- content -->", "<!-- /content -->"];

/// Longest description: what search engines show of it.
const DESCRIPTION: usize = 160;

impl Shell {
    /// Cuts a page; `None` where it has no language, title, description or content, in that order.
    pub(crate) fn read(index: &str) -> Option<Self> {
        let (first, rest) = between(index, "<html lang=\"", "\"")?;
        let (start, rest) = between(rest, "<title>", "</title>")?;
        let (head, rest) = between(rest, "<meta name=\"description\" content=\"", "\">")?;
        let [open, close] = CONTENT;
        let (body, rest) = rest.split_once(open)?;
        let (_, end) = rest.split_once(close)?;
        Some(Self {
            first: first.to_owned(),
            start: start.to_owned(),
            head: head.to_owned(),
            body: body.to_owned(),
            end: end.to_owned(),
        })
    }

    /// The whole page, on that site.
    pub(crate) fn page(&self, sheet: &Sheet, site: &str, voice: Speaker<'_>) -> String {
        let language = voice.language;
        let place = |language: Language| [site, &language.place(&sheet.path)].concat();
        let url = place(language);
        // What records say is Markdown; here it can only be read.
        let description = shortened(&markdown::words(&sheet.description));
        let head = html! {
            meta name="aect-accessibility" content=(voice.accessibility());
            (set(voice.platform))
            @if let Some(colours) = charter::address(voice.platform) { link rel="stylesheet" href=(colours); }
            @if sheet.private { meta name="robots" content="noindex"; }
            link rel="canonical" href=(url);
            @for other in Language::ALL { link rel="alternate" hreflang=(other.tag()) href=(place(other)); }
            link rel="alternate" hreflang="x-default" href=(place(Language::default()));
            meta property="og:type" content="website";
            meta property="og:site_name" content=(Wording::Name.said(voice.platform, language));
            meta property="og:locale" content=(territory(language));
            meta property="og:title" content=(sheet.heading);
            meta property="og:description" content=(description);
            meta property="og:url" content=(url);
            @if let Some(structured) = &sheet.structured {
                script type="application/ld+json" { (embedded(structured, &url)) }
            }
        };
        let body = html! {
            (frame::header(&sheet.path, None, voice))
            main.wrap #contenu tabindex="-1" data-plain { (PreEscaped(&sheet.main)) }
            (frame::footer(voice))
        };
        [
            self.first.as_str(),
            language.tag(),
            "\"",
            &self.start,
            &escaped(&sheet.title(voice)),
            "</title>",
            &self.head,
            &escaped(&description),
            "\">\n",
            &head.into_string(),
            &self.body,
            &in_language(body.into_string(), language),
            &self.end,
        ]
        .concat()
    }
}

/// What the network has set, in each language: the application words its pages by it.
fn set(platform: &Platform) -> Markup {
    let all = Wording::ALL.into_iter().flat_map(|wording| {
        let set = move |language| Some((wording, language, wording.set(platform, language)?));
        Language::ALL.into_iter().filter_map(set)
    });
    html! {
        @for (wording, language, set) in all {
            meta name=(wording.meta()) lang=(language.tag()) content=(set);
        }
    }
}

/// The language as previews name it (Open Graph): with a territory.
const fn territory(language: Language) -> &'static str {
    match language {
        Language::Fr => "fr_FR",
        Language::En => "en_GB",
    }
}

/// What stands before the text between two marks, with the first mark; and what stands behind the second.
fn between<'a>(text: &'a str, open: &str, close: &str) -> Option<(&'a str, &'a str)> {
    let begin = text.find(open)? + open.len();
    let (before, rest) = text.split_at_checked(begin)?;
    let (_, after) = rest.split_once(close)?;
    Some((before, after))
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
        "<!doctype html><html lang=\"fr\"><head><title>T</title>\n<meta name=\"description\" content=\"D\">\n</head>",
        "<body><div id=\"app\"><!-- content --><main>Chargement</main><!-- /content --></div></body>"
    );

    fn with_page(language: Language, heading: &str, description: &str, ask: impl FnOnce(String)) {
        let names = super::super::vocabulary::Vocabulary::default();
        let voice = Speaker {
            language,
            names: &names,
            accessibility: "non_conforme",
            platform: &Platform::default(),
            today: chrono::NaiveDate::default(),
        };
        let mut sheet = aect_pages::lost("/projets/a", voice);
        heading.clone_into(&mut sheet.heading);
        description.clone_into(&mut sheet.description);
        sheet.structured = Some(json!({"@type": "Project", "name": heading, "sameAs": null}));
        ask(Shell::read(INDEX)
            .unwrap()
            .page(&sheet, "https://aect.example", voice));
    }

    #[test]
    fn a_page_keeps_what_surrounds_its_own() {
        with_page(Language::Fr, "Eau", "Puits", |page| {
            for part in [
                "<title>Eau – AECT Nouvelle-Aquitaine</title>",
                "<meta name=\"description\" content=\"Puits\">",
                "<link rel=\"canonical\" href=\"https://aect.example/projets/a\">",
                "<a href=\"/projets\" aria-current=\"true\">",
                "hreflang=\"en\" href=\"/en/projets/a\">English</a>",
                "</footer></div></body>",
            ] {
                assert!(page.contains(part), "{part}\n{page}");
            }
            assert!(!page.contains("Chargement") && !page.contains("sameAs"));
        });
    }

    #[test]
    fn an_english_page_says_that_it_is_and_leads_to_others() {
        with_page(Language::En, "Eau", "Puits", |page| {
            for part in [
                "<html lang=\"en\"><head>",
                "<link rel=\"canonical\" href=\"https://aect.example/en/projets/a\">",
                "<link rel=\"alternate\" hreflang=\"fr\" href=\"https://aect.example/projets/a\">",
                "<a href=\"/en/projets\" aria-current=\"true\">",
                "hreflang=\"fr\" href=\"/projets/a\">Français</a>",
            ] {
                assert!(page.contains(part), "{part}\n{page}");
            }
        });
    }

    #[test]
    fn nothing_that_somebody_wrote_is_read_as_markup() {
        let attack = "</script><script>alert(1)</script>\"'><img src=x onerror=alert(1)>";
        with_page(Language::En, attack, attack, |page| {
            assert!(!page.contains("<script>alert"), "{page}");
            assert!(!page.contains("<img"), "{page}");
        });
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

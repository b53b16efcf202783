//! The fragments: well-formed, plain, alike in both languages, with links that lead somewhere.

use super::*;
use aect_types::Resource;
use aect_words::typography;
use scraper::{ElementRef, Html, Node, Selector};
use std::collections::BTreeSet;

/// Pages of the site that a text may lead to.
const PAGES: [&str; 22] = [
    "/",
    "/carte",
    "/annuaire",
    "/acteurs",
    "/partenaires",
    "/projets",
    "/thematiques",
    "/pays",
    "/agenda",
    "/groupes",
    "/actualites",
    "/ressources",
    "/initiatives",
    "/observatoire",
    "/recherche",
    "/donnees",
    "/aide",
    "/plan-du-site",
    "/mentions-legales",
    "/donnees-personnelles",
    "/accessibilite",
    "/comparer",
];

/// All that a fragment is made of: what each page, ours and the application's, knows how to show.
const ELEMENTS: &str =
    "h2 h3 p ul li dl dt dd table caption thead tbody tr th td a strong code pre blockquote span mark";
const ATTRIBUTES: [&str; 5] = ["id", "href", "hreflang", "lang", "scope"];
/// Elements that hold a sentence.
const BLOCKS: &str = "h2, h3, p, li, dt, dd, caption, th, td";

fn selector(selector: &str) -> Selector {
    Selector::parse(selector).unwrap()
}

fn attributes(html: &Html, of: &str, attribute: &str) -> Vec<String> {
    let of = selector(of);
    let values = html
        .select(&of)
        .filter_map(|element| element.value().attr(attribute));
    values.map(str::to_owned).collect()
}

#[test]
fn every_placeholder_has_a_value_and_every_value_a_place() {
    let operator = Operator::read(None).unwrap();
    for language in Language::ALL {
        let known: BTreeSet<&str> = values(&operator, URL, language).into_keys().collect();
        let named = SOURCES.iter().flat_map(|source| {
            let rests = source.fragment(language).split("{{").skip(1);
            rests.map(|rest| rest.split_once("}}").unwrap().0)
        });
        assert_eq!(named.collect::<BTreeSet<_>>(), known, "{language:?}");
    }
}

#[test]
fn a_placeholder_that_is_not_known_is_an_error() {
    let values = BTreeMap::from([("known", html! { "1" })]);
    assert_eq!(fill("a {{known}} b", &values).unwrap(), "a 1 b");
    let error = fill("a {{unknown}} b", &values).unwrap_err();
    assert!(error.to_string().contains("unknown"), "{error}");
    assert!(fill("a {{known b", &values).is_err());
}

#[test]
fn every_fragment_is_well_formed() {
    for (language, text) in texts() {
        let html = Html::parse_fragment(&text.html);
        assert!(
            html.errors.is_empty(),
            "{language:?} {}: {:?}",
            text.slug,
            html.errors
        );
        // What the parser had to mend, it would not write back as it was.
        let written = html.root_element().inner_html().replace("&nbsp;", "\u{a0}");
        assert_eq!(
            written,
            text.html.replace("&quot;", "\""),
            "{language:?} {}",
            text.slug
        );
    }
}

#[test]
fn a_fragment_is_plain() {
    let elements: Vec<&str> = ELEMENTS.split(' ').collect();
    for (language, text) in texts() {
        let html = Html::parse_fragment(&text.html);
        for element in html.root_element().descendent_elements().skip(1) {
            let name = element.value().name();
            assert!(elements.contains(&name), "{language:?} {}: <{name}>", text.slug);
            for (attribute, _) in element.value().attrs() {
                assert!(
                    ATTRIBUTES.contains(&attribute),
                    "{language:?} {}: {attribute}",
                    text.slug
                );
            }
        }
    }
}

#[test]
fn headings_follow_each_other_without_a_gap() {
    for (language, text) in texts() {
        let html = Html::parse_fragment(&text.html);
        let mut level = '1';
        for heading in html.select(&selector("h2, h3")) {
            let next = heading.value().name().chars().next_back().unwrap();
            assert!(
                next == '2' || level != '1',
                "{language:?} {}: h3 first",
                text.slug
            );
            level = next;
        }
        assert_ne!(level, '1', "{language:?} {}: no heading", text.slug);
    }
}

#[test]
fn both_languages_have_the_same_parts() {
    let texts = Texts::read(None, URL).unwrap();
    for source in &SOURCES {
        let parts = |language| {
            let html = Html::parse_fragment(&texts.find(source.slug, language).unwrap().html);
            let count = |of: &str| html.select(&selector(of)).count();
            let ids = attributes(&html, "[id]", "id");
            let unique: BTreeSet<&String> = ids.iter().collect();
            assert_eq!(unique.len(), ids.len(), "{}: an identifier twice", source.slug);
            (count("h2"), count("h3"), count("tr"), count("li"), ids)
        };
        assert_eq!(parts(Language::Fr), parts(Language::En), "{}", source.slug);
        let links = |language| {
            let html = Html::parse_fragment(&texts.find(source.slug, language).unwrap().html);
            let links = attributes(&html, "a", "href").into_iter();
            links
                .filter(|link| !link.starts_with("https:"))
                .collect::<Vec<_>>()
        };
        assert_eq!(links(Language::Fr), links(Language::En), "{}", source.slug);
    }
}

#[test]
fn every_link_leads_somewhere() {
    let all = texts();
    for (language, text) in &all {
        let html = Html::parse_fragment(&text.html);
        for link in attributes(&html, "a", "href") {
            let (path, anchor) = link.split_once('#').unwrap_or((&link, ""));
            let told = format!("{language:?} {}: {link}", text.slug);
            let target = match path.trim_start_matches('/') {
                "" if !link.starts_with('/') => Some(text),
                slug => all
                    .iter()
                    .map(|(_, text)| text)
                    .find(|text| text.slug.as_str() == slug),
            };
            if !anchor.is_empty() {
                let target = Html::parse_fragment(&target.expect(&told).html);
                assert!(
                    attributes(&target, "[id]", "id").iter().any(|id| id == anchor),
                    "{told}"
                );
            }
            let known = path.is_empty()
                || PAGES.contains(&path)
                || path.starts_with("https://")
                || path.starts_with("mailto:")
                || ["/docs/", "/docs/problems", "/api/v1/openapi.json"].contains(&path)
                || path.strip_prefix("/api/v1/").is_some_and(is_export);
            assert!(known, "{told}");
        }
    }
}

/// Whether that list is given in that format; its parameters are tried on a real server (`tests/api/texts.rs`).
fn is_export(address: &str) -> bool {
    let path = address.split_once('?').map_or(address, |(path, _)| path);
    let Some((resource, format)) = path.split_once('.') else {
        return false;
    };
    let resource: Resource = resource.parse().unwrap();
    let format: Format = format.parse().unwrap();
    resource.spec().formats.contains(&format)
}

#[test]
fn every_resource_and_format_can_be_downloaded_from_the_page_of_data() {
    let data = Texts::read(None, URL).unwrap();
    let html = Html::parse_fragment(&data.find("donnees", Language::Fr).unwrap().html);
    let links = attributes(&html, "a", "href");
    for resource in Resource::ALL {
        for format in resource.spec().formats {
            let link = format!("/api/v1/{resource}.{format}");
            assert!(links.contains(&link), "{link}");
        }
        let link = format!("/api/v1/{resource}.csv?dialect=excel-fr");
        assert!(links.contains(&link), "{link}");
    }
}

#[test]
fn typography_is_right() {
    for (language, text) in texts() {
        let html = Html::parse_fragment(&text.html);
        let sentences = selector(BLOCKS);
        let blocks = html.select(&sentences).map(read_aloud);
        for said in [text.title, text.summary].into_iter().chain(blocks) {
            // What the operator says is the operator's.
            let said = said.replace("Réseau <b>&amp;</b> \"Cie\"", "Réseau");
            assert_eq!(typography::fault(language, &said), None, "{said:?}");
            assert!(
                !said.contains("  ") && !said.contains('\n') && said.trim() == said,
                "{said:?}"
            );
        }
    }
}

/// The sentence of a block; code in it counts as one word.
fn read_aloud(block: ElementRef<'_>) -> String {
    let mut said = String::new();
    for node in block.descendants() {
        let is_code = |value: &Node| value.as_element().is_some_and(|element| element.name() == "code");
        match node.value() {
            Node::Text(words) if !node.ancestors().any(|above| is_code(above.value())) => {
                said.push_str(words);
            }
            value if is_code(value) => said.push_str("code"),
            _ => {}
        }
    }
    said
}

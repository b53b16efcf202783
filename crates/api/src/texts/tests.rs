//! What every fragment must hold to, in both languages; and what the operator's file may say.

use super::operator::Operator;
use super::*;
use aect_types::Resource;
use aect_words::typography;
use scraper::{ElementRef, Html, Node, Selector};
use std::collections::BTreeSet;
use std::io::Write as _;

const URL: &str = "https://aect.example.org";

/// A file in which nothing is left to complete, and everything is said that can be.
const COMPLETE: &str = r#"
updated_on = "2027-03-02"
source_code = "https://code.example.org/aect"
[publisher]
name = "Réseau <b>&amp;</b> \"Cie\""
address = "1 rue de l’Exemple, 33000 Bordeaux"
siren = "200053759"
phone = "05 00 00 00 00"
director = "La présidente"
[host]
name = "Hébergeur"
address = "2 rue de l’Exemple, 75000 Paris"
phone = "01 00 00 00 00"
[contact]
email = "contact@example.org"
[data_protection]
officer = "Le service juridique"
email = "dpo@example.org"
legal_basis = "public_interest"
[accessibility]
status = "partiellement_conforme"
declared_on = "2027-03-01"
email = "acces@example.org"
[accessibility.audit]
on = "2027-02-01"
by = "Auditeur"
rate = 72.5
environments = [{ fr = "Firefox et NVDA", en = "Firefox and NVDA" }]
tools = [{ fr = "Des outils", en = "Some tools" }]
pages = [{ fr = "L’accueil", en = "The home page" }]
[[accessibility.non_conformities]]
fr = "Un défaut"
en = "A defect"
[[accessibility.disproportionate_burden]]
fr = "Une dérogation"
en = "An exemption"
[[accessibility.exempt]]
fr = "Une carte ancienne"
en = "An old map"
"#;

/// Pages of the site that a text may lead to.
const PAGES: [&str; 19] = [
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

fn texts_of(file: &str) -> Vec<(Language, SiteText)> {
    let operator = Operator::parse(file).unwrap();
    let all = Language::ALL.into_iter().flat_map(|language| {
        let of = |source: &Source| (language, source.text(&operator, URL, language).unwrap());
        SOURCES.iter().map(of).collect::<Vec<_>>()
    });
    all.collect()
}

/// Each text, with nothing said by the operator and with everything.
fn texts() -> Vec<(Language, SiteText)> {
    let shipped = Texts::read(None, URL).unwrap().0;
    [shipped, texts_of(COMPLETE)].concat()
}

fn attributes(html: &Html, of: &str, attribute: &str) -> Vec<String> {
    let of = selector(of);
    let values = html
        .select(&of)
        .filter_map(|element| element.value().attr(attribute));
    values.map(str::to_owned).collect()
}

fn text(language: Language, slug: &str, file: &str) -> SiteText {
    let wanted = |(tongue, text): &(Language, SiteText)| *tongue == language && text.slug.as_str() == slug;
    texts_of(file).into_iter().find(wanted).unwrap().1
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

#[test]
fn what_comes_with_the_binary_waits_for_the_operator_and_says_so() {
    let waiting = to_complete(None).unwrap();
    for field in [
        "publisher.name",
        "publisher.siren",
        "host.phone",
        "contact.email",
        "accessibility.declared_on",
    ] {
        assert!(waiting.contains(&field), "{field}: {waiting:?}");
    }
    for (language, marker) in [
        (Language::Fr, "<mark>à compléter par l’exploitant</mark>"),
        (Language::En, "<mark>to be completed by the operator</mark>"),
    ] {
        let texts = Texts::read(None, URL).unwrap();
        let legal = &texts.find("mentions-legales", language).unwrap().html;
        assert!(legal.contains(marker), "{legal}");
        assert!(!legal.contains("mailto:"), "{legal}");
    }
}

#[test]
fn what_the_operator_says_is_shown_and_is_never_markup() {
    assert_eq!(
        Operator::parse(COMPLETE).unwrap().to_complete(),
        Vec::<&str>::new()
    );
    let legal = text(Language::Fr, "mentions-legales", COMPLETE);
    assert!(!legal.html.contains("<mark>"), "{}", legal.html);
    assert!(
        legal
            .html
            .contains("Réseau &lt;b&gt;&amp;amp;&lt;/b&gt; &quot;Cie&quot;"),
        "{}",
        legal.html
    );
    assert!(legal.html.contains("200053759"), "{}", legal.html);
    assert!(
        legal
            .html
            .contains("<a href=\"mailto:contact@example.org\">contact@example.org</a>"),
        "{}",
        legal.html
    );
    assert_eq!(legal.updated_on.to_string(), "2027-03-02");
    let privacy = text(Language::En, "donnees-personnelles", COMPLETE);
    assert!(
        privacy.html.contains("task in the public interest"),
        "{}",
        privacy.html
    );
    let data = text(Language::Fr, "donnees", COMPLETE);
    assert!(
        data.html.contains("curl 'https://aect.example.org/api/v1/"),
        "{}",
        data.html
    );
}

#[test]
fn a_site_that_was_not_audited_does_not_comply_and_says_why() {
    let statement = Texts::read(None, URL).unwrap();
    let statement = &statement.find("accessibilite", Language::Fr).unwrap().html;
    for said in [
        "n’est pas conforme",
        "il n’a pas encore été audité",
        "Aucun audit de conformité n’a encore été réalisé",
        "n’a pas encore été vérifié avec un lecteur d’écran",
        "Défenseur des droits",
    ] {
        assert!(statement.contains(said), "{said}: {statement}");
    }
}

#[test]
fn a_site_that_was_audited_says_what_the_audit_found() {
    let statement = text(Language::Fr, "accessibilite", COMPLETE).html;
    for said in [
        "est partiellement conforme",
        "1er février 2027 par Auditeur révèle que 72,5\u{a0}% des critères",
        "<li>Un défaut</li>",
        "<li>Une dérogation</li>",
        "<li>Une carte ancienne</li>",
        "<li>Firefox et NVDA</li>",
        "établie le 1er mars 2027",
    ] {
        assert!(statement.contains(said), "{said}: {statement}");
    }
    let statement = text(Language::En, "accessibilite", COMPLETE).html;
    assert!(
        statement.contains("complies in part") && statement.contains("<li>A defect</li>"),
        "{statement}"
    );
    let whole = COMPLETE
        .replace("partiellement", "totalement")
        .replace("72.5", "100.0");
    assert!(
        text(Language::Fr, "accessibilite", &whole)
            .html
            .contains("est totalement conforme")
    );
    let little = COMPLETE.replace("partiellement", "non").replace("72.5", "20.0");
    assert!(
        text(Language::Fr, "accessibilite", &little)
            .html
            .contains("n’est pas conforme")
    );
}

#[test]
fn a_file_that_cannot_be_used_is_refused_by_the_name_of_its_field() {
    for (right, wrong, named) in [
        ("phone = \"05 00 00 00 00\"", "telephone = \"05\"", "telephone"),
        ("director = \"La présidente\"", "", "director"),
        ("siren = \"200053759\"", "siren = \"200053750\"", "siren"),
        ("email = \"dpo@example.org\"", "email = \"dpo\"", "email"),
        (
            "email = \"dpo@example.org\"",
            "email = \"a@b.c\\\"><script>\"",
            "email",
        ),
        (
            "source_code = \"https://code",
            "source_code = \"javascript:code",
            "source_code",
        ),
        ("officer = \"Le service juridique\"", "officer = \"\"", "officer"),
        ("\"public_interest\"", "\"because\"", "legal_basis"),
        ("\"partiellement_conforme\"", "\"conforme\"", "status"),
        (
            "\"partiellement_conforme\"",
            "\"totalement_conforme\"",
            "accessibility.status",
        ),
        ("rate = 72.5", "rate = 172.5", "accessibility.audit.rate"),
        (
            "declared_on = \"2027-03-01\"",
            "declared_on = \"2027\"",
            "declared_on",
        ),
        ("by = \"Auditeur\"", "by = \"à compléter par l’exploitant\"", "by"),
        ("en = \"A defect\"", "", "en"),
    ] {
        assert!(COMPLETE.contains(right), "{right}");
        let error = Operator::parse(&COMPLETE.replace(right, wrong)).unwrap_err();
        assert!(format!("{error:#}").contains(named), "{named}: {error:#}");
    }
    let unaudited = COMPLETE.replace("[accessibility.audit]", "[accessibility.nothing]");
    assert!(Operator::parse(&unaudited).is_err());
    let shipped = include_str!("../../texts/site.toml");
    let claimed = shipped.replace("status = \"non_conforme\"", "status = \"totalement_conforme\"");
    let error = Operator::parse(&claimed).unwrap_err();
    assert!(error.to_string().contains("accessibility.status"), "{error}");
}

#[test]
fn the_file_of_the_operator_is_read_and_named_in_what_is_wrong_with_it() {
    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.write_all(COMPLETE.as_bytes()).unwrap();
    assert_eq!(to_complete(Some(file.path())).unwrap(), Vec::<&str>::new());
    file.write_all(b"unknown = 1").unwrap();
    let error = format!("{:#}", to_complete(Some(file.path())).unwrap_err());
    assert!(
        error.contains(&file.path().display().to_string()) && error.contains("unknown"),
        "{error}"
    );
    let error = to_complete(Some(FilePath::new("/nowhere/site.toml"))).unwrap_err();
    assert!(error.to_string().contains("/nowhere/site.toml"), "{error}");
}

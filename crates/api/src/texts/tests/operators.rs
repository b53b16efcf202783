//! The operator's file: what it says is shown and never markup, and what is wrong with it is named.

use super::*;
use std::io::Write as _;

fn text(language: Language, slug: &str, file: &str) -> SiteText {
    let wanted = |(tongue, text): &(Language, SiteText)| *tongue == language && text.slug.as_str() == slug;
    texts_of(file).into_iter().find(wanted).unwrap().1
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
    let shipped = include_str!("../../../texts/site.toml");
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

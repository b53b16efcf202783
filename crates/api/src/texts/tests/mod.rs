//! What every fragment must hold to, in both languages; and what the operator's file may say.

mod fragments;
mod operators;

use super::operator::Operator;
use super::*;

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
    let shipped = Texts::read(None, URL).unwrap().all;
    [shipped, texts_of(COMPLETE)].concat()
}

//! What is read is written as it was; what is typed is read as people mean it.

use super::*;
use aect_words::pages::editor;
use serde_json::json;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

fn known() -> Known {
    Known {
        language: Language::Fr,
        names: BTreeMap::from([("t-1".to_owned(), "Eau".to_owned())]),
    }
}

const ROLES: Codes = |_| vec![("partner", "Partenaire")];

#[test]
fn what_a_record_says_is_sent_as_it_is_given() {
    let lead = json!({"id": "c-1", "slug": "x", "name": "Bordeaux"});
    let eur = |cents: i64| json!({"amount_cents": cents, "currency": "EUR"});
    for (shape, read, sent) in [
        (Shape::Line("text"), json!("Eau"), json!("Eau")),
        (Shape::Long(280), json!(null), json!(null)),
        (Shape::Date, json!("2024-09"), json!("2024-09")),
        (Shape::Number, json!(2.5), json!(2.5)),
        (Shape::Truth(editor::YES), json!(true), json!(true)),
        (Shape::Truth(editor::YES), json!(false), json!(false)),
        (Shape::Lead, lead.clone(), json!("c-1")),
        (
            Shape::Several(List::Themes),
            json!([{"id": "t-1", "name_fr": "Eau"}]),
            json!(["t-1"]),
        ),
        (Shape::Several(List::Goals), json!([4, 6]), json!([4, 6])),
        (
            Shape::Money,
            json!({"min": eur(1_500_050), "max": null}),
            json!({"min": eur(1_500_050), "max": null}),
        ),
        (
            Shape::Links,
            json!([{"title": "Film", "url": "https://x.fr"}]),
            json!([{"title": "Film", "url": "https://x.fr"}]),
        ),
        (
            Shape::Chosen(Source::Actors(ROLES)),
            json!([{"actor": {"id": "a-1", "name": "AFD"}, "role": "partner"}]),
            json!([{"actor": "a-1", "role": "partner"}]),
        ),
        (
            Shape::Chosen(Source::PartnerAuthorities),
            json!([{"id": "p-1", "name": "Bilma", "country": "NE"}]),
            json!(["p-1"]),
        ),
        (
            Shape::Chosen(Source::Interests(ROLES)),
            json!([{"theme": {"id": "t-1", "name_fr": "Eau"}, "country": null, "level": "partner"}]),
            json!([{"theme": "t-1", "country": null, "level": "partner"}]),
        ),
    ] {
        let rows = shape.read(&read, &known());
        assert_eq!(shape.write(&rows), Ok(sent.clone()), "{shape:?}");
        // As the history has it, references are identifiers.
        let again = shape.read(&sent, &known());
        assert_eq!(shape.write(&again), Ok(sent), "{shape:?}");
    }
}

#[test]
fn a_name_is_found_for_an_identifier() {
    let rows = Shape::Several(List::Themes).read(&json!(["t-1", "t-2"]), &known());
    let names: Vec<&str> = rows.iter().map(|row| row.label.as_str()).collect();
    assert_eq!(names, ["Eau", "t-2"]);
    assert_eq!(Shape::Several(List::Themes).told(&rows, Language::Fr), "Eau, t-2");
}

#[test]
fn amounts_are_read_as_people_write_them() {
    for (text, cents) in [
        ("15000", 1_500_000),
        ("15 000 €", 1_500_000),
        ("15\u{202f}000,5", 1_500_050),
        ("0.05", 5),
    ] {
        assert_eq!(parts::cents(text), Ok(Some(cents)), "{text}");
    }
    assert_eq!(parts::cents("  "), Ok(None));
    for wrong in ["beaucoup", "-3", "1,234", "1e9", "9999999999999999"] {
        assert_eq!(parts::cents(wrong), Err(editor::MONEY_WRONG), "{wrong}");
    }
}

#[test]
fn what_cannot_be_read_says_what_to_write() {
    let row = |text: &str| vec![Row::of(text)];
    assert_eq!(Shape::Date.write(&row("2027-x")), Err(editor::DATE_WRONG));
    assert_eq!(Shape::Number.write(&row("deux")), Err(editor::NUMBER_WRONG));
    assert_eq!(Shape::Number.write(&row("0,5")), Ok(json!(0.5)));
    let share = vec![Row {
        key: "SN".to_owned(),
        label: String::new(),
        extra: "1-x".to_owned(),
    }];
    assert_eq!(
        Shape::Chosen(Source::Countries).write(&share),
        Err(editor::SHARE_WRONG)
    );
}

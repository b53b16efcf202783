//! What is read is written as it was; what is typed is read as people mean it.

use super::*;
use aect_words::pages::{editor, event_form};
use serde_json::json;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

fn known() -> Known {
    Known {
        language: Language::Fr,
        names: BTreeMap::from([("t-1".to_owned(), "Eau".to_owned())]),
    }
}

const fn column(name: &'static str, shape: Shape) -> Column {
    Column {
        name,
        label: editor::TITLE,
        shape,
        needed: false,
    }
}

static LINES: Table = Table {
    columns: &[
        column("", Shape::Payer),
        column("amount", Shape::Amount),
        column("at", Shape::Kept("null")),
    ],
    add: editor::ADD,
};

static EACH_DAY: Table = Table {
    columns: &[column("", Shape::Day)],
    add: editor::ADD,
};

const ROLES: Codes = |_| vec![("partner", "Partenaire")];

#[test]
fn what_a_line_needs_is_sent_empty() {
    static LINK: Table = Table {
        columns: &[
            Column {
                needed: true,
                ..column("title", Shape::Line("text"))
            },
            column("scheme", Shape::Line("text")),
            column("url", Shape::Line("url")),
        ],
        add: editor::ADD,
    };
    let cells = [Row::default(), Row::default(), Row::of("https://film.example.fr")];
    assert_eq!(
        Shape::Table(&LINK).write(&cells).ok(),
        Some(json!([{"title": "", "scheme": null, "url": "https://film.example.fr"}]))
    );
}

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
            Shape::Table(&LINES),
            json!([
                {"funder": {"id": "a-1", "name": "AFD"}, "funder_name": null, "amount": eur(1_500), "at": [1.5, 2]},
                {"funder": null, "funder_name": "Patron", "amount": null, "at": null},
            ]),
            json!([
                {"funder": "a-1", "funder_name": null, "amount": eur(1_500), "at": [1.5, 2]},
                {"funder": null, "funder_name": "Patron", "amount": null, "at": null},
            ]),
        ),
        (
            Shape::Table(&EACH_DAY),
            json!(["2026-11-24"]),
            json!(["2026-11-24"]),
        ),
        (Shape::Lines, json!(["School", "Club"]), json!(["School", "Club"])),
        (Shape::Count, json!(12), json!(12)),
        (
            Shape::Recurrence,
            json!("FREQ=MONTHLY;COUNT=6"),
            json!("FREQ=MONTHLY;COUNT=6"),
        ),
        (
            Shape::Recurrence,
            json!("FREQ=WEEKLY;BYDAY=-1FR;UNTIL=20271231"),
            json!("FREQ=WEEKLY;BYDAY=-1FR;UNTIL=20271231"),
        ),
        (Shape::Recurrence, json!(null), json!(null)),
        (
            Shape::Chosen(Source::Actors(ROLES)),
            json!([{"actor": {"id": "a-1", "name": "AFD"}, "role": "partner"}]),
            json!([{"actor": "a-1", "role": "partner"}]),
        ),
        (
            Shape::Chosen(Source::Records(Resource::PartnerAuthorities)),
            json!([{"id": "p-1", "name": "Bilma", "country": "NE"}]),
            json!(["p-1"]),
        ),
        (
            Shape::Chosen(Source::Interests(ROLES)),
            json!([{"theme": {"id": "t-1", "name_fr": "Eau"}, "country": null, "level": "partner"}]),
            json!([{"theme": "t-1", "country": null, "level": "partner"}]),
        ),
        (
            Shape::Chosen(Source::Organisations(ROLES)),
            json!([{"collectivity": null, "actor": {"id": "a-1", "name": "AFD"}, "role": "partner"}]),
            json!([{"collectivity": null, "actor": "a-1", "role": "partner"}]),
        ),
        (
            Shape::Chosen(Source::Authors),
            json!([{"collectivity": {"id": "c-1", "name": "Bordeaux"}, "actor": null}]),
            json!([{"collectivity": "c-1", "actor": null}]),
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

/// What is typed of a time: first day and hour, last day and hour.
fn typed([day, start, last, end]: [&str; 4], precision: &str) -> Vec<Row> {
    let row = |label: &str, key: &str, extra: &str| Row {
        key: key.to_owned(),
        label: label.to_owned(),
        extra: extra.to_owned(),
    };
    vec![row(precision, day, start), row("", last, end)]
}

#[test]
fn a_time_is_written_as_exactly_as_it_is_known() {
    let times = |start: &str, end: Value| json!({"precision": "times", "start": start, "end": end, "time_zone": "Europe/Paris"});
    for (typed, written) in [
        (
            typed(["2026-11-24", "09:30", "", ""], ""),
            times("2026-11-24T09:30:00", Value::Null),
        ),
        (
            typed(["24/11/2026", "9h30", "", "17:00"], ""),
            times("2026-11-24T09:30:00", json!("2026-11-24T17:00:00")),
        ),
        (
            typed(["2026-11-24", "09:30", "2026-11-26", "12:00"], ""),
            times("2026-11-24T09:30:00", json!("2026-11-26T12:00:00")),
        ),
        (
            typed(["2026-11-24", "09:30", "", "17:00"], "days"),
            json!({"precision": "days", "first": "2026-11-24", "last": "2026-11-24"}),
        ),
        (
            typed(["11/2026", "", "", ""], "period"),
            json!({"precision": "period", "date": "2026-11"}),
        ),
    ] {
        assert_eq!(Shape::Time.write(&typed), Ok(written.clone()), "{typed:?}");
        // What the record says is what was typed, or the same in other words.
        let again = Shape::Time.read(&written, &known());
        assert_eq!(Shape::Time.write(&again), Ok(written));
    }
    let elsewhere = json!({"precision": "times", "start": "2026-11-24T09:30:00", "end": null, "time_zone": "Africa/Dakar"});
    let read = Shape::Time.read(&elsewhere, &known());
    assert_eq!(Shape::Time.write(&read), Ok(elsewhere));
}

#[test]
fn a_time_that_cannot_be_says_why() {
    for (typed, why) in [
        (typed(["", "", "", ""], ""), editor::DAY_WRONG),
        (typed(["2026-11-24", "", "", ""], ""), editor::HOUR_MISSING),
        (typed(["2026-11-24", "25:00", "", ""], ""), editor::HOUR_WRONG),
        (
            typed(["2026-11-24", "09:30", "2026-11-26", ""], ""),
            editor::HOUR_WRONG,
        ),
        (
            typed(["2026-11-24", "09:30", "", "08:00"], ""),
            event_form::END_WRONG,
        ),
        (
            typed(["2026-11-24", "", "2026-11-23", ""], "days"),
            event_form::END_WRONG,
        ),
        (typed(["soon", "", "", ""], "period"), editor::DATE_WRONG),
    ] {
        assert_eq!(Shape::Time.write(&typed), Err(why), "{typed:?}");
    }
}

#[test]
fn lines_that_say_nothing_are_left_out() {
    let mut rows: Vec<Row> = LINES.line(Language::Fr).collect();
    assert_eq!(Shape::Table(&LINES).write(&rows), Ok(json!([])));
    rows[1] = Row::of("beaucoup");
    assert_eq!(Shape::Table(&LINES).write(&rows), Err(editor::MONEY_WRONG));
}

//! When an event takes place, in the browser's own fields for days and hours; and how it comes back.

use super::slot::{Part, Slot, labelled};
use crate::browser;
use crate::intl::Browser;
use crate::pages::editor::record::{Editor, Field};
use crate::pages::editor::shapes::time::{self, DAYS, PERIOD, TIMES, ZONE};
use crate::pages::editor::shapes::{Row, Shape};
use crate::ui::node::{live, node, told};
use aect_pages::Voice as _;
use aect_words::pages::{Text, event_form as words};
use leptos::prelude::*;

/// The control.
pub(super) fn view(editor: Editor, field: Field) -> Vec<AnyView> {
    let precision = Memo::new(move |_| field.rows.with(|rows| time::precision(rows).to_owned()));
    let ways = [
        (TIMES, words::TIMES),
        (DAYS, words::DAYS),
        (PERIOD, words::PERIOD),
    ];
    let ways = ways.map(|(way, name)| choice(editor, field, precision, way, name));
    let fields = move || match precision.get().as_str() {
        PERIOD => period(editor, field),
        DAYS => days(editor, field),
        _ => times(editor, field),
    };
    vec![
        view! { <div class="field-ways" role="radiogroup" aria-label=words::PRECISION.of(editor.language)>{ways.into_iter().collect::<Vec<_>>()}</div> }
            .into_any(),
        live(fields),
        view! { <p class="hint warned" role="status">{live(move || warning(editor, field))}</p> }.into_any(),
    ]
}

fn choice(editor: Editor, field: Field, precision: Memo<String>, way: &'static str, name: Text) -> AnyView {
    let choose = move |_| {
        let said = if way == TIMES { "" } else { way };
        slot(field, 0, |row| &mut row.label).write(said.to_owned());
    };
    view! {
        <label class="field-choice">
            <input type="radio" name="time/precision" value=way prop:checked=move || precision.get() == way on:change=choose />
            {name.of(editor.language)}
        </label>
    }
    .into_any()
}

const fn slot(field: Field, rank: usize, of: Part) -> Slot {
    Slot { field, rank, of }
}

/// The first or the last day, or its hour.
fn part(
    editor: Editor,
    field: Field,
    label: Text,
    (rank, kind): (usize, &'static str),
    id: &'static str,
) -> AnyView {
    let of: Part = if kind == "time" {
        |row| &mut row.extra
    } else {
        |row| &mut row.key
    };
    let slot = slot(field, rank, of);
    labelled(label, slot.input(kind, id.to_owned()), editor.language)
}

fn times(editor: Editor, field: Field) -> AnyView {
    let when = vec![
        part(editor, field, words::DAY, (0, "date"), "time"),
        part(editor, field, words::START, (0, "time"), "time/start"),
        part(editor, field, words::END, (1, "time"), "time/end"),
    ];
    let more = vec![
        part(editor, field, words::END_DAY, (1, "date"), "time/last"),
        zone(editor, field),
    ];
    node(
        "div",
        "",
        vec![node("div", "field-parts", when), node("div", "field-parts", more)],
    )
}

fn days(editor: Editor, field: Field) -> AnyView {
    let parts = vec![
        part(editor, field, words::FIRST_DAY, (0, "date"), "time"),
        part(editor, field, words::LAST_DAY, (1, "date"), "time/last"),
    ];
    node("div", "field-parts", parts)
}

fn period(editor: Editor, field: Field) -> AnyView {
    let parts = vec![part(editor, field, words::DATE, (0, "text"), "time")];
    let help = told("p", "hint", words::DATE_HELP.of(editor.language));
    node("div", "", vec![node("div", "field-parts", parts), help])
}

/// The time zone: that of the region first, then all that the browser knows.
fn zone(editor: Editor, field: Field) -> AnyView {
    let slot = slot(field, 1, |row| &mut row.label);
    let present = untrack(|| slot.read());
    let mut zones = browser::time_zones();
    zones.retain(|zone| zone != ZONE && *zone != present);
    // What is not said is the region's.
    let first = (String::new(), called(ZONE));
    let present = (!present.is_empty()).then(|| (present.clone(), called(&present)));
    let rest = zones.into_iter().map(|zone| {
        let name = called(&zone);
        (zone, name)
    });
    let choices = std::iter::once(first).chain(present).chain(rest);
    let control = slot.select("time/time_zone".to_owned(), choices.collect());
    labelled(words::ZONE, control, editor.language)
}

/// `Europe/Paris`: Paris.
fn called(zone: &str) -> String {
    let (area, city) = zone.rsplit_once('/').unwrap_or(("", zone));
    let city = city.replace('_', " ");
    if area.is_empty() {
        city
    } else {
        format!("{city} ({area})")
    }
}

/// What the reader may not have meant: the past, or an end before its start.
fn warning(editor: Editor, field: Field) -> Option<String> {
    let rows = field.rows.get();
    let [start, end] = time::both(&rows);
    if start.key.is_empty() {
        return None;
    }
    let language = editor.language;
    match Shape::Time.write(&rows) {
        Err(wrong) if wrong == words::END_WRONG => return Some(wrong.of(language).to_owned()),
        Ok(_) | Err(_) => {}
    }
    let last = if end.key.is_empty() { start.key } else { end.key };
    let today = Browser(language).today().to_string();
    // Days of native fields are written as the API writes them.
    let past = last.len() == today.len() && last < today;
    past.then(|| words::PAST.of(language).to_owned())
}

/// How it comes back, and how many times.
pub(super) fn recurrence(editor: Editor, field: Field) -> Vec<AnyView> {
    let language = editor.language;
    let rule = slot(field, 0, |row| &mut row.key);
    let present = untrack(|| rule.read());
    let mut rules: Vec<(String, String)> = words::RULES
        .map(|(code, name)| (code.to_owned(), name.of(language).to_owned()))
        .to_vec();
    // A rule that a calendar wrote stays as it is.
    if !present.is_empty() && !rules.iter().any(|(code, _)| *code == present) {
        let name = format!("{} ({present})", words::OTHER_RULE.of(language));
        rules.push((present, name));
    }
    rules.insert(0, (String::new(), words::ONCE.of(language).to_owned()));
    let again = Memo::new(move |_| {
        field
            .rows
            .with(|rows| rows.first().is_some_and(|row| !row.key.is_empty()))
    });
    let count = move || {
        again.get().then(|| {
            let count = slot(field, 0, |row: &mut Row| &mut row.extra);
            let input = count.input("text", "recurrence/count".to_owned());
            let help = told("p", "hint", words::REPEAT_COUNT_HELP.of(language));
            node(
                "div",
                "",
                vec![labelled(words::REPEAT_COUNT, input, language), help],
            )
        })
    };
    vec![
        labelled(
            words::REPEAT,
            rule.select(field.spec.id.to_owned(), rules),
            language,
        ),
        live(count),
    ]
}

//! The controls of the fields: one for each shape, label, why, help and error in one piece around them.

mod preview;
mod slot;
mod table;
mod time;

use super::chooser;
use super::record::{Around, Editor, Field};
use super::shapes::{List, Row, Shape};
use crate::names::use_names;
use crate::pages::records::rights::edited;
use crate::ui::form::described;
use crate::ui::node::{live, node};
use aect_types::given::limits;
use aect_words::pages::{Text, editor as words, form as form_words};
use leptos::prelude::*;
pub(super) use slot::Slot;
use slot::{Part, labelled};

/// The fields whose text is Markdown.
const MARKDOWN: [&str; 7] = [
    "description",
    "purpose",
    "report",
    "brings_home",
    "results",
    "beneficiaries",
    "looking_for_note",
];

/// A field with its control.
pub(super) fn control(editor: Editor, field: Field) -> AnyView {
    let id = field.spec.id;
    match field.spec.shape {
        Shape::Line(kind) => single(editor, field, line(editor, field, kind)),
        Shape::Number | Shape::Date | Shape::Count | Shape::Amount => {
            single(editor, field, line(editor, field, "text"))
        }
        Shape::Day => single(editor, field, line(editor, field, "date")),
        Shape::Long(most) => single(editor, field, long(editor, field, Some(most))),
        Shape::Lines => single(editor, field, long(editor, field, None)),
        Shape::Choice(list) => single(editor, field, select(editor, field, editor.listed(list))),
        Shape::Lead => single(editor, field, select(editor, field, editor.leads())),
        Shape::Truth(meaning) => group(
            editor,
            field,
            vec![tick(
                field,
                id.to_owned(),
                "true".to_owned(),
                meaning.of(editor.language).to_owned(),
            )],
        ),
        Shape::Several(list) => group(editor, field, several(editor, field, list)),
        Shape::Money => group(editor, field, money(editor, field)),
        Shape::Chosen(source) => group(editor, field, chooser::view(editor, field, source)),
        Shape::Table(table) => group(editor, field, table::view(editor, field, table)),
        Shape::Time => group(editor, field, time::view(editor, field)),
        Shape::Recurrence => group(editor, field, time::recurrence(editor, field)),
        // Cells of tables only.
        Shape::Payer | Shape::Kept(_) => ().into_any(),
    }
}

/// The name of a field; where it may stay empty, that as well.
fn name(editor: Editor, field: Field) -> AnyView {
    let optional = (!editor.requires(field)).then(|| {
        let words = form_words::OPTIONAL.of(editor.language);
        view! { " " <span class="hint">"(" {words} ")"</span> }
    });
    view! { {field.spec.label.of(editor.language)} {optional} }.into_any()
}

/// A field of one control, with the label tied to it.
fn single(editor: Editor, field: Field, control: AnyView) -> AnyView {
    let (id, help) = (field.spec.id, field.spec.help);
    let fault = editor.form().fault(id);
    view! {
        <div class="field" class:field-wrong=move || fault.get().is_some()>
            <label for=id>{name(editor, field)}</label>
            {editor.form().hint(id, help)}
            {editor.form().wrong(id, fault)}
            {control}
        </div>
    }
    .into_any()
}

/// A field of several controls.
fn group(editor: Editor, field: Field, controls: Vec<AnyView>) -> AnyView {
    let (id, help) = (field.spec.id, field.spec.help);
    let fault = editor.form().fault(id);
    view! {
        <fieldset class="field" class:field-wrong=move || fault.get().is_some()
            aria-describedby=move || described(id, help.is_some(), fault.get().is_some())>
            <legend>{name(editor, field)}</legend>
            {editor.form().hint(id, help)}
            {editor.form().wrong(id, fault)}
            {controls}
        </fieldset>
    }
    .into_any()
}

/// What a field of one text holds; watched.
fn first(field: Field) -> String {
    field
        .rows
        .with(|rows| rows.first().map(|row| row.key.clone()).unwrap_or_default())
}

/// Writes a text into a field of one text.
fn write(field: Field, text: String) {
    let rows = if text.is_empty() {
        Vec::new()
    } else {
        vec![Row::of(text)]
    };
    field.rows.set(rows);
}

fn line(editor: Editor, field: Field, kind: &'static str) -> AnyView {
    let (id, help) = (field.spec.id, field.spec.help.is_some());
    let fault = editor.form().fault(id);
    view! {
        <input type=kind id=id name=id autocomplete="off" required=field.spec.required
            aria-describedby=move || described(id, help, fault.get().is_some())
            aria-invalid=move || fault.get().map(|_| "true")
            prop:value=move || first(field)
            on:input=move |event| write(field, event_target_value(&event)) />
    }
    .into_any()
}

/// A text of several lines; where there is room for few letters, it says how many are used.
fn long(editor: Editor, field: Field, most: Option<usize>) -> AnyView {
    let (id, help) = (field.spec.id, field.spec.help.is_some());
    let fault = editor.form().fault(id);
    let language = editor.language;
    let count = move || {
        let used = field
            .rows
            .with(|rows| rows.first().map_or(0, |row| row.key.chars().count()));
        let most = most.unwrap_or_default();
        format!("{used} {} {most}", words::LETTERS_OF.of(language))
    };
    let few = most.is_none_or(|most| most <= limits::SUMMARY_MAX);
    let counted = few && most.is_some();
    let rows = if few { "3" } else { "5" };
    view! {
        <textarea id=id name=id rows=rows
            aria-describedby=move || described(id, help, fault.get().is_some())
            aria-invalid=move || fault.get().map(|_| "true")
            prop:value=move || first(field)
            on:input=move |event| write(field, event_target_value(&event))></textarea>
        {counted.then(|| view! { <p class="hint">{live(count)}</p> })}
        {MARKDOWN.contains(&id).then(|| preview::view(editor, field))}
    }
    .into_any()
}

/// One of few, by code or identifier.
fn select(editor: Editor, field: Field, choices: Vec<(String, String)>) -> AnyView {
    let (id, help) = (field.spec.id, field.spec.help.is_some());
    let fault = editor.form().fault(id);
    let empty = (String::new(), words::CHOOSE.of(editor.language).to_owned());
    let names = choices.clone();
    let option = |(code, name): (String, String)| {
        let value = code.clone();
        view! { <option value=value prop:selected=move || first(field) == code>{name}</option> }.into_any()
    };
    let choose = move |event| {
        let code = event_target_value(&event);
        let label = names
            .iter()
            .find(|(known, _)| *known == code)
            .map(|(_, name)| name.clone());
        // A record or a country has its name beside it, a code has none.
        let label = label
            .filter(|_| !matches!(field.spec.shape, Shape::Choice(List::Codes(_))))
            .unwrap_or_default();
        field.rows.set(if code.is_empty() {
            Vec::new()
        } else {
            vec![Row {
                label,
                ..Row::of(code)
            }]
        });
    };
    view! {
        <select id=id name=id required=field.spec.required
            aria-describedby=move || described(id, help, fault.get().is_some())
            aria-invalid=move || fault.get().map(|_| "true")
            on:change=choose>
            {std::iter::once(empty).chain(choices).map(option).collect::<Vec<_>>()}
        </select>
    }
    .into_any()
}

/// Boxes to tick.
fn several(editor: Editor, field: Field, list: List) -> Vec<AnyView> {
    let boxes: Vec<AnyView> = editor
        .listed(list)
        .into_iter()
        .enumerate()
        .map(|(rank, (code, name))| {
            // What the summary of errors leads to is the first.
            let own = if rank == 0 {
                field.spec.id.to_owned()
            } else {
                format!("{}-{code}", field.spec.id)
            };
            tick(field, own, code, name)
        })
        .collect();
    vec![view! { <div class="field-boxes">{boxes}</div> }.into_any()]
}

fn tick(field: Field, id: String, code: String, name: String) -> AnyView {
    let labelled = matches!(field.spec.shape, Shape::Several(List::Themes));
    let row = Row {
        key: code.clone(),
        label: if labelled { name.clone() } else { String::new() },
        extra: String::new(),
    };
    let change = move |event| {
        let ticked = event_target_checked(&event);
        field.rows.update(|rows| {
            rows.retain(|known| known.key != row.key);
            if ticked {
                rows.push(row.clone());
            }
        });
    };
    let ticked = move || field.rows.with(|rows| rows.iter().any(|row| row.key == code));
    view! {
        <label class="field-choice">
            <input type="checkbox" id=id prop:checked=ticked on:change=change />
            {name}
        </label>
    }
    .into_any()
}

/// The two ends of a range.
fn money(editor: Editor, field: Field) -> Vec<AnyView> {
    let end = |id: String, label: Text, of: Part| {
        let slot = Slot { field, rank: 0, of };
        labelled(label, slot.input("text", id), editor.language)
    };
    let id = field.spec.id;
    let ends = vec![
        end(id.to_owned(), words::AT_LEAST, |row| &mut row.key),
        end([id, "/max"].concat(), words::AT_MOST, |row| &mut row.extra),
    ];
    vec![node("div", "field-parts", ends)]
}

/// A small choice among codes, beside something that was chosen.
pub(super) fn small_select(
    label: String,
    codes: Vec<(&'static str, &'static str)>,
    value: impl Fn() -> String + Copy + Send + Sync + 'static,
    choose: impl Fn(String) + 'static,
) -> AnyView {
    let option = |(code, name): (&'static str, &'static str)| {
        view! { <option value=code prop:selected=move || value() == code>{name}</option> }.into_any()
    };
    view! {
        <select aria-label=label on:change=move |event| choose(event_target_value(&event))>
            {codes.into_iter().map(option).collect::<Vec<_>>()}
        </select>
    }
    .into_any()
}

impl Editor {
    /// What a short list has.
    pub(super) fn listed(self, list: List) -> Vec<(String, String)> {
        match list {
            List::Codes(codes) => {
                let codes = codes(self.language).into_iter();
                codes
                    .map(|(code, name)| (code.to_owned(), name.to_owned()))
                    .collect()
            }
            List::Themes => self
                .around
                .with_value(|Around { options, .. }| options.themes.clone()),
            List::Countries => self
                .around
                .with_value(|Around { options, .. }| options.countries.clone()),
            List::Groups => self
                .around
                .with_value(|Around { options, .. }| options.groups.clone()),
            List::Goals => (1..=17)
                .map(|number: u8| {
                    let number = number.to_string();
                    let name = [&number, ". ", &use_names().sdg(&number, self.language)].concat();
                    (number, name)
                })
                .collect(),
        }
    }

    /// The collectivities that may lead: those of the person, and the one that leads.
    fn leads(self) -> Vec<(String, String)> {
        let own = self.around.with_value(|Around { account, .. }| {
            let own = edited(account).map(|one| (one.record.to_string(), one.name.clone()));
            own.collect::<Vec<_>>()
        });
        let present = self
            .field("lead")
            .and_then(|field| field.saved.with_untracked(|rows| rows.first().cloned()));
        let present = present.map(|row| (row.key, row.label));
        let mut leads = own;
        leads.extend(present.filter(|(id, _)| !leads.iter().any(|(known, _)| known == id)));
        leads
    }
}

//! What is written of each kind of record: which fields, in which order, and what they are for.

mod collectivity;
mod project;

use super::shapes::{Codes, Shape};
use aect_types::Resource;
use aect_words::pages::Text;
use aect_words::{Labelled, Language};
use serde_json::{Map, Value};

/// A field of a record.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spec {
    /// What the API calls it, and where it is in the record (RFC 6901, without the first slash); its identifier in the page.
    pub(super) id: &'static str,
    pub(super) label: Text,
    /// Why one should fill it in.
    pub(super) help: Option<Text>,
    pub(super) shape: Shape,
    /// Without it there is no record.
    pub(super) required: bool,
}

/// Fields that belong together; those without a name come first, and are always open.
#[derive(Clone, Copy, Debug)]
pub(super) struct Section {
    pub(super) name: Option<Text>,
    pub(super) fields: &'static [Spec],
}

/// What one writes of a kind of record.
pub(super) const fn sections(resource: Resource) -> &'static [Section] {
    match resource {
        Resource::Collectivities => collectivity::SECTIONS,
        _ => project::SECTIONS,
    }
}

/// All fields of a kind of record.
pub(super) fn specs(resource: Resource) -> impl Iterator<Item = &'static Spec> {
    sections(resource).iter().flat_map(|section| section.fields)
}

/// A project that says nothing yet: every field of the contract is there.
pub(super) fn blank() -> Map<String, Value> {
    project::blank()
}

/// The value of a field in a record.
pub(super) fn value<'a>(record: &'a Value, id: &str) -> &'a Value {
    let found = id.split('/').try_fold(record, |value, name| value.get(name));
    found.unwrap_or(&Value::Null)
}

/// Puts the value of a field into a record, or into a change of one.
pub(super) fn put(record: &mut Map<String, Value>, id: &str, value: Value) {
    let Some((name, rest)) = id.split_once('/') else {
        record.insert(id.to_owned(), value);
        return;
    };
    let mut within = match record.remove(name) {
        Some(Value::Object(within)) => within,
        _ => Map::new(),
    };
    put(&mut within, rest, value);
    record.insert(name.to_owned(), Value::Object(within));
}

/// The codes of a closed list, with what they are called.
fn codes<T: Labelled + Into<&'static str>>(
    all: &[T],
    language: Language,
) -> Vec<(&'static str, &'static str)> {
    all.iter()
        .map(|code| ((*code).into(), code.label(language)))
        .collect()
}

const fn required(id: &'static str, label: Text, help: Option<Text>, shape: Shape) -> Spec {
    Spec {
        id,
        label,
        help,
        shape,
        required: true,
    }
}

pub(super) const fn optional(id: &'static str, label: Text, help: Option<Text>, shape: Shape) -> Spec {
    Spec {
        id,
        label,
        help,
        shape,
        required: false,
    }
}

/// One of few.
const fn choice(codes: Codes) -> Shape {
    Shape::Choice(codes)
}

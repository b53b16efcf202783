//! What is written of each kind of record: which fields, in which order, and what they are for.

mod actor;
mod collectivity;
mod event;
mod group;
mod initiative;
mod news;
mod partner;
mod project;
mod resource;
mod theme;

use super::shapes::{Codes, Column, List, Shape, Table};
use aect_types::Resource;
use aect_words::pages::{Text, editor as words};
use aect_words::{Labelled, Language};
use serde_json::{Map, Value, json};

/// A kind of record.
pub(super) struct Kind {
    /// What it is called: a member of its records.
    pub(super) name: &'static str,
    /// Whether one begins with a draft that saves itself. Others are everybody's, and there for all from the first.
    pub(super) drafts: bool,
    pub(super) sections: &'static [Section],
    /// What the contract wants to be said of a new one, though it says nothing.
    pub(super) blank: &'static [(&'static str, Blank)],
    /// What a copy says anew.
    pub(super) own: &'static [&'static str],
}

/// What is said where nothing is.
#[derive(Clone, Copy)]
pub(super) enum Blank {
    List,
    No,
    Zero,
    Null,
    Code(&'static str),
}

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

/// What is written of a kind of record.
pub(super) const fn kind(resource: Resource) -> &'static Kind {
    match resource {
        Resource::Collectivities => &collectivity::KIND,
        Resource::Events => &event::KIND,
        Resource::News => &news::KIND,
        Resource::Actors => &actor::KIND,
        Resource::PartnerAuthorities => &partner::KIND,
        Resource::ThematicGroups => &group::KIND,
        Resource::Resources => &resource::KIND,
        Resource::ExternalInitiatives => &initiative::KIND,
        Resource::Themes => &theme::KIND,
        _ => &project::KIND,
    }
}

/// All fields of a kind of record.
pub(super) fn specs(resource: Resource) -> impl Iterator<Item = &'static Spec> {
    kind(resource).sections.iter().flat_map(|section| section.fields)
}

/// A record that says nothing yet: every field that the contract wants is there.
pub(super) fn blank(resource: Resource) -> Map<String, Value> {
    let mut blank = Map::new();
    for (id, nothing) in kind(resource).blank {
        let nothing = match nothing {
            Blank::List => json!([]),
            Blank::No => Value::Bool(false),
            Blank::Zero => Value::from(0),
            Blank::Null => Value::Null,
            Blank::Code(code) => Value::from(*code),
        };
        put(&mut blank, id, nothing);
    }
    blank
}

/// A new record of what was written of it.
pub(super) fn whole(resource: Resource, written: Map<String, Value>) -> Map<String, Value> {
    let mut whole = blank(resource);
    for (name, value) in written {
        match (whole.get_mut(&name), value) {
            // Of what is written in parts, the others stay as they begin.
            (Some(Value::Object(parts)), Value::Object(written)) => parts.extend(written),
            (_, value) => {
                whole.insert(name, value);
            }
        }
    }
    whole
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
pub(super) fn codes<T: Labelled + Into<&'static str>>(
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
    Shape::Choice(List::Codes(codes))
}

const fn column(name: &'static str, label: Text, shape: Shape) -> Column {
    Column {
        name,
        label,
        shape,
        needed: false,
    }
}

/// A text that each line has.
const fn needed(name: &'static str, label: Text, shape: Shape) -> Column {
    Column {
        needed: true,
        ..column(name, label, shape)
    }
}

/// Links and documents, with what they are.
const LINKS: Shape = Shape::Table(&Table {
    columns: &[
        needed("title", words::LINK_TITLE, Shape::Line("text")),
        needed("url", words::LINK_URL, Shape::Line("url")),
    ],
    add: words::ADD_LINK,
});

#[cfg(test)]
mod tests {
    use super::*;
    use aect_types::Uuid;
    use aect_types::actors::ActorInput;
    use aect_types::events::EventInput;
    use aect_types::external_initiatives::ExternalInitiativeInput;
    use aect_types::given::Given;
    use aect_types::news::NewsInput;
    use aect_types::partner_authorities::PartnerAuthorityInput;
    use aect_types::projects::ProjectInput;
    use aect_types::resources::SharedResourceInput;
    use aect_types::thematic_groups::ThematicGroupInput;
    use aect_types::themes::ThemeInput;
    use serde::de::DeserializeOwned;
    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    /// With its required fields alone, a record is one, and nothing is wrong with it.
    fn is_one<T: DeserializeOwned + Given>(resource: Resource) {
        let mut record = blank(resource);
        for spec in specs(resource).filter(|spec| spec.required) {
            let value = match (spec.shape, spec.id) {
                (Shape::Time, _) => json!({"precision": "days", "first": "2026-11-24", "last": "2026-11-24"}),
                (Shape::Chosen(_), _) => json!([{"collectivity": Uuid::from_u128(1), "role": "organiser"}]),
                (Shape::Choice(List::Codes(codes)), _) => json!(codes(Language::Fr)[0].0),
                (Shape::Choice(_), _) => json!("NE"),
                (Shape::Day, _) => json!("2026-11-24"),
                (Shape::Lead, _) => json!(Uuid::nil()),
                (Shape::Count, _) => json!(3),
                _ => json!("Eau"),
            };
            put(&mut record, spec.id, value);
        }
        let record: T = serde_json::from_value(Value::Object(record)).unwrap();
        assert_eq!(record.wrong(), []);
    }

    #[test]
    fn with_the_required_fields_it_is_a_record() {
        is_one::<ProjectInput>(Resource::Projects);
        is_one::<EventInput>(Resource::Events);
        is_one::<NewsInput>(Resource::News);
        is_one::<ActorInput>(Resource::Actors);
        is_one::<PartnerAuthorityInput>(Resource::PartnerAuthorities);
        is_one::<ThematicGroupInput>(Resource::ThematicGroups);
        is_one::<SharedResourceInput>(Resource::Resources);
        is_one::<ExternalInitiativeInput>(Resource::ExternalInitiatives);
        is_one::<ThemeInput>(Resource::Themes);
    }
}

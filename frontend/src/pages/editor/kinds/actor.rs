//! What one writes of an actor.

use super::{Blank, Kind, Section, choice, codes, optional, required};
use crate::pages::editor::shapes::Shape;
use aect_types::actors::ActorKind;
use aect_types::given::limits;
use aect_words::pages::{editor as words, shared_forms as shared};

pub(super) static KIND: Kind = Kind {
    name: "name",
    drafts: false,
    sections: &[Section {
        name: None,
        fields: &[
            required(
                "name",
                shared::NAME,
                Some(shared::ACTOR_NAME_HELP),
                Shape::Line("text"),
            ),
            required(
                "kind",
                words::KIND,
                None,
                choice(|language| codes(ActorKind::ALL, language)),
            ),
            optional("acronym", shared::ACRONYM, None, Shape::Line("text")),
            optional(
                "scope",
                shared::SCOPE,
                Some(shared::SCOPE_HELP),
                Shape::Line("text"),
            ),
            optional(
                "description",
                shared::DESCRIPTION,
                None,
                Shape::Long(limits::TEXT_MAX),
            ),
            optional(
                "website",
                words::WEBSITE,
                Some(shared::WEBSITE_HELP),
                Shape::Line("url"),
            ),
        ],
    }],
    blank: &[("to_confirm", Blank::No)],
    own: &[],
};

//! What one writes of a thematic group.

use super::{Blank, Kind, LINKS, Section, choice, codes, optional, required};
use crate::pages::editor::shapes::{List, Shape, Source};
use aect_types::Resource;
use aect_types::collectivities::CollectivityKind;
use aect_types::given::limits;
use aect_types::thematic_groups::{GroupKind, JoinPolicy};
use aect_words::pages::{editor as words, initiatives, shared_forms as shared};

pub(super) static KIND: Kind = Kind {
    name: "name",
    drafts: true,
    sections: SECTIONS,
    blank: &[
        ("elsewhere", Blank::List),
        ("restricted_to", Blank::List),
        ("countries", Blank::List),
        ("themes", Blank::List),
        ("members", Blank::List),
        ("animators", Blank::List),
        ("initiatives", Blank::List),
    ],
    own: &[],
};

const SECTIONS: &[Section] = &[
    Section {
        name: None,
        fields: &[
            required("name", shared::NAME, None, Shape::Line("text")),
            required(
                "kind",
                shared::GROUP_KIND,
                None,
                choice(|language| codes(GroupKind::ALL, language)),
            ),
            optional("purpose", shared::PURPOSE, None, Shape::Long(limits::TEXT_MAX)),
            optional(
                "deliverable",
                shared::DELIVERABLE,
                Some(shared::DELIVERABLE_HELP),
                Shape::Long(limits::TEXT_MAX),
            ),
            required(
                "join_policy",
                shared::JOINING,
                None,
                choice(|language| codes(JoinPolicy::ALL, language)),
            ),
            optional(
                "next_date",
                shared::NEXT_DATE,
                Some(words::DATE_HELP),
                Shape::Date,
            ),
        ],
    },
    Section {
        name: Some(shared::SECTION_WHO),
        fields: &[
            optional(
                "animators",
                shared::ANIMATORS,
                Some(shared::ANIMATORS_HELP),
                Shape::Chosen(Source::Records(Resource::Actors)),
            ),
            optional(
                "members",
                shared::MEMBERS,
                None,
                Shape::Chosen(Source::Records(Resource::Collectivities)),
            ),
            optional(
                "restricted_to",
                shared::RESTRICTED_TO,
                Some(shared::RESTRICTED_TO_HELP),
                Shape::Several(List::Codes(|language| codes(CollectivityKind::ALL, language))),
            ),
        ],
    },
    Section {
        name: Some(shared::SECTION_WORKS_ON),
        fields: &[
            optional("themes", words::THEMES, None, Shape::Several(List::Themes)),
            optional(
                "countries",
                words::COUNTRIES,
                None,
                Shape::Chosen(Source::CountryCodes),
            ),
            optional(
                "initiatives",
                initiatives::NAMED,
                Some(initiatives::NAMED_HELP),
                Shape::Chosen(Source::Records(Resource::ExternalInitiatives)),
            ),
            optional("elsewhere", initiatives::ELSEWHERE_LINKS, None, LINKS),
        ],
    },
];

//! What one writes of a resource of the library.

use super::{Blank, Kind, Section, choice, codes, optional, required};
use crate::pages::editor::shapes::{List, Shape, Source};
use aect_types::events::Audience;
use aect_types::given::limits;
use aect_types::resources::{ResourceKind, ResourceLanguage};
use aect_words::pages::{editor as words, resources as resource};

pub(super) static KIND: Kind = Kind {
    name: "title",
    drafts: true,
    sections: SECTIONS,
    blank: &[
        ("audience", Blank::List),
        ("countries", Blank::List),
        ("publishers", Blank::List),
        ("themes", Blank::List),
    ],
    own: &[],
};

const SECTIONS: &[Section] = &[
    Section {
        name: None,
        fields: &[
            required(
                "title",
                words::TITLE,
                Some(resource::TITLE_HELP),
                Shape::Line("text"),
            ),
            required(
                "kind",
                words::KIND,
                Some(resource::KIND_HELP),
                choice(|language| codes(ResourceKind::ALL, language)),
            ),
            optional(
                "link",
                resource::LINK,
                Some(resource::LINK_HELP),
                Shape::Line("url"),
            ),
            optional(
                "publishers",
                resource::PUBLISHERS,
                Some(resource::PUBLISHERS_HELP),
                Shape::Chosen(Source::Authors),
            ),
            optional(
                "summary",
                words::SUMMARY,
                Some(resource::SUMMARY_HELP),
                Shape::Long(limits::SUMMARY_MAX),
            ),
        ],
    },
    Section {
        name: Some(resource::SECTION_ABOUT),
        fields: &[
            optional(
                "description",
                words::DESCRIPTION,
                Some(resource::DESCRIPTION_HELP),
                Shape::Long(limits::TEXT_MAX),
            ),
            optional("themes", words::THEMES, None, Shape::Several(List::Themes)),
            optional(
                "countries",
                words::COUNTRIES,
                None,
                Shape::Chosen(Source::CountryCodes),
            ),
            optional(
                "audience",
                resource::AUDIENCE,
                None,
                Shape::Several(List::Codes(|language| codes(Audience::ALL, language))),
            ),
            optional(
                "language",
                resource::LANGUAGE,
                None,
                choice(|language| codes(ResourceLanguage::ALL, language)),
            ),
            optional(
                "published_on",
                resource::PUBLISHED_ON,
                Some(words::DATE_HELP),
                Shape::Date,
            ),
            optional(
                "publisher_name",
                resource::PUBLISHER_NAME,
                Some(resource::PUBLISHER_NAME_HELP),
                Shape::Line("text"),
            ),
        ],
    },
    Section {
        name: Some(resource::SECTION_REVIEW),
        fields: &[
            optional(
                "reviewed_on",
                resource::REVIEWED_ON,
                Some(resource::REVIEWED_ON_HELP),
                Shape::Day,
            ),
            optional(
                "review_due_on",
                resource::REVIEW_DUE_ON,
                Some(resource::REVIEW_DUE_ON_HELP),
                Shape::Day,
            ),
        ],
    },
];

//! What one writes of news: what, when, in whose name; the rest waits.

use super::{Blank, Kind, LINKS, Section, optional, required};
use crate::pages::editor::shapes::{List, Shape, Source};
use aect_types::Resource;
use aect_types::given::limits;
use aect_words::pages::{editor as words, news};

pub(super) static KIND: Kind = Kind {
    name: "title",
    drafts: true,
    sections: SECTIONS,
    blank: &[
        ("countries", Blank::List),
        ("links", Blank::List),
        ("authors", Blank::List),
        ("themes", Blank::List),
        ("projects", Blank::List),
        ("events", Blank::List),
    ],
    own: &[],
};

const SECTIONS: &[Section] = &[
    Section {
        name: None,
        fields: &[
            required("title", words::TITLE, Some(news::TITLE_HELP), Shape::Line("text")),
            required(
                "published_on",
                news::PUBLISHED_ON_LABEL,
                Some(news::PUBLISHED_ON_HELP),
                Shape::Day,
            ),
            optional(
                "authors",
                news::AUTHORS,
                Some(news::AUTHORS_HELP),
                Shape::Chosen(Source::Authors),
            ),
            optional(
                "summary",
                words::SUMMARY,
                Some(news::SUMMARY_HELP),
                Shape::Long(limits::SUMMARY_MAX),
            ),
            optional(
                "description",
                news::DESCRIPTION,
                Some(news::DESCRIPTION_HELP),
                Shape::Long(limits::TEXT_MAX),
            ),
            optional("links", words::LINKS, Some(words::LINKS_HELP), LINKS),
        ],
    },
    Section {
        name: Some(news::SECTION_ABOUT),
        fields: &[
            optional("themes", words::THEMES, None, Shape::Several(List::Themes)),
            optional(
                "countries",
                words::COUNTRIES,
                Some(news::COUNTRIES_HELP),
                Shape::Chosen(Source::CountryCodes),
            ),
            optional(
                "projects",
                news::PROJECTS,
                None,
                Shape::Chosen(Source::Records(Resource::Projects)),
            ),
            optional(
                "events",
                news::EVENTS,
                None,
                Shape::Chosen(Source::Records(Resource::Events)),
            ),
            optional(
                "useful_until",
                news::USEFUL_UNTIL,
                Some(news::USEFUL_UNTIL_HELP),
                Shape::Day,
            ),
        ],
    },
];

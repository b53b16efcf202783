//! What one writes of what another network runs.

use super::{Blank, Kind, Section, choice, codes, optional, required};
use crate::pages::editor::shapes::{List, Shape, Source};
use aect_types::Resource;
use aect_types::external_initiatives::{InitiativeKind, InitiativeStatus};
use aect_types::given::limits;
use aect_words::pages::{editor as words, initiatives as initiative, shared_forms as shared};

pub(super) static KIND: Kind = Kind {
    name: "name",
    drafts: false,
    sections: SECTIONS,
    blank: &[
        ("status", Blank::Code("active")),
        ("countries", Blank::List),
        ("run_by", Blank::List),
        ("themes", Blank::List),
    ],
    own: &[],
};

const SECTIONS: &[Section] = &[Section {
    name: None,
    fields: &[
        required(
            "name",
            shared::NAME,
            Some(initiative::NAME_HELP),
            Shape::Line("text"),
        ),
        required(
            "kind",
            initiative::KIND,
            None,
            choice(|language| codes(InitiativeKind::ALL, language)),
        ),
        required(
            "status",
            initiative::STATUS,
            None,
            choice(|language| codes(InitiativeStatus::ALL, language)),
        ),
        optional(
            "run_by",
            initiative::RUN_BY_LABEL,
            None,
            Shape::Chosen(Source::Records(Resource::Actors)),
        ),
        optional(
            "run_by_name",
            initiative::RUN_BY_NAME,
            Some(initiative::RUN_BY_NAME_HELP),
            Shape::Line("text"),
        ),
        optional(
            "website",
            words::WEBSITE,
            Some(shared::WEBSITE_HELP),
            Shape::Line("url"),
        ),
        optional(
            "summary",
            words::SUMMARY,
            Some(initiative::SUMMARY_HELP),
            Shape::Long(limits::SUMMARY_MAX),
        ),
        optional("themes", words::THEMES, None, Shape::Several(List::Themes)),
        optional(
            "countries",
            words::COUNTRIES,
            None,
            Shape::Chosen(Source::CountryCodes),
        ),
    ],
}];

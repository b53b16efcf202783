//! What the people of a collectivity say of it. Its name, its figures and its place are the State's to say.

use super::{Kind, Section, choice, codes, optional};
use crate::pages::editor::shapes::{Shape, Source};
use aect_types::collectivities::{Engagement, InterestLevel};
use aect_types::given::limits;
use aect_words::pages::editor as words;

pub(super) static KIND: Kind = Kind {
    name: "full_name",
    drafts: false,
    sections: SECTIONS,
    // The State's list says which there are.
    blank: &[],
    own: &[],
};

const SECTIONS: &[Section] = &[
    Section {
        name: None,
        fields: &[
            optional(
                "summary",
                words::COLLECTIVITY_SUMMARY,
                Some(words::COLLECTIVITY_SUMMARY_HELP),
                Shape::Long(limits::NOTE_MAX),
            ),
            optional(
                "engagement",
                words::ENGAGEMENT,
                Some(words::ENGAGEMENT_HELP),
                choice(|language| codes(Engagement::ALL, language)),
            ),
            optional(
                "interests",
                words::INTERESTS,
                Some(words::INTERESTS_HELP),
                Shape::Chosen(Source::Interests(|language| codes(InterestLevel::ALL, language))),
            ),
            optional(
                "website",
                words::WEBSITE,
                Some(words::WEBSITE_HELP),
                Shape::Line("url"),
            ),
            optional(
                "contact_mailbox",
                words::MAILBOX,
                Some(words::MAILBOX_HELP),
                Shape::Line("email"),
            ),
            optional(
                "in_transition",
                words::TRANSITION,
                None,
                Shape::Truth(words::TRANSITION_LABEL),
            ),
        ],
    },
    Section {
        name: Some(words::SECTION_SERVICE),
        fields: &[
            optional(
                "international_service/name",
                words::SERVICE_NAME,
                None,
                Shape::Line("text"),
            ),
            optional(
                "international_service/attached_to",
                words::SERVICE_ATTACHED,
                Some(words::SERVICE_ATTACHED_HELP),
                Shape::Line("text"),
            ),
            optional(
                "international_service/staff_fte",
                words::SERVICE_STAFF,
                Some(words::SERVICE_STAFF_HELP),
                Shape::Number,
            ),
            optional(
                "international_service/yearly_budget",
                words::SERVICE_BUDGET,
                Some(words::BUDGET_HELP),
                Shape::Money,
            ),
            optional(
                "international_service/mandate",
                words::SERVICE_MANDATE,
                Some(words::SERVICE_MANDATE_HELP),
                Shape::Line("text"),
            ),
        ],
    },
];

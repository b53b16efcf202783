//! What one writes of a local authority abroad.

use super::{Blank, Kind, Section, optional, required};
use crate::pages::editor::shapes::{List, Shape};
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
                Some(shared::PARTNER_NAME_HELP),
                Shape::Line("text"),
            ),
            required("country", shared::COUNTRY, None, Shape::Choice(List::Countries)),
            optional(
                "authority_type",
                shared::AUTHORITY_TYPE,
                Some(shared::AUTHORITY_TYPE_HELP),
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
            optional(
                "wikidata_id",
                shared::WIKIDATA,
                Some(shared::WIKIDATA_HELP),
                Shape::Line("text"),
            ),
        ],
    }],
    blank: &[("to_confirm", Blank::No)],
    own: &[],
};

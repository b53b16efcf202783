//! What one writes of a theme.

use super::{Blank, Kind, Section, choice, codes, optional, required};
use crate::pages::editor::shapes::{List, Shape};
use aect_types::given::limits;
use aect_types::themes::ThemeKind;
use aect_words::pages::{editor as words, shared_forms as shared};

pub(super) static KIND: Kind = Kind {
    name: "name_fr",
    drafts: false,
    sections: &[Section {
        name: None,
        fields: &[
            required("name_fr", shared::NAME_FR, None, Shape::Line("text")),
            required("name_en", shared::NAME_EN, None, Shape::Line("text")),
            required(
                "kind",
                shared::THEME_KIND,
                None,
                choice(|language| codes(ThemeKind::ALL, language)),
            ),
            optional(
                "description",
                shared::DESCRIPTION,
                None,
                Shape::Long(limits::NOTE_MAX),
            ),
            optional("sdgs", words::SDGS, None, Shape::Several(List::Goals)),
            required("rank", shared::RANK, None, Shape::Count),
            optional("origin", shared::ORIGIN, None, Shape::Line("text")),
        ],
    }],
    blank: &[("rank", Blank::Zero), ("sdgs", Blank::List)],
    own: &[],
};

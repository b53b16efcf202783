//! What one writes of a project: what takes two minutes first.

use super::{Blank, Kind, LINKS, Section, Spec, choice, codes, column, needed, optional, required};
use crate::pages::editor::shapes::{List, Shape, Source, Table};
use aect_types::Resource;
use aect_types::given::limits;
use aect_types::projects::{
    ActorRole, CollectivityRole, FundingState, LookingFor, ProjectKind, ProjectStatus,
};
use aect_words::pages::{editor as words, shared_forms as shared, sharing};

pub(super) static KIND: Kind = Kind {
    name: "title",
    drafts: true,
    sections: SECTIONS,
    blank: &[
        ("countries", Blank::List),
        ("places", Blank::List),
        ("sdgs", Blank::List),
        ("dac_sectors", Blank::List),
        ("looking_for", Blank::List),
        ("other_participants", Blank::List),
        ("links", Blank::List),
        ("documents", Blank::List),
        ("collectivities", Blank::List),
        ("actors", Blank::List),
        ("partner_authorities", Blank::List),
        ("themes", Blank::List),
        ("funding_lines", Blank::List),
        ("to_confirm", Blank::No),
    ],
    own: &[],
};

const SECTIONS: &[Section] = &[
    Section {
        name: None,
        fields: FIRST,
    },
    Section {
        name: Some(words::SECTION_TELL),
        fields: &[
            optional(
                "summary",
                words::SUMMARY,
                Some(words::SUMMARY_HELP),
                Shape::Long(limits::SUMMARY_MAX),
            ),
            optional(
                "description",
                words::DESCRIPTION,
                Some(words::DESCRIPTION_HELP),
                Shape::Long(limits::TEXT_MAX),
            ),
            optional(
                "sdgs",
                words::SDGS,
                Some(words::SDGS_HELP),
                Shape::Several(List::Goals),
            ),
            optional("links", words::LINKS, Some(words::LINKS_HELP), LINKS),
        ],
    },
    Section {
        name: Some(words::SECTION_DATES),
        fields: &[
            optional("start_date", words::START, Some(words::DATE_HELP), Shape::Date),
            optional("end_date", words::END, Some(words::DATE_HELP), Shape::Date),
            optional("budget", words::BUDGET, Some(words::BUDGET_HELP), Shape::Money),
            optional(
                "funding_lines",
                shared::FUNDING,
                Some(shared::FUNDING_HELP),
                Shape::Table(&FUNDING),
            ),
        ],
    },
    Section {
        name: Some(words::SECTION_WITH),
        fields: &[
            optional(
                "partner_authorities",
                words::PARTNERS,
                None,
                Shape::Chosen(Source::Records(Resource::PartnerAuthorities)),
            ),
            optional(
                "collectivities",
                words::COLLECTIVITIES,
                Some(sharing::HELP_FORM),
                Shape::Chosen(Source::Collectivities(|language| {
                    codes(CollectivityRole::ALL, language)
                })),
            ),
            optional(
                "actors",
                words::ACTORS,
                Some(words::ACTORS_HELP),
                Shape::Chosen(Source::Actors(|language| codes(ActorRole::ALL, language))),
            ),
            optional(
                "other_participants",
                shared::OTHER_PARTICIPANTS,
                Some(shared::OTHER_PARTICIPANTS_HELP),
                Shape::Lines,
            ),
        ],
    },
    Section {
        name: Some(words::SECTION_WHERE),
        fields: &[optional(
            "places",
            shared::PLACES,
            Some(shared::PLACES_HELP),
            Shape::Table(&PLACES),
        )],
    },
    Section {
        name: Some(words::SECTION_LOOKING),
        fields: &[
            optional(
                "looking_for",
                words::LOOKING_FOR,
                Some(words::LOOKING_FOR_HELP),
                Shape::Several(List::Codes(|language| codes(LookingFor::ALL, language))),
            ),
            optional(
                "looking_for_note",
                words::LOOKING_FOR_NOTE,
                Some(words::LOOKING_FOR_NOTE_HELP),
                Shape::Long(limits::NOTE_MAX),
            ),
        ],
    },
    Section {
        name: Some(words::SECTION_RESULTS),
        fields: &[
            optional(
                "brings_home",
                words::BRINGS_HOME,
                Some(words::BRINGS_HOME_HELP),
                Shape::Long(limits::TEXT_MAX),
            ),
            optional(
                "results",
                words::RESULTS,
                Some(words::RESULTS_HELP),
                Shape::Long(limits::TEXT_MAX),
            ),
            optional(
                "beneficiaries",
                words::BENEFICIARIES,
                Some(words::BENEFICIARIES_HELP),
                Shape::Long(limits::TEXT_MAX),
            ),
        ],
    },
];

const FIRST: &[Spec] = &[
    required(
        "title",
        words::TITLE,
        Some(words::TITLE_HELP),
        Shape::Line("text"),
    ),
    required("lead", words::LEAD, Some(words::LEAD_HELP), Shape::Lead),
    required(
        "kind",
        words::KIND,
        None,
        choice(|language| codes(ProjectKind::ALL, language)),
    ),
    required(
        "status",
        words::STATUS,
        Some(words::STATUS_HELP),
        choice(|language| codes(ProjectStatus::ALL, language)),
    ),
    optional(
        "countries",
        words::COUNTRIES,
        Some(words::COUNTRIES_HELP),
        Shape::Chosen(Source::Countries),
    ),
    optional(
        "themes",
        words::THEMES,
        Some(words::THEMES_HELP),
        Shape::Several(List::Themes),
    ),
];

static FUNDING: Table = Table {
    columns: &[
        column("", shared::FUNDER, Shape::Payer),
        column("scheme", shared::SCHEME, Shape::Line("text")),
        column("amount", shared::AMOUNT, Shape::Amount),
        column("year", shared::YEAR, Shape::Count),
        column(
            "state",
            shared::FUNDING_STATE,
            choice(|language| codes(FundingState::ALL, language)),
        ),
    ],
    add: shared::ADD_FUNDING,
};

static PLACES: Table = Table {
    columns: &[
        needed("name", shared::NAME, Shape::Line("text")),
        column("country", shared::COUNTRY, Shape::Choice(List::Countries)),
        column("position", shared::NAME, Shape::Kept("null")),
        // Without a position, its country is shaded and nothing is pinned.
        column("exactness", shared::NAME, Shape::Kept("\"country_only\"")),
    ],
    add: shared::ADD_PLACE,
};

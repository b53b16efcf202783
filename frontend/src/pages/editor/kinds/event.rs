//! What one writes of an event: what, when, where and who first; the rest waits.

use super::{Blank, Kind, LINKS, Section, Spec, choice, codes, column, optional, required};
use crate::pages::editor::shapes::{List, Shape, Source, Table};
use aect_types::events::{Audience, EventKind, EventRole, EventStatus, RegistrationMode};
use aect_types::given::limits;
use aect_words::pages::{editor as words, event_form as event};

pub(super) static KIND: Kind = Kind {
    name: "title",
    drafts: true,
    sections: SECTIONS,
    blank: &[
        ("status", Blank::Code("confirmed")),
        ("recurrence_exceptions", Blank::List),
        ("online", Blank::No),
        ("call_for_co_hosts", Blank::No),
        ("audience", Blank::List),
        ("countries", Blank::List),
        ("programme", Blank::List),
        ("registration/mode", Blank::Code("none")),
        ("registration/waiting_list", Blank::No),
        ("documents", Blank::List),
        ("attendance/participants", Blank::Null),
        ("remarks", Blank::List),
        ("organisations", Blank::List),
        ("themes", Blank::List),
    ],
    own: &[
        "status",
        "recurrence_exceptions",
        "mission/report_due_on",
        "report",
        "attendance/participants",
        "attendance/elected",
        "attendance/collectivities",
    ],
};

const SECTIONS: &[Section] = &[
    Section {
        name: None,
        fields: FIRST,
    },
    Section {
        name: Some(event::SECTION_ABOUT),
        fields: ABOUT,
    },
    Section {
        name: Some(event::SECTION_REPEAT),
        fields: &[
            optional("recurrence", event::REPEAT, None, Shape::Recurrence),
            optional(
                "recurrence_exceptions",
                event::EXCEPTIONS,
                None,
                Shape::Table(&Table {
                    columns: &[column("", event::DAY, Shape::Day)],
                    add: event::ADD_DAY,
                }),
            ),
        ],
    },
    Section {
        name: Some(event::SECTION_REGISTRATION),
        fields: &[
            required(
                "registration/mode",
                event::REGISTRATION,
                None,
                choice(|language| codes(RegistrationMode::ALL, language)),
            ),
            optional(
                "registration/capacity",
                event::CAPACITY,
                Some(event::CAPACITY_HELP),
                Shape::Count,
            ),
            optional(
                "registration/waiting_list",
                event::WAITING_LIST,
                None,
                Shape::Truth(event::WAITING_LIST_LABEL),
            ),
        ],
    },
    Section {
        name: Some(event::SECTION_MISSION),
        fields: &[
            optional(
                "mission/partner_territory",
                event::TERRITORY,
                None,
                Shape::Line("text"),
            ),
            optional(
                "mission/open_seats",
                event::OPEN_SEATS,
                Some(event::OPEN_SEATS_HELP),
                Shape::Count,
            ),
            optional("mission/report_due_on", event::REPORT_DUE, None, Shape::Day),
        ],
    },
    Section {
        name: Some(event::SECTION_STATUS),
        fields: &[required(
            "status",
            event::STATUS,
            Some(event::STATUS_HELP),
            choice(|language| codes(EventStatus::ALL, language)),
        )],
    },
    Section {
        name: Some(event::SECTION_AFTER),
        fields: &[
            optional(
                "report",
                event::REPORT,
                Some(event::REPORT_HELP),
                Shape::Long(limits::TEXT_MAX),
            ),
            optional("attendance/participants", event::PARTICIPANTS, None, Shape::Count),
            optional("attendance/elected", event::ELECTED, None, Shape::Count),
            optional(
                "attendance/collectivities",
                event::COLLECTIVITIES,
                None,
                Shape::Count,
            ),
        ],
    },
];

const FIRST: &[Spec] = &[
    required(
        "title",
        words::TITLE,
        Some(event::TITLE_HELP),
        Shape::Line("text"),
    ),
    required(
        "kind",
        words::KIND,
        Some(event::KIND_HELP),
        choice(|language| codes(EventKind::ALL, language)),
    ),
    required("time", event::WHEN, None, Shape::Time),
    optional(
        "venue/name",
        event::VENUE,
        Some(event::VENUE_HELP),
        Shape::Line("text"),
    ),
    optional("venue/commune", event::COMMUNE, None, Shape::Line("text")),
    optional("online", event::ONLINE, None, Shape::Truth(event::ONLINE_LABEL)),
    required(
        "organisations",
        event::ORGANISERS,
        Some(event::ORGANISERS_HELP),
        Shape::Chosen(Source::Organisations(|language| codes(EventRole::ALL, language))),
    ),
];

const ABOUT: &[Spec] = &[
    optional("venue/address", event::ADDRESS, None, Shape::Line("text")),
    optional(
        "description",
        event::DESCRIPTION,
        Some(event::DESCRIPTION_HELP),
        Shape::Long(limits::TEXT_MAX),
    ),
    optional(
        "countries",
        words::COUNTRIES,
        Some(event::COUNTRIES_HELP),
        Shape::Chosen(Source::CountryCodes),
    ),
    optional(
        "themes",
        words::THEMES,
        Some(event::THEMES_HELP),
        Shape::Several(List::Themes),
    ),
    optional(
        "audience",
        event::AUDIENCE,
        None,
        Shape::Several(List::Codes(|language| codes(Audience::ALL, language))),
    ),
    optional(
        "audience_note",
        event::AUDIENCE_NOTE,
        None,
        Shape::Long(limits::NOTE_MAX),
    ),
    optional("group", event::GROUP, None, Shape::Choice(List::Groups)),
    optional(
        "call_for_co_hosts",
        event::CO_HOSTS,
        None,
        Shape::Truth(event::CO_HOSTS_LABEL),
    ),
    optional("documents", event::DOCUMENTS, Some(event::DOCUMENTS_HELP), LINKS),
];

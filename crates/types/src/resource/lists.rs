//! The table: the filters, orders and formats of every list.

use super::{Filter, FilterKind, Format, Resource, Spec};
use crate::query::Sorting;

const fn filter(name: &'static str, kind: FilterKind, doc: &'static str) -> Filter {
    Filter {
        name,
        kind,
        doc: documented(doc),
        facet: true,
    }
}

const fn unfaceted(name: &'static str, kind: FilterKind, doc: &'static str) -> Filter {
    Filter {
        name,
        kind,
        doc: documented(doc),
        facet: false,
    }
}

/// The documentation is the server's: the WASM leaves it out.
const fn documented(doc: &'static str) -> &'static str {
    if cfg!(target_arch = "wasm32") { "" } else { doc }
}

const THEME: Filter = filter(
    "theme",
    FilterKind::Slug(Resource::Themes),
    "Keeps records with one of these themes (slug).",
);
const COUNTRY: Filter = filter(
    "country",
    FilterKind::Country,
    "Keeps records that concern one of these countries (ISO 3166-1 alpha-2).",
);
const DEPARTMENT: Filter = filter(
    "department",
    FilterKind::Department,
    "Keeps records of collectivities in one of these departments (INSEE code).",
);

const TABLES: &[Format] = &[Format::Csv, Format::Ndjson];
const MAPS: &[Format] = &[Format::GeoJson, Format::Csv, Format::Ndjson];
const AGENDA: &[Format] = &[Format::GeoJson, Format::Csv, Format::Ndjson, Format::Ics];
const BY_NAME: &[Sorting] = &[Sorting::Name, Sorting::UpdatedAt];

pub(super) static COLLECTIVITIES: Spec = Spec {
    filters: &[
        filter(
            "kind",
            FilterKind::Code(crate::collectivities::CollectivityKind::CODES),
            "Keeps these kinds.",
        ),
        DEPARTMENT,
        unfaceted(
            "epci",
            FilterKind::Slug(Resource::Collectivities),
            "Keeps the communes of one of these inter-municipal bodies (slug).",
        ),
        filter(
            "engagement",
            FilterKind::Code(crate::collectivities::Engagement::CODES),
            "Keeps collectivities with one of these degrees of engagement abroad.",
        ),
        filter(
            "theme",
            FilterKind::Slug(Resource::Themes),
            "Keeps collectivities that act on, or care about, one of these themes.",
        ),
        filter(
            "country",
            FilterKind::Country,
            "Keeps collectivities that act in, or care about, one of these countries.",
        ),
        filter(
            "active",
            FilterKind::Bool,
            "Whether a project or twinning of theirs is known, confirmed or not.",
        ),
    ],
    sorts: &[Sorting::Name, Sorting::Population, Sorting::UpdatedAt],
    formats: MAPS,
    located: true,
    dated: false,
};

pub(super) static ACTORS: Spec = Spec {
    filters: &[filter(
        "kind",
        FilterKind::Code(crate::actors::ActorKind::CODES),
        "Keeps these kinds.",
    )],
    sorts: BY_NAME,
    formats: TABLES,
    located: false,
    dated: false,
};

pub(super) static PARTNER_AUTHORITIES: Spec = Spec {
    filters: &[
        COUNTRY,
        filter(
            "to_confirm",
            FilterKind::Bool,
            "Whether nobody has confirmed the record yet.",
        ),
    ],
    sorts: BY_NAME,
    formats: MAPS,
    located: true,
    dated: false,
};

pub(super) static PROJECTS: Spec = Spec {
    filters: &[
        THEME,
        COUNTRY,
        filter(
            "continent",
            FilterKind::Code(crate::countries::Continent::CODES),
            "Keeps projects on one of these continents.",
        ),
        DEPARTMENT,
        filter(
            "collectivity",
            FilterKind::Slug(Resource::Collectivities),
            "Keeps projects that one of these collectivities leads or shares (slug).",
        ),
        unfaceted(
            "actor",
            FilterKind::Slug(Resource::Actors),
            "Keeps projects with one of these actors (slug).",
        ),
        unfaceted(
            "partner_authority",
            FilterKind::Slug(Resource::PartnerAuthorities),
            "Keeps projects with one of these partner authorities (slug).",
        ),
        filter(
            "kind",
            FilterKind::Code(crate::projects::ProjectKind::CODES),
            "Keeps these kinds.",
        ),
        filter(
            "status",
            FilterKind::Code(crate::projects::ProjectStatus::CODES),
            "Keeps these statuses.",
        ),
        filter(
            "sdg",
            FilterKind::Number(1, 17),
            "Keeps projects with one of these Sustainable Development Goals.",
        ),
        filter(
            "dac_sector",
            FilterKind::Number(100, 999),
            "Keeps projects with one of these DAC sectors (three digits).",
        ),
        filter(
            "looking_for",
            FilterKind::Code(crate::projects::LookingFor::CODES),
            "Keeps projects that look for one of these.",
        ),
        filter(
            "year",
            FilterKind::Year,
            "Keeps projects stated to have run in one of these years: from their start to their end, else to the day of the last statement, else in their first year.",
        ),
        filter(
            "to_confirm",
            FilterKind::Bool,
            "Whether nobody has confirmed the record yet. Without this filter, twinnings to confirm are left out and counted in `left_out`.",
        ),
    ],
    sorts: &[Sorting::UpdatedAt, Sorting::Name, Sorting::Start, Sorting::Budget],
    formats: MAPS,
    located: true,
    dated: true,
};

pub(super) static EVENTS: Spec = Spec {
    filters: &[
        filter(
            "kind",
            FilterKind::Code(crate::events::EventKind::CODES),
            "Keeps these kinds.",
        ),
        filter(
            "status",
            FilterKind::Code(crate::events::EventStatus::CODES),
            "Keeps these statuses.",
        ),
        THEME,
        COUNTRY,
        DEPARTMENT,
        filter(
            "collectivity",
            FilterKind::Slug(Resource::Collectivities),
            "Keeps events that one of these collectivities organises or hosts (slug).",
        ),
        unfaceted(
            "group",
            FilterKind::Slug(Resource::ThematicGroups),
            "Keeps events of one of these groups (slug).",
        ),
        filter(
            "audience",
            FilterKind::Code(crate::events::Audience::CODES),
            "Keeps events for one of these audiences.",
        ),
        filter(
            "year",
            FilterKind::Year,
            "Keeps events that take place in one of these years.",
        ),
    ],
    sorts: &[Sorting::Start, Sorting::Name, Sorting::UpdatedAt],
    formats: AGENDA,
    located: true,
    dated: true,
};

pub(super) static NEWS: Spec = Spec {
    filters: &[
        THEME,
        COUNTRY,
        filter(
            "collectivity",
            FilterKind::Slug(Resource::Collectivities),
            "Keeps news that one of these collectivities tells (slug).",
        ),
        unfaceted(
            "actor",
            FilterKind::Slug(Resource::Actors),
            "Keeps news that one of these actors tells (slug).",
        ),
        unfaceted(
            "project",
            FilterKind::Slug(Resource::Projects),
            "Keeps news of one of these projects (slug).",
        ),
        unfaceted(
            "event",
            FilterKind::Slug(Resource::Events),
            "Keeps news of one of these events (slug).",
        ),
        filter("year", FilterKind::Year, "Keeps news of one of these years."),
    ],
    sorts: &[Sorting::PublishedOn, Sorting::Name, Sorting::UpdatedAt],
    formats: TABLES,
    located: false,
    dated: true,
};

pub(super) static THEMATIC_GROUPS: Spec = Spec {
    filters: &[
        filter(
            "kind",
            FilterKind::Code(crate::thematic_groups::GroupKind::CODES),
            "Keeps these kinds.",
        ),
        THEME,
        COUNTRY,
        unfaceted(
            "initiative",
            FilterKind::Slug(Resource::ExternalInitiatives),
            "Keeps groups that name one of these initiatives of other networks (slug).",
        ),
    ],
    sorts: BY_NAME,
    formats: TABLES,
    located: false,
    dated: false,
};

pub(super) static RESOURCES: Spec = Spec {
    filters: &[
        filter(
            "kind",
            FilterKind::Code(crate::resources::ResourceKind::CODES),
            "Keeps these kinds.",
        ),
        THEME,
        COUNTRY,
        filter(
            "language",
            FilterKind::Code(crate::resources::ResourceLanguage::CODES),
            "Keeps resources in one of these languages (ISO 639-1).",
        ),
        filter(
            "audience",
            FilterKind::Code(crate::events::Audience::CODES),
            "Keeps resources for one of these audiences.",
        ),
        filter(
            "collectivity",
            FilterKind::Slug(Resource::Collectivities),
            "Keeps resources that one of these collectivities publishes (slug).",
        ),
        unfaceted(
            "actor",
            FilterKind::Slug(Resource::Actors),
            "Keeps resources that one of these actors publishes (slug).",
        ),
        filter(
            "review_year",
            FilterKind::Year,
            "Keeps resources that have to be read again from a day of one of these years on.",
        ),
    ],
    sorts: &[Sorting::PublishedOn, Sorting::Name, Sorting::UpdatedAt],
    formats: TABLES,
    located: false,
    dated: false,
};

pub(super) static EXTERNAL_INITIATIVES: Spec = Spec {
    filters: &[
        filter(
            "kind",
            FilterKind::Code(crate::external_initiatives::InitiativeKind::CODES),
            "Keeps these kinds.",
        ),
        filter(
            "status",
            FilterKind::Code(crate::external_initiatives::InitiativeStatus::CODES),
            "Keeps these statuses.",
        ),
        THEME,
        COUNTRY,
        unfaceted(
            "actor",
            FilterKind::Slug(Resource::Actors),
            "Keeps what one of these actors runs (slug).",
        ),
    ],
    sorts: BY_NAME,
    formats: TABLES,
    located: false,
    dated: false,
};

pub(super) static THEMES: Spec = Spec {
    filters: &[filter(
        "kind",
        FilterKind::Code(crate::themes::ThemeKind::CODES),
        "Keeps these kinds.",
    )],
    sorts: &[Sorting::Name, Sorting::UpdatedAt],
    formats: TABLES,
    located: false,
    dated: false,
};

pub(super) static COUNTRIES: Spec = Spec {
    filters: &[filter(
        "continent",
        FilterKind::Code(crate::countries::Continent::CODES),
        "Keeps these continents.",
    )],
    sorts: BY_NAME,
    formats: MAPS,
    located: true,
    dated: false,
};

pub(super) static CODE_LISTS: Spec = Spec {
    filters: &[],
    sorts: &[Sorting::Code, Sorting::Name],
    formats: TABLES,
    located: false,
    dated: false,
};
